//! Running text that opens with whose side it tells: "Supporters of the plan say …", "In the worst case …".

use crate::lexicon::{Cue, Kind, Sense};
use crate::model::{Axis, Perspective, Role, Stance};

use super::announce::Known;
use super::heading::likelihood;
use super::hint::confirm;
use super::lines::{Lines, is_quoted};
use super::piece::Form;

/// How far from the beginning of a paragraph its side is named at the latest, in bytes.
pub(super) const REACH: u32 = 45;

/// How many bytes of a paragraph are its opening.
const OPENING: usize = 120;

/// How many bytes may lie between a scenario and the words that say which.
const NEAR: u32 = 60;

/// The most paragraphs that are told so.
const MAX_SIDES: usize = 8;

/// How many pieces from one opening the next stands at most, for what lies between to go on with the first.
const MAX_BETWEEN: usize = 4;

/// How many pieces from one opening the next may stand for both to belong together.
const MAX_APART: usize = 8;

/// How many paragraphs after the opening of the last side may go on with it.
const MAX_MORE: usize = 3;

/// How a paragraph opens.
#[derive(Debug, Clone)]
struct Opening {
    at: usize,
    /// The side that is named, unless it is a scenario that is merely counted.
    stance: Option<Stance>,
}

/// Lets paragraphs that open with whose side they tell announce a view each, where at least two do so that differ and no
/// heading takes a side. Gives the lines at which what they say ends.
pub(super) fn tell_sides(lines: &Lines<'_>, known: &mut [Option<Known>]) -> Vec<usize> {
    let is_writers = |known: &Known| known.role.stance() == Some(&Stance::Author);
    if known.iter().flatten().any(|known| known.takes_side() && !is_writers(known)) {
        return Vec::new();
    }
    let is_open = |at: &usize| known.get(*at).is_some_and(Option::is_none);
    let found = (1..lines.pieces.len()).filter(is_open).filter_map(|at| lines.opening(at));
    let mut found: Vec<Opening> = found.take(MAX_SIDES + 1).collect();
    if found.len() < 2 || found.len() > MAX_SIDES {
        return Vec::new();
    }
    imagine(lines, &mut found);
    let sides: Vec<(usize, Stance)> = found.into_iter().filter_map(|one| Some((one.at, one.stance?))).collect();
    let near = |one: usize, other: usize| one.abs_diff(other) <= MAX_APART;
    let is_confirmed = |(at, own): &(usize, Stance)| {
        sides.iter().any(|(place, other)| {
            near(*at, *place) && (confirm(own, other) || own.axis().is_none() && other.takes_side() && own != other)
        })
    };
    let opposes = |one: &Stance| sides.iter().any(|(_, other)| one.opposes(other));
    let has_pair = sides.iter().any(|(_, stance)| opposes(stance));
    let confirmed: Vec<(usize, Stance)> = sides.iter().filter(|side| is_confirmed(side)).cloned().collect();
    // The most likely case beside one other is a pair as well.
    let has_base = confirmed.iter().any(|(_, stance)| *stance == Stance::Base);
    if confirmed.len() < 2 || !has_pair && !has_base {
        return Vec::new();
    }
    announce(lines, known, &confirmed)
}

/// Tells the scenarios that are merely counted by their words: which is the likeliest, which hopes, which fears.
fn imagine(lines: &Lines<'_>, found: &mut [Opening]) {
    let is_outlook =
        |stance: &Stance| matches!(stance.axis(), Some(Axis::Outlook | Axis::Market)) || *stance == Stance::Base;
    let is_scenario = |one: &&mut Opening| one.stance.as_ref().is_none_or(is_outlook);
    let mut row: Vec<&mut Opening> = found.iter_mut().filter(is_scenario).collect();
    if row.len() < 2 || row.iter().all(|one| one.stance.is_some()) {
        return;
    }
    let places: Vec<usize> = row.iter().map(|one| one.at).collect();
    let stances: Vec<Option<Stance>> = row.iter().map(|one| one.stance.clone()).collect();
    let told = lines.told_apart(&places, &stances);
    for (one, stance) in row.iter_mut().zip(told) {
        one.stance = one.stance.take().or(stance);
    }
}

/// Lets each opening announce its view, and finds where what it says ends.
fn announce(lines: &Lines<'_>, known: &mut [Option<Known>], sides: &[(usize, Stance)]) -> Vec<usize> {
    let mut ends = Vec::new();
    let mut before = 0;
    for (position, (at, stance)) in sides.iter().enumerate() {
        let next = sides.get(position + 1).map(|(next, _)| *next);
        let is_tight = next.is_some_and(|next| next - at <= MAX_BETWEEN);
        let mut perspective = Perspective::new(stance.clone());
        perspective.likelihood = lines.pieces.get(*at).and_then(|piece| likelihood(first_sentence(piece.text)));
        let mut put = |at: usize, role: Role| {
            if let Some(slot) = known.get_mut(at).filter(|slot| slot.is_none()) {
                *slot = Some(Known { role, level: 6, is_bare: false, runs_in: true, is_hint: true });
            }
        };
        put(*at, perspective.into());
        if is_tight {
            before = next.map_or(0, |next| next - at - 1);
            continue;
        }
        let usual = if *stance == Stance::Mixed { 0 } else { before };
        let mut end = at + 1 + lines.going_on(at + 1, usual);
        if lines.opens_text(end, Cue::Author) {
            put(end, Role::perspective(Stance::Author));
            end += 1;
        }
        ends.push(end);
    }
    ends
}

/// A text up to the end of its first sentence, and no further than an opening reaches.
fn first_sentence(text: &str) -> &str {
    let end = (0..=OPENING.min(text.len())).rev().find(|&end| text.is_char_boundary(end)).unwrap_or_default();
    let opening = text.get(..end).unwrap_or_default();
    let stop = [". ", "! ", "? ", ": "].iter().filter_map(|stop| opening.find(stop)).filter(|&at| at > 3).min();
    stop.and_then(|at| opening.get(..at)).unwrap_or(opening)
}

impl Lines<'_> {
    /// How a paragraph opens, where it is running text that names a side or counts a scenario.
    fn opening(&self, at: usize) -> Option<Opening> {
        let (piece, shape) = self.get(at)?;
        let may_open = shape.is_glance || shape.may_open;
        if piece.form != Form::Paragraph || !may_open || !self.is_running(at) || is_quoted(piece.text) {
            return None;
        }
        let mut sides: Vec<(u32, Stance)> = Vec::new();
        let (mut scenario, mut ordinal, mut hopes) = (None, None, Vec::new());
        let opening = first_sentence(piece.text);
        self.index.search(opening, Kind::Prose, |hit| match self.index.sense(hit.sense) {
            Some(Sense::Opener(stance)) if hit.start <= REACH => sides.push((hit.start, stance.clone())),
            Some(Sense::Scenario) if hit.start <= REACH => scenario = scenario.or(Some((hit.start, hit.end))),
            Some(Sense::Ordinal) if hit.start <= REACH => ordinal = ordinal.or(Some((hit.start, hit.end))),
            _ => {}
        });
        let first = sides.iter().min_by_key(|(start, _)| *start).map(|(_, stance)| stance.clone());
        if let Some(stance) = first {
            // "Supporters and critics alike": no side.
            let is_one = !sides.iter().any(|(_, other)| stance.opposes(other));
            return is_one.then_some(Opening { at, stance: Some(stance) });
        }
        let (start, end) = scenario.or(ordinal)?;
        self.index.search_line(opening, |hit| match self.index.sense(hit.sense) {
            Some(Sense::Stance(stance)) if says_outlook(stance, hit.end - hit.start) => {
                hopes.push((hit.start, hit.end, stance.clone()));
            }
            _ => {}
        });
        let is_near = |from: u32, to: u32| from <= end + NEAR && start <= to + NEAR;
        let mut near = hopes.iter().filter(|(from, to, _)| is_near(*from, *to));
        let stance = near.next().map(|(.., stance)| stance.clone());
        let is_counted = scenario.is_some() && ordinal.is_some_and(|(from, to)| from < end && end - to <= NEAR / 2);
        (stance.is_some() || is_counted).then_some(Opening { at, stance })
    }

    /// How many paragraphs from one on go on with the side above: so many as the other sides have, and those that add to
    /// it or quote. The last paragraph of a text goes on with none by its place alone.
    fn going_on(&self, from: usize, usual: usize) -> usize {
        let last = (from..self.pieces.len()).rev().find(|&at| self.is_running(at));
        let goes_on = |at: &usize| {
            let Some((piece, _)) = self.get(*at).filter(|(piece, _)| piece.form == Form::Paragraph) else {
                return false;
            };
            if !self.is_running(*at) || self.opens_text(*at, Cue::Author) || self.opens_text(*at, Cue::Conclusion) {
                return false;
            }
            let adds = self.opens_text(*at, Cue::Addition) || piece.text.starts_with(['«', '“', '„', '"']);
            adds || *at - from < usual && Some(*at) != last
        };
        (from..self.pieces.len()).take(MAX_MORE).take_while(goes_on).count()
    }

    /// True for running text that a cue opens.
    fn opens_text(&self, at: usize, cue: Cue) -> bool {
        let is_text = self.get(at).is_some_and(|(piece, _)| piece.form == Form::Paragraph) && self.is_running(at);
        is_text && self.look(at).opens(cue)
    }
}

/// True for words of so many bytes that say in running text what may come: "pessimistic", "the most likely".
fn says_outlook(stance: &Stance, length: u32) -> bool {
    let is_outlook =
        matches!(stance, Stance::Optimistic | Stance::Pessimistic | Stance::Bull | Stance::Bear | Stance::Base);
    is_outlook && length >= LEAST
}

/// How many bytes such words have at least: short ones mean too much else.
const LEAST: u32 = 7;
