//! `commentary check`: what is missing in articles or looks wrong.

use std::io::{self, Write};
use std::path::PathBuf;
use std::time::{SystemTime, UNIX_EPOCH};

use commentary::diagnostic::{escape, quote};
use commentary::validate::{explain, rules};
use commentary::{Date, Diagnostic, LineIndex, Location, Parsed, Parser, Profile, Report, Validator};
use serde::Serialize;

use crate::document::{Document, Unread};
use crate::finding::{Counts, Pages};
use crate::format::{Format, readable};
use crate::output::{ERROR, Output, paint};
use crate::sarif;
use crate::status::Status;
use crate::text::{count, json_fit_to_print};

/// Checks articles, and says what is missing or looks wrong
///
/// The exit status is 0 where no finding is an error, 1 where one is, 2 where a file could not be read.
#[derive(Debug, clap::Args)]
pub(crate) struct Check {
    /// The genre to check against [default: any]
    #[arg(long, value_name = "NAME")]
    profile: Option<String>,
    /// How to report
    #[arg(long, default_value = "text")]
    format: Shape,
    /// What the files hold; told from the endings of their names unless given, and text where these say nothing
    #[arg(long, value_name = "FORMAT", value_parser = readable())]
    from: Option<&'static Format>,
    /// Leaves a rule out; may be given several times
    #[arg(long, value_name = "RULE")]
    allow: Vec<String>,
    /// The date of the check, as 2025-06-17 [default: today]
    #[arg(long, value_name = "DATE")]
    today: Option<Date>,
    /// Prints the page of a rule instead
    #[arg(long, value_name = "RULE")]
    explain: Option<String>,
    /// Articles; `-` reads standard input
    #[arg(required_unless_present = "explain", value_name = "FILE")]
    files: Vec<PathBuf>,
}

/// How to report.
#[derive(Debug, Clone, Copy, clap::ValueEnum)]
enum Shape {
    /// For people
    Text,
    /// One JSON document
    Json,
    /// SARIF 2.1.0, for code-hosting sites and editors
    Sarif,
}

impl Check {
    pub(crate) fn run(&self, out: &mut Output, err: &mut Output) -> io::Result<Status> {
        if let Some(name) = &self.explain {
            return page(name, out, err);
        }
        let profile = match &self.profile {
            None => Profile::any(),
            Some(name) => match Profile::named(name) {
                Some(profile) => profile,
                None => {
                    let known: Vec<String> = Profile::all().iter().map(|known| known.name().to_owned()).collect();
                    let (error, known) = (paint(ERROR, "error"), known.join(", "));
                    writeln!(err, "{error}: there is no profile {}; the profiles are {known}", quote(name))?;
                    return Ok(Status::Failed);
                }
            },
        };
        let parser = match &self.profile {
            Some(_) => Parser::new().profile(profile.clone()),
            None => Parser::new(),
        };
        let name = profile.name().to_owned();
        let validator = self.allow.iter().fold(Validator::new(profile), Validator::allow);
        let validator = match self.today.or_else(today) {
            Some(today) => validator.today(today),
            None => validator,
        };
        let checked = self.files.iter().map(|file| Checked::of(Document::read(file, self.from, &parser), &validator));
        match self.format {
            Shape::Text => write_text(checked, out, err),
            Shape::Json => write_json(checked, &name),
            Shape::Sarif => write_sarif(checked),
        }
    }
}

/// Prints the page of a rule.
fn page(name: &str, out: &mut Output, err: &mut Output) -> io::Result<Status> {
    match explain(name) {
        Some(page) => {
            writeln!(out, "{page}")?;
            Ok(Status::Clean)
        }
        None => {
            let known: Vec<&str> = rules::ALL.iter().map(|rule| rule.name()).collect();
            let (error, known) = (paint(ERROR, "error"), known.join(", "));
            writeln!(err, "{error}: there is no rule {}; the rules are {known}", quote(name))?;
            Ok(Status::Failed)
        }
    }
}

/// The date in Greenwich.
fn today() -> Option<Date> {
    let seconds = SystemTime::now().duration_since(UNIX_EPOCH).ok()?.as_secs();
    let now = chrono::DateTime::from_timestamp(i64::try_from(seconds).ok()?, 0)?;
    now.date_naive().try_into().ok()
}

/// A file and what was found in it.
struct Checked {
    document: Result<Document, Unread>,
    /// Findings of the reading, then of the check, each with its span where it has one.
    report: Report,
}

impl Checked {
    fn of(mut document: Result<Document, Unread>, validator: &Validator) -> Self {
        let mut report = Report::new();
        if let Ok(document) = &mut document {
            // Of an article that came from another form than text the map is empty: its findings have no spans.
            let mut parsed = Parsed::default();
            parsed.article = std::mem::take(&mut document.article);
            parsed.report = std::mem::take(&mut document.report);
            parsed.source = std::mem::take(&mut document.source);
            report = validator.run_parsed(&parsed, &document.text);
        }
        Self { document, report }
    }

    fn status(&self) -> Status {
        if self.document.is_err() { Status::Failed } else { Status::from(&self.report) }
    }
}

fn write_text(all: impl Iterator<Item = Checked>, out: &mut Output, err: &mut Output) -> io::Result<Status> {
    let (mut status, mut counts, mut read, mut unread) = (Status::Clean, Counts::default(), 0, 0);
    for checked in all {
        status = status.max(checked.status());
        match &checked.document {
            Ok(document) => {
                read += 1;
                let pages = Pages::new(&document.name, &document.text);
                for finding in &checked.report {
                    writeln!(out, "{}\n", pages.show(finding))?;
                }
            }
            Err(error) => {
                unread += 1;
                out.flush()?;
                writeln!(err, "{}: {error}", paint(ERROR, "error"))?;
                err.flush()?;
            }
        }
        counts.add(Counts::of(&checked.report));
    }
    let (read_files, unread_files) = (count(read, "file"), count(unread, "file"));
    match (read, unread) {
        (_, 0) => writeln!(out, "{read_files} checked: {counts}")?,
        (0, _) => writeln!(out, "{unread_files} could not be read")?,
        _ => writeln!(out, "{read_files} checked: {counts}; {unread_files} could not be read")?,
    }
    Ok(status)
}

/// Everything that was found, as one document.
#[derive(Serialize)]
struct Summary<'a> {
    profile: &'a str,
    files: Vec<File>,
    #[serde(flatten)]
    counts: Counts,
    unread: usize,
}

/// A file and what was found in it, or why it could not be read.
#[derive(Serialize)]
struct File {
    file: String,
    #[serde(skip_serializing_if = "Option::is_none")]
    unread: Option<String>,
    findings: Vec<Found>,
}

/// A finding and where it begins.
#[derive(Serialize)]
struct Found {
    #[serde(flatten)]
    finding: Diagnostic,
    #[serde(skip_serializing_if = "Option::is_none")]
    line: Option<usize>,
    #[serde(skip_serializing_if = "Option::is_none")]
    column: Option<usize>,
}

fn write_json(all: impl Iterator<Item = Checked>, profile: &str) -> io::Result<Status> {
    let mut status = Status::Clean;
    let mut summary = Summary { profile, files: Vec::new(), counts: Counts::default(), unread: 0 };
    for checked in all {
        status = status.max(checked.status());
        summary.counts.add(Counts::of(&checked.report));
        summary.unread += usize::from(checked.document.is_err());
        summary.files.push(match checked.document {
            Ok(document) => {
                let index = LineIndex::new(&document.text);
                let findings = checked.report.into_iter().map(|finding| Found::of(finding, &index)).collect();
                File { file: document.name, unread: None, findings }
            }
            Err(error) => {
                let reason = escape(&error.reason).to_string();
                File { file: error.name, unread: Some(reason), findings: Vec::new() }
            }
        });
    }
    let mut out = Output::data();
    writeln!(out, "{}", json_fit_to_print(&serde_json::to_string_pretty(&summary)?))?;
    out.flush()?;
    Ok(status)
}

fn write_sarif(all: impl Iterator<Item = Checked>) -> io::Result<Status> {
    let all: Vec<Checked> = all.collect();
    let status = all.iter().map(Checked::status).max().unwrap_or(Status::Clean);
    let unread = all.iter().filter_map(|checked| checked.document.as_ref().err());
    let unread: Vec<(String, String)> = unread.map(|error| (error.name.clone(), error.reason.clone())).collect();
    let read = all.iter().filter_map(|checked| {
        let document = checked.document.as_ref().ok()?;
        Some(sarif::Findings { name: &document.name, text: &document.text, report: &checked.report })
    });
    let read: Vec<sarif::Findings<'_>> = read.collect();
    let document = sarif::document(&read, &unread);
    let mut out = Output::data();
    writeln!(out, "{}", json_fit_to_print(&serde_json::to_string_pretty(&document)?))?;
    out.flush()?;
    Ok(status)
}

impl Found {
    fn of(finding: Diagnostic, index: &LineIndex<'_>) -> Self {
        let location: Option<Location> = finding.span.and_then(|span| index.location(span.start()));
        Self { finding, line: location.map(|at| at.line), column: location.map(|at| at.column) }
    }
}
