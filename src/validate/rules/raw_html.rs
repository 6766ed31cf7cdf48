//! The rule `raw-html`.

use super::documented;
use crate::diagnostic::{Diagnostic, Severity, quote};
use crate::model::{Article, Inline, Paragraph, Section};
use crate::validate::parts::Kind;
use crate::validate::rule::Rule;
use crate::validate::sample;
use crate::validate::subject::Subject;

documented! {
/**
Reports raw HTML in a heading or a body.

# What it does
Finds blocks and pieces of lines that are HTML. Comments are left alone: a reader sees nothing of them.

# Why
It is written as text unless the writer is told to trust it, other programs drop it, and it can hold what runs or spies.

# Example
```markdown
Water is <u>scarce</u>.
```

# Use instead
```markdown
Water is *scarce*.
```
*/
pub struct RawHtml;
}

impl Rule for RawHtml {
    fn name(&self) -> &'static str {
        "raw-html"
    }

    fn severity(&self) -> Severity {
        Severity::Note
    }

    fn documentation(&self) -> &'static str {
        Self::PAGE
    }

    fn check(&self, subject: &Subject<'_>, found: &mut dyn FnMut(Diagnostic)) {
        for placed in subject.parts() {
            let Some((html, Kind::Html)) = placed.part.text() else { continue };
            let trimmed = html.trim();
            if trimmed.is_empty() || (trimmed.starts_with("<!--") && trimmed.ends_with("-->")) {
                continue;
            }
            let path = placed.path();
            let message = format!("{} is raw HTML", quote(trimmed));
            found(self.finding(message).at(path).with_help("say it in Markdown, or take it out"));
        }
    }

    fn bad(&self) -> Article {
        example(Inline::Html("<br>".into()))
    }

    fn good(&self) -> Article {
        example(Inline::HardBreak)
    }
}

/// The sample with a break in a line.
fn example(line_break: Inline) -> Article {
    let paragraph = Paragraph::new([Inline::text("Water is scarce."), line_break, Inline::text("Shade is not.")]);
    sample::article().section(Section::example().block(paragraph))
}
