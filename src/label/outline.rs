//! The outline: which headings a text has, and what stands under which.

use crate::lexicon::Index;
use crate::model::{Role, Stance};
use crate::span::Span;

use super::heading::{read, split_thesis};
use super::hint::{both_sides, confirm, hint, loose_hint};
use super::piece::{Form, Piece};
use super::run_in::{may_be_glued, run_in};
use super::scan::{Shape, ends_sentence};

/// The most words that a line without a mark may have and still be a heading.
pub(super) const MAX_BARE_WORDS: u32 = 14;

/// A heading that announces a role.
#[derive(Debug, Clone)]
pub(super) struct Announcement {
    /// The position of the heading among the pieces.
    pub(super) at: usize,
    pub(super) role: Role,
    /// True where the heading is run into its paragraph, and the piece is part of what it announces.
    runs_in: bool,
    span: Span,
}

/// The headings of a text.
#[derive(Debug, Clone, Default)]
pub(super) struct Outline {
    announcements: Vec<Announcement>,
    /// For each piece the position of the announcement it stands under.
    under: Vec<Option<u32>>,
    /// For each piece what it is beside an announcement.
    kinds: Vec<Kind>,
    /// The stances that the headline names together, as in "Pros and cons of X".
    named: Vec<Stance>,
    /// The lines of the head that do so.
    two_sided: Vec<usize>,
}

/// What a piece is in the outline, if it announces nothing.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Kind {
    /// No heading that the outline knows.
    Text,
    /// A heading that announces nothing known, and ends the section above.
    Silent,
    /// A heading inside the section above.
    Sub,
}

impl Outline {
    /// Reads the headings among some pieces.
    pub(super) fn of(pieces: &[Piece<'_>], shapes: &[Shape], index: &Index) -> Self {
        let (mut named, mut two_sided) = (Vec::new(), Vec::new());
        for (at, (piece, shape)) in pieces.iter().zip(shapes).take(HEAD_LINES).enumerate() {
            let sides = if shape.words <= MAX_BARE_WORDS && shape.stances > 1 {
                both_sides(index, piece.text)
            } else {
                Vec::new()
            };
            if !sides.is_empty() {
                two_sided.push(at);
                named.extend(sides);
            }
        }
        let mut known = known(pieces, shapes, index, &named);
        // "Pro and contra: should shops open?" is the headline.
        for &at in &two_sided {
            if let Some(slot) = known.get_mut(at) {
                *slot = None;
            }
        }
        let mut outline = Self { named, two_sided, ..Self::default() };
        if known.iter().all(Option::is_none) {
            outline.under = vec![None; pieces.len()];
            outline.kinds = vec![Kind::Text; pieces.len()];
            return outline;
        }
        let has_bare = known.iter().flatten().any(|known| known.is_bare);
        let last_side = known.iter().rposition(|known| known.as_ref().is_some_and(Known::takes_side));
        let mut level_above = 0;
        let mut current = None;
        for (at, (piece, known)) in pieces.iter().zip(known).enumerate() {
            let mut kind = Kind::Text;
            // What only hints at a part of the article, below a heading that names one, is a heading inside that section.
            let is_below = |known: &Known| {
                known.is_hint && known.role.stance().is_none() && current.is_some() && known.level > level_above
            };
            if let Some(known) = known.filter(|known| !is_below(known)) {
                current = u32::try_from(outline.announcements.len()).ok();
                level_above = known.level;
                let Known { role, runs_in, .. } = known;
                outline.announcements.push(Announcement { at, role, runs_in, span: piece.span });
            } else if current.is_some() {
                kind = outline.unknown(pieces, shapes, at, level_above, has_bare, last_side);
            }
            if kind == Kind::Silent {
                current = None;
            }
            outline.kinds.push(kind);
            outline.under.push(current);
        }
        outline.close_run_in(pieces);
        outline.deal(pieces);
        outline
    }

    /// Where each heading run into its paragraph is followed by the next, or stands in a list, the last of them announces
    /// no more than its own paragraph.
    fn close_run_in(&mut self, pieces: &[Piece<'_>]) {
        let run: Vec<usize> = self.announcements.iter().rev().take_while(|one| one.runs_in).map(|one| one.at).collect();
        let Some(&last) = run.first() else { return };
        let is_item = pieces.get(last).is_some_and(|piece| piece.form == Form::Item);
        let is_tight = run.len() > 1 && run.iter().zip(run.iter().skip(1)).all(|(later, one)| one + 1 == *later);
        if is_item || is_tight {
            self.under.iter_mut().skip(last + 1).for_each(|slot| *slot = None);
            self.kinds.iter_mut().skip(last + 1).for_each(|slot| *slot = Kind::Text);
        }
    }

    /// What a piece below an announcement is, where it announces nothing known itself.
    fn unknown(
        &self,
        pieces: &[Piece<'_>],
        shapes: &[Shape],
        at: usize,
        level_above: u8,
        has_bare: bool,
        last_side: Option<usize>,
    ) -> Kind {
        let Some(piece) = pieces.get(at) else { return Kind::Text };
        if let Form::Heading { level } = piece.form {
            // A heading that announces nothing known ends the section above, unless it lies below it.
            return if level <= level_above { Kind::Silent } else { Kind::Text };
        }
        if is_lone_item(pieces, shapes, at) {
            return Kind::Sub;
        }
        if !has_bare || !looks_like_bare_heading(pieces, shapes, at) {
            return Kind::Text;
        }
        let Some(above) = self.announcements.last() else { return Kind::Silent };
        let opens = above.at + 1 == at && !above.runs_in;
        let takes_side = above.role.stance().is_some_and(Stance::takes_side);
        // A side is still to come: this line parts the section above, as others before it did.
        let is_between = last_side.is_some_and(|last| at < last) && (takes_side || self.kinds.contains(&Kind::Sub));
        if opens || is_between { Kind::Sub } else { Kind::Silent }
    }

    /// Two opposed headings one after the other, and then their paragraphs in turn: deals these out.
    fn deal(&mut self, pieces: &[Piece<'_>]) {
        for second in 1..self.announcements.len() {
            let pair = self.announcements.get(second - 1).zip(self.announcements.get(second));
            let Some((one, other)) = pair else { continue };
            let opposed = one.role.stance().zip(other.role.stance()).is_some_and(|(one, other)| one.opposes(other));
            if !opposed || one.at + 1 != other.at || one.runs_in || other.runs_in {
                continue;
            }
            let (from, position) = (other.at + 1, u32::try_from(second).ok());
            let count = self.under.iter().skip(from).take_while(|&&under| under == position).count();
            let own = pieces.iter().skip(from).take(count);
            let is_plain = own.clone().all(|piece| matches!(piece.form, Form::Paragraph | Form::Item));
            let has_sub = self.kinds.iter().skip(from).take(count).any(|&kind| kind == Kind::Sub);
            if count >= 2 && count % 2 == 0 && is_plain && !has_sub {
                let first = u32::try_from(second - 1).ok();
                self.under.iter_mut().skip(from).take(count).step_by(2).for_each(|slot| *slot = first);
            }
        }
    }

    /// The stances that headings announce, and those that a headline names together.
    pub(super) fn stances(&self) -> impl Iterator<Item = &Stance> {
        let announced = self.announcements.iter().filter_map(|announcement| announcement.role.stance());
        announced.chain(&self.named)
    }

    /// True for a line of the head that names two opposed stances.
    pub(super) fn is_two_sided(&self, piece: usize) -> bool {
        self.two_sided.contains(&piece)
    }

    /// True for a heading whose words announce nothing known: what stands under it is told by its own words.
    pub(super) fn is_silent(&self, piece: usize) -> bool {
        self.kinds.get(piece) == Some(&Kind::Silent)
    }

    /// True for a heading without a mark of its own inside the section above it.
    pub(super) fn is_sub(&self, piece: usize) -> bool {
        self.kinds.get(piece) == Some(&Kind::Sub)
    }

    /// The announcement that a piece stands under; a heading stands under itself.
    pub(super) fn announcement(&self, piece: usize) -> Option<&Announcement> {
        let position = self.under.get(piece).copied().flatten()?;
        self.announcements.get(position as usize)
    }

    /// True for what stands under a heading and above another: it belongs to that section, whatever its words. Notices
    /// and closing words stand at the end of a text.
    pub(super) fn is_closed(&self, piece: usize) -> bool {
        let position = self.under.get(piece).copied().flatten();
        position.is_some_and(|position| (position as usize) + 1 < self.announcements.len())
    }

    /// The role announced above a piece.
    pub(super) fn above(&self, piece: usize) -> Option<&Role> {
        self.announcement(piece).map(|announcement| &announcement.role)
    }

    /// The role that a piece announces, where it is a heading.
    pub(super) fn heading(&self, piece: usize) -> Option<&Role> {
        let own = self.announcement(piece).filter(|announcement| announcement.at == piece && !announcement.runs_in);
        own.map(|announcement| &announcement.role)
    }

    /// Where the heading stands under which a piece stands.
    pub(super) fn heading_of(&self, piece: usize) -> Option<Span> {
        self.announcement(piece).map(|announcement| announcement.span)
    }
}

/// What a piece announces.
#[derive(Debug, Clone)]
struct Known {
    role: Role,
    level: u8,
    is_bare: bool,
    runs_in: bool,
    is_hint: bool,
}

impl Known {
    fn takes_side(&self) -> bool {
        self.role.stance().is_some_and(Stance::takes_side)
    }
}

/// What each piece announces. What only hints counts where another piece confirms it.
fn known(pieces: &[Piece<'_>], shapes: &[Shape], index: &Index, named: &[Stance]) -> Vec<Option<Known>> {
    let mut known: Vec<_> = pieces.iter().zip(shapes).map(|(piece, shape)| announced(piece, shape, index)).collect();
    let open = known.iter().enumerate().filter(|(_, known)| known.is_none()).map(|(at, _)| at);
    let hints: Vec<(usize, Known)> = open.filter_map(|at| Some((at, hinted(pieces, shapes, at, index)?))).collect();
    if hints.is_empty() {
        return known;
    }
    let mut stances: Vec<Stance> = Vec::new();
    let mut add = |stance: &Stance| {
        if !stances.contains(stance) {
            stances.push(stance.clone());
        }
    };
    known
        .iter()
        .flatten()
        .chain(hints.iter().map(|(_, hint)| hint))
        .filter_map(|known| known.role.stance())
        .for_each(&mut add);
    // A headline that names both sides says that the text has such headings.
    named.iter().for_each(add);
    let is_confirmed = |role: &Role| match role.stance() {
        Some(own) => stances.iter().any(|other| confirm(own, other)),
        None => known.iter().any(Option::is_some) || hints.len() > 1,
    };
    // "Pros of X" above a list needs no second.
    let is_above_list = |at: usize| pieces.get(at + 1).is_some_and(|next| next.form == Form::Item);
    let confirmed: Vec<bool> = hints
        .iter()
        .map(|(at, hint)| is_confirmed(&hint.role) || (!hint.runs_in && hint.takes_side() && is_above_list(*at)))
        .collect();
    let some =
        hints.iter().zip(&confirmed).any(|((_, hint), &is_confirmed)| is_confirmed && hint.role.stance().is_some());
    for ((at, hint), is_confirmed) in hints.into_iter().zip(confirmed) {
        // A stance without an axis, such as the most likely case, goes with the others.
        let goes_along = some && hint.role.stance().is_some_and(|stance| stance.axis().is_none());
        if let Some(slot) = known.get_mut(at).filter(|_| is_confirmed || goes_along) {
            *slot = Some(hint);
        }
    }
    known
}

/// How many lines from the beginning may be the headline.
const HEAD_LINES: usize = 6;

/// What a piece hints at, where it may be a heading or begin with one.
fn hinted(pieces: &[Piece<'_>], shapes: &[Shape], at: usize, index: &Index) -> Option<Known> {
    let (piece, shape) = (pieces.get(at)?, shapes.get(at)?);
    let level = match piece.form {
        Form::Heading { level } => level,
        Form::Paragraph | Form::Item | Form::Quote => 6,
        _ => return None,
    };
    let is_item = piece.form == Form::Item;
    let is_followed = pieces.get(at + 1).is_some_and(|next| match next.form {
        Form::Rule | Form::Heading { .. } => false,
        Form::Item => !is_item,
        _ => true,
    });
    let is_glued = may_be_glued(piece.text);
    if !shape.may_name && !shape.may_view && !is_glued {
        return None;
    }
    let is_short = shape.words <= MAX_BARE_WORDS && shape.url.is_none();
    // "Quick hits." is a heading where others are.
    let is_stopped = shape.words <= 6 && piece.text.ends_with('.');
    if piece.form.is_heading() || is_short && is_followed && (is_stopped || may_be_bare_heading(piece.text)) {
        let role = if is_item || is_stopped { read(index, piece.text) } else { None };
        let role = role.filter(|role| *role != Role::Boilerplate);
        let may_be_headline = at == 0 || level == 1;
        let loose = || loose_hint(index, piece.text).filter(|_| !may_be_headline);
        // Without a word that names a stance or a role there is nothing to hint at.
        let hinted = || if shape.may_name { hint(index, piece.text).or_else(loose) } else { None };
        if let Some(role) = role.or_else(hinted) {
            return Some(Known { role, level, is_bare: !piece.form.is_heading(), runs_in: false, is_hint: true });
        }
    }
    if piece.form.is_heading() {
        return None;
    }
    if !shape.may_name && !is_glued {
        return None;
    }
    run_in(index, piece.text).map(|role| Known { role, level, is_bare: false, runs_in: true, is_hint: true })
}

/// What a piece announces, where it may be a heading and its words announce a role.
fn announced(piece: &Piece<'_>, shape: &Shape, index: &Index) -> Option<Known> {
    let level = match piece.form {
        Form::Heading { level } => level,
        Form::Paragraph if shape.words <= MAX_BARE_WORDS && shape.url.is_none() && may_be_bare_heading(piece.text) => 6,
        _ => return None,
    };
    if !shape.may_name && !shape.may_view {
        return None;
    }
    let role = read(index, piece.text)?;
    let is_bare = piece.form == Form::Paragraph;
    if is_bare
        && role == Role::from("reference")
        && split_thesis(piece.text).is_some_and(|(_, source)| !source.is_empty())
    {
        // "Source: City Clerk" is an entry, not a heading above some.
        return None;
    }
    // "Share this" without a mark is itself the notice, not a heading above one.
    let is_notice = role == Role::Boilerplate && is_bare;
    (!is_notice).then_some(Known { role, level, is_bare, runs_in: false, is_hint: false })
}

/// True for an item of no list, short and not a sentence, with running text below it: a numbered heading.
fn is_lone_item(pieces: &[Piece<'_>], shapes: &[Shape], at: usize) -> bool {
    let is_item = |at: usize| pieces.get(at).is_some_and(|piece| piece.form == Form::Item);
    let (Some(piece), Some(shape)) = (pieces.get(at), shapes.get(at)) else { return false };
    let is_lone = is_item(at) && !is_item(at + 1) && !at.checked_sub(1).is_some_and(is_item);
    is_lone
        && shape.words <= 10
        && shape.url.is_none()
        && !ends_sentence(piece.text)
        && is_running(pieces, shapes, at + 1)
}

/// True for a paragraph of at least one sentence.
fn is_running(pieces: &[Piece<'_>], shapes: &[Shape], at: usize) -> bool {
    let both = pieces.get(at).zip(shapes.get(at));
    both.is_some_and(|(piece, shape)| {
        piece.form == Form::Paragraph && shape.words >= 5 && (ends_sentence(piece.text) || shape.words > 20)
    })
}

/// True for a short line without a mark that stands above running text, in a text whose headings look the same.
fn looks_like_bare_heading(pieces: &[Piece<'_>], shapes: &[Shape], at: usize) -> bool {
    let (Some(piece), Some(shape)) = (pieces.get(at), shapes.get(at)) else { return false };
    let is_item = |at: usize| pieces.get(at).is_some_and(|piece| piece.form == Form::Item);
    let before = at.checked_sub(1);
    piece.form == Form::Paragraph
        && shape.words <= 8
        && shape.url.is_none()
        && may_be_bare_heading(piece.text)
        && !shape.looks_like_boilerplate()
        && !piece.text.starts_with(['—', '–', '-', '«', '“', '"'])
        && (is_running(pieces, shapes, at + 1) || is_item(at + 1))
        && before.is_some_and(|before| {
            pieces.get(before).is_some_and(|piece| piece.form != Form::Paragraph || ends_sentence(piece.text))
                || shapes.get(before).is_some_and(|shape| shape.words <= MAX_BARE_WORDS)
        })
}

/// True for a line that does not end as a sentence does; a colon may end a heading.
pub(super) fn may_be_bare_heading(text: &str) -> bool {
    let text = text.trim_end();
    !ends_sentence(text) || text.ends_with(':') || text.ends_with('?')
}
