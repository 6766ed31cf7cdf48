//! The rule `boilerplate-in-body`.

use super::documented;
use crate::diagnostic::{Diagnostic, Severity, quote};
use crate::lexicon::{Index, Kind, Lexicon, Sense};
use crate::model::{Article, Block, Inline, Language, Role, Section};
use crate::path::Path;
use crate::validate::rule::Rule;
use crate::validate::sample;
use crate::validate::subject::Subject;

documented! {
/**
Reports a notice of a web page among the text.

# What it does
Finds sections whose role is boilerplate, and in the others short paragraphs (at most 100 bytes) that begin with a phrase
of the lexicon's boilerplate, which makes up a third of them or more, such as “Share this article”, “Read more” or “Abonnez-vous”. The phrases
are those of the article's language; without a language only sections are looked at.

# Why
They are buttons and banners of the page that the text came from, and readers of the article cannot press them.

# Example
```markdown
The district has covered two miles of canal.

Share this article
```

# Use instead
```markdown
The district has covered two miles of canal.
```
*/
pub struct BoilerplateInBody;
}

impl Rule for BoilerplateInBody {
    fn name(&self) -> &'static str {
        "boilerplate-in-body"
    }

    fn severity(&self) -> Severity {
        Severity::Note
    }

    fn documentation(&self) -> &'static str {
        Self::PAGE
    }

    fn check(&self, subject: &Subject<'_>, found: &mut dyn FnMut(Diagnostic)) {
        let article = subject.article();
        let lexicon = Lexicon::builtin();
        let language = article.language.as_ref().map(Language::primary);
        let known = language.filter(|language| lexicon.languages().any(|known| known == *language));
        let index = known.map(|language| lexicon.index(Some(language)));
        for (position, section) in article.sections.iter().enumerate() {
            let path = Path::section(position);
            let mut report = |notice: &str, path: Path| {
                let finding = self.finding(format!("{} is a notice of a web page", quote(notice.trim()))).at(path);
                found(finding.with_help("remove it: it is no part of the article"));
            };
            if section.role == Role::Boilerplate {
                report(&section.text(), path);
                continue;
            }
            for (place, block) in section.body.iter().enumerate() {
                let Block::Paragraph(paragraph) = block else { continue };
                let [Inline::Text(text)] = paragraph.content.as_slice() else { continue };
                if index.as_ref().is_some_and(|index| is_notice(text.trim(), index)) {
                    report(text, path.clone().key("body").index(place));
                }
            }
        }
    }

    fn bad(&self) -> Article {
        example("Share this article")
    }

    fn good(&self) -> Article {
        example("Every mile saves water.")
    }
}

/// The longest paragraph that can be a notice, in bytes.
const LONGEST: usize = 100;

/// True for a text that begins with a phrase of boilerplate which makes up a third of it or more.
fn is_notice(text: &str, index: &Index) -> bool {
    if text.is_empty() || text.len() > LONGEST {
        return false;
    }
    let mut is_notice = false;
    index.search(text, Kind::Prose, |hit| {
        let is_boilerplate = index.sense(hit.sense) == Some(&Sense::Boilerplate);
        is_notice |= is_boilerplate && hit.start == 0 && (hit.end as usize) * 3 >= text.len();
    });
    is_notice
}

/// The sample with one more paragraph.
fn example(text: &str) -> Article {
    sample::article().section(Section::example().paragraph(text))
}
