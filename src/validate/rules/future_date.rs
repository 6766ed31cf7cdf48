//! The rule `future-date`.

use super::documented;
use crate::diagnostic::{Diagnostic, Severity};
use crate::model::{Article, Date};
use crate::path::Path;
use crate::validate::rule::Rule;
use crate::validate::sample;
use crate::validate::subject::Subject;

documented! {
/**
Reports a date that has not come yet.

# What it does
Compares the dates of the article and of its sources with the date of the check, as coarse as they are: only a day, month
or year that begins after it is reported. It is silent where the caller gives no date; see
[`Validator::today`](crate::Validator::today).

# Why
Nobody reads tomorrow's paper: a digit is wrong, or day and month changed places.

# Example
```markdown
---
published: "2205-06-17"
---
```

# Use instead
```markdown
---
published: "2025-06-17"
---
```
*/
pub struct FutureDate;
}

impl Rule for FutureDate {
    fn name(&self) -> &'static str {
        "future-date"
    }

    fn severity(&self) -> Severity {
        Severity::Warning
    }

    fn documentation(&self) -> &'static str {
        Self::PAGE
    }

    fn check(&self, subject: &Subject<'_>, found: &mut dyn FnMut(Diagnostic)) {
        let Some(today) = subject.today() else { return };
        let mut judge = |date: Option<Date>, path: &dyn Fn() -> Path| {
            let Some(date) = date.filter(|&date| begin(date) > end(today)) else { return };
            let finding = self.finding(format!("the date {date} has not come yet")).at(path());
            found(finding.with_help("give the date on which it was published or looked at"));
        };
        let article = subject.article();
        judge(article.published, &|| Path::root().key("published"));
        for (position, reference) in article.references.iter().enumerate() {
            let path = || Path::root().key("references").index(position);
            judge(reference.published, &|| path().key("published"));
            judge(reference.accessed, &|| path().key("accessed"));
        }
    }

    fn bad(&self) -> Article {
        Article { published: Date::from_day(9999, 6, 17).ok(), ..sample::article() }
    }

    fn good(&self) -> Article {
        Article { published: Date::from_day(2025, 6, 17).ok(), ..sample::article() }
    }
}

/// The first day of a date, and its year and month.
fn begin(date: Date) -> (u16, u8, u8) {
    (date.year(), date.month().unwrap_or(1), date.day().unwrap_or(1))
}

/// The last day of a date, with 31 for the last of any month.
fn end(date: Date) -> (u16, u8, u8) {
    (date.year(), date.month().unwrap_or(12), date.day().unwrap_or(31))
}
