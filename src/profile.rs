//! A genre: the sections it expects, their order, and the stances it knows.

use std::borrow::Cow;
use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};

use crate::diagnostic::Level;
use crate::model::{Axis, Polarity, Role, Stance};

/// A genre of commentary: which sections it has, in which order, which of them an article must have, and how strictly rules
/// apply.
///
/// # The built-in genres
///
/// In the order in which each expects its sections; **bold** is required, *italic* usual, the rest may be there. A view is
/// named by its stance.
///
/// | genre | sections | views that take a side |
/// |---|---|---|
/// | [`any`](Self::any) | summary, background, example, conclusion | 2 of any kind |
/// | [`outlook`](Self::outlook) | **summary**, background, *neutral*, example, **optimistic**, **pessimistic**, mixed, author, conclusion | those |
/// | [`pro_contra`](Self::pro_contra) | *summary*, background, **for**, mixed, **against**, author, conclusion | those |
/// | [`politics`](Self::politics) | *summary*, background, **left**, center, **right**, author, conclusion | those |
/// | [`market`](Self::market) | *summary*, background, **bull**, base, **bear**, author, conclusion | those |
/// | [`scenarios`](Self::scenarios) | summary, background, **optimistic**, *base*, **pessimistic**, conclusion | those |
/// | [`comment`](Self::comment) | summary, background, example, **author**, conclusion | that one |
///
/// None of them changes how strictly a rule applies.
///
/// # Stored
///
/// A genre is read from data and written with serde:
///
/// ```
/// # #[cfg(feature = "json")] {
/// use commentary::{Level, Profile};
///
/// let profile: Profile = serde_json::from_str(
///     r#"{
///         "name": "town-hall",
///         "sections": [
///             {"role": "summary", "presence": "required"},
///             {"role": "perspective", "stance": "for", "presence": "required"},
///             {"role": "perspective", "stance": "against", "presence": "required"}
///         ],
///         "views": 2,
///         "rules": {"missing-author": "error", "shortened-link": "allow"}
///     }"#,
/// ).unwrap();
/// assert_eq!(profile.level("missing-author"), Some(Level::Error));
/// # }
/// ```
///
/// # Examples
///
/// ```
/// use commentary::{Presence, Profile, Role, Stance};
///
/// let debate = Profile::new("town-hall")
///     .expect(Role::Summary, Presence::Required)
///     .expect(Role::perspective(Stance::For), Presence::Required)
///     .expect(Role::perspective(Stance::Against), Presence::Required);
/// assert!(debate.stances().eq([&Stance::For, &Stance::Against]));
/// assert_eq!(Profile::named("outlook"), Some(Profile::outlook()));
/// ```
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Profile {
    name: Cow<'static, str>,
    #[serde(default)]
    sections: Vec<Expected>,
    /// How many views that take a side an article needs, whichever they are.
    #[serde(default, skip_serializing_if = "is_zero")]
    views: usize,
    /// How strictly rules apply, by name; a rule that is not named applies as it says itself.
    #[serde(default, skip_serializing_if = "BTreeMap::is_empty")]
    rules: BTreeMap<Cow<'static, str>, Level>,
}

/// True for a genre that counts no views.
#[expect(clippy::trivially_copy_pass_by_ref, reason = "serde calls it so")]
fn is_zero(number: &usize) -> bool {
    *number == 0
}

/// How much a genre needs a section.
///
/// # Examples
///
/// ```
/// use commentary::Presence;
///
/// assert!(Presence::Required > Presence::Usual);
/// ```
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
#[non_exhaustive]
pub enum Presence {
    /// It may be there.
    Optional,
    /// It is mostly there; its absence is worth a warning.
    Usual,
    /// It must be there.
    Required,
}

/// A section that a genre expects. See [`Profile::expected`].
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Expected {
    role: Role,
    presence: Presence,
}

impl Expected {
    /// The role; a perspective's stance is the one expected.
    #[must_use]
    pub const fn role(&self) -> &Role {
        &self.role
    }

    /// How much the genre needs it.
    #[must_use]
    pub const fn presence(&self) -> Presence {
        self.presence
    }
}

impl Profile {
    /// A genre that expects nothing yet.
    #[must_use]
    pub fn new(name: impl Into<Cow<'static, str>>) -> Self {
        Self { name: name.into(), sections: Vec::new(), views: 0, rules: BTreeMap::new() }
    }

    /// This genre with one more section, after those it expects already.
    #[must_use]
    pub fn expect(mut self, role: impl Into<Role>, presence: Presence) -> Self {
        self.sections.push(Expected { role: role.into(), presence });
        self
    }

    /// This genre with at least this number of views that [take a side](Stance::takes_side), whichever they are.
    ///
    /// It is for genres that do not name their stances; [`expect`](Self::expect) names one.
    ///
    /// # Examples
    ///
    /// ```
    /// use commentary::Profile;
    ///
    /// assert_eq!(Profile::new("round-table").expect_views(3).expected_views(), 3);
    /// assert_eq!(Profile::any().expected_views(), 2);
    /// ```
    #[must_use]
    pub const fn expect_views(mut self, least: usize) -> Self {
        self.views = least;
        self
    }

    /// This genre with a rule applied this strictly.
    ///
    /// # Examples
    ///
    /// ```
    /// use commentary::{Article, Level, Profile, validate};
    ///
    /// let brief = Profile::new("brief").rule("missing-author", Level::Allow).rule("missing-title", Level::Error);
    /// assert_eq!(brief.level("missing-title"), Some(Level::Error));
    ///
    /// let report = validate(&Article::default(), &brief);
    /// assert!(report.find("missing-author").is_none());
    /// assert!(report.has_errors());
    /// ```
    #[must_use]
    pub fn rule(mut self, name: impl Into<Cow<'static, str>>, level: impl Into<Level>) -> Self {
        self.rules.insert(name.into(), level.into());
        self
    }

    /// How strictly a rule applies in this genre, or `None` where the rule says so itself.
    #[must_use]
    pub fn level(&self, name: &str) -> Option<Level> {
        self.rules.get(name).copied()
    }

    /// The rules that this genre names, and how strictly they apply, in the order of their names.
    pub fn rules(&self) -> impl Iterator<Item = (&str, Level)> {
        self.rules.iter().map(|(name, &level)| (&**name, level))
    }

    /// Any commentary: nothing is required but two views that take a side.
    #[must_use]
    pub fn any() -> Self {
        Self::new("any")
            .expect_views(2)
            .expect(Role::Summary, Presence::Optional)
            .expect(Role::Background, Presence::Optional)
            .expect(Role::Example, Presence::Optional)
            .expect(Role::Conclusion, Presence::Optional)
    }

    /// A recap of the facts, a neutral analysis, perhaps an example, then an optimistic and a pessimistic view.
    #[must_use]
    pub fn outlook() -> Self {
        let view = Role::perspective;
        Self::new("outlook")
            .expect(Role::Summary, Presence::Required)
            .expect(Role::Background, Presence::Optional)
            .expect(view(Stance::Neutral), Presence::Usual)
            .expect(Role::Example, Presence::Optional)
            .expect(view(Stance::Optimistic), Presence::Required)
            .expect(view(Stance::Pessimistic), Presence::Required)
            .expect(view(Stance::Mixed), Presence::Optional)
            .expect(view(Stance::Author), Presence::Optional)
            .expect(Role::Conclusion, Presence::Optional)
    }

    /// A question, the views for and against, perhaps one that weighs both.
    #[must_use]
    pub fn pro_contra() -> Self {
        Self::views_of("pro-contra", [Stance::For, Stance::Against], Stance::Mixed)
    }

    /// What the left and the right say, perhaps the center.
    #[must_use]
    pub fn politics() -> Self {
        Self::views_of("politics", [Stance::Left, Stance::Right], Stance::Center)
    }

    /// Why a price or a firm may rise and why it may fall, perhaps a middle scenario.
    #[must_use]
    pub fn market() -> Self {
        Self::views_of("market", [Stance::Bull, Stance::Bear], Stance::Base)
    }

    /// What may come: a good course of things, a likely one, and a bad one.
    #[must_use]
    pub fn scenarios() -> Self {
        let view = Role::perspective;
        Self::new("scenarios")
            .expect(Role::Summary, Presence::Optional)
            .expect(Role::Background, Presence::Optional)
            .expect(view(Stance::Optimistic), Presence::Required)
            .expect(view(Stance::Base), Presence::Usual)
            .expect(view(Stance::Pessimistic), Presence::Required)
            .expect(Role::Conclusion, Presence::Optional)
    }

    /// A comment by one author, who speaks in the first person.
    #[must_use]
    pub fn comment() -> Self {
        Self::new("comment")
            .expect(Role::Summary, Presence::Optional)
            .expect(Role::Background, Presence::Optional)
            .expect(Role::Example, Presence::Optional)
            .expect(Role::perspective(Stance::Author), Presence::Required)
            .expect(Role::Conclusion, Presence::Optional)
    }

    /// A genre with two opposed views, both required, and one between them that may be there.
    fn views_of(name: &'static str, sides: [Stance; 2], between: Stance) -> Self {
        let [first, second] = sides.map(Role::perspective);
        Self::new(name)
            .expect(Role::Summary, Presence::Usual)
            .expect(Role::Background, Presence::Optional)
            .expect(first, Presence::Required)
            .expect(Role::perspective(between), Presence::Optional)
            .expect(second, Presence::Required)
            .expect(Role::perspective(Stance::Author), Presence::Optional)
            .expect(Role::Conclusion, Presence::Optional)
    }

    /// Every genre that is built in.
    #[must_use]
    pub fn all() -> Vec<Self> {
        vec![
            Self::any(),
            Self::outlook(),
            Self::pro_contra(),
            Self::politics(),
            Self::market(),
            Self::scenarios(),
            Self::comment(),
        ]
    }

    /// The built-in genre of this name.
    #[must_use]
    pub fn named(name: &str) -> Option<Self> {
        Self::all().into_iter().find(|profile| profile.name == name)
    }

    /// The name.
    #[must_use]
    pub fn name(&self) -> &str {
        &self.name
    }

    /// The sections it expects, in their usual order.
    #[must_use]
    pub fn expected(&self) -> &[Expected] {
        &self.sections
    }

    /// How many views that take a side it needs, whichever they are.
    #[must_use]
    pub const fn expected_views(&self) -> usize {
        self.views
    }

    /// How much it needs a section with this role, and for a perspective this stance; `None` where it says nothing.
    #[must_use]
    pub fn presence(&self, role: &Role) -> Option<Presence> {
        let same = |other: &Role| other.id() == role.id() && other.stance() == role.stance();
        self.sections.iter().find(|expected| same(&expected.role)).map(|expected| expected.presence)
    }

    /// The stances it expects, in their usual order.
    pub fn stances(&self) -> impl Iterator<Item = &Stance> {
        self.sections.iter().filter_map(|expected| expected.role.stance())
    }

    /// The axis of the first stance that takes a side.
    #[must_use]
    pub fn axis(&self) -> Option<Axis<'_>> {
        self.stances().filter(|stance| stance.takes_side()).find_map(Stance::axis)
    }

    /// The stance that welcomes or warns, as this genre names it.
    #[must_use]
    pub fn stance_of(&self, polarity: Polarity) -> Option<&Stance> {
        self.stances().find(|stance| stance.polarity() == Some(polarity))
    }
}

impl Default for Profile {
    /// [`Profile::any`].
    fn default() -> Self {
        Self::any()
    }
}

/// The form in which an expected section is stored: `{"role": "perspective", "stance": "for", "presence": "required"}`.
#[derive(Serialize, Deserialize)]
struct Stored {
    role: String,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    stance: Option<String>,
    presence: Presence,
}

impl Serialize for Expected {
    fn serialize<S: serde::Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let stance = self.role.stance().map(|stance| stance.id().to_owned());
        Stored { role: self.role.id().to_owned(), stance, presence: self.presence }.serialize(serializer)
    }
}

impl<'de> Deserialize<'de> for Expected {
    fn deserialize<D: serde::Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        let stored = Stored::deserialize(deserializer)?;
        let role = match stored.stance {
            Some(stance) => Role::perspective(Stance::from(stance)),
            None => Role::from(stored.role.as_str()),
        };
        Ok(Self { role, presence: stored.presence })
    }
}
