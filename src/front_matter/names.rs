//! The names of an article's fields in front matter.

use super::dialect::{Dialect, Slot};

/// The fields of an article, in the order in which they are written. Each is read under its own name, and under those
/// that a dialect has for it.
pub(crate) const ARTICLE: &[&str] =
    &["title", "question", "teaser", "authors", "published", "language", "url", "tags", "references"];

/// Other names under which a field is read, and that no dialect writes.
const ALSO: &[(&str, &str)] = &[("authors", "author"), ("language", "lang")];

/// The fields of an author.
pub(crate) const AUTHOR: &[&str] = &["name", "affiliation", "url"];

/// The fields of a reference.
pub(crate) const REFERENCE: &[&str] = &["id", "kind", "url", "title", "authors", "outlet", "published", "accessed"];

/// The key under which keys stand that would be taken for a field's.
pub(crate) const GUARDED: &str = "commentary-keys";

/// The key under which the order of the extra keys stands, where a dialect does not keep it.
pub(super) const ORDER: &str = "commentary_order";

/// The key and the value that say of a plain text that its sections are marked. They are no part of the article.
pub(crate) const MARKED: (&str, &str) = ("sections", "marked");

/// The field of an article that is read under this key.
pub(crate) fn name_of(key: &str) -> Option<&'static str> {
    read_as(key).map(|(name, _)| name)
}

/// How sure it is that a key means a field; the surest counts where several do.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Claim {
    /// The field's own name.
    Name,
    /// A name that a dialect has for it: the number tells which.
    Alias(usize),
    /// Where a dialect puts it in a table.
    Table,
    /// What our own guard says, where nothing else does.
    Guard,
}

/// The field that is read under this key of the front matter itself, and how sure that is.
pub(super) fn read_as(key: &str) -> Option<(&'static str, Claim)> {
    if let Some(name) = own_name(key) {
        return Some((name, Claim::Name));
    }
    let slots = slots().filter(|slot| slot.table.is_none()).map(|slot| (slot.field, slot.key));
    let (position, (name, _)) = slots.chain(ALSO.iter().copied()).enumerate().find(|(_, (_, other))| *other == key)?;
    Some((name, Claim::Alias(position)))
}

/// The field that is read under this key of a table.
pub(super) fn read_in(table: &str, key: &str) -> Option<&'static str> {
    let is_slot = |slot: &&Slot| slot.table == Some(table) && slot.key == key;
    let slot = slots().find(is_slot).map(|slot| slot.field);
    slot.or_else(|| own_name(key).filter(|name| stands_in(table, name)))
}

/// True for a table in which a dialect puts fields.
pub(super) fn is_table(key: &str) -> bool {
    slots().any(|slot| slot.table == Some(key)) || is_own_table(key)
}

/// True for a table in which a dialect puts data of one's own.
pub(super) fn is_own_table(key: &str) -> bool {
    Dialect::ALL.iter().any(|dialect| dialect.form().own_table() == Some(key))
}

/// True where a dialect puts a field under its own name in this table: always, or where its key does not take the value.
fn stands_in(table: &str, name: &str) -> bool {
    let own = Dialect::ALL.iter().map(|dialect| dialect.form()).filter(|form| form.own_table() == Some(table));
    own.into_iter().any(|form| !form.slots.iter().any(|slot| slot.field == name && slot.takes.is_any()))
}

fn own_name(key: &str) -> Option<&'static str> {
    ARTICLE.iter().copied().find(|name| *name == key)
}

fn slots() -> impl Iterator<Item = &'static Slot> {
    Dialect::ALL.iter().flat_map(|dialect| dialect.form().slots)
}
