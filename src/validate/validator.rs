//! Runs the rules over an article and gathers what they find.

use std::sync::Arc;

use super::choices::Choices;
use super::placing;
use super::rule::Rule;
use super::subject::Subject;
use crate::diagnostic::{Level, Report, Severity};
use crate::model::{Article, Date};
use crate::profile::Profile;
use crate::source::Parsed;

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
    Choices::default().run(&Subject::new(article, profile))
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
    today: Option<Date>,
}

impl Validator {
    /// A validator for this genre that runs every built-in rule.
    #[must_use]
    pub fn new(profile: Profile) -> Self {
        Self { profile, choices: Choices::default(), today: None }
    }

    /// This validator with findings of this name given this severity. Of several choices for a name the last one holds.
    ///
    /// A name that belongs to no rule is reported as `unknown-rule` by [`run`](Self::run).
    #[must_use]
    pub fn severity(mut self, name: impl Into<String>, severity: Severity) -> Self {
        self.choices.choose(name.into(), severity.into());
        self
    }

    /// This validator without the rule of this name. Of several choices for a name the last one holds.
    ///
    /// A name that belongs to no rule is reported as `unknown-rule` by [`run`](Self::run).
    #[must_use]
    pub fn allow(mut self, name: impl Into<String>) -> Self {
        self.choices.choose(name.into(), Level::Allow);
        self
    }

    /// This validator with one more rule, which takes the place of a rule that has its name.
    #[must_use]
    pub fn rule(mut self, rule: impl Rule + 'static) -> Self {
        self.choices.add(Arc::new(rule));
        self
    }

    /// This validator with the date of the check, which some rules need: nothing here asks a clock.
    ///
    /// # Examples
    ///
    /// ```
    /// use commentary::{Article, Date, Profile, Validator};
    ///
    /// let article = Article::new("A roof over the canal").published(Date::from_day(2031, 6, 17)?);
    /// let validator = Validator::new(Profile::any()).today(Date::from_day(2025, 6, 17)?);
    /// assert!(validator.run(&article).find("future-date").is_some());
    /// # Ok::<(), commentary::DateError>(())
    /// ```
    #[must_use]
    pub const fn today(mut self, date: Date) -> Self {
        self.today = Some(date);
        self
    }

    /// What the rules find in an article, in the order of the places.
    #[must_use]
    pub fn run(&self, article: &Article) -> Report {
        self.choices.run(&Subject::new(article, &self.profile).on(self.today))
    }

    /// What was noticed when a text was read, and what the rules find in the article, in the order of the text. Each
    /// finding has the span of its place in the text, or of the nearest place round it, and each fix the same change of
    /// the text.
    ///
    /// `text` is the text that was read. Where it holds no article at all, the rules are not asked.
    ///
    /// # Examples
    ///
    /// ```
    /// use commentary::diagnostic::Replacement;
    /// use commentary::{Profile, Validator, parse};
    ///
    /// let text = "Camille Roy\nReference article: https://canal.example/?utm_source=mail\n";
    /// let report = Validator::new(Profile::any()).run_parsed(&parse(text), text);
    /// let finding = report.find("tracking-parameters").unwrap();
    /// assert_eq!(finding.span.unwrap().slice(text), Some("Reference article: https://canal.example/?utm_source=mail"));
    ///
    /// let mended = Replacement::apply(&finding.fix.as_ref().unwrap().replacements, text);
    /// assert_eq!(mended.as_deref(), Some("Camille Roy\nReference article: https://canal.example/\n"));
    /// ```
    #[must_use]
    pub fn run_parsed(&self, parsed: &Parsed, text: &str) -> Report {
        let mut report = Report::new();
        if !parsed.report.has_errors() {
            let subject = Subject::new(&parsed.article, &self.profile).on(self.today).read_from(&parsed.source);
            report = self.choices.run(&subject);
        }
        let mut all: Report = placing::of_reading(parsed, &report).into_iter().collect();
        all.append(report);
        placing::place(&mut all, parsed, text);
        all.sort();
        all
    }
}
