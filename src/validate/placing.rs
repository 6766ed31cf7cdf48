//! Where findings on an article lie in the text that it came from, and what their fixes change there.

use crate::diagnostic::{Diagnostic, Edit, Fix, Replacement, Report};
use crate::model::Article;
use crate::path::Path;
use crate::source::{Parsed, SourceMap};
use crate::span::Span;

/// Gives each finding the span of its place in the text, or of the nearest place round it, and its fix the same change
/// there.
pub(super) fn place(report: &mut Report, parsed: &Parsed, text: &str) {
    // Texts are looked up as they are changed: with the whole article at hand.
    let mut article = None;
    for finding in report.iter_mut() {
        if finding.span.is_none() {
            finding.span = nearest(&finding.path, &parsed.source);
        }
        if let Some(fix) = &mut finding.fix {
            let article = article.get_or_insert_with(|| parsed.article.clone());
            fix.replacements = replacements(fix, article, &parsed.source, text).unwrap_or_default();
        }
    }
}

/// The span of a path, or of the nearest path that holds it. The article itself is everywhere, which says nothing.
fn nearest(path: &Path, source: &SourceMap) -> Option<Span> {
    let mut path = path.clone();
    while !path.is_root() {
        if let Some(span) = source.span(&path) {
            return Some(span);
        }
        path = path.parent()?;
    }
    None
}

/// What a fix changes in the text, in order; `None` where one of its edits has no one place there.
fn replacements(fix: &Fix, article: &mut Article, source: &SourceMap, text: &str) -> Option<Vec<Replacement>> {
    let mut all = Vec::new();
    for edit in &fix.edits {
        match edit {
            Edit::Replace { path, text: new } => {
                let old = article.text_at(path)?.to_owned();
                all.push(replaced(&old, new, nearest(path, source)?, text)?);
            }
            Edit::Remove { path } => all.push(removed(source.span(path)?, text)?),
            Edit::Reorder { path, order } => all.extend(reordered(path, order, source, text)?),
        }
    }
    all.sort_by_key(|replacement| (replacement.span.start(), replacement.span.end()));
    let is_apart = all.iter().zip(all.iter().skip(1)).all(|(one, next)| one.span.end() <= next.span.start());
    is_apart.then_some(all)
}

/// The change of a text that stands once within a span: only what differs.
fn replaced(old: &str, new: &str, within: Span, text: &str) -> Option<Replacement> {
    let slice = within.slice(text)?;
    let mut places = slice.match_indices(old);
    let (Some((at, _)), None) = (places.next(), places.next()) else { return None };
    let same = |(a, b): &(char, char)| a == b;
    let head: usize = old.chars().zip(new.chars()).take_while(same).map(|(c, _)| c.len_utf8()).sum();
    let (old_rest, new_rest) = (old.get(head..)?, new.get(head..)?);
    let tail = old_rest.chars().rev().zip(new_rest.chars().rev()).take_while(same);
    let tail: usize = tail.map(|(c, _)| c.len_utf8()).sum();
    let start = within.start() + at;
    let span = Span::new(start + head, start + old.len() - tail);
    Some(Replacement::new(span, new_rest.get(..new_rest.len() - tail)?))
}

/// The removal of what stands alone on its lines, with its line end.
fn removed(span: Span, text: &str) -> Option<Replacement> {
    let before = text.get(..span.start())?;
    let after = text.get(span.end()..)?;
    let line = before.rfind('\n').map_or(0, |end| end + 1);
    let rest = after.find('\n').map_or(after.len(), |end| end + 1);
    let is_alone = before.get(line..)?.trim().is_empty() && after.get(..rest)?.trim().is_empty();
    is_alone.then(|| Replacement::new(Span::new(line, span.end() + rest), ""))
}

/// The change of the order of items: each takes the span of the one whose place it takes.
fn reordered(list: &Path, order: &[usize], source: &SourceMap, text: &str) -> Option<Vec<Replacement>> {
    let spans: Option<Vec<Span>> = (0..order.len()).map(|at| source.span(&list.clone().index(at))).collect();
    let spans = spans?;
    if spans.iter().zip(spans.iter().skip(1)).any(|(one, next)| one.end() > next.start()) {
        return None;
    }
    let moved = order.iter().enumerate().filter(|(to, from)| to != *from);
    moved.map(|(to, &from)| Some(Replacement::new(*spans.get(to)?, spans.get(from)?.slice(text)?))).collect()
}

/// The findings of the reading that no rule makes again, more exactly.
pub(super) fn of_reading(parsed: &Parsed, rules: &Report) -> Vec<Diagnostic> {
    let is_known = |finding: &&Diagnostic| rules.find(&finding.name).is_none();
    parsed.report.iter().filter(is_known).cloned().collect()
}
