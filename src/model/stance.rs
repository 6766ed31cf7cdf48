//! Where a perspective stands, and on which axis.

use std::fmt;

use super::vocabulary::vocabulary;

vocabulary! {
    /// Where a perspective stands.
    ///
    /// A stance lies on an [`Axis`] and is stored by a short id, such as `"optimistic"`. An id that this version does
    /// not know is kept as written. An open axis of your own is written before a colon: `"energy:nuclear"`.
    ///
    /// # Examples
    ///
    /// ```
    /// use commentary::{Axis, Polarity, Stance};
    ///
    /// assert_eq!(Stance::Bull.axis(), Some(Axis::Market));
    /// assert_eq!(Stance::Bull.polarity(), Some(Polarity::Positive));
    /// assert!(Stance::Left.opposes(&Stance::CenterRight));
    /// assert!(!Stance::Left.opposes(&Stance::Against));
    /// assert_eq!(Stance::from("energy:nuclear").axis(), Some(Axis::Open("energy")));
    /// ```
    Stance {
        /// Expects good to come of it.
        Optimistic = "optimistic",
        /// Takes no side: analysis.
        Neutral = "neutral",
        /// Weighs what is likely, without hope or fear.
        Realistic = "realistic",
        /// Expects harm to come of it.
        Pessimistic = "pessimistic",
        /// In favour of the proposal.
        For = "for",
        /// Weighs good and bad together, as a view of its own.
        Mixed = "mixed",
        /// Opposed to the proposal.
        Against = "against",
        /// The political left.
        Left = "left",
        /// Left of the center.
        CenterLeft = "center-left",
        /// The political center.
        Center = "center",
        /// Right of the center.
        CenterRight = "center-right",
        /// The political right.
        Right = "right",
        /// Expects the price or the firm to rise.
        Bull = "bull",
        /// The middle scenario of a market note.
        Base = "base",
        /// Expects the price or the firm to fall.
        Bear = "bear",
        /// The writer's own view.
        Author = "author",
        /// The view of an invited voice.
        Guest = "guest",
    }
}

/// What a group of stances is about.
///
/// # Examples
///
/// ```
/// use commentary::{Axis, Stance};
///
/// assert_eq!(Stance::Mixed.axis(), Some(Axis::Position));
/// assert_eq!(Axis::Politics.to_string(), "politics");
/// ```
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
#[non_exhaustive]
pub enum Axis<'a> {
    /// Hope and fear: optimistic, neutral, realistic, pessimistic.
    Outlook,
    /// For or against a proposal: for, mixed, against.
    Position,
    /// From left to right, in five steps.
    Politics,
    /// Bull, base and bear.
    Market,
    /// Who speaks: the author or a guest.
    Voice,
    /// An axis of your own, from an id such as `energy:nuclear`.
    Open(&'a str),
}

impl fmt::Display for Axis<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.pad(match self {
            Self::Outlook => "outlook",
            Self::Position => "position",
            Self::Politics => "politics",
            Self::Market => "market",
            Self::Voice => "voice",
            Self::Open(name) => name,
        })
    }
}

/// Whether a stance welcomes or warns.
///
/// # Examples
///
/// ```
/// use commentary::{Polarity, Stance};
///
/// assert_eq!(Stance::Against.polarity(), Some(Polarity::Negative));
/// assert_eq!(Stance::Left.polarity(), None); // neither left nor right is the good side
/// ```
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Polarity {
    /// Warns: pessimistic, against, bear.
    Negative,
    /// Neither: neutral, realistic, mixed, base.
    Neutral,
    /// Welcomes: optimistic, for, bull.
    Positive,
}

impl Stance {
    /// The axis it lies on, or `None` for an id that names none.
    #[must_use]
    pub fn axis(&self) -> Option<Axis<'_>> {
        Some(match self {
            Self::Optimistic | Self::Neutral | Self::Realistic | Self::Pessimistic => Axis::Outlook,
            Self::For | Self::Mixed | Self::Against => Axis::Position,
            Self::Left | Self::CenterLeft | Self::Center | Self::CenterRight | Self::Right => Axis::Politics,
            Self::Bull | Self::Base | Self::Bear => Axis::Market,
            Self::Author | Self::Guest => Axis::Voice,
            Self::Other(word) => Axis::Open(word.as_str().split_once(':')?.0),
        })
    }

    /// The step on its axis, from −2 to 2, or `None` where steps mean nothing.
    ///
    /// Positive is optimistic, for, right and bull; the sign of a political step is no judgement.
    #[must_use]
    pub const fn step(&self) -> Option<i8> {
        match self {
            Self::Left => Some(-2),
            Self::Pessimistic | Self::Against | Self::CenterLeft | Self::Bear => Some(-1),
            Self::Neutral | Self::Realistic | Self::Mixed | Self::Center | Self::Base => Some(0),
            Self::Optimistic | Self::For | Self::CenterRight | Self::Bull => Some(1),
            Self::Right => Some(2),
            Self::Author | Self::Guest | Self::Other(_) => None,
        }
    }

    /// Whether it welcomes or warns, or `None` on an axis where that has no meaning.
    #[must_use]
    pub fn polarity(&self) -> Option<Polarity> {
        if !matches!(self.axis()?, Axis::Outlook | Axis::Position | Axis::Market) {
            return None;
        }
        Some(match self.step()? {
            ..0 => Polarity::Negative,
            0 => Polarity::Neutral,
            1.. => Polarity::Positive,
        })
    }

    /// True where both lie on one axis, on opposite sides of its middle.
    #[must_use]
    pub fn opposes(&self, other: &Self) -> bool {
        match (self.step(), other.step()) {
            (Some(a), Some(b)) => self.axis() == other.axis() && a.signum() * b.signum() < 0,
            _ => false,
        }
    }

    /// True for every stance but `neutral` and `realistic`: it argues from one point of view.
    #[must_use]
    pub const fn takes_side(&self) -> bool {
        !matches!(self, Self::Neutral | Self::Realistic)
    }
}
