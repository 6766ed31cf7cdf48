//! The fields of an article → front matter.

use super::json::{Place, write_text, write_value};
use crate::front_matter::names as fields;
use crate::model::{Article, Author, Extra, Reference, Value};

/// The front matter with both its fences; empty where no field is set.
pub(super) fn write(article: &Article) -> String {
    let mut out = String::new();
    for (name, _) in fields::ARTICLE {
        if let Some(value) = field(article, name) {
            write_entry(&mut out, name, &value);
        }
    }
    let is_field = |key: &str| fields::name_of(key).is_some();
    for (key, value) in guarded(&article.extra, is_field).iter() {
        write_entry(&mut out, key, value);
    }
    if out.is_empty() { out } else { format!("---\n{out}---\n") }
}

/// The value of a field, where it is set.
fn field(article: &Article, name: &str) -> Option<Value> {
    let text = |text: &Option<String>| text.clone().map(Value::String);
    match name {
        "title" => text(&article.title),
        "question" => text(&article.question),
        "teaser" => text(&article.teaser),
        "authors" => list(&article.authors, author),
        "published" => article.published.map(|date| Value::String(date.to_string())),
        "language" => article.language.as_ref().map(|language| Value::from(language.as_str())),
        "url" => article.url.as_ref().map(|url| Value::from(url.as_str())),
        "tags" => list(&article.tags, |tag| Value::from(tag.as_str())),
        _ => list(&article.references, reference),
    }
}

fn write_entry(out: &mut String, key: &str, value: &Value) {
    let is_plain = key.starts_with(|c: char| c.is_ascii_alphabetic() || c == '_')
        && key.chars().all(|c| c.is_ascii_alphanumeric() || c == '_' || c == '-');
    if is_plain {
        out.push_str(key);
    } else {
        write_text(out, key, Place::FrontMatter);
    }
    out.push_str(": ");
    write_value(out, value, Place::FrontMatter);
    out.push('\n');
}

/// A list, where it has items.
fn list<T>(items: &[T], value: impl Fn(&T) -> Value) -> Option<Value> {
    (!items.is_empty()).then(|| Value::Array(items.iter().map(value).collect()))
}

/// The keys to write beside the fields: one of them that would be taken for a field's makes all go under another key.
fn guarded(extra: &Extra, is_field: impl Fn(&str) -> bool) -> Extra {
    if extra.iter().any(|(key, _)| key == fields::GUARDED || is_field(key)) {
        return Extra::from_iter([(fields::GUARDED, Value::Object(extra.clone()))]);
    }
    extra.clone()
}

/// An author: the name alone where nothing else is known.
fn author(author: &Author) -> Value {
    let Author { name, affiliation, url, extra } = author;
    if affiliation.is_none() && url.is_none() && extra.is_empty() {
        return Value::from(name.as_str());
    }
    let fields = [
        ("name", Some(Value::from(name.as_str()))),
        ("affiliation", affiliation.clone().map(Value::String)),
        ("url", url.as_ref().map(|url| Value::from(url.as_str()))),
    ];
    object(fields, extra, fields::AUTHOR)
}

fn reference(reference: &Reference) -> Value {
    let Reference { id, kind, url, title, authors, outlet, published, accessed, extra } = reference;
    let fields = [
        ("id", id.clone().map(Value::String)),
        ("kind", Some(Value::from(kind.id()))),
        ("url", url.as_ref().map(|url| Value::from(url.as_str()))),
        ("title", title.clone().map(Value::String)),
        ("authors", list(authors, author)),
        ("outlet", outlet.clone().map(Value::String)),
        ("published", published.map(|date| Value::String(date.to_string()))),
        ("accessed", accessed.map(|date| Value::String(date.to_string()))),
    ];
    object(fields, extra, fields::REFERENCE)
}

/// An object of the fields that are set and the keys beside them.
fn object<const N: usize>(fields: [(&str, Option<Value>); N], extra: &Extra, names: &[&str]) -> Value {
    let mut members: Extra = fields.into_iter().filter_map(|(name, value)| Some((name, value?))).collect();
    for (key, value) in guarded(extra, |key| names.contains(&key)) {
        members.append(key, value);
    }
    Value::Object(members)
}
