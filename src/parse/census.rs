//! One look at all bytes of a text: what it may hold that needs a second look.

/// What a text may hold. Where a mark is not set, the text holds none of it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Census {
    /// NUL characters.
    pub(super) nul: bool,
    /// Where the first character stands that may not be seen: a control, a bidirectional mark, a zero-width space.
    pub(super) unseen: Option<usize>,
    /// Ends of lines beside LF and CR.
    pub(super) separators: bool,
    /// Traces of UTF-8 that was read as another encoding.
    pub(super) mojibake: bool,
}

impl Census {
    /// Looks at a text, eight bytes in one go: only controls and the first bytes of longer characters are looked at
    /// one by one.
    pub(super) fn of(text: &str) -> Self {
        let mut census = Self { nul: false, unseen: None, separators: false, mojibake: false };
        let bytes = text.as_bytes();
        look_at_suspects(text, |at| {
            // Most are letters with an accent.
            if !is_letter(bytes.get(at..)) {
                census.note(at, bytes.get(at..).unwrap_or_default());
            }
        });
        census
    }

    /// Looks at the character that begins here.
    #[inline(never)]
    fn note(&mut self, at: usize, bytes: &[u8]) {
        let (second, third) = (bytes.get(1).copied().unwrap_or(b' '), bytes.get(2).copied().unwrap_or(b' '));
        match bytes.first() {
            // U+00C2 and U+00C3, U+00E2 before the euro sign or a control, and U+00F0 before U+0178 or a control; U+0102.
            Some(0xC3) => {
                let is_hat = second == 0xA2 && matches!(third, 0xE2 | 0xC2);
                let is_eth = second == 0xB0 && matches!(third, 0xC5 | 0xC2);
                self.mojibake |= second & 0xFE == 0x82 || is_hat || is_eth;
            }
            Some(0xC4) => self.mojibake |= second == 0x82,
            Some(0xE2) => {
                self.separators |= second == 0x80 && third & 0xFE == 0xA8;
            }
            Some(0xC2) => {
                self.separators |= second == 0x85;
            }
            Some(0x0B | 0x0C) => self.separators = true,
            Some(0) => self.nul = true,
            _ => {}
        }
        self.unseen = self.unseen.or_else(|| may_be_unseen(bytes).then_some(at));
    }
}

/// True where an accented letter begins that is no trace of damage: most suspects.
#[inline(always)]
fn is_letter(bytes: Option<&[u8]>) -> bool {
    matches!(bytes, Some([0xC3, second, ..]) if !matches!(second, 0x82 | 0x83 | 0xA2 | 0xB0))
}

/// True where the character that begins here may be one that is not seen.
#[inline(always)]
pub(super) fn may_be_unseen(bytes: &[u8]) -> bool {
    let (second, third) = (bytes.get(1).copied().unwrap_or(b' '), bytes.get(2).copied().unwrap_or(b' '));
    match bytes.first() {
        Some(b'\n' | b'\r' | b'\t') => false,
        // U+200B to U+200F, U+2028 to U+202E, U+2040 to U+207F: no quotation mark and no dash.
        Some(0xE2) => second == 0x81 || second == 0x80 && matches!(third, 0x8B..=0x8F | 0xA8..=0xAE),
        Some(0xC2) => second < 0xA0 || second == 0xAD,
        // Controls, and the first bytes of characters from blocks that hold unseen ones.
        Some(..0x20 | 0x7F | 0xCD | 0xD8 | 0xE1 | 0xE3 | 0xEF | 0xF3) => true,
        _ => false,
    }
}

/// Calls for the place of each control and of each character that is not ASCII, and for some places beside, in order.
#[inline(always)]
pub(super) fn look_at_suspects(text: &str, mut look: impl FnMut(usize)) {
    let bytes = text.as_bytes();
    let mut from = 0;
    while let Some(block) = bytes.get(from..).and_then(|rest| rest.first_chunk()) {
        let mut suspects = suspects(u64::from_le_bytes(*block));
        while suspects != 0 {
            look(from + suspects.trailing_zeros() as usize / 8);
            suspects &= suspects - 1;
        }
        from += block.len();
    }
    (from..bytes.len()).for_each(look);
}

/// The highest bit of each byte that is a control or begins a longer character, and perhaps of some after a control.
#[inline(always)]
const fn suspects(bytes: u64) -> u64 {
    const ONES: u64 = u64::from_le_bytes([1; 8]);
    let controls = (bytes.wrapping_sub(ONES * 0x20) | bytes.wrapping_add(ONES)) & !bytes;
    let leads = bytes & (bytes << 1);
    (controls | leads) & (ONES * 0x80)
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
            let census = Census::of(&format!("a{c}b"));
            assert!(census.unseen.is_some() || is_plain, "U+{:04X}", u32::from(c));
            assert_eq!(census.separators, SEPARATORS.contains(&c), "U+{:04X}", u32::from(c));
        }
    }

    #[test]
    fn ordinary_text_needs_no_second_look() {
        let text = "« L’été… » – “œuvre”\u{a0}: 25\u{202f}%, naïve Übergröße\r\n\tÀ Paris 👉";
        assert_eq!(Census::of(text), Census { nul: false, unseen: None, separators: false, mojibake: false });
        assert!(Census::of("rÃ©fÃ©rence").mojibake && Census::of("rĂ©").mojibake && Census::of("Â\u{a0}:").mojibake);
    }
}
