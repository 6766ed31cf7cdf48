//! Plain text: the form that [`parse`](fn@crate::parse) reads.
//!
//! One line for each field of the head, then the sections: headings as they are, paragraphs one a line, items behind a
//! bullet or a number, quoted lines behind `>`. An empty line parts the blocks. What plain text cannot carry is left out:
//! emphasis, link destinations, code fences, raw HTML, keys of `extra`, and the roles of sections without a heading, which
//! a reader has to tell from their words.

use crate::lexicon::{Lexicon, Sense};
use crate::model::{Article, Block, List, Reference, Section, plain_text};

/// Writes an article as plain text.
///
/// # Examples
///
/// ```
/// use commentary::{Article, Reference, Section, Stance, text};
///
/// let article = Article::new("A roof over the canal")
///     .author("Dana Whitcombe")
///     .language("en".parse()?)
///     .reference(Reference::to("https://a.example/canal"))
///     .section(Section::perspective(Stance::Optimistic).heading("Optimistic view").paragraph("Costs will fall."));
/// assert_eq!(
///     text::to_string(&article),
///     "A roof over the canal\n\nDana Whitcombe\n\nReference article: https://a.example/canal\n\n\
///      Optimistic view\n\nCosts will fall.\n"
/// );
/// # Ok::<(), commentary::LanguageError>(())
/// ```
#[must_use]
pub fn to_string(article: &Article) -> String {
    let mut out = String::new();
    [&article.title, &article.teaser, &article.question].into_iter().flatten().for_each(|line| push(&mut out, line));
    article.authors.iter().for_each(|author| push(&mut out, &author.name));
    if let Some(date) = &article.published {
        push(&mut out, &date.to_string());
    }
    article.references.iter().for_each(|reference| push(&mut out, &reference_line(article, reference)));
    article.sections.iter().for_each(|section| write_section(&mut out, section));
    out
}

/// Appends a block after an empty line. Line ends inside it become spaces: a line is a block.
fn push(out: &mut String, line: &str) {
    let words = line.split(['\n', '\r']).map(str::trim).filter(|part| !part.is_empty());
    let line = words.collect::<Vec<_>>().join(" ");
    if line.is_empty() {
        return;
    }
    if !out.is_empty() {
        out.push('\n');
    }
    out.push_str(&line);
    out.push('\n');
}

/// A source: what it is, in the language of the article, its title, its address.
fn reference_line(article: &Article, reference: &Reference) -> String {
    let language = article.language.as_ref().map_or("en", |language| language.primary());
    let marker = Sense::Marker(reference.kind.clone());
    let marker = Lexicon::builtin().phrases(language, &marker).next().unwrap_or("source");
    let mut chars = marker.chars();
    let mut line: String = chars.next().into_iter().flat_map(char::to_uppercase).chain(chars).collect();
    line.push(':');
    let url = reference.url.as_ref().map(|url| url.as_str());
    for part in reference.title.as_deref().into_iter().chain(url) {
        line.push(' ');
        line.push_str(part);
    }
    line
}

fn write_section(out: &mut String, section: &Section) {
    if let Some(heading) = section.heading_text() {
        push(out, &heading);
    }
    section.body.iter().for_each(|block| write_block(out, block));
    let replies = section.as_perspective().map(|perspective| perspective.replies.as_slice());
    // Replies inside replies are deeper than any text goes; they are written one level at a time.
    let mut pending: Vec<&Section> = replies.unwrap_or_default().iter().rev().collect();
    while let Some(reply) = pending.pop() {
        if let Some(heading) = reply.heading_text() {
            push(out, &heading);
        }
        reply.body.iter().for_each(|block| write_block(out, block));
        pending.extend(reply.as_perspective().into_iter().flat_map(|view| view.replies.iter().rev()));
    }
}

fn write_block(out: &mut String, block: &Block) {
    match block {
        Block::List(list) => write_list(out, list),
        Block::Quote(quote) => {
            let lines = quote
                .body
                .iter()
                .map(Block::text)
                .flat_map(|text| text.lines().map(|line| format!("> {line}")).collect::<Vec<_>>());
            push_lines(out, lines);
        }
        Block::Paragraph(_) | Block::Heading(_) => push(out, &plain_text(block.content())),
        _ => block.text().lines().for_each(|line| push(out, line)),
    }
}

/// The items of a list, one a line; blocks inside an item follow on its line.
fn write_list(out: &mut String, list: &List) {
    let lines = list.items.iter().zip(0..).map(|(item, position): (_, u64)| {
        let text: Vec<String> = item.body.iter().map(Block::text).collect();
        let mark = list.start.map_or_else(|| "-".to_owned(), |start| format!("{}.", start.saturating_add(position)));
        format!("{mark} {}", text.join(" ").replace(['\n', '\r'], " "))
    });
    push_lines(out, lines);
}

/// Appends lines that belong together after an empty line.
fn push_lines(out: &mut String, lines: impl Iterator<Item = String>) {
    if !out.is_empty() {
        out.push('\n');
    }
    for line in lines {
        out.push_str(&line);
        out.push('\n');
    }
}
