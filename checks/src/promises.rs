//! What reading promises of every text.

use commentary::diagnostic::Replacement;
use commentary::{LineIndex, Parsed, Profile, Report, Validator};

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
    check_report(text, &parsed.report, name);
    check_report(text, &Validator::new(Profile::any()).run_parsed(parsed, text), name);
}

/// The longest text of which every finding is shown and counted out, in bytes; of a longer one the first are.
const ALL_SHOWN: usize = 1 << 15;

/// Asserts what must hold for any report on a text: each span lies in it on characters, lines and columns are those that
/// counting gives, nothing that a terminal obeys or nobody sees is printed.
fn check_report(text: &str, report: &Report, name: &str) {
    let index = LineIndex::new(text);
    let shown = if text.len() <= ALL_SHOWN { report.len() } else { 8 };
    for (position, finding) in report.iter().enumerate() {
        assert!(finding.message.len() <= 500 && !finding.message.contains('\n'), "{name}");
        assert!(!finding.to_string().contains(is_raw), "{name}: {finding:?}");
        if let Some(span) = finding.span {
            let before = text.get(..span.start());
            assert!(before.is_some() && span.slice(text).is_some(), "{name}: {finding}");
            let location = index.location(span.start());
            assert!(location.is_some(), "{name}: {finding}");
            if position < shown {
                assert_eq!(location.map(|at| (at.line, at.column)), before.map(counted), "{name}: {finding}");
            }
        }
        if position < shown {
            let shown = finding.excerpt(text).to_string();
            assert!(!shown.contains(|c| c != '\n' && is_raw(c)), "{name}: {shown:?}");
        }
        if let Some(fix) = finding.fix.as_ref().filter(|fix| !fix.replacements.is_empty()) {
            assert!(Replacement::apply(&fix.replacements, text).is_some(), "{name}: {finding}");
        }
    }
}

/// The line and column after a text, counted one character after the other.
fn counted(before: &str) -> (usize, usize) {
    let (mut line, mut column, mut last) = (1, 1, ' ');
    for c in before.chars() {
        match c {
            '\n' if last == '\r' => {}
            '\n' | '\r' => (line, column) = (line + 1, 1),
            _ => column += 1,
        }
        last = c;
    }
    (line, column)
}

/// True for what a terminal obeys or nobody sees.
fn is_raw(c: char) -> bool {
    c.is_control()
        || matches!(c,
            '\u{200b}' | '\u{200c}' | '\u{200e}' | '\u{200f}' | '\u{202a}'..='\u{202e}' | '\u{2060}'..='\u{2069}'
            | '\u{feff}' | '\u{e0000}'..='\u{e007f}')
}
