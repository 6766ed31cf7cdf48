//! One look at each piece: its phrases, and counts of what it is made of.

use crate::lexicon::{CHUNK, Cue, Hit, Index, Kind, Sense, Sign, Walked, Word};
use crate::model::ReferenceKind;

use super::bare::{MAX_BARE_WORDS, may_be_bare_heading};
use super::glance::{GLANCED, ends, glance, words_at_least};
use super::link::spots;
use super::opener::REACH;
use super::piece::{Form, Piece};
use super::run_in::label_length;
use super::sentence::ends_sentence;
use super::signs::Signs;

/// How many bytes from its beginning count as the opening of a piece.
const OPENING: u32 = 24;

/// The longest piece, in bytes, in which the phrases of short lines are looked for.
pub(super) const MAX_LINE: usize = 200;

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
    /// How many words it has about, those that were not read included.
    pub(super) length: f32,
    /// Good words less ill words, as a share of the words that say either.
    pub(super) valence: f32,
    /// The number of hits of each cue.
    pub(super) cues: [u8; Cue::ALL.len()],
    /// The cues that open it, one bit each.
    pub(super) opens: u32,
    /// The number of words of good that are negated, which are not among the hits of their cue, and of words of ill.
    pub(super) no_good: u8,
    pub(super) no_ill: u8,
    pub(super) marker: u8,
    pub(super) marker_opens: bool,
    pub(super) marker_alone: bool,
    /// Opens as the caption or the credit of a picture does.
    pub(super) is_caption: bool,
    /// True where the first word is a common one.
    pub(super) starts_common: bool,
    pub(super) byline_opens: bool,
    pub(super) byline_after: bool,
    pub(super) month: bool,
    pub(super) weekday: bool,
    pub(super) boilerplate: u8,
    pub(super) boilerplate_bytes: u32,
    pub(super) chat: u8,
    pub(super) chat_opens: bool,
    pub(super) list_lead_ends: bool,
    /// True where little more is known than that it is a long paragraph.
    pub(super) is_glance: bool,
    /// Whole in square brackets: a caption, a note of the editors.
    pub(super) is_bracketed: bool,
    /// True where it may name a stance or a role, and so be a heading or begin with one.
    pub(super) may_name: bool,
    /// How many stances it may name, where it may be a heading.
    pub(super) stances: u8,
    /// True where its first words may name whose side it tells.
    pub(super) may_open: bool,
    /// True where it may name a viewpoint.
    pub(super) may_view: bool,
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

    /// The cues that open the piece or stand in it, in their order.
    pub(super) fn present(&self) -> impl Iterator<Item = Cue> {
        let stands = self.cues.iter().zip(0..).fold(0, |bits, (&count, at)| bits | u32::from(count > 0) << at);
        let mut bits = self.opens | stands;
        std::iter::from_fn(move || {
            let cue = Cue::ALL.get(bits.trailing_zeros() as usize).copied();
            bits &= bits.wrapping_sub(1);
            cue
        })
    }

    /// True where a cue opens the piece.
    pub(super) fn opens(&self, cue: Cue) -> bool {
        self.opens >> cue as u32 & 1 != 0
    }

    /// Good words less ill words, as a share of the words that say either.
    fn sum_valence(&self) -> f32 {
        if self.cues == [0; Cue::ALL.len()] {
            return 0.0;
        }
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

    /// True where its words are those of a notice.
    pub(super) const fn looks_like_boilerplate_words(&self) -> bool {
        self.boilerplate > 0 || self.has_copyright
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

/// Looks at pieces, each at most once from end to end. Hits are kept for those who ask why.
#[derive(Debug)]
pub(super) struct Scan<'a> {
    index: &'a Index,
    pub(super) shapes: Vec<Shape>,
    pub(super) hits: Vec<Hit>,
    /// Room for the words of a piece.
    words: Vec<Word>,
}

impl<'a> Scan<'a> {
    /// Looks at all pieces; at long paragraphs only glances where a short line may be a heading. What stands under it may
    /// need no further look.
    pub(super) fn new(pieces: &[Piece<'_>], index: &'a Index) -> Self {
        let length: usize = pieces.iter().map(|piece| piece.text.len()).sum();
        let hits = Vec::with_capacity(length.min(1 << 20) / 32);
        let mut scan =
            Self { index, shapes: vec![Shape::default(); pieces.len()], hits, words: Vec::with_capacity(256) };
        let mut long = Vec::with_capacity(pieces.len());
        let mut may_be_headed = false;
        for (at, piece) in pieces.iter().enumerate() {
            let words = words_at_least(piece.text);
            if !piece.form.is_heading() && (piece.text.len() > MAX_LINE || words > GLANCED) {
                long.push((at, piece, words));
            } else {
                let shape = scan.look(at, piece);
                may_be_headed |= may_be_heading(piece, &shape);
            }
        }
        for (at, piece, words) in long {
            let glance = if may_be_headed { glance(piece, words) } else { None };
            match (glance, scan.shapes.get_mut(at)) {
                (Some(glance), Some(shape)) => *shape = glance,
                _ => {
                    scan.look(at, piece);
                }
            }
        }
        scan
    }

    /// Looks at a piece from end to end.
    fn look(&mut self, at: usize, piece: &Piece<'_>) -> Shape {
        let shape = shape(piece, self.index, &mut self.words, &mut self.hits);
        if let Some(slot) = self.shapes.get_mut(at) {
            *slot = shape;
        }
        shape
    }

    /// Looks at a piece from end to end, where it was only glanced at.
    pub(super) fn finish(&mut self, at: usize, piece: &Piece<'_>) {
        if self.shapes.get(at).is_some_and(|shape| shape.is_glance) {
            self.look(at, piece);
        }
    }
}

/// True for a line that may be a heading and has a word that names something.
fn may_be_heading(piece: &Piece<'_>, shape: &Shape) -> bool {
    let is_line = shape.words <= MAX_BARE_WORDS && shape.url.is_none();
    (shape.may_name || shape.may_view)
        && (piece.form.is_heading() || is_line && (shape.words <= 6 || may_be_bare_heading(piece.text)))
}

/// What a piece is made of; its hits are added to the others.
pub(super) fn shape(piece: &Piece<'_>, index: &Index, words: &mut Vec<Word>, hits: &mut Vec<Hit>) -> Shape {
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
    let mut signs = Signs::default();
    let mut sign = |sign: Sign| signs.note(piece.text, sign);
    let mut note = |hit: Hit| {
        // An address is no prose.
        let is_prose = url.is_none_or(|(from, to)| hit.end <= from || hit.start >= to);
        match Index::cue(hit.sense) {
            Some(cue) if is_prose => {
                if let Some(count) = shape.cues.get_mut(cue as usize) {
                    *count = count.saturating_add(1);
                }
                shape.opens |= u32::from(hit.start <= OPENING) << cue as u32;
                hits.push(hit);
            }
            Some(_) => {}
            None => match index.sense(hit.sense) {
                Some(Sense::Stance(_)) => (shape.may_name, shape.stances) = (true, shape.stances.saturating_add(1)),
                Some(Sense::Heading(_)) => shape.may_name = true,
                Some(Sense::View) => shape.may_view = true,
                Some(sense) if is_prose => note_hit(&mut shape, piece, sense, hit, prose_end),
                _ => {}
            },
        }
    };
    // Of a long paragraph, its beginning and its end are read.
    let (first, last) = if kind == Kind::Prose { ends(piece.text) } else { (piece.text, None) };
    let mut walked = index.walk(first, kind, words, &mut sign, &mut note);
    let names = kind == Kind::Prose
        && label_length(piece.text).is_some_and(|length| {
            let opening = words.partition_point(|word| (word.start as usize) < length);
            walked.tally.words as usize >= CHUNK || index.may_name(words.get(..opening).unwrap_or_default())
        });
    let mut seen = first.len();
    if let Some((from, last)) = last {
        let before = walked.tally.words;
        let sign = |own: Sign| sign(Sign { end: own.end + from, words: own.words + before, ..own });
        let rest = index.walk(last, kind, words, sign, |hit| note(hit.moved(from as u32)));
        walked.join(&rest);
        seen += last.len();
    }
    signs.finish(&walked);
    shape.length = walked.tally.words as f32 * piece.text.len() as f32 / seen.max(1) as f32;
    if kind == Kind::Prose {
        // A long paragraph can only begin with a heading.
        shape.stances = u8::MAX;
        shape.may_view = walked.tally.words <= MAX_BARE_WORDS || piece.form.is_heading();
        shape.may_name = shape.may_view || names;
    }
    shape.note_counts(piece.text, &walked, &signs);
    if shape.count(Cue::Negation) > 0 {
        turn_negated(&mut shape, piece.text, hits.get(first_hit..).unwrap_or_default());
    }
    shape.valence = shape.sum_valence();
    shape.hits = (u32::try_from(first_hit).unwrap_or(u32::MAX), u32::try_from(hits.len()).unwrap_or(u32::MAX));
    shape
}

/// Notes a phrase that is no cue under what it is a sign of.
fn note_hit(shape: &mut Shape, piece: &Piece<'_>, sense: &Sense, hit: Hit, prose_end: usize) {
    let add = |count: &mut u8| *count = count.saturating_add(1);
    match sense {
        Sense::Marker(kind) => {
            add(&mut shape.marker);
            let before = piece.text.get(..hit.start as usize).unwrap_or_default();
            let mut opens = !before.contains(char::is_alphanumeric);
            if *kind == ReferenceKind::Image && opens {
                // "Picture a bad year" names no picture.
                let after = piece.text.get(hit.end as usize..).unwrap_or_default();
                let after = after.trim_start_matches([' ', '\u{a0}', '\u{202f}']);
                let is_phrase =
                    piece.text.get(hit.start as usize..hit.end as usize).is_some_and(|text| text.contains(' '));
                opens = is_phrase || !after.starts_with(char::is_alphabetic);
                let is_counted = after.starts_with(|c: char| c.is_ascii_digit());
                shape.is_caption |= after.starts_with([':', '©', '/']) || is_counted && after.contains([':', '.']);
            }
            shape.marker_opens |= opens;
            let after = piece.text.get(hit.end as usize..prose_end).unwrap_or_default();
            shape.marker_alone |= opens && !after.contains(char::is_alphanumeric);
        }
        Sense::Function => shape.starts_common |= hit.start == 0,
        Sense::Opener(_) | Sense::Scenario | Sense::Ordinal => shape.may_open |= hit.start <= REACH,
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
            shape.chat_opens |= hit.start <= OPENING;
        }
        Sense::ListLead => {
            let after = piece.text.get(hit.end as usize..).unwrap_or_default();
            shape.list_lead_ends |= !after.contains(char::is_alphanumeric);
        }
        _ => {}
    }
}

/// True for a cue of good.
const fn is_good(cue: Cue) -> bool {
    matches!(cue, Cue::Praise | Cue::Positive | Cue::Bright | Cue::Hope)
}

/// How many bytes a negation may stand before what it negates.
const NEGATION_REACH: usize = 25;

/// Moves words of good and of ill with a negation shortly before them, and no sign between, from their cues to a count
/// of their own.
fn turn_negated(shape: &mut Shape, text: &str, hits: &[Hit]) {
    let cues = || hits.iter().filter_map(|hit| Some((Index::cue(hit.sense)?, hit)));
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

impl Shape {
    /// Notes what a walk has counted.
    fn note_counts(&mut self, text: &str, walked: &Walked, signs: &Signs) {
        let tally = walked.tally;
        self.signature = walked.signature;
        (self.words, self.figures, self.years) = (tally.words, tally.figures, tally.years);
        (self.capitalised, self.quoted, self.opening) = (tally.capitals, signs.quoted, walked.opening);
        (self.questions, self.exclamations) = (signs.questions, signs.exclamations);
        (self.separators, self.has_money) = (signs.separators, signs.has_money);
        (self.has_emoji, self.starts_with_emoji) = (signs.has_emoji, signs.starts_with_emoji);
        (self.has_copyright, self.has_hashtag) = (signs.has_copyright, signs.has_hashtag);
        let is_short = text.len() <= MAX_LINE;
        self.all_capitals = is_short && tally.capitals > 0 && !text.contains(char::is_lowercase);
    }
}
