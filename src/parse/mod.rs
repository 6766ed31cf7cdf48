//! Plain text → [`Parsed`]: an article, a report, and a map of where each byte went.
//!
//! Text is cut into lines, lines into pieces, and the pieces are read as one sequence; see [`label`](crate::label).
//! Reading never fails and drops nothing: what cannot be placed is kept as an `unclassified` section and reported.

mod assemble;
mod block;
mod census;
mod date;
mod encoding;
mod finding;
mod framing;
mod front;
mod lines;
mod marked;

use std::str::FromStr;

use crate::diagnostic::{Diagnostic, Report};
use crate::front_matter::Head;
use crate::label::{EvidenceSource, Form, Labeller, Piece, Reading, Weights};
use crate::lexicon::{Index, Lexicon};
use crate::model::{Article, Date, DateError, Language};
use crate::mojibake;
use crate::profile::Profile;
use crate::source::Parsed;

use assemble::Assembly;
use block::{Block, blocks};
use census::Census;
use date::Dates;
pub use encoding::EncodingError;
use framing::framing;
use front::Front;
use marked::Marks;

/// Reads an article from plain text. It never fails; [`Parsed::report`] says what was noticed.
///
/// Where front matter says `sections: marked`, nothing is told from words: a line such as `[perspective:left]` or
/// `[summary]` opens each section, as [`text`](mod@crate::text) writes them.
///
/// ```
/// use commentary::{Stance, parse};
///
/// let article = parse("---\nsections: marked\n---\n\n[perspective:left]\n\nIt closes.\n").article;
/// assert_eq!(article.sections[0].stance(), Some(&Stance::Left));
/// ```
///
/// # Examples
///
/// ```
/// let parsed = commentary::parse("");
/// assert_eq!(parsed.report.names(), ["empty-text"]);
/// ```
#[must_use]
pub fn parse(text: &str) -> Parsed {
    Parser::new().parse(text)
}

/// Reads articles, with options.
///
/// # Examples
///
/// ```
/// use commentary::{Parser, Profile};
///
/// let parser = Parser::new().profile(Profile::outlook()).language("fr".parse()?);
/// let parsed = parser.parse("Camille Roy\nArticle en référence : https://i.example.org/affiche.png\n");
/// assert_eq!(parsed.article.authors[0].name, "Camille Roy");
/// assert_eq!(parsed.article.references[0].url.as_ref().unwrap().as_str(), "https://i.example.org/affiche.png");
/// # Ok::<(), commentary::LanguageError>(())
/// ```
#[derive(Debug, Default)]
pub struct Parser {
    profile: Option<Profile>,
    language: Option<Language>,
    lexicon: Option<Lexicon>,
    weights: Option<Weights>,
    evidence: Vec<Box<dyn EvidenceSource>>,
    least_confidence: Option<f32>,
}

impl Parser {
    /// A parser that finds language and genre by itself.
    #[must_use]
    pub fn new() -> Self {
        Self::default()
    }

    /// This parser for one genre.
    #[must_use]
    pub fn profile(mut self, profile: Profile) -> Self {
        self.profile = Some(profile);
        self
    }

    /// This parser for texts in one language.
    #[must_use]
    pub fn language(mut self, language: Language) -> Self {
        self.language = Some(language);
        self
    }

    /// This parser with another lexicon than the built-in one.
    #[must_use]
    pub fn lexicon(mut self, lexicon: Lexicon) -> Self {
        self.lexicon = Some(lexicon);
        self
    }

    /// This parser with other weights than the built-in ones.
    #[must_use]
    pub fn weights(mut self, weights: Weights) -> Self {
        self.weights = Some(weights);
        self
    }

    /// This parser with one more source of evidence; see [`EvidenceSource`].
    #[must_use]
    pub fn evidence(mut self, source: impl EvidenceSource + 'static) -> Self {
        self.evidence.push(Box::new(source));
        self
    }

    /// This parser with another least confidence, from 0 to 1: below it a part of the body is `unclassified`.
    #[must_use]
    pub const fn least_confidence(mut self, share: f32) -> Self {
        self.least_confidence = Some(share);
        self
    }

    /// Reads an article from text.
    #[must_use]
    pub fn parse(&self, text: &str) -> Parsed {
        let cut = Cut::of(text, self.words(), self.language.as_ref());
        let language = self.language.clone().or_else(|| cut.language.as_deref().and_then(|tag| tag.parse().ok()));
        let index = &self.words().index(cut.language.as_deref());
        let dates = Dates::new(index, language.as_ref());
        let mut assembly = Assembly::new(text, &cut.blocks, index, dates);
        if cut.is_marked {
            (assembly.article, assembly.marked) = (cut.head, Some(Marks::default()));
            cut.blocks.iter().for_each(|block| assembly.add_marked(block));
        } else {
            let labeller = self.labeller();
            let readings = labeller.label_by(&cut.pieces(), index);
            let readings = cut.with_framing(readings, &labeller, index);
            assembly.article = cut.head;
            for (block, reading) in cut.blocks.iter().zip(readings) {
                assembly.add(block, reading);
            }
        }
        let (mut article, mut source, unread) = (assembly.article, assembly.source, assembly.unread);
        source.fill(text.len());
        if article.language.is_none() {
            article.language = language;
        }
        let mut report = finding::report(text, &article, &source, cut.census, cut.is_damaged);
        for (span, error) in unread {
            report.push(finding::unread_date(text, span, error));
        }
        report.sort();
        Parsed { article, report, source }
    }

    /// Reads a date as people write it, in this parser's language: with the name of its month, in numbers, or by
    /// ISO 8601, a day of the week before it or not. A month or a year alone is a date too.
    ///
    /// # Errors
    ///
    /// A text that gives no date, or one that the calendar does not have or whose day of the week is another; a year of
    /// two digits; a date such as `03/02/2025` in English of no known region, or where no language is set.
    ///
    /// # Examples
    ///
    /// ```
    /// use commentary::{DateError, Parser};
    ///
    /// let french = Parser::new().language("fr".parse()?);
    /// assert_eq!(french.date("mardi 1er avril 2025")?.to_string(), "2025-04-01");
    /// assert_eq!(french.date("03/02/2025")?.to_string(), "2025-02-03");
    /// assert_eq!(french.date("5 mars 25"), Err(DateError::TwoDigitYear));
    ///
    /// let american = Parser::new().language("en-US".parse()?);
    /// assert_eq!(american.date("03/02/2025")?.to_string(), "2025-03-02");
    /// # Ok::<(), Box<dyn std::error::Error>>(())
    /// ```
    pub fn date(&self, text: &str) -> Result<Date, DateError> {
        let language = self.language.as_ref();
        Dates::new(&self.words().index(language.map(Language::primary)), language).read(text)
    }

    /// Reads an article from bytes, which must be UTF-8.
    ///
    /// A byte order mark of UTF-8 is dropped; offsets count it.
    ///
    /// # Errors
    ///
    /// The byte order mark of UTF-16 or UTF-32, and any byte that is not UTF-8: its offset is given.
    pub fn parse_bytes(&self, bytes: &[u8]) -> Result<Parsed, EncodingError> {
        encoding::decode(bytes).map(|text| self.parse(text))
    }

    /// Cuts a text into the pieces that are labelled, and tells its language, without reading them.
    ///
    /// This is for those who fit weights to labelled texts of their own; see [`Fit`](crate::label::Fit).
    pub fn pieces<R>(&self, text: &str, use_pieces: impl FnOnce(&[Piece<'_>], Option<&str>) -> R) -> R {
        let cut = Cut::of(text, self.words(), self.language.as_ref());
        use_pieces(&cut.pieces(), cut.language.as_deref())
    }

    fn words(&self) -> &Lexicon {
        self.lexicon.as_ref().unwrap_or_else(|| Lexicon::builtin())
    }

    fn labeller(&self) -> Labeller<'_> {
        let mut labeller = Labeller::new().lexicon(self.words()).sources(&self.evidence);
        if let Some(weights) = &self.weights {
            labeller = labeller.weights(weights);
        }
        if let Some(profile) = &self.profile {
            labeller = labeller.profile(profile);
        }
        if let Some(share) = self.least_confidence {
            labeller = labeller.least_confidence(share);
        }
        labeller
    }
}

/// A text cut into blocks, and what was told of it as a whole.
struct Cut<'a> {
    blocks: Vec<Block<'a>>,
    census: Census,
    language: Option<String>,
    is_damaged: bool,
    /// True where front matter says that the sections are marked: then nothing is told from words.
    is_marked: bool,
    /// What the front matter says.
    head: Article,
    /// The positions of the blocks that a language model put round the article.
    framing: Vec<usize>,
    /// The blocks that are read otherwise than they are written, by position: damaged ones, as they were meant.
    meant: Vec<(usize, String)>,
}

impl<'a> Cut<'a> {
    fn of(text: &'a str, lexicon: &Lexicon, language: Option<&Language>) -> Self {
        let census = Census::of(text);
        let front = Front::find(text, census);
        let Head { article: head, is_marked } = front.map(|front| front.head(text)).unwrap_or_default();
        let blocks = blocks(text, census, front.as_ref());
        let is_damaged = census.mojibake && !is_marked && mojibake::is_damaged(text);
        let repair = is_damaged.then(|| mojibake::repair(text));
        let differ = blocks.iter().enumerate().filter(|(_, block)| is_damaged || block.is_broken);
        let meant = differ.map(|(at, block)| match &repair {
            Some(repair) => (at, block.unbroken(&repair.guess(text, block.piece.span)).into_owned()),
            None => (at, block.text().into_owned()),
        });
        let meant = meant.collect();
        let named = head.language.as_ref().map(Language::primary);
        let named = named.filter(|named| lexicon.languages().any(|known| known == *named)).map(str::to_owned);
        let language = language.map(|tag| tag.primary().to_owned()).or(named).or_else(|| {
            if is_marked {
                return None;
            }
            // The longest block says most of the language; titles and links may be in another.
            let longest = blocks.iter().map(|block| block.piece.text).max_by_key(|text| text.len())?;
            lexicon.detect(longest).or_else(|| lexicon.detect(text)).map(str::to_owned)
        });
        let framing = if is_marked { Vec::new() } else { framing(&blocks, lexicon, language.as_deref()) };
        Self { blocks, census, language, is_damaged, is_marked, head, framing, meant }
    }

    /// The pieces as they are read; framing is no part of what is read.
    fn pieces(&self) -> Vec<Piece<'_>> {
        let mut pieces: Vec<Piece<'_>> = self.blocks.iter().map(|block| block.piece).collect();
        for (position, meant) in &self.meant {
            if let Some(piece) = pieces.get_mut(*position) {
                piece.text = meant;
            }
        }
        for &position in self.framing.iter().rev() {
            pieces.remove(position);
        }
        pieces
    }

    /// The readings of all blocks, from those of the pieces.
    fn with_framing(&self, mut readings: Vec<Reading>, labeller: &Labeller<'_>, index: &Index) -> Vec<Reading> {
        for &position in &self.framing {
            let Some(block) = self.blocks.get(position).filter(|_| position <= readings.len()) else { continue };
            let mut piece = block.piece;
            piece.form = Form::Rule;
            // It is read by itself: nothing round it says what it is.
            let alone = labeller.sources(&[]);
            let own = alone.label_by(&[piece], index).into_iter().next();
            own.into_iter().for_each(|own| readings.insert(position, own));
        }
        readings
    }
}

impl FromStr for Article {
    type Err = ParseError;

    /// Reads an article from plain text.
    ///
    /// # Errors
    ///
    /// A text whose report holds errors: one without any letter or digit, or binary data.
    fn from_str(text: &str) -> Result<Self, ParseError> {
        let Parsed { article, report, .. } = parse(text);
        if report.has_errors() { Err(ParseError { report }) } else { Ok(article) }
    }
}

/// A text that no article could be read from.
///
/// # Examples
///
/// ```
/// use commentary::Article;
///
/// let error = " \n".parse::<Article>().unwrap_err();
/// assert_eq!(error.to_string(), "error[empty-text]: the text holds no letter and no digit");
/// assert_eq!(error.report().len(), 1);
/// ```
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("{}", first_error(report))]
pub struct ParseError {
    report: Report,
}

impl ParseError {
    /// All that was noticed in the text.
    #[must_use]
    pub const fn report(&self) -> &Report {
        &self.report
    }
}

/// The first error of a report, in one line.
fn first_error(report: &Report) -> String {
    let error = report.iter().find(|finding| Some(finding.severity) == report.severity());
    error.map(Diagnostic::to_string).unwrap_or_default()
}
