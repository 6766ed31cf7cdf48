//! Texts that stand for a text that was never written.

/// Whole texts, in lower case, without the signs round them.
const WHOLE: &[&str] = &[
    "", "n/a", "nil", "none", "null", "placeholder", "string", "tba", "tbc", "tbd", "to be added", "to be determined",
    "todo", "undefined", "unknown", "xxx",
];

/// Hosts that are kept for documentation (RFC 2606), so that no source can lie there.
const HOSTS: &[&str] = &["example.com", "example.net", "example.org"];

/// True for a text that stands for one that was never written.
pub(super) fn is_placeholder(text: &str) -> bool {
    let text = text.trim();
    let lower = text.chars().take(40).collect::<String>().to_lowercase();
    // A sign alone may be all that a point of a list needs to say; dots and dashes say nothing.
    let bare = lower.trim_matches(|c: char| ". …-–—_?".contains(c));
    (text.chars().count() <= 40 && WHOLE.contains(&bare))
        || lower.starts_with("lorem ipsum")
        || is_made_up_address(&lower)
        || is_slot(text)
}

/// True for an address at a host for documentation.
fn is_made_up_address(lower: &str) -> bool {
    let host = lower.strip_prefix("https://").or_else(|| lower.strip_prefix("http://"));
    let Some(host) = host.map(|host| host.strip_prefix("www.").unwrap_or(host)) else { return false };
    let ends = |rest: &str| rest.is_empty() || rest.starts_with(['/', '?', '#', ':']);
    HOSTS.iter().any(|known| host.strip_prefix(known).is_some_and(ends))
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
