//! The last touch on a text: French elisions, and the spaces, apostrophes and quotes of its writer.

use crate::random::Random;

/// What a writer puts before a French `:`, `;`, `!`, `?` or `%` and inside `« »`.
const SPACES: &[&str] = &[" ", "\u{a0}", "\u{202f}", ""];

const APOSTROPHES: &[char] = &['’', '\''];

/// English quotation marks, opening and closing.
const QUOTES: &[[char; 2]] = &[['“', '”'], ['"', '"']];

/// Two French words that are written as one.
const CONTRACTIONS: &[((&str, &str), &str)] =
    &[(("de", "le"), "du"), (("de", "les"), "des"), (("à", "le"), "au"), (("à", "les"), "aux")];

const VOWELS: [char; 20] =
    ['a', 'e', 'i', 'o', 'u', 'y', 'â', 'é', 'è', 'ê', 'î', 'ô', 'œ', 'A', 'E', 'I', 'O', 'U', 'É', 'Î'];

/// The habits of one writer: the marks to choose from at each place.
#[derive(Debug)]
pub(super) struct Habits {
    apostrophes: &'static [char],
    spaces: &'static [&'static str],
    quotes: [char; 2],
}

impl Habits {
    /// Habits at random.
    pub(super) fn new(random: &mut Random) -> Self {
        let apostrophes = habit(APOSTROPHES, random);
        let spaces = habit(SPACES, random);
        Self { apostrophes, spaces, quotes: random.pick(QUOTES) }
    }

    /// `text`, written with plain spaces and `'`, as this writer sets it in French.
    pub(super) fn french(&self, text: &str, random: &mut Random) -> String {
        let mut result = String::with_capacity(text.len() + 16);
        let text = elided(text);
        let mut chars = text.chars().peekable();
        while let Some(c) = chars.next() {
            match c {
                '\'' => result.push(random.pick(self.apostrophes)),
                ' ' if chars.peek().is_some_and(|next| ":;!?%»".contains(*next)) => {
                    result.push_str(random.pick(self.spaces));
                }
                '«' => {
                    chars.next_if_eq(&' ');
                    result.push('«');
                    result.push_str(random.pick(self.spaces));
                }
                c => result.push(c),
            }
        }
        result
    }

    /// `text`, written with `'` and curly quotes, as this writer sets it in English.
    pub(super) fn english(&self, text: &str, random: &mut Random) -> String {
        let set = |c: char| match c {
            '\'' => random.pick(self.apostrophes),
            '“' => self.quotes[0],
            '”' => self.quotes[1],
            c => c,
        };
        text.chars().map(set).collect()
    }
}

/// One of `kinds`, or, for one writer in four, all of them, mixed.
fn habit<T>(kinds: &'static [T], random: &mut Random) -> &'static [T] {
    let one = random.between(0, kinds.len() - 1);
    if random.chance(25) { kinds } else { &kinds[one..=one] }
}

/// `text` with the French contractions: `de le` is `du`, `que il` is `qu'il`.
fn elided(text: &str) -> String {
    let mut result = String::with_capacity(text.len());
    let mut words = text.split(' ').peekable();
    while let Some(word) = words.next() {
        let next = words.peek().copied().unwrap_or_default();
        let contracted = CONTRACTIONS.iter().find(|(apart, _)| *apart == (word, next));
        let elides = matches!(word, "de" | "que") && next.starts_with(VOWELS);
        if let Some((_, together)) = contracted {
            words.next();
            result.push_str(together);
        } else if elides {
            result.push_str(word.trim_end_matches('e'));
            result.push('\'');
            continue;
        } else {
            result.push_str(word);
        }
        if words.peek().is_some() {
            result.push(' ');
        }
    }
    result
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn articles_contract_and_vowels_elide() {
        assert_eq!(
            elided("Le prix de le pain que il paie à les amis de Anne"),
            "Le prix du pain qu'il paie aux amis d'Anne"
        );
        assert_eq!(elided("code ouvert de 11 pages"), "code ouvert de 11 pages");
    }
}
