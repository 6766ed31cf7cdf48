//! Where front matter stands in a plain text: at its beginning, or below a language model's first words.

use crate::front_matter::{Head, Syntax, names, read_all};
use crate::span::Span;

use super::census::Census;
use super::lines::{Line, Lines, SEPARATORS};

/// Front matter: all of it with its fences, and what stands between them.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Front {
    pub(super) whole: Span,
    inside: Span,
    syntax: Syntax,
}

/// How many lines may stand above front matter: "Here is the article:", and the fence of a block of code.
const MAX_ABOVE: usize = 4;

/// The longest line above front matter, in bytes.
const MAX_LINE: usize = 400;

/// How many lines front matter may have.
const MAX_LINES: usize = 500;

/// Keys that tell front matter from a paragraph between two rules, beside those of the article's fields.
const USUAL_KEYS: [&str; 10] =
    ["date", "layout", "description", "slug", "draft", "categories", "permalink", "keywords", "subtitle", "summary"];

impl Front {
    /// Finds the front matter of a text. Below other lines it must be beyond doubt.
    pub(super) fn find(source: &str, census: Census) -> Option<Self> {
        let mut lines = Lines::new(source, census);
        for above in 0..=MAX_ABOVE {
            let line = lines.next()?;
            let found = Syntax::opened_by(line.text).and_then(|syntax| Self::at(&line, lines.clone(), syntax, source));
            if let Some(found) = found.filter(|found| above == 0 || found.has_usual_key(source)) {
                return Some(found);
            }
            if line.text.len() > MAX_LINE {
                return None;
            }
        }
        None
    }

    /// The front matter that a line opens; one that is never closed, or holds prose, is none.
    fn at(opening: &Line<'_>, lines: Lines<'_>, syntax: Syntax, source: &str) -> Option<Self> {
        let from = opening.end();
        for (line, count) in lines.zip(0..MAX_LINES) {
            if syntax.is_closed_by(line.text) {
                let (whole, inside) = (Span::new(opening.start, line.end()), Span::new(from, line.start));
                return (count > 0).then_some(Self { whole, inside, syntax });
            }
            // Texts over several lines may stand in TOML; its fence is no sign of anything else.
            let may_be_prose = syntax == Syntax::Toml && count > 0 || is_indented(source, line.start);
            if !may_be_prose && !is_data(line.text, syntax, count == 0) {
                return None;
            }
        }
        None
    }

    /// The lines between the fences, each with one line feed at its end.
    fn lines(self, source: &str) -> String {
        let inside = self.inside.slice(source).unwrap_or_default().replace("\r\n", "\n");
        let lines = inside.split(|c| matches!(c, '\n' | '\r') || SEPARATORS.contains(&c));
        lines.fold(String::new(), |text, line| text + line.trim_end() + "\n")
    }

    fn has_usual_key(self, source: &str) -> bool {
        self.lines(source).lines().any(|line| {
            let key = line.split([':', '=']).next().unwrap_or_default().trim();
            names::name_of(key).is_some() || USUAL_KEYS.contains(&key)
        })
    }

    /// What it says. What cannot be read is kept.
    pub(super) fn head(self, source: &str) -> Head {
        let lines = self.lines(source);
        let all = Span::new(0, lines.len());
        read_all(&lines, all, self.syntax)
    }
}

/// True for a line that may stand in front matter.
fn is_data(text: &str, syntax: Syntax, is_first: bool) -> bool {
    let sign = if syntax == Syntax::Yaml { ':' } else { '=' };
    let key = text.split(sign).next().unwrap_or_default().trim_matches(['"', '\'', ' ']);
    let has_key = key.len() < text.len() && !key.is_empty() && key.split(' ').count() <= 3;
    let is_comment = text.starts_with('#');
    has_key || is_comment || text.starts_with('[') || !is_first && text.starts_with(['-', ']', '}', '"', '\''])
}

/// True where white space stands before a byte on its line.
fn is_indented(source: &str, at: usize) -> bool {
    source.get(..at).is_some_and(|before| before.ends_with([' ', '\t']))
}
