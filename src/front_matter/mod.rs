//! Front matter: keys and values above a text, in YAML between two `---` or in TOML between two `+++`.
//!
//! Plain text and Markdown both begin with it. Markdown refuses what cannot be read; plain text keeps it.

#[cfg(all(test, feature = "toml", feature = "yaml"))]
mod both;
mod dialect;
mod fields;
pub(crate) mod flow;
mod json;
mod leaves;
pub(crate) mod names;
mod timestamp;
mod toml;
#[cfg(feature = "toml")]
mod whole_toml;
#[cfg(feature = "yaml")]
mod whole_yaml;
mod write;
mod yaml;

use crate::model::{Article, Value};
use crate::span::Span;

pub use dialect::{Dialect, DialectError};
pub(crate) use fields::{Refused, Repeated, Wrong, fill};
pub(crate) use flow::{Fault, Problem};
pub(crate) use json::{Place, write_value};
pub(crate) use write::{write, write_guarded};

/// The language that front matter is written in.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Syntax {
    Yaml,
    Toml,
}

/// A key and its value; `None` where nothing is written after the key.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Entry {
    pub(crate) key: String,
    pub(crate) value: Option<Value>,
    /// The byte at which the value stands.
    pub(crate) at: usize,
}

/// What front matter says above a plain text.
#[derive(Debug, Default)]
pub(crate) struct Head {
    /// The fields of the article.
    pub(crate) article: Article,
    /// True where the sections below are marked.
    pub(crate) is_marked: bool,
}

/// What to do with lines that cannot be read.
#[derive(Debug)]
pub(crate) enum Unread<'o> {
    Refuse,
    /// They are kept here, as they are.
    Keep(&'o mut Vec<String>),
}

impl Unread<'_> {
    /// Keeps a line where that is wanted, and gives the fault back where it is not.
    fn take(&mut self, line: &str, fault: Fault) -> Result<(), Fault> {
        match self {
            Self::Refuse => Err(fault),
            Self::Keep(lines) => {
                lines.push(line.trim_end().to_owned());
                Ok(())
            }
        }
    }
}

impl Syntax {
    /// The language whose front matter a line opens, spaces after it aside.
    pub(crate) fn opened_by(line: &str) -> Option<Self> {
        match line.trim_end_matches([' ', '\t', '\r']) {
            "---" => Some(Self::Yaml),
            "+++" => Some(Self::Toml),
            _ => None,
        }
    }

    /// True for a line that ends it.
    pub(crate) fn is_closed_by(self, line: &str) -> bool {
        let line = line.trim_end_matches([' ', '\t', '\r']);
        match self {
            Self::Yaml => matches!(line, "---" | "..."),
            Self::Toml => line == "+++",
        }
    }

    /// The mark that ends it.
    pub(crate) const fn mark(self) -> &'static str {
        match self {
            Self::Yaml => "---",
            Self::Toml => "+++",
        }
    }

    /// The entries between the fences, which `inside` covers: what is simple by our own readers; the rest, where it is to
    /// be read, by those of all of YAML and TOML, where their features are on.
    ///
    /// # Errors
    ///
    /// What cannot be read, where that is to be refused.
    pub(crate) fn entries(self, source: &str, inside: Span, unread: &mut Unread<'_>) -> Result<Vec<Entry>, Fault> {
        let simple = match self {
            Self::Yaml => yaml::entries(source, inside, unread),
            Self::Toml => toml::entries(source, inside, unread),
        };
        let Err(fault) = simple else { return simple };
        match (&fault.problem, self.whole(source, inside)) {
            (Problem::DuplicateKey(_) | Problem::TooDeep, _) | (_, None) => Err(fault),
            (_, Some(Ok(entries))) => Ok(entries),
            // Our own reader says more of a line that is wrong; but it gives up at one that is right and not simple.
            (_, Some(Err(other))) => {
                let between = Span::new(fault.at, other.at).slice(source).unwrap_or_default();
                let is_near = between.matches('\n').count() < 2 || other.at >= inside.end();
                let is_same =
                    matches!((&fault.problem, &other.problem), (Problem::Unsupported(_), Problem::Unsupported(_)));
                let is_own = is_near && (is_same || matches!(fault.problem, Problem::Expected(_)));
                Err(if is_own { fault } else { other })
            }
        }
    }

    /// The entries as the reader of the whole language has them; nothing where its feature is off.
    #[cfg_attr(not(any(feature = "toml", feature = "yaml")), expect(unused_variables, reason = "no reader to call"))]
    fn whole(self, source: &str, inside: Span) -> Option<Result<Vec<Entry>, Fault>> {
        match self {
            #[cfg(feature = "yaml")]
            Self::Yaml => Some(whole_yaml::entries(source, inside)),
            #[cfg(feature = "toml")]
            Self::Toml => Some(whole_toml::entries(source, inside)),
            #[cfg(not(all(feature = "toml", feature = "yaml")))]
            _ => None,
        }
    }
}

/// The fields of the article that front matter tells of; nothing is refused. What no field can hold is kept in the extra
/// keys: a value under its own key, a line that cannot be read under `front_matter`.
pub(crate) fn read_all(source: &str, inside: Span, syntax: Syntax) -> Head {
    let mut lines = Vec::new();
    let mut entries = syntax.entries(source, inside, &mut Unread::Keep(&mut lines)).unwrap_or_default();
    let count = entries.len();
    entries.retain(|Entry { key, value, .. }| {
        key != names::MARKED.0 || value.as_ref().and_then(Value::as_str) != Some(names::MARKED.1)
    });
    let is_marked = entries.len() < count;
    let mut article = Article::default();
    let keep = |article: &mut Article, refused: Refused| {
        keep(article, refused.key, refused.value, &mut lines);
        Ok(())
    };
    // Nothing is refused, so there is no error.
    let _repeated = fill(&mut article, entries, keep);
    if !lines.is_empty() {
        let lines: Vec<Value> = lines.into_iter().map(Value::from).collect();
        article.extra.insert("front_matter", lines);
    }
    Head { article, is_marked }
}

/// Keeps a value that its field cannot hold.
fn keep(article: &mut Article, key: String, value: Value, lines: &mut Vec<String>) {
    match value {
        Value::String(text) if article.extra.get(&key).is_some() => lines.push(format!("{key}: {text}")),
        value if article.extra.get(&key).is_none() => drop(article.extra.insert(key, value)),
        _ => lines.push(key),
    }
}
