//! `commentary diff`: what a conversion into a format and back loses.

use std::io::{self, Write};
use std::path::PathBuf;

use commentary::diagnostic::escape;
use commentary::{Article, Parser};
use serde_json::Value;

use crate::change::{Change, changes};
use crate::document::Document;
use crate::format::{Format, readable, two_way};
use crate::output::{ERROR, FAINT, GOOD, Output, STRONG, paint};
use crate::status::Status;
use crate::text::{count, opening};

/// Shows what a conversion into a format and back loses
///
/// The exit status is 0 where nothing is lost, 1 where something is, 2 where the file could not be read.
#[derive(Debug, clap::Args)]
pub(crate) struct Diff {
    /// What the file holds; told from the ending of its name unless given, and text where that says nothing
    #[arg(long, value_name = "FORMAT", value_parser = readable())]
    from: Option<&'static Format>,
    /// The format to go through
    #[arg(long, value_name = "FORMAT", value_parser = two_way(), default_value = "text")]
    to: &'static Format,
    /// The article; `-` reads standard input
    file: PathBuf,
}

/// How much of a value is shown, in characters as a reader counts them.
const SHOWN: usize = 60;

impl Diff {
    pub(crate) fn run(&self, out: &mut Output, err: &mut Output) -> io::Result<Status> {
        let compared = Document::read(&self.file, self.from, &Parser::new())
            .map_err(|unread| unread.to_string())
            .and_then(|document| self.there_and_back(&document.article));
        let changes = match compared {
            Ok(changes) => changes,
            Err(error) => {
                writeln!(err, "{}: {}", paint(ERROR, "error"), escape(&error))?;
                return Ok(Status::Failed);
            }
        };
        for Change { path, old, new } in &changes {
            let (path, arrow) = (escape(&path.to_string()).to_string(), paint(FAINT, "→"));
            writeln!(out, "{}: {} {arrow} {}", paint(STRONG, path), shown(old.as_ref()), shown(new.as_ref()))?;
        }
        if changes.is_empty() {
            writeln!(out, "{}", paint(GOOD, format_args!("nothing is lost through {}", self.to.name)))?;
            return Ok(Status::Clean);
        }
        writeln!(out, "{} through {}", count(changes.len(), "change"), self.to.name)?;
        Ok(Status::Errors)
    }

    /// What is not the same any more once an article was written and read.
    fn there_and_back(&self, article: &Article) -> Result<Vec<Change>, String> {
        let (Some(write), Some(read)) = (self.to.write, self.to.read) else {
            return Err(format!("{} does not go both ways", self.to.name));
        };
        let (text, _) = write(article)?;
        let back = read(&text, &Parser::new())?.articles.pop().unwrap_or_default();
        changes(article, &back).map_err(|error| error.to_string())
    }
}

/// The beginning of a value, in one line that is safe to print.
fn shown(value: Option<&Value>) -> String {
    value.map_or_else(|| "(absent)".to_owned(), |value| opening(&value.to_string(), SHOWN))
}
