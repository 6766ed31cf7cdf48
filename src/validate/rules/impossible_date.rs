//! The rule `impossible-date`.

use super::documented;
use crate::diagnostic::{Diagnostic, Severity, quote};
use crate::model::{Article, Date, Value};
use crate::path::Path;
use crate::validate::rule::Rule;
use crate::validate::sample;
use crate::validate::subject::Subject;

documented! {
/**
Reports dates that cannot be right.

# What it does
Finds sources that were looked at before they were published, as coarse as the dates are, and dates under keys of the
front matter that generators know (`date`, `lastmod`, `last_modified_at`, `modified`, `updated`, `expiryDate`) which have
the form of a date and name a month or a day that no calendar has.

# Why
One of the two dates is wrong; a date that the calendar does not have stops the site generator, or is read as another day.

# Example
```markdown
---
lastmod: "2025-02-30"
---
```

# Use instead
```markdown
---
lastmod: "2025-02-28"
---
```
*/
pub struct ImpossibleDate;
}

impl Rule for ImpossibleDate {
    fn name(&self) -> &'static str {
        "impossible-date"
    }

    fn severity(&self) -> Severity {
        Severity::Warning
    }

    fn documentation(&self) -> &'static str {
        Self::PAGE
    }

    fn check(&self, subject: &Subject<'_>, found: &mut dyn FnMut(Diagnostic)) {
        let article = subject.article();
        for (position, reference) in article.references.iter().enumerate() {
            let (Some(published), Some(accessed)) = (reference.published, reference.accessed) else { continue };
            if is_before(accessed, published) {
                let message = format!("the source was looked at on {accessed}, before it was published on {published}");
                let path = Path::root().key("references").index(position).key("accessed");
                found(self.finding(message).at(path).with_help("correct one of the two dates"));
            }
        }
        for key in KEYS {
            let text = article.extra.get(key).and_then(Value::as_str).map(str::trim);
            let Some(day) = text.and_then(|text| text.get(..10)).filter(|day| has_form(day)) else { continue };
            if let Err(error) = day.parse::<Date>() {
                let message = format!("{} is no date: {error}", quote(day));
                found(self.finding(message).at(Path::root().key(*key)).with_help("write a day that the calendar has"));
            }
        }
    }

    fn bad(&self) -> Article {
        example("2025-02-30")
    }

    fn good(&self) -> Article {
        example("2025-02-28")
    }
}

/// Keys under which generators of sites keep dates.
const KEYS: &[&str] = &["date", "lastmod", "last_modified_at", "modified", "updated", "expiryDate"];

/// True for four, two and two digits with hyphens between.
fn has_form(text: &str) -> bool {
    text.len() == 10
        && text
            .bytes()
            .enumerate()
            .all(|(at, byte)| if matches!(at, 4 | 7) { byte == b'-' } else { byte.is_ascii_digit() })
}

/// True where a date ends before another one begins.
fn is_before(date: Date, other: Date) -> bool {
    let end = (date.year(), date.month().unwrap_or(12), date.day().unwrap_or(31));
    end < (other.year(), other.month().unwrap_or(1), other.day().unwrap_or(1))
}

/// The sample with a date of its last change.
fn example(date: &str) -> Article {
    let mut article = sample::article();
    article.extra.insert("lastmod", date);
    article
}
