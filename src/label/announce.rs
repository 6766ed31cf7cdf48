//! What each piece announces by itself, and what another piece must confirm.

use crate::lexicon::{Cue, Index};
use crate::model::{Axis, Perspective, Role, Stance};

use super::bare::{MAX_BARE_WORDS, may_be_bare_heading};
use super::booklet::answer;
use super::frame::fill_frames;
use super::hands::weigh_hands;
use super::heading::{parts, read, split_thesis, undecorated};
use super::hint::{confirm, hint, is_poll as is_poll_line, loose_hint, numbered_view};
use super::holder::{is_name, seen_by};
use super::interview::question;
use super::lines::{Lines, is_quoted};
use super::listed::{count_reasons, weigh_marks};
use super::opener::tell_sides;
use super::piece::{Form, Piece};
use super::rival::oppose;
use super::run_in::{may_be_glued, run_in};
use super::scan::Shape;
use super::scenario::imagine;
use super::signed::sign;
use super::speaker::speak_again;
use super::table::lay_out;

/// What a piece announces.
#[derive(Debug, Clone)]
pub(super) struct Known {
    pub(super) role: Role,
    pub(super) level: u8,
    pub(super) is_bare: bool,
    pub(super) runs_in: bool,
    pub(super) is_hint: bool,
}

impl Known {
    pub(super) fn takes_side(&self) -> bool {
        self.role.stance().is_some_and(Stance::takes_side)
    }
}

/// What the pieces of a text announce, and the lines at which runs without a heading of their own end.
#[derive(Debug, Default)]
pub(super) struct Found {
    pub(super) known: Vec<Option<Known>>,
    pub(super) ends: Vec<usize>,
}

/// What each piece announces. What only hints counts where another piece confirms it.
pub(super) fn find(lines: &Lines<'_>, named: &[Stance]) -> Found {
    let each = lines.pieces.iter().zip(lines.shapes);
    let mut known: Vec<_> = each.map(|(piece, shape)| announced(piece, shape, lines.index)).collect();
    // "Yes 54%, no 41%": what readers have voted.
    let is_poll = |at: &usize| {
        let line = lines.get(*at).filter(|(_, shape)| shape.figures >= 2 && (4..=30).contains(&shape.words));
        line.is_some_and(|(piece, shape)| shape.may_name && is_poll_line(lines.index, piece.text))
    };
    let polls: Vec<usize> = (1..lines.pieces.len()).filter(is_poll).collect();
    for &at in &polls {
        known.get_mut(at).into_iter().for_each(|slot| *slot = None);
    }
    let open = known.iter().enumerate().filter(|(_, known)| known.is_none()).map(|(at, _)| at);
    let open = open.filter(|at| polls.binary_search(at).is_err());
    let mut hints: Vec<(usize, Known)> = open.filter_map(|at| Some((at, hinted(lines, at)?))).collect();
    oppose(lines, &known, &mut hints);
    confirm_hints(lines, named, hints, &mut known);
    sign(lines, named, &mut known);
    imagine(lines, &mut known);
    answer(lines, &mut known);
    question(lines, &mut known);
    count_reasons(lines, &mut known);
    let mut ends = lay_out(lines, &mut known);
    ends.extend(weigh_marks(lines, &mut known));
    ends.extend(weigh_hands(lines, &mut known));
    ends.extend(tell_sides(lines, &mut known));
    ends.extend(polls);
    ends.sort_unstable();
    if known.iter().flatten().any(Known::takes_side) {
        fill_frames(lines, &mut known);
        speak_again(lines, &mut known);
        keep_company(lines, named, &mut known);
    }
    Found { known, ends }
}

/// What a heading says among others: between left and right, the middle is the center; "Why I still own it" is the
/// writer's.
fn keep_company(lines: &Lines<'_>, named: &[Stance], known: &mut [Option<Known>]) {
    if !named.is_empty() && named.iter().all(|stance| stance.axis() == Some(Axis::Position)) {
        // "Advantages and drawbacks of X": its good side speaks for it.
        for known in known.iter_mut().flatten() {
            match &mut known.role {
                Role::Perspective(own) if own.stance == Stance::Optimistic => own.stance = Stance::For,
                Role::Perspective(own) if own.stance == Stance::Pessimistic => own.stance = Stance::Against,
                _ => {}
            }
        }
    }
    let is_left_or_right = |known: &Known| matches!(known.role.stance(), Some(Stance::Left | Stance::Right));
    if known.iter().flatten().any(is_left_or_right) {
        for known in known.iter_mut().flatten() {
            match &mut known.role {
                Role::Perspective(own) if own.stance == Stance::Mixed => own.stance = Stance::Center,
                _ => {}
            }
        }
    }
    let has_politics = known.iter().flatten().any(is_left_or_right);
    for at in 1..lines.pieces.len() {
        let Some((piece, shape)) = lines.get(at).filter(|_| has_politics && lines.may_head(at)) else { continue };
        let Some(slot) = known.get_mut(at).filter(|slot| slot.is_none() && shape.may_view) else { continue };
        let Some(holder) = seen_by(lines.index, undecorated(piece.text)) else { continue };
        let mut perspective = Perspective::new(Stance::Guest);
        perspective.holder = Some(holder.to_owned());
        let level = if let Form::Heading { level } = piece.form { level } else { 6 };
        let is_bare = !piece.form.is_heading();
        *slot = Some(Known { role: perspective.into(), level, is_bare, runs_in: false, is_hint: true });
    }
    // Below a thesis and an antithesis, the synthesis weighs both.
    let is_position = |known: &Known| matches!(known.role.stance(), Some(Stance::For | Stance::Against));
    let last_side = known.iter().rposition(|known| known.as_ref().is_some_and(is_position));
    for (at, known) in known.iter_mut().enumerate().skip(last_side.map_or(usize::MAX, |at| at)) {
        let Some(known) = known.as_mut().filter(|known| known.role == Role::Summary && !known.runs_in) else {
            continue;
        };
        let text = lines.pieces.get(at).map_or("", |piece| piece.text);
        let label = split_thesis(text).map_or(text, |(label, _)| label);
        let has_mixed = parts(lines.index, label).iter().any(|part| part.stance() == Some(&Stance::Mixed));
        if has_mixed {
            known.role = Role::perspective(Stance::Mixed);
        }
    }
    let has_bare = known.iter().flatten().any(|known| known.is_bare);
    for at in 1..lines.pieces.len() {
        let Some((piece, shape)) = lines.get(at) else { continue };
        let is_heading = piece.form.is_heading() || has_bare && lines.is_running(at + 1);
        // "I. The ruling": a numeral.
        let is_numeral = piece.text.starts_with("I.") || piece.text.starts_with("I)");
        let is_own =
            shape.count(Cue::Author) > 0 && !is_numeral && shape.words <= MAX_OWN_WORDS && !is_quoted(piece.text);
        if !is_own || !is_heading || !lines.may_head(at) {
            continue;
        }
        let level = if let Form::Heading { level } = piece.form { level } else { 6 };
        if let Some(slot) = known.get_mut(at).filter(|slot| slot.is_none()) {
            let role = Role::perspective(Stance::Author);
            *slot = Some(Known { role, level, is_bare: !piece.form.is_heading(), runs_in: false, is_hint: true });
        }
    }
}

/// The most words of a heading in which the writer says "I".
const MAX_OWN_WORDS: u32 = 9;

/// Keeps the hints that another piece confirms.
fn confirm_hints(lines: &Lines<'_>, named: &[Stance], hints: Vec<(usize, Known)>, known: &mut [Option<Known>]) {
    if hints.is_empty() {
        return;
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
    let is_above_list = |at: usize| lines.is_item(at + 1);
    let confirmed: Vec<bool> = hints
        .iter()
        .map(|(at, hint)| is_confirmed(&hint.role) || (!hint.runs_in && hint.takes_side() && is_above_list(*at)))
        .collect();
    let some = known.iter().flatten().any(Known::takes_side)
        || hints.iter().zip(&confirmed).any(|((_, hint), &is_confirmed)| is_confirmed && hint.role.stance().is_some());
    for ((at, hint), is_confirmed) in hints.into_iter().zip(confirmed) {
        // A stance without an axis, such as the most likely case, goes with the others.
        let asks = lines.pieces.get(at).is_none_or(|piece| piece.text.ends_with('?'));
        let is_aside = |stance: &Stance| stance.axis().is_none() || *stance == Stance::Neutral && at > 0 && !asks;
        let goes_along = some && hint.role.stance().is_some_and(is_aside);
        if let Some(slot) = known.get_mut(at).filter(|_| is_confirmed || goes_along) {
            *slot = Some(hint);
        }
    }
}

/// How many lines from the beginning may be the headline.
pub(super) const HEAD_LINES: usize = 6;

/// What a piece hints at, where it may be a heading or begin with one.
fn hinted(lines: &Lines<'_>, at: usize) -> Option<Known> {
    let (piece, shape) = lines.get(at)?;
    let Lines { pieces, index, .. } = *lines;
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
    let may_say = shape.may_name || may_be_glued(piece.text);
    if !may_say && !shape.may_view {
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
    if !may_say {
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
    let role = read(index, piece.text).or_else(|| numbered_view(index, piece.text))?;
    let is_bare = piece.form == Form::Paragraph;
    if is_bare && role.id() == "reference" && split_thesis(piece.text).is_some_and(|(_, source)| !source.is_empty()) {
        // "Source: City Clerk" is an entry, not a heading above some.
        return None;
    }
    // "Illustration: Ada Kern" says who drew.
    if role == Role::Example && split_thesis(piece.text).is_some_and(|(_, name)| is_name(name)) {
        return None;
    }
    // "Share this" without a mark is itself the notice, not a heading above one.
    let is_notice = role == Role::Boilerplate && is_bare;
    (!is_notice).then_some(Known { role, level, is_bare, runs_in: false, is_hint: false })
}
