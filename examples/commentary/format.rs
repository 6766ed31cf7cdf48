//! The formats of the program: one line each in one table.

use std::ffi::OsStr;
use std::path::Path;

use clap::builder::{PossibleValue, PossibleValuesParser, TypedValueParser};
use commentary::markdown::Dialect;
use commentary::text::{Form, Written};
use commentary::{Article, Diagnostic, LineIndex, Parsed, Parser, Report, Severity, SourceMap, Span};
use commentary::{csl, json, markdown, schema_org, text};

use crate::text::json_fit_to_print;

/// A format that articles are read from or written as.
#[derive(Debug)]
pub(crate) struct Format {
    pub(crate) name: &'static str,
    about: &'static str,
    /// The endings of the names of its files.
    endings: &'static [&'static str],
    pub(crate) holds: Holds,
    pub(crate) read: Option<Read>,
    pub(crate) write: Option<Write>,
}

/// How many articles a file holds.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Holds {
    One,
    Many,
}

/// Reads what a file holds, or says in one line why not.
type Read = fn(&str, &Parser) -> Result<Contents, String>;

/// Writes an article, and says what the format does not carry.
type Write = fn(&Article) -> Result<(String, Report), String>;

/// Every format, in the order in which they are shown.
#[rustfmt::skip]
pub(crate) const FORMATS: &[Format] = &[
    Format::new("json", "JSON, version 1", &["json"]).reads(from_json).writes(to_json),
    Format::new("json-embed", "the same JSON, fit to stand in a page", &[]).reads(from_json).writes(to_embedded),
    Format::new("ndjson", "JSON, one article a line", &["ndjson", "jsonl"]).many().reads(from_lines).writes(to_line),
    Format::new("markdown", "Markdown with front matter", &["md", "markdown"]).reads(from_markdown).writes(to_markdown),
    Format::new("jekyll", "Markdown for Jekyll", &[]).reads(from_markdown).writes(|article| to_dialect(article, Dialect::Jekyll)),
    Format::new("hugo", "Markdown for Hugo", &[]).reads(from_markdown).writes(|article| to_dialect(article, Dialect::Hugo)),
    Format::new("zola", "Markdown for Zola", &[]).reads(from_markdown).writes(|article| to_dialect(article, Dialect::Zola)),
    Format::new("astro", "Markdown for Astro", &[]).reads(from_markdown).writes(|article| to_dialect(article, Dialect::Astro)),
    Format::new("text", "plain text, in the lightest form that is read back", &["txt"]).reads(from_text).writes(to_text),
    Format::new("marked-text", "plain text with a marker above each section", &[]).reads(from_text).writes(to_marked_text),
    Format::new("schema-org", "JSON-LD in the words of schema.org, for a page", &[]).writes(to_schema_org),
    Format::new("csl", "CSL-JSON: the references alone", &[]).reads(from_csl).writes(to_csl),
];

impl Format {
    const fn new(name: &'static str, about: &'static str, endings: &'static [&'static str]) -> Self {
        Self { name, about, endings, holds: Holds::One, read: None, write: None }
    }

    const fn many(mut self) -> Self {
        self.holds = Holds::Many;
        self
    }

    const fn reads(mut self, read: Read) -> Self {
        self.read = Some(read);
        self
    }

    const fn writes(mut self, write: Write) -> Self {
        self.write = Some(write);
        self
    }

    /// The format of this name.
    pub(crate) fn named(name: &str) -> &'static Self {
        FORMATS.iter().find(|format| format.name == name).unwrap_or(&FORMATS[0])
    }

    /// The format that the name of a file promises; any other is text.
    pub(crate) fn of(file: &Path) -> &'static Self {
        let ending = file.extension().and_then(OsStr::to_str).map(str::to_ascii_lowercase).unwrap_or_default();
        let found = FORMATS.iter().find(|format| format.endings.contains(&ending.as_str()));
        found.unwrap_or_else(|| Self::named("text"))
    }
}

/// Takes the name of a format that is read.
pub(crate) fn readable() -> impl TypedValueParser<Value = &'static Format> {
    chosen(|format| format.read.is_some())
}

/// Takes the name of a format that is written.
pub(crate) fn writable() -> impl TypedValueParser<Value = &'static Format> {
    chosen(|format| format.write.is_some())
}

/// Takes the name of a format that is both.
pub(crate) fn two_way() -> impl TypedValueParser<Value = &'static Format> {
    chosen(|format| format.read.is_some() && format.write.is_some())
}

fn chosen(is_wanted: fn(&Format) -> bool) -> impl TypedValueParser<Value = &'static Format> {
    let wanted = FORMATS.iter().filter(|format| is_wanted(format));
    let names = wanted.map(|format| PossibleValue::new(format.name).help(format.about));
    PossibleValuesParser::new(names).map(|name| Format::named(&name))
}

/// What a file holds.
#[derive(Debug, Default)]
pub(crate) struct Contents {
    pub(crate) articles: Vec<Article>,
    /// What was noticed on the way.
    pub(crate) report: Report,
    /// Where the parts of the article stood, where they were found in plain text.
    pub(crate) source: SourceMap,
}

impl From<Article> for Contents {
    fn from(article: Article) -> Self {
        Self { articles: vec![article], ..Self::default() }
    }
}

fn from_text(text: &str, parser: &Parser) -> Result<Contents, String> {
    let Parsed { article, report, source, .. } = parser.parse(text);
    Ok(Contents { articles: vec![article], report, source })
}

fn from_markdown(text: &str, _: &Parser) -> Result<Contents, String> {
    let read = markdown::Reader::new().article_and_report(text).map_err(|error| error.to_string())?;
    Ok(Contents { articles: vec![read.0], report: read.1, source: SourceMap::default() })
}

fn from_json(text: &str, _: &Parser) -> Result<Contents, String> {
    json::from_str(text).map(Contents::from).map_err(|error| error.to_string())
}

/// Goes on after a line that cannot be read, and reports it.
fn from_lines(text: &str, _: &Parser) -> Result<Contents, String> {
    let mut contents = Contents::default();
    let index = LineIndex::new(text);
    let mut lines = json::lines::Reader::new(text.as_bytes());
    while let Some(article) = lines.next() {
        match article {
            Ok(article) => contents.articles.push(article),
            Err(error) => {
                let start = index.start(lines.line());
                let line = index.line(lines.line()).map_or(0, str::len);
                let span = start.map(|start| Span::new(start, start + line));
                contents
                    .report
                    .push(Diagnostic::new("unread-line", Severity::Error, error.to_string()).with_span(span));
            }
        }
    }
    Ok(contents)
}

/// The references of an article that has nothing else.
fn from_csl(text: &str, _: &Parser) -> Result<Contents, String> {
    let mut article = Article::default();
    article.references = csl::from_str(text).map_err(|error| error.to_string())?;
    Ok(article.into())
}

fn to_json(article: &Article) -> Result<(String, Report), String> {
    as_json(json::to_string_pretty(article))
}

fn to_embedded(article: &Article) -> Result<(String, Report), String> {
    as_json(json::Writer::new().embeddable().pretty().article(article))
}

fn to_line(article: &Article) -> Result<(String, Report), String> {
    as_json(json::to_string(article))
}

fn to_schema_org(article: &Article) -> Result<(String, Report), String> {
    let (json, mut report) = as_json(schema_org::to_string_pretty(article))?;
    let lost = Diagnostic::new("one-way", Severity::Note, "the words of schema.org do not say all of an article");
    report.push(lost.with_help("keep the article as JSON, Markdown or text too: this form is not read back"));
    Ok((json, report))
}

fn to_csl(article: &Article) -> Result<(String, Report), String> {
    let (json, mut report) = as_json(csl::to_string_pretty(&article.references))?;
    let lost = Diagnostic::new("references-only", Severity::Warning, "CSL-JSON holds the references and nothing else");
    report.push(lost.with_help("keep the article as JSON, Markdown or text too"));
    Ok((json, report))
}

/// A text of JSON that loses nothing more, in which no character is left that a terminal obeys.
fn as_json(written: Result<String, json::Error>) -> Result<(String, Report), String> {
    let json = written.map_err(|error| error.to_string())?;
    Ok((json_fit_to_print(&json) + "\n", Report::new()))
}

fn to_markdown(article: &Article) -> Result<(String, Report), String> {
    to_dialect(article, Dialect::Plain)
}

fn to_dialect(article: &Article, dialect: Dialect) -> Result<(String, Report), String> {
    Ok((markdown::Writer::new().dialect(dialect).article(article), Report::new()))
}

fn to_text(article: &Article) -> Result<(String, Report), String> {
    let Written { text, report, .. } = text::Writer::new().article(article);
    Ok((text, report))
}

fn to_marked_text(article: &Article) -> Result<(String, Report), String> {
    let Written { text, report, .. } = text::Writer::new().at_least(Form::Markers).article(article);
    Ok((text, report))
}
