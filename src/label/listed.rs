//! Views in lists: items marked with a plus or a minus, and the numbered reasons of a text whose headline takes a side.

use crate::lexicon::Sense;
use crate::model::{Axis, Perspective, Polarity, Role, Stance};

use super::announce::{HEAD_LINES, Known};
use super::heading::{Part, parts, pick, undecorated};
use super::lines::Lines;
use super::piece::Form;
use super::sentence::ends_sentence;

/// The fewest headings that count reasons.
const MIN_REASONS: usize = 3;

/// What a mark before a line says, where others say the contrary.
fn polarity(mark: char) -> Option<Polarity> {
    match mark {
        '+' | '➕' | '✓' | '✔' | '☑' | '✅' | '👍' | '▲' | '⬆' | '↑' | '😊' | '🙂' => {
            Some(Polarity::Positive)
        }
        '-' | '–' | '−' | '➖' | '✗' | '✘' | '☒' | '✖' | '❌' | '👎' | '▼' | '⬇' | '↓' | '😞' | '🙁' => {
            Some(Polarity::Negative)
        }
        _ => None,
    }
}

/// What a sign in brackets before a line says, as in "(+) It is quick" and "[-] It is dear".
fn bracketed(text: &str) -> Option<Polarity> {
    let (sign, rest) = match text.strip_prefix('(') {
        Some(inner) => inner.split_once(')')?,
        None => text.strip_prefix('[')?.split_once(']')?,
    };
    if !rest.contains(char::is_alphabetic) {
        return None;
    }
    if matches!(sign, "o" | "O" | "0" | "±" | "=" | "~" | "?") || is_both(sign) {
        return Some(Polarity::Neutral);
    }
    let mut signs = sign.chars();
    let first = signs.next()?;
    signs.all(|sign| sign == first).then(|| polarity(first)).flatten()
}

/// True for "+/-", a sign for what is both.
fn is_both(text: &str) -> bool {
    text.strip_prefix("+/").is_some_and(|rest| rest.starts_with(['-', '–', '−']))
}

/// What a line says by the sign before it.
fn signed(lines: &Lines<'_>, at: usize) -> Option<Polarity> {
    let (piece, shape) = lines.get(at)?;
    let has_form = matches!(piece.form, Form::Item | Form::Paragraph) && shape.words > 0;
    let own = if is_both(piece.text) { Some(Polarity::Neutral) } else { bracketed(piece.text) };
    own.filter(|_| has_form).or_else(|| mark(lines, at).and_then(polarity))
}

/// The mark before a line.
fn mark(lines: &Lines<'_>, at: usize) -> Option<char> {
    let (piece, shape) = lines.get(at)?;
    let has_form = matches!(piece.form, Form::Item | Form::Paragraph) && shape.words > 0;
    let own = || piece.text.chars().next().filter(|_| piece.form == Form::Paragraph);
    piece.mark.or_else(own).filter(|_| has_form)
}

/// Lets lines with marks of two kinds, one below the other, speak for and against. Gives the lines at which such runs end.
pub(super) fn weigh_marks(lines: &Lines<'_>, known: &mut [Option<Known>]) -> Vec<usize> {
    let mut ends = Vec::new();
    // A sign in brackets is no bullet: it says as much in a list of its kind alone.
    let text = |at: usize| lines.pieces.get(at).map_or("", |piece| piece.text);
    let has_brackets = |wanted| (0..lines.pieces.len()).any(|at| bracketed(text(at)) == Some(wanted));
    let is_bracketed = has_brackets(Polarity::Positive) && has_brackets(Polarity::Negative);
    let mut run: Vec<(usize, Polarity)> = Vec::new();
    for at in 0..=lines.pieces.len() {
        if let Some(polarity) = signed(lines, at) {
            run.push((at, polarity));
            continue;
        }
        let has = |wanted| run.iter().any(|&(_, polarity)| polarity == wanted);
        // A dash alone is a bullet like any other.
        let says_so = is_bracketed && run.iter().all(|&(at, _)| bracketed(text(at)).is_some());
        if !run.is_empty() && says_so || has(Polarity::Positive) && has(Polarity::Negative) {
            for &(at, polarity) in &run {
                let stance = match polarity {
                    Polarity::Positive => Stance::For,
                    Polarity::Negative => Stance::Against,
                    Polarity::Neutral => Stance::Neutral,
                };
                let role = Role::from(Perspective::new(stance));
                if let Some(slot) = known.get_mut(at).filter(|slot| slot.is_none()) {
                    *slot = Some(Known { role, level: 6, is_bare: false, runs_in: true, is_hint: true });
                }
            }
            // What stands above them names what they are about.
            let above = run.first().and_then(|&(first, _)| first.checked_sub(1));
            let above = above.filter(|&above| {
                lines.may_head(above)
                    && !ends_sentence(text(above))
                    && lines.get(above).is_some_and(|(_, shape)| shape.figures == 0)
            });
            if let Some(slot) = above.and_then(|above| known.get_mut(above)).filter(|slot| slot.is_none()) {
                *slot =
                    Some(Known { role: Role::Background, level: 6, is_bare: false, runs_in: false, is_hint: false });
            }
            ends.push(at);
        }
        run.clear();
    }
    ends
}

/// Lets the numbered headings of a text that promises reasons for one side announce that side.
pub(super) fn count_reasons(lines: &Lines<'_>, known: &mut [Option<Known>]) {
    if known.iter().flatten().filter(|known| known.takes_side()).count() > 1 {
        return;
    }
    let Some(stance) = (0..HEAD_LINES).find_map(|at| promised(lines, at)) else { return };
    let is_reason = |at: &usize| {
        let text = lines.pieces.get(*at).map_or("", |piece| piece.text.trim_start_matches(['#', ' ', '*']));
        let number = text.bytes().take_while(u8::is_ascii_digit).count();
        let is_numbered = (1..=2).contains(&number) && undecorated(text).len() < text.len();
        let is_lone = lines.is_item(*at) && !lines.is_item(at + 1);
        (is_numbered || is_lone) && lines.may_head(*at) && lines.is_running(at + 1)
    };
    let found: Vec<usize> = (1..lines.pieces.len()).filter(is_reason).collect();
    if found.len() < MIN_REASONS {
        return;
    }
    for at in found {
        let Some((piece, _)) = lines.get(at) else { continue };
        let level = if let Form::Heading { level } = piece.form { level } else { 6 };
        let mut perspective = Perspective::new(stance.clone());
        perspective.thesis = Some(undecorated(piece.text).to_owned());
        if let Some(slot) = known.get_mut(at).filter(|slot| slot.is_none()) {
            let is_bare = !piece.form.is_heading();
            *slot = Some(Known { role: perspective.into(), level, is_bare, runs_in: false, is_hint: true });
        }
    }
}

/// The side for which a headline promises reasons: "Five reasons to say no to the toll".
fn promised(lines: &Lines<'_>, at: usize) -> Option<Stance> {
    let (piece, shape) = lines.get(at).filter(|(_, shape)| shape.may_name && shape.words <= 20)?;
    if piece.text.ends_with('.') || shape.url.is_some() {
        return None;
    }
    let parts = parts(lines.index, undecorated(piece.text));
    let is_inside = |part: &Part<'_>| {
        parts.iter().any(|other| {
            *other.sense != Sense::Function
                && other.from <= part.from
                && part.to <= other.to
                && other.to - other.from > part.to - part.from
        })
    };
    let view = parts.iter().find(|part| *part.sense == Sense::View)?;
    // "For" by itself is a common word.
    let is_common = |part: &Part<'_>| {
        let same = |other: &Part<'_>| *other.sense == Sense::Function && (other.from, other.to) == (part.from, part.to);
        parts.iter().any(same)
    };
    let is_position = |part: &&Part<'_>| part.stance().and_then(Stance::axis) == Some(Axis::Position);
    let stances = parts.iter().filter(|part| !is_inside(part) && !is_common(part)).filter(is_position);
    let side = |stances: Vec<&Stance>| pick(&stances).ok().flatten().cloned();
    // "Reasons for saying no": what the reasons are for says more than that they are for something.
    let after = stances.clone().filter(|part| part.from > view.to).filter_map(Part::stance);
    let after = side(after.collect());
    let apart = stances.clone().filter(|part| part.from > view.to || part.to < view.from).filter_map(Part::stance);
    let stance =
        after.or_else(|| side(apart.collect())).or_else(|| side(stances.filter_map(Part::stance).collect()))?;
    matches!(stance, Stance::For | Stance::Against).then_some(stance)
}
