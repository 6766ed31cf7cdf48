//! Dates: parts, or a text in EDTF (ISO 8601-2).

use super::form::{self, Kind};
use crate::model::{Date, Extra, Number, Precision, Value};

/// The keys of a date in parts.
pub(super) const KEYS: &[(&str, Kind)] = &[
    ("date-parts", Kind::Days),
    ("season", Kind::Number),
    ("circa", Kind::Mark),
    ("literal", Kind::Text),
    ("raw", Kind::Text),
    ("edtf", Kind::Text),
];

/// True for a date as CSL has it.
pub(super) fn is_allowed(date: &Value) -> bool {
    match date {
        // A date in EDTF has digits, or `X` for those that are not known.
        Value::String(text) => text.contains(|c: char| c.is_ascii_digit() || c == 'X'),
        Value::Object(members) => form::is_allowed(members, KEYS),
        _ => false,
    }
}

/// A date in parts, as fine as the day.
pub(super) fn encode(date: Date) -> Value {
    let parts = [Some(u64::from(date.year())), date.month().map(u64::from), date.day().map(u64::from)];
    let parts: Vec<Value> = parts.into_iter().flatten().map(|part| Value::Number(Number::from(part))).collect();
    Value::from([("date-parts", vec![Value::Array(parts)])].into_iter().collect::<Extra>())
}

/// The day, or the first day, that a date means, where this crate has such a date.
pub(super) fn decode(date: &Value) -> Option<Date> {
    match date {
        Value::String(text) => read_edtf(text),
        Value::Object(members) => match members.get("date-parts") {
            Some(days) => read_parts(days.as_array()?.first()?.as_array()?),
            None => read_edtf(members.get("edtf").or_else(|| members.get("raw"))?.as_str()?),
        },
        _ => None,
    }
}

/// True where nothing would be lost if only the [decoded](decode) date were kept.
pub(super) fn is_plain(date: &Value) -> bool {
    match date {
        Value::String(text) => text.parse::<Date>().is_ok(),
        // Parts may be written as texts, which says nothing more.
        Value::Object(members) => decode(date).is_some_and(|day| {
            let one_day = |days: &Value| days.as_array().is_some_and(|days| days.len() == 1);
            members.len() == 1 && members.get("date-parts").is_some_and(one_day) && day.precision() <= Precision::Day
        }),
        _ => false,
    }
}

/// Of an interval its beginning, of what is uncertain or approximate the date itself.
fn read_edtf(text: &str) -> Option<Date> {
    let (first, _) = text.split_once('/').unwrap_or((text, ""));
    first.trim_end_matches(['?', '~', '%']).parse().ok()
}

fn read_parts(parts: &[Value]) -> Option<Date> {
    let mut parts = parts.iter().map(|part| match part {
        Value::Number(number) => number.as_u64(),
        Value::String(text) => text.parse::<u64>().ok(),
        _ => None,
    });
    let year = u16::try_from(parts.next()??).ok()?;
    let Some(month) = parts.next() else { return Date::from_year(year).ok() };
    let month = u8::try_from(month?).ok()?;
    let Some(day) = parts.next() else { return Date::from_month(year, month).ok() };
    Date::from_day(year, month, u8::try_from(day?).ok()?).ok()
}
