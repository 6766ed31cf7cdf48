//! The rule `unsafe-link`.

use url::ParseError;

use super::documented;
use crate::diagnostic::{Diagnostic, Severity, quote};
use crate::model::{Address, Article, Inline, Link, Paragraph, Section};
use crate::path::Path;
use crate::validate::parts::Part;
use crate::validate::rule::Rule;
use crate::validate::sample;
use crate::validate::subject::Subject;

documented! {
/**
Reports an address that is not on the web.

# What it does
Finds links, pictures, references, and addresses of the article and of authors that are neither `http` nor `https`. The
address is judged after it was parsed as a browser would, never by how its text begins: `JAVA\tSCRIPT:` is `javascript:`.

- Any other scheme is an error: it may run a program (`javascript:`, `data:`) or open a file (`file:`).
- A `mailto:` or `tel:` address is a warning: it does no harm, yet it is no source that can be read.
- A relative address, as `/about` or `#top`, and a text that is no address at all are warnings: an article travels in
  feeds and JSON, where nobody knows what the address is relative to.

# Why
Articles come from other people's pages and from language models. Only web addresses are written as links, so any other
link is lost on the way to the reader.

# Example
```markdown
See [the ruling](javascript:alert) or [the archive](/archive).
```

# Use instead
```markdown
See [the ruling](https://the-curd-ledger.example/ruling) or [the archive](https://the-curd-ledger.example/archive).
```
*/
pub struct UnsafeLink;
}

/// Schemes that do no harm, yet are no web.
const HARMLESS: [&str; 2] = ["mailto", "tel"];

impl Rule for UnsafeLink {
    fn name(&self) -> &'static str {
        "unsafe-link"
    }

    fn severity(&self) -> Severity {
        Severity::Error
    }

    fn documentation(&self) -> &'static str {
        Self::PAGE
    }

    fn check(&self, subject: &Subject<'_>, found: &mut dyn FnMut(Diagnostic)) {
        for placed in subject.parts() {
            if let Part::Address(address) = placed.part {
                self.judge(address, || placed.path(), found);
            }
        }
    }

    fn bad(&self) -> Article {
        example("java\tscript:alert(1)")
    }

    fn good(&self) -> Article {
        example("https://the-curd-ledger.example/ruling")
    }
}

impl UnsafeLink {
    /// Judges the address at `place`.
    fn judge(self, address: &Address, place: impl FnOnce() -> Path, found: &mut dyn FnMut(Diagnostic)) {
        if address.is_web() {
            return;
        }
        let text = quote(address.as_str());
        let (severity, message) = match address.url() {
            Ok(url) if HARMLESS.contains(&url.scheme()) => {
                (Severity::Warning, format!("the address {text} is not on the web"))
            }
            Ok(url) => (self.severity(), format!("the address {text} has the scheme {}", quote(url.scheme()))),
            Err(ParseError::RelativeUrlWithoutBase) => (Severity::Warning, format!("the address {text} is relative")),
            Err(ParseError::Overflow) => {
                let most = Address::MAX_LENGTH;
                (Severity::Warning, format!("the address {text} is longer than {most} bytes"))
            }
            Err(error) => (Severity::Warning, format!("the address {text} cannot be read: {error}")),
        };
        let finding = Diagnostic::new(self.name(), severity, message).at(place());
        found(finding.with_help("write a whole address that begins with https://, or remove it"));
    }
}

/// The sample with a link to an address.
fn example(address: &str) -> Article {
    let link = Link::new(address, [Inline::text("the ruling")]);
    let paragraph = Paragraph::new([Inline::text("See "), link.into()]);
    sample::article().section(Section::example().block(paragraph))
}
