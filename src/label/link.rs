//! Addresses in running text: where each begins and ends.

/// An address in a text, as a range of bytes.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Spot {
    pub(crate) start: usize,
    pub(crate) end: usize,
}

/// The `http` and `https` addresses in a text, in order.
///
/// An address ends at white space, at a character without a shape, and at what cannot stand in one; final punctuation and
/// brackets that were not opened inside it do not belong to it.
pub(crate) fn spots(text: &str) -> Vec<Spot> {
    let mut found = Vec::new();
    let mut from = 0;
    while let Some(at) = text.get(from..).and_then(|rest| rest.find("://")).map(|at| from + at) {
        let before = text.get(from..at).unwrap_or_default();
        let scheme = ["https", "http"].into_iter().find(|scheme| {
            before.len() >= scheme.len()
                && before.get(before.len() - scheme.len()..).is_some_and(|end| end.eq_ignore_ascii_case(scheme))
        });
        let body = at + 3;
        let rest = text.get(body..).unwrap_or_default();
        let length = trimmed(rest.find(ends_address).map_or(rest, |end| rest.get(..end).unwrap_or_default()));
        from = body + length.max(1).min(rest.len());
        while !text.is_char_boundary(from) {
            from += 1;
        }
        if let Some(scheme) = scheme.filter(|_| length > 0) {
            found.push(Spot { start: at - scheme.len(), end: body + length });
        }
    }
    found
}

/// True for what ends an address: white space, controls, invisible characters, quotation marks and angle brackets.
fn ends_address(c: char) -> bool {
    c.is_whitespace()
        || c.is_control()
        || crate::diagnostic::is_unsafe(c)
        || matches!(
            c,
            '<' | '>'
                | '"'
                | '«'
                | '»'
                | '“'
                | '”'
                | '„'
                | '‹'
                | '›'
                | '‘'
                | '’'
                | '…'
                | '。'
                | '、'
                | '`'
                | '{'
                | '}'
        )
        || matches!(u32::from(c), 0x2600..=0x27BF | 0x1F000..=0x1FAFF)
}

/// The length of an address without the punctuation and the closing brackets that follow it.
fn trimmed(text: &str) -> usize {
    let count = |mark: char| text.chars().filter(|&c| c == mark).count();
    // Brackets are counted once, and then kept up to date while the end moves.
    let mut open = [count('(') as isize - count(')') as isize, count('[') as isize - count(']') as isize];
    let mut end = text.len();
    while let Some(last) = text.get(..end).and_then(|text| text.chars().next_back()) {
        let drop = match last {
            '.' | ',' | ';' | ':' | '!' | '?' | '\'' | '*' | '_' | '|' => true,
            ')' if open[0] < 0 => {
                open[0] += 1;
                true
            }
            ']' if open[1] < 0 => {
                open[1] += 1;
                true
            }
            _ => false,
        };
        if !drop {
            break;
        }
        end -= last.len_utf8();
    }
    end
}

#[cfg(test)]
mod tests {
    use super::spots;

    fn found(text: &str) -> Vec<&str> {
        spots(text).into_iter().map(|spot| &text[spot.start..spot.end]).collect()
    }

    #[test]
    fn punctuation_round_an_address_is_left_out() {
        assert_eq!(found("voir https://a.example/b."), ["https://a.example/b"]);
        assert_eq!(found("«\u{a0}https://a.example/b\u{a0}»"), ["https://a.example/b"]);
        assert_eq!(found("(https://a.example/b_(c))."), ["https://a.example/b_(c)"]);
        assert_eq!(found("[x](https://a.example/b)"), ["https://a.example/b"]);
        assert_eq!(
            found("lienhttps://a.example/é?q=1&r=2, puis HTTP://b.example/"),
            ["https://a.example/é?q=1&r=2", "HTTP://b.example/"]
        );
    }

    #[test]
    fn other_schemes_and_bare_schemes_are_no_addresses() {
        assert_eq!(found("ftp://a.example http:// https:// x://"), Vec::<&str>::new());
    }

    #[test]
    fn many_brackets_take_linear_time() {
        let text = format!("https://a.example/{}", ")".repeat(1_000_000));
        assert_eq!(found(&text), ["https://a.example/"]);
    }
}
