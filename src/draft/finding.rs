//! What is found in a draft while it becomes an article, and which place of the article came from which of the draft.

use std::collections::HashMap;
use std::str::FromStr;

use super::{markdown, placeholder};
use crate::diagnostic::{Diagnostic, Report, Severity, quote};
use crate::path::{Path, Step};

/// Gathers findings and places.
#[derive(Debug, Default)]
pub(super) struct Findings {
    report: Report,
    /// Places of the article, and those of the draft that became them, where the two differ.
    places: HashMap<Path, Path>,
}

impl Findings {
    /// Adds a finding.
    pub(super) fn add(&mut self, name: &'static str, severity: Severity, at: Path, message: String, help: &str) {
        self.report.push(Diagnostic::new(name, severity, message).at(at).with_help(help));
    }

    /// Notes that a place of the draft became a place of the article.
    pub(super) fn became(&mut self, article: Path, draft: Path) {
        self.places.insert(article, draft);
    }

    /// The text of a place, unless nothing is there to be seen.
    pub(super) fn text(&mut self, text: &str, at: &dyn Fn() -> Path) -> Option<String> {
        if text.trim().is_empty() {
            let help = "write the text, or null where there is none; leave an empty item of a list out";
            self.add(
                "empty-text",
                Severity::Warning,
                at(),
                "expected a text, found none between the quotes".into(),
                help,
            );
            return None;
        }
        if placeholder::is_placeholder(text) {
            let message = format!("expected a text of the article, found the placeholder {}", quote(text));
            let help = "write what is meant, or null where it is not known; leave an item of a list out";
            self.add("placeholder-text", Severity::Error, at(), message, help);
        } else if let Some(mark) = markdown::mark(text) {
            let help = "take the marks out: headings, paragraphs, points and references have fields of their own";
            let message = format!("expected plain text, found {mark}");
            self.add("markdown-text", Severity::Warning, at(), message, help);
        }
        if text.contains(['\n', '\r']) {
            let help = "write each paragraph as an item of its own, without line ends";
            let message = "expected text on one line, found a line end".to_owned();
            self.add("line-break", Severity::Warning, at(), message, help);
        }
        Some(text.to_owned())
    }

    /// The text of a place that may have none.
    pub(super) fn optional(&mut self, text: Option<&str>, at: &dyn Fn() -> Path) -> Option<String> {
        text.and_then(|text| self.text(text, at))
    }

    /// The texts of a list that are there, with their positions.
    pub(super) fn list(&mut self, texts: &[String], at: &dyn Fn() -> Path) -> Vec<(usize, String)> {
        let texts = texts.iter().enumerate();
        texts.filter_map(|(position, text)| Some((position, self.text(text, &|| at().index(position))?))).collect()
    }

    /// What a text means, or a finding with this name that says what was expected.
    pub(super) fn parsed<T: FromStr<Err: ToString>>(
        &mut self,
        text: Option<&str>,
        name: &'static str,
        help: &str,
        at: &dyn Fn() -> Path,
    ) -> Option<T> {
        let text = self.optional(text, at)?;
        match text.parse() {
            Ok(value) => Some(value),
            Err(error) => {
                self.add(name, Severity::Error, at(), format!("{}, found {}", error.to_string(), quote(&text)), help);
                None
            }
        }
    }

    /// All findings, with those of the article at the places of the draft.
    pub(super) fn into_report(mut self, of_article: Report) -> Report {
        for mut finding in of_article {
            finding.path = self.place_of(finding.path);
            // What the draft itself has said there, it has said more exactly.
            let is_said = |own: &Diagnostic| own.name == finding.name && finding.path.contains(&own.path);
            if !self.report.iter().any(is_said) {
                self.report.push(finding);
            }
        }
        self.report.sort();
        self.report
    }

    /// The place of the draft that became a place of the article, or the nearest that is round it.
    fn place_of(&self, path: Path) -> Path {
        let mut round = Some(path.clone());
        while let Some(place) = round {
            if let Some(draft) = self.places.get(&place) {
                let rest = path.steps().get(place.steps().len()..).unwrap_or_default();
                return match rest.first() {
                    // What stands in a section has the same name in both.
                    Some(Step::Key(key)) if &**key != "body" && &**key != "replies" => draft.clone().key(key.clone()),
                    _ => draft.clone(),
                };
            }
            round = place.parent();
        }
        path
    }
}
