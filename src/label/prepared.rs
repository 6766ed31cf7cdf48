//! Pieces ready to be read: what was found in them, and what each may be.

use crate::lexicon::{Cue, Hit, Index};

use super::bare::{MAX_BARE_WORDS, may_be_bare_heading};
use super::chain::Allowed;
use super::feature::{FEATURES, Observations};
use super::lattice::Lanes;
use super::observe::observe;
use super::outline::{Announcement, Outline};
use super::piece::{Form, Piece};
use super::scan::{Scan, Shape};
use super::sentence::ends_sentence;
use super::state::State;
use super::weights::Weights;

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
        // Notices stand at the end of a text, and closing words in its last paragraph.
        let tail = scan.shapes.iter().rposition(|shape| shape.is_glance).unwrap_or_default();
        let is_closed = |at: usize| outline.is_closed(at) || at < tail && outline.above(at).is_some();
        for (at, piece) in pieces.iter().enumerate().filter(|&(at, _)| loose > MAX_LOOSE || !is_closed(at)) {
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
    pub(super) fn hit(&self, piece: usize, cue: Cue) -> Option<&Hit> {
        let &(from, to) = self.hit_ranges.get(piece)?;
        let own = self.hits.get(from as usize..to as usize)?;
        own.iter().filter(|hit| Index::cue(hit.sense) == Some(cue)).min_by_key(|hit| hit.order())
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
        Form::Rule if piece.text.trim_matches(['|', ' ']).is_empty() => return Allowed::only(State::Boilerplate),
        Form::Rule => return Allowed::only(State::Other),
        _ => {}
    }
    if outline.heading(at).is_some() {
        return Allowed::only(State::Headed);
    }
    if outline.is_signature(at) {
        return Allowed::only(State::Author);
    }
    if outline.is_credit(at) {
        return Allowed::only(State::Reference);
    }
    if shape.is_caption && shape.url.is_none() && outline.above(at).is_some() {
        return Allowed::only(State::Boilerplate);
    }
    match outline.announcement(at) {
        None if outline.is_silent(at) => Allowed::only(State::Heading),
        None if piece.text.len() > MAX_HEAD => Allowed::BODY,
        None if may_be_heading(piece, shape) => Allowed::UNMARKED.with(State::Heading),
        None => Allowed::UNMARKED,
        Some(Announcement { role, .. }) => {
            // What an outlet says, below the title of it.
            let is_cited = at > 0 && outline.is_credit(at - 1) && shape.url.is_none() && ends_sentence(piece.text);
            // What stands under a heading belongs to it, unless its own words say that it does not.
            let leaves = [
                (State::Boilerplate, shape.looks_like_boilerplate() || is_scrap(piece, shape) && !outline.begins(at)),
                (State::Other, shape.chat > 0 || piece.form == Form::Code),
                (
                    State::Reference,
                    !is_cited && (shape.url.is_some() || shape.marker_opens || shape.is_attribution(piece)),
                ),
                (State::Conclusion, shape.opens(Cue::Conclusion)),
                (State::Author, is_byline_like(piece, shape)),
            ];
            let leaves = leaves.into_iter().filter(|&(_, says_so)| says_so);
            let allowed = leaves.fold(Allowed::only(State::Headed), |allowed, (state, _)| allowed.with(state));
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
