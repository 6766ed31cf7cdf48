//! What reading promises of every text.

use commentary::{LineIndex, Parsed};

/// Asserts what must hold for any text that was read: its map tiles it, spans split no character, findings are safe to print.
///
/// # Panics
///
/// Where something does not hold; `name` says of which text.
pub fn check(text: &str, parsed: &Parsed, name: &str) {
    let mut end = 0;
    for entry in parsed.source.entries() {
        assert_eq!(entry.span().start(), end, "{name}: a byte lies in no entry or in two");
        assert!(entry.span().slice(text).is_some(), "{name}: {} splits a character", entry.span());
        for evidence in entry.reading().into_iter().flat_map(|reading| &reading.evidence) {
            let inside = evidence.span().is_none_or(|span| span.slice(text).is_some());
            assert!(inside, "{name}: the span of {evidence} splits a character");
        }
        end = entry.span().end();
    }
    assert_eq!(end, text.len(), "{name}: the map ends before the text");
    let index = LineIndex::new(text);
    for finding in &parsed.report {
        let shown = finding.excerpt(text).to_string();
        let is_raw =
            |c: char| c != '\n' && (c.is_control() || matches!(c, '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}'));
        assert!(!shown.contains(is_raw), "{name}: {shown:?}");
        assert!(finding.message.len() <= 500 && !finding.message.contains('\n'), "{name}");
        if let Some(span) = finding.span {
            let location = index.location(span.start());
            assert!(location.is_some() && span.slice(text).is_some(), "{name}: {finding}");
        }
    }
}
