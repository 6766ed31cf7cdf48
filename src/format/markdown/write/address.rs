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
fn write_part(out: &mut String, part: &str, delimiters: &[char]) {
    let mut chars = part.chars();
    while let Some(c) = chars.next() {
        let next = chars.as_str().chars().next();
        let escaped = match c {
            '\\' => next.is_none_or(|c| c.is_ascii_punctuation()),
            '&' => is_reference(chars.as_str(), Next::End),
            _ => delimiters.contains(&c),
        };
        if c.is_ascii_control() {
            write_reference(out, c);
            continue;
        }
        if escaped {
            out.push('\\');
        }
        out.push(c);
    }
}
