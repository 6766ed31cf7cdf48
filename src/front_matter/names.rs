//! The names of an article's fields in front matter.

/// The fields of an article, in the order in which they are written: each with the other names under which it is read.
pub(crate) const ARTICLE: &[(&str, &[&str])] = &[
    ("title", &[]),
    ("question", &[]),
    ("teaser", &[]),
    ("authors", &["author"]),
    ("published", &[]),
    ("language", &["lang"]),
    ("url", &[]),
    ("tags", &[]),
    ("references", &[]),
];

/// The fields of an author.
pub(crate) const AUTHOR: &[&str] = &["name", "affiliation", "url"];

/// The fields of a reference.
pub(crate) const REFERENCE: &[&str] = &["id", "kind", "url", "title", "authors", "outlet", "published", "accessed"];

/// The key under which keys stand that would be taken for a field's.
pub(crate) const GUARDED: &str = "commentary-keys";

/// The field of an article that is read under this key.
pub(crate) fn name_of(key: &str) -> Option<&'static str> {
    ARTICLE.iter().find(|(name, others)| *name == key || others.contains(&key)).map(|(name, _)| *name)
}
