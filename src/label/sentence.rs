//! How sentences end.

/// True for a text that ends as sentences do, quotation marks and citations such as `[45]` aside.
pub(crate) fn ends_sentence(text: &str) -> bool {
    match text.as_bytes().last() {
        // Most texts end plainly.
        Some(b'.' | b'!' | b'?' | b':' | b';') => return true,
        Some(last) if last.is_ascii_alphanumeric() => return false,
        _ => {}
    }
    // What was left out goes on.
    if text.ends_with("[…]") || text.ends_with("[...]") {
        return true;
    }
    let mut text = text;
    loop {
        text = text.trim_end_matches(['"', '”', '»', '’', '\'', ')', '*', '_', ' ', '\u{a0}', '\u{202f}']);
        let cited = text.strip_suffix(']').and_then(|text| text.rsplit_once('['));
        match cited.filter(|(_, cited)| cited.bytes().all(|byte| byte.is_ascii_digit())) {
            Some((before, _)) => text = before,
            None => return text.ends_with(['.', '!', '?', '…', ':', ';']),
        }
    }
}
