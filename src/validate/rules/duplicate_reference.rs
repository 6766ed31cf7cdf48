//! The rule `duplicate-reference`.

use std::collections::HashMap;
use std::hash::Hash;

use super::documented;
use crate::diagnostic::{Diagnostic, Edit, Fix, Severity, quote};
use crate::model::{Article, Inline, Reference};
use crate::path::Path;
use crate::validate::parts::Part;
use crate::validate::rule::Rule;
use crate::validate::sample;
use crate::validate::subject::Subject;

documented! {
/**
Reports a source that is listed twice.

# What it does
Finds references with the address of an earlier one, parameters that follow readers and what stands after `#` aside, and
references with the id of an earlier one.

The fix removes the later one where it says nothing that the earlier one does not say, and no citation needs its id.

# Why
A list of sources should say how many there are, and a citation should lead to one of them.

# Example
```yaml
references:
  - {"kind": "article", "url": "https://the-curd-ledger.example/ruling"}
  - {"kind": "article", "url": "https://the-curd-ledger.example/ruling#top"}
```

# Use instead
```yaml
references:
  - {"kind": "article", "url": "https://the-curd-ledger.example/ruling"}
```
*/
pub struct DuplicateReference;
}

impl Rule for DuplicateReference {
    fn name(&self) -> &'static str {
        "duplicate-reference"
    }

    fn severity(&self) -> Severity {
        Severity::Note
    }

    fn documentation(&self) -> &'static str {
        Self::PAGE
    }

    fn check(&self, subject: &Subject<'_>, found: &mut dyn FnMut(Diagnostic)) {
        let references = &subject.article().references;
        if references.len() < 2 {
            return;
        }
        let (mut addresses, mut ids) = (HashMap::new(), HashMap::new());
        for (position, reference) in references.iter().enumerate() {
            let address = reference.url.as_ref().filter(|url| url.is_web()).map(|url| page(url.as_str()));
            let same = address.and_then(|address| first(&mut addresses, address, position));
            let named = reference.id.as_deref().and_then(|id| first(&mut ids, id, position));
            let path = || Path::root().key("references").index(position);
            let finding = match (same, named) {
                (Some(earlier), _) => {
                    let message = format!("the source {} is listed twice", quote(address.unwrap_or_default()));
                    let original = references.get(earlier);
                    let is_needless = original.is_some_and(|original| says_no_more(reference, original))
                        && (reference.id.is_none() || named == Some(earlier) || !is_cited(subject, reference));
                    let fix = is_needless.then(|| Fix::new("remove the later one").edit(Edit::Remove { path: path() }));
                    self.finding(message).with_help(format!("join it to references[{earlier}]")).with_fix(fix)
                }
                (None, Some(earlier)) => {
                    let message =
                        format!("two references have the id {}", quote(reference.id.as_deref().unwrap_or_default()));
                    self.finding(message).with_help(format!("give it another id than references[{earlier}] has"))
                }
                (None, None) => continue,
            };
            found(finding.at(path()));
        }
    }

    fn bad(&self) -> Article {
        sample::article().reference(Reference::to("https://dryland-review.example/year-one#top"))
    }

    fn good(&self) -> Article {
        sample::article().reference(Reference::to("https://dryland-review.example/year-two"))
    }
}

/// The position at which a key came first, where it came before.
fn first<K: Eq + Hash>(known: &mut HashMap<K, usize>, key: K, position: usize) -> Option<usize> {
    let earlier = *known.entry(key).or_insert(position);
    (earlier != position).then_some(earlier)
}

/// The part of an address that says which page it is: without what follows `#`, and without a final `/`.
fn page(address: &str) -> &str {
    let page = address.trim().split('#').next().unwrap_or_default();
    let page = page.split_once("?utm_").map_or(page, |(page, _)| page);
    page.strip_suffix('/').unwrap_or(page)
}

/// True where a reference says nothing that another one does not say.
fn says_no_more(reference: &Reference, other: &Reference) -> bool {
    fn is_in<T: PartialEq>(own: &Option<T>, other: &Option<T>) -> bool {
        own.is_none() || own == other
    }
    reference.kind == other.kind
        && is_in(&reference.title, &other.title)
        && is_in(&reference.outlet, &other.outlet)
        && is_in(&reference.published, &other.published)
        && is_in(&reference.accessed, &other.accessed)
        && (reference.authors.is_empty() || reference.authors == other.authors)
        && (reference.extra.is_empty() || reference.extra == other.extra)
}

/// True where a citation leads to a reference.
fn is_cited(subject: &Subject<'_>, reference: &Reference) -> bool {
    subject.parts().any(|placed| match placed.part {
        Part::Inline(Inline::Citation(citation)) => reference.id.as_deref() == Some(citation.id.as_str()),
        _ => false,
    })
}
