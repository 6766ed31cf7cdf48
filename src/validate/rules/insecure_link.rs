//! The rule `insecure-link`.

use std::collections::HashSet;

use url::{Host, Url};

use super::documented;
use crate::diagnostic::{Diagnostic, Edit, Fix, Severity, quote};
use crate::model::{Address, Article, Inline, Link, Paragraph, Section};
use crate::validate::parts::Part;
use crate::validate::rule::Rule;
use crate::validate::sample;
use crate::validate::subject::Subject;

documented! {
/**
Reports an address that could be read in secret and is not.

# What it does
Finds addresses of links, pictures, references, authors and the article that are `http`. Addresses of one's own machine
(`localhost`, `127.0.0.1`) are left alone.

Where the article itself gives the same address with `https`, the fix writes that one. Elsewhere it changes nothing:
nobody here knows whether the other server answers.

# Why
What is sent over `http` can be read and changed on the way, and browsers warn of it.

# Example
```markdown
See [the ruling](http://the-curd-ledger.example/ruling).
```

# Use instead
```markdown
See [the ruling](https://the-curd-ledger.example/ruling).
```
*/
pub struct InsecureLink;
}

impl Rule for InsecureLink {
    fn name(&self) -> &'static str {
        "insecure-link"
    }

    fn severity(&self) -> Severity {
        Severity::Note
    }

    fn documentation(&self) -> &'static str {
        Self::PAGE
    }

    fn check(&self, subject: &Subject<'_>, found: &mut dyn FnMut(Diagnostic)) {
        let plain = |address: &Address| address.url().ok().filter(|url| url.scheme() == "http" && !is_local(url));
        let mut secure: Option<HashSet<Url>> = None;
        for placed in subject.parts() {
            let Part::Address(address) = placed.part else { continue };
            if !is_plain(address.as_str()) {
                continue;
            }
            let Some(mut url) = plain(address) else { continue };
            if url.set_scheme("https").is_err() {
                continue;
            }
            let known = secure.get_or_insert_with(|| secure_addresses(subject));
            let message = format!("the address {} is not secure", quote(address.as_str()));
            let finding =
                self.finding(message).at(placed.path()).with_help("write https:// where the server answers there");
            let fix = known.contains(&url).then(|| {
                let text = address.as_str().trim_start();
                let text = format!("https{}", text.get("http".len()..).unwrap_or_default());
                Fix::new("write https, as elsewhere in the article").edit(Edit::replace(placed.path(), text))
            });
            found(finding.with_fix(fix));
        }
    }

    fn bad(&self) -> Article {
        example("http://the-curd-ledger.example/ruling")
    }

    fn good(&self) -> Article {
        example("https://the-curd-ledger.example/ruling")
    }
}

/// True for a text that begins as an `http` address does.
fn is_plain(text: &str) -> bool {
    let text = text.trim_start();
    text.get(..5).is_some_and(|scheme| scheme.eq_ignore_ascii_case("http:"))
}

/// True for an address on the reader's own machine.
fn is_local(url: &Url) -> bool {
    match url.host() {
        Some(Host::Domain(name)) => name == "localhost" || name.ends_with(".localhost"),
        Some(Host::Ipv4(address)) => address.is_loopback(),
        Some(Host::Ipv6(address)) => address.is_loopback(),
        None => false,
    }
}

/// Every `https` address of the article.
fn secure_addresses(subject: &Subject<'_>) -> HashSet<Url> {
    let addresses = subject.parts().filter_map(|placed| match placed.part {
        Part::Address(address) => address.url().ok(),
        _ => None,
    });
    addresses.filter(|url| url.scheme() == "https").collect()
}

/// The sample with a link to an address.
fn example(address: &str) -> Article {
    let link = Link::new(address, [Inline::text("the ruling")]);
    let paragraph = Paragraph::new([Inline::text("See "), link.into(), Inline::text(".")]);
    sample::article().section(Section::example().block(paragraph))
}
