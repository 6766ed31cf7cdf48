//! `commentary convert`: an article from one format into another.

use std::io::{self, Write};
use std::path::PathBuf;

use commentary::diagnostic::escape;
use commentary::{Article, Parser, json, markdown, text};

use crate::document::{Document, Format};
use crate::finding::Pages;
use crate::output::{ERROR, Output, paint};
use crate::status::Status;
use crate::text::json_fit_to_print;

/// Converts an article into JSON, Markdown or plain text
///
/// What was noticed while reading it goes to standard error.
#[derive(Debug, clap::Args)]
pub(crate) struct Convert {
    /// What the file holds; told from its name (.md, .markdown, .json, any other for text) unless given
    #[arg(long, value_name = "FORMAT")]
    from: Option<Format>,
    /// What to write
    #[arg(long, value_name = "FORMAT", default_value = "json")]
    to: Target,
    /// The article; `-` reads standard input
    file: PathBuf,
}

/// What an article can be written as.
#[derive(Debug, Clone, Copy, clap::ValueEnum)]
enum Target {
    /// JSON, version 1
    Json,
    /// Markdown with front matter
    Markdown,
    /// Plain text, without what it cannot carry
    Text,
}

impl Convert {
    pub(crate) fn run(&self, err: &mut Output) -> io::Result<Status> {
        let document = match Document::read(&self.file, self.from, &Parser::new()) {
            Ok(document) => document,
            Err(unread) => {
                writeln!(err, "{}: {unread}", paint(ERROR, "error"))?;
                return Ok(Status::Failed);
            }
        };
        let pages = Pages::new(&document.name, &document.text);
        for finding in &document.report {
            writeln!(err, "{}\n", pages.show(finding))?;
        }
        err.flush()?;
        let mut out = Output::data();
        match self.written(&document.article, out.is_terminal()) {
            Ok(text) => out.write_all(text.as_bytes())?,
            Err(error) => {
                let name = escape(&document.name);
                writeln!(err, "{}: cannot convert {name}: {}", paint(ERROR, "error"), escape(&error.to_string()))?;
                return Ok(Status::Failed);
            }
        }
        out.flush()?;
        Ok(Status::from(&document.report))
    }

    /// The article in the format that was asked for. On a terminal nothing is left that it would obey.
    fn written(&self, article: &Article, is_terminal: bool) -> Result<String, json::Error> {
        let written = match self.to {
            Target::Json => return Ok(json_fit_to_print(&json::to_string_pretty(article)?) + "\n"),
            Target::Markdown => markdown::to_string(article),
            Target::Text => text::to_string(article),
        };
        Ok(if is_terminal { written.lines().map(|line| format!("{}\n", escape(line))).collect() } else { written })
    }
}
