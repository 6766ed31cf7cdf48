//! Dates as people write them: "17 juin 2025", "Nov. 18, 2024", "04/02/2025", "Mardi 21 octobre 2025, 18 h 40".

use chrono::{Datelike, NaiveDate};

use crate::diagnostic::is_unsafe;
use crate::lexicon::{Index, Sense};
use crate::model::{Date, DateError, Language};

/// Reads dates in one language.
#[derive(Debug, Clone, Copy)]
pub(super) struct Dates<'a> {
    index: &'a Index,
    order: Order,
}

/// Which of day and month comes first where both are numbers.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Order {
    DayFirst,
    MonthFirst,
    Unknown,
}

/// The longest line, in bytes, that is read as a date.
const MAX_LINE: usize = 200;

impl<'a> Dates<'a> {
    pub(super) fn new(index: &'a Index, language: Option<&Language>) -> Self {
        let region = language.and_then(|language| language.as_str().split('-').skip(1).find(|part| part.len() == 2));
        let order = match (language.map(Language::primary), region) {
            (_, Some("US")) => Order::MonthFirst,
            (None, _) | (Some("en"), None | Some("CA")) => Order::Unknown,
            _ => Order::DayFirst,
        };
        Self { index, order }
    }

    /// The date that a line gives: by ISO 8601, in numbers, or with the name of its month.
    pub(super) fn read(self, text: &str) -> Result<Date, DateError> {
        if text.len() > MAX_LINE || text.contains(|c: char| c != '\t' && is_unsafe(c)) {
            return Err(DateError::Form);
        }
        if let Ok(date) = text.trim().parse() {
            return Ok(date);
        }
        let words = || text.split([' ', ',', ';', '(', ')', '\u{a0}', '\u{202f}']);
        if let Some(result) = words().find_map(|word| self.numbers(word)) {
            return result;
        }
        let mut result = Err(DateError::Form);
        for (month, from, to) in self.months(text) {
            result = result.or_else(|error: DateError| {
                let tried = self.named(text, month, from, to);
                tried.map_err(|own| if own == DateError::Form { error } else { own })
            });
        }
        result
    }

    /// A word that is a date in numbers, where it has the form of one.
    fn numbers(self, word: &str) -> Option<Result<Date, DateError>> {
        let digits = word.bytes().take_while(u8::is_ascii_digit).count();
        let sign = word.get(digits..)?.chars().next().filter(|sign| matches!(sign, '-' | '/' | '.'))?;
        if digits == 4 && sign == '-' {
            let date = word.trim_end_matches('.').parse::<Date>();
            return Some(date).filter(|date| *date != Err(DateError::Form));
        }
        let word = word.trim_end_matches('.');
        let mut parts = word.split(sign);
        let (first, second, third) = (parts.next()?, parts.next()?, parts.next()?);
        let is_number = |part: &str| (1..=4).contains(&part.len()) && part.bytes().all(|byte| byte.is_ascii_digit());
        if parts.next().is_some() || ![first, second, third].into_iter().all(is_number) || second.len() > 2 {
            return None;
        }
        let small = |part: &str| part.parse::<u8>().map_err(|_| DateError::Range);
        let build = |year: &str, month: &str, day: &str| {
            Date::from_day(year.parse().map_err(|_| DateError::Range)?, small(month)?, small(day)?)
        };
        Some(match (first.len(), third.len()) {
            (4, 1 | 2) => build(first, second, third),
            (1 | 2, 4) => match (self.order, small(first), small(second)) {
                (Order::MonthFirst, ..) => build(third, first, second),
                (Order::Unknown, Ok(one), Ok(other)) if one <= 12 && other <= 12 && one != other => {
                    Err(DateError::Ambiguous)
                }
                (Order::Unknown, _, Ok(other)) if other > 12 => build(third, first, second),
                _ => build(third, second, first),
            },
            (1 | 2, 2) => Err(DateError::TwoDigitYear),
            _ => return None,
        })
    }

    /// The months named in a line: the number of each, and where its name begins and ends.
    fn months(self, text: &str) -> Vec<(u8, usize, usize)> {
        let mut found = Vec::new();
        self.index.search_line(text, |hit| {
            if let Some(&Sense::Month(month)) = self.index.sense(hit.sense) {
                found.push((month, hit.start as usize, hit.end as usize));
            }
        });
        found
    }

    /// The date round the name of a month.
    fn named(self, text: &str, month: u8, from: usize, to: usize) -> Result<Date, DateError> {
        let before = text.get(..from).unwrap_or_default();
        let after = text.get(to..).unwrap_or_default();
        let day_before = day_at_end(before);
        let mut numbers = numbers_of(after);
        let first = numbers.next().ok_or(DateError::Form)?;
        let (day, start, year) = match (day_before, first.year()) {
            (Some((day, start)), Some(_)) => (Some(day), start, first),
            (None, Some(_)) => (None, from, first),
            (Some(_), None) => return Err(first.no_year()),
            (None, None) => {
                let day = first.day().ok_or(DateError::Form)?;
                let second = numbers.next().ok_or(DateError::Form)?;
                if second.year().is_none() {
                    return Err(second.no_year());
                }
                (Some(day), from, second)
            }
        };
        let number = year.year().ok_or(DateError::Form)?;
        let date = match day {
            Some(day) => Date::from_day(number, month, day),
            None => Date::from_month(number, month),
        }?;
        self.check_weekday(text.get(..start).unwrap_or_default(), date)?;
        Ok(time(year.rest).and_then(|(hour, minute)| date.at(hour, minute).ok()).unwrap_or(date))
    }

    /// Compares a date with the day of the week that is named before it.
    fn check_weekday(self, before: &str, date: Date) -> Result<(), DateError> {
        let Ok(day) = NaiveDate::try_from(date) else { return Ok(()) };
        let mut named = None;
        self.index.search_line(before, |hit| {
            let after = before.get(hit.end as usize..).unwrap_or_default();
            // A name with other words between it and the date belongs to something else.
            let is_beside = after.split(|c: char| !c.is_alphanumeric()).all(|word| word.is_empty() || is_link(word));
            if let (Some(&Sense::Weekday(number)), true) = (self.index.sense(hit.sense), is_beside) {
                named = Some(number);
            }
        });
        let own = day.weekday().number_from_monday();
        if named.is_none_or(|number| u32::from(number) == own) { Ok(()) } else { Err(DateError::Weekday) }
    }
}

/// A word after a month, and the text after it.
#[derive(Debug, Clone, Copy)]
struct Word<'a> {
    text: &'a str,
    rest: &'a str,
}

impl Word<'_> {
    fn day(self) -> Option<u8> {
        day(self.text)
    }

    /// A year of four digits.
    fn year(self) -> Option<u16> {
        self.text.parse().ok().filter(|&year: &u16| self.text.len() == 4 && year > 999)
    }

    /// Why this is no year.
    fn no_year(self) -> DateError {
        let is_short = self.text.len() == 2 && self.text.bytes().all(|byte| byte.is_ascii_digit());
        let is_hour = self.rest.trim_start().starts_with([':', 'h', 'H']);
        if is_short && !is_hour { DateError::TwoDigitYear } else { DateError::Form }
    }
}

/// The words of a text that are not links between the parts of a date.
fn numbers_of(text: &str) -> impl Iterator<Item = Word<'_>> {
    let mut rest = text;
    std::iter::from_fn(move || {
        loop {
            rest = rest.trim_start_matches(|c: char| !c.is_alphanumeric());
            let end = rest.find(|c: char| !c.is_alphanumeric()).unwrap_or(rest.len());
            let word = Word { text: rest.get(..end)?, rest: rest.get(end..)? };
            rest = word.rest;
            if word.text.is_empty() {
                return None;
            }
            if !is_link(word.text) {
                return Some(word);
            }
        }
    })
}

/// A word that stands between the parts of a date: "9 de julio de 2025", "the 5th of", "den 3.".
fn is_link(word: &str) -> bool {
    matches!(word, "de" | "del" | "of" | "di" | "d" | "the" | "le" | "el" | "il" | "den" | "dem" | "o" | "dia" | "día")
}

/// The day of the month at the end of a text, and where it begins: `5`, `5.`, `1er`, `1.º`, `5 de`, `5th of`.
fn day_at_end(text: &str) -> Option<(u8, usize)> {
    let mut rest = text.trim_end();
    if let Some(word) = rest.rsplit(|c: char| !c.is_alphanumeric()).next().filter(|word| is_link(word)) {
        rest = rest.get(..rest.len() - word.len())?.trim_end();
    }
    let rest = rest.trim_end_matches(['.', '°']);
    let whole = rest.strip_suffix(".º").or_else(|| rest.strip_suffix(".ª")).unwrap_or(rest);
    let word = whole.rsplit(|c: char| !c.is_alphanumeric()).next()?;
    Some((day(word)?, whole.len() - word.len()))
}

/// A day of the month: `1`, `01`, `1er`, `1ᵉʳ`, `2nd`, `1º`.
fn day(word: &str) -> Option<u8> {
    let digits = word.bytes().take_while(u8::is_ascii_digit).count();
    let (number, suffix) = word.split_at_checked(digits)?;
    let known = matches!(suffix, "" | "er" | "ᵉʳ" | "re" | "st" | "nd" | "rd" | "th" | "º" | "ª" | "o");
    number.parse().ok().filter(|day| known && digits <= 2 && (1..=31).contains(day))
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
    use super::Dates;
    use crate::lexicon::Lexicon;
    use crate::model::DateError;

    fn read(language: &str, text: &str) -> Result<String, DateError> {
        let language = language.parse().unwrap();
        let index = Lexicon::builtin().index(Some(crate::model::Language::primary(&language)));
        Dates::new(&index, Some(&language)).read(text).map(|date| date.to_string())
    }

    #[test]
    fn dates_are_read_in_each_language() {
        for (language, text, expected) in [
            ("fr", "17 juin 2025", "2025-06-17"),
            ("fr", "Le 1er mars 2025", "2025-03-01"),
            ("fr", "Mardi 21 octobre 2025, 18 h 40", "2025-10-21T18:40"),
            ("fr", "Le numéro 5, août 2024", "2024-08"),
            ("fr", "1ᵉʳ\u{a0}AOU\u{302}T 2024", "2024-08-01"),
            ("en", "September 2, 2025", "2025-09-02"),
            ("en", "Nov. 18, 2024", "2024-11-18"),
            ("en", "the 2nd of September 2025 at 9:05", "2025-09-02T09:05"),
            ("en", "Tuesday, September 2nd, 2025", "2025-09-02"),
            ("de", "Dienstag, den 4. Feb. 2025", "2025-02-04"),
            ("es", "9 de julio de 2025", "2025-07-09"),
            ("es", "1.º de set. de 2025", "2025-09-01"),
            ("pt", "segunda-feira, 3 de março de 2025", "2025-03-03"),
            ("pt", "1º dez. 2025", "2025-12-01"),
            ("it", "1° magg. 2025", "2025-05-01"),
            ("it", "lunedì 12 maggio 2025", "2025-05-12"),
            ("en", "2025-06-17", "2025-06-17"),
        ] {
            assert_eq!(read(language, text).as_deref(), Ok(expected), "{text}");
        }
    }

    #[test]
    fn the_language_says_whether_the_day_comes_first() {
        for language in ["fr", "de", "it-CH", "es", "pt-BR", "en-GB"] {
            for text in ["03/02/2025", "3.2.2025", "Stand: 03-02-2025"] {
                assert_eq!(read(language, text).as_deref(), Ok("2025-02-03"), "{language} {text}");
            }
        }
        assert_eq!(read("en-US", "03/02/2025").as_deref(), Ok("2025-03-02"));
        assert_eq!(read("en", "03/02/2025"), Err(DateError::Ambiguous));
        assert_eq!(read("en", "03/25/2025").as_deref(), Ok("2025-03-25"));
        assert_eq!(read("en", "25/03/2025").as_deref(), Ok("2025-03-25"));
        assert_eq!(read("en", "3/3/2025").as_deref(), Ok("2025-03-03"));
    }

    #[test]
    fn what_is_no_date_is_refused_for_a_reason() {
        for (text, reason) in [
            ("31 février 2025", DateError::Range),
            ("31/02/2025", DateError::Range),
            ("17 juin 25", DateError::TwoDigitYear),
            ("17/06/25", DateError::TwoDigitYear),
            ("25-06-17", DateError::TwoDigitYear),
            ("lundi 17 juin 2025", DateError::Weekday),
            ("17 juin, 18 h 40", DateError::Form),
            ("le marché de juin", DateError::Form),
            ("17 juin 2025\n", DateError::Form),
            ("", DateError::Form),
        ] {
            assert_eq!(read("fr", text), Err(reason), "{text}");
        }
    }
}
