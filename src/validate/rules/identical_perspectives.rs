//! The rule `identical-perspectives`.

use std::collections::{HashMap, HashSet};

use super::documented;
use crate::diagnostic::{Diagnostic, Severity, quote};
use crate::model::{Article, Perspective, Section, Stance};
use crate::path::Path;
use crate::validate::rule::Rule;
use crate::validate::sample;
use crate::validate::subject::Subject;

documented! {
/**
Reports a view whose text stands in another view too.

# What it does
Finds a paragraph of 60 characters or more that two perspectives of an article both have, letter by letter, white space
aside. Each pair of perspectives is reported once.

# Why
Two views cannot be argued with the same words: one was copied into the other, or a paragraph was taken twice from a page.

# Example
```markdown
## Optimistic view
Every mile saves water, and the costs of panels will go on falling for years.

## Pessimistic view
Every mile saves water, and the costs of panels will go on falling for years.
```

# Use instead
```markdown
## Optimistic view
Every mile saves water, and the costs of panels will go on falling for years.

## Pessimistic view
The grant will end before the second mile is paid.
```
*/
pub struct IdenticalPerspectives;
}

impl Rule for IdenticalPerspectives {
    fn name(&self) -> &'static str {
        "identical-perspectives"
    }

    fn severity(&self) -> Severity {
        Severity::Warning
    }

    fn documentation(&self) -> &'static str {
        Self::PAGE
    }

    fn check(&self, subject: &Subject<'_>, found: &mut dyn FnMut(Diagnostic)) {
        let mut known: HashMap<String, usize> = HashMap::new();
        let mut told: HashSet<(usize, usize)> = HashSet::new();
        for (position, section) in subject.article().sections.iter().enumerate() {
            if section.as_perspective().is_none() {
                continue;
            }
            for (place, block) in section.body.iter().enumerate() {
                let text = block.text();
                if text.len() < LEAST {
                    continue;
                }
                let words = text.split_whitespace().collect::<Vec<_>>().join(" ");
                let first = *known.entry(words).or_insert(position);
                if first == position || text.chars().count() < LEAST || !told.insert((first, position)) {
                    continue;
                }
                let message = format!("{} stands in two perspectives", quote(text.trim()));
                let path = Path::section(position).key("body").index(place);
                let help = format!("leave it in sections[{first}] or here, and say what this view holds");
                found(self.finding(message).at(path).with_help(help));
            }
        }
    }

    fn bad(&self) -> Article {
        example("Every mile saves water, and the costs of panels will go on falling for years.")
    }

    fn good(&self) -> Article {
        example("The costs of panels will go on falling, but the grant ends before the second mile is paid.")
    }
}

/// How long a text is that nobody writes twice, in characters.
const LEAST: usize = 60;

/// The sample with a long paragraph in its optimistic view, and one in a second pessimistic one.
fn example(text: &str) -> Article {
    let mut article = sample::article();
    let paragraph = "Every mile saves water, and the costs of panels will go on falling for years.";
    let view = article.sections.iter_mut().find(|section| section.stance() == Some(&Stance::Optimistic));
    view.into_iter().for_each(|view| view.body.push(crate::model::Block::paragraph(paragraph)));
    let mut second = Perspective::new(Stance::Pessimistic);
    second.thesis = Some("The grant ends".to_owned());
    article.section(Section::new(second).paragraph(text))
}
