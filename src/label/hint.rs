//! Headings that only hint at a stance: "Pros of lowering the voting age", "Supply: Negative", "Yes, it pays".
//!
//! Such a line is a heading where another in the same text names another stance on the same axis. Alone it is not.

use crate::lexicon::{Index, Sense};
use crate::model::{Axis, Perspective, Polarity, Role, Stance};

use super::heading::{
    Meanings, Part, SHORT_STANCE, name, name_with, parts, pick, split_aside, split_thesis, undecorated, unquoted,
};
use super::holder::is_name;

/// The most words of a line that hints.
const MAX_WORDS: usize = 16;

/// The perspective that a line hints at.
pub(super) fn hint(index: &Index, text: &str) -> Option<Role> {
    let text = undecorated(text);
    if text.split_whitespace().take(MAX_WORDS + 1).count() > MAX_WORDS {
        return None;
    }
    opening(text, &parts(index, text))
        .or_else(|| value(index, text))
        .or_else(|| held(index, text))
        .or_else(|| aside(index, text))
}

/// What a line hints at more loosely, as a headline may too.
pub(super) fn loose_hint(index: &Index, text: &str) -> Option<Role> {
    let text = undecorated(text);
    let parts = parts(index, text);
    begun(text, &parts).or_else(|| inside(text, &parts)).or_else(|| beast(text, &parts))
}

/// A noun that names one side of a market, in a few words: "Through the bull's eyes".
fn beast(text: &str, parts: &[Part<'_>]) -> Option<Role> {
    let is_long = text.split_whitespace().take(MAX_LOOSE_WORDS).count() == MAX_LOOSE_WORDS;
    if is_long || text.contains(|c: char| c.is_ascii_digit()) {
        return None;
    }
    let sides = parts.iter().filter(|part| matches!(part.stance(), Some(Stance::Bull | Stance::Bear)));
    let stance = pick(&sides.clone().filter_map(Part::stance).collect::<Vec<_>>()).ok().flatten()?;
    // After an article: "sell" names a side by itself, and elsewhere what someone does.
    let is_led = |part: &Part<'_>| {
        parts.iter().any(|before| {
            let between = text.get(before.to as usize..part.from as usize);
            *before.sense == Sense::Function && between.is_some_and(|between| matches!(between, " " | "'" | "’" | ""))
        })
    };
    let is_word =
        |part: &Part<'_>| text.get(part.from as usize..part.to as usize).is_some_and(|word| !word.trim().contains(' '));
    sides.clone().any(|part| is_word(part) && is_led(part)).then(|| Role::from(Perspective::new(stance.clone())))
}

/// The name of a role, and then its subject: "A comparison from the driving school".
fn begun(text: &str, parts: &[Part<'_>]) -> Option<Role> {
    let first = text.find(char::is_alphanumeric)?;
    let named = parts.iter().filter(|part| part.from as usize == first && matches!(part.sense, Sense::Heading(_)));
    let named = named.max_by_key(|part| part.to)?;
    let Sense::Heading(role) = named.sense else { return None };
    let leads_on = parts.iter().any(|part| {
        let between = text.get(named.to as usize..part.from.max(named.to) as usize).unwrap_or_default();
        *part.sense == Sense::Function && part.from >= named.to && !between.contains(char::is_alphanumeric)
    });
    let is_section = matches!(role, Role::Summary | Role::Background | Role::Example | Role::Conclusion)
        || role.stance() == Some(&Stance::Neutral)
            && text.get(named.from as usize..named.to as usize).is_some_and(|phrase| phrase.trim().contains(' '));
    (leads_on && is_section).then(|| role.clone())
}

/// A phrase of several words that names a stance, somewhere in a few: "Looking on the bright side".
fn inside(text: &str, parts: &[Part<'_>]) -> Option<Role> {
    if text.split_whitespace().take(MAX_LOOSE_WORDS + 1).count() > MAX_LOOSE_WORDS {
        return None;
    }
    let stances = parts.iter().filter_map(|part| Some((part, part.stance()?)));
    let is_long = |part: &Part<'_>| {
        text.get(part.from as usize..part.to as usize).is_some_and(|phrase| phrase.trim().contains(' '))
    };
    let has_side = |stance: &Stance| matches!(stance.polarity(), Some(Polarity::Positive | Polarity::Negative));
    let all: Vec<&Stance> = stances.clone().map(|(_, stance)| stance).collect();
    let long = stances.filter(|(part, stance)| is_long(part) && has_side(stance));
    let stance = pick(&long.map(|(_, stance)| stance).collect::<Vec<_>>()).ok().flatten()?;
    let contradicts = all.iter().any(|other| other.opposes(stance));
    (!contradicts && stance.takes_side()).then(|| Role::from(Perspective::new(stance.clone())))
}

/// The most words of a line that names a stance somewhere inside.
const MAX_LOOSE_WORDS: usize = 8;

/// A person, a colon, and what that person answers: "Dana Ruiz: Yes, leave the chairs where they are".
fn held(index: &Index, text: &str) -> Option<Role> {
    let (holder, thesis) = split_thesis(text).filter(|(holder, _)| is_name(holder))?;
    let mut role = opening(thesis, &parts(index, thesis)).or_else(|| name(index, thesis))?;
    let Role::Perspective(perspective) = &mut role else { return None };
    perspective.holder = Some(holder.to_owned());
    perspective.thesis = Some(unquoted(thesis).to_owned());
    Some(role)
}

/// A view with a title of its own, and its stance in brackets: "Scenario A | Green Harbour (optimistic)".
fn aside(index: &Index, text: &str) -> Option<Role> {
    let (shown, aside) = split_aside(text);
    let mut role = name(index, aside?)?;
    let Role::Perspective(perspective) = &mut role else { return None };
    let has_view = parts(index, shown).iter().any(|part| *part.sense == Sense::View);
    perspective.label = aside.map(str::to_owned);
    perspective.thesis = Some(shown.to_owned());
    has_view.then_some(role)
}

/// A stance at the beginning, and then its subject.
fn opening(text: &str, all: &[Part<'_>]) -> Option<Role> {
    // A phrase inside a longer one says nothing of its own: "in favor" in "rebuttal to the argument in favor".
    let is_inside = |part: &Part<'_>| {
        all.iter().any(|other| {
            let size = |part: &Part<'_>| part.to - part.from;
            let is_one = other.stance().is_some_and(|stance| *stance != Stance::Mixed);
            is_one && other.from <= part.from && part.to <= other.to && size(other) > size(part)
        })
    };
    let parts: Vec<Part<'_>> = all.iter().filter(|part| !is_inside(part)).copied().collect();
    let parts = parts.as_slice();
    if parts.iter().any(|part| part.from == 0 && matches!(part.sense, Sense::Heading(_)) && part.to > 12) {
        // "What would change with a yes" names a role of its own.
        return None;
    }
    let is_function = |part: &Part<'_>| {
        let same = |other: &Part<'_>| *other.sense == Sense::Function && (other.from, other.to) == (part.from, part.to);
        parts.iter().any(same)
    };
    // The words at the beginning that are accounted for, up to the common word that leads to the subject.
    let (mut end, mut has_stance) = (0, false);
    let last = text.trim_end_matches(|c: char| !c.is_alphanumeric()).len();
    for part in parts {
        let is_answer = matches!(part.sense, Sense::Stance(Stance::For | Stance::Against));
        if is_answer
            && part.to - part.from <= SHORT_STANCE
            && !has_stance
            && end > 0
            && part.from >= end
            && (part.to as usize) < last
        {
            // "Reasons not to …": an answer stands at the beginning or at the end.
            return None;
        }
        if has_stance && part.from < end && part.to > end {
            // "Bear case for": the longer phrase "case for" does not count once a stance is named.
            continue;
        }
        let between = text.get(end as usize..part.from.max(end) as usize).unwrap_or_default();
        let leads_on = has_stance && part.from >= end && is_function(part);
        if leads_on || (part.from > end && between.contains(char::is_alphanumeric)) {
            break;
        }
        end = end.max(part.to);
        has_stance |= matches!(part.sense, Sense::Stance(_));
    }
    let run = parts.iter().filter(|part| part.to <= end);
    let stance = pick(&run.clone().filter_map(Part::stance).collect::<Vec<_>>()).ok().flatten()?;
    // "Pros and cons of X" names both sides.
    let mut others = parts.iter().filter(|part| part.from > end && !is_function(part)).filter_map(Part::stance);
    if others.any(|other| confirm(other, stance)) {
        return None;
    }
    let has_view = all.iter().any(|part| *part.sense == Sense::View && part.to <= end);
    // "Pros of X" says enough; "The left bank of X" does not.
    let says_enough = matches!(stance.axis(), Some(Axis::Position)) && is_first(parts, stance);
    if !has_view && !says_enough {
        return None;
    }
    let mut perspective = Perspective::new(stance.clone());
    perspective.label = text.get(..end as usize).map(|label| label.trim().to_owned());
    if let Some((_, after)) = split_thesis(text) {
        let after = unquoted(after);
        let slot = if is_name(after) { &mut perspective.holder } else { &mut perspective.thesis };
        *slot = Some(after.to_owned());
    } else if let Some(name) = text.get(end as usize..).map(str::trim).filter(|rest| is_name(rest)) {
        perspective.holder = Some(name.to_owned());
    }
    Some(Role::from(perspective))
}

/// True where the stance is named by the first word, articles aside.
fn is_first(parts: &[Part<'_>], stance: &Stance) -> bool {
    let named = parts.iter().find(|part| part.stance() == Some(stance));
    named.is_some_and(|named| {
        parts.iter().filter(|part| part.from < named.from).all(|part| *part.sense == Sense::Function)
    })
}

/// A subject, a colon, and a stance as its value.
fn value(index: &Index, text: &str) -> Option<Role> {
    let (subject, value) = split_thesis(text)?;
    if subject.is_empty() || value.split_whitespace().count() > 3 {
        return None;
    }
    let mut role = name_with(index, value, Some(Meanings::Outlook)).filter(|role| role.as_perspective().is_some())?;
    if is_view(index, subject) {
        // "Scenario 2: very pessimistic" is all label.
        return Some(role);
    }
    if let Role::Perspective(perspective) = &mut role {
        perspective.label = Some(value.to_owned());
        perspective.thesis = Some(subject.to_owned());
    }
    Some(role)
}

/// True for a text that names a kind of view and nothing else, numbers aside: "Scenario 2", "Cenário1", "Position".
fn is_view(index: &Index, text: &str) -> bool {
    let text = text.trim_end_matches(|c: char| c.is_ascii_digit() || c.is_whitespace());
    let parts = parts(index, text);
    let mut views = parts.iter().filter(|part| *part.sense == Sense::View);
    views.any(|part| text.get(part.to as usize..).is_some_and(str::is_empty)) && {
        let covered = |at: usize| parts.iter().any(|part| (part.from as usize..part.to as usize).contains(&at));
        text.char_indices().all(|(at, c)| !c.is_alphabetic() || covered(at))
    }
}

/// The stances of a line that opposes two: "Pros and cons of X".
pub(super) fn both_sides(index: &Index, text: &str) -> Vec<Stance> {
    let parts = parts(index, text);
    let stances = || parts.iter().filter_map(Part::stance);
    stances().filter(|one| stances().any(|other| one.opposes(other))).cloned().collect()
}

/// True for a line in which two opposed stances stand each beside a number: "Yes: 54%, no: 41%".
pub(super) fn is_poll(index: &Index, text: &str) -> bool {
    let parts = parts(index, text);
    let has_digit = |text: &str| text.bytes().any(|byte| byte.is_ascii_digit());
    let is_counted = |part: &&Part<'_>| {
        let (from, to) = (part.from as usize, part.to as usize);
        let slice = |from: usize, to: usize| {
            let from = (from..=to).find(|&at| text.is_char_boundary(at)).unwrap_or(to);
            let to = (from..=to).rev().find(|&at| text.is_char_boundary(at)).unwrap_or(from);
            text.get(from..to).unwrap_or_default()
        };
        // "For" and "against" are common words too: "610 € for the season".
        let same = |other: &Part<'_>| *other.sense == Sense::Function && (other.from, other.to) == (part.from, part.to);
        let is_common = parts.iter().any(same);
        has_digit(slice(to, (to + REACH).min(text.len())))
            || !is_common && has_digit(slice(from.saturating_sub(REACH / 2), from))
    };
    let counted = || parts.iter().filter(is_counted).filter_map(Part::stance);
    counted().any(|one| counted().any(|other| one.opposes(other)))
}

/// How many bytes after an answer its share may stand.
const REACH: usize = 14;

/// The perspective that the number of a view names: "Scenario 2: very pessimistic".
pub(super) fn numbered_view(index: &Index, text: &str) -> Option<Role> {
    let text = undecorated(text);
    let (subject, value) = split_thesis(text)?;
    let is_numbered = subject.ends_with(|c: char| c.is_ascii_digit()) && value.split_whitespace().count() <= 3;
    let role = name_with(index, value, Some(Meanings::Outlook)).filter(|_| is_numbered && is_view(index, subject))?;
    role.as_perspective().is_some().then_some(role)
}

/// True where two stances are values of one axis: then each confirms that the other was meant as a heading. Hope and
/// fear go with bull, base and bear.
pub(super) fn confirm(one: &Stance, other: &Stance) -> bool {
    let axis = |stance: &Stance| match stance.axis() {
        Some(Axis::Market) => Some(Axis::Outlook.to_string()),
        axis => axis.map(|axis| axis.to_string()),
    };
    one != other && one.axis().is_some() && axis(one) == axis(other)
}

#[cfg(test)]
mod tests {
    use super::{hint, loose_hint};
    use crate::lexicon::Lexicon;

    fn read(text: &str) -> String {
        let index = &Lexicon::builtin().index(None);
        let role = hint(index, text).or_else(|| loose_hint(index, text));
        role.map_or_else(|| "-".to_owned(), |role| role.to_string())
    }

    #[test]
    fn a_subject_may_follow_a_stance_or_come_before_it() {
        assert_eq!(read("Pros of lowering the voting age"), "perspective:for");
        assert_eq!(read("The Bear Case for Bitcoin"), "perspective:bear");
        assert_eq!(read("Contra Tempolimit: Michel Asch"), "perspective:against");
        assert_eq!(read("Supply: Negative"), "perspective:pessimistic");
        assert_eq!(read("Dana Ruiz: Yes, leave the chairs where they are"), "perspective:for");
        assert_eq!(read("YES Anna Berg"), "perspective:for");
        assert_eq!(read("No\u{2014}Idris Cole"), "perspective:against");
        assert_eq!(read("The left bank of the river"), "-");
        assert_eq!(read("Looking on the bright side"), "perspective:optimistic");
        assert_eq!(read("Ein Vergleich aus der Fahrschule"), "example");
        assert_eq!(read("Pros and cons of lowering the voting age"), "-");
        assert_eq!(read("Solar panels over the canal"), "-");
    }

    #[test]
    fn a_name_after_a_colon_is_the_holder() {
        let role = hint(&Lexicon::builtin().index(Some("de")), "Pro Tempolimit: Franz Weber").unwrap();
        assert_eq!(role.as_perspective().unwrap().holder.as_deref(), Some("Franz Weber"));
    }
}
