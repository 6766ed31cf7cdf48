//! Mojibake: UTF-8 that was read as another encoding, and how to read through it.
//!
//! Three encodings are undone: Windows-1252 and ISO-8859-1, and ISO-8859-16 from which the bytes 0x80 to 0x9F were
//! dropped. What is undone here is only looked at; the article keeps its text.

/// True where a text holds the traces that UTF-8 leaves when it is read as another encoding.
///
/// Two of them are needed: a lead byte as a letter, followed by a continuation byte as a sign.
pub(super) fn is_damaged(source: &str) -> bool {
    let mut chars = source.chars().peekable();
    let mut found = 0;
    while let Some(c) = chars.next() {
        let is_lead = matches!(c, 'Ã' | 'Â' | 'Ă');
        let is_trace = is_lead && chars.peek().is_some_and(|&next| byte(next).is_some_and(|byte| byte < 0xC0));
        found += usize::from(is_trace);
        if found >= 2 {
            return true;
        }
    }
    false
}

/// The text as it was meant, as far as that can be told.
pub(super) fn undone(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    let mut rest = text;
    while let Some(c) = rest.chars().next() {
        let after = rest.get(c.len_utf8()..).unwrap_or_default();
        match sequence(rest) {
            Some((meant, length)) => {
                out.push(meant);
                rest = rest.get(length..).unwrap_or_default();
            }
            None => {
                push_lost(&mut out, c, after);
                rest = after;
            }
        }
    }
    out
}

/// A character whose UTF-8 bytes stand as characters at the beginning of `text`, and their length there.
fn sequence(text: &str) -> Option<(char, usize)> {
    let mut bytes = [0_u8; 4];
    let mut length = 0;
    let mut needed = 1;
    let mut taken = 0;
    for c in text.chars().take(4) {
        let byte = byte(c)?;
        if taken == 0 {
            needed = match byte {
                0xC2..=0xDF => 2,
                0xE0..=0xEF => 3,
                0xF0..=0xF4 => 4,
                _ => return None,
            };
        } else if !(0x80..=0xBF).contains(&byte) {
            return None;
        }
        *bytes.get_mut(taken)? = byte;
        taken += 1;
        length += c.len_utf8();
        if taken == needed {
            let meant = std::str::from_utf8(bytes.get(..taken)?).ok()?.chars().next()?;
            return Some((meant, length));
        }
    }
    None
}

/// Appends what a character most likely stood for whose continuation bytes are lost.
fn push_lost(out: &mut String, c: char, after: &str) {
    let is_glued = out.ends_with(char::is_alphabetic) && after.starts_with(char::is_alphabetic);
    match c {
        'Ă' | 'Ã' => out.push('É'),
        'â' if is_glued || after.starts_with([' ', '€']) => out.push('’'),
        'đ' | 'ð' if !is_glued => out.push('👉'),
        'Â' if after.starts_with(char::is_whitespace) => {}
        _ => out.push(c),
    }
}

/// The byte that a character was made of, in one of the encodings undone here. Windows-1252 goes before ISO-8859-16.
fn byte(c: char) -> Option<u8> {
    /// The characters of Windows-1252 for 0x80 to 0x9F; the five undefined ones stand for themselves.
    const WINDOWS_1252: [char; 32] = [
        '€', '\u{81}', '‚', 'ƒ', '„', '…', '†', '‡', 'ˆ', '‰', 'Š', '‹', 'Œ', '\u{8d}', 'Ž', '\u{8f}', '\u{90}', '‘',
        '’', '“', '”', '•', '–', '—', '˜', '™', 'š', '›', 'œ', '\u{9d}', 'ž', 'Ÿ',
    ];
    /// Where ISO-8859-16 differs from ISO-8859-1 in the bytes that UTF-8 uses for French and its neighbours.
    const ISO_8859_16: [(char, u8); 24] = [
        ('Ą', 0xA1),
        ('ą', 0xA2),
        ('Ł', 0xA3),
        ('Ș', 0xAA),
        ('Ź', 0xAC),
        ('ź', 0xAE),
        ('Ż', 0xAF),
        ('Č', 0xB2),
        ('ł', 0xB3),
        ('č', 0xB9),
        ('ș', 0xBA),
        ('ż', 0xBF),
        ('Ă', 0xC3),
        ('Ć', 0xC5),
        ('Đ', 0xD0),
        ('Ń', 0xD1),
        ('Ő', 0xD5),
        ('Ś', 0xD7),
        ('Ű', 0xD8),
        ('Ę', 0xDD),
        ('Ț', 0xDE),
        ('ă', 0xE3),
        ('ć', 0xE5),
        ('đ', 0xF0),
    ];
    match u32::from(c) {
        code @ 0x80..=0xFF => u8::try_from(code).ok(),
        _ => {
            let windows = WINDOWS_1252.iter().position(|&known| known == c).and_then(|at| u8::try_from(0x80 + at).ok());
            windows.or_else(|| ISO_8859_16.iter().find(|(known, _)| *known == c).map(|&(_, byte)| byte))
        }
    }
}

#[cfg(test)]
mod tests {
    use super::{is_damaged, undone};

    #[test]
    fn windows_1252_is_undone() {
        assert_eq!(
            undone("Article en rÃ©fÃ©renceÂ\u{a0}: lâ€™Ã©lectricitÃ©, un peu tiÃ¨deâ€¯?"),
            "Article en référence\u{a0}: l’électricité, un peu tiède\u{202f}?"
        );
        assert_eq!(undone("ðŸ‘‰ Suivez"), "👉 Suivez");
    }

    #[test]
    fn iso_8859_16_with_lost_bytes_is_read_through() {
        assert_eq!(
            undone("Article en rĂ©fĂ©renceÂ\u{a0}: lâouvrage, Ă\u{a0} Paris"),
            "Article en référence\u{a0}: l’ouvrage, à Paris"
        );
    }

    #[test]
    fn sound_text_is_not_damaged() {
        for text in ["São João, Ãna e Âncora", "Un château à Paris", "l’été «\u{a0}oui\u{a0}»", "ĂĂĂ"] {
            assert!(!is_damaged(text), "{text}");
        }
        assert!(is_damaged("Article en rÃ©fÃ©rence"));
        assert!(is_damaged("rĂ©fĂ©rence"));
    }
}
