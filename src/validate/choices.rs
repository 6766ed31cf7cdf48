//! Which rules run on an article, and how strictly.

use std::borrow::Cow;
use std::cmp::Reverse;
use std::sync::Arc;

use super::allowance::{self, Allowance, allowances};
use super::rule::Rule;
use super::subject::Subject;
use super::{rules, unknown};
use crate::diagnostic::{Diagnostic, Level, Report};
use crate::path::Path;

/// What the caller chose: rules of their own, and how strictly rules apply. A choice of the caller holds before an
/// article's own allowance, and this before the genre.
#[derive(Debug, Clone, Default)]
pub(super) struct Choices {
    added: Vec<Arc<dyn Rule>>,
    made: Vec<(String, Level)>,
}

impl Choices {
    /// Adds a rule, in place of one with its name.
    pub(super) fn add(&mut self, rule: Arc<dyn Rule>) {
        self.added.retain(|added| added.name() != rule.name());
        self.added.push(rule);
    }

    /// Chooses how strictly the rules of a name apply.
    pub(super) fn choose(&mut self, name: String, level: Level) {
        self.made.push((name, level));
    }

    /// What all rules find.
    pub(super) fn run(&self, subject: &Subject<'_>) -> Report {
        let allowed = allowances(subject.article());
        let mut reports = Vec::new();
        let mut unused = Vec::new();
        for rule in self.rules() {
            let name = rule.name();
            let chosen = self.choice(name);
            let own: Vec<&Allowance<'_>> =
                allowed.iter().filter(|allowance| chosen.is_none() && allowance.name == name).collect();
            let level = chosen.or_else(|| subject.profile().level(name));
            if own.is_empty() && level == Some(Level::Allow) {
                continue;
            }
            let report = check(rule, subject, level);
            match (own.is_empty(), report.is_empty()) {
                (true, false) => reports.push(report),
                (false, true) => unused.extend(own.into_iter().map(Allowance::unused)),
                _ => {}
            }
        }
        let mut add = |name: &str, findings: Vec<Diagnostic>| {
            let level = self.choice(name).or_else(|| subject.profile().level(name));
            reports.extend(with_level(findings, level));
        };
        add(unknown::NAME, self.unknown(subject, &allowed));
        add(allowance::UNUSED, unused);
        // A report drops what it has no room for, so the worst goes in first.
        reports.sort_by_key(|report| Reverse(report.severity()));
        let mut all = Report::new();
        reports.into_iter().for_each(|report| all.append(report));
        all.sort();
        all
    }

    /// The rules to run: the built-in ones that no added rule replaces, then the added ones.
    fn rules(&self) -> impl Iterator<Item = &dyn Rule> {
        let replaced = |name: &str| self.added.iter().any(|added| added.name() == name);
        let built_in = rules::ALL.iter().copied().filter(move |rule| !replaced(rule.name()));
        built_in.chain(self.added.iter().map(|rule| &**rule))
    }

    /// The last choice made for a name.
    fn choice(&self, name: &str) -> Option<Level> {
        self.made.iter().rev().find(|(chosen, _)| chosen == name).map(|&(_, level)| level)
    }

    /// A finding for each name that belongs to no rule: of the caller, of the genre, of the article.
    fn unknown(&self, subject: &Subject<'_>, allowed: &[Allowance<'_>]) -> Vec<Diagnostic> {
        let chosen = self.made.iter().map(|(name, _)| (name.as_str(), Path::root()));
        let named = subject.profile().rules().map(|(name, _)| (name, Path::root()));
        let own = allowed.iter().map(|allowance| (allowance.name, allowance.path()));
        let mut names: Vec<(&str, Path)> = chosen.chain(named).chain(own).collect();
        if names.is_empty() {
            return Vec::new();
        }
        let known: Vec<&str> = self.rules().map(Rule::name).collect();
        let extra = [unknown::NAME, allowance::UNUSED];
        names.retain(|(name, _)| !known.contains(name) && !extra.contains(name));
        let mut findings: Vec<Diagnostic> = Vec::new();
        for (name, path) in names {
            let finding = unknown::finding(name, &known).at(path);
            if !findings.contains(&finding) {
                findings.push(finding);
            }
        }
        findings
    }
}

/// What one rule finds, under its own name and as severe as was chosen.
fn check(rule: &dyn Rule, subject: &Subject<'_>, level: Option<Level>) -> Report {
    let severity = level.and_then(Level::severity);
    let mut report = Report::new();
    rule.check(subject, &mut |mut finding| {
        finding.name = Cow::Borrowed(rule.name());
        finding.severity = severity.unwrap_or(finding.severity);
        report.push(finding);
    });
    report
}

/// Findings as severe as was chosen, or `None` where there are none to report.
fn with_level(findings: Vec<Diagnostic>, level: Option<Level>) -> Option<Report> {
    if findings.is_empty() || level == Some(Level::Allow) {
        return None;
    }
    let severity = level.and_then(Level::severity);
    let severe = findings.into_iter().map(|mut finding| {
        finding.severity = severity.unwrap_or(finding.severity);
        finding
    });
    Some(severe.collect())
}
