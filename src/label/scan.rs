//! One look at each piece: its phrases, and counts of what it is made of.

use crate::lexicon::{Cue, Hit, Index, Kind, Sense, Watch, Word};

use super::link::spots;
use super::piece::{Form, Piece};

/// How many bytes from its beginning count as the opening of a piece.
const OPENING: u32 = 24;

/// From how many bytes a word is long enough to tell what a piece speaks of.
const LONG_WORD: u32 = 7;

/// The longest piece, in bytes, in which the phrases of short lines are looked for.
const MAX_LINE: usize = 200;

/// What one piece is made of.
#[derive(Debug, Clone, Copy, Default)]
pub(super) struct Shape {
    pub(super) words: u32,
    pub(super) figures: u32,
    pub(super) years: u32,
    pub(super) capitalised: u32,
    pub(super) questions: u32,
    pub(super) exclamations: u32,
    pub(super) quoted: u32,
    pub(super) separators: u32,
    pub(super) url: Option<(u32, u32)>,
    pub(super) has_money: bool,
    pub(super) has_hashtag: bool,
    pub(super) has_emoji: bool,
    pub(super) starts_with_emoji: bool,
    pub(super) all_capitals: bool,
    pub(super) has_copyright: bool,
    /// The number of hits of each cue, and of those that open the piece.
    pub(super) cues: [u8; Cue::ALL.len()],
    /// The cues that open it, one bit each.
    pub(super) opens: u32,
    /// The number of words of good that are negated, which are not among the hits of their cue, and of words of ill.
    pub(super) no_good: u8,
    pub(super) no_ill: u8,
    pub(super) marker: u8,
    pub(super) marker_opens: bool,
    pub(super) marker_alone: bool,
    pub(super) byline_opens: bool,
    pub(super) byline_after: bool,
    pub(super) month: bool,
    pub(super) weekday: bool,
    pub(super) boilerplate: u8,
    pub(super) boilerplate_bytes: u32,
    pub(super) chat: u8,
    pub(super) chat_opens: bool,
    pub(super) list_lead_ends: bool,
    /// Whole in square brackets: a caption, a note of the editors.
    pub(super) is_bracketed: bool,
    /// Hashes of the first words, for telling parallel openings.
    pub(super) opening: u64,
    /// One bit for each of its longer words: two pieces with many bits in common speak of the same.
    pub(super) signature: [u64; 4],
    /// Where its hits begin and end in the list of all hits.
    pub(super) hits: (u32, u32),
}

impl Shape {
    /// How often a cue stands in the piece.
    pub(super) fn count(&self, cue: Cue) -> u8 {
        self.cues.get(cue as usize).copied().unwrap_or_default()
    }

    /// True where a cue opens the piece.
    pub(super) fn opens(&self, cue: Cue) -> bool {
        self.opens >> cue as u32 & 1 != 0
    }

    /// Good words less ill words, as a share of the words that say either.
    pub(super) fn valence(&self) -> f32 {
        let sum = |lean: Cue, once: [u8; 3], twice: Cue| {
            let once: f32 = once.into_iter().map(f32::from).sum();
            0.5 * f32::from(self.count(lean)) + once + 2.0 * f32::from(self.count(twice))
        };
        let good = sum(Cue::Bright, [self.count(Cue::Positive), self.count(Cue::Hope), self.no_ill], Cue::Praise);
        let ill = sum(Cue::Dark, [self.count(Cue::Negative), self.count(Cue::Risk), self.no_good], Cue::Alarm);
        (good - ill) / (good + ill + 3.0)
    }

    /// The share of its longer words that another piece has too, from 0 to 1.
    pub(super) fn likeness(&self, other: &Self) -> f32 {
        let bits = |bits: [u64; 4]| bits.into_iter().map(u64::count_ones).sum::<u32>() as f32;
        let both = std::array::from_fn(|at| {
            self.signature.get(at).zip(other.signature.get(at)).map_or(0, |(own, other)| own & other)
        });
        bits(both) / bits(self.signature).min(bits(other.signature)).max(4.0)
    }

    /// True where its words or signs are those of a notice rather than of an article.
    pub(super) const fn looks_like_boilerplate(&self) -> bool {
        self.is_bracketed || self.boilerplate > 0 || self.has_emoji || self.separators >= 2 || self.has_copyright
    }

    /// True for a line that names who is quoted below: "Dana Willis in The Northern Post:".
    pub(super) fn is_attribution(&self, piece: &Piece<'_>) -> bool {
        (2..=10).contains(&self.words)
            && self.capitalised * 2 > self.words
            && (piece.text.ends_with(':') || piece.text.contains([',', '|', '·']))
            && self.figures <= 1
            && matches!(piece.form, Form::Paragraph | Form::Heading { level: 7 })
    }

    /// True for running text rather than a line of the head or the foot.
    pub(super) fn is_body(&self, piece: &Piece<'_>) -> bool {
        let running = self.words > 20 || (self.words > 8 && ends_sentence(piece.text) && self.url.is_none());
        match piece.form {
            Form::Paragraph => running && !self.has_hashtag,
            Form::Item | Form::Quote => true,
            _ => false,
        }
    }
}

/// True for a text that ends as sentences do, quotation marks and citations such as `[45]` aside.
pub(crate) fn ends_sentence(text: &str) -> bool {
    let mut text = text;
    loop {
        text = text.trim_end_matches(['"', '”', '»', '’', '\'', ')', '*', '_', ' ', '\u{a0}', '\u{202f}']);
        let cited = text.strip_suffix(']').and_then(|text| text.rsplit_once('['));
        match cited.filter(|(_, cited)| cited.bytes().all(|byte| byte.is_ascii_digit())) {
            Some((before, _)) => text = before,
            None => return text.ends_with(['.', '!', '?', '…', ':', ';']),
        }
    }
}

/// Looks at each piece once. Hits are kept for those who ask why.
pub(super) fn scan(pieces: &[Piece<'_>], index: &Index, hits: &mut Vec<Hit>) -> Vec<Shape> {
    let mut words = Vec::new();
    pieces.iter().map(|piece| shape(piece, index, &mut words, hits)).collect()
}

fn shape(piece: &Piece<'_>, index: &Index, words: &mut Vec<Word>, hits: &mut Vec<Hit>) -> Shape {
    let mut shape = Shape::default();
    let first_hit = hits.len();
    if matches!(piece.form, Form::FrontMatter | Form::Code) {
        shape.words = u32::try_from(piece.text.split_whitespace().count()).unwrap_or(u32::MAX);
        shape.hits = (hits.len() as u32, hits.len() as u32);
        return shape;
    }
    let url = first_url(piece.text);
    shape.url = url;
    shape.is_bracketed = piece.text.starts_with('[') && piece.text.ends_with(']');
    let prose_end = url.map_or(piece.text.len(), |(start, _)| start as usize);
    let kind = if piece.text.len() <= MAX_LINE { Kind::Short } else { Kind::Prose };
    let mut count = Counting { text: piece.text, ..Counting::default() };
    index.walk(piece.text, kind, words, &mut count, |hit| {
        // An address is no prose.
        if url.is_none_or(|(from, to)| hit.end <= from || hit.start >= to) {
            note_hit(&mut shape, piece, index, hit, hits, prose_end);
        }
    });
    count.shape_into(&mut shape);
    if shape.count(Cue::Negation) > 0 {
        turn_negated(&mut shape, piece.text, index, hits.get(first_hit..).unwrap_or_default());
    }
    shape.hits = (u32::try_from(first_hit).unwrap_or(u32::MAX), u32::try_from(hits.len()).unwrap_or(u32::MAX));
    shape
}

/// Counts one phrase under what it is a sign of.
fn note_hit(shape: &mut Shape, piece: &Piece<'_>, index: &Index, hit: Hit, hits: &mut Vec<Hit>, prose_end: usize) {
    let Some(sense) = index.sense(hit.sense) else { return };
    let opens = hit.start <= OPENING;
    let add = |count: &mut u8| *count = count.saturating_add(1);
    match sense {
        Sense::Function | Sense::View | Sense::Stance(_) | Sense::Heading(_) | Sense::Date => return,
        Sense::Cue(cue) => {
            if let Some(count) = shape.cues.get_mut(*cue as usize) {
                add(count);
            }
            shape.opens |= u32::from(opens) << *cue as u32;
        }
        Sense::Marker(_) => {
            add(&mut shape.marker);
            let before = piece.text.get(..hit.start as usize).unwrap_or_default();
            let opens = !before.contains(char::is_alphanumeric);
            shape.marker_opens |= opens;
            let after = piece.text.get(hit.end as usize..prose_end).unwrap_or_default();
            shape.marker_alone |= opens && !after.contains(char::is_alphanumeric);
        }
        Sense::Byline => {
            let before = piece.text.get(..hit.start as usize).unwrap_or_default();
            shape.byline_opens |= !before.contains(char::is_alphanumeric);
        }
        Sense::BylineAfter => shape.byline_after = true,
        Sense::Month(_) => shape.month = true,
        Sense::Weekday(_) => shape.weekday = true,
        Sense::Boilerplate => {
            add(&mut shape.boilerplate);
            shape.boilerplate_bytes += hit.end - hit.start;
        }
        Sense::Chat => {
            add(&mut shape.chat);
            shape.chat_opens |= opens;
        }
        Sense::ListLead => {
            let after = piece.text.get(hit.end as usize..).unwrap_or_default();
            shape.list_lead_ends |= !after.contains(char::is_alphanumeric);
        }
    }
    hits.push(hit);
}

/// True for a cue of good.
const fn is_good(cue: Cue) -> bool {
    matches!(cue, Cue::Praise | Cue::Positive | Cue::Bright | Cue::Hope)
}

/// How many bytes a negation may stand before what it negates.
const NEGATION_REACH: usize = 25;

/// Moves words of good and of ill with a negation shortly before them, and no sign between, from their cues to a count
/// of their own.
fn turn_negated(shape: &mut Shape, text: &str, index: &Index, hits: &[Hit]) {
    let cues = || hits.iter().filter_map(|hit| Some((index.cue(hit.sense)?, hit)));
    let mut negations: Vec<u32> = cues().filter(|(cue, _)| *cue == Cue::Negation).map(|(_, hit)| hit.end).collect();
    negations.sort_unstable();
    for (cue, hit) in cues() {
        let is_ill = matches!(cue, Cue::Alarm | Cue::Negative | Cue::Dark | Cue::Risk);
        if !is_good(cue) && !is_ill {
            continue;
        }
        let before = negations.partition_point(|&end| end <= hit.start).checked_sub(1);
        let Some(&end) = before.and_then(|at| negations.get(at)) else { continue };
        let between = text.get(end as usize..hit.start as usize).unwrap_or_default();
        if between.len() < NEGATION_REACH && !between.contains(['.', ',', ';', ':', '!', '?']) {
            let turned = if is_ill { &mut shape.no_ill } else { &mut shape.no_good };
            *turned = turned.saturating_add(1);
            if let Some(count) = shape.cues.get_mut(cue as usize) {
                *count = count.saturating_sub(1);
            }
        }
    }
}

/// The first address in a text, as a range of bytes.
fn first_url(text: &str) -> Option<(u32, u32)> {
    let spot = spots(text).into_iter().next()?;
    Some((u32::try_from(spot.start).ok()?, u32::try_from(spot.end).ok()?))
}

/// Counts what a text is made of, word by word, while its phrases are looked for.
#[derive(Debug, Default)]
struct Counting<'a> {
    text: &'a str,
    in_quote: bool,
    has_hash: bool,
    signs: Signs,
    words: u32,
    figures: u32,
    years: u32,
    capitalised: u32,
    quoted: u32,
    has_hashtag: bool,
    opening: u64,
    signature: [u64; 4],
}

/// The signs between the words that say something.
#[derive(Debug, Clone, Copy, Default)]
struct Signs {
    questions: u32,
    exclamations: u32,
    separators: u32,
    has_money: bool,
    has_emoji: bool,
    starts_with_emoji: bool,
    has_copyright: bool,
}

impl Watch for Counting<'_> {
    #[inline(always)]
    fn word(&mut self, word: &Word) {
        let bytes = self.text.as_bytes();
        let first = bytes.get(word.start as usize).copied().unwrap_or_default();
        self.words += 1;
        self.capitalised += u32::from(first.is_ascii_uppercase());
        self.quoted += u32::from(self.in_quote);
        if first.is_ascii_digit() {
            self.figures += 1;
            self.years += u32::from(word.end - word.start == 4);
        } else if !first.is_ascii() {
            let written = self.text.get(word.start as usize..).unwrap_or_default();
            self.capitalised += u32::from(written.starts_with(char::is_uppercase));
        }
        if self.has_hash {
            let before = (word.start as usize).checked_sub(1).and_then(|at| bytes.get(at));
            self.has_hashtag |= before == Some(&b'#') && !first.is_ascii_digit();
        }
        if word.end - word.start >= LONG_WORD {
            let hash = word.hash();
            if let Some(bits) = self.signature.get_mut((hash >> 8) as usize & 3) {
                *bits |= 1 << (hash & 63);
            }
        }
        if self.words <= 2 {
            self.opening ^= word.hash().rotate_left(self.words);
        }
    }

    /// Looks at a sign between two words.
    fn sign(&mut self, sign: char) {
        let signs = &mut self.signs;
        match sign {
            '?' => signs.questions += 1,
            '!' => signs.exclamations += 1,
            '#' => self.has_hash = true,
            '%' | '€' | '$' | '£' | '¥' => signs.has_money = true,
            '«' | '“' | '„' => self.in_quote = true,
            '»' | '”' => self.in_quote = false,
            '©' | '®' => signs.has_copyright = true,
            '|' | '·' | '•' => signs.separators += 1,
            _ if is_emoji(sign) => {
                signs.starts_with_emoji |= self.words == 0;
                signs.has_emoji = true;
            }
            _ => {}
        }
    }
}

impl Counting<'_> {
    fn shape_into(&self, shape: &mut Shape) {
        let signs = self.signs;
        (shape.words, shape.figures, shape.years) = (self.words, self.figures, self.years);
        shape.signature = self.signature;
        (shape.capitalised, shape.quoted, shape.opening) = (self.capitalised, self.quoted, self.opening);
        (shape.questions, shape.exclamations) = (signs.questions, signs.exclamations);
        (shape.separators, shape.has_money) = (signs.separators, signs.has_money);
        (shape.has_emoji, shape.starts_with_emoji) = (signs.has_emoji, signs.starts_with_emoji);
        (shape.has_copyright, shape.has_hashtag) = (signs.has_copyright, self.has_hashtag);
        let is_short = self.text.len() <= MAX_LINE;
        shape.all_capitals = is_short && self.capitalised > 0 && !self.text.contains(char::is_lowercase);
    }
}

/// True for pictographs (Unicode blocks of symbols and pictographs).
fn is_emoji(c: char) -> bool {
    matches!(u32::from(c), 0x2600..=0x27BF | 0x1F000..=0x1FAFF | 0x2B50 | 0x2B06 | 0x23E9..=0x23FA)
}
