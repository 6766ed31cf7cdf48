//! Who holds a view, where a heading names a person: "ROBIN'S VIEW", "L'avis de Robin Vale", "Pro: Franz Weber".

use crate::lexicon::{Index, Sense};
use crate::model::{Perspective, Role, Stance};

use super::heading::{Part, parts};

/// True for what looks like a person's name: two to four capitalised words and nothing else.
pub(super) fn is_name(text: &str) -> bool {
    let count = text.split_whitespace().count();
    (2..=4).contains(&count) && is_capitalised(text)
}

/// True where every word begins with a capital, and no sign stands between them.
pub(super) fn is_capitalised(text: &str) -> bool {
    !text.is_empty()
        && text.split_whitespace().all(|word| word.starts_with(char::is_uppercase))
        && !text.contains(|c: char| c.is_ascii_digit() || matches!(c, '?' | '!' | '.' | ',' | ':' | '/'))
}

/// The perspective of the person whose view a heading announces; the writer of the article speaks there.
pub(super) fn persons_view(index: &Index, label: &str) -> Option<Role> {
    let parts = parts(index, label);
    let mut views = parts.iter().filter(|part| *part.sense == Sense::View);
    let view = views.next()?;
    if parts.iter().any(|part| matches!(part.sense, Sense::Stance(_) | Sense::Heading(_))) {
        return None;
    }
    if let Some(place) = seen_from(&parts, label) {
        let mut perspective = Perspective::new(Stance::Guest);
        perspective.holder = Some(place.to_owned());
        return Some(Role::from(perspective));
    }
    let before = label.get(..view.from as usize)?.trim_end();
    let after = label.get(view.to as usize..)?.trim();
    let holder = if before.is_empty() || is_function(&parts, 0, view.from, label) {
        person_after(&parts, after, view.to, label)?
    } else {
        let name = ["'s", "’s", "'S", "’S"].into_iter().find_map(|mark| before.strip_suffix(mark))?;
        let few = name.split_whitespace().count() <= 3;
        (few && after.is_empty() && is_capitalised(name)).then_some(name)?
    };
    let mut perspective = Perspective::new(Stance::Author);
    perspective.holder = Some(holder.to_owned());
    Some(Role::from(perspective))
}

/// The place after words that say from where something is seen: "The view from Rotterhaven", "Vu de Lisbonne".
fn seen_from<'a>(parts: &[Part<'_>], label: &'a str) -> Option<&'a str> {
    let views = parts.iter().filter(|part| *part.sense == Sense::View);
    let view = views.max_by_key(|part| part.to)?;
    let words = label.get(view.from as usize..view.to as usize)?;
    let place = label.get(view.to as usize..)?.trim();
    let is_place = is_capitalised(place) && place.split_whitespace().count() <= 3;
    let opens = view.from == 0 || is_function(parts, 0, view.from, label);
    let is_known = parts.iter().any(|part| part.from >= view.to);
    (opens && is_place && !is_known && words.trim().contains(' ')).then_some(place)
}

/// Those through whose eyes something is seen, after words of which several say so: "And seen by the midwives".
pub(super) fn seen_by<'a>(index: &Index, label: &'a str) -> Option<&'a str> {
    let parts = parts(index, label);
    let view = parts.iter().filter(|part| *part.sense == Sense::View).max_by_key(|part| part.to)?;
    let is_named = |part: &Part<'_>| part.from >= view.to && !matches!(part.sense, Sense::Function);
    let who = label.get(view.to as usize..)?.trim();
    let says_so = label.get(view.from as usize..view.to as usize)?.trim().contains(' ');
    let few = (1..=5).contains(&who.split_whitespace().count()) && !who.ends_with(['?', ':', '.']);
    let opens = view.from == 0 || is_function(&parts, 0, view.from, label);
    (opens && says_so && few && !parts.iter().any(is_named)).then_some(who)
}

/// A full name after the short word that joins it to a view: "de Robin Vale".
fn person_after<'a>(parts: &[Part<'_>], after: &'a str, from: u32, label: &str) -> Option<&'a str> {
    let (joint, name) = after.split_once([' ', '\u{a0}', '\'', '’'])?;
    let end = label.len().checked_sub(name.len())?;
    (joint.len() <= 4 && is_name(name.trim()) && is_function(parts, from, u32::try_from(end).ok()?, label))
        .then(|| name.trim())
}

/// True where all letters between two places belong to common words.
fn is_function(parts: &[Part<'_>], from: u32, to: u32, label: &str) -> bool {
    let Some(text) = label.get(from as usize..to as usize) else { return false };
    let covered =
        |at: u32| parts.iter().any(|part| *part.sense == Sense::Function && (part.from..part.to).contains(&at));
    text.char_indices().all(|(at, c)| !c.is_alphanumeric() || u32::try_from(at).is_ok_and(|at| covered(from + at)))
}

#[cfg(test)]
mod tests {
    use super::persons_view;
    use crate::lexicon::Lexicon;

    #[test]
    fn a_person_named_with_a_view_holds_it() {
        let holder = |text: &str, language| {
            let role = persons_view(&Lexicon::builtin().index(Some(language)), text)?;
            role.as_perspective()?.holder.clone()
        };
        assert_eq!(holder("ROBIN’S VIEW", "en").as_deref(), Some("ROBIN"));
        assert_eq!(holder("Isaac's take", "en").as_deref(), Some("Isaac"));
        assert_eq!(holder("L’avis de Robin Vale", "fr").as_deref(), Some("Robin Vale"));
        assert_eq!(holder("Die Meinung von Ada Kern", "de").as_deref(), Some("Ada Kern"));
        assert_eq!(holder("La opinión de Ana Gil", "es").as_deref(), Some("Ana Gil"));
        assert_eq!(holder("Die Sicht der Gewerkschaft", "de"), None);
        assert_eq!(holder("The view from the bridge", "en"), None);
        assert_eq!(holder("What the left is saying", "en"), None);
    }
}
