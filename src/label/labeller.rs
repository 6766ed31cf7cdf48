//! The labelling itself: headings first, then the likeliest sequence for what they leave open.

use crate::lexicon::{Index, Lexicon};
use crate::model::Role;
use crate::profile::Profile;
use crate::span::Span;

use super::doubt::side_doubt;
use super::evidence::{Confidence, Evidence, EvidenceSource, Scores};
use super::feature::Feature;
use super::genre::genre;
use super::lattice::{Step, likeliest};
use super::memory::Memory;
use super::piece::{Form, Piece};
use super::prepared::Prepared;
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

impl Reading {
    /// What a piece was read as beyond doubt, by the form of what stands at `span`.
    pub(crate) fn certain(label: Label, is_heading: bool, span: Span) -> Self {
        Self { label, is_heading, confidence: Confidence::CERTAIN, evidence: vec![Evidence::form(span)] }
    }

    /// True for a heading whose own words announce the role, rather than one that stands under such a heading.
    pub(crate) fn is_announcement(&self, span: Span) -> bool {
        self.evidence.iter().any(|reason| reason.name() == "heading" && reason.span() == Some(span))
    }
}

/// Reads a sequence of pieces.
///
/// Headings decide where there are any. What they leave open is read as one sequence: form, phrases, place and
/// neighbours speak for each role, and each piece is read as what most ways to read the whole text make of it.
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

/// What is known of a text as a whole, while its pieces are read.
struct Text<'a> {
    ready: &'a Prepared,
    profile: &'a Profile,
    side_doubt: f32,
    given: &'a Scores,
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
        self.label_by(pieces, &self.lexicon.index(language))
    }

    /// Reads the pieces of one text by the phrases of its language.
    pub(crate) fn label_by(&self, pieces: &[Piece<'_>], index: &Index) -> Vec<Reading> {
        let ready = Prepared::new(pieces, index);
        let mut scores = ready.scores(self.weights);
        let mut given = Scores::default();
        self.sources.iter().for_each(|source| source.weigh(pieces, &mut given));
        given.apply(&mut scores);
        // Under headings a view may come as often as it likes, and alone.
        let is_headed = ready.outline.stances().next().is_some();
        let memory = if is_headed { Memory::Nothing } else { Memory::Views };
        let way = likeliest(&scores, &ready.allowed, self.weights.paths(), memory, NO_VIEW);
        let profile = self.profile.unwrap_or_else(|| genre(&ready.outline, &way));
        let side_doubt = side_doubt(&way, &ready.allowed);
        let text = Text { ready: &ready, profile, side_doubt, given: &given };
        let readings =
            way.iter().zip(pieces).enumerate().map(|(at, (step, piece))| self.reading(&text, piece, at, step));
        let mut readings: Vec<Reading> = readings.collect();
        settle_silent_headings(&way, &mut readings);
        readings
    }

    fn reading(&self, text: &Text<'_>, piece: &Piece<'_>, at: usize, step: &Step) -> Reading {
        let (ready, profile) = (text.ready, text.profile);
        if let Some(role) = ready.outline.heading(at) {
            let evidence = vec![Evidence::heading(piece.span)];
            let label = label_of_heading(role);
            return Reading { label, is_heading: true, confidence: Confidence::CERTAIN, evidence };
        }
        if matches!(piece.form, Form::FrontMatter | Form::Rule) {
            let label = step.state.label(profile, None);
            let evidence = vec![Evidence::form(piece.span)];
            return Reading { label, is_heading: false, confidence: Confidence::CERTAIN, evidence };
        }
        let announced = ready.outline.above(at);
        // Where a side is in doubt, what takes none may still be likely enough.
        let is_sure = !step.state.takes_side() || step.share >= self.doubt + text.side_doubt;
        let (state, share) = if is_sure || step.plain.1 < self.doubt { (step.state, step.share) } else { step.plain };
        let in_doubt = is_body(state) && (share < self.doubt || state.takes_side() && !is_sure);
        let label = if in_doubt { Label::Section(Role::Unclassified) } else { state.label(profile, announced) };
        let is_heading =
            state == State::Heading || (ready.outline.is_sub(at) || piece.form.is_heading()) && is_body(state);
        let mut evidence: Vec<Evidence> = text
            .given
            .reasons(at, state)
            .map(|(reason, weight)| Evidence::given(reason.clone(), weight, piece.span))
            .collect();
        if state == State::Headed {
            evidence.extend(ready.outline.heading_of(at).map(Evidence::heading));
        } else {
            self.strongest(text, piece, at, state, &mut evidence);
        }
        Reading { label, is_heading, confidence: Confidence::new(share), evidence }
    }

    /// Adds the features that say most for a state.
    fn strongest(&self, text: &Text<'_>, piece: &Piece<'_>, at: usize, state: State, evidence: &mut Vec<Evidence>) {
        let ready = text.ready;
        let mut first: [(f32, Feature); REASONS] = [(LEAST_WEIGHT, Feature::ALWAYS); REASONS];
        for &(feature, value) in ready.observations.of(at) {
            let mut next = (self.weights.weight_of(feature, state) * value, feature);
            if first.last().is_some_and(|last| next.0 > last.0) && feature != Feature::ALWAYS {
                let after = first.iter().take_while(|slot| next.0 <= slot.0).count();
                first.iter_mut().skip(after).for_each(|slot| std::mem::swap(slot, &mut next));
            }
        }
        let first = first.into_iter().filter(|(weight, _)| *weight > LEAST_WEIGHT);
        evidence.reserve_exact(first.clone().count());
        evidence.extend(first.map(|(weight, feature)| {
            let span = feature.as_cue().and_then(|cue| ready.hit(at, cue)).map(|hit| {
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
    for (at, &Step { state, .. }) in way.iter().enumerate().rev() {
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
