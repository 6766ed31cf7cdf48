//! The rule `heading-stance-mismatch`.

use super::documented;
use crate::diagnostic::{Diagnostic, Severity, quote};
use crate::label::read_heading;
use crate::lexicon::{Cue, Index, Kind, Lexicon, Sense};
use crate::model::{Article, Language, Polarity, Role, Section, Stance};
use crate::validate::parts::Part;
use crate::validate::rule::Rule;
use crate::validate::sample;
use crate::validate::subject::Subject;

documented! {
/**
Reports a perspective whose heading and text are on different sides.

# What it does
Reads the heading of each perspective as [`read_heading`](crate::label::read_heading) does, and finds one that names a
stance opposed to that of the perspective: “Pessimistic view” over an optimistic one.

Where heading and stance agree on optimistic or pessimistic, for or against, bull or bear, it counts the words of good and
of ill in the first 600 bytes of the text, by the lexicon of the article's language; words after a negation count for the
other side, concessions for none. It finds a text in which five or more speak for the other side and none for its own.

# Why
Either the heading stands over the wrong text, or the stance was chosen wrongly: the reader is told the opposite of what the
text says.

# Example
```json
{"role": "perspective", "stance": "optimistic", "heading": {"text": "Pessimistic view", "level": 2}, "body": []}
```

# Use instead
```json
{"role": "perspective", "stance": "pessimistic", "heading": {"text": "Pessimistic view", "level": 2}, "body": []}
```
*/
pub struct HeadingStanceMismatch;
}

impl Rule for HeadingStanceMismatch {
    fn name(&self) -> &'static str {
        "heading-stance-mismatch"
    }

    fn severity(&self) -> Severity {
        Severity::Warning
    }

    fn documentation(&self) -> &'static str {
        Self::PAGE
    }

    fn check(&self, subject: &Subject<'_>, found: &mut dyn FnMut(Diagnostic)) {
        let article = subject.article();
        let Some(language) = article.language.as_ref().map(Language::primary) else { return };
        let lexicon = Lexicon::builtin();
        if !lexicon.languages().any(|known| known == language) {
            return;
        }
        for placed in subject.parts() {
            let Part::Section(section) = placed.part else { continue };
            let (Some(stance), Some(heading)) = (section.stance(), section.heading_text()) else { continue };
            if !stance.takes_side() || stance.axis().is_none() {
                continue;
            }
            let announced = read_heading(lexicon, &heading, Some(language));
            let announced = announced.as_ref().and_then(Role::stance);
            let (message, help) = match announced {
                Some(other) if other.opposes(stance) => (
                    format!(
                        "the heading {} says {}, and the stance is {}",
                        quote(&heading),
                        quote(other.id()),
                        quote(stance.id())
                    ),
                    "correct the stance or the heading",
                ),
                Some(same) if same == stance && speaks_against(section, stance, &lexicon.index(Some(language))) => (
                    format!("the text under {} speaks against its heading", quote(&heading)),
                    "see whether two texts changed places",
                ),
                _ => continue,
            };
            found(self.finding(message).at(placed.path().key("heading")).with_help(help));
        }
    }

    fn bad(&self) -> Article {
        example(Stance::Optimistic)
    }

    fn good(&self) -> Article {
        example(Stance::Pessimistic)
    }
}

/// How much of a text is looked at, in bytes.
const SAMPLE: usize = 600;

/// How many words must speak for the other side.
const ENOUGH: usize = 5;

/// True where a text's words of good and ill are all on the side that its stance is not.
fn speaks_against(section: &Section, stance: &Stance, index: &Index) -> bool {
    let Some(polarity) = stance.polarity().filter(|polarity| *polarity != Polarity::Neutral) else { return false };
    let text = section.text();
    let end = (0..=SAMPLE.min(text.len())).rev().find(|&end| text.is_char_boundary(end)).unwrap_or_default();
    let (mut good, mut ill, mut is_mixed) = (0, 0, false);
    index.search(text.get(..end).unwrap_or_default(), Kind::Prose, |hit| match index.sense(hit.sense) {
        Some(Sense::Cue(Cue::Positive | Cue::Hope)) => good += 1,
        Some(Sense::Cue(Cue::Negative | Cue::Risk)) => ill += 1,
        // What is granted, turned or denied is on neither side for sure.
        Some(Sense::Cue(Cue::Concession | Cue::Contrast | Cue::Negation)) => is_mixed = true,
        _ => {}
    });
    let (own, other) = if polarity == Polarity::Positive { (good, ill) } else { (ill, good) };
    !is_mixed && own == 0 && other >= ENOUGH
}

/// The sample with one more view under a heading.
fn example(stance: Stance) -> Article {
    let mut article = sample::article();
    let view = Section::perspective(stance).heading("Pessimistic view").paragraph("It will end in two years.");
    article.sections.retain(|section| section.stance() != view.stance());
    article.section(view)
}
