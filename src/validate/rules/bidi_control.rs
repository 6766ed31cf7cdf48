//! The rule `bidi-control`.

use super::documented;
use crate::diagnostic::{Diagnostic, Edit, Fix, Severity};
use crate::model::{Article, Section};
use crate::validate::parts::Kind;
use crate::validate::rule::Rule;
use crate::validate::sample;
use crate::validate::subject::Subject;

documented! {
/**
Reports marks that change the direction of writing.

# What it does
Finds embeddings, overrides, isolates and directional marks (U+061C, U+200E, U+200F, U+202A to U+202E, U+2066 to U+2069)
in every text but code and raw HTML.

Where no letter of the text is written from right to left, they are of no use, and the fix takes them out. Elsewhere an
override (U+202D, U+202E) and a mark that is never closed are reported, without a fix.

# Why
They can make a text read otherwise than it is stored: an address, an amount, a name.

# Example
```markdown
The district owns the canal&#8238;.
```

# Use instead
```markdown
The district owns the canal.
```
*/
pub struct BidiControl;
}

impl Rule for BidiControl {
    fn name(&self) -> &'static str {
        "bidi-control"
    }

    fn severity(&self) -> Severity {
        Severity::Warning
    }

    fn documentation(&self) -> &'static str {
        Self::PAGE
    }

    fn check(&self, subject: &Subject<'_>, found: &mut dyn FnMut(Diagnostic)) {
        for placed in subject.parts() {
            let Some((text, Kind::Field | Kind::Prose)) = placed.part.text() else { continue };
            // All of them are three bytes that begin with 0xE2, but for one of two that begins with 0xD8.
            if !text.bytes().any(|byte| matches!(byte, 0xE2 | 0xD8)) {
                continue;
            }
            let Some(first) = text.chars().find(|&c| is_control(c)) else { continue };
            let is_mixed = text.chars().any(is_right_to_left);
            if is_mixed && is_orderly(text) {
                continue;
            }
            let message = format!("the text holds U+{:04X}, which changes the direction of writing", u32::from(first));
            let fix = (!is_mixed).then(|| {
                let clean: String = text.chars().filter(|&c| !is_control(c)).collect();
                Fix::new("take the marks out").edit(Edit::replace(placed.path(), clean))
            });
            found(
                self.finding(message).at(placed.path()).with_help("take it out where it was not meant").with_fix(fix),
            );
        }
    }

    fn bad(&self) -> Article {
        example("The district owns the canal\u{202e}.")
    }

    fn good(&self) -> Article {
        example("The district owns the canal.")
    }
}

/// True for the directional controls of UAX #9.
const fn is_control(c: char) -> bool {
    matches!(c, '\u{061C}' | '\u{200E}' | '\u{200F}' | '\u{202A}'..='\u{202E}' | '\u{2066}'..='\u{2069}')
}

/// True for letters of scripts that are written from right to left.
const fn is_right_to_left(c: char) -> bool {
    matches!(c, '\u{0590}'..='\u{061B}' | '\u{061D}'..='\u{08FF}' | '\u{FB1D}'..='\u{FDFF}' | '\u{FE70}'..='\u{FEFC}' | '\u{10800}'..='\u{10FFF}' | '\u{1E800}'..='\u{1EFFF}')
}

/// True where each mark that opens is closed, and none overrides the direction of letters.
fn is_orderly(text: &str) -> bool {
    let mut open = 0_usize;
    for c in text.chars() {
        match c {
            '\u{202D}' | '\u{202E}' => return false,
            '\u{202A}' | '\u{202B}' | '\u{2066}'..='\u{2068}' => open += 1,
            '\u{202C}' | '\u{2069}' if open == 0 => return false,
            '\u{202C}' | '\u{2069}' => open -= 1,
            _ => {}
        }
    }
    open == 0
}

/// The sample with one more paragraph.
fn example(text: &str) -> Article {
    sample::article().section(Section::example().paragraph(text))
}
