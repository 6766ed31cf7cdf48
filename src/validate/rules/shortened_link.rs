//! The rule `shortened-link`.

use super::documented;
use crate::diagnostic::{Diagnostic, Severity, quote};
use crate::model::{Article, Inline, Link, Paragraph, Section};
use crate::validate::parts::Part;
use crate::validate::rule::Rule;
use crate::validate::sample;
use crate::validate::subject::Subject;

documented! {
/**
Reports an address that hides where it leads.

# What it does
Finds web addresses whose host is that of a service which shortens addresses, such as `bit.ly`. The services are named in
this rule's file; a host below one of them (`news.bit.ly`) counts too.

# Why
Nobody sees where a short address leads, it follows its reader, and it leads nowhere once the service ends.

# Example
```markdown
See [the ruling](https://bit.ly/3xYz).
```

# Use instead
```markdown
See [the ruling](https://the-curd-ledger.example/ruling).
```
*/
pub struct ShortenedLink;
}

impl Rule for ShortenedLink {
    fn name(&self) -> &'static str {
        "shortened-link"
    }

    fn severity(&self) -> Severity {
        Severity::Note
    }

    fn documentation(&self) -> &'static str {
        Self::PAGE
    }

    fn check(&self, subject: &Subject<'_>, found: &mut dyn FnMut(Diagnostic)) {
        for placed in subject.parts() {
            let Part::Address(address) = placed.part else { continue };
            if !address.as_str().split(['/', '@', ':', '?', '#']).any(is_service) {
                continue;
            }
            let Ok(url) = address.url() else { continue };
            let Some(host) = url.host_str().filter(|host| address.is_web() && is_service(host)) else { continue };
            let message = format!("the address {} hides where it leads", quote(address.as_str()));
            let help = format!("write the address that {} leads to", quote(host));
            found(self.finding(message).at(placed.path()).with_help(help));
        }
    }

    fn bad(&self) -> Article {
        example("https://bit.ly/3xYz")
    }

    fn good(&self) -> Article {
        example("https://the-curd-ledger.example/ruling")
    }
}

/// Services that shorten addresses for anybody, or that lead from a network of people to the web.
const SERVICES: &[&str] = &[
    "adf.ly", "bit.ly", "bitly.com", "buff.ly", "cutt.ly", "dlvr.it", "fb.me", "goo.gl", "ift.tt", "is.gd", "j.mp",
    "lnkd.in", "ow.ly", "rb.gy", "rebrand.ly", "s.id", "shorturl.at", "t.co", "t.ly", "tiny.cc", "tinyurl.com",
    "tr.im", "trib.al", "urlz.fr", "v.gd", "vu.fr",
];

/// True for the host of such a service.
fn is_service(host: &str) -> bool {
    SERVICES.iter().any(|service| {
        let start = host.len().checked_sub(service.len());
        let Some((below, own)) = start.and_then(|start| host.split_at_checked(start)) else { return false };
        own.eq_ignore_ascii_case(service) && (below.is_empty() || below.ends_with('.'))
    })
}

/// The sample with a link to an address.
fn example(address: &str) -> Article {
    let link = Link::new(address, [Inline::text("the ruling")]);
    let paragraph = Paragraph::new([Inline::text("See "), link.into(), Inline::text(".")]);
    sample::article().section(Section::example().block(paragraph))
}
