//! The outline of an article: its head, then a line for each section.

use std::io::{self, Write};

use commentary::diagnostic::escape;
use commentary::{Article, Role, Statistics};

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
    let statistics = article.statistics();
    let most = statistics.sections.iter().map(|portion| portion.words).max().unwrap_or_default();
    for (section, portion) in article.sections.iter().zip(&statistics.sections) {
        let words = portion.words;
        let style = style_of(&section.role);
        let role = escape(&section.role.to_string()).to_string();
        let bar = "━".repeat((words * BAR).div_ceil(most.max(1)));
        // Boilerplate has no share: it is no part of what is read.
        let share = match section.role {
            Role::Boilerplate => String::new(),
            _ => format!("{:.0} %", statistics.share(portion) * 100.0),
        };
        let counted = format!("{:>9} {share:>5}", count(words, "word"));
        let text = opening(&section.heading_text().unwrap_or_else(|| section.text()), OPENING);
        writeln!(
            out,
            "  {}  {}  {counted}  {}",
            paint(style, format_args!("{role:<23}")),
            paint(style, format_args!("{bar:<BAR$}")),
            paint(FAINT, text)
        )?;
    }
    writeln!(out, "\n  {}", paint(FAINT, in_numbers(&statistics)))?;
    Ok(())
}

/// How long it is, and how evenly the views that take a side share the room.
fn in_numbers(statistics: &Statistics) -> String {
    let minutes = statistics.reading_time(Statistics::WORDS_PER_MINUTE).as_secs().div_ceil(60);
    let (words, sentences) = (count(statistics.words, "word"), count(statistics.sentences, "sentence"));
    let balance = statistics.balance().map(|balance| format!(", balance of the sides {balance:.2}"));
    format!("{words} in {sentences}, {minutes} min to read{}", balance.unwrap_or_default())
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
