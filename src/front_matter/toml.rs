//! TOML between the fences: `key = value` lines, `[tables]`, and texts and lists over several lines.
//!
//! Dates and times are texts here, as they are in YAML's simple form. Dotted keys, and lists of tables in tables, are not
//! read.

use std::collections::{HashMap, HashSet};

use super::flow::{self, Fault, Problem, Style};
use super::{Entry, Unread};
use crate::model::{Extra, Value};
use crate::span::Span;

/// How many tables may stand in one another, and how many there may be.
const MAX_DEPTH: usize = 8;
const MAX_TABLES: usize = 1_000;

/// The entries that `inside` covers.
pub(super) fn entries(source: &str, inside: Span, unread: &mut Unread<'_>) -> Result<Vec<Entry>, Fault> {
    let source = source.get(..inside.end()).unwrap_or(source);
    let mut reader = Reader { source, at: inside.start(), ..Reader::default() };
    while let Some((start, line)) = reader.next_line() {
        let end = start + line.len();
        let step = if line.starts_with('[') { reader.header(start, line) } else { reader.entry(start, line) };
        match step {
            Ok(after) => reader.at = after,
            Err(fault) => {
                unread.take(line, fault)?;
                reader.at = end;
            }
        }
    }
    Ok(reader.entries)
}

#[derive(Default)]
struct Reader<'a> {
    source: &'a str,
    at: usize,
    entries: Vec<Entry>,
    /// The table that is open, from the outermost name to its own; none at the beginning.
    table: Vec<String>,
    /// What tells the keys of this table from those of others.
    scope: Vec<String>,
    /// The keys read so far, each after the scope of its table.
    keys: HashSet<Vec<String>>,
    /// Where the entry with a name stands.
    positions: HashMap<String, usize>,
    /// How many tables were opened.
    tables: usize,
}

impl<'a> Reader<'a> {
    /// The next line that says something, from its first sign, and the byte at which that stands.
    fn next_line(&mut self) -> Option<(usize, &'a str)> {
        loop {
            let rest = self.source.get(self.at..).filter(|rest| !rest.is_empty())?;
            let line = rest.lines().next().unwrap_or_default();
            let said = line.trim_start();
            if said.is_empty() || said.starts_with('#') {
                self.at = (self.at + rest.find('\n').unwrap_or(rest.len()) + 1).min(self.source.len());
                continue;
            }
            return Some((self.at + line.len() - said.len(), said));
        }
    }

    /// Opens a table: `[extra]`, `[extra.author]`, or the next of a list: `[[references]]`.
    fn header(&mut self, start: usize, line: &str) -> Result<usize, Fault> {
        let fault = |problem| Fault { at: start, problem };
        let line = line.get(..flow::comment_start(line).unwrap_or(line.len())).unwrap_or(line).trim_end();
        let list = line.strip_prefix("[[").and_then(|rest| rest.strip_suffix("]]"));
        let name = list.or_else(|| line.strip_prefix('[')?.strip_suffix(']'));
        let name = name.ok_or_else(|| fault(Problem::Expected("the name of a table in brackets")))?;
        let path: Vec<String> = name.split('.').map(|part| part.trim().trim_matches(['"', '\'']).to_owned()).collect();
        if path.iter().any(|part| !is_bare_key(part)) {
            return Err(fault(Problem::Expected("the name of a table in brackets")));
        }
        if path.len() > MAX_DEPTH || list.is_some() && path.len() > 1 {
            return Err(fault(Problem::Unsupported("a table this deep in others")));
        }
        self.tables += 1;
        if self.tables > MAX_TABLES {
            return Err(fault(Problem::Unsupported("more than 1000 tables")));
        }
        let again = || fault(Problem::DuplicateKey(name.to_owned()));
        if list.is_none() && !self.keys.insert(path.clone()) {
            return Err(again());
        }
        let place = self.place(&path, start).ok_or_else(again)?;
        match (list, place) {
            (Some(_), Value::Array(items)) => items.push(Value::Object(Extra::new())),
            (Some(_), place) if *place == Value::Object(Extra::new()) => {
                *place = Value::Array(vec![Value::Object(Extra::new())]);
            }
            (None, Value::Object(_)) => {}
            _ => return Err(again()),
        }
        // The tables of a list have keys of their own.
        self.scope = path.iter().cloned().chain(list.map(|_| self.tables.to_string())).collect();
        self.table = path;
        Ok(start + line.len())
    }

    /// The value at a path of tables, which are made where they are not there; nothing where another value stands there.
    fn place(&mut self, path: &[String], at: usize) -> Option<&mut Value> {
        let (first, rest) = path.split_first()?;
        let position = self.positions.get(first).copied().unwrap_or(self.entries.len());
        if position == self.entries.len() {
            self.push(first.clone(), Value::Object(Extra::new()), at);
        }
        let mut value = self.entries.get_mut(position)?.value.as_mut()?;
        for name in rest {
            if let Value::Array(items) = value {
                value = items.last_mut()?;
            }
            let Value::Object(members) = value else { return None };
            if members.get(name).is_none() {
                members.append(name.clone(), Value::Object(Extra::new()));
            }
            value = members.get_mut(name)?;
        }
        Some(value)
    }

    fn push(&mut self, key: String, value: Value, at: usize) {
        self.positions.insert(key.clone(), self.entries.len());
        self.entries.push(Entry { key, value: Some(value), at });
    }

    /// Reads `key = value`; gives the byte after it.
    fn entry(&mut self, start: usize, line: &str) -> Result<usize, Fault> {
        let expected = |at, what| Fault { at, problem: Problem::Expected(what) };
        let (key, after) = if line.starts_with(['"', '\'']) {
            flow::read_quoted(self.source, start)?
        } else {
            let length = line.find(|c: char| c == '=' || c.is_whitespace()).unwrap_or(line.len());
            (line.get(..length).unwrap_or_default().to_owned(), start + length)
        };
        let rest = self.source.get(after..start + line.len()).unwrap_or_default();
        let sign = after + rest.len() - rest.trim_start().len();
        let value = rest.trim_start().strip_prefix('=').ok_or_else(|| expected(start, "a key and `=`"))?;
        if !line.starts_with(['"', '\'']) && !is_bare_key(&key) {
            return Err(expected(start, "a key and `=`"));
        }
        let at = sign + 1 + value.len() - value.trim_start().len();
        let (value, end) = self.value(at)?;
        let rest = self.source.get(end..).unwrap_or_default().lines().next().unwrap_or_default();
        if !rest.trim().is_empty() && !rest.trim_start().starts_with('#') {
            return Err(expected(end, "the end of the line after the value"));
        }
        let mut full = self.scope.clone();
        full.push(key.clone());
        if !self.keys.insert(full) {
            return Err(Fault { at: start, problem: Problem::DuplicateKey(key) });
        }
        if self.table.is_empty() {
            self.push(key, value, at);
        } else {
            let path = self.table.clone();
            let table = match self.place(&path, start) {
                Some(Value::Array(items)) => items.last_mut(),
                place => place,
            };
            if let Some(Value::Object(members)) = table {
                members.append(key, value);
            }
        }
        Ok(end + rest.len())
    }

    /// Reads the value at byte `at`; gives the byte after it.
    fn value(&self, at: usize) -> Result<(Value, usize), Fault> {
        let rest = self.source.get(at..).unwrap_or_default();
        if rest.is_empty() || rest.starts_with(['\n', '#']) {
            return Err(Fault { at, problem: Problem::Expected("a value") });
        }
        for mark in ["\"\"\"", "'''"] {
            if let Some(text) = rest.strip_prefix(mark) {
                let unclosed = Fault { at, problem: Problem::Expected("a text with its closing quotes") };
                let (text, _) = text.split_once(mark).ok_or(unclosed)?;
                if mark.starts_with('"') && text.contains('\\') {
                    let problem = Problem::Unsupported("a backslash in a text over several lines");
                    return Err(Fault { at, problem });
                }
                let value = Value::from(text.strip_prefix('\n').unwrap_or(text));
                return Ok((value, at + 2 * mark.len() + text.len()));
            }
        }
        flow::read(self.source, at, Style::Toml)
    }
}

/// What stands without quotation marks: a truth value, a number in JSON's notation, a date or time as it is written.
pub(super) fn constant(word: &str) -> Value {
    let (sign, digits) = match word.split_at_checked(1) {
        Some(("-", digits)) => ("-", digits),
        Some(("+", digits)) => ("", digits),
        _ => ("", word),
    };
    let digits = digits.replace('_', "");
    let radix = [("0x", 16), ("0o", 8), ("0b", 2)].into_iter().find_map(|(mark, radix)| {
        let digits = digits.strip_prefix(mark)?;
        u64::from_str_radix(digits, radix).ok()
    });
    let number = radix.map_or_else(|| format!("{sign}{digits}"), |number| number.to_string());
    match flow::bare(&number) {
        Value::String(_) => Value::from(word),
        value => value,
    }
}

/// True for a key without quotation marks.
fn is_bare_key(key: &str) -> bool {
    !key.is_empty() && key.bytes().all(|byte| byte.is_ascii_alphanumeric() || matches!(byte, b'-' | b'_'))
}
