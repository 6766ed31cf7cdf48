//! The rule `overlong-teaser`.

use unicode_segmentation::UnicodeSegmentation;

use super::documented;
use crate::diagnostic::{Diagnostic, Severity};
use crate::model::Article;
use crate::path::Path;
use crate::validate::rule::Rule;
use crate::validate::sample;
use crate::validate::subject::Subject;

documented! {
/**
Reports a teaser that is no longer one.

# What it does
Counts the characters of the teaser as a reader does, and finds one with more than 300. Another limit is set with
[`OverlongTeaser::most`]. The limit is ours: search engines show about 160 characters of a description, social networks
about 200, and a standfirst in print has about twice that.

# Why
Lists and previews cut it, mostly before its point.

# Example
```markdown
---
teaser: "The district has covered two miles of canal, and now it turns out that the panels, … (400 characters)"
---
```

# Use instead
```markdown
---
teaser: "Two miles of canal are covered. Does it pay?"
---
```
*/
pub struct OverlongTeaser {
    most: usize,
}
}

impl Rule for OverlongTeaser {
    fn name(&self) -> &'static str {
        "overlong-teaser"
    }

    fn severity(&self) -> Severity {
        Severity::Note
    }

    fn documentation(&self) -> &'static str {
        Self::PAGE
    }

    fn check(&self, subject: &Subject<'_>, found: &mut dyn FnMut(Diagnostic)) {
        let Some(teaser) = subject.article().teaser.as_deref().filter(|teaser| teaser.len() > self.most) else {
            return;
        };
        let count = teaser.graphemes(true).count();
        if count > self.most {
            let message = format!("the teaser has {count} characters, and more than {} are not read", self.most);
            let finding = self.finding(message).at(Path::root().key("teaser"));
            found(finding.with_help("say in one or two sentences what the article is about"));
        }
    }

    fn bad(&self) -> Article {
        sample::article().teaser("The district has covered two miles of canal. ".repeat(8))
    }

    fn good(&self) -> Article {
        sample::article().teaser("Two miles of canal are covered. Does it pay?")
    }
}

impl OverlongTeaser {
    /// The rule as it is built in.
    pub(super) const BUILT_IN: Self = Self { most: 300 };

    /// The rule with another limit: the most characters that a teaser may have.
    ///
    /// # Examples
    ///
    /// ```
    /// use commentary::validate::rules::OverlongTeaser;
    /// use commentary::{Article, Profile, Validator};
    ///
    /// let article = Article::new("A roof").teaser("Two miles of canal are covered.");
    /// let validator = Validator::new(Profile::any()).rule(OverlongTeaser::most(20));
    /// assert!(validator.run(&article).find("overlong-teaser").is_some());
    /// ```
    #[must_use]
    pub const fn most(characters: usize) -> Self {
        Self { most: characters }
    }
}
