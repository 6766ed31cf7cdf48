//! What a phrase can mean: the vocabulary in which the language tables are written.

use std::fmt;
use std::str::FromStr;

use crate::model::{ReferenceKind, Role, Stance};

/// What a phrase of a language says about the text that it stands in.
///
/// Senses have names, so that a lexicon can be written as data: `function`, `view`, `stance:optimistic`,
/// `heading:summary`, `marker:article`, `byline`, `byline:after`, `date`, `weekday:1`, `month:6`, `boilerplate`, `chat`,
/// `list-lead`, `hand:one`, `hand:other`, `opener:for`, `scenario`,
/// `ordinal`, `condition`, `authority`, `cue:praise`. A phrase may have several senses:
/// "positive" names a stance in a heading and is praise in prose.
///
/// # Examples
///
/// ```
/// use commentary::Stance;
/// use commentary::lexicon::{Cue, Sense};
///
/// assert_eq!("stance:optimistic".parse(), Ok(Sense::Stance(Stance::Optimistic)));
/// assert_eq!(Sense::Cue(Cue::Praise).to_string(), "cue:praise");
/// assert!("cue:weather".parse::<Sense>().is_err());
/// ```
#[derive(Debug, Clone, PartialEq, Eq)]
#[non_exhaustive]
pub enum Sense {
    /// A common word that tells the language. Headings may hold any number of them without changing their meaning.
    Function,
    /// A noun or verb that announces a viewpoint in a heading: "point of view", "scenario", "is saying".
    View,
    /// Names a stance in a heading.
    Stance(Stance),
    /// A whole heading that names a role. A neutral analysis is the role of a perspective.
    Heading(Role),
    /// Stands before a link to a source of this kind.
    Marker(ReferenceKind),
    /// Stands before an author's name.
    Byline,
    /// Stands beside an author's name: an office or a job.
    BylineAfter,
    /// Introduces a date.
    Date,
    /// The name of a day of the week, from 1 for Monday to 7 for Sunday.
    Weekday(u8),
    /// The name of a month, from 1.
    Month(u8),
    /// Found in lines that are not part of the article: redirect notices, sharing, subscribing, reading time.
    Boilerplate,
    /// A language model's framing before or after an article.
    Chat,
    /// Announces a list.
    ListLead,
    /// Opens the first of two paragraphs that weigh one thing against another: "on the one hand".
    OneHand,
    /// Opens the second: "on the other hand".
    OtherHand,
    /// Opens a paragraph that tells what one side says: "supporters of the plan", "in the worst case".
    Opener(Stance),
    /// What may come, beside an ordinal or a word that hopes or fears: "the second scenario".
    Scenario,
    /// Counts what is told one after the other: "the second", "another".
    Ordinal,
    /// Opens the heading of a scenario that depends on something: "if".
    Condition,
    /// Names who governs, or what a booklet of a vote calls their advice.
    Authority,
    /// A cue in running prose.
    Cue(Cue),
}

impl Sense {
    /// True for what is looked for in running prose too, and not in short lines only.
    pub(super) const fn is_of_prose(&self) -> bool {
        matches!(
            self,
            Self::Cue(_) | Self::Boilerplate | Self::Chat | Self::ListLead | Self::Opener(_) | Self::Scenario
        )
    }
}

/// Declares the cues, one line each: the variant, its name, what it is.
macro_rules! cues {
    ($($variant:ident = $name:literal, $doc:literal;)+) => {
        /// What a phrase in running prose is a sign of.
        ///
        /// # Examples
        ///
        /// ```
        /// use commentary::lexicon::Cue;
        ///
        /// assert_eq!(Cue::from_name("alarm"), Some(Cue::Alarm));
        /// assert_eq!(Cue::Alarm.name(), "alarm");
        /// ```
        #[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
        #[non_exhaustive]
        pub enum Cue {
            $( #[doc = $doc] $variant, )+
        }

        impl Cue {
            /// Every cue, in the order of declaration.
            pub const ALL: &'static [Self] = &[$(Self::$variant),+];

            /// The name, as in `cue:NAME`.
            #[must_use]
            pub const fn name(self) -> &'static str {
                match self { $( Self::$variant => $name, )+ }
            }

            /// The cue of this name.
            #[must_use]
            pub fn from_name(name: &str) -> Option<Self> {
                match name { $( $name => Some(Self::$variant), )+ _ => None }
            }
        }
    };
}

cues! {
    Example = "example", "Opens an analogy or an imagined case: \"imagine\", \"suppose\".";
    Simile = "simile", "Compares inside prose: \"like a\".";
    Praise = "praise", "Opens or carries an enthusiastic view.";
    Alarm = "alarm", "Opens or carries a worried view.";
    Positive = "positive", "A word of good: gain, progress, hope.";
    Negative = "negative", "A word of ill: loss, threat, fear.";
    Bright = "bright", "A word that leans to the good: \"thanks to\", \"finally\".";
    Dark = "dark", "A word that leans to the ill: \"merely\", \"bill\".";
    Hope = "hope", "Modality toward good: \"will allow\", \"paves the way\".";
    Risk = "risk", "Modality toward ill: \"could end up\", \"until the day\".";
    Contrast = "contrast", "Turns: \"however\", \"on the other hand\".";
    Concession = "concession", "Grants a point without changing sides: \"admittedly\".";
    Addition = "addition", "Goes on in the same vein: \"moreover\".";
    Balance = "balance", "Weighs without taking a side: \"it depends\".";
    Report = "report", "News reporting: \"announced\", \"according to\".";
    Recent = "recent", "An adverb of news: \"last week\", \"since\".";
    Past = "past", "How things stood before: \"founded in\", \"for decades\".";
    Conclusion = "conclusion", "Closes: \"in the end\", \"time will tell\".";
    Author = "author", "The writer speaks as \"I\".";
    Reader = "reader", "Addresses the reader.";
    Collective = "collective", "Speaks as \"we\".";
    Negation = "negation", "Turns the value of what follows: \"not\", \"without\".";
    Intensity = "intensity", "Strengthens: \"truly\", \"remarkable\".";
    Irony = "irony", "Doubts what it repeats: \"so-called\", \"we are told\".";
    Quote = "quote", "Attributes an opinion to someone: \"critics say\".";
}

/// A text that names no sense.
///
/// # Examples
///
/// ```
/// use commentary::lexicon::Sense;
///
/// let error = "month:13".parse::<Sense>().unwrap_err();
/// assert_eq!(error.to_string(), "`month:13` names no sense of the lexicon");
/// ```
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("`{}` names no sense of the lexicon", .0.escape_debug())]
pub struct SenseError(Box<str>);

impl FromStr for Sense {
    type Err = SenseError;

    /// Reads a name such as `cue:praise`.
    ///
    /// # Errors
    ///
    /// Any other text, `heading:perspective` included: write the stance, as in `heading:neutral`.
    fn from_str(name: &str) -> Result<Self, SenseError> {
        let unknown = || SenseError(name.into());
        Ok(match name.split_once(':') {
            None => match name {
                "function" => Self::Function,
                "view" => Self::View,
                "byline" => Self::Byline,
                "date" => Self::Date,
                "boilerplate" => Self::Boilerplate,
                "chat" => Self::Chat,
                "list-lead" => Self::ListLead,
                "condition" => Self::Condition,
                "scenario" => Self::Scenario,
                "ordinal" => Self::Ordinal,
                "authority" => Self::Authority,
                _ => return Err(unknown()),
            },
            Some(("byline", "after")) => Self::BylineAfter,
            Some(("hand", "one")) => Self::OneHand,
            Some(("hand", "other")) => Self::OtherHand,
            Some(("opener", stance)) if !stance.is_empty() => Self::Opener(Stance::from(stance)),
            Some(("stance", stance)) if !stance.is_empty() => Self::Stance(Stance::from(stance)),
            Some(("heading", role)) if !role.is_empty() && role != "perspective" => {
                Self::Heading(Stance::known(role).map_or_else(|| Role::from(role), Role::perspective))
            }
            Some(("marker", kind)) if !kind.is_empty() => Self::Marker(ReferenceKind::from(kind)),
            Some(("month", number)) => Self::Month(number_up_to(12, number).ok_or_else(unknown)?),
            Some(("weekday", number)) => Self::Weekday(number_up_to(7, number).ok_or_else(unknown)?),
            Some(("cue", cue)) => Self::Cue(Cue::from_name(cue).ok_or_else(unknown)?),
            Some(_) => return Err(unknown()),
        })
    }
}

/// A number from 1 to `most`.
fn number_up_to(most: u8, text: &str) -> Option<u8> {
    text.parse().ok().filter(|number| (1..=most).contains(number))
}

impl fmt::Display for Sense {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Function => f.pad("function"),
            Self::View => f.pad("view"),
            Self::Stance(stance) => write!(f, "stance:{stance}"),
            Self::Heading(role) => write!(f, "heading:{}", role.stance().map_or_else(|| role.id(), Stance::id)),
            Self::Marker(kind) => write!(f, "marker:{kind}"),
            Self::Byline => f.pad("byline"),
            Self::BylineAfter => f.pad("byline:after"),
            Self::Date => f.pad("date"),
            Self::Weekday(day) => write!(f, "weekday:{day}"),
            Self::Month(month) => write!(f, "month:{month}"),
            Self::Boilerplate => f.pad("boilerplate"),
            Self::Chat => f.pad("chat"),
            Self::ListLead => f.pad("list-lead"),
            Self::Condition => f.pad("condition"),
            Self::Scenario => f.pad("scenario"),
            Self::Ordinal => f.pad("ordinal"),
            Self::Opener(stance) => write!(f, "opener:{stance}"),
            Self::Authority => f.pad("authority"),
            Self::OneHand => f.pad("hand:one"),
            Self::OtherHand => f.pad("hand:other"),
            Self::Cue(cue) => write!(f, "cue:{}", cue.name()),
        }
    }
}
