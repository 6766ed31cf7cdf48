//! Dates as people write them: "17 juin 2025", "Nov. 18, 2024", "4. Februar 2025", "Mardi 21 octobre 2025, 18 h 40".

use crate::lexicon::{Index, Sense};
use crate::model::Date;

/// The date that a line gives, or `None` where it gives none or one that the calendar does not have.
///
/// A month is named, or the date is written by ISO 8601. Two-digit years are refused.
pub(super) fn read_date(index: &Index, text: &str) -> Option<Date> {
    if text.len() > 200 {
        return None;
    }
    let iso = text.split([' ', ',', ';', '(', ')']).filter(|word| word.len() >= 7).find_map(|word| word.parse().ok());
    if iso.is_some() {
        return iso;
    }
    let (month, from, to) = find_month(index, text)?;
    let before = text.get(..from).unwrap_or_default();
    let after = text.get(to..).unwrap_or_default();
    let day_before = before.rsplit(|c: char| !c.is_alphanumeric()).find(|word| !word.is_empty() && *word != "de");
    let mut numbers = after.split(|c: char| !c.is_alphanumeric()).filter(|word| !word.is_empty() && !is_link(word));
    let first = numbers.next();
    let (day, year) = match (day_before.and_then(day), first.and_then(year)) {
        (Some(day), Some(year)) => (Some(day), year),
        (None, Some(year)) => (None, year),
        (_, None) => (Some(first.and_then(day)?), numbers.next().and_then(year)?),
    };
    let date = match day {
        Some(day) => Date::from_day(year, month, day),
        None => Date::from_month(year, month),
    };
    let date = date.ok()?;
    let rest = after.split_once(&year.to_string()).map_or("", |(_, rest)| rest);
    Some(time(rest).and_then(|(hour, minute)| date.at(hour, minute).ok()).unwrap_or(date))
}

/// The first month named beside a number: its number, and where its name begins and ends.
fn find_month(index: &Index, text: &str) -> Option<(u8, usize, usize)> {
    let mut found = None;
    index.search_line(text, |hit| {
        if let (None, Some(&Sense::Month(month))) = (found, index.sense(hit.sense)) {
            found = Some((month, hit.start as usize, hit.end as usize));
        }
    });
    found
}

/// A word that stands between the parts of a date: "9 de julio de 2025", "of".
fn is_link(word: &str) -> bool {
    matches!(word, "de" | "del" | "of" | "di")
}

/// A day of the month: `1`, `01`, `1er`, `2nd`, `1º`.
fn day(word: &str) -> Option<u8> {
    let digits = word.trim_end_matches(|c: char| !c.is_ascii_digit());
    let suffix = word.get(digits.len()..)?;
    let known = matches!(suffix, "" | "er" | "st" | "nd" | "rd" | "th" | "º" | "°" | "re");
    digits.parse().ok().filter(|day| known && digits.len() <= 2 && (1..=31).contains(day))
}

/// A year of four digits.
fn year(word: &str) -> Option<u16> {
    word.parse().ok().filter(|&year: &u16| word.len() == 4 && year > 999)
}

/// A time of day after a date: `18 h 40`, `18:40`, `18h`.
fn time(text: &str) -> Option<(u8, u8)> {
    let start = text.find(|c: char| c.is_ascii_digit())?;
    let text = text.get(start..)?;
    let digits = text.bytes().take_while(u8::is_ascii_digit).count();
    let hour: u8 = text.get(..digits)?.parse().ok().filter(|&hour| hour < 24)?;
    let rest = text.get(digits..)?.trim_start();
    let rest = rest.strip_prefix([':', 'h', 'H'])?.trim_start();
    let digits = rest.bytes().take_while(u8::is_ascii_digit).count();
    let minute = if digits == 0 { 0 } else { rest.get(..digits)?.parse().ok().filter(|&minute| minute < 60)? };
    Some((hour, minute))
}

#[cfg(test)]
mod tests {
    use super::read_date;
    use crate::lexicon::Lexicon;

    fn read(language: &str, text: &str) -> Option<String> {
        read_date(Lexicon::builtin().index(Some(language)), text).map(|date| date.to_string())
    }

    #[test]
    fn dates_are_read_in_each_language() {
        for (language, text, expected) in [
            ("fr", "17 juin 2025", "2025-06-17"),
            ("fr", "Le 1er mars 2025", "2025-03-01"),
            ("fr", "Mardi 21 octobre 2025, 18 h 40", "2025-10-21T18:40"),
            ("fr", "août 2024", "2024-08"),
            ("en", "September 2, 2025", "2025-09-02"),
            ("en", "Nov. 18, 2024", "2024-11-18"),
            ("en", "2 September 2025", "2025-09-02"),
            ("de", "4. Februar 2025", "2025-02-04"),
            ("es", "9 de julio de 2025", "2025-07-09"),
            ("pt", "3 de março de 2025", "2025-03-03"),
            ("it", "12 maggio 2025", "2025-05-12"),
            ("en", "2025-06-17", "2025-06-17"),
        ] {
            assert_eq!(read(language, text).as_deref(), Some(expected), "{text}");
        }
    }

    #[test]
    fn what_is_no_date_is_refused() {
        for text in ["31 février 2025", "17 juin 25", "le marché de juin", "Juin", ""] {
            assert_eq!(read("fr", text), None, "{text}");
        }
    }
}
