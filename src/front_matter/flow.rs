//! Values on one line: JSON, and the bare words and single quotes that YAML adds to it.

use std::collections::HashSet;

use crate::model::{Extra, Number, Value};

/// How many lists and objects may stand in one another.
pub(crate) const MAX_DEPTH: usize = 128;

/// What starts a form of YAML that is not read: the character, and its name.
const UNSUPPORTED: &[(char, &str)] = &[
    ('&', "an anchor (`&`)"),
    ('*', "an alias (`*`)"),
    ('!', "a tag (`!`)"),
    ('|', "a text over several lines (`|`)"),
    ('>', "a text over several lines (`>`)"),
    ('%', "a bare word that starts with `%`"),
    ('@', "a bare word that starts with `@`"),
    ('`', "a bare word that starts with a backtick"),
    ('?', "a complex key (`?`)"),
];

/// Which language a value is written in.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Style {
    /// JSON and nothing else.
    Json,
    /// YAML's flow form.
    Yaml,
    /// TOML's values, but for texts over several lines.
    Toml,
}

/// What is wrong, and at which byte.
#[derive(Debug)]
pub(crate) struct Fault {
    pub(crate) at: usize,
    pub(crate) problem: Problem,
}

/// What is wrong.
#[derive(Debug)]
pub(crate) enum Problem {
    /// Something else should stand here.
    Expected(&'static str),
    /// A form that is not read.
    Unsupported(&'static str),
    /// A key stands twice.
    DuplicateKey(String),
    /// What the reader of all of YAML, or of TOML, says.
    #[cfg_attr(not(any(feature = "toml", feature = "yaml")), expect(dead_code, reason = "made by those readers"))]
    Syntax(String),
    /// More than [`MAX_DEPTH`] deep.
    TooDeep,
}

/// A list or object that is not closed yet.
enum Open {
    Array(Vec<Value>),
    Object { members: Extra, keys: HashSet<String>, key: String },
}

/// Reads the value at byte `at` of `text`; gives it and the byte after it.
pub(crate) fn read(text: &str, at: usize, style: Style) -> Result<(Value, usize), Fault> {
    let mut cursor = Cursor { text, at, style };
    let mut open: Vec<Open> = Vec::new();
    loop {
        let Some(mut value) = cursor.open(&mut open)? else { continue };
        loop {
            let Some(mut inside) = open.pop() else { return Ok((value, cursor.at)) };
            let closer = inside.add(value);
            cursor.skip_space();
            if cursor.take(closer) {
                value = inside.close();
                continue;
            }
            if !cursor.take(',') {
                let expected = if closer == ']' { "`,` or `]` on this line" } else { "`,` or `}` on this line" };
                return Err(cursor.fault(Problem::Expected(expected)));
            }
            if style == Style::Toml {
                // TOML allows a comma after the last item.
                cursor.skip_space();
                if cursor.take(closer) {
                    value = inside.close();
                    continue;
                }
            }
            if let Open::Object { keys, key, .. } = &mut inside {
                *key = cursor.key(keys)?;
            }
            open.push(inside);
            break;
        }
    }
}

/// The value that a bare word means where JSON has one for it; any other word is a text.
pub(crate) fn bare(word: &str) -> Value {
    match word {
        "true" => Value::Bool(true),
        "false" => Value::Bool(false),
        "null" => Value::Null,
        _ => word.parse::<Number>().map_or_else(|_| Value::from(word), Value::Number),
    }
}

/// The form of YAML that starts with this text and is not read, where there is one.
pub(crate) fn unsupported(text: &str) -> Option<&'static str> {
    let first = text.chars().next()?;
    UNSUPPORTED.iter().find(|(c, _)| *c == first).map(|(_, what)| *what)
}

/// Where a comment begins in a bare text: at `#` after white space.
pub(crate) fn comment_start(text: &str) -> Option<usize> {
    let mut after_space = true;
    text.char_indices().find_map(|(at, c)| {
        let found = (c == '#' && after_space).then_some(at);
        after_space = matches!(c, ' ' | '\t');
        found
    })
}

impl Open {
    /// Puts a value in; gives the character that closes this.
    fn add(&mut self, value: Value) -> char {
        match self {
            Self::Array(items) => {
                items.push(value);
                ']'
            }
            Self::Object { members, key, .. } => {
                members.append(std::mem::take(key), value);
                '}'
            }
        }
    }

    /// The finished value.
    fn close(self) -> Value {
        match self {
            Self::Array(items) => Value::Array(items),
            Self::Object { members, .. } => Value::Object(members),
        }
    }
}

/// A place in the text.
struct Cursor<'a> {
    text: &'a str,
    at: usize,
    style: Style,
}

impl<'a> Cursor<'a> {
    fn rest(&self) -> &'a str {
        self.text.get(self.at..).unwrap_or_default()
    }

    fn fault(&self, problem: Problem) -> Fault {
        Fault { at: self.at, problem }
    }

    fn skip_space(&mut self) {
        let rest = self.rest();
        let mut after = rest.trim_start_matches([' ', '\t']);
        while self.style == Style::Toml && after.starts_with(['\n', '#']) {
            // A list may go on below; the caller sees to it that a single value does not.
            let line = if after.starts_with('#') { after.find('\n').unwrap_or(after.len()) } else { 1 };
            after = after.get(line..).unwrap_or_default().trim_start_matches([' ', '\t']);
        }
        self.at += rest.len() - after.len();
    }

    /// Steps over `c`, where it stands here.
    fn take(&mut self, c: char) -> bool {
        let found = self.rest().starts_with(c);
        self.at += if found { c.len_utf8() } else { 0 };
        found
    }

    /// Reads a scalar or an empty list or object, or opens a list or object and gives nothing yet.
    fn open(&mut self, open: &mut Vec<Open>) -> Result<Option<Value>, Fault> {
        self.skip_space();
        let start = self.at;
        let (is_array, closer) = match self.rest().chars().next() {
            Some('[') => (true, ']'),
            Some('{') => (false, '}'),
            _ => return self.scalar().map(Some),
        };
        self.at += 1;
        self.skip_space();
        // Tables of TOML stand round a value, and all must be written back within the limit.
        let most = if self.style == Style::Toml { MAX_DEPTH / 2 } else { MAX_DEPTH };
        if open.len() >= most {
            return Err(Fault { at: start, problem: Problem::TooDeep });
        }
        if self.take(closer) {
            return Ok(Some(if is_array { Value::Array(Vec::new()) } else { Value::Object(Extra::new()) }));
        }
        open.push(if is_array {
            Open::Array(Vec::new())
        } else {
            let mut keys = HashSet::new();
            let key = self.key(&mut keys)?;
            Open::Object { members: Extra::new(), keys, key }
        });
        Ok(None)
    }

    /// Reads a key and the colon after it.
    fn key(&mut self, keys: &mut HashSet<String>) -> Result<String, Fault> {
        self.skip_space();
        let start = self.at;
        let key = match (self.rest().chars().next(), self.style) {
            (Some('"'), _) => self.double_quoted()?,
            (Some('\''), Style::Yaml | Style::Toml) => self.single_quoted()?,
            (_, Style::Yaml) => self.word()?.to_owned(),
            (_, Style::Toml) => {
                let rest = self.rest();
                let ends = |c: char| !c.is_ascii_alphanumeric() && !matches!(c, '-' | '_' | '.');
                let key = rest.get(..rest.find(ends).unwrap_or(rest.len())).unwrap_or_default();
                if key.is_empty() || key.contains('.') {
                    return Err(self.fault(Problem::Expected("a key without dots")));
                }
                self.at += key.len();
                key.to_owned()
            }
            (_, Style::Json) => return Err(self.fault(Problem::Expected("a key in double quotes"))),
        };
        self.skip_space();
        let (sign, expected) = match self.style {
            Style::Toml => ('=', "`=` after the key"),
            _ => (':', "`:` after the key"),
        };
        if !self.take(sign) {
            return Err(self.fault(Problem::Expected(expected)));
        }
        if !keys.insert(key.clone()) {
            return Err(Fault { at: start, problem: Problem::DuplicateKey(key) });
        }
        Ok(key)
    }

    fn scalar(&mut self) -> Result<Value, Fault> {
        match (self.rest().chars().next(), self.style) {
            (Some('"'), _) => self.double_quoted().map(Value::String),
            (Some('\''), Style::Yaml | Style::Toml) => self.single_quoted().map(Value::String),
            (_, Style::Yaml) => self.word().map(bare),
            (_, Style::Toml) => self.constant(),
            (_, Style::Json) => {
                let rest = self.rest();
                let inside = |c: char| c.is_ascii_alphanumeric() || matches!(c, '+' | '-' | '.');
                let word = rest.get(..rest.find(|c| !inside(c)).unwrap_or(rest.len())).unwrap_or_default();
                match bare(word) {
                    Value::String(_) => Err(self.fault(Problem::Expected("a value in JSON’s form"))),
                    value => {
                        self.at += word.len();
                        Ok(value)
                    }
                }
            }
        }
    }

    /// Reads what stands without quotation marks in TOML: a number, a truth value, a date.
    fn constant(&mut self) -> Result<Value, Fault> {
        let rest = self.rest();
        let ends = |c: char| !c.is_ascii_alphanumeric() && !matches!(c, '+' | '-' | '.' | ':' | '_');
        let word = rest.get(..rest.find(ends).unwrap_or(rest.len())).unwrap_or_default();
        let is_known =
            matches!(word, "true" | "false") || word.starts_with(|c: char| c.is_ascii_digit() || "+-".contains(c));
        if !is_known {
            return Err(self.fault(Problem::Expected("a value, a text in quotes")));
        }
        self.at += word.len();
        Ok(super::toml::constant(word))
    }

    /// Reads a bare word inside a list or object.
    fn word(&mut self) -> Result<&'a str, Fault> {
        let rest = self.rest();
        if let Some(what) = unsupported(rest) {
            return Err(self.fault(Problem::Unsupported(what)));
        }
        let ends = |(at, c): (usize, char)| {
            let after = || rest.get(at + 1..).and_then(|after| after.chars().next());
            match c {
                ',' | '[' | ']' | '{' | '}' | '\n' => Some(at),
                ':' if after().is_none_or(|c| matches!(c, ' ' | '\t' | '\n' | ',' | '[' | ']' | '{' | '}')) => Some(at),
                _ => None,
            }
        };
        let end = rest.char_indices().find_map(ends).unwrap_or(rest.len());
        let word = rest.get(..end).unwrap_or_default().trim_end_matches([' ', '\t']);
        if word.is_empty() || comment_start(word).is_some() {
            return Err(self.fault(Problem::Expected("a value")));
        }
        self.at += word.len();
        Ok(word)
    }

    /// Reads a text in single quotes, in which two of them stand for one.
    pub(crate) fn single_quoted(&mut self) -> Result<String, Fault> {
        let start = self.at;
        let mut text = String::new();
        let mut chars = self.rest().char_indices().skip(1).peekable();
        while let Some((at, c)) = chars.next() {
            match c {
                '\'' if self.style == Style::Toml || chars.next_if(|&(_, next)| next == '\'').is_none() => {
                    self.at = start + at + 1;
                    return Ok(text);
                }
                '\n' => break,
                _ => text.push(c),
            }
        }
        Err(Fault { at: start, problem: Problem::Expected("a text with its closing quote on the same line") })
    }

    /// Reads a JSON string.
    pub(crate) fn double_quoted(&mut self) -> Result<String, Fault> {
        let start = self.at;
        let rest = self.rest();
        let mut text = String::new();
        let mut chars = rest.char_indices().skip(1);
        while let Some((at, c)) = chars.next() {
            let fault = |expected| Fault { at: start + at, problem: Problem::Expected(expected) };
            match c {
                '"' => {
                    self.at = start + at + 1;
                    return Ok(text);
                }
                '\n' => break,
                '\\' => {
                    let (decoded, length) = rest.get(at + 1..).and_then(escape).ok_or_else(|| {
                        fault("an escape of JSON: one of \\\" \\\\ \\/ \\b \\f \\n \\r \\t \\u and four hex digits")
                    })?;
                    text.push(decoded);
                    chars.by_ref().take(length).for_each(drop);
                }
                '\t' if self.style != Style::Json => text.push(c),
                '\0'..='\x1f' => return Err(fault("an escape such as \\u0001 for a control character")),
                _ => text.push(c),
            }
        }
        Err(Fault { at: start, problem: Problem::Expected("a text with its closing quote on the same line") })
    }
}

/// Decodes what stands after a backslash; gives the character and how many characters its escape has.
fn escape(after: &str) -> Option<(char, usize)> {
    let simple = match after.chars().next()? {
        '"' => '"',
        '\\' => '\\',
        '/' => '/',
        'b' => '\x08',
        'f' => '\x0c',
        'n' => '\n',
        'r' => '\r',
        't' => '\t',
        'u' => {
            let high = unit(after)?;
            if let Some(c) = char::from_u32(high) {
                return Some((c, 5));
            }
            // The first half of a surrogate pair; the other half must follow.
            let low = unit(after.get(5..)?.strip_prefix('\\')?)?;
            let pair = ((0xD800..0xDC00).contains(&high) && (0xDC00..0xE000).contains(&low))
                .then(|| 0x1_0000 + ((high - 0xD800) << 10) + (low - 0xDC00))?;
            return Some((char::from_u32(pair)?, 11));
        }
        _ => return None,
    };
    Some((simple, 1))
}

/// Reads `u` and four hex digits.
fn unit(text: &str) -> Option<u32> {
    let digits = text.strip_prefix('u')?.get(..4)?;
    digits.bytes().all(|byte| byte.is_ascii_hexdigit()).then(|| u32::from_str_radix(digits, 16).ok())?
}

/// Reads a text in quotes at byte `at`: a key that stands alone.
pub(crate) fn read_quoted(text: &str, at: usize) -> Result<(String, usize), Fault> {
    let mut cursor = Cursor { text, at, style: Style::Yaml };
    let read = if cursor.rest().starts_with('"') { cursor.double_quoted()? } else { cursor.single_quoted()? };
    Ok((read, cursor.at))
}
