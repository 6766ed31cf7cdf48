//! The end of a link or an image: its address and its title.

use super::escape::{Next, is_reference, write_reference};

/// What closes a label: `](address "title")`.
pub(super) fn ending(address: &str, title: Option<&str>) -> String {
    let mut out = String::from("](");
    let is_bare = !address.is_empty()
        && !address.starts_with('<')
        && !address.contains(|c: char| c.is_control() || matches!(c, ' ' | '(' | ')'));
    if is_bare {
        write_part(&mut out, address, &[]);
    } else if !address.is_empty() || title.is_some() {
        out.push('<');
        write_part(&mut out, address, &['<', '>']);
        out.push('>');
    }
    if let Some(title) = title {
        out.push_str(" \"");
        write_part(&mut out, title, &['"']);
        out.push('"');
    }
    out.push(')');
    out
}

/// Appends a part in which backslashes and character references mean something, and so do `delimiters`.
///
/// An ampersand is written as a reference and not escaped, and so is a space at an end: the reference implementation trims
/// first, decodes references, and takes backslashes away after that.
pub(super) fn write_part(out: &mut String, part: &str, delimiters: &[char]) {
    let mut chars = part.char_indices();
    while let Some((at, c)) = chars.next() {
        let after = chars.as_str();
        let next = after.chars().next();
        match c {
            '&' if is_reference(after, Next::End) => out.push_str("&amp;"),
            ' ' if at == 0 || next.is_none() => write_reference(out, c),
            // The reference implementation looks for the last quotation mark that may close a title, and after two
            // backslashes it takes one for escaped.
            '\\' if next.is_none() && delimiters.contains(&'"') => write_reference(out, c),
            _ if c.is_ascii_control() => write_reference(out, c),
            _ => {
                let is_escape = c == '\\' && next.is_none_or(|c| c.is_ascii_punctuation());
                if is_escape || delimiters.contains(&c) {
                    out.push('\\');
                }
                out.push(c);
            }
        }
    }
}
