//! The rule `truncated-text`.

use super::documented;
use crate::diagnostic::{Diagnostic, Severity, quote};
use crate::model::{Article, Block, Inline, Role, Section, plain_text};
use crate::path::Path;
use crate::validate::rule::Rule;
use crate::validate::sample;
use crate::validate::subject::Subject;

documented! {
/**
Reports a section that breaks off.

# What it does
Looks at the last paragraph of each section that is no boilerplate, where it is 60 bytes or longer and no list
follows. It finds one that ends in a letter, a digit, a comma, a hyphen or an opening bracket, or in `[…]` and its like.

An attribution, a paragraph all of one link or in bold, and one that ends in an address or a name after a dash end as they
should.

# Why
Feeds and previews give the beginning of an article only, and language models stop where their allowance ends.

# Example
```markdown
The board of the district says that the grant will end before the second mile is
```

# Use instead
```markdown
The board of the district says that the grant will end before the second mile is paid.
```
*/
pub struct TruncatedText;
}

impl Rule for TruncatedText {
    fn name(&self) -> &'static str {
        "truncated-text"
    }

    fn severity(&self) -> Severity {
        Severity::Warning
    }

    fn documentation(&self) -> &'static str {
        Self::PAGE
    }

    fn check(&self, subject: &Subject<'_>, found: &mut dyn FnMut(Diagnostic)) {
        for (position, section) in subject.article().sections.iter().enumerate() {
            if section.role == Role::Boilerplate {
                continue;
            }
            let Some((Block::Paragraph(paragraph), before)) = section.body.split_last() else { continue };
            if paragraph.is_attribution || !paragraph.content.iter().any(|inline| matches!(inline, Inline::Text(_))) {
                continue;
            }
            let text = plain_text(&paragraph.content);
            let Some(end) = break_of(text.trim_end()) else { continue };
            let message = format!("the text breaks off: {}", quote(end));
            let path = Path::section(position).key("body").index(before.len());
            found(self.finding(message).at(path).with_help("get the whole text, or end the sentence"));
        }
    }

    fn bad(&self) -> Article {
        example("The board of the district says that the grant will end before the second mile is")
    }

    fn good(&self) -> Article {
        example("The board of the district says that the grant will end before the second mile is paid.")
    }
}

/// From how many bytes a paragraph is long enough to be a sentence.
const LEAST: usize = 60;

/// Ends with which extractors and feeds show that they left something out.
const LEFT_OUT: &[&str] = &["[…]", "[...]", "(…)", "(...)", "[&hellip;]"];

/// The last words of a text that breaks off.
fn break_of(text: &str) -> Option<&str> {
    if text.len() < LEAST {
        return None;
    }
    let last = text.chars().next_back()?;
    let is_open = last.is_alphanumeric() || matches!(last, ',' | '(' | '[' | '«' | '“' | '-');
    let is_marked = LEFT_OUT.iter().any(|mark| text.ends_with(mark));
    if !is_open && !is_marked {
        return None;
    }
    let words = text.rsplit(' ').take(6).map(|word| word.len() + 1).sum::<usize>().saturating_sub(1);
    let end = text.get(text.len().checked_sub(words)?..)?;
    let is_address = end.rsplit(' ').next().is_some_and(|word| word.contains("://") || word.starts_with("www."));
    // A sentence before the last words, and no verb's place after them: a name, a place and a date under the text.
    let is_signed = end.split(' ').any(|word| matches!(word, "—" | "–" | "|" | "•" | "·"));
    let has_sentence = text.contains([' ', '\u{a0}']) && text.chars().any(char::is_lowercase);
    (!is_address && !is_signed && has_sentence || is_marked).then_some(end)
}

/// The sample with one more paragraph.
fn example(text: &str) -> Article {
    sample::article().section(Section::example().paragraph(text))
}
