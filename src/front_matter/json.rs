//! Values on one line, for front matter, comments and attributes: JSON, or TOML's form of it.

use std::fmt::Write as _;

use crate::model::Value;

/// Where JSON stands, which decides what must be escaped beyond its own rules.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Place {
    /// In front matter, with a space after `:` and `,`, as YAML is written.
    FrontMatter,
    /// In front matter in TOML: objects as tables on one line.
    Toml,
    /// In an HTML comment or in an attribute in single quotes.
    Html,
}

/// What is still to be written.
enum Step<'a> {
    Value(&'a Value),
    Key(&'a str),
    Mark(&'static str),
}

/// Appends a value.
pub(crate) fn write_value(out: &mut String, value: &Value, place: Place) {
    let (comma, colon) = match place {
        Place::FrontMatter => (", ", ": "),
        Place::Toml => (", ", " = "),
        Place::Html => (",", ":"),
    };
    let mut steps = vec![Step::Value(value)];
    while let Some(step) = steps.pop() {
        match step {
            Step::Mark(mark) => out.push_str(mark),
            Step::Key(key) => {
                match place {
                    Place::Toml if is_plain_key(key) => out.push_str(key),
                    _ => write_text(out, key, place),
                }
                out.push_str(colon);
            }
            Step::Value(Value::Null) => out.push_str("null"),
            Step::Value(Value::Bool(truth)) => out.push_str(if *truth { "true" } else { "false" }),
            Step::Value(Value::Number(number)) => out.push_str(number.as_str()),
            Step::Value(Value::String(text)) => write_text(out, text, place),
            Step::Value(Value::Array(items)) => {
                steps.push(Step::Mark("]"));
                for (position, item) in items.iter().enumerate().rev() {
                    steps.push(Step::Value(item));
                    steps.push(Step::Mark(if position == 0 { "[" } else { comma }));
                }
                if items.is_empty() {
                    steps.push(Step::Mark("["));
                }
            }
            Step::Value(Value::Object(members)) => {
                let opened = steps.len();
                steps.push(Step::Mark("{"));
                for (position, (key, value)) in members.iter().enumerate() {
                    if position > 0 {
                        steps.push(Step::Mark(comma));
                    }
                    steps.extend([Step::Key(key), Step::Value(value)]);
                }
                steps.push(Step::Mark("}"));
                steps.get_mut(opened..).unwrap_or_default().reverse();
            }
        }
    }
}

/// Words that YAML 1.1 takes for a truth value or for nothing, in any case.
const TYPED: &[&str] = &["null", "true", "false", "yes", "no", "on", "off", "y", "n"];

/// True for a key that needs no quotes: letters, digits, `_` and `-`, no digit or `-` first, and no word that means a
/// value.
pub(super) fn is_plain_key(key: &str) -> bool {
    !TYPED.iter().any(|word| word.eq_ignore_ascii_case(key))
        && key.starts_with(|c: char| c.is_ascii_alphabetic() || c == '_')
        && key.chars().all(|c| c.is_ascii_alphanumeric() || c == '_' || c == '-')
}

/// Appends a text in double quotes.
pub(super) fn write_text(out: &mut String, text: &str, place: Place) {
    out.push('"');
    let mut previous = '"';
    for c in text.chars() {
        match c {
            '"' => out.push_str("\\\""),
            '\\' => out.push_str("\\\\"),
            '\n' => out.push_str("\\n"),
            '\r' => out.push_str("\\r"),
            '\t' => out.push_str("\\t"),
            _ if is_escaped(c) || (place == Place::Html && ends_html(previous, c)) => {
                // Everything escaped lies in the basic plane: YAML knows no surrogate pairs.
                // Writing to a string cannot fail.
                let _ = write!(out, "\\u{:04x}", u32::from(c));
            }
            _ => out.push(c),
        }
        previous = c;
    }
    out.push('"');
}

/// What YAML readers refuse raw or take for a line end, and what would be there unseen (controls, bidirectional marks).
const fn is_escaped(c: char) -> bool {
    matches!(c,
        '\0'..='\x1f' | '\x7f'..='\u{9f}' | '\u{2028}' | '\u{2029}' | '\u{feff}' | '\u{fffe}' | '\u{ffff}'
        | '\u{61c}' | '\u{200e}' | '\u{200f}' | '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}')
}

/// What could end a comment or an attribute, or be read as a character reference or a template there.
const fn ends_html(previous: char, c: char) -> bool {
    matches!(c, '<' | '>' | '&' | '\'') || matches!((previous, c), ('-', '-') | ('{', '{' | '%'))
}
