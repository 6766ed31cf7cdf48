//! Lists of words and sentences with gaps, read from a text and filled in.

use std::collections::BTreeMap;

use crate::random::Random;

/// How deep a gap may lie inside a gap.
const MAX_DEPTH: usize = 8;

/// The lists of a language, by name. The notation is explained at the head of `french_words.txt`.
#[derive(Debug)]
pub(super) struct Grammar {
    lists: BTreeMap<&'static str, List>,
    decimal_mark: char,
    thousands_mark: char,
}

/// The alternatives of a list. Where it has columns, an alternative is a row of values kept together.
#[derive(Debug, Default)]
struct List {
    columns: Vec<&'static str>,
    alternatives: Vec<&'static str>,
}

/// What one article has settled on: its own firm, place and so on, and which sentences it has used.
#[derive(Debug)]
pub(super) struct Story<'g> {
    grammar: &'g Grammar,
    random: Random,
    kept: BTreeMap<String, String>,
    decks: BTreeMap<String, Vec<&'static str>>,
}

impl Grammar {
    /// Reads lists from `texts`. The marks are those inside figures, as in `12,400` and `3.5`.
    pub(super) fn new(texts: &[&'static str], thousands_mark: char, decimal_mark: char) -> Self {
        let mut lists: BTreeMap<&'static str, List> = BTreeMap::new();
        let mut current = "";
        for line in texts.iter().flat_map(|text| text.lines()).filter(|line| !line.is_empty() && !line.starts_with('#'))
        {
            if let Some(heading) = line.strip_prefix("= ") {
                let (name, columns) = heading.split_once(": ").unwrap_or((heading, ""));
                let columns = columns.split(", ").filter(|column| !column.is_empty()).collect();
                lists.insert(name, List { columns, alternatives: Vec::new() });
                current = name;
            } else if let Some(list) = lists.get_mut(current) {
                list.alternatives.push(line);
            }
        }
        Self { lists, decimal_mark, thousands_mark }
    }

    fn list(&self, name: &str) -> &List {
        self.lists.get(name).unwrap_or_else(|| panic!("the grammar has no list `{name}`"))
    }

    /// A figure from `range`, as in `{2-99}`, `{#2019-2026}` or `{0.5-9.5}`.
    fn figure(&self, range: &str, random: &mut Random) -> Option<String> {
        let (low, high) = range.trim_start_matches('#').split_once('-')?;
        if let (Ok(low), Ok(high)) = (low.parse(), high.parse()) {
            let figure = random.between(low, high).to_string();
            let (thousands, rest) = figure.split_at(figure.len().saturating_sub(3));
            let plain = range.starts_with('#') || thousands.is_empty();
            return Some(if plain { figure } else { format!("{thousands}{}{rest}", self.thousands_mark) });
        }
        let tenths = |text: &str| text.replace('.', "").parse().ok();
        let value = random.between(tenths(low)?, tenths(high)?);
        Some(format!("{}{}{}", value / 10, self.decimal_mark, value % 10))
    }
}

impl<'g> Story<'g> {
    /// A new article in the language of `grammar`.
    pub(super) fn new(grammar: &'g Grammar, random: Random) -> Self {
        let mut story = Self { grammar, random, kept: BTreeMap::new(), decks: BTreeMap::new() };
        for list in grammar.lists.values().filter(|list| !list.columns.is_empty()) {
            let row = story.random.pick(&list.alternatives).split(" | ");
            story.kept.extend(list.columns.iter().map(|&column| column.to_owned()).zip(row.map(str::to_owned)));
        }
        story
    }

    /// The numbers that the article is made from.
    pub(super) fn random(&mut self) -> &mut Random {
        &mut self.random
    }

    /// One alternative of the list `name`, filled in, with a capital.
    pub(super) fn next(&mut self, name: &str) -> String {
        let chosen = self.draw(name);
        capitalized(&self.fill(chosen, 0))
    }

    /// One alternative of the list `name`; none comes twice before all have come once.
    fn draw(&mut self, name: &str) -> &'static str {
        let deck = self.decks.entry(name.to_owned()).or_default();
        if deck.is_empty() {
            deck.clone_from(&self.grammar.list(name).alternatives);
        }
        deck.swap_remove(self.random.between(0, deck.len() - 1))
    }

    /// `template` with its gaps filled in.
    fn fill(&mut self, template: &str, depth: usize) -> String {
        assert!(depth < MAX_DEPTH, "the lists of the grammar lead to each other in a circle: {template}");
        let mut filled = String::new();
        let mut rest = template;
        while let Some((before, (name, after))) =
            rest.split_once('{').and_then(|(before, gap)| Some((before, gap.split_once('}')?)))
        {
            filled.push_str(before);
            let word = self.gap(name, depth);
            filled.push_str(&word);
            rest = after;
        }
        filled.push_str(rest);
        // `~` marks an alternative that leaves its gap empty, or where its last space is.
        filled.replace('~', "")
    }

    fn gap(&mut self, name: &str, depth: usize) -> String {
        if name.starts_with(|first: char| first.is_ascii_digit() || first == '#') {
            let figure = self.grammar.figure(name, &mut self.random);
            return figure.unwrap_or_else(|| panic!("`{name}` is no range of figures"));
        }
        let list = name.to_lowercase();
        let is_kept = list != name;
        if let Some(kept) = self.kept.get(&list).filter(|_| is_kept) {
            return kept.clone();
        }
        let template = self.draw(&list);
        let filled = self.fill(template, depth + 1);
        if is_kept {
            self.kept.insert(list, filled.clone());
        }
        filled
    }
}

/// `text` with a capital at its start and at the start of each sentence inside it.
fn capitalized(text: &str) -> String {
    let mut result = String::with_capacity(text.len());
    let (mut starts, mut last) = (true, ' ');
    for c in text.chars() {
        starts |= c == ' ' && matches!(last, '!' | '?');
        if starts && c.is_alphabetic() {
            result.extend(c.to_uppercase());
        } else {
            result.push(c);
        }
        starts &= !c.is_alphanumeric() && c != '#';
        last = c;
    }
    result
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_grammar_keeps_what_begins_with_a_capital_and_varies_the_rest() {
        let text = "= a\n{B} {B} {b} {#1-1} {2000-2000} {0.5-0.5}{c}\n= b\nx{#1-99999}\n= c\n~";
        let grammar = Grammar::new(&[text], ' ', ',');
        let filled = Story::new(&grammar, Random::new(1, 1)).next("a");
        let words: Vec<&str> = filled.split(' ').collect();
        assert_eq!(words[0].to_lowercase(), words[1], "{filled}");
        assert_ne!(words[1], words[2], "{filled}");
        assert_eq!(words[3..], ["1", "2", "000", "0,5"], "{filled}");
    }

    #[test]
    fn sentences_begin_with_a_capital() {
        assert_eq!(capitalized("« été à 3 h ? oui ! non. »"), "« Été à 3 h ? Oui ! Non. »");
        assert_eq!(capitalized("3 ans"), "3 ans");
    }
}
