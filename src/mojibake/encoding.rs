//! The encodings as which UTF-8 is most often misread, and the byte behind each of their characters.

use std::fmt;

/// An encoding as which UTF-8 was read by mistake.
///
/// # Examples
///
/// ```
/// use commentary::mojibake::Encoding;
///
/// assert_eq!(Encoding::Windows1252.misread("été"), Some("Ã©tÃ©".to_owned()));
/// assert_eq!(Encoding::Iso8859_16.misread("été"), Some("Ă©tĂ©".to_owned()));
/// assert_eq!(Encoding::Iso8859_15.to_string(), "ISO-8859-15");
/// ```
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
#[non_exhaustive]
pub enum Encoding {
    /// Windows-1252, the usual one. Its five undefined bytes stand for the controls of the same number.
    Windows1252,
    /// ISO-8859-1.
    Iso8859_1,
    /// ISO-8859-15.
    Iso8859_15,
    /// ISO-8859-16.
    Iso8859_16,
}

impl Encoding {
    /// Every encoding, the likeliest first.
    pub const ALL: [Self; 4] = [Self::Windows1252, Self::Iso8859_1, Self::Iso8859_15, Self::Iso8859_16];

    /// The characters that stand for other bytes than their own number.
    const fn special(self) -> &'static [(char, u8)] {
        match self {
            Self::Windows1252 => &WINDOWS_1252,
            Self::Iso8859_1 => &[],
            Self::Iso8859_15 => &ISO_8859_15,
            Self::Iso8859_16 => &ISO_8859_16,
        }
    }

    /// The byte that stands behind a character, or `None` where the encoding has no such character.
    #[must_use]
    pub fn byte(self, c: char) -> Option<u8> {
        let special = self.special();
        match u8::try_from(u32::from(c)) {
            Ok(byte) if byte < 0x80 => Some(byte),
            Ok(byte) => (!special.iter().any(|&(_, other)| other == byte)).then_some(byte),
            Err(_) => special.iter().find(|&&(own, _)| own == c).map(|&(_, byte)| byte),
        }
    }

    /// The character for a byte.
    #[must_use]
    pub fn character(self, byte: u8) -> char {
        let special = self.special().iter().find(|&&(_, other)| other == byte);
        special.map_or_else(|| char::from(byte), |&(own, _)| own)
    }

    /// What becomes of a text when its UTF-8 is read as this encoding; `None` for a text in ASCII, which stays as it is.
    #[must_use]
    pub fn misread(self, text: &str) -> Option<String> {
        (!text.is_ascii()).then(|| text.bytes().map(|byte| self.character(byte)).collect())
    }
}

impl fmt::Display for Encoding {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.pad(match self {
            Self::Windows1252 => "Windows-1252",
            Self::Iso8859_1 => "ISO-8859-1",
            Self::Iso8859_15 => "ISO-8859-15",
            Self::Iso8859_16 => "ISO-8859-16",
        })
    }
}

/// What Windows-1252 has in place of the controls from 0x80 to 0x9F.
const WINDOWS_1252: [(char, u8); 27] = [
    ('€', 0x80),
    ('‚', 0x82),
    ('ƒ', 0x83),
    ('„', 0x84),
    ('…', 0x85),
    ('†', 0x86),
    ('‡', 0x87),
    ('ˆ', 0x88),
    ('‰', 0x89),
    ('Š', 0x8A),
    ('‹', 0x8B),
    ('Œ', 0x8C),
    ('Ž', 0x8E),
    ('‘', 0x91),
    ('’', 0x92),
    ('“', 0x93),
    ('”', 0x94),
    ('•', 0x95),
    ('–', 0x96),
    ('—', 0x97),
    ('˜', 0x98),
    ('™', 0x99),
    ('š', 0x9A),
    ('›', 0x9B),
    ('œ', 0x9C),
    ('ž', 0x9E),
    ('Ÿ', 0x9F),
];

/// Where ISO-8859-15 differs from ISO-8859-1.
const ISO_8859_15: [(char, u8); 8] =
    [('€', 0xA4), ('Š', 0xA6), ('š', 0xA8), ('Ž', 0xB4), ('ž', 0xB8), ('Œ', 0xBC), ('œ', 0xBD), ('Ÿ', 0xBE)];

/// Where ISO-8859-16 differs from ISO-8859-1.
const ISO_8859_16: [(char, u8); 40] = [
    ('Ą', 0xA1),
    ('ą', 0xA2),
    ('Ł', 0xA3),
    ('€', 0xA4),
    ('„', 0xA5),
    ('Š', 0xA6),
    ('š', 0xA8),
    ('Ș', 0xAA),
    ('Ź', 0xAC),
    ('ź', 0xAE),
    ('Ż', 0xAF),
    ('Č', 0xB2),
    ('ł', 0xB3),
    ('Ž', 0xB4),
    ('”', 0xB5),
    ('ž', 0xB8),
    ('č', 0xB9),
    ('ș', 0xBA),
    ('Œ', 0xBC),
    ('œ', 0xBD),
    ('Ÿ', 0xBE),
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
    ('ń', 0xF1),
    ('ő', 0xF5),
    ('ś', 0xF7),
    ('ű', 0xF8),
    ('ę', 0xFD),
    ('ț', 0xFE),
];

#[cfg(test)]
mod tests {
    use super::Encoding;

    #[test]
    fn every_byte_has_its_character_and_comes_back() {
        for encoding in Encoding::ALL {
            for byte in 0..=u8::MAX {
                assert_eq!(encoding.byte(encoding.character(byte)), Some(byte), "{encoding} {byte:#x}");
            }
            assert_eq!(encoding.byte('文'), None);
        }
        assert_eq!(Encoding::Windows1252.byte('\u{80}'), None);
        assert_eq!(Encoding::Windows1252.byte('\u{81}'), Some(0x81));
        assert_eq!(Encoding::Iso8859_15.byte('¤'), None);
    }
}
