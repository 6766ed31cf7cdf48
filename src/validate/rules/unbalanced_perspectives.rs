//! The rule `unbalanced-perspectives`.

use super::documented;
use crate::diagnostic::{Diagnostic, Severity};
use crate::model::{Article, Section, Stance};
use crate::path::Path;
use crate::statistics::count_words;
use crate::validate::rule::Rule;
use crate::validate::sample;
use crate::validate::subject::Subject;

documented! {
/**
Reports views that are given very different room.

# What it does
Counts the words (UAX #29) of the perspectives that take a side, replies included with their views, and finds an article
whose longest such view has more than three times the words of its shortest, the shortest being 1 word or more. Another
ratio is set with [`UnbalancedPerspectives::ratio`]. The limit is ours: in the labelled texts that we know the median is
1.2, and one text in fifty is beyond 3.

# Why
Whoever gets the room gets the reader; and a view much shorter than the others was often cut.

# Example
```markdown
## Optimistic view
Every mile saves water, costs will fall, and the shade keeps the algae away, says the district, which has counted for a year.

## Pessimistic view
The grant ends.
```

# Use instead
```markdown
## Optimistic view
Every mile saves water, and costs will fall.

## Pessimistic view
The grant will end before the second mile is paid.
```
*/
pub struct UnbalancedPerspectives {
    /// The most words of the longest view for 100 of the shortest.
    hundredths: usize,
}
}

impl Rule for UnbalancedPerspectives {
    fn name(&self) -> &'static str {
        "unbalanced-perspectives"
    }

    fn severity(&self) -> Severity {
        Severity::Note
    }

    fn documentation(&self) -> &'static str {
        Self::PAGE
    }

    fn check(&self, subject: &Subject<'_>, found: &mut dyn FnMut(Diagnostic)) {
        let views = subject.article().sections.iter().enumerate();
        let views =
            views.filter(|(_, section)| section.stance().is_some_and(Stance::takes_side) && !section.is_empty());
        let texts: Vec<(usize, String)> = views.map(|(position, section)| (position, text_of(section))).collect();
        let lengths = || texts.iter().map(|(_, text)| text.len());
        let (Some(least), Some(most)) = (lengths().min(), lengths().max()) else { return };
        // Words differ in length, but not by half between two texts of an article: most articles are not counted.
        if most.saturating_mul(200) < least.saturating_mul(self.hundredths) {
            return;
        }
        let counted: Vec<(usize, usize)> =
            texts.iter().map(|(position, text)| (*position, count_words(text))).collect();
        let shortest = counted.iter().filter(|(_, words)| *words > 0).min_by_key(|(_, words)| *words);
        let longest = counted.iter().max_by_key(|(_, words)| *words);
        let (Some(&(short, few)), Some(&(long, many))) = (shortest, longest) else { return };
        if many.saturating_mul(100) > few.saturating_mul(self.hundredths) {
            let message = format!("this view has {few} words, and another has {many}");
            let help = format!("say more here, or less in sections[{long}]");
            found(self.finding(message).at(Path::section(short)).with_help(help));
        }
    }

    fn bad(&self) -> Article {
        example("The grant ends.")
    }

    fn good(&self) -> Article {
        example("The grant will end before the second mile is paid.")
    }
}

impl UnbalancedPerspectives {
    /// The rule as it is built in.
    pub(super) const BUILT_IN: Self = Self { hundredths: 300 };

    /// The rule with another limit: the longest view may have this many times the words of the shortest. A ratio below 1
    /// counts as 1.
    ///
    /// # Examples
    ///
    /// ```
    /// use commentary::validate::rules::UnbalancedPerspectives;
    /// use commentary::{Article, Profile, Section, Stance, Validator};
    ///
    /// let article = Article::new("A roof")
    ///     .section(Section::perspective(Stance::For).paragraph("It saves water and it pays."))
    ///     .section(Section::perspective(Stance::Against).paragraph("It costs money."));
    /// let validator = Validator::new(Profile::any()).rule(UnbalancedPerspectives::ratio(1.5));
    /// assert!(validator.run(&article).find("unbalanced-perspectives").is_some());
    /// ```
    #[must_use]
    pub fn ratio(ratio: f64) -> Self {
        // A cast of a float saturates, and gives 0 for NaN.
        Self { hundredths: ((ratio * 100.0).round() as usize).max(100) }
    }
}

/// The text of a view and of its replies.
fn text_of(view: &Section) -> String {
    let mut text = view.text();
    let mut pending: Vec<&Section> = vec![view];
    while let Some(section) = pending.pop() {
        let replies = section.as_perspective().map(|own| own.replies.as_slice()).unwrap_or_default();
        for reply in replies {
            text.push('\n');
            text.push_str(&reply.text());
            pending.push(reply);
        }
    }
    text
}

/// The sample with a long optimistic view and another pessimistic one.
fn example(text: &str) -> Article {
    let mut article = sample::article();
    for section in &mut article.sections {
        match section.stance() {
            Some(Stance::Optimistic) => {
                section.body.push(crate::model::Block::paragraph("The shade keeps the algae away, says the district."));
            }
            Some(Stance::Pessimistic) => section.body = vec![crate::model::Block::paragraph(text)],
            _ => {}
        }
    }
    article
}
