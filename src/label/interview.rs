//! The same questions put to two people: "2. Are fences enough?", "YES, …", "Weber: …".

use crate::lexicon::Sense;
use crate::model::{Perspective, Role, Stance};

use super::announce::Known;
use super::heading::{Part, parts};
use super::holder::is_capitalised;
use super::lines::Lines;
use super::piece::Form;

/// The most words of a question that is a heading.
const MAX_QUESTION_WORDS: u32 = 18;

/// The fewest questions that make an interview.
const MIN_QUESTIONS: usize = 2;

/// How many bytes after a name may tell on which side that person is.
const REACH: usize = 70;

/// How many lines of the head may introduce who answers.
const MAX_HEAD: usize = 12;

/// How an answer begins.
#[derive(Debug, Clone, PartialEq, Eq)]
enum Opening<'a> {
    /// With yes or no, in capitals.
    Side(Stance),
    /// With the name of who answers.
    Name(&'a str),
}

/// Lets the answers to questions announce the views of those who answer; the questions take no side.
pub(super) fn question(lines: &Lines<'_>, known: &mut [Option<Known>]) {
    let is_asked = |at: &usize| is_question(lines, *at) && opening(lines, at + 1).is_some() && answers(lines, *at) >= 2;
    let questions: Vec<usize> = (1..lines.pieces.len()).filter(is_asked).collect();
    let Some(&first) = questions.first().filter(|_| questions.len() >= MIN_QUESTIONS) else { return };
    let mut sides: Vec<(usize, Role)> = Vec::new();
    for &question in &questions {
        for (place, at) in (question + 1..=question + answers(lines, question)).enumerate() {
            let stance = match opening(lines, at) {
                Some(Opening::Side(stance)) => Some((stance, None)),
                Some(Opening::Name(name)) => {
                    let stance = introduced(lines, known, first, name);
                    stance.or_else(|| in_turn(lines, &questions, place)).map(|stance| (stance, Some(name)))
                }
                None => None,
            };
            sides.extend(stance.map(|(stance, holder)| {
                let mut perspective = Perspective::new(stance);
                perspective.holder = holder.map(str::to_owned);
                (at, Role::from(perspective))
            }));
        }
    }
    let has = |wanted: &Stance| sides.iter().any(|(_, role)| role.stance() == Some(wanted));
    if !has(&Stance::For) || !has(&Stance::Against) {
        return;
    }
    let asked = questions.into_iter().map(|at| (at, Role::Background, false));
    for (at, role, runs_in) in asked.chain(sides.into_iter().map(|(at, role)| (at, role, true))) {
        if let Some(slot) = known.get_mut(at) {
            *slot = Some(Known { role, level: 6, is_bare: false, runs_in, is_hint: false });
        }
    }
}

/// True for a short line that asks.
fn is_question(lines: &Lines<'_>, at: usize) -> bool {
    lines.get(at).is_some_and(|(piece, shape)| {
        let has_form = matches!(piece.form, Form::Heading { .. } | Form::Paragraph | Form::Item);
        has_form && piece.text.trim_end().ends_with('?') && shape.words <= MAX_QUESTION_WORDS
    })
}

/// How many answers stand one after the other below a question.
fn answers(lines: &Lines<'_>, question: usize) -> usize {
    (question + 1..lines.pieces.len()).take_while(|&at| opening(lines, at).is_some()).count()
}

/// How a line begins, where it may be an answer.
fn opening<'a>(lines: &Lines<'a>, at: usize) -> Option<Opening<'a>> {
    let (piece, shape) = lines.get(at).filter(|(_, shape)| shape.words >= 4)?;
    if !matches!(piece.form, Form::Paragraph | Form::Quote | Form::Item) || is_question(lines, at) {
        return None;
    }
    let word = piece.text.split(|c: char| !c.is_alphabetic()).next()?;
    if word.chars().count() > 1 && !word.contains(char::is_lowercase) && !shape.all_capitals {
        let stances = parts(lines.index, word);
        let stance = stances.iter().filter_map(Part::stance).find(|stance| is_side(stance));
        if let Some(stance) = stance {
            return Some(Opening::Side(stance.clone()));
        }
    }
    let (name, _) = piece.text.split_once([':', '：'])?;
    let is_name = name.len() <= REACH && name.split_whitespace().count() <= 3 && is_capitalised(name);
    is_name.then(|| Opening::Name(name.trim()))
}

fn is_side(stance: &Stance) -> bool {
    matches!(stance, Stance::For | Stance::Against)
}

/// The side on which the head of the text, or a heading, puts someone: "Anna Berg, a farmer in favor of it".
fn introduced(lines: &Lines<'_>, known: &[Option<Known>], first: usize, name: &str) -> Option<Stance> {
    let own = known.iter().flatten().filter_map(|known| known.role.as_perspective()).find(|perspective| {
        let holder = perspective.holder.as_deref().unwrap_or_default();
        is_side(&perspective.stance) && holder.split_whitespace().any(|word| word == name)
    });
    if let Some(perspective) = own {
        return Some(perspective.stance.clone());
    }
    lines.pieces.iter().take(first.min(MAX_HEAD)).find_map(|piece| {
        let after = piece.text.get(piece.text.find(name)? + name.len()..)?;
        let end = (0..=REACH.min(after.len())).rev().find(|&end| after.is_char_boundary(end))?;
        let parts = parts(lines.index, after.get(..end)?);
        let is_common = |part: &Part<'_>| {
            let same = |other: &Part<'_>| (other.from, other.to) == (part.from, part.to);
            parts.iter().any(|other| *other.sense == Sense::Function && same(other))
        };
        let stances = parts.iter().filter(|part| !is_common(part)).filter_map(Part::stance);
        stances.into_iter().find(|stance| is_side(stance)).cloned()
    })
}

/// The side that answers in this place are on at the other questions, where all of them there are on the same.
fn in_turn(lines: &Lines<'_>, questions: &[usize], place: usize) -> Option<Stance> {
    let sides = questions.iter().filter_map(|question| match opening(lines, question + 1 + place) {
        Some(Opening::Side(stance)) => Some(stance),
        _ => None,
    });
    let mut sides = sides.into_iter();
    let first = sides.next()?;
    sides.all(|other| other == first).then_some(first)
}
