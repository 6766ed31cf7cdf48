//! `commentary convert`: articles from one format into another.

use std::io::{self, Write};
use std::path::PathBuf;

use commentary::diagnostic::{Diagnostic, escape};
use commentary::{Article, Parser, Report, SourceMap};

use crate::document::Collection;
use crate::finding::Pages;
use crate::format::{Format, Holds, readable, writable};
use crate::output::{ERROR, Output, paint};
use crate::status::Status;
use crate::text::count;

/// Converts articles from one format into another
///
/// What was noticed while reading, and what the other format does not carry, goes to standard error.
#[derive(Debug, clap::Args)]
pub(crate) struct Convert {
    /// What the file holds; told from the ending of its name unless given, and text where that says nothing
    #[arg(long, value_name = "FORMAT", value_parser = readable())]
    from: Option<&'static Format>,
    /// What to write
    #[arg(long, value_name = "FORMAT", value_parser = writable(), default_value = "json")]
    to: &'static Format,
    /// The article, or several where the format holds them; `-` reads standard input
    file: PathBuf,
}

impl Convert {
    pub(crate) fn run(&self, err: &mut Output) -> io::Result<Status> {
        let collection = match Collection::read(&self.file, self.from, &Parser::new()) {
            Ok(collection) => collection,
            Err(unread) => return failed(err, &unread.to_string()),
        };
        let Collection { name, text, contents } = &collection;
        let pages = Pages::new(name, text);
        show(err, &pages, &contents.report)?;
        let articles = &contents.articles;
        if self.to.holds == Holds::One && articles.len() != 1 {
            let (found, format) = (count(articles.len(), "article"), self.to.name);
            return failed(err, &format!("{} holds {found}, and {format} one: try --to ndjson", escape(name)));
        }
        let mut status = Status::from(&contents.report);
        let mut out = Output::data();
        for article in articles {
            match self.written(article, out.is_terminal()) {
                Ok((text, mut report)) => {
                    out.write_all(text.as_bytes())?;
                    place(&mut report, &contents.source);
                    show(err, &pages, &report)?;
                    status = status.max(Status::from(&report));
                }
                Err(error) => {
                    status = failed(err, &format!("cannot convert {}: {}", escape(name), escape(&error)))?;
                }
            }
        }
        out.flush()?;
        Ok(status)
    }

    /// The article in the format that was asked for, and what that does not carry. On a terminal nothing is left that it
    /// would obey.
    fn written(&self, article: &Article, is_terminal: bool) -> Result<(String, Report), String> {
        let Some(write) = self.to.write else { return Err(format!("{} is only read", self.to.name)) };
        let (text, report) = write(article)?;
        let fit = |text: String| text.lines().map(|line| format!("{}\n", escape(line))).collect();
        Ok((if is_terminal { fit(text) } else { text }, report))
    }
}

/// Gives what is lost of an article the span of its place in the text that it came from, or of the nearest round it.
fn place(report: &mut Report, source: &SourceMap) {
    for finding in report.iter_mut() {
        let mut path = finding.path.clone();
        // The article itself is everywhere, which says nothing.
        while !path.is_root() && finding.span.is_none() {
            finding.span = source.span(&path);
            path = path.parent().unwrap_or_default();
        }
    }
}

fn show(err: &mut Output, pages: &Pages<'_>, report: &Report) -> io::Result<()> {
    report.iter().try_for_each(|finding: &Diagnostic| writeln!(err, "{}\n", pages.show(finding)))?;
    err.flush()
}

fn failed(err: &mut Output, why: &str) -> io::Result<Status> {
    writeln!(err, "{}: {why}", paint(ERROR, "error"))?;
    Ok(Status::Failed)
}
