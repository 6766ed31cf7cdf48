//! The rule `link-text-mismatch`.

use url::Url;

use super::documented;
use crate::diagnostic::{Diagnostic, Severity, quote};
use crate::model::{Article, Inline, Link, Paragraph, Section, plain_text};
use crate::validate::parts::Part;
use crate::validate::rule::Rule;
use crate::validate::sample;
use crate::validate::subject::Subject;

documented! {
/**
Reports a link that shows one address and leads to another.

# What it does
Finds links whose text is itself an address, `https://bank.example/` or `bank.example`, and leads to another host. `www.`
and the case of letters make no difference, and neither does a host below the one that is shown.

# Why
Readers believe what they see. This is how links to forged pages look.

# Example
```markdown
See [https://bank.example/](https://other.example/).
```

# Use instead
```markdown
See [https://bank.example/](https://bank.example/).
```
*/
pub struct LinkTextMismatch;
}

impl Rule for LinkTextMismatch {
    fn name(&self) -> &'static str {
        "link-text-mismatch"
    }

    fn severity(&self) -> Severity {
        Severity::Warning
    }

    fn documentation(&self) -> &'static str {
        Self::PAGE
    }

    fn check(&self, subject: &Subject<'_>, found: &mut dyn FnMut(Diagnostic)) {
        for placed in subject.parts() {
            let Part::Inline(Inline::Link(link)) = placed.part else { continue };
            let text = plain_text(&link.content);
            let Some(shown) = host_shown(text.trim()) else { continue };
            let Some(real) = link.url.url().ok().and_then(|url| url.host_str().map(str::to_owned)) else { continue };
            if is_within(&real, &shown) {
                continue;
            }
            let message = format!("the link shows {} and leads to {}", quote(&shown), quote(&real));
            found(self.finding(message).at(placed.path()).with_help("let the text say where the link leads"));
        }
    }

    fn bad(&self) -> Article {
        example("https://other.example/")
    }

    fn good(&self) -> Article {
        example("https://bank.example/")
    }
}

/// The host that a link's text names, where it is an address.
fn host_shown(text: &str) -> Option<String> {
    let is_address = text.contains('.') && !text.contains(char::is_whitespace) && !text.contains('@');
    if !is_address {
        return None;
    }
    let host = match text.split_once("://") {
        Some((scheme, _)) if scheme.eq_ignore_ascii_case("http") || scheme.eq_ignore_ascii_case("https") => {
            Url::parse(text).ok()?.host_str()?.to_owned()
        }
        Some(_) => return None,
        // Without a scheme only `name.end` or `www.` counts: many words have a full stop inside.
        None => {
            let (name, path) = text.split_once('/').map_or((text, false), |(name, _)| (name, true));
            let is_host =
                name.split('.').all(|part| !part.is_empty() && part.chars().all(|c| c.is_alphanumeric() || c == '-'));
            let end = name.rsplit('.').next().filter(|end| end.len() >= 2 && end.chars().all(char::is_alphabetic));
            let is_sure = path || name.starts_with("www.") || end.is_some_and(|end| ENDS.contains(&end));
            if !(is_host && end.is_some() && is_sure) {
                return None;
            }
            Url::parse(&format!("https://{name}/")).ok()?.host_str()?.to_owned()
        }
    };
    Some(host)
}

/// Ends of host names that are no ends of file names or abbreviations.
const ENDS: &[&str] =
    &["ca", "ch", "com", "de", "edu", "es", "eu", "example", "fr", "gov", "info", "it", "net", "org", "pt", "uk"];

/// True where a host is another one or lies below it.
fn is_within(host: &str, other: &str) -> bool {
    let bare = |name: &str| name.strip_prefix("www.").unwrap_or(name).to_ascii_lowercase();
    let (host, other) = (bare(host), bare(other));
    host.strip_suffix(&other).is_some_and(|below| below.is_empty() || below.ends_with('.'))
}

/// The sample with a link that shows an address.
fn example(address: &str) -> Article {
    let link = Link::new(address, [Inline::text("https://bank.example/")]);
    let paragraph = Paragraph::new([Inline::text("See "), link.into(), Inline::text(".")]);
    sample::article().section(Section::example().block(paragraph))
}
