//! The rule `language-mismatch`.

use super::documented;
use crate::diagnostic::{Diagnostic, Severity, quote};
use crate::lexicon::Lexicon;
use crate::model::{Article, Section};
use crate::validate::parts::Kind;
use crate::validate::rule::Rule;
use crate::validate::sample;
use crate::validate::subject::Subject;

documented! {
/**
Reports an article in another language than it says.

# What it does
Tells the language of the longest paragraph, where it is 200 bytes or longer, from its commonest words, and compares it
with the language of the article. Only languages of the lexicon are told, and only where one leads clearly; regions make no
difference.

# Why
Headings are read and written in the language that the article gives, and voices and translations go by it.

# Example
```markdown
---
language: "fr"
---
The district has covered two miles of canal with solar panels, and it has been counting the water that was saved.
```

# Use instead
```markdown
---
language: "en"
---
The district has covered two miles of canal with solar panels, and it has been counting the water that was saved.
```
*/
pub struct LanguageMismatch;
}

impl Rule for LanguageMismatch {
    fn name(&self) -> &'static str {
        "language-mismatch"
    }

    fn severity(&self) -> Severity {
        Severity::Warning
    }

    fn documentation(&self) -> &'static str {
        Self::PAGE
    }

    fn check(&self, subject: &Subject<'_>, found: &mut dyn FnMut(Diagnostic)) {
        let article = subject.article();
        let Some(language) = &article.language else { return };
        let lexicon = Lexicon::builtin();
        let texts = subject.parts().filter_map(|placed| Some((placed, placed.part.text()?)));
        let prose = texts.filter(|(_, (text, kind))| *kind == Kind::Prose && text.len() >= LEAST);
        let Some((placed, (text, _))) = prose.max_by_key(|(_, (text, _))| text.len()) else { return };
        let Some(found_language) = lexicon.detect(text).filter(|told| *told != language.primary()) else { return };
        if !lexicon.languages().any(|known| known == language.primary()) {
            return;
        }
        let message = format!("the article says {}, and this is {}", quote(language.as_str()), quote(found_language));
        found(
            self.finding(message).at(placed.path()).with_help("correct the language, or mark the text as a quotation"),
        );
    }

    fn bad(&self) -> Article {
        Article { language: "fr".parse().ok(), ..self.good() }
    }

    fn good(&self) -> Article {
        let text = "The district has covered two miles of canal with solar panels, and for a year it has been counting the water \
                    that was saved by them. The first results were shown to the board in May, and they are better than hoped.";
        sample::article().section(Section::example().paragraph(text))
    }
}

/// How long a text must be to tell its language surely, in bytes.
const LEAST: usize = 200;
