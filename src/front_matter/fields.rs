//! Front matter → the fields of an article.

use std::collections::HashSet;

use super::leaves::{self, Leaf, Leaves, Place};
use super::names::{self, Claim};
use super::{Entry, timestamp};
use crate::model::{
    Address, Article, Author, Date, DateError, Extra, Language, LanguageError, Reference, ReferenceKind, Value,
};

/// What is wrong with an entry.
#[derive(Debug)]
pub(crate) enum Wrong {
    /// The key stands already.
    Again,
    /// The value is of the wrong kind; this one is expected.
    Type(&'static str),
    Date(String, DateError),
    Language(String, LanguageError),
}

/// An entry that cannot be what its key says.
#[derive(Debug)]
pub(crate) struct Refused {
    pub(crate) key: String,
    pub(crate) value: Value,
    /// The byte at which the value stands.
    pub(crate) at: usize,
    pub(crate) wrong: Wrong,
}

/// A second name for a field that has its value already: it was kept beside the fields.
#[derive(Debug)]
pub(crate) struct Repeated {
    pub(crate) key: String,
    pub(crate) field: &'static str,
    pub(crate) at: usize,
}

/// Puts the entries into an article. A field that has several names is read under the surest one; what no field takes is
/// kept in the extra keys.
///
/// # Errors
///
/// The first entry that cannot be what its key says and that `refused` gives back.
pub(crate) fn fill<F>(article: &mut Article, entries: Vec<Entry>, mut refused: F) -> Result<Vec<Repeated>, Refused>
where
    F: FnMut(&mut Article, Refused) -> Result<(), Refused>,
{
    let Leaves { leaves, mut tables } = leaves::of(entries);
    let claims: Vec<Option<(&'static str, Claim)>> = leaves.iter().map(|leaf| claim(leaf, &tables)).collect();
    let mut surest: Vec<(&'static str, Claim, usize)> = Vec::new();
    for (position, (name, claim)) in claims.iter().enumerate().filter_map(|(at, claim)| Some((at, (*claim)?))) {
        match surest.iter_mut().find(|(field, ..)| *field == name) {
            Some(best) if claim < best.1 => *best = (name, claim, position),
            Some(_) => {}
            None => surest.push((name, claim, position)),
        }
    }
    let mut repeated = Vec::new();
    let mut rest = Vec::new();
    let mut order = None;
    for (position, (leaf, claim)) in leaves.into_iter().zip(claims).enumerate() {
        match claim {
            Some((name, _)) if surest.iter().any(|best| best.2 == position) => {
                let value = leaf.value.unwrap_or(Value::Null);
                if let Err(wrong) = set(article, name, value.clone()) {
                    refused(article, Refused { key: leaf.key, value, at: leaf.at, wrong })?;
                }
                continue;
            }
            Some((field, _)) => repeated.push(Repeated { key: leaf.key.clone(), field, at: leaf.at }),
            // A field without a value is not set.
            None if leaf.is_empty_field() => continue,
            None => {}
        }
        match leaf.place {
            Place::Table(table) if leaf.key == names::ORDER => order = leaf.value.map(|value| (table, value)),
            Place::Table(table) => {
                if let Some(table) = tables.get_mut(table) {
                    table.members.append(leaf.key, leaf.value.unwrap_or(Value::Null));
                }
            }
            _ => rest.push(leaf),
        }
    }
    if let Some((table, order)) = order {
        if !leaves::arrange(&mut rest, &tables, &order) {
            // It is somebody's own key.
            tables
                .get_mut(table)
                .into_iter()
                .for_each(|table| table.members.append(names::ORDER.to_owned(), order.clone()));
        }
    }
    keep(article, rest, tables, refused)?;
    Ok(repeated)
}

/// Keeps in the extra keys what no field takes.
fn keep<F>(
    article: &mut Article,
    rest: Vec<Leaf>,
    mut tables: Vec<leaves::Table>,
    mut refused: F,
) -> Result<(), Refused>
where
    F: FnMut(&mut Article, Refused) -> Result<(), Refused>,
{
    let mut seen: HashSet<String> = HashSet::new();
    for Leaf { key, at, value, place } in rest {
        let value = match place {
            Place::Opens(table) => match tables.get_mut(table).map(|table| std::mem::take(&mut table.members)) {
                Some(members) if !members.is_empty() => Value::Object(members),
                _ => continue,
            },
            _ => value.unwrap_or(Value::Null),
        };
        if seen.insert(key.clone()) {
            article.extra.append(key, value);
        } else {
            refused(article, Refused { key, value, at, wrong: Wrong::Again })?;
        }
    }
    Ok(())
}

/// The field that a leaf may be, and how sure that is.
fn claim(leaf: &Leaf, tables: &[leaves::Table]) -> Option<(&'static str, Claim)> {
    let value = leaf.value.as_ref()?;
    let (name, claim) = match leaf.place {
        Place::Front => names::read_as(&leaf.key)?,
        Place::Table(table) => (names::read_in(&tables.get(table)?.key, &leaf.key)?, Claim::Table),
        Place::Field => (names::read_as(&leaf.key)?.0, Claim::Guard),
        Place::Opens(_) | Place::Guard => return None,
    };
    let fits = match claim {
        // Jekyll's `published: false` keeps a page back; it is no date.
        Claim::Name => name != "published" || !matches!(value, Value::Bool(_)),
        _ => fits(name, value),
    };
    fits.then_some((name, claim))
}

/// True for a value that a field can hold, as far as its kind tells.
fn fits(name: &str, value: &Value) -> bool {
    let all = |fits: fn(&Value) -> bool| match value {
        Value::Array(items) => !items.is_empty() && items.iter().all(fits),
        value => fits(value),
    };
    match name {
        "published" | "language" => matches!(value, Value::String(_) | Value::Number(_)),
        "authors" => all(is_author),
        "tags" => all(is_scalar),
        "references" => all(is_reference),
        _ => is_scalar(value),
    }
}

const fn is_scalar(value: &Value) -> bool {
    matches!(value, Value::String(_) | Value::Number(_) | Value::Bool(_))
}

fn is_author(value: &Value) -> bool {
    let Some(members) = value.as_object() else { return is_scalar(value) };
    members.get("name").is_some_and(is_scalar) && are_scalars(members, names::AUTHOR, &[])
}

fn is_reference(value: &Value) -> bool {
    let Some(members) = value.as_object() else { return is_scalar(value) };
    let authors = members.get("authors").is_none_or(|authors| fits("authors", authors));
    authors && are_scalars(members, names::REFERENCE, &["authors"])
}

/// True where the fields among the members are scalars or not set, those in `but` left out.
fn are_scalars(members: &Extra, fields: &[&str], but: &[&str]) -> bool {
    let mut fields = fields.iter().filter(|field| !but.contains(field));
    fields.all(|field| members.get(field).is_none_or(|value| is_scalar(value) || *value == Value::Null))
}

/// Sets the field of this name.
fn set(article: &mut Article, name: &str, value: Value) -> Result<(), Wrong> {
    match name {
        "title" => article.title = Some(text(value)?),
        "question" => article.question = Some(text(value)?),
        "teaser" => article.teaser = Some(text(value)?),
        "authors" => article.authors = list(value).into_iter().map(author).collect::<Result<_, _>>()?,
        "published" => article.published = Some(date(value)?),
        "language" => {
            let written = text(value)?;
            article.language = Some(written.parse::<Language>().map_err(|error| Wrong::Language(written, error))?);
        }
        "url" => article.url = Some(Address::from(text(value)?)),
        "tags" => article.tags = list(value).into_iter().map(text).collect::<Result<_, _>>()?,
        _ => article.references = list(value).into_iter().map(reference).collect::<Result<_, _>>()?,
    }
    Ok(())
}

/// The text of a scalar, as it was written.
fn text(value: Value) -> Result<String, Wrong> {
    match value {
        Value::String(text) => Ok(text),
        Value::Number(number) => Ok(number.to_string()),
        Value::Bool(truth) => Ok(truth.to_string()),
        Value::Null => Ok("null".to_owned()),
        Value::Array(_) | Value::Object(_) => Err(Wrong::Type("a text")),
    }
}

/// The items of a list; one value alone is a list of one.
fn list(value: Value) -> Vec<Value> {
    match value {
        Value::Array(items) => items,
        value => vec![value],
    }
}

fn date(value: Value) -> Result<Date, Wrong> {
    let written = text(value)?;
    timestamp::read(&written).map_err(|error| Wrong::Date(written, error))
}

fn author(value: Value) -> Result<Author, Wrong> {
    let Value::Object(mut members) = value else { return text(value).map(Author::from) };
    let name = take(&mut members, "name").ok_or(Wrong::Type("an author with a `name`"))?;
    let mut author = Author::new(text(name)?);
    author.affiliation = take(&mut members, "affiliation").map(text).transpose()?;
    author.url = take(&mut members, "url").map(text).transpose()?.map(Address::from);
    author.extra = rest(members);
    Ok(author)
}

fn reference(value: Value) -> Result<Reference, Wrong> {
    let Value::Object(mut members) = value else { return text(value).map(Reference::to) };
    let mut words = |key| take(&mut members, key).map(text).transpose();
    let kind = words("kind")?.map_or(ReferenceKind::Article, ReferenceKind::from);
    let mut reference = Reference::new(kind);
    reference.id = words("id")?;
    reference.url = words("url")?.map(Address::from);
    reference.title = words("title")?;
    reference.outlet = words("outlet")?;
    let authors = take(&mut members, "authors").map(list).unwrap_or_default();
    reference.authors = authors.into_iter().map(author).collect::<Result<_, _>>()?;
    reference.published = take(&mut members, "published").map(date).transpose()?;
    reference.accessed = take(&mut members, "accessed").map(date).transpose()?;
    reference.extra = rest(members);
    Ok(reference)
}

/// Takes the value of a key out; `null` is no value.
fn take(members: &mut Extra, key: &str) -> Option<Value> {
    members.remove(key).filter(|value| *value != Value::Null)
}

/// The keys that no field has, those under [`names::GUARDED`] brought up.
fn rest(members: Extra) -> Extra {
    let mut extra = Extra::new();
    for (key, value) in members {
        match value {
            Value::Object(guarded) if key == names::GUARDED => {
                guarded.into_iter().for_each(|(key, value)| drop(extra.insert(key, value)));
            }
            value => drop(extra.insert(key, value)),
        }
    }
    extra
}
