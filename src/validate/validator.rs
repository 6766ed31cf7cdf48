//! Runs the rules over an article and gathers what they find.

use std::borrow::Cow;
use std::cmp::Reverse;
use std::sync::Arc;

use super::rule::Rule;
use super::{rules, unknown};
use crate::diagnostic::{Report, Severity};
use crate::model::Article;
use crate::profile::Profile;

/// What every built-in rule finds in an article of this genre, in the order of the places.
///
/// Use a [`Validator`] to allow rules by name, to change severities, or to add rules.
///
/// # Examples
///
/// ```
/// use commentary::{Article, Profile, Section, Stance, validate};
///
/// let article = Article::new("A roof over the canal")
///     .author("Dana Whitcombe")
///     .section(Section::perspective(Stance::Optimistic).paragraph("Every mile saves water."));
/// let report = validate(&article, &Profile::outlook());
/// assert!(report.has_errors()); // an outlook needs a summary and a pessimistic view
/// ```
#[must_use]
pub fn validate(article: &Article, profile: &Profile) -> Report {
    Choices::default().run(article, profile)
}

/// Checks articles by the built-in rules and your own, with your choice of severities.
///
/// A report keeps the worst findings where there are more than [`Report::MAX_FINDINGS`].
///
/// # Examples
///
/// ```
/// use commentary::{Article, Profile, Severity, Validator};
///
/// let validator = Validator::new(Profile::any())
///     .allow("missing-perspective")
///     .allow("missing-reference")
///     .severity("missing-author", Severity::Error);
/// let report = validator.run(&Article::new("A roof over the canal"));
/// assert_eq!(report.to_string(), "error[missing-author]: the article names no author\n");
/// ```
#[derive(Debug, Clone, Default)]
pub struct Validator {
    profile: Profile,
    choices: Choices,
}

impl Validator {
    /// A validator for this genre that runs every built-in rule.
    #[must_use]
    pub fn new(profile: Profile) -> Self {
        Self { profile, choices: Choices::default() }
    }

    /// This validator with findings of this name given this severity. Of several choices for a name the last one holds.
    ///
    /// A name that belongs to no rule is reported as `unknown-rule` by [`run`](Self::run).
    #[must_use]
    pub fn severity(mut self, name: impl Into<String>, severity: Severity) -> Self {
        self.choices.made.push((name.into(), Choice::Severity(severity)));
        self
    }

    /// This validator without the rule of this name. Of several choices for a name the last one holds.
    ///
    /// A name that belongs to no rule is reported as `unknown-rule` by [`run`](Self::run).
    #[must_use]
    pub fn allow(mut self, name: impl Into<String>) -> Self {
        self.choices.made.push((name.into(), Choice::Allow));
        self
    }

    /// This validator with one more rule, which takes the place of a rule that has its name.
    #[must_use]
    pub fn rule(mut self, rule: impl Rule + 'static) -> Self {
        self.choices.added.retain(|added| added.name() != rule.name());
        self.choices.added.push(Arc::new(rule));
        self
    }

    /// What the rules find in an article, in the order of the places.
    #[must_use]
    pub fn run(&self, article: &Article) -> Report {
        self.choices.run(article, &self.profile)
    }
}

/// What the caller chose: rules of their own, and what to do with findings of a name.
#[derive(Debug, Clone, Default)]
struct Choices {
    added: Vec<Arc<dyn Rule>>,
    made: Vec<(String, Choice)>,
}

/// What to do with the findings of a rule.
#[derive(Debug, Clone, Copy)]
enum Choice {
    Allow,
    Severity(Severity),
}

impl Choices {
    fn run(&self, article: &Article, profile: &Profile) -> Report {
        let mut reports: Vec<Report> =
            self.rules().map(|rule| self.check(rule, article, profile)).filter(|report| !report.is_empty()).collect();
        reports.extend(self.unknown());
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
    fn choice(&self, name: &str) -> Option<Choice> {
        self.made.iter().rev().find(|(chosen, _)| chosen == name).map(|&(_, choice)| choice)
    }

    /// What one rule finds, under its own name and with the severity that was chosen for it.
    fn check(&self, rule: &dyn Rule, article: &Article, profile: &Profile) -> Report {
        let mut report = Report::new();
        let severity = match self.choice(rule.name()) {
            Some(Choice::Allow) => return report,
            Some(Choice::Severity(severity)) => Some(severity),
            None => None,
        };
        rule.check(article, profile, &mut |mut finding| {
            finding.name = Cow::Borrowed(rule.name());
            finding.severity = severity.unwrap_or(finding.severity);
            report.push(finding);
        });
        report
    }

    /// A finding for each name chosen that belongs to no rule.
    fn unknown(&self) -> Option<Report> {
        if self.made.is_empty() {
            return None;
        }
        let severity = match self.choice(unknown::NAME) {
            Some(Choice::Allow) => return None,
            Some(Choice::Severity(severity)) => Some(severity),
            None => None,
        };
        let known: Vec<&str> = self.rules().map(Rule::name).collect();
        let mut report = Report::new();
        for (position, (name, _)) in self.made.iter().enumerate() {
            let is_known = name == unknown::NAME || known.contains(&name.as_str());
            let is_repeated = self.made.iter().take(position).any(|(before, _)| before == name);
            if !is_known && !is_repeated {
                let mut finding = unknown::finding(name, &known);
                finding.severity = severity.unwrap_or(finding.severity);
                report.push(finding);
            }
        }
        Some(report).filter(|report| !report.is_empty())
    }
}
