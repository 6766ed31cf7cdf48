//! The numbers of a JSON text that serde_json gives as a floating-point number, which may have other digits.

/// Those numbers as written, in the order in which they stand. What is no JSON gives numbers that nobody asks for.
///
/// Everything outside strings that begins with a digit or a minus sign is a number, so no more has to be understood.
pub(super) fn inexact(text: &str) -> Vec<Box<str>> {
    let mut found = Vec::new();
    let mut rest = text.as_bytes();
    while let Some((first, after)) = rest.split_first() {
        rest = match first {
            b'"' => after_string(after),
            b'-' | b'0'..=b'9' => {
                let is_part = |byte: &u8| matches!(byte, b'0'..=b'9' | b'+' | b'-' | b'.' | b'e' | b'E');
                let end = rest.iter().position(|byte| !is_part(byte)).unwrap_or(rest.len());
                let (number, after) = rest.split_at_checked(end).unwrap_or_default();
                found.extend(std::str::from_utf8(number).ok().filter(|number| !is_whole(number)).map(Box::from));
                after
            }
            _ => after,
        };
    }
    found
}

/// What stands after a string, from after its opening quote.
fn after_string(mut rest: &[u8]) -> &[u8] {
    while let Some(at) = memchr::memchr2(b'"', b'\\', rest) {
        let (found, after) = rest.get(at..).and_then(<[u8]>::split_first).unwrap_or((&b'"', &[]));
        if *found == b'"' {
            return after;
        }
        // The escaped character is none of those that are looked for, whatever it is.
        rest = after.get(1..).unwrap_or_default();
    }
    &[]
}

/// True for a whole number of 64 bits, which serde_json gives as one. `-0` is none: whole numbers have no such sign.
fn is_whole(number: &str) -> bool {
    number != "-0" && (number.parse::<i64>().is_ok() || number.parse::<u64>().is_ok())
}

#[cfg(test)]
mod tests {
    use super::inexact;

    #[test]
    fn only_what_is_no_whole_number_of_64_bits_is_found_and_nothing_in_strings() {
        let text =
            r#"{"a": 1.50, "1.5\\": [-0, 5, "\"2.5", 18446744073709551615, 18446744073709551616], "b": -1e-400}"#;
        let found: Vec<_> = inexact(text).into_iter().map(String::from).collect();
        assert_eq!(found, ["1.50", "-0", "18446744073709551616", "-1e-400"]);
        assert_eq!(inexact("[1.5").len(), 1);
        assert!(inexact(r#""1.5"#).is_empty() && inexact(r#""\"#).is_empty());
    }
}
