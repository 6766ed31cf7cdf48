//! Front matter → the fields of an article.

use super::{Entry, names};
use crate::model::{
    Address, Article, Author, Date, DateError, Extra, Language, LanguageError, Reference, ReferenceKind, Value,
};

/// What is wrong with an entry.
#[derive(Debug)]
pub(crate) enum Wrong {
    /// The field has a value already.
    Again,
    /// The value is of the wrong kind; this one is expected.
    Type(&'static str),
    Date(String, DateError),
    Language(String, LanguageError),
}

/// Puts the entries into an article.
///
/// # Errors
///
/// The first value of the wrong kind for its key, or key that stands twice under two names: the key, where its value
/// stands, and what is wrong.
pub(crate) fn fill(article: &mut Article, entries: Vec<Entry>) -> Result<(), (String, usize, Wrong)> {
    let mut seen = Vec::new();
    for Entry { key, value, at } in entries {
        let name = names::name_of(&key);
        if let Some(name) = name {
            if seen.contains(&name) {
                return Err((key, at, Wrong::Again));
            }
            seen.push(name);
        }
        set(article, name, &key, value).map_err(|wrong| (key, at, wrong))?;
    }
    Ok(())
}

/// Sets the field of this name, or keeps a key that no field has.
pub(crate) fn set(article: &mut Article, name: Option<&str>, key: &str, value: Option<Value>) -> Result<(), Wrong> {
    let Some(name) = name else {
        match value {
            Some(Value::Object(members)) if key == names::GUARDED => {
                members.into_iter().for_each(|(key, value)| drop(article.extra.insert(key, value)));
            }
            value => article.extra.append(key.to_owned(), value.unwrap_or(Value::Null)),
        }
        return Ok(());
    };
    let Some(value) = value else { return Ok(()) };
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
    written.parse().map_err(|error| Wrong::Date(written, error))
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
