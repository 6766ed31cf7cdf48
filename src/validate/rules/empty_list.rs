//! The rule `empty-list`.

use super::documented;
use crate::diagnostic::{Diagnostic, Edit, Fix, Severity};
use crate::model::{Article, Block, List, Section};
use crate::validate::parts::Part;
use crate::validate::rule::Rule;
use crate::validate::sample;
use crate::validate::subject::Subject;

documented! {
/**
Reports a list or an item that holds nothing.

# What it does
Finds lists without items, and items in which a reader sees nothing.

# Why
A bullet beside nothing is a slip, or what stood there was lost.

# Example
```markdown
- Every mile saves water.
-
```

# Use instead
```markdown
- Every mile saves water.
- Costs will fall.
```
*/
pub struct EmptyList;
}

impl Rule for EmptyList {
    fn name(&self) -> &'static str {
        "empty-list"
    }

    fn severity(&self) -> Severity {
        Severity::Warning
    }

    fn documentation(&self) -> &'static str {
        Self::PAGE
    }

    fn check(&self, subject: &Subject<'_>, found: &mut dyn FnMut(Diagnostic)) {
        for placed in subject.parts() {
            let message = match placed.part {
                Part::Block(Block::List(list), _) if list.items.is_empty() => "the list has no items",
                Part::Item(item) if item.body.iter().all(Block::is_blank) => "the item has no text",
                _ => continue,
            };
            let path = placed.path();
            let fix = Fix::new("take it out").edit(Edit::Remove { path: path.clone() });
            // Where a list would have nothing left, the next round takes the list out.
            found(self.finding(message).at(path).with_help("write its text, or remove it").with_fix(fix));
        }
    }

    fn bad(&self) -> Article {
        example(&["Every mile saves water.", " "])
    }

    fn good(&self) -> Article {
        example(&["Every mile saves water.", "Costs will fall."])
    }
}

/// The sample with a list.
fn example(items: &[&str]) -> Article {
    sample::article().section(Section::example().block(List::bullets(items.iter().copied())))
}
