//! A file that was read: its article, what was noticed, and where everything stood.

use std::fmt;
use std::fs;
use std::io::{self, Read};
use std::path::Path;

use commentary::diagnostic::escape;
use commentary::{Article, Parser, Report, SourceMap};

use crate::format::{Contents, Format};
use crate::text::count;

/// A file that was read, and holds one article.
pub(crate) struct Document {
    /// The name of the file, as it is.
    pub(crate) name: String,
    /// What it holds.
    pub(crate) text: String,
    pub(crate) article: Article,
    /// What was noticed on the way.
    pub(crate) report: Report,
    /// Where the parts of the article stood, where they were found in plain text.
    pub(crate) source: SourceMap,
}

impl Document {
    /// Reads a file, or standard input for `-`. The format is told from the name unless it is given.
    pub(crate) fn read(file: &Path, format: Option<&'static Format>, parser: &Parser) -> Result<Self, Unread> {
        let Collection { name, text, contents } = Collection::read(file, format, parser)?;
        let Contents { mut articles, report, source } = contents;
        match (articles.pop(), articles.len()) {
            (Some(article), 0) => Ok(Self { name, text, article, report, source }),
            (last, more) => {
                let found = count(more + usize::from(last.is_some()), "article");
                Err(Unread {
                    name,
                    reason: format!("expected one article, found {found}: give each a file of its own"),
                })
            }
        }
    }
}

/// A file that was read, and holds any number of articles.
pub(crate) struct Collection {
    /// The name of the file, as it is.
    pub(crate) name: String,
    /// What it holds.
    pub(crate) text: String,
    pub(crate) contents: Contents,
}

impl Collection {
    /// Reads a file, or standard input for `-`. The format is told from the name unless it is given.
    pub(crate) fn read(file: &Path, format: Option<&'static Format>, parser: &Parser) -> Result<Self, Unread> {
        let name = name_of(file);
        let unread = |reason: String| Unread { name: name.clone(), reason };
        let text = text_of(file).map_err(unread)?;
        let format = format.unwrap_or_else(|| Format::of(file));
        let read = format.read.ok_or_else(|| unread(format!("{} is only written", format.name)))?;
        let contents = read(&text, parser).map_err(unread)?;
        Ok(Self { name, text, contents })
    }
}

/// A file that could not be read, and why. Its message is safe to print.
#[derive(Debug)]
pub(crate) struct Unread {
    /// The name of the file, as it is.
    pub(crate) name: String,
    pub(crate) reason: String,
}

impl fmt::Display for Unread {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "cannot read {}: {}", escape(&self.name), escape(&self.reason))
    }
}

/// What people call a file.
fn name_of(file: &Path) -> String {
    if is_standard_input(file) { "standard input".to_owned() } else { file.to_string_lossy().into_owned() }
}

fn is_standard_input(file: &Path) -> bool {
    file == Path::new("-")
}

/// The text in a file, or why there is none.
fn text_of(file: &Path) -> Result<String, String> {
    let bytes = if is_standard_input(file) {
        let mut bytes = Vec::new();
        io::stdin().lock().read_to_end(&mut bytes).map(|_| bytes)
    } else {
        fs::read(file)
    };
    let bytes = bytes.map_err(|error| error.to_string())?;
    String::from_utf8(bytes).map_err(|error| match Parser::new().parse_bytes(error.as_bytes()) {
        // The parser tells other encodings apart, and names them.
        Err(encoding) => encoding.to_string(),
        Ok(_) => error.to_string(),
    })
}
