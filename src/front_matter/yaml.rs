//! YAML between the fences: `key: value` lines, lists on lines of their own.

use std::collections::HashSet;

use super::flow::{self, Fault, Problem, Style};
use super::{Entry, Unread};
use crate::model::Value;
use crate::span::Span;

/// The entries that `inside` covers.
pub(super) fn entries(source: &str, inside: Span, unread: &mut Unread<'_>) -> Result<Vec<Entry>, Fault> {
    Lines { source, at: inside.start(), end: inside.end() }.entries(unread)
}

/// The line that starts at byte `at`, without its end.
fn line_at(source: &str, at: usize) -> Option<Span> {
    let rest = source.get(at..).filter(|rest| !rest.is_empty())?;
    Some(Span::new(at, at + rest.find('\n').unwrap_or(rest.len())))
}

/// The lines between the fences.
struct Lines<'a> {
    source: &'a str,
    at: usize,
    end: usize,
}

impl<'a> Lines<'a> {
    /// The next line that says something, with the byte at which it starts.
    fn peek(&mut self) -> Option<(usize, &'a str)> {
        while self.at < self.end {
            let line = line_at(self.source, self.at)?;
            let text = line.slice(self.source)?;
            let said = text.trim_matches([' ', '\t']);
            if !said.is_empty() && !said.starts_with('#') {
                return Some((self.at, text));
            }
            self.at = line.end() + 1;
        }
        None
    }

    fn entries(mut self, unread: &mut Unread<'_>) -> Result<Vec<Entry>, Fault> {
        let mut entries = Vec::new();
        let mut keys = HashSet::new();
        while let Some((start, line)) = self.peek() {
            match self.entry(start, line, &mut keys) {
                Ok(entry) => entries.push(entry),
                Err(fault) => {
                    let read = self.source.get(start..self.at.max(start + line.len())).unwrap_or(line);
                    unread.take(read, fault)?;
                    self.at = self.at.max(start + line.len() + 1);
                }
            }
        }
        Ok(entries)
    }

    /// Reads the entry whose line starts at byte `start`.
    fn entry(&mut self, start: usize, line: &str, keys: &mut HashSet<String>) -> Result<Entry, Fault> {
        let (key, after) = read_key(self.source, start, line)?;
        if !keys.insert(key.clone()) {
            return Err(Fault { at: start, problem: Problem::DuplicateKey(key) });
        }
        self.at = start + line.len() + 1;
        let text = self.source.get(after..start + line.len()).unwrap_or_default();
        let at = after + text.len() - text.trim_start_matches([' ', '\t']).len();
        let value = match read_value(self.source, at, start + line.len())? {
            Some(value) => Some(value),
            None => self.block_list()?,
        };
        Ok(Entry { key, value, at })
    }

    /// Reads the lines `- item` below a key, where there are any.
    fn block_list(&mut self) -> Result<Option<Value>, Fault> {
        let mut items = Vec::new();
        while let Some((start, line)) = self.peek() {
            let indented = line.trim_start_matches(' ');
            let item = start + line.len() - indented.len();
            let Some(text) = indented.strip_prefix('-').filter(|text| text.is_empty() || text.starts_with(' ')) else {
                break;
            };
            let at = item + 1 + text.len() - text.trim_start_matches([' ', '\t']).len();
            let end = start + line.len();
            if is_mapping(self.source.get(at..end).unwrap_or_default()) {
                return Err(Fault { at, problem: Problem::Unsupported("a key inside a list item") });
            }
            items.push(read_value(self.source, at, end)?.unwrap_or(Value::Null));
            self.at = end + 1;
        }
        Ok((!items.is_empty()).then_some(Value::Array(items)))
    }
}

/// True for a bare text that YAML takes for a key and its value.
fn is_mapping(text: &str) -> bool {
    !text.starts_with(['"', '\'', '[', '{']) && (text.contains(": ") || text.ends_with(':'))
}

/// Reads the key of a line; gives the byte after its colon.
fn read_key(source: &str, start: usize, line: &str) -> Result<(String, usize), Fault> {
    let expected = |at| Fault { at, problem: Problem::Expected("a key and `:`") };
    match line.chars().next() {
        Some(' ') => Err(Fault { at: start, problem: Problem::Unsupported("an indented line") }),
        Some('\t') => Err(Fault { at: start, problem: Problem::Unsupported("a line indented by a tab") }),
        Some('"' | '\'') => {
            let (key, after) = flow::read_quoted(source, start)?;
            let rest = source.get(after..start + line.len()).unwrap_or_default();
            let colon = after + rest.len() - rest.trim_start_matches([' ', '\t']).len();
            let good = source.get(colon..).is_some_and(|rest| rest.starts_with(':'));
            if good { Ok((key, colon + 1)) } else { Err(expected(colon)) }
        }
        _ => {
            if let Some(what) = flow::unsupported(line) {
                return Err(Fault { at: start, problem: Problem::Unsupported(what) });
            }
            let is_colon = |&(at, _): &(usize, &str)| {
                line.get(at + 1..).is_some_and(|after| after.is_empty() || after.starts_with([' ', '\t']))
            };
            let (colon, _) = line.match_indices(':').find(is_colon).ok_or_else(|| expected(start))?;
            let key = line.get(..colon).unwrap_or_default().trim_end_matches([' ', '\t']);
            if key.is_empty() || key.starts_with(['-', '[', '{']) {
                return Err(expected(start));
            }
            Ok((key.to_owned(), start + colon + 1))
        }
    }
}

/// Reads the value from byte `at` to the end of its line, where one is written.
fn read_value(source: &str, at: usize, end: usize) -> Result<Option<Value>, Fault> {
    let text = source.get(at..end).unwrap_or_default();
    if text.is_empty() || text.starts_with('#') {
        return Ok(None);
    }
    if !text.starts_with(['"', '\'', '[', '{']) {
        if let Some(what) = flow::unsupported(text) {
            return Err(Fault { at, problem: Problem::Unsupported(what) });
        }
        if text == "-" || text.starts_with("- ") {
            return Err(Fault { at, problem: Problem::Expected("the list on lines of its own, or as [\"a\", \"b\"]") });
        }
        let bare = text.get(..flow::comment_start(text).unwrap_or(text.len())).unwrap_or_default();
        return Ok(Some(flow::bare(bare.trim_end_matches([' ', '\t']))));
    }
    let (value, after) = flow::read(source, at, Style::Yaml)?;
    let rest = source.get(after..end).unwrap_or_default();
    let said = rest.trim_start_matches([' ', '\t']);
    if said.is_empty() || (said.starts_with('#') && said.len() < rest.len()) {
        return Ok(Some(value));
    }
    Err(Fault { at: end - said.len(), problem: Problem::Expected("the end of the line after the value") })
}
