//! Words out of a closed list: what a language model may choose from.

use std::borrow::Cow;
use std::fmt;

use serde::de;
use serde::{Serialize, Serializer};

use super::record::Part;
use crate::diagnostic::quote;
use crate::model::{ReferenceKind, Role, Stance};
use crate::shape::{Fault, Place, Read};

/// Declares a closed list, and the words of this version in it.
macro_rules! choices {
    ($($(#[doc = $about:literal])+ $type:ident = $words:expr;)+) => {$(
        $(#[doc = $about])+
        #[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
        pub struct $type(&'static str);

        impl $type {
            /// Every word of the list, in the order of the schema.
            pub fn all() -> impl Iterator<Item = Self> {
                $words.map(Self)
            }

            /// The word with this id, or `None`.
            #[must_use]
            pub fn known(id: &str) -> Option<Self> {
                Self::all().find(|word| word.0 == id)
            }

            /// The id under which it is stored.
            #[must_use]
            pub const fn id(self) -> &'static str {
                self.0
            }
        }

        impl fmt::Display for $type {
            fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                f.pad(self.0)
            }
        }

        impl Read for $type {
            const EXPECTED: &'static str = "a string";

            fn from_text<E: de::Error>(text: Cow<'_, str>, place: &Place) -> Result<Self, E> {
                Self::known(&text).ok_or_else(|| place.refuse(Fault::mismatch(list(Self::all().map(Self::id)), &quote(&text))))
            }
        }

        impl Serialize for $type {
            fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
                serializer.serialize_str(self.0)
            }
        }

        impl Part for $type {
            type Read = Self;

            fn from_read(read: Self) -> Self {
                read
            }

            #[cfg(feature = "schema")]
            fn schema() -> crate::model::Extra {
                super::schema::one_of(Self::all().map(Self::id))
            }
        }
    )+};
}

choices! {
    /// What a drafted section is there for: a role that this version knows.
    ///
    /// # Examples
    ///
    /// ```
    /// use commentary::draft::DraftRole;
    ///
    /// assert_eq!(DraftRole::known("perspective"), Some(DraftRole::PERSPECTIVE));
    /// assert_eq!(DraftRole::known("timeline"), None);
    /// ```
    DraftRole = Role::KNOWN.iter().map(Role::id).chain([Role::PERSPECTIVE]);
    /// Where a drafted section stands: a stance that this version knows, `other`, or `none`.
    ///
    /// # Examples
    ///
    /// ```
    /// use commentary::{Stance, draft::DraftStance};
    ///
    /// let stance = DraftStance::known("bull").unwrap();
    /// assert_eq!(stance.stance(), Some(Stance::Bull));
    /// assert_eq!(DraftStance::OTHER.stance(), None);
    /// ```
    DraftStance = Stance::KNOWN.iter().map(Stance::id).chain(["other", "none"]);
    /// What a drafted reference points to: a kind that this version knows.
    ///
    /// # Examples
    ///
    /// ```
    /// use commentary::{ReferenceKind, draft::DraftKind};
    ///
    /// assert_eq!(DraftKind::default().kind(), ReferenceKind::Article);
    /// ```
    DraftKind = ReferenceKind::KNOWN.iter().map(ReferenceKind::id);
}

/// A list of words, for messages.
fn list(words: impl Iterator<Item = &'static str>) -> String {
    format!("one of `{}`", words.collect::<Vec<_>>().join("`, `"))
}

impl DraftRole {
    /// A point of view.
    pub const PERSPECTIVE: Self = Self(Role::PERSPECTIVE);

    /// Text whose role could not be told.
    pub const UNCLASSIFIED: Self = Self("unclassified");
}

impl DraftStance {
    /// A stance that the list does not hold; a word of its own says which.
    pub const OTHER: Self = Self("other");
    /// No stance: the section is no perspective.
    pub const NONE: Self = Self("none");

    /// The stance, or `None` for `other` and `none`.
    #[must_use]
    pub fn stance(self) -> Option<Stance> {
        Stance::known(self.0)
    }
}

impl DraftKind {
    /// The kind.
    #[must_use]
    pub fn kind(self) -> ReferenceKind {
        ReferenceKind::from(self.0)
    }
}

impl Default for DraftKind {
    /// An article.
    fn default() -> Self {
        let article = ReferenceKind::KNOWN.iter().find(|kind| **kind == ReferenceKind::Article);
        Self(article.map_or_else(Default::default, ReferenceKind::id))
    }
}
