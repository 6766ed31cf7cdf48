//! The shape in which articles are stored, for every self-describing format of serde.
//!
//! Reading is strict: an object where an object belongs, a string where a string belongs, each key once, `null` only
//! inside unknown keys. Writing refuses what could not be read back as the same article.

mod article;
mod block;
#[cfg(feature = "schema")]
mod describe;
mod fault;
mod inline;
#[cfg(feature = "json")]
pub(crate) mod json;
pub(crate) mod members;
mod place;
pub(crate) mod read;
pub(crate) mod record;
mod section;
mod value;
mod word;
pub(crate) mod write;

use serde::de::{Deserialize, DeserializeSeed, Deserializer};
use serde::ser::{Serialize, Serializer};

use crate::model::{
    Address, Article, Author, Block, Citation, Code, Date, Extra, Heading, Html, Image, Inline, Language, Likelihood,
    Link, List, ListItem, Number, Paragraph, Quote, Reference, ReferenceKind, Rule, Section, Stance, Value,
};

#[cfg(feature = "schema")]
pub(crate) use describe::article as describe_article;
#[cfg(feature = "json")]
pub(crate) use fault::Fault;
#[cfg(feature = "json")]
pub(crate) use members::Members;
pub(crate) use place::Place;
#[cfg(feature = "json")]
pub(crate) use read::Read;
pub(crate) use read::Seed;

use write::Write;

/// Makes types readable and writable on their own, as a part of whatever the caller stores.
macro_rules! public {
    ($($type:ident),+) => {$(
        impl Serialize for $type {
            fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
                self.write(serializer, &Place::default())
            }
        }

        impl<'de> Deserialize<'de> for $type {
            fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
                Seed::new(&Place::default()).deserialize(deserializer)
            }
        }
    )+};
}

public!(Article, Section, Reference, Author, Block, Paragraph, Heading, List, ListItem, Quote, Code, Rule, Html);
public!(Inline, Link, Image, Citation, Value, Extra, Number);
public!(Address, Date, Language, Stance, ReferenceKind, Likelihood);
