//! The rule `invisible-characters`.

use super::documented;
use crate::diagnostic::{Diagnostic, Edit, Fix, Severity};
use crate::model::{Article, Section};
use crate::mojibake::is_damaged;
use crate::validate::parts::Kind;
use crate::validate::rule::Rule;
use crate::validate::sample;
use crate::validate::subject::Subject;

documented! {
/**
Reports characters that nobody sees.

# What it does
Finds control characters other than tabs and line ends, byte order marks and zero-width spaces and joiners inside texts,
fillers, and TAG characters (U+E0000 to U+E007F), in every text but code. A zero-width non-joiner between letters of
scripts that join, and the TAG characters of a flag, are where they belong. Soft hyphens are left alone.

The fix takes them out.

# Why
Words that look alike are then not found, names are taken for others, and hidden text is read by programs alone.

# Example
```markdown
The dis&#8203;trict has covered two miles of canal.
```

# Use instead
```markdown
The district has covered two miles of canal.
```
*/
pub struct InvisibleCharacters;
}

impl Rule for InvisibleCharacters {
    fn name(&self) -> &'static str {
        "invisible-characters"
    }

    fn severity(&self) -> Severity {
        Severity::Warning
    }

    fn documentation(&self) -> &'static str {
        Self::PAGE
    }

    fn check(&self, subject: &Subject<'_>, found: &mut dyn FnMut(Diagnostic)) {
        for placed in subject.parts() {
            let Some((text, kind)) = placed.part.text().filter(|(_, kind)| *kind != Kind::Code) else { continue };
            if kind == Kind::Html || !text.chars().any(may_be_hidden) {
                continue;
            }
            // What looks like control characters there are bytes of letters: they are put back first.
            if is_damaged(text) {
                continue;
            }
            let clean: String = kept(text).collect();
            let Some(first) = first_difference(text, &clean) else { continue };
            let count = text.chars().count() - clean.chars().count();
            let shown = format!("U+{:04X}", u32::from(first));
            let message = match count {
                1 => format!("the text holds {shown}, which is not seen"),
                _ => format!("the text holds {count} characters that are not seen, first {shown}"),
            };
            let fix = Fix::new("take the characters out").edit(Edit::replace(placed.path(), clean));
            found(
                self.finding(message).at(placed.path()).with_help("take it out where it was not meant").with_fix(fix),
            );
        }
    }

    fn bad(&self) -> Article {
        example("The dis\u{200b}trict owns the canal.")
    }

    fn good(&self) -> Article {
        example("The district owns the canal.")
    }
}

/// The characters of a text but for those that are not seen.
fn kept(text: &str) -> impl Iterator<Item = char> {
    let mut before = None;
    let mut in_flag = false;
    let mut rest = text.chars().peekable();
    std::iter::from_fn(move || {
        loop {
            let c = rest.next()?;
            in_flag = c == '\u{1F3F4}' || (in_flag && matches!(c, '\u{E0020}'..='\u{E007F}'));
            let is_hidden = match c {
                '\u{200C}' => !(before.is_some_and(joins) && rest.peek().copied().is_some_and(joins)),
                '\u{E0020}'..='\u{E007F}' => !in_flag,
                _ => is_hidden(c),
            };
            before = Some(c);
            if !is_hidden {
                return Some(c);
            }
        }
    })
}

/// True for what is hidden somewhere.
fn may_be_hidden(c: char) -> bool {
    // Most characters of most texts.
    !matches!(c, ' '..='~' | '\u{A0}'..='\u{34E}')
        && (is_hidden(c) || matches!(c, '\u{200C}' | '\u{E0020}'..='\u{E007F}'))
}

/// True for characters without a shape that no script needs.
fn is_hidden(c: char) -> bool {
    match c {
        '\t' | '\n' | '\r' => false,
        '\u{034F}' | '\u{115F}' | '\u{1160}' | '\u{17B4}' | '\u{17B5}' | '\u{180E}' | '\u{200B}' | '\u{FEFF}' => true,
        '\u{2060}'..='\u{2065}' | '\u{206A}'..='\u{206F}' | '\u{3164}' | '\u{FFA0}' | '\u{FFF9}'..='\u{FFFB}' => true,
        '\u{E0000}'..='\u{E001F}' => true,
        // NEL is a line end.
        '\u{85}' => false,
        _ => c.is_control(),
    }
}

/// True for letters that take another shape beside their neighbors: Arabic, Syriac, N'Ko, Mongolian, Indic scripts.
const fn joins(c: char) -> bool {
    matches!(c, '\u{0600}'..='\u{085F}' | '\u{08A0}'..='\u{0DFF}' | '\u{1800}'..='\u{18AF}' | '\u{FB50}'..='\u{FDFF}' | '\u{FE70}'..='\u{FEFC}')
}

/// The first character of a text that another one, made by leaving some out, does not have.
fn first_difference(text: &str, clean: &str) -> Option<char> {
    if text.len() == clean.len() {
        return None;
    }
    let mut others = clean.chars();
    text.chars().find(|&c| others.next() != Some(c))
}

/// The sample with one more paragraph.
fn example(text: &str) -> Article {
    sample::article().section(Section::example().paragraph(text))
}
