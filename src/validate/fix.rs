//! Applies the fixes of findings to an article.

use crate::diagnostic::{Diagnostic, Edit, Report};
use crate::model::Article;
use crate::path::Path;

use super::validator::Validator;

/// What [`Validator::fix`] did. See there for an example.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
#[non_exhaustive]
pub struct Fixed {
    /// The findings whose fixes were applied, in the order in which they were. The paths are those of that time.
    pub applied: Vec<Diagnostic>,
    /// What the rules find in the article now.
    pub report: Report,
}

/// How often an article is checked again at most. One fix can make room for another; none asks for more than a few.
const ROUNDS: usize = 16;

impl Validator {
    /// Applies the fixes of the findings for which `is_chosen` holds, until none is left.
    ///
    /// Fixing twice is fixing once: what was mended is not found again.
    ///
    /// # Examples
    ///
    /// ```
    /// use commentary::{Article, Profile, Reference, Validator};
    ///
    /// let mut article = Article::new("A roof").reference(Reference::to("https://a.example/canal?id=7&utm_source=mail"));
    /// let fixed = Validator::new(Profile::any()).fix(&mut article, |finding| finding.name == "tracking-parameters");
    /// assert_eq!(article.references[0].url.as_ref().unwrap().as_str(), "https://a.example/canal?id=7");
    /// assert_eq!(fixed.applied.len(), 1);
    /// assert!(fixed.report.find("tracking-parameters").is_none());
    /// ```
    pub fn fix(&self, article: &mut Article, mut is_chosen: impl FnMut(&Diagnostic) -> bool) -> Fixed {
        let mut fixed = Fixed { applied: Vec::new(), report: self.run(article) };
        for _ in 0..ROUNDS {
            let chosen = fixed.report.iter().filter(|finding| finding.fix.is_some() && is_chosen(finding));
            let chosen: Vec<Diagnostic> = apart(chosen).into_iter().cloned().collect();
            if chosen.is_empty() {
                break;
            }
            fixed.applied.extend(apply(chosen, article));
            fixed.report = self.run(article);
        }
        fixed
    }
}

/// The findings whose fixes change places of their own. Those that change what another one changes wait for the next
/// round, and so does everything beside a change of order: it changes the paths of the rest.
fn apart<'a>(findings: impl Iterator<Item = &'a Diagnostic>) -> Vec<&'a Diagnostic> {
    let mut taken: Vec<&Path> = Vec::new();
    let mut apart = Vec::new();
    for finding in findings {
        let edits = finding.fix.iter().flat_map(|fix| &fix.edits);
        let is_free = |edit: &Edit| !taken.iter().any(|own| own.contains(edit.path()) || edit.path().contains(own));
        if edits.clone().all(is_free) {
            taken.extend(edits.map(Edit::path));
            apart.push(finding);
        }
    }
    apart
}

/// Applies fixes whose paths are those before any of them: texts first, then removals from the last place to the first,
/// then changes of order. Gives the findings that were mended.
fn apply(findings: Vec<Diagnostic>, article: &mut Article) -> Vec<Diagnostic> {
    let edits = findings.iter().enumerate().filter_map(|(position, finding)| Some((position, finding.fix.as_ref()?)));
    let mut edits: Vec<(usize, &Edit)> =
        edits.flat_map(|(position, fix)| fix.edits.iter().map(move |edit| (position, edit))).collect();
    edits.sort_by(|(_, a), (_, b)| turn(a).cmp(&turn(b)).then_with(|| b.path().cmp(a.path())));
    let mut is_mended = vec![true; findings.len()];
    for (position, edit) in edits {
        if change(edit, article).is_none() {
            is_mended.get_mut(position).into_iter().for_each(|mended| *mended = false);
        }
    }
    findings.into_iter().zip(is_mended).filter_map(|(finding, mended)| mended.then_some(finding)).collect()
}

/// When an edit is made: what moves other places comes after what does not.
const fn turn(edit: &Edit) -> u8 {
    match edit {
        Edit::Replace { .. } => 0,
        Edit::Remove { .. } => 1,
        Edit::Reorder { .. } => 2,
    }
}

/// Makes one change. It gives `None` where the place is not what the edit takes it for.
fn change(edit: &Edit, article: &mut Article) -> Option<()> {
    match edit {
        Edit::Replace { path, text } => article.replace_text(path, text),
        Edit::Remove { path } => article.remove_at(path),
        Edit::Reorder { path, order } => article.reorder_at(path, order),
    }
}
