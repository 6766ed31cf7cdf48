//! How open vocabularies (stances, kinds of reference) are declared: one line a word, any other word kept as written.

use std::fmt;

/// A word outside this version's vocabulary, kept as it was written.
///
/// It can only be made by the vocabulary it belongs to, which first looks for a known word. So a custom stance is never
/// a second spelling of a known one.
///
/// # Examples
///
/// ```
/// use commentary::Stance;
///
/// assert_eq!(Stance::from("optimistic"), Stance::Optimistic);
/// let Stance::Other(word) = Stance::from("hopeful") else { panic!("not a known stance") };
/// assert_eq!(word.as_str(), "hopeful");
/// ```
#[derive(Debug, Clone, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct Custom(Box<str>);

impl Custom {
    /// Keeps a word that the vocabulary does not know. Only a vocabulary's own lookup may call this.
    pub(super) fn new(word: &str) -> Self {
        Self(word.into())
    }

    /// The word as written.
    #[must_use]
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

impl AsRef<str> for Custom {
    fn as_ref(&self) -> &str {
        &self.0
    }
}

impl fmt::Display for Custom {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

/// Declares an enum of known words with an `Other` for the rest: variants, ids, lookup, `Display`, `From<&str>`.
macro_rules! vocabulary {
    (
        $(#[$outer:meta])*
        $name:ident {
            $( $(#[$inner:meta])* $variant:ident = $id:literal, )+
        }
    ) => {
        $(#[$outer])*
        #[derive(Debug, Clone, PartialEq, Eq, Hash, PartialOrd, Ord)]
        #[non_exhaustive]
        pub enum $name {
            $( $(#[$inner])* $variant, )+
            /// A word that this version does not know, kept as written. It is made by `from`.
            Other($crate::model::Custom),
        }

        impl $name {
            /// Every word that this version knows.
            pub const KNOWN: &'static [Self] = &[$(Self::$variant),+];

            /// The id under which it is stored.
            #[must_use]
            pub fn id(&self) -> &str {
                match self {
                    $( Self::$variant => $id, )+
                    Self::Other(word) => word.as_str(),
                }
            }

            /// The known word with this id, or `None`.
            #[must_use]
            pub fn known(id: &str) -> Option<Self> {
                match id {
                    $( $id => Some(Self::$variant), )+
                    _ => None,
                }
            }
        }

        impl From<&str> for $name {
            /// The known word with this id; any other word is kept as `Other`.
            fn from(id: &str) -> Self {
                Self::known(id).unwrap_or_else(|| Self::Other($crate::model::vocabulary::Custom::new(id)))
            }
        }

        impl From<String> for $name {
            fn from(id: String) -> Self {
                Self::from(id.as_str())
            }
        }

        impl AsRef<str> for $name {
            fn as_ref(&self) -> &str {
                self.id()
            }
        }

        impl std::fmt::Display for $name {
            fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
                f.pad(self.id())
            }
        }
    };
}

pub(super) use vocabulary;
