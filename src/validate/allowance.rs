//! What an article itself allows: `commentary: {allow: [missing-author]}` in its front matter, or beside its fields in
//! JSON.

use crate::diagnostic::{Diagnostic, Severity, quote};
use crate::model::{Article, Value};
use crate::path::Path;

/// The name of the finding for an allowance that was not needed.
pub(super) const UNUSED: &str = "unused-allowance";

/// Its page. It is no rule itself: it looks at what the article allows, not at what it says.
pub(super) const PAGE: &str = "\
Reports a rule that an article allows although the rule finds nothing in it.

# What it does
Runs each rule that the article names under `commentary.allow` in its front matter, and reports the name where the rule
finds nothing.

# Why
An allowance outlives what it was made for, and hides the next fault of its kind.

# Example
```yaml
title: \"A roof over the canal\"
commentary: {allow: [missing-title]}
```

# Use instead
```yaml
title: \"A roof over the canal\"
```";

/// A rule that an article allows.
#[derive(Debug)]
pub(super) struct Allowance<'a> {
    /// The rule's name.
    pub(super) name: &'a str,
    position: usize,
    /// The name stands alone, not in a list.
    is_single: bool,
}

/// The rules that an article allows.
pub(super) fn allowances(article: &Article) -> Vec<Allowance<'_>> {
    let allow = article.extra.get("commentary").and_then(Value::as_object).and_then(|own| own.get("allow"));
    match allow {
        Some(Value::String(name)) => vec![Allowance { name, position: 0, is_single: true }],
        Some(Value::Array(names)) => {
            let named = names.iter().enumerate().filter_map(|(position, name)| Some((position, name.as_str()?)));
            named.map(|(position, name)| Allowance { name, position, is_single: false }).collect()
        }
        _ => Vec::new(),
    }
}

impl Allowance<'_> {
    /// Where it stands.
    pub(super) fn path(&self) -> Path {
        let path = Path::root().key("commentary").key("allow");
        if self.is_single { path } else { path.index(self.position) }
    }

    /// The finding that it was not needed.
    pub(super) fn unused(&self) -> Diagnostic {
        let message = format!("the article allows {}, which finds nothing in it", quote(self.name));
        Diagnostic::new(UNUSED, Severity::Note, message).at(self.path()).with_help("remove the name from `allow`")
    }
}
