//! The fields above the sections: as lines, or as front matter.

use super::body::shallow;
use super::content::is_one_line;
use super::line::{Is, Line};
use super::loss::Losses;
use super::mark;
use crate::front_matter::{self, Dialect, names};
use crate::label::{Form, addresses};
use crate::lexicon::{Lexicon, Sense};
use crate::model::{Article, Author, Extra, Precision, Reference, ReferenceKind};
use crate::path::Path;
use crate::span::Span;

/// The article without its sections and without keys that are too deep to be read back.
pub(super) fn head(article: &Article, losses: &mut Losses) -> Article {
    let root = Path::root();
    let Article { title, question, teaser, authors, published, language, url, tags, references, sections: _, extra } =
        article;
    let authors = authors.iter().enumerate();
    let references = references.iter().enumerate();
    Article {
        title: title.clone(),
        question: question.clone(),
        teaser: teaser.clone(),
        authors: authors.map(|(at, author)| own(author, &root.clone().key("authors").index(at), losses)).collect(),
        published: *published,
        language: language.clone(),
        url: url.clone(),
        tags: tags.clone(),
        references: references
            .map(|(at, reference)| {
                let path = root.clone().key("references").index(at);
                let authors = reference.authors.iter().enumerate();
                Reference {
                    extra: shallow(&reference.extra, &path, losses).into_owned(),
                    authors: authors
                        .map(|(at, author)| own(author, &path.clone().key("authors").index(at), losses))
                        .collect(),
                    ..reference.clone()
                }
            })
            .collect(),
        sections: Vec::new(),
        extra: shallow(extra, &root, losses).into_owned(),
    }
}

fn own(author: &Author, path: &Path, losses: &mut Losses) -> Author {
    Author { extra: shallow(&author.extra, path, losses).into_owned(), ..author.clone() }
}

/// More keys than this stand under one, since front matter has a limit to its lines.
const MAX_KEYS: usize = 400;

/// The lines of front matter; none where there is nothing to say.
pub(super) fn front_matter(head: &Article, is_marked: bool) -> Vec<Line> {
    let is_guarded = head.extra.len() > MAX_KEYS || head.extra.iter().any(|(key, _)| is_taken(key));
    let write = if is_guarded { front_matter::write_guarded } else { front_matter::write };
    let text = write(head, Dialect::Plain);
    let mut more = String::new();
    if is_marked {
        let (key, value) = names::MARKED;
        more.push_str(&format!("{key}: {value}\n"));
    }
    let fields = text.strip_prefix(FENCE).and_then(|text| text.strip_suffix(FENCE)).unwrap_or_default();
    if fields.is_empty() && more.is_empty() {
        return Vec::new();
    }
    let lines = [FENCE, fields, &more, FENCE].into_iter().flat_map(str::lines);
    let lines = lines.map(|line| Line::new(line, Form::FrontMatter, Is::FrontMatter)).enumerate();
    lines.map(|(at, line)| if at > 0 { line.below() } else { line }).collect()
}

/// What stands above and below front matter.
const FENCE: &str = "---\n";

/// True for a key that plain text reads otherwise, or that does not look like one there.
fn is_taken(key: &str) -> bool {
    let is_plain = key.starts_with(|c: char| c.is_ascii_alphabetic() || c == '_')
        && key.chars().all(|c| c.is_ascii_alphanumeric() || c == '_' || c == '-');
    !is_plain || key == "date" || key == names::MARKED.0
}

/// The fields on a line each, where lines can say them.
pub(super) fn lines(head: &Article) -> Option<Vec<Line>> {
    let Article { title, question, teaser, authors, published, language, url, tags, references, sections: _, extra } =
        head;
    if question.is_some() || url.is_some() || !tags.is_empty() || !extra.is_empty() {
        return None;
    }
    let mut lines = Vec::new();
    let mut add = |text: &str, is: Is| {
        let is_good = is_one_line(text) && mark::is_plain(text);
        lines.push(Line::new(text, Form::Paragraph, is));
        is_good.then_some(())
    };
    if let Some(title) = title {
        add(title, Is::Title)?;
    }
    if let Some(teaser) = teaser {
        add(teaser, Is::Teaser)?;
    }
    let primary = language.as_ref().map(|language| language.primary());
    for (at, author) in authors.iter().enumerate() {
        let is_again = authors.iter().take(at).any(|other| other.name == author.name);
        if is_again || *author != Author::new(author.name.as_str()) || !is_bare_name(&author.name, primary) {
            return None;
        }
        add(&author.name, Is::Author)?;
    }
    if let Some(date) = published {
        if date.precision() != Precision::Day {
            return None;
        }
        add(&date.to_string(), Is::Date)?;
    }
    for reference in references {
        add(&reference_line(reference, primary)?, Is::Reference)?;
    }
    Some(lines)
}

/// True for a name that is read whole: no "By" in it, and no mark at its edges.
fn is_bare_name(name: &str, language: Option<&str>) -> bool {
    let edges = |c: char| c.is_whitespace() || matches!(c, ':' | '：');
    name.trim_matches(edges).len() == name.len() && !says(name, language, |sense| matches!(sense, Sense::Byline))
}

/// A source on a line: what it is, in the language of the article, its title, its address. Nothing where it holds more, or
/// where its line would be read otherwise.
fn reference_line(reference: &Reference, language: Option<&str>) -> Option<String> {
    let Reference { id: None, kind, url, title, authors, outlet: None, published: None, accessed: None, extra } =
        reference
    else {
        return None;
    };
    if !authors.is_empty() || !extra.is_empty() || url.is_none() && title.is_none() {
        return None;
    }
    let marker = Sense::Marker(kind.clone());
    let marker = Lexicon::builtin().phrases(language.unwrap_or("en"), &marker).next()?;
    let mut chars = marker.chars();
    let mut line: String = chars.next().into_iter().flat_map(char::to_uppercase).chain(chars).collect();
    line.push(':');
    if let Some(title) = title {
        if !is_bare_title(title, language) {
            return None;
        }
        line.push(' ');
        line.push_str(title);
    }
    if let Some(url) = url {
        line.push(' ');
        let start = line.len();
        line.push_str(url.as_str());
        let found = addresses(&line);
        let is_whole = |found: &Span| (found.start(), found.end()) == (start, line.len());
        if found.len() != 1 || !found.iter().all(is_whole) {
            return None;
        }
    } else if title.is_some() {
        // Without an address, the line may as well be a heading.
        return None;
    }
    (marker_of(&line, language) == Some(kind.clone())).then_some(line)
}

/// True for a title that stands whole between a marker and an address.
fn is_bare_title(title: &str, language: Option<&str>) -> bool {
    let edges = |c: char| c.is_whitespace() || ":：-–—|([]*".contains(c);
    is_one_line(title)
        && title.contains(char::is_alphanumeric)
        && title.trim_matches(edges).len() == title.len()
        && addresses(title).is_empty()
        && !says(title, language, |sense| matches!(sense, Sense::Marker(_)))
}

/// The kind that the longest marker at the beginning of a line names.
fn marker_of(line: &str, language: Option<&str>) -> Option<ReferenceKind> {
    let index = Lexicon::builtin().index(language);
    let mut best: Option<(u32, ReferenceKind)> = None;
    index.search_line(line, |hit| {
        if let Some(Sense::Marker(kind)) = index.sense(hit.sense) {
            if hit.start == 0 && best.as_ref().is_none_or(|(end, _)| hit.end > *end) {
                best = Some((hit.end, kind.clone()));
            }
        }
    });
    best.map(|(_, kind)| kind)
}

/// True where some phrase of a line has such a sense.
fn says(line: &str, language: Option<&str>, is_wanted: impl Fn(&Sense) -> bool) -> bool {
    let index = Lexicon::builtin().index(language);
    let mut found = false;
    index.search_line(line, |hit| found |= index.sense(hit.sense).is_some_and(&is_wanted));
    found
}

/// True where nothing is said above the sections.
pub(super) fn says_nothing(head: &Article) -> bool {
    *head == Article { extra: Extra::new(), ..Article::default() }
}
