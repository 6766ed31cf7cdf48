//! Marks of Markdown and HTML in what should be plain text.

/// What the first mark in a text would be, in words, or `None` for plain text.
///
/// A number and a dot are no mark here: they begin dates ("1. Mai") as often as items.
pub(super) fn mark(text: &str) -> Option<&'static str> {
    text.lines().find_map(|line| of_line(line.trim())).or_else(|| inside(text))
}

/// A mark with which a line begins.
fn of_line(line: &str) -> Option<&'static str> {
    let after_heading = line.trim_start_matches('#');
    let level = line.len() - after_heading.len();
    if (1..=6).contains(&level) && after_heading.starts_with(' ') {
        return Some("a heading in Markdown");
    }
    if ["- ", "* ", "+ "].iter().any(|bullet| line.starts_with(bullet)) {
        return Some("a list in Markdown");
    }
    if line.starts_with("> ") {
        return Some("a quotation in Markdown");
    }
    if line.starts_with("```") || line.starts_with("~~~") {
        return Some("a code block in Markdown");
    }
    (line.len() > 2 && line.starts_with('|') && line.ends_with('|')).then_some("a table in Markdown")
}

/// A mark inside a line.
fn inside(text: &str) -> Option<&'static str> {
    if encloses(text, "**") || encloses(text, "__") {
        return Some("strong emphasis in Markdown");
    }
    if encloses(text, "*") {
        return Some("emphasis in Markdown");
    }
    if text.split_once("](").is_some_and(|(before, after)| before.contains('[') && after.contains(')')) {
        return Some("a link in Markdown");
    }
    if text.split('`').nth(2).is_some() {
        return Some("code in Markdown");
    }
    has_tag(text).then_some("an HTML tag")
}

/// True where words stand between two of `mark`, the first before a word and the second after one.
fn encloses(text: &str, mark: &str) -> bool {
    // One star beside another is not the mark of one star.
    let belongs = |c: char| mark == "*" && c == '*';
    let outside = |c: Option<char>| c.is_none_or(|c| !c.is_alphanumeric() && !belongs(c));
    let in_word = |c: Option<char>| c.is_some_and(|c| !c.is_whitespace() && !belongs(c));
    let ends_word = |before: &str| in_word(before.chars().next_back());
    let begins_word = |after: &str| in_word(after.chars().next());
    let Some(open) = text.match_indices(mark).map(|(at, _)| at).find(|&at| {
        let (before, from) = text.split_at_checked(at).unwrap_or_default();
        outside(before.chars().next_back()) && from.strip_prefix(mark).is_some_and(begins_word)
    }) else {
        return false;
    };
    let rest = text.get(open + mark.len()..).unwrap_or_default();
    rest.match_indices(mark).any(|(at, _)| {
        let (before, from) = rest.split_at_checked(at).unwrap_or_default();
        let after = from.strip_prefix(mark).unwrap_or_default();
        outside(after.chars().next()) && ends_word(before)
    })
}

/// True for `<b>`, `</p>`, `<br/>`, `<!-- -->` and an address between angle brackets.
fn has_tag(text: &str) -> bool {
    text.split('<').skip(1).any(|after| {
        let name = after.strip_prefix('/').unwrap_or(after);
        name.starts_with(|c: char| c.is_ascii_alphabetic() || c == '!') && name.contains('>')
    })
}

#[cfg(test)]
mod tests {
    use super::mark;

    #[test]
    fn marks_are_told_from_the_signs_of_plain_text() {
        for text in [
            "## Summary", "- bread", "> He left.", "```json", "| a | b |", "**Optimistic:** it pays", "It is *not* so",
            "see [the ruling](https://a.example/)", "call `f`", "a<br>b", "__Yes__", "first\n* second",
        ] {
            assert!(mark(text).is_some(), "{text}");
        }
        for text in [
            "1. Mai 2026", "5 * 3 * 2", "Prices* rose; wages** fell.", "snake_case_name", "a < b and c > d",
            "#1 in sales", "[3] and [4] (2025)", "– Ida Sorensen", "it costs 5`", "2 ** 3 ** 4", "-5 degrees",
            "__init",
        ] {
            assert_eq!(mark(text), None, "{text}");
        }
    }
}
