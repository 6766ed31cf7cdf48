//! The outline of an article: its head, then a line for each section.

use std::io::{self, Write};

use commentary::diagnostic::escape;
use commentary::{Article, Section};
use unicode_segmentation::UnicodeSegmentation;

use crate::output::{FAINT, Output, STRONG, paint, style_of};
use crate::text::{count, opening};

/// The length of the longest bar.
const BAR: usize = 12;
/// How much of a section's text is shown.
const OPENING: usize = 28;

/// Prints the outline of an article.
pub(crate) fn write(article: &Article, out: &mut Output) -> io::Result<()> {
    let title = article.title.as_deref().unwrap_or("(without a title)");
    writeln!(out, "  {}", paint(STRONG, escape(title)))?;
    for line in head(article) {
        writeln!(out, "  {}", paint(FAINT, line))?;
    }
    writeln!(out)?;
    let words: Vec<usize> = article.sections.iter().map(words_of).collect();
    let most = words.iter().copied().max().unwrap_or_default();
    for (section, &words) in article.sections.iter().zip(&words) {
        let style = style_of(&section.role);
        let role = escape(&section.role.to_string()).to_string();
        let bar = "━".repeat((words * BAR).div_ceil(most.max(1)));
        let counted = count(words, "word");
        let text = opening(&section.heading_text().unwrap_or_else(|| section.text()), OPENING);
        writeln!(
            out,
            "  {}  {}  {counted:>9}  {}",
            paint(style, format_args!("{role:<23}")),
            paint(style, format_args!("{bar:<BAR$}")),
            paint(FAINT, text)
        )?;
    }
    Ok(())
}

/// Who wrote it and in which language, then what it comments on.
fn head(article: &Article) -> Vec<String> {
    let mut line: Vec<String> = article.authors.iter().map(|author| format!("by {}", escape(&author.name))).collect();
    line.extend(article.published.map(|date| date.to_string()));
    line.extend(article.language.as_ref().map(|language| format!("language: {}", escape(language.as_str()))));
    let mut lines = vec![line.join(" · ")];
    lines.extend(article.references.iter().map(|reference| {
        let address = reference.url.as_ref().map(|url| url.as_str());
        format!("on {}", escape(address.or(reference.title.as_deref()).unwrap_or_default()))
    }));
    lines.retain(|line| !line.is_empty());
    lines
}

/// The number of words in a section's body, by the boundaries of Unicode (UAX #29).
fn words_of(section: &Section) -> usize {
    section.text().unicode_words().count()
}
