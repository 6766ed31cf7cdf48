//! Marks in a paragraph that cite references: `[1]`.

use std::collections::HashSet;

use super::DraftReference;
use super::finding::Findings;
use crate::diagnostic::{Severity, quote};
use crate::model::{Citation, Inline};
use crate::path::Path;

/// The ids by which references can be cited.
#[derive(Debug)]
pub(super) struct Ids<'a> {
    ids: HashSet<&'a str>,
    /// The length, in bytes, up to which what stands in brackets may be an id.
    longest: usize,
}

impl<'a> Ids<'a> {
    /// The ids of the references, with a finding for each that stands twice.
    pub(super) fn of(references: &'a [DraftReference], findings: &mut Findings) -> Self {
        let mut ids = HashSet::new();
        for (position, reference) in references.iter().enumerate() {
            let Some(id) = reference.id.as_deref().filter(|id| !id.trim().is_empty()) else { continue };
            if !ids.insert(id) {
                let at = Path::root().key("references").index(position).key("id");
                let message = format!("expected an id of its own, found {} twice", quote(id));
                let help = "number the references, and cite each by its number";
                findings.add("duplicate-reference", Severity::Error, at, message, help);
            }
        }
        let longest = ids.iter().map(|id| id.len()).fold(NUMBER, usize::max);
        Self { ids, longest }
    }

    /// A paragraph with its marks as citations. Line ends are shown as spaces.
    pub(super) fn content(&self, text: &str, at: &Path, findings: &mut Findings) -> Vec<Inline> {
        let mut content = Vec::new();
        for line in text.lines().filter(|line| !line.trim().is_empty()) {
            if !content.is_empty() {
                content.push(Inline::SoftBreak);
            }
            self.push(line, &mut content, at, findings);
        }
        content
    }

    fn push(&self, line: &str, content: &mut Vec<Inline>, at: &Path, findings: &mut Findings) {
        let mut pending = String::new();
        let mut rest = line;
        while let Some((before, after)) = rest.split_once('[') {
            pending.push_str(before);
            rest = after;
            match self.marked(after) {
                Some((id, after)) if self.ids.contains(id) => {
                    if !pending.is_empty() {
                        content.push(Inline::Text(std::mem::take(&mut pending)));
                    }
                    content.push(Citation::new(id, format!("[{id}]")).into());
                    rest = after;
                }
                Some((id, _)) if is_number(id) => {
                    let message = format!("expected the id of a reference, found {}", quote(&format!("[{id}]")));
                    let help = "add a reference with this id, or take the mark out";
                    findings.add("unknown-citation", Severity::Error, at.clone(), message, help);
                    pending.push('[');
                }
                _ => pending.push('['),
            }
        }
        pending.push_str(rest);
        if !pending.is_empty() {
            content.push(Inline::Text(pending));
        }
    }

    /// What may be an id, after its opening bracket, and what follows the closing one. The text of a link is none.
    fn marked<'t>(&self, text: &'t str) -> Option<(&'t str, &'t str)> {
        let end = text.bytes().take(self.longest + 1).position(|byte| matches!(byte, b'[' | b']'))?;
        let (id, after) = text.split_at_checked(end)?;
        let after = after.strip_prefix(']')?;
        (!after.starts_with('(')).then_some((id, after))
    }
}

/// How many digits the number of a reference has at most.
const NUMBER: usize = 3;

/// True for what cites where it stands in brackets, even where no reference has it.
fn is_number(id: &str) -> bool {
    (1..=NUMBER).contains(&id.len()) && id.bytes().all(|byte| byte.is_ascii_digit())
}
