//! The words of a language: what headings, bylines, notices and cues in prose look like, as tables.
//!
//! A [`Lexicon`] holds languages, a language holds [`Sense`]s, and each sense its phrases. Six languages are built in:
//! German, English, Spanish, French, Italian and Portuguese. Phrases can be added, and whole languages, from code or from
//! data:
//!
//! ```
//! use commentary::lexicon::{Lexicon, Sense};
//! use commentary::{Role, Stance, label::read_heading};
//!
//! let mut lexicon = Lexicon::builtin().clone();
//! lexicon.add("nl", Sense::Function, ["de", "het", "een", "van"]);
//! lexicon.add("nl", Sense::View, ["blik", "kijk"]);
//! lexicon.add("nl", Sense::Stance(Stance::Optimistic), ["optimistische"]);
//! let role = read_heading(&lexicon, "De optimistische blik", None);
//! assert_eq!(role.as_ref().and_then(Role::stance), Some(&Stance::Optimistic));
//! ```
//!
//! Matching is blind to case, accents, apostrophes, hyphens, spacing and invisible characters. A phrase that ends in `*`
//! matches every word with that beginning, as in `optimis*`; the stem needs four letters.

mod detect;
mod fold;
mod hash;
mod index;
mod letters;
mod phrases;
mod recent;
mod sense;
mod table;
mod word;

mod de;
mod en;
mod es;
mod fr;
mod it;
mod pt;

use std::borrow::Cow;
use std::collections::BTreeMap;
use std::sync::{Arc, LazyLock, OnceLock};

use serde::{Deserialize, Serialize};

use crate::model::{Role, Stance};
use detect::Detector;
pub(crate) use fold::Sign;
use index::{Book, IndexBuilder};
pub(crate) use index::{CHUNK, Index, Kind, Walked};
pub(crate) use letters::is_letter;
pub(crate) use phrases::Hit;
pub use sense::{Cue, Sense, SenseError};
use table::Table;
pub(crate) use word::Word;

/// The languages that are built in, one line each.
const TABLES: &[Table] = &[de::TABLE, en::TABLE, es::TABLE, fr::TABLE, it::TABLE, pt::TABLE];

/// How many bytes of a text are read to tell its language.
const SAMPLE: usize = 600;

/// The words of some languages. See the [module's page](self).
///
/// # Examples
///
/// ```
/// use commentary::lexicon::Lexicon;
///
/// let lexicon = Lexicon::builtin();
/// assert!(lexicon.languages().any(|language| language == "fr"));
/// assert_eq!(lexicon.detect("Depuis avril, ceux qui appellent la clinique parlent d’abord à une machine."), Some("fr"));
/// ```
#[derive(Debug, Clone, Default, Serialize, Deserialize)]
#[serde(try_from = "Data", into = "Data")]
pub struct Lexicon {
    languages: Vec<Language>,
    detector: OnceLock<Detector>,
    /// All languages in one, for texts whose language is not known.
    joint: OnceLock<Arc<Book>>,
}

/// A language: its phrases, and the index made of them when it is first needed.
#[derive(Debug, Clone)]
struct Language {
    subtag: Cow<'static, str>,
    phrases: Vec<(Sense, Phrases)>,
    index: OnceLock<Arc<Book>>,
}

/// Phrases from a table, or added.
#[derive(Debug, Clone)]
enum Phrases {
    Table(&'static [&'static str]),
    Added(Vec<String>),
}

impl Phrases {
    fn iter(&self) -> impl Iterator<Item = &str> {
        let (table, added): (&[&str], &[String]) = match self {
            Self::Table(table) => (table, &[]),
            Self::Added(added) => (&[], added),
        };
        table.iter().copied().chain(added.iter().map(String::as_str))
    }
}

impl Lexicon {
    /// A lexicon without any language.
    #[must_use]
    pub fn new() -> Self {
        Self::default()
    }

    /// The lexicon of the six languages built in. It is made once, on first use, and never changes.
    #[must_use]
    pub fn builtin() -> &'static Self {
        static BUILTIN: LazyLock<Lexicon> = LazyLock::new(|| Lexicon {
            languages: TABLES.iter().map(Language::from_table).collect(),
            ..Lexicon::default()
        });
        &BUILTIN
    }

    /// Adds phrases with one sense to a language, named by its primary subtag (`nl`). A language that is not there yet
    /// is added too.
    pub fn add(&mut self, language: &str, sense: Sense, phrases: impl IntoIterator<Item = impl Into<String>>) {
        let phrases = Phrases::Added(phrases.into_iter().map(Into::into).collect());
        let position = self.languages.iter().position(|known| known.subtag == language).unwrap_or_else(|| {
            let subtag = Cow::Owned(language.to_owned());
            self.languages.push(Language { subtag, phrases: Vec::new(), index: OnceLock::new() });
            self.languages.len() - 1
        });
        if let Some(language) = self.languages.get_mut(position) {
            language.phrases.push((sense, phrases));
            language.index = OnceLock::new();
        }
        (self.detector, self.joint) = (OnceLock::new(), OnceLock::new());
    }

    /// This lexicon with one more language, given as one table: the names of senses, each with its phrases. Senses that a
    /// language has already get more phrases.
    ///
    /// # Errors
    ///
    /// A name that is no [`Sense`].
    ///
    /// # Examples
    ///
    /// ```
    /// use commentary::Parser;
    /// use commentary::lexicon::Lexicon;
    ///
    /// const DUTCH: &[(&str, &[&str])] = &[
    ///     ("function", &["de", "het", "een", "van", "niet", "wordt", "zijn", "voor", "die", "er"]),
    ///     ("view", &["blik", "kijk", "standpunt"]),
    ///     ("stance:optimistic", &["optimist*"]),
    ///     ("stance:pessimistic", &["pessimist*"]),
    /// ];
    /// let parser = Parser::new().lexicon(Lexicon::builtin().clone().with_language("nl", DUTCH)?);
    /// let article = parser.parse("Optimistische kijk\n\nHet dorp wordt er niet slechter van.\n").article;
    /// assert_eq!(article.perspectives().next().unwrap().1.stance, commentary::Stance::Optimistic);
    /// # Ok::<(), commentary::lexicon::SenseError>(())
    /// ```
    pub fn with_language<'a>(
        mut self,
        language: &str,
        table: impl IntoIterator<Item = &'a (&'a str, &'a [&'a str])>,
    ) -> Result<Self, SenseError> {
        for (sense, phrases) in table {
            self.add(language, sense.parse()?, phrases.iter().copied());
        }
        Ok(self)
    }

    /// Adds all phrases of another lexicon, such as one that was loaded from data.
    pub fn extend(&mut self, other: &Self) {
        for language in &other.languages {
            for (sense, phrases) in &language.phrases {
                self.add(&language.subtag, sense.clone(), phrases.iter());
            }
        }
    }

    /// The primary subtags of its languages.
    pub fn languages(&self) -> impl Iterator<Item = &str> {
        self.languages.iter().map(|language| &*language.subtag)
    }

    /// The phrases of a language that have a sense.
    pub fn phrases<'a>(&'a self, language: &str, sense: &'a Sense) -> impl Iterator<Item = &'a str> {
        let language = self.find(language);
        let phrases = language.into_iter().flat_map(|language| &language.phrases);
        phrases.filter(move |(own, _)| own == sense).flat_map(|(_, phrases)| phrases.iter())
    }

    /// The language whose common words are most in the first 600 bytes of `text`, or `None` where no language of
    /// this lexicon leads clearly.
    #[must_use]
    pub fn detect(&self, text: &str) -> Option<&str> {
        let end = (0..=SAMPLE.min(text.len())).rev().find(|&end| text.is_char_boundary(end))?;
        let detector = self.detector.get_or_init(|| {
            let mut detector = Detector::default();
            for (position, language) in self.languages.iter().enumerate() {
                let own = language.phrases.iter().filter(|(sense, _)| *sense == Sense::Function);
                own.flat_map(|(_, phrases)| phrases.iter()).for_each(|word| detector.add(position, word));
            }
            detector
        });
        let position = detector.detect(text.get(..end)?)?;
        self.languages.get(position).map(|language| &*language.subtag)
    }

    /// The heading to show over a section of this role in a language, where it has none of its own; `None` for a role
    /// without words, and for a language that is not built in.
    ///
    /// # Examples
    ///
    /// ```
    /// use commentary::lexicon::Lexicon;
    /// use commentary::{Role, Stance};
    ///
    /// let role = Role::perspective(Stance::Optimistic);
    /// assert_eq!(Lexicon::heading("fr", &role), Some("Point de vue optimiste"));
    /// assert_eq!(Lexicon::heading("fr", &Role::Unclassified), None);
    /// ```
    #[must_use]
    pub fn heading(language: &str, role: &Role) -> Option<&'static str> {
        let table = TABLES.iter().find(|table| table.language == language)?;
        let id = role.stance().map_or(role.id(), Stance::id);
        table.headings.iter().find(|(named, _)| *named == id).map(|(_, heading)| *heading)
    }

    /// The phrases of a language, ready for searching; those of all languages where it is not known.
    pub(crate) fn index(&self, language: Option<&str>) -> Index {
        Index::new(match language.and_then(|subtag| self.find(subtag)) {
            Some(language) => language.index.get_or_init(|| Self::build(std::slice::from_ref(language))),
            None => self.joint.get_or_init(|| Self::build(&self.languages)),
        })
    }

    fn find(&self, language: &str) -> Option<&Language> {
        self.languages.iter().find(|known| known.subtag == language)
    }

    fn build(languages: &[Language]) -> Arc<Book> {
        let mut index = IndexBuilder::default();
        for (sense, phrases) in languages.iter().flat_map(|language| &language.phrases) {
            index.add(sense, phrases);
        }
        Arc::new(index.finish())
    }
}

impl Language {
    /// A built-in language. A sense that the vocabulary does not know is left out; a test finds it.
    fn from_table(table: &Table) -> Self {
        let phrases = table.senses.iter().filter_map(|(name, phrases)| {
            let sense = name.parse().ok()?;
            Some((sense, Phrases::Table(phrases)))
        });
        Self { subtag: Cow::Borrowed(table.language), phrases: phrases.collect(), index: OnceLock::new() }
    }
}

/// The form in which a lexicon is stored: language → sense → phrases.
type Data = BTreeMap<String, BTreeMap<String, Vec<String>>>;

impl TryFrom<Data> for Lexicon {
    type Error = SenseError;

    fn try_from(data: Data) -> Result<Self, SenseError> {
        let mut lexicon = Self::new();
        for (language, senses) in data {
            for (sense, phrases) in senses {
                lexicon.add(&language, sense.parse()?, phrases);
            }
        }
        Ok(lexicon)
    }
}

impl From<Lexicon> for Data {
    fn from(lexicon: Lexicon) -> Self {
        let mut data = Self::new();
        for language in &lexicon.languages {
            let senses = data.entry(language.subtag.clone().into_owned()).or_default();
            for (sense, phrases) in &language.phrases {
                senses.entry(sense.to_string()).or_default().extend(phrases.iter().map(str::to_owned));
            }
        }
        data
    }
}

#[cfg(test)]
mod tests {
    use super::{Kind, Lexicon, Sense, TABLES};
    use crate::model::{Role, Stance};

    #[test]
    fn every_language_has_a_heading_for_each_stance_and_role_that_says_something() {
        for table in TABLES {
            let silent = [Role::Boilerplate, Role::Unclassified];
            for role in Role::KNOWN.iter().filter(|role| !silent.contains(role)) {
                assert!(Lexicon::heading(table.language, role).is_some(), "{}: {role}", table.language);
            }
            for stance in Stance::KNOWN {
                let role = Role::perspective(stance.clone());
                assert!(Lexicon::heading(table.language, &role).is_some(), "{}: {stance}", table.language);
            }
            assert_eq!(table.headings.len(), Role::KNOWN.len() - silent.len() + Stance::KNOWN.len());
        }
    }

    #[test]
    fn every_sense_of_every_table_is_known() {
        for table in TABLES {
            for (name, _) in table.senses {
                assert_eq!(name.parse::<Sense>().map(|sense| sense.to_string()), Ok((*name).to_owned()));
            }
        }
    }

    #[test]
    fn every_phrase_of_every_table_finds_itself() {
        for table in TABLES {
            let index = Lexicon::builtin().index(Some(table.language));
            for (name, phrases) in table.senses {
                for phrase in *phrases {
                    let text = phrase.trim_end_matches(|c: char| !c.is_alphanumeric());
                    let mut found = false;
                    let look = |hit: super::Hit| {
                        found |= hit.end as usize == text.len() && index.sense(hit.sense).unwrap().to_string() == *name;
                    };
                    let sense: Sense = name.parse().unwrap();
                    if sense.is_of_prose() {
                        index.walk(text, Kind::Prose, &mut Vec::new(), |_| {}, look);
                    } else {
                        index.search_line(text, look);
                    }
                    assert!(found, "{}: {name}: {phrase:?} is not found", table.language);
                }
            }
        }
    }

    #[test]
    fn phrases_are_found_through_case_accents_and_spacing() {
        let index = Lexicon::builtin().index(Some("fr"));
        for text in ["point de vue optimiste", "POINT\u{a0}DE VUE  Optimiste", "point-de-vue opti\u{ad}miste"] {
            let mut senses = Vec::new();
            index.search_line(text, |hit| senses.push(index.sense(hit.sense).unwrap().to_string()));
            assert!(senses.contains(&"view".to_owned()) && senses.contains(&"stance:optimistic".to_owned()), "{text}");
        }
    }
}
