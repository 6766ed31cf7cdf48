//! Texts that stand for a text that was never written.

/// Whole texts, in lower case, without the signs round them.
const WHOLE: &[&str] = &[
    "", "n/a", "nil", "none", "null", "placeholder", "string", "tba", "tbc", "tbd", "to be added", "to be determined",
    "todo", "undefined", "unknown", "xxx",
];

/// How texts begin, in lower case.
const BEGINNINGS: &[&str] =
    &["lorem ipsum", "http://example.com", "https://example.com", "http://www.example.com", "https://www.example.com"];

/// True for a text that stands for one that was never written.
pub(super) fn is_placeholder(text: &str) -> bool {
    let text = text.trim();
    let lower = text.chars().take(40).collect::<String>().to_lowercase();
    // A sign alone may be all that a point of a list needs to say; dots and dashes say nothing.
    let bare = lower.trim_matches(|c: char| ". …-–—_?".contains(c));
    (text.chars().count() <= 40 && WHOLE.contains(&bare))
        || BEGINNINGS.iter().any(|beginning| lower.starts_with(beginning))
        || is_slot(text)
}

/// True for a text between brackets that tells what to write there: `[Title]`, `<name>`, `{{date}}`.
fn is_slot(text: &str) -> bool {
    let inside = |open: char, close: char| {
        let inside = text.strip_prefix(open)?.strip_suffix(close)?;
        (!inside.contains([open, close])).then_some(inside)
    };
    let double = text.strip_prefix("{{").and_then(|rest| rest.strip_suffix("}}"));
    let inside = double.or_else(|| inside('[', ']')).or_else(|| inside('<', '>')).or_else(|| inside('{', '}'));
    // `[3]` cites, and an address between angle brackets is one.
    inside.is_some_and(|inside| inside.contains(char::is_alphabetic) && !inside.contains("://"))
}

#[cfg(test)]
mod tests {
    use super::is_placeholder;

    #[test]
    fn what_was_never_written_is_told_from_short_texts() {
        for text in [
            "TODO", "tbd.", "N/A", "…", "---", "[Title]", "{{ date }}", "<name>", "Lorem ipsum dolor", "Unknown",
            "null",
        ] {
            assert!(is_placeholder(text), "{text}");
        }
        assert!(is_placeholder("https://example.com/article"));
        for text in [
            "None of it is true", "[3]", "<https://canal.example/>", "String theory", "No", "“[…] and left.” [2]", "5",
            "https://example.company/", "[Editor’s note] He left [again]",
        ] {
            assert!(!is_placeholder(text), "{text}");
        }
    }
}
