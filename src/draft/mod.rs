//! What a language model is asked for: a flat form of an article, and what to tell the model about its mistakes.
//!
//! The structured-output modes of language models take only a part of JSON Schema, and each another one. A [`Draft`]
//! keeps to what they all take: every key is there, absent is `null`, nothing lies deeper than five levels, and text
//! comes before the labels that it gives reason for, since models write in the order of the schema.
//!
//! 1. Give the model [`Draft::SCHEMA`], the text of `schema/draft.v1.json`. It has no `$schema` and no `$id`, which some
//!    providers refuse. Keep the order of its keys: do not send it through a map that sorts them.
//! 2. Read the answer by [`Draft::from_json`], and turn it into an article by [`Draft::into_article`].
//! 3. Where there are findings, give the model [`Drafted::correction`], or [`correction`] of [`unreadable`] where the
//!    answer could not be read, and ask again.
//!
//! ```
//! use commentary::draft::{correction, unreadable};
//! use commentary::{Draft, Profile, Validator};
//!
//! let answer = r#"{
//!   "language": "en", "question": null,
//!   "references": [{
//!     "url": "https://dryland-review.example/year-one", "title": "Year one", "authors": [], "outlet": null,
//!     "published": "12 May", "accessed": null, "kind": "article", "id": "1"
//!   }],
//!   "sections": [{
//!     "heading": "**Optimistic view**", "paragraphs": ["Every mile saves water [1]."], "points": [], "thesis": null,
//!     "holder": null, "label": null, "likelihood": null, "role": "perspective", "stance": "optimistic",
//!     "other_stance": null, "reply": false
//!   }],
//!   "title": "A roof over the canal", "teaser": null, "authors": ["Dana Whitcombe"], "published": null, "tags": [],
//!   "url": null
//! }"#;
//! let validator = Validator::new(Profile::any()).allow("missing-perspective");
//! let drafted = Draft::from_json(answer)?.into_article(&validator);
//! assert_eq!(
//!     drafted.report.to_string(),
//!     "error[bad-date]: expected a date such as `2025`, `2025-06`, `2025-06-17` or `2025-06-17T18:40:00+02:00`, \
//!      found “12 May” (references[0].published)\n\
//!      warning[markdown-text]: expected plain text, found strong emphasis in Markdown (sections[0].heading)\n"
//! );
//! assert!(drafted.correction().unwrap().contains("\n1. references[0].published (must be mended): expected a date"));
//!
//! let error = Draft::from_json("{\"language\": 5}").unwrap_err();
//! assert!(correction(&unreadable(&error)).unwrap().contains("\n1. language (must be mended): expected a string"));
//! # Ok::<(), commentary::json::Error>(())
//! ```

mod article;
mod carry;
mod choice;
mod citation;
mod correction;
mod finding;
mod markdown;
mod placeholder;
mod record;
#[cfg(feature = "schema")]
mod schema;
mod section;

use crate::format::json;
use crate::model::Number;

pub use article::Drafted;
pub use choice::{DraftKind, DraftRole, DraftStance};
pub use correction::{correction, unreadable};
use record::closed;
#[cfg(feature = "schema")]
pub(crate) use schema::describe;

closed! {
    /// An article as a language model writes it: flat, and with every key.
    ///
    /// See the [module](self) for how it is used.
    ///
    /// # Examples
    ///
    /// ```
    /// use commentary::{Article, Draft};
    ///
    /// let (draft, report) = Draft::from_article(&Article::new("A roof over the canal"));
    /// assert!(report.is_empty());
    /// let text = serde_json::to_string(&draft)?;
    /// assert_eq!(Draft::from_json(&text)?, draft);
    /// # Ok::<(), Box<dyn std::error::Error>>(())
    /// ```
    Draft {
        /// The language that it is written in, as a tag such as `en` or `pt-BR`; null where it cannot be told.
        language: Option<String>,
        /// The question that the views answer, where the article puts one; else null.
        question: Option<String>,
        /// What it comments on and cites.
        references: Vec<DraftReference>,
        /// Its parts, in the order in which they are read.
        sections: Vec<DraftSection>,
        /// The headline; null where there is none.
        title: Option<String>,
        /// One or two sentences that invite to read; null where there are none.
        teaser: Option<String>,
        /// The names of those who wrote it, without `By`; empty where they are not named.
        authors: Vec<String>,
        /// When it came out: `2025`, `2025-06`, `2025-06-17` or `2025-06-17T18:40:00+02:00`; null where it is not said.
        published: Option<String>,
        /// A few key words; empty where there are none.
        tags: Vec<String>,
        /// Where it can be read, from `https://`; null where it is not said.
        url: Option<String>,
    }
}

closed! {
    /// A source of a [`Draft`].
    ///
    /// # Examples
    ///
    /// ```
    /// use commentary::draft::DraftReference;
    ///
    /// let mut reference = DraftReference::default();
    /// reference.url = Some("https://dryland-review.example/year-one".into());
    /// assert_eq!(reference.kind.id(), "article");
    /// ```
    DraftReference {
        /// Where it is, from `http://` or `https://`; null where it is not said. Never a made-up address.
        url: Option<String>,
        /// Its title; null where it is not said.
        title: Option<String>,
        /// The names of those who wrote it; empty where they are not named.
        authors: Vec<String>,
        /// The newspaper, site or publisher that brought it out; null where it is not said.
        outlet: Option<String>,
        /// When it came out: `2025`, `2025-06` or `2025-06-17`; null where it is not said.
        published: Option<String>,
        /// When it was read, as `2025-06-17`; null where it is not said.
        accessed: Option<String>,
        /// What kind of thing it is.
        kind: DraftKind,
        /// The number by which paragraphs cite it: `1` where they say `[1]`; null where none does.
        id: Option<String>,
    }
}

closed! {
    /// A part of a [`Draft`].
    ///
    /// # Examples
    ///
    /// ```
    /// use commentary::draft::{DraftRole, DraftSection, DraftStance};
    ///
    /// let mut section = DraftSection::new(DraftRole::PERSPECTIVE);
    /// assert_eq!(section.stance, DraftStance::NONE);
    /// section.stance = DraftStance::known("optimistic").unwrap();
    /// ```
    DraftSection {
        /// Its heading, in the article's language; null where it has none.
        heading: Option<String>,
        /// Its paragraphs, in order, each in plain text without line ends. A mark such as `[1]` cites a reference.
        paragraphs: Vec<String>,
        /// The items of the list with which it ends, without bullets or numbers; empty where there is no list.
        points: Vec<String>,
        /// What a perspective claims, in one sentence; null where the section is no perspective or claims nothing.
        thesis: Option<String>,
        /// Who holds a perspective: a camp, a person, an outlet; null where nobody is named.
        holder: Option<String>,
        /// The words of the text that name the stance of a perspective, as written; null where there are none.
        label: Option<String>,
        /// How likely a perspective is said to be, in per cent from 0 to 100 with at most two decimals; else null.
        likelihood: Option<Number>,
        /// What the section is there for: `perspective` for a point of view, `summary` for what happened, `background`
        /// for how things stood before, `example` for an analogy or an imagined case, `conclusion` for the end,
        /// `boilerplate` for what is no part of the article, `unclassified` where it cannot be told.
        role: DraftRole,
        /// Where a perspective stands: between hope and fear, on a proposal, in politics, on a market, or whose voice it
        /// is (`author`, `guest`); `other` where no word fits; `none` where the section is no perspective.
        stance: DraftStance,
        /// A word for the stance in lower case where `stance` is `other`; else null.
        other_stance: Option<String>,
        /// True where the section answers the perspective before it, as a rebuttal does.
        reply: bool,
    }
}

impl Draft {
    /// The schema, as a text to be sent to a language model: `schema/draft.v1.json`.
    ///
    /// # Examples
    ///
    /// ```
    /// use commentary::Draft;
    ///
    /// assert!(Draft::SCHEMA.contains("\"additionalProperties\": false"));
    /// ```
    pub const SCHEMA: &'static str = include_str!("../../schema/draft.v1.json");

    /// Reads a draft from JSON. It accepts what [`SCHEMA`](Self::SCHEMA) does, with each key once; nothing may stand round
    /// the object, such as the fence of a code block.
    ///
    /// # Errors
    ///
    /// [`ErrorKind::Syntax`](json::ErrorKind::Syntax) where the text is not JSON, and
    /// [`ErrorKind::Data`](json::ErrorKind::Data) where a key is missing, unknown or there twice, or a value is of
    /// another kind. What the values say is judged by [`into_article`](Self::into_article).
    ///
    /// # Examples
    ///
    /// ```
    /// use commentary::Draft;
    ///
    /// let error = Draft::from_json(r#"{"language": "en", "sections": [{"role": "timeline"}]}"#).unwrap_err();
    /// assert_eq!(error.path().unwrap().to_string(), "sections[0].role");
    /// assert!(error.to_string().contains("expected one of `summary`, `background`, "));
    /// ```
    pub fn from_json(text: &str) -> Result<Self, json::Error> {
        json::read(text)
    }
}

impl Default for Draft {
    /// A draft without anything.
    fn default() -> Self {
        Self {
            language: None,
            question: None,
            references: Vec::new(),
            sections: Vec::new(),
            title: None,
            teaser: None,
            authors: Vec::new(),
            published: None,
            tags: Vec::new(),
            url: None,
        }
    }
}

impl Default for DraftReference {
    /// A reference to an article of which nothing is known.
    fn default() -> Self {
        Self {
            url: None,
            title: None,
            authors: Vec::new(),
            outlet: None,
            published: None,
            accessed: None,
            kind: DraftKind::default(),
            id: None,
        }
    }
}

impl DraftSection {
    /// An empty section with this role and without a stance.
    #[must_use]
    pub const fn new(role: DraftRole) -> Self {
        Self {
            heading: None,
            paragraphs: Vec::new(),
            points: Vec::new(),
            thesis: None,
            holder: None,
            label: None,
            likelihood: None,
            role,
            stance: DraftStance::NONE,
            other_stance: None,
            reply: false,
        }
    }
}
