//! The keys and values of front matter one by one: those of the tables in which dialects put fields, and those that our
//! own guard keeps apart from the fields.

use std::collections::HashMap;

use super::flow::{self, Style};
use super::{Entry, names};
use crate::model::{Extra, Value};

/// The member of our exact form that holds the extra keys.
pub(super) const EXTRA: &str = "extra";

/// A key and its value, and where they stand.
#[derive(Debug)]
pub(super) struct Leaf {
    pub(super) key: String,
    /// The byte at which the value, or the table that it is in, stands.
    pub(super) at: usize,
    pub(super) value: Option<Value>,
    pub(super) place: Place,
}

/// Where a key stands.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Place {
    /// In the front matter itself.
    Front,
    /// In the table of this number.
    Table(usize),
    /// It is the key of the table of this number.
    Opens(usize),
    /// In our guard: an extra key, whatever its name.
    Guard,
    /// In the exact form that our guard has for TOML: a field.
    Field,
}

/// A table in which a dialect puts fields.
#[derive(Debug)]
pub(super) struct Table {
    pub(super) key: String,
    /// What no field takes of it.
    pub(super) members: Extra,
}

/// What front matter holds.
#[derive(Debug, Default)]
pub(super) struct Leaves {
    pub(super) leaves: Vec<Leaf>,
    pub(super) tables: Vec<Table>,
}

impl Leaf {
    /// True for the name of a field after which nothing is written.
    pub(super) fn is_empty_field(&self) -> bool {
        self.place == Place::Front && self.value.is_none() && names::name_of(&self.key) == Some(self.key.as_str())
    }
}

/// The leaves of these entries.
pub(super) fn of(entries: Vec<Entry>) -> Leaves {
    let mut all = Leaves::default();
    for Entry { key, value, at } in entries {
        match value {
            Some(value) if key == names::GUARDED => all.guard(key, at, value, Place::Front),
            Some(Value::Object(members)) if names::is_table(&key) && !members.is_empty() => {
                all.table(key, at, members);
            }
            value => all.leaves.push(Leaf { key, at, value, place: Place::Front }),
        }
    }
    all
}

impl Leaves {
    fn table(&mut self, key: String, at: usize, members: Extra) {
        let number = self.tables.len();
        let holds_guard = names::is_own_table(&key);
        self.leaves.push(Leaf { key: key.clone(), at, value: None, place: Place::Opens(number) });
        self.tables.push(Table { key, members: Extra::new() });
        for (key, value) in members {
            if holds_guard && key == names::GUARDED {
                self.guard(key, at, value, Place::Table(number));
            } else {
                self.leaves.push(Leaf { key, at, value: Some(value), place: Place::Table(number) });
            }
        }
    }

    /// Adds what stands under the guard's key, which is no guard where it has none of its two forms.
    fn guard(&mut self, key: String, at: usize, value: Value, place: Place) {
        let mut add = |members: Extra, place| {
            let leaf = |(key, value)| Leaf { key, at, value: Some(value), place };
            self.leaves.extend(members.into_iter().map(leaf));
        };
        match value {
            Value::Object(members) => add(members, Place::Guard),
            value => match exact(&value) {
                Some((fields, extra)) => {
                    add(fields, Place::Field);
                    add(extra, Place::Guard);
                }
                None => self.leaves.push(Leaf { key, at, value: Some(value), place }),
            },
        }
    }
}

/// Puts the leaves that make the extra keys in the order that a list of these keys says; false where it is no such list.
pub(super) fn arrange(leaves: &mut [Leaf], tables: &[Table], order: &Value) -> bool {
    let Some(order) = order.as_array() else { return false };
    let mut places: HashMap<&str, usize> = HashMap::new();
    for (place, key) in order.iter().enumerate() {
        if key.as_str().is_none_or(|key| places.insert(key, place).is_some()) {
            return false;
        }
    }
    let is_empty = |table: usize| tables.get(table).is_none_or(|table| table.members.is_empty());
    let is_kept = |leaf: &&Leaf| !matches!(leaf.place, Place::Opens(table) if is_empty(table));
    let mut kept = leaves.iter().filter(is_kept);
    if kept.clone().count() != order.len() || !kept.all(|leaf| places.contains_key(leaf.key.as_str())) {
        return false;
    }
    leaves.sort_by_key(|leaf| places.get(leaf.key.as_str()).copied());
    true
}

/// The fields and the extra keys that the exact form holds: JSON in a text, for what TOML cannot say.
fn exact(value: &Value) -> Option<(Extra, Extra)> {
    let json = value.as_str().filter(|text| text.starts_with('{'))?;
    let (read, end) = flow::read(json, 0, Style::Json).ok()?;
    let Value::Object(mut fields) = read else { return None };
    let extra = match fields.remove(EXTRA) {
        Some(Value::Object(extra)) => extra,
        Some(_) => return None,
        None => Extra::new(),
    };
    let is_ours = end == json.len() && fields.iter().all(|(key, _)| names::ARTICLE.contains(&key));
    is_ours.then_some((fields, extra))
}
