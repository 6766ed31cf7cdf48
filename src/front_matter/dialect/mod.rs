//! The forms in which static-site generators want front matter: one file and one line for each.

mod astro;
mod hugo;
mod jekyll;
mod plain;
mod zola;

use std::fmt;
use std::str::FromStr;

use super::Syntax;
use crate::model::{Date, Precision, Value};

/// Declares the dialects, one line each: the variant, its file, what it is.
macro_rules! dialects {
    ($( $(#[$attribute:meta])* $variant:ident = $file:ident, )+) => {
        /// Whose front matter is written: the names of the keys, and YAML or TOML.
        ///
        /// A field of an article stands under the key that the generator has for it. One that it has no key for, and a key
        /// that no field has, stand where the generator allows data of one's own. The reader knows the keys of all
        /// dialects, whichever it reads:
        ///
        /// | field | plain | Jekyll | Hugo | Zola | Astro |
        /// | --- | --- | --- | --- | --- | --- |
        /// | `title` | `title` | `title` | `title` | `title` | `title` |
        /// | `question` | `question` | `question` | `params.question` | `extra.question` | `question` |
        /// | `teaser` | `teaser` | `teaser` | `description` | `description` | `description` |
        /// | `authors` | `authors` | `author`, `authors` | `params.authors` | `authors` | `authors` |
        /// | `published` | `published` | `date` | `date` | `date` | `pubDate` |
        /// | `language` | `language` | `lang` | `params.language` | `extra.language` | `lang` |
        /// | `url` | `url` | `canonical_url` | `params.url` | `extra.url` | `canonicalURL` |
        /// | `tags` | `tags` | `tags` | `tags` | `taxonomies.tags` | `tags` |
        /// | `references` | `references` | `references` | `params.references` | `extra.references` | `references` |
        /// | keys of `extra` | as they are | as they are | as they are | as they are, `extra.commentary` | as they are |
        ///
        /// The keys are those of the generators' own documentation: for Jekyll that of
        /// [front matter](https://jekyllrb.com/docs/front-matter/) and of
        /// [jekyll-seo-tag](https://jekyll.github.io/jekyll-seo-tag/usage/), for Hugo that of
        /// [front matter](https://gohugo.io/content-management/front-matter/) (0.123 or later, for `params`), for Zola that
        /// of a [page](https://www.getzola.org/documentation/content/page/), for Astro that of
        /// [Markdown](https://docs.astro.build/en/guides/markdown-content/) and of its blog template. A date that a
        /// generator would refuse, such as `2025-06`, stands as `published` with the data of one's own; so do the authors
        /// in Zola of whom more than the name is known.
        ///
        /// # Examples
        ///
        /// ```
        /// use commentary::{Article, markdown};
        /// use commentary::markdown::{Dialect, Writer};
        ///
        /// let mut article = Article::new("Solar panels").teaser("Shade is gold");
        /// article.tags.push("water".into());
        /// article.question = Some("Who pays?".into());
        ///
        /// let text = Writer::new().dialect(Dialect::Zola).article(&article);
        /// assert_eq!(text, "\
        /// +++
        /// title = \"Solar panels\"
        /// description = \"Shade is gold\"
        ///
        /// [extra]
        /// question = \"Who pays?\"
        ///
        /// [taxonomies]
        /// tags = [\"water\"]
        /// +++
        /// ");
        /// assert_eq!(markdown::from_str(&text)?, article);
        /// # Ok::<(), markdown::Error>(())
        /// ```
        #[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord, Default)]
        #[non_exhaustive]
        pub enum Dialect {
            $( $(#[$attribute])* $variant, )+
        }

        impl Dialect {
            /// Every dialect.
            pub const ALL: &'static [Self] = &[$(Self::$variant),+];

            /// Its name in lower case, which `FromStr` reads.
            #[must_use]
            pub const fn name(self) -> &'static str {
                match self {
                    $( Self::$variant => stringify!($file), )+
                }
            }

            /// The form of its front matter.
            pub(super) const fn form(self) -> &'static Form {
                match self {
                    $( Self::$variant => &$file::FORM, )+
                }
            }
        }
    };
}

dialects! {
    /// This crate's own keys, in YAML.
    #[default]
    Plain = plain,
    /// Jekyll, with the keys of jekyll-seo-tag, in YAML.
    Jekyll = jekyll,
    /// Hugo, in YAML.
    Hugo = hugo,
    /// Zola, in TOML.
    Zola = zola,
    /// Astro, in YAML.
    Astro = astro,
}

/// A text that names no [`Dialect`].
///
/// # Examples
///
/// ```
/// use commentary::markdown::Dialect;
///
/// assert_eq!("hugo".parse(), Ok(Dialect::Hugo));
/// let error = "Pelican".parse::<Dialect>().unwrap_err();
/// assert_eq!(error.to_string(), "expected one of plain, jekyll, hugo, zola, astro");
/// ```
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("expected one of {}", Dialect::ALL.iter().map(|dialect| dialect.name()).collect::<Vec<_>>().join(", "))]
pub struct DialectError;

impl FromStr for Dialect {
    type Err = DialectError;

    /// Reads a dialect's name.
    ///
    /// # Errors
    ///
    /// Any other word.
    fn from_str(name: &str) -> Result<Self, DialectError> {
        Self::ALL.iter().copied().find(|dialect| dialect.name() == name).ok_or(DialectError)
    }
}

impl fmt::Display for Dialect {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.pad(self.name())
    }
}

/// How a dialect writes front matter.
#[derive(Debug)]
pub(super) struct Form {
    pub(super) syntax: Syntax,
    /// Where fields stand that do not stand under their own name among the data of one's own.
    pub(super) slots: &'static [Slot],
    pub(super) own: Own,
    /// The keys whose dates stand without quotes.
    pub(super) dates: &'static [&'static str],
}

/// Where a field stands. Of several for one field, the first that takes its value counts.
#[derive(Debug)]
pub(super) struct Slot {
    pub(super) field: &'static str,
    /// The table in which it stands; none for the front matter itself.
    pub(super) table: Option<&'static str>,
    pub(super) key: &'static str,
    pub(super) takes: Takes,
}

/// Which values a key can hold.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Takes {
    Any,
    /// A list of one, written without the list.
    One,
    /// A list of texts.
    Texts,
    /// A day, or a moment of it.
    Day,
    /// A day, or a moment to the second.
    DayOrSecond,
    /// A path from the root of the site.
    Path,
}

/// Where the data of one's own stands.
#[derive(Debug)]
pub(super) enum Own {
    /// Beside the other keys.
    Beside,
    /// In a table; which keys may stand beside it nevertheless.
    Under { table: &'static str, beside: Beside },
}

/// The keys that no field has and that may stand outside the table for them.
#[derive(Debug)]
pub(super) enum Beside {
    Any,
    Only(&'static [&'static str]),
}

impl Form {
    /// The slot for a field's value; `None` for the data of one's own.
    pub(super) fn slot(&self, field: &str, value: &Value) -> Option<&'static Slot> {
        self.slots.iter().find(|slot| slot.field == field && slot.takes.takes(value))
    }

    /// The table of this name, where fields or data of one's own stand in it.
    pub(super) fn table(&self, name: &str) -> Option<&'static str> {
        let tables = self.slots.iter().filter_map(|slot| slot.table).chain(self.own_table());
        tables.into_iter().find(|table| *table == name)
    }

    /// The name of the table for data of one's own.
    pub(super) const fn own_table(&self) -> Option<&'static str> {
        match self.own {
            Own::Beside => None,
            Own::Under { table, .. } => Some(table),
        }
    }
}

impl Slot {
    /// A key for a field, whatever its value.
    const fn new(field: &'static str, key: &'static str) -> Self {
        Self { field, table: None, key, takes: Takes::Any }
    }

    /// This key for some values only.
    const fn taking(mut self, takes: Takes) -> Self {
        self.takes = takes;
        self
    }

    /// This key in a table.
    const fn within(mut self, table: &'static str) -> Self {
        self.table = Some(table);
        self
    }
}

impl Takes {
    /// True where there is no value that the key cannot hold.
    pub(super) const fn is_any(self) -> bool {
        matches!(self, Self::Any)
    }

    fn takes(self, value: &Value) -> bool {
        let precision = || value.as_str()?.parse::<Date>().ok().map(Date::precision);
        match self {
            Self::Any => true,
            Self::One => value.as_array().is_some_and(|items| items.len() == 1),
            Self::Texts => value.as_array().is_some_and(|items| items.iter().all(|item| item.as_str().is_some())),
            Self::Day => precision().is_some_and(|precision| precision >= Precision::Day),
            Self::DayOrSecond => matches!(precision(), Some(Precision::Day | Precision::Second)),
            Self::Path => value.as_str().is_some_and(|text| text.starts_with('/') && !text.starts_with("//")),
        }
    }
}
