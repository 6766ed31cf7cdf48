//! Objects of CSL whose keys have values of a few kinds: names and dates.

use crate::model::{Extra, Value};

/// A kind of value.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Kind {
    Text,
    /// A text or a number.
    Number,
    /// A text, a number, `true` or `false`.
    Mark,
    /// The days of [`date`](super::date).
    Days,
}

impl Kind {
    /// What is expected, for messages.
    pub(super) const fn expected(self) -> &'static str {
        match self {
            Self::Text => "a string",
            Self::Number => "a string or a number",
            Self::Mark => "a string, a number, true or false",
            Self::Days => "one or two arrays of one to three numbers",
        }
    }

    /// True for a value of this kind.
    pub(super) fn allows(self, value: &Value) -> bool {
        let counts = |items: &[Value], most: usize| (1..=most).contains(&items.len());
        match (self, value) {
            (Self::Text | Self::Number | Self::Mark, Value::String(_)) => true,
            (Self::Number | Self::Mark, Value::Number(_)) | (Self::Mark, Value::Bool(_)) => true,
            (Self::Days, Value::Array(days)) => {
                let is_day = |day: &Value| {
                    day.as_array()
                        .is_some_and(|parts| counts(parts, 3) && parts.iter().all(|part| Self::Number.allows(part)))
                };
                counts(days, 2) && days.iter().all(is_day)
            }
            _ => false,
        }
    }
}

/// The first key with a value that is not of its kind, and that kind. Keys that are not in the table are passed over.
pub(super) fn first_wrong<'a>(members: &'a Extra, keys: &[(&str, Kind)]) -> Option<(&'a str, &'a Value, Kind)> {
    members.iter().find_map(|(key, value)| {
        let (_, kind) = keys.iter().find(|(name, _)| *name == key)?;
        (!kind.allows(value)).then_some((key, value, *kind))
    })
}

/// True where every key is in the table and has a value of its kind.
pub(super) fn is_allowed(members: &Extra, keys: &[(&str, Kind)]) -> bool {
    members.iter().all(|(key, value)| keys.iter().any(|(name, kind)| *name == key && kind.allows(value)))
}
