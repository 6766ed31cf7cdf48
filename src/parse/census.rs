//! One look at all bytes of a text: what it may hold that needs a second look.

/// What a text may hold. Where a mark is not set, the text holds none of it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Census {
    /// NUL characters.
    pub(super) nul: bool,
    /// Characters that are not seen: controls, bidirectional marks, zero-width spaces.
    pub(super) unseen: bool,
    /// Ends of lines beside LF and CR.
    pub(super) separators: bool,
    /// Traces of UTF-8 that was read as another encoding.
    pub(super) mojibake: bool,
}

impl Census {
    /// Looks at a text. The loop has no branch, so that the compiler can take many bytes at once.
    pub(super) fn of(text: &str) -> Self {
        let bytes = text.as_bytes();
        let (mut nul, mut single, mut pair) = (0_u8, 0_u8, 0_u8);
        for &byte in bytes {
            nul |= u8::from(byte == 0);
            // Controls, and the first bytes of characters from blocks that hold unseen ones.
            single |= u8::from(byte < 9) | u8::from(byte == 0xB) | u8::from(byte == 0xC);
            single |= u8::from(byte > 0xD) & u8::from(byte < 0x20) | u8::from(byte == 0x7F);
            single |= u8::from(byte == 0xCD) | u8::from(byte == 0xD8) | u8::from(byte == 0xE1) | u8::from(byte == 0xE3);
            single |= u8::from(byte == 0xEF) | u8::from(byte == 0xF3);
        }
        let mut leads = 0_u8;
        for (&first, &second) in bytes.iter().zip(bytes.get(1..).unwrap_or_default()) {
            // U+0080 to U+009F, and U+2000 to U+206F but for the quotation marks and dashes among them.
            pair |= u8::from(first == 0xC2) & (u8::from(second < 0xA0) | u8::from(second == 0xAD));
            pair |= u8::from(first == 0xE2) & u8::from(second == 0x81);
            // U+00C2, U+00C3 and U+0102.
            leads |= u8::from(first == 0xC3) & u8::from(second & 0xFE == 0x82);
            leads |= u8::from(first == 0xC4) & u8::from(second == 0x82);
        }
        let mut triple = 0_u8;
        let after = bytes.get(1..).unwrap_or_default().iter().zip(bytes.get(2..).unwrap_or_default());
        for (&first, (&second, &third)) in bytes.iter().zip(after) {
            // U+200B to U+200F, and U+2028 to U+202E.
            let marks = u8::from(third & 0xF8 == 0xA8) & u8::from(third != 0xAF);
            let unseen = u8::from(third & 0xFC == 0x8C) | u8::from(third == 0x8B) | marks;
            triple |= u8::from(first == 0xE2) & u8::from(second == 0x80) & unseen;
            // U+00E2 before the euro sign or a control, and U+00F0 before U+0178 or a control.
            let hat = u8::from(second == 0xA2) & (u8::from(third == 0xE2) | u8::from(third == 0xC2));
            let eth = u8::from(second == 0xB0) & (u8::from(third == 0xC5) | u8::from(third == 0xC2));
            leads |= u8::from(first == 0xC3) & (hat | eth);
        }
        let unseen = single | pair | triple != 0;
        Self { nul: nul != 0, unseen, separators: unseen, mojibake: leads != 0 }
    }
}

#[cfg(test)]
mod tests {
    use super::Census;
    use crate::diagnostic::is_unsafe;
    use crate::parse::lines::SEPARATORS;

    #[test]
    fn no_character_that_is_unseen_is_overlooked() {
        for c in ('\0'..='\u{10FFFF}').filter(|&c| is_unsafe(c) || SEPARATORS.contains(&c)) {
            let is_plain = matches!(c, '\t' | '\n' | '\r');
            assert!(Census::of(&format!("a{c}b")).unseen || is_plain, "U+{:04X}", u32::from(c));
        }
    }

    #[test]
    fn ordinary_text_needs_no_second_look() {
        let text = "« L’été… » – “œuvre”\u{a0}: 25\u{202f}%, naïve Übergröße\r\n\tÀ Paris 👉";
        assert_eq!(Census::of(text), Census { nul: false, unseen: false, separators: false, mojibake: false });
        assert!(Census::of("rÃ©fÃ©rence").mojibake && Census::of("rĂ©").mojibake && Census::of("Â\u{a0}:").mojibake);
    }
}
