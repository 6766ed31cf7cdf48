//! Dates as YAML, TOML and the generators write them.

use crate::model::{Date, DateError};

/// Reads a date in our own form, or with a space before the time and before the offset, as Jekyll documents it:
/// `2025-06-17 18:40:00 +0200`.
pub(super) fn read(text: &str) -> Result<Date, DateError> {
    text.parse().or_else(|error| spaced(text).and_then(|date| date.parse().ok()).ok_or(error))
}

/// The same date in our own form.
fn spaced(text: &str) -> Option<String> {
    if text.len() > Date::MAX_LENGTH {
        return None;
    }
    let (day, time) = text.split_once([' ', 'T', 't'])?;
    let time = time.trim();
    let at = time.find(|c: char| !c.is_ascii_digit() && !matches!(c, ':' | '.')).unwrap_or(time.len());
    let (clock, zone) = time.split_at_checked(at)?;
    let hour = if clock.find(':') == Some(1) { "0" } else { "" };
    let zone = match zone.trim() {
        "" => String::new(),
        "Z" | "z" | "UTC" | "GMT" => "Z".to_owned(),
        zone => {
            let (sign, digits) = zone.split_at_checked(1).filter(|(sign, _)| matches!(*sign, "+" | "-"))?;
            let digits = digits.replace(':', "");
            let (hours, minutes) = digits.split_at_checked(2)?;
            let minutes = if minutes.is_empty() { "00" } else { minutes };
            format!("{sign}{hours}:{minutes}")
        }
    };
    Some(format!("{day}T{hour}{clock}{zone}"))
}

#[cfg(test)]
mod tests {
    use super::read;

    #[test]
    fn times_are_read_as_the_generators_write_them() {
        for (text, expected) in [
            ("2025-06-17", "2025-06-17"),
            ("2025-06-17T18:40:00+02:00", "2025-06-17T18:40:00+02:00"),
            ("2025-06-17 18:40:00 +0200", "2025-06-17T18:40:00+02:00"),
            ("2025-06-17 9:40", "2025-06-17T09:40"),
            ("2025-06-17t18:40:00.10-05", "2025-06-17T18:40:00.1-05:00"),
            ("2025-06-17 18:40:00 UTC", "2025-06-17T18:40:00Z"),
            ("2025-06", "2025-06"),
        ] {
            assert_eq!(read(text).map(|date| date.to_string()).as_deref(), Ok(expected), "{text}");
        }
        for text in ["Jun 17 2025", "2025-06-17 noon", "2025-06-17 18:40 CEST", "+262143-01-01", "", " "] {
            assert!(read(text).is_err(), "{text}");
        }
    }
}
