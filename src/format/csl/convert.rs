//! References ↔ items.

use std::collections::HashSet;

use super::item::{Custom, Day, Exact, Id, Item, Name};
use super::{KEPT, date, kind, name, variable};
use crate::model::{Date, Extra, Reference, Value};

/// The items of a list of references. Those without an id get one, since CSL wants one.
pub(super) fn items(references: &[Reference]) -> Vec<Item> {
    let mut taken: HashSet<&str> = references.iter().filter_map(|reference| reference.id.as_deref()).collect();
    let mut generated =
        (1_usize..).map(|number| format!("reference-{number}")).filter(|id| !taken.contains(id.as_str()));
    let ids: Vec<String> = references
        .iter()
        .map(|reference| reference.id.clone().or_else(|| generated.next()).unwrap_or_default())
        .collect();
    drop(generated);
    taken.clear();
    references.iter().zip(ids).map(|(reference, id)| item(reference, id)).collect()
}

/// The item of a reference, with what CSL cannot say in its own place.
fn item(reference: &Reference, id: String) -> Item {
    let mut item = plain(reference, id);
    let read = derived(item.clone());
    let exact = Exact {
        generated_id: reference.id.is_none().then(|| item.id.0.clone()),
        kind: (read.kind != reference.kind).then(|| reference.kind.clone()),
        authors: if read.authors == reference.authors { Vec::new() } else { reference.authors.clone() },
        published: reference.published.filter(|_| read.published != reference.published),
        accessed: reference.accessed.filter(|_| read.accessed != reference.accessed),
        keys: (read.extra != reference.extra).then(|| without_known(&reference.extra, &read.extra)),
        extra: Extra::new(),
    };
    if exact != Exact::default() {
        item.custom.get_or_insert_default().exact = Some(exact);
    }
    item
}

/// The unknown keys of a reference, with a gap where what is kept for CSL is read from the item itself.
fn without_known(extra: &Extra, read: &Extra) -> Extra {
    let known = extra.get(KEPT).filter(|kept| Some(*kept) == read.get(KEPT)).is_some();
    let gap = |key: &str, value: &Value| if known && key == KEPT { Value::Null } else { value.clone() };
    gather(extra.iter().map(|(key, value)| (key.to_owned(), gap(key, value))))
}

/// Members whose keys are known to differ. (`collect` would look for each among those before it.)
fn gather(members: impl Iterator<Item = (String, Value)>) -> Extra {
    let mut extra = Extra::new();
    members.for_each(|(key, value)| extra.append(key, value));
    extra
}

/// What CSL itself can say of a reference.
fn plain(reference: &Reference, id: String) -> Item {
    let kept = reference.extra.get(KEPT).and_then(Value::as_object);
    let get = |key: &str| kept.and_then(|kept| kept.get(key));
    let word = get("type").and_then(Value::as_str);
    let word = word.filter(|word| kind::is_type(word) && kind::kind_of(word) == reference.kind);
    let custom = get("custom").and_then(Value::as_object);
    let custom = custom.filter(|members| !members.is_empty() && members.get("commentary").is_none());
    let others = kept.into_iter().flat_map(Extra::iter);
    Item {
        id: Id(id),
        kind: word.unwrap_or_else(|| kind::type_of(&reference.kind)).to_owned(),
        title: reference.title.clone(),
        authors: reference.authors.iter().map(|author| Name(name::parts(author))).collect(),
        outlet: reference.outlet.clone(),
        issued: day(get("issued"), reference.published),
        accessed: day(get("accessed"), reference.accessed),
        url: reference.url.clone(),
        custom: custom.map(|members| Custom { exact: None, extra: members.clone() }),
        extra: gather(
            others
                .filter(|(key, value)| variable::is_allowed(key, value))
                .map(|(key, value)| (key.to_owned(), value.clone())),
        ),
    }
}

/// A date: what was kept of it, as long as that still means it.
fn day(kept: Option<&Value>, date: Option<Date>) -> Option<Day> {
    let still = kept.filter(|kept| date::is_allowed(kept) && !date::is_plain(kept) && date::decode(kept) == date);
    still.cloned().or_else(|| date.map(date::encode)).map(Day)
}

/// The reference that an item means.
pub(super) fn reference(mut item: Item) -> Reference {
    let exact = item.custom.as_mut().and_then(|custom| custom.exact.take());
    let id = item.id.0.clone();
    let reference = derived(item);
    match exact {
        Some(exact) => with_exact(reference, exact, &id),
        None => reference,
    }
}

/// The reference that an item means by CSL alone.
fn derived(item: Item) -> Reference {
    let mut kept = Extra::new();
    let kind = kind::kind_of(&item.kind);
    if kind::type_of(&kind) != item.kind {
        kept.append("type".to_owned(), item.kind.into());
    }
    let mut date = |key: &str, day: Option<Day>| {
        let Day(day) = day?;
        let date = date::decode(&day);
        if !date::is_plain(&day) {
            kept.append(key.to_owned(), day);
        }
        date
    };
    let (published, accessed) = (date("issued", item.issued), date("accessed", item.accessed));
    for (key, value) in item.extra {
        kept.append(key, value);
    }
    if let Some(custom) = item.custom.filter(|custom| !custom.extra.is_empty()) {
        kept.append("custom".to_owned(), custom.extra.into());
    }
    let mut reference = Reference::new(kind);
    reference.id = Some(item.id.0);
    reference.url = item.url;
    reference.title = item.title;
    reference.authors = item.authors.into_iter().map(|Name(parts)| name::author(parts)).collect();
    reference.outlet = item.outlet;
    reference.published = published;
    reference.accessed = accessed;
    if !kept.is_empty() {
        reference.extra.insert(KEPT, kept);
    }
    reference
}

/// A reference with what was kept exactly, as far as CSL still says the same: another program may have changed the item.
fn with_exact(mut reference: Reference, exact: Exact, id: &str) -> Reference {
    let said = plain(&reference, String::new());
    let mut change = |change: &dyn Fn(&mut Reference)| {
        let mut changed = reference.clone();
        change(&mut changed);
        let is_same = plain(&changed, String::new()) == said;
        if is_same {
            reference = changed;
        }
        is_same
    };
    if let Some(kind) = &exact.kind {
        change(&|reference| reference.kind = kind.clone());
    }
    if let Some(date) = exact.published {
        change(&|reference| reference.published = Some(date));
    }
    if let Some(date) = exact.accessed {
        change(&|reference| reference.accessed = Some(date));
    }
    if !exact.authors.is_empty() {
        change(&|reference| reference.authors.clone_from(&exact.authors));
    }
    if let Some(keys) = &exact.keys {
        let is_gap = matches!(keys.get(KEPT), Some(Value::Null));
        let all = |reference: &mut Reference| reference.extra = keys.clone();
        if is_gap || !change(&all) {
            change(&|reference| reference.extra = filled(keys, &reference.extra));
        }
    }
    if exact.generated_id.is_some_and(|generated| generated == id) {
        reference.id = None;
    }
    let known: HashSet<String> = reference.extra.iter().map(|(key, _)| key.to_owned()).collect();
    exact.extra.into_iter().filter(|(key, _)| !known.contains(key)).for_each(|(key, value)| {
        reference.extra.append(key, value);
    });
    reference
}

/// The exact keys, with what was read for CSL in its place among them.
fn filled(keys: &Extra, read: &Extra) -> Extra {
    let mut filled = keys.clone();
    match (read.get(KEPT), filled.get_mut(KEPT)) {
        (Some(kept), Some(gap)) => *gap = kept.clone(),
        (Some(kept), None) => filled.append(KEPT.to_owned(), kept.clone()),
        // The gap may be what the reference holds: `null`.
        (None, _) => {}
    }
    filled
}
