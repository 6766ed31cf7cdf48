//! Headings: which role and stance one announces.

use crate::lexicon::{Index, Lexicon, Sense};
use crate::model::{Axis, Likelihood, Perspective, Polarity, Role, Stance};

use super::holder::persons_view;

/// The longest heading, in bytes, that is read.
const MAX_HEADING: usize = 200;

/// The role that a heading announces, or `None` where its words announce none.
///
/// The heading is read blind to case, accents, apostrophes, numbering, bullets, emoji and marks of emphasis. All its
/// words must be accounted for: a stance, a word that announces a viewpoint, a phrase that names a role, or words
/// without weight of their own. What follows a colon or a dash is the thesis of a perspective; a number of per cent in it
/// is its likelihood.
///
/// `language` is the primary subtag of a language of the lexicon; without one, all languages are tried together.
///
/// # Examples
///
/// ```
/// use commentary::{Role, Stance};
/// use commentary::label::read_heading;
/// use commentary::lexicon::Lexicon;
///
/// let lexicon = Lexicon::builtin();
/// let read = |text| read_heading(lexicon, text, None);
/// assert_eq!(read("Les faits en bref"), Some(Role::Summary));
/// assert_eq!(read("3. POINT DE VUE OPTIMISTE :").unwrap().stance(), Some(&Stance::Optimistic));
/// assert_eq!(read("What the left is saying").unwrap().stance(), Some(&Stance::Left));
/// assert_eq!(read("The left bank of the river"), None);
///
/// let bull = read("The bull case: rates will fall").unwrap();
/// assert_eq!(bull.as_perspective().unwrap().thesis.as_deref(), Some("rates will fall"));
/// ```
#[must_use]
pub fn read_heading(lexicon: &Lexicon, text: &str, language: Option<&str>) -> Option<Role> {
    read(&lexicon.index(language), text)
}

/// Reads a heading with the phrases of one index.
pub(crate) fn read(index: &Index, text: &str) -> Option<Role> {
    let text = undecorated(text);
    if text.is_empty() || text.len() > MAX_HEADING {
        return None;
    }
    let (shown, aside) = split_aside(text);
    let named = |label: &str| name(index, label);
    let (mut role, label, thesis, aside) = match named(shown) {
        Some(role) => (role, shown, None, aside),
        None => match split_thesis(shown) {
            None => return persons_view(index, shown),
            Some((before, thesis)) => {
                let (label, own_aside) = split_aside(before);
                match named(label).filter(|role| !is_figure(label, thesis, role)) {
                    Some(role) => (role, label, Some(thesis), own_aside.or(aside)),
                    None => return persons_view(index, shown),
                }
            }
        },
    };
    if let Role::Perspective(perspective) = &mut role {
        // A heading that is all label says so by itself.
        perspective.label = Some(label).filter(|label| label.len() < text.len()).map(str::to_owned);
        perspective.thesis = thesis.map(unquoted).filter(|thesis| !thesis.is_empty()).map(str::to_owned);
        perspective.likelihood = likelihood(aside.unwrap_or(shown));
    } else if thesis.is_some_and(|thesis| thesis.split_whitespace().count() > 12) {
        return None;
    }
    Some(role)
}

/// True for one word and a number: "Price: 5,290 euros", "Yes: 54%". It tells a figure and no view.
pub(super) fn is_figure(label: &str, value: &str, role: &Role) -> bool {
    let is_number = value.starts_with(|c: char| c.is_ascii_digit() || matches!(c, '$' | '€' | '£'));
    let axis = role.stance().and_then(Stance::axis);
    is_number && !label.contains(char::is_whitespace) && matches!(axis, Some(Axis::Outlook | Axis::Position))
}

/// A phrase that matters in headings: its words, and what it names.
#[derive(Debug, Clone, Copy)]
pub(super) struct Part<'a> {
    pub(super) from: u32,
    pub(super) to: u32,
    pub(super) sense: &'a Sense,
}

impl<'a> Part<'a> {
    /// The stance that it names.
    pub(super) fn stance(&self) -> Option<&'a Stance> {
        if let Sense::Stance(stance) = self.sense { Some(stance) } else { None }
    }

    /// The axis of that stance.
    fn axis(&self) -> Option<Axis<'a>> {
        self.stance().and_then(Stance::axis)
    }
}

/// The phrases of a label that matter in headings.
pub(super) fn parts<'a>(index: &'a Index, label: &str) -> Vec<Part<'a>> {
    let mut parts = Vec::with_capacity(16);
    index.search_line(label, |hit| {
        let Some(sense) = index.sense(hit.sense) else { return };
        if matches!(sense, Sense::Function | Sense::View | Sense::Stance(_) | Sense::Heading(_)) {
            parts.push(Part { from: hit.start, to: hit.end, sense });
        }
    });
    parts
}

/// Which meaning of a word counts that has two: "positive" is optimistic of a view or an outlook, else it is in favor.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Meanings {
    Outlook,
    Position,
}

impl Meanings {
    /// True for a phrase that has one meaning, or whose other meaning lies on the other axis.
    pub(super) fn keep(self, parts: &[Part<'_>], part: &Part<'_>) -> bool {
        let (wanted, other) = match self {
            Self::Outlook => (Axis::Outlook, Axis::Position),
            Self::Position => (Axis::Position, Axis::Outlook),
        };
        let same = |other: &&Part<'_>| (other.from, other.to) == (part.from, part.to);
        part.axis() != Some(other) || !parts.iter().filter(same).any(|twin| twin.axis() == Some(wanted))
    }
}

/// How long, in bytes, the words are that answer yes and no.
pub(super) const SHORT_STANCE: u32 = 4;

/// The role that the words of a label name together, where every word is accounted for.
pub(super) fn name(index: &Index, label: &str) -> Option<Role> {
    name_with(index, label, None)
}

/// The same, where the caller knows which meaning of a word with two counts.
pub(super) fn name_with(index: &Index, label: &str, meanings: Option<Meanings>) -> Option<Role> {
    // "Pro 1", "Cenário1": the number says nothing.
    let label = label.trim_end_matches(|c: char| c.is_ascii_digit() || matches!(c, ' ' | '#'));
    let parts = parts(index, label);
    if !parts.iter().any(|part| matches!(part.sense, Sense::Stance(_) | Sense::Heading(_))) {
        return None;
    }
    // Every letter and digit must lie in a phrase; numbers alone are ordinals.
    let possessive = |at: u32| {
        let before = label.get(..at as usize).unwrap_or_default();
        before.ends_with(['\'', '’']) && label.get(at as usize..).is_some_and(|rest| rest.starts_with(['s', 'S']))
    };
    // What lies in a phrase, byte by byte; of a longer label, place by place.
    let mut covered = [false; MAX_HEADING];
    for part in &parts {
        let (from, to) = (part.from as usize, (part.to as usize).min(MAX_HEADING));
        covered.get_mut(from..to).into_iter().flatten().for_each(|slot| *slot = true);
    }
    let in_phrase = |at: u32| parts.iter().any(|part| (part.from..part.to).contains(&at));
    let is_covered = |at: usize| covered.get(at).copied().unwrap_or_else(|| in_phrase(at as u32));
    let unaccounted =
        |&(at, c): &(usize, char)| c != ' ' && !is_covered(at) && c.is_alphabetic() && !possessive(at as u32);
    if label.char_indices().any(|found| unaccounted(&found)) {
        return None;
    }
    // A phrase inside a longer one says nothing of its own: "center" in "center left".
    let outermost = |part: &&Part<'_>| {
        !parts.iter().any(|other| {
            !matches!(other.sense, Sense::Function)
                && other.from <= part.from
                && part.to <= other.to
                && other.to - other.from > part.to - part.from
        })
    };
    let has_view = parts.iter().any(|part| *part.sense == Sense::View);
    let usual = if has_view { Meanings::Outlook } else { Meanings::Position };
    let meanings = meanings.unwrap_or(usual);
    let mut stances: Vec<&Stance> = Vec::new();
    let mut role = None;
    let is_named = parts.iter().any(|part| matches!(part.sense, Sense::Heading(_)));
    for part in parts.iter().filter(outermost) {
        match part.sense {
            // "What changes and what does not": a word as short as yes and no says little beside a phrase that names a role.
            Sense::Stance(_) if is_named && part.to - part.from <= SHORT_STANCE => {}
            Sense::Stance(stance) if !stances.contains(&stance) && meanings.keep(&parts, part) => stances.push(stance),
            Sense::Heading(named) => role = role.or(Some(named)),
            _ => {}
        }
    }
    match (pick(&stances), role) {
        (Ok(Some(stance)), None) => Some(Role::from(Perspective::new(stance.clone()))),
        // "To read on the left": what the left says.
        (Ok(Some(stance)), Some(role)) if stance.axis() == Some(Axis::Politics) && *role == Role::from("reference") => {
            Some(Role::perspective(stance.clone()))
        }
        (Ok(Some(stance)), Some(role)) if has_view || role.stance().is_some() => {
            let named = role.stance().filter(|_| *stance == Stance::Neutral).unwrap_or(stance);
            Some(Role::perspective(named.clone()))
        }
        (Ok(_), Some(role)) => Some(role.clone()),
        _ => None,
    }
}

/// The one stance that several words name: `Err` where they contradict each other.
pub(super) fn pick<'a>(stances: &[&'a Stance]) -> Result<Option<&'a Stance>, ()> {
    let has = |polarity| stances.iter().any(|stance| stance.polarity() == Some(polarity));
    if has(Polarity::Positive) && has(Polarity::Negative) {
        return Err(());
    }
    let sides = || stances.iter().copied().filter(|stance| stance.takes_side());
    let opposed = sides().any(|one| sides().any(|other| one.opposes(other)));
    if opposed { Err(()) } else { Ok(sides().next().or_else(|| stances.first().copied())) }
}

/// A heading without numbering, bullets, emoji, marks of emphasis and final punctuation.
pub(crate) fn undecorated(text: &str) -> &str {
    let is_edge = |c: char| !c.is_alphanumeric() && !matches!(c, '(' | ')' | '%');
    let mut text = text.trim_matches(is_edge);
    // "1.2. Pro", "II. Antithèse", "b) Le goût de l'heure", "(08:45) Left's take".
    for _ in 0..MAX_ENUMERATORS {
        let Some(rest) = after_enumerator(text).map(|rest| rest.trim_matches(is_edge).trim_start_matches(')')) else {
            break;
        };
        if !rest.contains(char::is_alphabetic) {
            break;
        }
        text = rest;
    }
    text.trim_matches(is_edge)
}

/// How many numbers or letters one after the other may stand before a heading: as many as lists are deep.
const MAX_ENUMERATORS: usize = 4;

/// What follows a number, a letter or a Roman numeral that counts, or a time in brackets.
fn after_enumerator(text: &str) -> Option<&str> {
    if let Some(inner) = text.strip_prefix('(') {
        let (inner, rest) = inner.split_once(')')?;
        return inner.chars().all(|c| c.is_ascii_digit() || matches!(c, ':' | '.')).then_some(rest);
    }
    let digits = text.bytes().take_while(u8::is_ascii_digit).count();
    let (number, rest) = text.split_at_checked(digits)?;
    if !number.is_empty() {
        let ends = rest.starts_with(['.', ')', '/', '-', ' ']) && !rest.trim_start().starts_with('%');
        return ends.then_some(rest.trim_start_matches(['.', ')', '/', '-']));
    }
    let letters = text.bytes().take_while(u8::is_ascii_alphabetic).count();
    let (letter, rest) = text.split_at_checked(letters)?;
    let is_roman = letters <= 4 && letter.bytes().all(|byte| matches!(byte, b'I' | b'V' | b'X'));
    let counts = is_roman && rest.starts_with(['.', ')']) || letters == 1 && rest.starts_with(')');
    counts.then(|| rest.trim_start_matches(['.', ')']))
}

/// A heading and what stands in brackets at its end.
pub(super) fn split_aside(text: &str) -> (&str, Option<&str>) {
    let Some(before) = text.strip_suffix(')') else { return (text, None) };
    match before.rsplit_once('(') {
        Some((shown, aside)) if !shown.trim().is_empty() => (shown.trim_end(), Some(aside)),
        _ => (text, None),
    }
}

/// What stands before and after the first colon, or dash with spaces round it.
pub(super) fn split_thesis(text: &str) -> Option<(&str, &str)> {
    let cut = |at: usize| {
        let c = text.get(at..)?.chars().next()?;
        match c {
            ':' | '：' => Some((at, at + c.len_utf8())),
            '–' | '—' | '-' | '|' => {
                let before = text.get(..at)?.ends_with(char::is_whitespace);
                let after = text.get(at + c.len_utf8()..)?.starts_with(char::is_whitespace);
                // A long dash needs no spaces: "Yes—Helen Marsh".
                let is_long = c == '—' && !before && !after && at > 0;
                (before && after || is_long).then_some((at, at + c.len_utf8()))
            }
            _ => None,
        }
    };
    // The first bytes of these signs.
    let mut plain = memchr::memchr3_iter(b':', b'-', b'|', text.as_bytes()).peekable();
    let mut wide = memchr::memchr2_iter(0xE2, 0xEF, text.as_bytes()).peekable();
    let next = || match (plain.peek(), wide.peek()) {
        (Some(at), Some(before)) if before < at => wide.next(),
        (Some(_), _) => plain.next(),
        _ => wide.next(),
    };
    let cut = std::iter::from_fn(next).find_map(cut)?;
    Some((text.get(..cut.0)?.trim_end(), text.get(cut.1..)?.trim_start()))
}

/// A text without the quotation marks round it.
pub(super) fn unquoted(text: &str) -> &str {
    text.trim_matches(|c: char| matches!(c, '"' | '“' | '”' | '„' | '«' | '»' | '‹' | '›') || c.is_whitespace())
}

/// A number of per cent in a text.
pub(super) fn likelihood(text: &str) -> Option<Likelihood> {
    let before = text.split('%').next().filter(|before| before.len() < text.len())?.trim_end();
    let number = before.rsplit(|c: char| !(c.is_ascii_digit() || matches!(c, '.' | ','))).next()?;
    number.parse().ok()
}

#[cfg(test)]
mod tests {
    use super::read_heading;
    use crate::lexicon::Lexicon;
    use crate::model::{Role, Stance};

    fn read(text: &str) -> String {
        read_heading(Lexicon::builtin(), text, None).map_or_else(|| "-".to_owned(), |role| role.to_string())
    }

    #[test]
    fn headings_are_read_through_their_decoration() {
        for text in [
            "Point de vue optimiste", "## Point de vue optimiste ##", "**POINT DE VUE OPTIMISTE :**",
            "3) Point de vue optimiste", "• Point de vue optimiste", "☀️ Point de vue optimiste ☀️",
            "« Point de vue optimiste »", "(08:45) Point de vue optimiste", "II. b) Point de vue optimiste",
            "Le point de vue optimiste", "Perspective optimiste", "La vision optimiste",
        ] {
            assert_eq!(read(text), "perspective:optimistic", "{text}");
        }
    }

    #[test]
    fn the_headings_that_are_written_are_read_as_what_they_say() {
        let mut misread = Vec::new();
        for language in Lexicon::builtin().languages() {
            let known = Role::KNOWN.iter().cloned();
            for role in known.chain(Stance::KNOWN.iter().cloned().map(Role::perspective)) {
                let Some(heading) = Lexicon::heading(language, &role) else { continue };
                let read = read_heading(Lexicon::builtin(), heading, Some(language));
                if read.as_ref() != Some(&role) {
                    misread.push((heading, role.to_string(), read.map(|read| read.to_string())));
                }
            }
        }
        assert_eq!(misread, []);
    }

    #[test]
    fn a_word_of_two_meanings_is_read_by_its_company() {
        assert_eq!(read("Positivo:"), "perspective:for");
        assert_eq!(read("Scénario positif"), "perspective:optimistic");
        assert_eq!(read("Negative Consequences"), "perspective:against");
        assert_eq!(read("The Left's Take"), "perspective:left");
    }

    #[test]
    fn a_heading_of_two_sides_names_none() {
        assert_eq!(read("Points de vue optimiste et pessimiste"), "-");
        assert_eq!(read("Optimistic and pessimistic views"), "-");
    }

    #[test]
    fn ordinary_short_lines_are_no_headings() {
        for text in ["Patrick Bélanger", "Le tramway arrive", "Solar panels over the Ridley canal", "17 juin 2025", ""]
        {
            assert_eq!(read(text), "-", "{text}");
        }
    }

    #[test]
    fn asides_hold_a_likelihood() {
        let role = read_heading(Lexicon::builtin(), "Scénario pessimiste (20 % de probabilité)", Some("fr")).unwrap();
        assert_eq!(role.as_perspective().unwrap().likelihood.unwrap().to_string(), "20%");
    }
}
