//! A point of view: its stance, who holds it, what it claims.

use std::fmt;
use std::str::FromStr;

use super::{Section, Stance};

/// A point of view on the subject of the article.
///
/// It is the part of a [`Section`] that only perspectives have; heading, body and unknown keys are the section's own.
///
/// # Examples
///
/// ```
/// use commentary::{Perspective, Section, Stance};
///
/// let mut view = Perspective::new(Stance::Left);
/// view.holder = Some("the left".into());
/// view.thesis = Some("A tax that pays for itself".into());
/// let section = Section::new(view).heading("What the left is saying").paragraph("Columnists welcome the bill.");
/// assert_eq!(section.stance(), Some(&Stance::Left));
/// ```
#[derive(Debug, Clone, PartialEq, Eq)]
#[non_exhaustive]
pub struct Perspective {
    /// Where it stands.
    pub stance: Stance,
    /// Who holds it: a camp, a person, an outlet.
    pub holder: Option<String>,
    /// What it claims, in a sentence: often the slogan in its heading.
    pub thesis: Option<String>,
    /// The words that named its stance, as written.
    pub label: Option<String>,
    /// How likely its author thinks it.
    pub likelihood: Option<Likelihood>,
    /// Answers to it, in order: rebuttals, responses of named persons.
    pub replies: Vec<Section>,
}

impl Perspective {
    /// A perspective with this stance and nothing else said of it.
    #[must_use]
    pub fn new(stance: Stance) -> Self {
        Self { stance, holder: None, thesis: None, label: None, likelihood: None, replies: Vec::new() }
    }
}

impl From<Stance> for Perspective {
    fn from(stance: Stance) -> Self {
        Self::new(stance)
    }
}

/// A likelihood in per cent, from 0 to 100, to a hundredth of a per cent.
///
/// # Examples
///
/// ```
/// use commentary::Likelihood;
///
/// let quarter: Likelihood = "25 %".parse()?;
/// assert_eq!(quarter, Likelihood::percent(25)?);
/// assert_eq!("12.5%".parse::<Likelihood>()?.to_string(), "12.5%");
/// assert!("120 %".parse::<Likelihood>().is_err());
/// # Ok::<(), commentary::LikelihoodError>(())
/// ```
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct Likelihood {
    /// Hundredths of a per cent, 0 to 10,000.
    hundredths: u16,
}

/// What is no likelihood: outside 0 to 100 per cent, finer than a hundredth of a per cent, or no number.
///
/// # Examples
///
/// ```
/// use commentary::Likelihood;
///
/// let error = "very".parse::<Likelihood>().unwrap_err();
/// assert_eq!(error.to_string(), "expected a likelihood from 0 to 100 per cent with at most two decimals");
/// ```
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
#[error("expected a likelihood from 0 to 100 per cent with at most two decimals")]
pub struct LikelihoodError;

impl Likelihood {
    /// A whole number of per cent.
    ///
    /// # Errors
    ///
    /// Above 100.
    pub fn percent(percent: u8) -> Result<Self, LikelihoodError> {
        Self::hundredths(u16::from(percent) * 100)
    }

    /// A number of hundredths of a per cent: 1,250 is 12.5 %.
    ///
    /// # Errors
    ///
    /// Above 10,000.
    pub fn hundredths(hundredths: u16) -> Result<Self, LikelihoodError> {
        if hundredths <= 10_000 { Ok(Self { hundredths }) } else { Err(LikelihoodError) }
    }

    /// The likelihood in per cent.
    #[must_use]
    pub fn as_percent(self) -> f64 {
        f64::from(self.hundredths) / 100.0
    }

    /// The likelihood in hundredths of a per cent.
    #[must_use]
    pub const fn as_hundredths(self) -> u16 {
        self.hundredths
    }
}

impl FromStr for Likelihood {
    type Err = LikelihoodError;

    /// Reads `25`, `25%`, `25 %`, `12.5 %` and `12,5 %`.
    ///
    /// # Errors
    ///
    /// `120 %`, `1.234 %`, `high`.
    fn from_str(text: &str) -> Result<Self, LikelihoodError> {
        let number = text.trim().trim_end_matches('%').trim_end();
        let (whole, decimals) = number.split_once(['.', ',']).unwrap_or((number, ""));
        let digits = |part: &str| part.bytes().all(|byte| byte.is_ascii_digit());
        if whole.is_empty() || whole.len() > 3 || decimals.len() > 2 || !digits(whole) || !digits(decimals) {
            return Err(LikelihoodError);
        }
        format!("{whole}{decimals:0<2}").parse().map_err(|_| LikelihoodError).and_then(Self::hundredths)
    }
}

impl fmt::Display for Likelihood {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let (whole, rest) = (self.hundredths / 100, self.hundredths % 100);
        match (rest, rest % 10) {
            (0, _) => write!(f, "{whole}%"),
            (_, 0) => write!(f, "{whole}.{}%", rest / 10),
            _ => write!(f, "{whole}.{rest:02}%"),
        }
    }
}
