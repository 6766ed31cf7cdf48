//! All of TOML between the fences.

use toml::Spanned;
use toml::de::{DeTable, DeValue};

use super::Entry;
use super::flow::{Fault, Problem};
use super::toml as own;
use crate::model::{Extra, Value};
use crate::span::Span;

/// The entries that `inside` covers, in the order in which their keys first stand.
pub(super) fn entries(source: &str, inside: Span) -> Result<Vec<Entry>, Fault> {
    let text = inside.slice(source).unwrap_or_default();
    let table = DeTable::parse(text).map_err(|error| {
        let at = inside.start() + error.span().map_or(0, |span| span.start);
        Fault { at, problem: Problem::Syntax(error.message().to_owned()) }
    })?;
    let entry = |(key, value, at)| Entry { key, value: Some(value), at: inside.start() + at };
    Ok(members(text, table.into_inner()).into_iter().map(entry).collect())
}

/// The keys of a table with their values, and the bytes at which these stand. Tables are no deeper in one another than the
/// crate reads them, which is 80.
fn members(text: &str, table: DeTable<'_>) -> Vec<(String, Value, usize)> {
    let mut pairs: Vec<_> = table.into_iter().collect();
    pairs.sort_by_key(|(key, _)| key.span().start);
    let pair = |(key, value): (Spanned<_>, Spanned<DeValue<'_>>)| {
        let key: std::borrow::Cow<'_, str> = key.into_inner();
        let at = value.span().start;
        (key.into_owned(), self::value(text, value), at)
    };
    pairs.into_iter().map(pair).collect()
}

fn value(text: &str, value: Spanned<DeValue<'_>>) -> Value {
    let span = value.span();
    match value.into_inner() {
        DeValue::String(text) => Value::from(text.into_owned()),
        DeValue::Boolean(truth) => Value::Bool(truth),
        DeValue::Array(items) => Value::Array(items.into_iter().map(|item| self::value(text, item)).collect()),
        DeValue::Table(table) => {
            let mut extra = Extra::new();
            members(text, table).into_iter().for_each(|(key, value, _)| extra.append(key, value));
            Value::Object(extra)
        }
        // Numbers and dates are kept as they are written.
        DeValue::Integer(_) | DeValue::Float(_) | DeValue::Datetime(_) => {
            own::constant(text.get(span).unwrap_or_default())
        }
    }
}
