//! The words of a language.

/// Words.
#[derive(Debug, Clone, Default)]
pub struct Lexicon {}

impl Lexicon {
    /// The lexicon of the six languages built in.
    #[must_use]
    pub fn builtin() -> &'static Self {
        static BUILTIN: Lexicon = Lexicon {};
        &BUILTIN
    }
}
