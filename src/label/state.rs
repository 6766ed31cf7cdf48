//! The states of the labelling, and the labels that a caller sees.

use std::fmt;

use crate::model::{Polarity, Role, Stance};
use crate::profile::Profile;

/// What a piece of text was read as.
///
/// # Examples
///
/// ```
/// use commentary::{Role, Stance, label::Label};
///
/// let label = Label::Section(Role::perspective(Stance::Optimistic));
/// assert_eq!(label.to_string(), "perspective:optimistic");
/// assert_eq!(Label::Reference.to_string(), "reference");
/// ```
#[derive(Debug, Clone, PartialEq, Eq)]
#[non_exhaustive]
pub enum Label {
    /// The headline.
    Title,
    /// The line that invites to read.
    Teaser,
    /// The byline.
    Author,
    /// The date of publication.
    Date,
    /// A link to what is commented on, or an entry of a list of sources.
    Reference,
    /// A line of front matter.
    Meta,
    /// A rule, or words round the article that are no part of it.
    Other,
    /// Part of a section with this role.
    Section(Role),
}

impl Label {
    /// The role of the section it belongs to, where it belongs to one.
    #[must_use]
    pub const fn role(&self) -> Option<&Role> {
        match self {
            Self::Section(role) => Some(role),
            _ => None,
        }
    }

    /// The stance, where it belongs to a perspective.
    #[must_use]
    pub fn stance(&self) -> Option<&Stance> {
        self.role().and_then(Role::stance)
    }
}

impl From<Role> for Label {
    fn from(role: Role) -> Self {
        Self::Section(role)
    }
}

impl fmt::Display for Label {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Title => f.pad("title"),
            Self::Teaser => f.pad("teaser"),
            Self::Author => f.pad("author"),
            Self::Date => f.pad("date"),
            Self::Reference => f.pad("reference"),
            Self::Meta => f.pad("meta"),
            Self::Other => f.pad("other"),
            Self::Section(role) => fmt::Display::fmt(role, f),
        }
    }
}

/// Declares the states of the chain, one line each.
macro_rules! states {
    ($($variant:ident = $name:literal,)+) => {
        /// A state of the chain. The two sides have no name of their own: the genre says what its sides are called.
        #[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
        pub(crate) enum State { $($variant,)+ }

        impl State {
            /// Every state, in the order of the weights.
            pub(crate) const ALL: [Self; STATES] = [$(Self::$variant),+];

            /// The name under which weights and fitting know it.
            pub(crate) const fn name(self) -> &'static str {
                match self { $( Self::$variant => $name, )+ }
            }
        }
    };
}

/// The number of states.
pub(crate) const STATES: usize = 19;

states! {
    Title = "title",
    Teaser = "teaser",
    Author = "author",
    Date = "date",
    Reference = "reference",
    Meta = "meta",
    Boilerplate = "boilerplate",
    Other = "other",
    Summary = "summary",
    Background = "background",
    Neutral = "perspective:neutral",
    Example = "example",
    Welcome = "perspective:welcome",
    Warning = "perspective:warning",
    Mixed = "perspective:mixed",
    Own = "perspective:author",
    Conclusion = "conclusion",
    Headed = "headed",
    Heading = "heading",
}

impl State {
    /// The position of its weights.
    pub(crate) const fn index(self) -> usize {
        self as usize
    }

    /// The state for a label, where one stands for it.
    pub(crate) fn of(label: &Label) -> Option<Self> {
        Some(match label {
            Label::Title => Self::Title,
            Label::Teaser => Self::Teaser,
            Label::Author => Self::Author,
            Label::Date => Self::Date,
            Label::Reference => Self::Reference,
            Label::Meta => Self::Meta,
            Label::Other => Self::Other,
            Label::Section(role) => Self::of_role(role)?,
        })
    }

    /// The state for a section's role, where one stands for it.
    pub(crate) fn of_role(role: &Role) -> Option<Self> {
        Some(match role {
            Role::Summary => Self::Summary,
            Role::Background => Self::Background,
            Role::Example => Self::Example,
            Role::Conclusion => Self::Conclusion,
            Role::Boilerplate => Self::Boilerplate,
            Role::Perspective(perspective) => match &perspective.stance {
                Stance::Neutral => Self::Neutral,
                Stance::Mixed => Self::Mixed,
                Stance::Author => Self::Own,
                stance => match stance.polarity()? {
                    Polarity::Positive => Self::Welcome,
                    Polarity::Negative => Self::Warning,
                    Polarity::Neutral => return None,
                },
            },
            Role::Other(word) if word.as_str() == "reference" => Self::Reference,
            _ => return None,
        })
    }

    /// The label it stands for in this genre; `announced` is the role of the heading above.
    pub(crate) fn label(self, profile: &Profile, announced: Option<&Role>) -> Label {
        let side = |polarity, usual: Stance| {
            Label::Section(Role::perspective(profile.stance_of(polarity).cloned().unwrap_or(usual)))
        };
        match self {
            Self::Title => Label::Title,
            Self::Teaser => Label::Teaser,
            Self::Author => Label::Author,
            Self::Date => Label::Date,
            Self::Reference => Label::Reference,
            Self::Meta => Label::Meta,
            Self::Other => Label::Other,
            Self::Boilerplate => Label::Section(Role::Boilerplate),
            Self::Summary => Label::Section(Role::Summary),
            Self::Background => Label::Section(Role::Background),
            Self::Example => Label::Section(Role::Example),
            Self::Conclusion => Label::Section(Role::Conclusion),
            Self::Neutral => Label::Section(Role::perspective(Stance::Neutral)),
            Self::Mixed => Label::Section(Role::perspective(Stance::Mixed)),
            Self::Own => Label::Section(Role::perspective(Stance::Author)),
            Self::Welcome => side(Polarity::Positive, Stance::Optimistic),
            Self::Warning => side(Polarity::Negative, Stance::Pessimistic),
            Self::Heading => Label::Section(Role::Unclassified),
            Self::Headed => announced.map_or(Label::Section(Role::Unclassified), label_of_heading),
        }
    }

    /// True for a perspective that takes a side.
    pub(crate) const fn takes_side(self) -> bool {
        matches!(self, Self::Welcome | Self::Warning | Self::Mixed | Self::Own)
    }
}

/// What stands under a heading with this role: sources under a heading of sources, else the section's text.
pub(crate) fn label_of_heading(role: &Role) -> Label {
    match State::of_role(role) {
        Some(State::Reference) => Label::Reference,
        _ => Label::Section(role.clone()),
    }
}
