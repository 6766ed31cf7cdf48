//! The form of a language table: senses, each with its phrases.

/// The words of one language, as written in its file.
///
/// Each entry is the name of a [`Sense`](super::Sense) and the phrases that carry it. Phrases are written as a person
/// would write them; matching is blind to case, accents, apostrophes, hyphens and spacing. A phrase that ends in `*`
/// matches every word that begins so, as in `optimis*`. The first phrase of a marker is the one that is written.
#[derive(Debug, Clone, Copy)]
pub(super) struct Table {
    /// The language's primary subtag, such as `fr`.
    pub(super) language: &'static str,
    /// The heading that is written over a section which has none: the id of its role, or of a perspective's stance.
    pub(super) headings: &'static [(&'static str, &'static str)],
    /// What its phrases mean.
    pub(super) senses: &'static [(&'static str, &'static [&'static str])],
}
