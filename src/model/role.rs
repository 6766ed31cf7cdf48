//! What a section is there for.

use std::fmt;

use super::{Custom, Perspective, Stance};

/// Declares the roles without data, one line each, beside the perspective and the open end.
macro_rules! roles {
    ($( $(#[$inner:meta])* $variant:ident = $id:literal, )+) => {
        /// What a section is there for.
        ///
        /// # Examples
        ///
        /// ```
        /// use commentary::{Role, Stance};
        ///
        /// assert_eq!(Role::from("summary"), Role::Summary);
        /// assert_eq!(Role::perspective(Stance::Optimistic).id(), "perspective");
        /// assert_eq!(Role::from("timeline").id(), "timeline"); // kept as written
        /// ```
        #[derive(Debug, Clone, PartialEq, Eq)]
        #[non_exhaustive]
        pub enum Role {
            $( $(#[$inner])* $variant, )+
            /// A point of view, with its stance.
            Perspective(Box<Perspective>),
            /// A role that this version does not know, kept as written. It is made by `from`.
            Other(Custom),
        }

        impl Role {
            /// Every role that this version knows, but for the perspective.
            pub const KNOWN: &'static [Self] = &[$(Self::$variant),+];

            /// The id of every perspective.
            pub(crate) const PERSPECTIVE: &'static str = "perspective";

            /// The id under which it is stored.
            #[must_use]
            pub fn id(&self) -> &str {
                match self {
                    $( Self::$variant => $id, )+
                    Self::Perspective(_) => Self::PERSPECTIVE,
                    Self::Other(word) => word.as_str(),
                }
            }
        }

        impl From<&str> for Role {
            /// The role with this id; any other word is kept as `Other`. `"perspective"` gives a neutral one.
            fn from(id: &str) -> Self {
                match id {
                    $( $id => Self::$variant, )+
                    Self::PERSPECTIVE => Self::perspective(Stance::Neutral),
                    _ => Self::Other(Custom::new(id)),
                }
            }
        }
    };
}

roles! {
    /// What happened: facts, figures, reported statements.
    Summary = "summary",
    /// How things stood before.
    Background = "background",
    /// An analogy or an imagined case that explains.
    Example = "example",
    /// Closes the article without opening a new view.
    Conclusion = "conclusion",
    /// Not part of the article: redirect notices, sharing lines, reading time, copyright.
    Boilerplate = "boilerplate",
    /// Text whose role could not be told.
    Unclassified = "unclassified",
}

impl Role {
    /// A point of view with this stance and nothing else said of it.
    #[must_use]
    pub fn perspective(stance: Stance) -> Self {
        Self::Perspective(Box::new(Perspective::new(stance)))
    }

    /// The perspective, where it is one.
    #[must_use]
    pub fn as_perspective(&self) -> Option<&Perspective> {
        match self {
            Self::Perspective(perspective) => Some(perspective),
            _ => None,
        }
    }

    /// What only a perspective has, to be changed.
    pub(super) fn as_perspective_mut(&mut self) -> Option<&mut Perspective> {
        match self {
            Self::Perspective(perspective) => Some(perspective),
            _ => None,
        }
    }

    /// The stance, where it is a perspective.
    #[must_use]
    pub fn stance(&self) -> Option<&Stance> {
        self.as_perspective().map(|perspective| &perspective.stance)
    }
}

impl From<Perspective> for Role {
    fn from(perspective: Perspective) -> Self {
        Self::Perspective(Box::new(perspective))
    }
}

impl fmt::Display for Role {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Perspective(perspective) => f.pad(&format!("perspective:{}", perspective.stance)),
            _ => f.pad(self.id()),
        }
    }
}
