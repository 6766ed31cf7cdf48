//! `commentary explain`: how each line of a text was read, and why.

use std::io::{self, Write};
use std::path::PathBuf;

use commentary::diagnostic::escape;
use commentary::label::{Label, Reading};
use commentary::{Entry, Parser, Role, SourceMap, Span};

use crate::document::Document;
use crate::format::Format;
use crate::output::{ERROR, FAINT, Output, STRONG, paint, style_of};
use crate::status::Status;
use crate::text::opening;

/// How much of a line's text is shown to people, in characters.
const TEXT: usize = 60;
/// How many words of it stand in a table.
const WORDS: usize = 5;

/// Shows how each line of a text was read, and why
#[derive(Debug, clap::Args)]
pub(crate) struct Explain {
    /// Print a table with the columns line, role, evidence and first words, parted by tabs
    #[arg(long)]
    tsv: bool,
    /// Plain texts; `-` reads standard input
    #[arg(required = true, value_name = "FILE")]
    files: Vec<PathBuf>,
}

impl Explain {
    pub(crate) fn run(&self, out: &mut Output, err: &mut Output) -> io::Result<Status> {
        let parser = Parser::new();
        let mut status = Status::Clean;
        for (position, file) in self.files.iter().enumerate() {
            if out.is_closed() {
                break;
            }
            let document = match Document::read(file, Some(Format::named("text")), &parser) {
                Ok(document) => document,
                Err(unread) => {
                    status = Status::Failed;
                    out.flush()?;
                    writeln!(err, "{}: {unread}", paint(ERROR, "error"))?;
                    err.flush()?;
                    continue;
                }
            };
            if self.files.len() > 1 {
                let gap = if position > 0 { "\n" } else { "" };
                writeln!(out, "{gap}{}", paint(STRONG, escape(&document.name)))?;
            }
            let rows = rows(&document.text, &document.source);
            if self.tsv { write_table(&rows, out)? } else { write_list(&rows, out)? }
        }
        Ok(status)
    }
}

/// A line of the text, and how it was read.
struct Row<'a> {
    /// From 1.
    line: usize,
    text: &'a str,
    /// Absent for a line that only parts others.
    reading: Option<&'a Reading>,
}

impl Row<'_> {
    /// The role as the tables of labels name it.
    fn role(&self) -> String {
        // What was read as nothing holds no text: a mark, a character without a shape.
        let Some(Reading { label, is_heading, .. }) = self.reading else { return Label::Other.to_string() };
        match label {
            Label::Section(Role::Unclassified) if *is_heading => "heading".to_owned(),
            Label::Section(_) | Label::Reference if *is_heading => format!("heading:{label}"),
            _ => label.to_string(),
        }
    }

    fn evidence(&self, between: &str) -> String {
        let evidence = self.reading.map(|reading| reading.evidence.as_slice()).unwrap_or_default();
        let names: Vec<String> = evidence.iter().map(|evidence| escape(&evidence.name()).to_string()).collect();
        names.join(between)
    }
}

/// The lines that hold more than white space. Only LF ends a line.
fn rows<'a>(text: &'a str, source: &'a SourceMap) -> Vec<Row<'a>> {
    let mut rows = Vec::new();
    let mut start = 0;
    for (position, line) in text.split('\n').enumerate() {
        let blank = line.len() - line.trim_start().len();
        if blank < line.len() {
            let span = Span::new(start + blank, start + line.len());
            rows.push(Row { line: position + 1, text: line, reading: reading_of(source, span) });
        }
        start += line.len() + 1;
    }
    rows
}

/// How the first of some bytes that were read at all were read: a byte order mark before them does not count.
fn reading_of(source: &SourceMap, span: Span) -> Option<&Reading> {
    let entries = source.entries();
    let first = entries.partition_point(|entry| entry.span().end() <= span.start());
    let within = entries.iter().skip(first).take_while(|entry| entry.span().start() < span.end());
    within.filter_map(Entry::reading).next()
}

fn write_table(rows: &[Row<'_>], out: &mut Output) -> io::Result<()> {
    writeln!(out, "line\trole\tevidence\tfirst words")?;
    for row in rows {
        let words: Vec<&str> = row.text.split_whitespace().take(WORDS).collect();
        let words = words.join(" ");
        writeln!(out, "{}\t{}\t{}\t{}", row.line, escape(&row.role()), row.evidence(","), escape(&words))?;
    }
    Ok(())
}

fn write_list(rows: &[Row<'_>], out: &mut Output) -> io::Result<()> {
    let widest = rows.iter().map(|row| row.role().chars().count()).max().unwrap_or_default();
    let digits = rows.last().map_or(1, |row| row.line.to_string().len()).max(3);
    for row in rows {
        let role = row.role();
        let style = row.reading.and_then(|reading| reading.label.role()).map(style_of).unwrap_or_default();
        let confidence = row.reading.map(|reading| reading.confidence.to_string()).unwrap_or_default();
        writeln!(
            out,
            "{}  {}  {confidence:>4}  {}",
            paint(FAINT, format_args!("{:>digits$}", row.line)),
            paint(style, format_args!("{:<widest$}", escape(&role).to_string())),
            opening(row.text, TEXT)
        )?;
        let evidence = row.evidence(", ");
        if !evidence.is_empty() {
            writeln!(out, "{:indent$}{}", "", paint(FAINT, evidence), indent = digits + widest + 10)?;
        }
    }
    Ok(())
}
