//! What kind of thing a reference points to, in CSL's words.

use crate::model::ReferenceKind;

/// CSL's types and our kinds. The first type of a kind is the one that is written for it.
///
/// A type that has no kind of its own here is a kind by its own name, and the other way round.
const KINDS: &[(&str, ReferenceKind)] = &[
    ("webpage", ReferenceKind::Article),
    ("article", ReferenceKind::Article),
    ("article-journal", ReferenceKind::Article),
    ("article-magazine", ReferenceKind::Article),
    ("article-newspaper", ReferenceKind::Article),
    ("post-weblog", ReferenceKind::Article),
    ("post", ReferenceKind::Discussion),
    ("graphic", ReferenceKind::Image),
    ("figure", ReferenceKind::Image),
    ("motion_picture", ReferenceKind::Video),
    ("broadcast", ReferenceKind::Video),
    ("document", ReferenceKind::Document),
    ("bill", ReferenceKind::Document),
    ("legal_case", ReferenceKind::Document),
    ("legislation", ReferenceKind::Document),
    ("paper-conference", ReferenceKind::Document),
    ("pamphlet", ReferenceKind::Document),
    ("regulation", ReferenceKind::Document),
    ("report", ReferenceKind::Document),
    ("standard", ReferenceKind::Document),
    ("thesis", ReferenceKind::Document),
    ("treaty", ReferenceKind::Document),
    ("dataset", ReferenceKind::Data),
];

/// The types without a kind of their own.
const OTHERS: &[&str] = &[
    "book", "chapter", "classic", "collection", "entry", "entry-dictionary", "entry-encyclopedia", "event", "hearing",
    "interview", "manuscript", "map", "musical_score", "patent", "performance", "periodical", "personal_communication",
    "review", "review-book", "software", "song", "speech",
];

/// What is written for a kind that CSL has no word for: its most general type.
const GENERAL: &str = "document";

/// True for a type that CSL has.
pub(super) fn is_type(word: &str) -> bool {
    OTHERS.contains(&word) || KINDS.iter().any(|(name, _)| *name == word)
}

/// The kind that a type means.
pub(super) fn kind_of(word: &str) -> ReferenceKind {
    match KINDS.iter().find(|(name, _)| *name == word) {
        Some((_, kind)) => kind.clone(),
        None => ReferenceKind::from(word),
    }
}

/// The type that is written for a kind.
pub(super) fn type_of(kind: &ReferenceKind) -> &str {
    match KINDS.iter().find(|(_, known)| known == kind) {
        Some((name, _)) => name,
        None if OTHERS.contains(&kind.id()) => kind.id(),
        None => GENERAL,
    }
}
