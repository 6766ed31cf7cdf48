//! The rule `duplicate-heading`.

use std::collections::HashMap;

use super::documented;
use crate::diagnostic::{Diagnostic, Severity, quote};
use crate::model::{Article, Section};
use crate::path::Path;
use crate::validate::rule::Rule;
use crate::validate::sample;
use crate::validate::subject::Subject;

documented! {
/**
Reports a heading that stands over two sections.

# What it does
Finds headings with the words of an earlier heading, case and white space aside. Replies are not compared.

# Why
Readers, tables of contents and links to a heading cannot tell the two apart.

# Example
```markdown
## The view of the district
Costs will fall.

## The view of the district
The grant will end.
```

# Use instead
```markdown
## The view of the district
Costs will fall.

## The view of the farmers
The grant will end.
```
*/
pub struct DuplicateHeading;
}

impl Rule for DuplicateHeading {
    fn name(&self) -> &'static str {
        "duplicate-heading"
    }

    fn severity(&self) -> Severity {
        Severity::Note
    }

    fn documentation(&self) -> &'static str {
        Self::PAGE
    }

    fn check(&self, subject: &Subject<'_>, found: &mut dyn FnMut(Diagnostic)) {
        let mut known: HashMap<String, usize> = HashMap::new();
        for (position, section) in subject.article().sections.iter().enumerate() {
            let Some(heading) = section.heading_text() else { continue };
            let words = heading.split_whitespace().collect::<Vec<_>>().join(" ").to_lowercase();
            let first = *known.entry(words).or_insert(position);
            if first == position || heading.trim().is_empty() {
                continue;
            }
            let message = format!("the heading {} stands over two sections", quote(heading.trim()));
            let path = Path::section(position).key("heading");
            found(
                self.finding(message)
                    .at(path)
                    .with_help(format!("say what sets it apart from sections[{first}], or join them")),
            );
        }
    }

    fn bad(&self) -> Article {
        example("The view of the district")
    }

    fn good(&self) -> Article {
        example("The view of the farmers")
    }
}

/// The sample with two headings.
fn example(second: &str) -> Article {
    let article =
        sample::article().section(Section::example().heading("The view of the district").paragraph("It owns it."));
    article.section(Section::example().heading(second).paragraph("They use it."))
}
