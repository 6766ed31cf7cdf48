//! The rule `tracking-parameters`.

use super::documented;
use crate::diagnostic::{Diagnostic, Edit, Fix, Severity, quote};
use crate::model::{Article, Inline, Link, Paragraph, Section};
use crate::validate::parts::Part;
use crate::validate::rule::Rule;
use crate::validate::sample;
use crate::validate::subject::Subject;

documented! {
/**
Reports an address that carries who came from where.

# What it does
Finds parameters in the query of web addresses that only serve to follow readers: those that begin with `utm_`, and
`fbclid`, `gclid`, `msclkid` and the others named in this rule's file, which are those that the makers of advertising and
mail systems document. The fix takes them out and leaves the rest of the address as it was written.

# Why
They tell a third party which article sent the reader, and make two addresses of one page differ.

# Example
```markdown
See [the ruling](https://the-curd-ledger.example/ruling?id=7&utm_source=mail).
```

# Use instead
```markdown
See [the ruling](https://the-curd-ledger.example/ruling?id=7).
```
*/
pub struct TrackingParameters;
}

impl Rule for TrackingParameters {
    fn name(&self) -> &'static str {
        "tracking-parameters"
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
            let Some((clean, first)) = without_tracking(address.as_str()) else { continue };
            if !address.is_web() {
                continue;
            }
            let message = format!("the address {} follows its reader with {}", quote(address.as_str()), quote(first));
            let fix = Fix::new("take the parameters out").edit(Edit::replace(placed.path(), clean));
            found(self.finding(message).at(placed.path()).with_help("take such parameters out").with_fix(fix));
        }
    }

    fn bad(&self) -> Article {
        example("https://the-curd-ledger.example/ruling?id=7&utm_source=mail")
    }

    fn good(&self) -> Article {
        example("https://the-curd-ledger.example/ruling?id=7")
    }
}

/// Beginnings of the names of parameters that follow readers: campaigns (Google Analytics, Matomo, HubSpot), mail.
const BEGINNINGS: &[&str] = &["utm_", "mtm_", "pk_", "hsa_", "__hs", "_hs", "mc_", "vero_"];

/// Whole names: identifiers of clicks (Google, Facebook, Microsoft, Twitter, TikTok, Yandex, LinkedIn, Adobe, …).
const NAMES: &[&str] = &[
    "dclid", "fbclid", "gbraid", "gclid", "gclsrc", "igshid", "igsh", "li_fat_id", "mkt_tok", "msclkid", "oly_anon_id",
    "oly_enc_id", "s_cid", "srsltid", "ttclid", "twclid", "wbraid", "yclid", "wickedid", "_openstat",
];

/// True for the name of a parameter that follows readers.
fn is_tracking(name: &str) -> bool {
    let begins = |beginning: &&str| name.get(..beginning.len()).is_some_and(|own| own.eq_ignore_ascii_case(beginning));
    BEGINNINGS.iter().any(begins) || NAMES.iter().any(|known| known.eq_ignore_ascii_case(name))
}

/// The address without its tracking parameters, and the name of the first of them; `None` where there is none.
fn without_tracking(address: &str) -> Option<(String, &str)> {
    let (located, fragment) = address.split_at_checked(address.find('#').unwrap_or(address.len()))?;
    let (before, query) = located.split_once('?')?;
    let name = |parameter: &'_ str| parameter.split('=').next().map(str::len).unwrap_or_default();
    let parameters = || query.split('&').map(move |own| (own, own.get(..name(own)).unwrap_or_default()));
    let (_, first) = parameters().find(|(_, name)| is_tracking(name))?;
    let kept: Vec<&str> = parameters().filter(|(_, name)| !is_tracking(name)).map(|(own, _)| own).collect();
    let mark = if kept.is_empty() { "" } else { "?" };
    Some((format!("{before}{mark}{}{fragment}", kept.join("&")), first))
}

/// The sample with a link to an address.
fn example(address: &str) -> Article {
    let link = Link::new(address, [Inline::text("the ruling")]);
    let paragraph = Paragraph::new([Inline::text("See "), link.into(), Inline::text(".")]);
    sample::article().section(Section::example().block(paragraph))
}
