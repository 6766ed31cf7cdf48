//! Text fit for a line on a screen, and JSON fit for any.

use commentary::diagnostic::escape;
use unicode_segmentation::UnicodeSegmentation;

/// The beginning of a text in one line that is safe to print, at most `most` characters as a reader counts them.
///
/// It is cut between words where that leaves enough of it.
pub(crate) fn opening(text: &str, most: usize) -> String {
    let line = text.split_whitespace().take(most).collect::<Vec<_>>().join(" ");
    let Some((end, _)) = line.grapheme_indices(true).nth(most) else {
        return escape(&line).to_string();
    };
    let (last, _) = line.grapheme_indices(true).nth(most.saturating_sub(1)).unwrap_or_default();
    let kept = line.get(..last).unwrap_or_default();
    // The cut falls between two words by itself where a space follows.
    let ends_word = line.get(last..end).is_some_and(|next| next.trim().is_empty());
    let kept = match kept.rsplit_once(' ') {
        Some((words, _)) if !ends_word && words.len() * 2 > kept.len() => words,
        _ => kept,
    };
    let kept = kept.trim_end_matches(|c: char| c.is_whitespace() || matches!(c, ',' | ';' | ':' | '.' | '–' | '—'));
    format!("{}…", escape(kept))
}

/// A JSON text in which characters that a terminal obeys, or that are not seen, stand as `\u` escapes. It says the same.
pub(crate) fn json_fit_to_print(json: &str) -> String {
    let mut fit = String::with_capacity(json.len());
    for line in json.split_inclusive('\n') {
        let (content, end) = line.strip_suffix('\n').map_or((line, ""), |content| (content, "\n"));
        if escape(content).to_string() == content {
            fit.push_str(content);
        } else {
            content.chars().for_each(|c| push_json_character(&mut fit, c));
        }
        fit.push_str(end);
    }
    fit
}

fn push_json_character(json: &mut String, c: char) {
    let mut buffer = [0; 4];
    let character = &*c.encode_utf8(&mut buffer);
    if escape(character).to_string() == character {
        json.push(c);
        return;
    }
    for unit in c.encode_utf16(&mut [0; 2]) {
        json.push_str(&format!("\\u{unit:04x}"));
    }
}

/// A number and its noun: `1 word`, `2 words`.
pub(crate) fn count(number: usize, noun: &str) -> String {
    if number == 1 { format!("1 {noun}") } else { format!("{number} {noun}s") }
}
