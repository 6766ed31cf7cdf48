//! The rule `mojibake`.

use super::documented;
use crate::diagnostic::{Diagnostic, Edit, Fix, Severity, quote};
use crate::model::{Article, Section};
use crate::mojibake::{is_damaged, repair};
use crate::validate::parts::Kind;
use crate::validate::rule::Rule;
use crate::validate::sample;
use crate::validate::subject::Subject;

documented! {
/**
Reports a text that was read as another encoding than it is written in.

# What it does
Finds UTF-8 that was read as Windows-1252, ISO-8859-1, ISO-8859-15 or ISO-8859-16, once or twice, in every text but
addresses. The fix puts back what can be proved, as [`mojibake::repair`](crate::mojibake::repair) does; what is lost for
good is reported apart. It stays as it is, and beside sound text nobody can tell it from what was meant.

# Why
`rÃ©fÃ©rence` is hard to read and is not found.

# Example
```markdown
The cafÃ© at the canal is closed.
```

# Use instead
```markdown
The café at the canal is closed.
```
*/
pub struct Mojibake;
}

impl Rule for Mojibake {
    fn name(&self) -> &'static str {
        "mojibake"
    }

    fn severity(&self) -> Severity {
        Severity::Warning
    }

    fn documentation(&self) -> &'static str {
        Self::PAGE
    }

    fn check(&self, subject: &Subject<'_>, found: &mut dyn FnMut(Diagnostic)) {
        for placed in subject.parts() {
            let Some((text, kind)) = placed.part.text() else { continue };
            if !matches!(kind, Kind::Field | Kind::Prose) || !is_damaged(text) {
                continue;
            }
            let repair = repair(text);
            let help = "get the text again and read it as UTF-8";
            if let Some(loss) = repair.losses.first() {
                let lost = quote(loss.span.slice(text).unwrap_or_default());
                let finding = self.finding(format!("{lost} has lost bytes, which nobody can put back"));
                found(finding.at(placed.path()).with_help(help));
            }
            if let Some(change) = repair.changes.first() {
                let damaged = quote(change.span.slice(text).unwrap_or_default());
                let message = format!("{damaged} is {} that was read as {}", quote(&change.text), change.encoding);
                let fix = Fix::new("put the characters back").edit(Edit::replace(placed.path(), repair.text));
                found(self.finding(message).at(placed.path()).with_help(help).with_fix(fix));
            }
        }
    }

    fn bad(&self) -> Article {
        example("The cafÃ© at the canal is closed.")
    }

    fn good(&self) -> Article {
        example("The café at the canal is closed.")
    }
}

/// The sample with one more paragraph.
fn example(text: &str) -> Article {
    sample::article().section(Section::example().paragraph(text))
}
