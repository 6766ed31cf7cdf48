//! The labelling itself: headings first, then the best sequence for what they leave open.

use crate::lexicon::{Cue, Hit, Index, Lexicon};
use crate::model::Role;
use crate::profile::Profile;
use crate::span::Span;

use super::chain::Allowed;
use super::doubt::side_doubt;
use super::evidence::{Confidence, Evidence, EvidenceSource, Scores};
use super::feature::{FEATURES, Feature, Observations};
use super::genre::genre;
use super::lattice::{Lanes, Step, best_way};
use super::observe::observe;
use super::outline::{Announcement, MAX_BARE_WORDS, Outline, may_be_bare_heading};
use super::piece::{Form, Piece};
use super::scan::{Scan, Shape, ends_sentence};
use super::state::{Label, State, label_of_heading};
use super::weights::Weights;

/// What a piece was read as, and why.
///
/// # Examples
///
/// ```
/// use commentary::label::{Form, Label, Labeller, Piece};
/// use commentary::{Role, Span};
///
/// let text = "Conclusion";
/// let piece = Piece::new(text, Form::Heading { level: 2 }, Span::new(0, text.len()));
/// let readings = Labeller::new().label(&[piece], Some("en"));
/// assert_eq!(readings[0].label, Label::Section(Role::Conclusion));
/// assert!(readings[0].is_heading);
/// ```
#[derive(Debug, Clone, PartialEq, Eq)]
#[non_exhaustive]
pub struct Reading {
    /// What it was read as; for a heading, what it announces.
    pub label: Label,
    /// True for a heading.
    pub is_heading: bool,
    /// How sure it is.
    pub confidence: Confidence,
    /// What speaks for it, the weightiest first; at most three reasons and those of the caller.
    pub evidence: Vec<Evidence>,
}

/// Reads a sequence of pieces.
///
/// Headings decide where there are any. What they leave open is read as one sequence: form, phrases, place and
/// neighbours speak for each role, and the best sequence is taken, not the best role for each piece.
///
/// # Examples
///
/// ```
/// use commentary::label::{Form, Labeller, Piece};
/// use commentary::Span;
///
/// let piece = Piece::new("Patrick Bélanger", Form::Paragraph, Span::new(0, 17));
/// let readings = Labeller::new().label(&[piece], Some("fr"));
/// assert_eq!(readings.len(), 1);
/// ```
#[derive(Debug, Clone, Copy)]
pub struct Labeller<'a> {
    lexicon: &'a Lexicon,
    weights: &'a Weights,
    profile: Option<&'a Profile>,
    sources: &'a [Box<dyn EvidenceSource>],
    doubt: f32,
}

impl Default for Labeller<'_> {
    fn default() -> Self {
        Self::new()
    }
}

/// How sure a role must be at least, where the caller does not say.
const DOUBT: f32 = 0.25;

/// How likely it must be that a text holds no view that takes a side, for it to be read so.
const NO_VIEW: f32 = 0.05;

impl<'a> Labeller<'a> {
    /// A labeller with the built-in lexicon and weights, which finds the genre by itself.
    #[must_use]
    pub fn new() -> Self {
        Self { lexicon: Lexicon::builtin(), weights: Weights::builtin(), profile: None, sources: &[], doubt: DOUBT }
    }

    /// This labeller with another lexicon.
    #[must_use]
    pub const fn lexicon(mut self, lexicon: &'a Lexicon) -> Self {
        self.lexicon = lexicon;
        self
    }

    /// This labeller with other weights.
    #[must_use]
    pub const fn weights(mut self, weights: &'a Weights) -> Self {
        self.weights = weights;
        self
    }

    /// This labeller for one genre.
    #[must_use]
    pub const fn profile(mut self, profile: &'a Profile) -> Self {
        self.profile = Some(profile);
        self
    }

    /// This labeller with the caller's own sources of evidence.
    #[must_use]
    pub const fn sources(mut self, sources: &'a [Box<dyn EvidenceSource>]) -> Self {
        self.sources = sources;
        self
    }

    /// This labeller with another least confidence, from 0 to 1; below it a part of the body is `unclassified`.
    #[must_use]
    pub const fn least_confidence(mut self, share: f32) -> Self {
        self.doubt = share;
        self
    }

    /// Reads the pieces of one text. `language` is a primary subtag of the lexicon, where the language is known.
    #[must_use]
    pub fn label(&self, pieces: &[Piece<'_>], language: Option<&str>) -> Vec<Reading> {
        let index = self.lexicon.index(language);
        let ready = Prepared::new(pieces, index);
        let mut scores = ready.scores(self.weights);
        let mut given = Scores::default();
        self.sources.iter().for_each(|source| source.weigh(pieces, &mut given));
        given.apply(&mut scores);
        let way = best_way(&scores, &ready.allowed, self.weights.paths(), NO_VIEW);
        let profile = self.profile.unwrap_or_else(|| genre(&ready.outline, &way));
        let side_doubt = side_doubt(&way, &ready.allowed);
        let mut readings = Vec::with_capacity(way.len());
        for (at, (&(state, share), piece)) in way.iter().zip(pieces).enumerate() {
            readings.push(self.reading(&ready, index, profile, piece, at, state, share, side_doubt, &given));
        }
        settle_silent_headings(&way, &mut readings);
        readings
    }

    #[expect(clippy::too_many_arguments, reason = "one place needs all that is known of a piece")]
    fn reading(
        &self,
        ready: &Prepared,
        index: &Index,
        profile: &Profile,
        piece: &Piece<'_>,
        at: usize,
        state: State,
        share: f32,
        side_doubt: f32,
        given: &Scores,
    ) -> Reading {
        if let Some(role) = ready.outline.heading(at) {
            let evidence = vec![Evidence::heading(piece.span)];
            let label = label_of_heading(role);
            return Reading { label, is_heading: true, confidence: Confidence::CERTAIN, evidence };
        }
        if matches!(piece.form, Form::FrontMatter | Form::Rule) {
            let label = state.label(profile, None);
            let evidence = vec![Evidence::form(piece.span)];
            return Reading { label, is_heading: false, confidence: Confidence::CERTAIN, evidence };
        }
        let announced = ready.outline.above(at);
        let confidence = Confidence::new(share);
        let least = if state.takes_side() { self.doubt + side_doubt } else { self.doubt };
        let in_doubt = share < least && is_body(state);
        let label = if in_doubt { Label::Section(Role::Unclassified) } else { state.label(profile, announced) };
        let is_heading =
            state == State::Heading || ready.outline.is_sub(at) || piece.form.is_heading() && is_body(state);
        let mut evidence: Vec<Evidence> = given
            .reasons(at, state)
            .map(|(reason, weight)| Evidence::given(reason.clone(), weight, piece.span))
            .collect();
        if state == State::Headed {
            evidence.extend(ready.outline.heading_of(at).map(Evidence::heading));
        } else {
            self.strongest(ready, index, piece, at, state, &mut evidence);
        }
        Reading { label, is_heading, confidence, evidence }
    }

    /// Adds the features that say most for a state.
    fn strongest(
        &self,
        ready: &Prepared,
        index: &Index,
        piece: &Piece<'_>,
        at: usize,
        state: State,
        evidence: &mut Vec<Evidence>,
    ) {
        let mut first: [Option<(Feature, f32)>; REASONS] = [None; REASONS];
        for &(feature, value) in ready.observations.of(at) {
            let weight = self.weights.weight_of(feature, state) * value;
            if weight > LEAST_WEIGHT && feature.index() != 0 {
                let place = first.iter().position(|slot| slot.is_none_or(|(_, other)| weight > other));
                if let Some(after) = place.and_then(|place| first.get_mut(place..)) {
                    after.rotate_right(1);
                    after.iter_mut().take(1).for_each(|slot| *slot = Some((feature, weight)));
                }
            }
        }
        evidence.reserve_exact(REASONS);
        evidence.extend(first.into_iter().flatten().map(|(feature, weight)| {
            let span = feature.as_cue().and_then(|cue| ready.hit(at, cue, index)).map(|hit| {
                let start = piece.span.start();
                Span::new(start + hit.start as usize, start + hit.end as usize)
            });
            // A piece that was read otherwise than it is written has no exact places.
            let is_exact = piece.text.len() == piece.span.len();
            Evidence::observed(feature, weight, span.filter(|span| is_exact && piece.span.contains(*span)))
        }));
    }
}

/// How many features are kept as reasons.
const REASONS: usize = 3;

/// The least that a feature must say, in natural logarithms of odds, to be a reason.
const LEAST_WEIGHT: f32 = 0.1;

/// A heading that announces nothing known belongs to what stands under it.
fn settle_silent_headings(way: &[Step], readings: &mut [Reading]) {
    // The position of the nearest piece below that belongs to a section.
    let mut below: Option<usize> = None;
    for (at, &(state, _)) in way.iter().enumerate().rev() {
        if state == State::Heading {
            let given =
                below.and_then(|below| readings.get(below)).map(|below| (below.label.clone(), below.confidence));
            if let (Some(reading), Some((label, confidence))) = (readings.get_mut(at), given) {
                (reading.label, reading.confidence) = (label, confidence);
            }
        }
        let is_announcement = |reading: &Reading| reading.is_heading && state != State::Heading;
        let goes_on = |reading: &Reading| reading.label.role().is_some() && !is_announcement(reading);
        below = readings.get(at).is_some_and(goes_on).then_some(at);
    }
}

/// True for a state of the body, which may be doubted.
pub(super) const fn is_body(state: State) -> bool {
    matches!(
        state,
        State::Summary
            | State::Background
            | State::Neutral
            | State::Example
            | State::Welcome
            | State::Warning
            | State::Mixed
            | State::Own
            | State::Conclusion
            | State::Headed
    )
}

/// Pieces that were looked at: all that the weights are applied to.
#[derive(Debug, Clone)]
pub(super) struct Prepared {
    pub(super) outline: Outline,
    pub(super) observations: Observations,
    pub(super) allowed: Vec<Allowed>,
    hits: Vec<Hit>,
    hit_ranges: Vec<(u32, u32)>,
}

impl Prepared {
    pub(super) fn new(pieces: &[Piece<'_>], index: &Index) -> Self {
        let mut scan = Scan::new(pieces, index);
        let outline = Outline::of(pieces, &scan.shapes, index);
        // Where much of the body stands under no heading, its words are weighed against those of the whole text.
        let loose = pieces.iter().zip(&scan.shapes).enumerate();
        let loose = loose.filter(|&(at, (piece, shape))| outline.above(at).is_none() && shape.is_body(piece)).count();
        for (at, piece) in pieces.iter().enumerate().filter(|&(at, _)| loose > MAX_LOOSE || !outline.is_closed(at)) {
            scan.finish(at, piece);
        }
        let looked_at = pieces.iter().zip(&scan.shapes).enumerate();
        let allowed: Vec<Allowed> = looked_at.map(|(at, (piece, shape))| allowed(piece, shape, &outline, at)).collect();
        let open = open(&allowed);
        for (at, piece) in pieces.iter().enumerate().filter(|&(at, _)| open.get(at) == Some(&true)) {
            scan.finish(at, piece);
        }
        let Scan { shapes, hits, .. } = scan;
        let observations = observe(pieces, &shapes, &outline, &open);
        let hit_ranges = shapes.iter().map(|shape| shape.hits).collect();
        Self { outline, observations, allowed, hits, hit_ranges }
    }

    /// The scores of every piece, and what staying is worth there.
    pub(super) fn scores(&self, weights: &Weights) -> Vec<Lanes> {
        (0..self.allowed.len()).map(|at| weights.score(&self.observations, at)).collect()
    }

    /// The first hit of a cue in a piece.
    fn hit(&self, piece: usize, cue: Cue, index: &Index) -> Option<&Hit> {
        let &(from, to) = self.hit_ranges.get(piece)?;
        let own = self.hits.get(from as usize..to as usize)?;
        own.iter().filter(|hit| index.cue(hit.sense) == Some(cue)).min_by_key(|hit| hit.order())
    }
}

/// How many pieces of the body may stand under no heading in a text that is read by its headings: a lead, a last word.
const MAX_LOOSE: usize = 2;

/// For each piece whether its features count: where it may be only one thing, and the piece before it too, they do not.
fn open(allowed: &[Allowed]) -> Vec<bool> {
    let mut was_single = true;
    let is_open = |allowed: &Allowed| {
        let is_single = allowed.is_single() && !allowed.has(State::Heading.index());
        let is_settled = is_single && was_single;
        was_single = is_single;
        !is_settled
    };
    allowed.iter().map(is_open).collect()
}

/// The longest line of a head, in bytes: a title, a teaser, a byline, a date.
const MAX_HEAD: usize = 600;

/// The states that a piece may have.
fn allowed(piece: &Piece<'_>, shape: &Shape, outline: &Outline, at: usize) -> Allowed {
    match piece.form {
        Form::FrontMatter => return Allowed::only(State::Meta),
        Form::Rule => return Allowed::only(State::Other),
        _ => {}
    }
    if outline.heading(at).is_some() {
        return Allowed::only(State::Headed);
    }
    match outline.announcement(at) {
        None if outline.is_silent(at) => Allowed::only(State::Heading),
        None if piece.text.len() > MAX_HEAD => Allowed::BODY,
        None if may_be_heading(piece, shape) => Allowed::UNMARKED.with(State::Heading),
        None => Allowed::UNMARKED,
        Some(Announcement { role, .. }) => {
            // What stands under a heading belongs to it, unless its own words say that it does not.
            let leaves = [
                (State::Boilerplate, shape.looks_like_boilerplate() || is_scrap(piece, shape)),
                (State::Other, shape.chat > 0 || piece.form == Form::Code),
                (State::Reference, shape.url.is_some() || shape.marker_opens || shape.is_attribution(piece)),
                (State::Conclusion, shape.opens(Cue::Conclusion)),
                (State::Author, is_byline_like(piece, shape)),
            ];
            let mut states = vec![State::Headed];
            states.extend(leaves.into_iter().filter(|&(_, says_so)| says_so).map(|(state, _)| state));
            let allowed = Allowed::any_of(&states);
            State::of_role(role).map_or(allowed, |own| allowed.without(own))
        }
    }
}

/// True for a line under a heading that may name who speaks there.
fn is_byline_like(piece: &Piece<'_>, shape: &Shape) -> bool {
    let is_name = shape.words <= 5 && shape.capitalised * 3 >= shape.words * 2 && !ends_sentence(piece.text);
    matches!(piece.form, Form::Paragraph | Form::Heading { level: 7 })
        && shape.words <= 14
        && (shape.byline_opens || shape.byline_after || is_name)
}

/// True for a few words that are no sentence: a caption, a button, a notice.
fn is_scrap(piece: &Piece<'_>, shape: &Shape) -> bool {
    piece.form == Form::Paragraph && shape.words <= 8 && !ends_sentence(piece.text)
}

/// True for a line that may be a heading whose words announce nothing known.
fn may_be_heading(piece: &Piece<'_>, shape: &Shape) -> bool {
    let may_be = matches!(piece.form, Form::Heading { .. } | Form::Paragraph | Form::Item);
    may_be && shape.words <= MAX_BARE_WORDS && shape.url.is_none() && may_be_bare_heading(piece.text)
}

const _: () = assert!(FEATURES < u16::MAX as usize, "features are counted in 16 bits");
