//! Addresses in plain text, which GitHub's form of Markdown and its kin make links of.
//!
//! Such a link reaches to the next white space or `<`, whatever stands between: a backslash in it is shown and does not
//! keep a tag from opening, and an emphasis that should end in it does not. Where that would happen, the address is
//! broken up by one backslash; elsewhere it is left.
//! GitHub Flavored Markdown 0.29, section 6.9.

use super::escape::{Context, Label, Next, is_plain};

/// What an address begins with: what stands before the mark that can be escaped, and after it.
const STARTS: &[(&str, &str)] = &[("http", "://"), ("https", "://"), ("ftp", "://"), ("www", ".")];

/// The addresses of one text, from its start to its end.
pub(super) struct Addresses {
    context: Context,
    /// Up to which byte of the text the last address reaches, and whether it would swallow markup.
    last: (usize, bool),
}

impl Addresses {
    pub(super) const fn new(context: Context) -> Self {
        Self { context, last: (0, false) }
    }

    /// True where the character at byte `at`, before `after`, is the mark of an address that would swallow markup.
    pub(super) fn swallows(&mut self, text: &str, at: usize, after: &str) -> bool {
        if self.context.label == Label::Inside || !is_mark(text, at) {
            return false;
        }
        // Engines make no link in a label, but the first bracket that closes ends it for them.
        if self.context.label == Label::AfterInner {
            return true;
        }
        // An address in an address is judged with it, or many in a row would take long.
        if at >= self.last.0 {
            // A space that is the last of a text may be written as a reference.
            let length = after.find(' ').filter(|space| space + 1 < after.len()).unwrap_or(after.len());
            let rest = after.get(..length).unwrap_or_default();
            let runs_on = length == after.len() && self.context.next != Next::End;
            self.last = (at + 1 + length, runs_on || !is_plain('/', rest, self.context));
        }
        self.last.1
    }
}

/// True where the mark of an address stands at this byte.
fn is_mark(text: &str, at: usize) -> bool {
    let (Some(before), Some(from)) = (text.get(..at), text.get(at..)) else { return false };
    STARTS.iter().any(|(start, mark)| {
        let found = before.len().checked_sub(start.len()).and_then(|from| before.get(from..));
        from.starts_with(mark) && found.is_some_and(|found| found.eq_ignore_ascii_case(start))
    })
}
