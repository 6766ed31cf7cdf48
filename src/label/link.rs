//! Addresses in running text: where each begins and ends.

use crate::model::Address;
use crate::span::Span;

/// An address in a text, as a range of bytes.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Spot {
    pub(crate) start: usize,
    pub(crate) end: usize,
}

/// Where the `http` and `https` addresses in a text stand, in order.
///
/// An address ends at white space, at a character without a shape, and at what cannot stand in one: quotation marks,
/// angle brackets, an ellipsis, a pictograph. Final punctuation does not belong to it, nor do brackets that were not
/// opened inside it. What is no address after all, such as one whose port is too large, is left out.
///
/// # Examples
///
/// ```
/// use commentary::label::addresses;
///
/// let text = "Voir «\u{a0}https://a.example/l’été_(2025)\u{a0}», puis https://b.example.";
/// let found: Vec<&str> = addresses(text).into_iter().filter_map(|span| span.slice(text)).collect();
/// assert_eq!(found, ["https://a.example/l’été_(2025)", "https://b.example"]);
/// ```
#[must_use]
pub fn addresses(text: &str) -> Vec<Span> {
    let is_web = |spot: &Spot| text.get(spot.start..spot.end).is_some_and(|text| Address::from(text).is_web());
    spots(text).into_iter().filter(is_web).map(|spot| Span::new(spot.start, spot.end)).collect()
}

/// What looks like an `http` or `https` address in a text, in order.
pub(crate) fn spots(text: &str) -> Vec<Spot> {
    let mut found = Vec::new();
    let mut from = 0;
    while let Some(at) = scheme_end(text, from) {
        let before = text.get(from..at).unwrap_or_default();
        let scheme = ["https", "http"].into_iter().find(|scheme| {
            before.len() >= scheme.len()
                && before.get(before.len() - scheme.len()..).is_some_and(|end| end.eq_ignore_ascii_case(scheme))
        });
        let body = at + 3;
        let rest = text.get(body..).unwrap_or_default();
        let length = trimmed(rest.get(..end_of_address(rest)).unwrap_or(rest));
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

/// Where the address at the beginning of a text ends, its final punctuation included.
fn end_of_address(text: &str) -> usize {
    let mut chars = text.char_indices().peekable();
    while let Some((at, c)) = chars.next() {
        // An apostrophe inside a word is part of the word.
        let is_inside = c == '’' && at > 0 && chars.peek().is_some_and(|(_, next)| next.is_alphanumeric());
        let is_label_end = c == ']' && chars.peek().is_some_and(|&(_, next)| next == '(');
        if !is_inside && (ends_address(c) || is_label_end) {
            return at;
        }
    }
    text.len()
}

/// True where an address stands at the end of a text, so that it may go on with the next line.
pub(crate) fn ends_in_address(text: &str) -> bool {
    let last = text.rsplit(char::is_whitespace).next().unwrap_or(text);
    last.len() <= Address::MAX_LENGTH
        && spots(last).last().is_some_and(|spot| {
            // Nothing else than the address is known to end in `?` or `_`, which elsewhere is punctuation.
            matches!(last.get(spot.end..), Some("" | "?" | "_"))
        })
}

/// True for the rest of an address that was broken at the end of a line: one word, made of what stands in addresses and
/// with a sign of one in it, or whatever small letters follow a `-` or a `/`.
///
/// `line` is what stands before the break. A date, a number, a host by itself and an address of its own go on with nothing.
pub(crate) fn goes_on_address(line: &str, next: &str) -> bool {
    let is_word = next.len() <= 400 && !next.contains(|c: char| ends_address(c) || matches!(c, '|' | '*' | '['));
    if !is_word || !next.contains(char::is_alphanumeric) || next.contains("://") || next.starts_with(['#', '@', '\\']) {
        return false;
    }
    let has = |marks: &[char]| next.contains(marks);
    let digits = next.bytes().filter(u8::is_ascii_digit).count();
    let is_date = next.bytes().all(|byte| byte.is_ascii_digit() || matches!(byte, b'-' | b'/' | b'.' | b':'))
        && (digits <= 4 || digits < next.len());
    let is_capital = next.starts_with(char::is_uppercase);
    match line.chars().next_back() {
        Some('-' | '_' | '=' | '&' | '%' | '?') => true,
        Some('/') => !is_capital && !is_host(next) && (!is_date || has(&['/'])),
        _ if is_capital || is_date || is_host(next) => false,
        _ => has(&['-', '/', '.', '_', '=', '%', '&']) || next.contains(|c: char| c.is_ascii_digit()),
    }
}

/// True for a host by itself: `www.a.example`.
fn is_host(word: &str) -> bool {
    let file = [".html", ".htm", ".php", ".pdf", ".png", ".jpg", ".jpeg", ".gif", ".webp", ".aspx"];
    let last = word.trim_end_matches('/').rsplit_once('.').map(|(_, last)| last);
    word.starts_with("www.")
        || last.is_some_and(|last| last.len() >= 2 && last.bytes().all(|byte| byte.is_ascii_lowercase()))
            && !word.trim_end_matches('/').contains(['/', '_', '=', '%', '&'])
            && !file.iter().any(|ending| word.ends_with(ending))
}

/// Where the first `://` from a place on begins.
fn scheme_end(text: &str, mut from: usize) -> Option<usize> {
    let bytes = text.as_bytes();
    loop {
        from += memchr::memchr(b':', bytes.get(from..)?)? + 1;
        if bytes.get(from..).is_some_and(|rest| rest.starts_with(b"//")) {
            return Some(from - 1);
        }
    }
}

/// True for what ends an address: white space, controls, invisible characters, quotation marks and angle brackets.
fn ends_address(c: char) -> bool {
    if c.is_ascii_alphanumeric() || matches!(c, '-' | '/' | '.' | '_') {
        return false;
    }
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
    if text.as_bytes().last().is_some_and(|last| last.is_ascii_alphanumeric() || *last == b'/') {
        return text.len();
    }
    let count = |mark: u8| text.bytes().filter(|&byte| byte == mark).count();
    // Brackets are counted once, and then kept up to date while the end moves.
    let mut open = [count(b'(') as isize - count(b')') as isize, count(b'[') as isize - count(b']') as isize];
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
    use super::{addresses, ends_in_address, goes_on_address, spots};

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
    fn what_is_no_address_after_all_is_left_out() {
        for text in ["https://a.example:99999/x", "https://...", "http://[::1"] {
            assert_eq!(addresses(text), [], "{text}");
        }
        assert_eq!(found("https://a.example/l’été."), ["https://a.example/l’été"]);
        assert_eq!(found("‘https://a.example/x’"), ["https://a.example/x"]);
    }

    #[test]
    fn an_address_goes_on_below_a_break() {
        let line = "Fonte: https://a.example/noticias/argumentos-a-favor-";
        assert!(ends_in_address(line) && !ends_in_address("Fonte: https://a.example/b. Voir"));
        for next in ["ou-contra-a-pena-no-brasil", "contra", "Contra-1", "x.html"] {
            assert!(goes_on_address(line, next), "{next}");
        }
        let line = "https://a.example/noticias/argumentos";
        for next in ["-a-favor", "/2025/x", "?id=3", "12345", "index.html", "a%20b", "b_c"] {
            assert!(goes_on_address(line, next), "{next}");
        }
        for next in [
            "Contra", "Pro-Contra", "contra", "2025-04-05", "5/4/2025", "www.b.example", "journal.example",
            "https://b.example/",
        ] {
            assert!(!goes_on_address(line, next), "{next}");
        }
        assert!(!goes_on_address("https://a.example/", "Conclusion") && !goes_on_address("https://a.example/", "a b"));
    }

    #[test]
    fn many_brackets_take_linear_time() {
        let text = format!("https://a.example/{}", ")".repeat(1_000_000));
        assert_eq!(found(&text), ["https://a.example/"]);
    }
}
