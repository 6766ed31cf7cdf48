//! The rule `placeholder-text`.

use super::documented;
use crate::diagnostic::{Diagnostic, Severity, quote};
use crate::model::{Article, Section};
use crate::validate::parts::Kind;
use crate::validate::rule::Rule;
use crate::validate::sample;
use crate::validate::subject::Subject;

documented! {
/**
Reports text that was to be replaced.

# What it does
Finds in every text but code and addresses: filler Latin (“lorem ipsum”), notes in capitals (`TODO`, `TBD`, `FIXME`,
`XXX`), the brackets of templates (`{{ title }}`, `<%`), and brackets that ask for something, such as `[insert name]` or
`[à compléter]`, in six languages. The words are in this rule's file.

# Why
It is what a template or a language model leaves where a fact was missing.

# Example
```markdown
The district has covered [insert number] miles of canal.
```

# Use instead
```markdown
The district has covered two miles of canal.
```
*/
pub struct PlaceholderText;
}

impl Rule for PlaceholderText {
    fn name(&self) -> &'static str {
        "placeholder-text"
    }

    fn severity(&self) -> Severity {
        Severity::Warning
    }

    fn documentation(&self) -> &'static str {
        Self::PAGE
    }

    fn check(&self, subject: &Subject<'_>, found: &mut dyn FnMut(Diagnostic)) {
        for placed in subject.parts() {
            let Some((text, Kind::Field | Kind::Prose)) = placed.part.text() else { continue };
            if let Some(placeholder) = placeholder(text) {
                let message = format!("{} was to be replaced", quote(placeholder));
                found(self.finding(message).at(placed.path()).with_help("write what belongs there"));
            }
        }
    }

    fn bad(&self) -> Article {
        example("The district has covered [insert number] miles of canal.")
    }

    fn good(&self) -> Article {
        example("The district has covered two miles of canal.")
    }
}

/// Notes to oneself, in capitals: in small letters some are words.
const NOTES: &[&str] = &["TODO", "TBD", "FIXME", "XXX", "TKTK"];

/// With what a bracket begins that asks for something, in small letters.
const ASKED: &[&str] = &[
    "insert ", "add ", "your ", "name of ", "to be ", "placeholder", "fill in", "enter ", "insérer ", "insérez ",
    "à compléter", "à préciser", "ajouter ", "votre ", "nom de ", "einfügen", "hier ", "platzhalter", "ergänzen",
    "insertar ", "inserta ", "inserte ", "completar", "añadir ", "su nombre", "nombre de ", "inserir ", "insira ",
    "a completar", "adicionar ", "seu nome", "nome do ", "nome da ", "inserire ", "inserisci ", "da completare",
    "aggiungere ", "nome di ",
];

/// The first text in `text` that was to be replaced.
fn placeholder(text: &str) -> Option<&str> {
    // How each of them begins.
    let begins = |bytes: &[u8]| {
        matches!(
            bytes,
            [b'[', ..]
                | [b'{', b'{', _]
                | [b'<', b'%', _]
                | b"TOD"
                | b"TBD"
                | b"FIX"
                | b"XXX"
                | b"TKT"
                | [b'l' | b'L', b'o' | b'O', b'r' | b'R']
        )
    };
    if !text.as_bytes().windows(3).any(begins) {
        return None;
    }
    let bracket = text.match_indices('[').find_map(|(at, _)| asked(text.get(at..)?));
    let template = || {
        let (at, _) = text.match_indices("{{").chain(text.match_indices("<%")).next()?;
        let rest = text.get(at..)?;
        let end = rest.find("}}").or_else(|| rest.find("%>"))? + 2;
        rest.get(..end)
    };
    bracket.or_else(template).or_else(|| note(text)).or_else(|| filler(text))
}

/// The bracket at the beginning of a text, where it asks for something.
fn asked(text: &str) -> Option<&str> {
    let inside = text.strip_prefix('[')?;
    let end = inside.char_indices().take(80).find(|&(_, c)| c == ']').map(|(at, _)| at)?;
    let inside = inside.get(..end)?;
    let lower = inside.trim().to_lowercase();
    ASKED.iter().any(|asked| lower.starts_with(asked)).then(|| text.get(..end + 2)).flatten()
}

/// A note to oneself, as a word of its own.
fn note(text: &str) -> Option<&'static str> {
    NOTES.iter().copied().find(|note| {
        text.match_indices(note).any(|(at, _)| {
            let before = text.get(..at).and_then(|before| before.chars().next_back());
            let after = text.get(at + note.len()..).and_then(|after| after.chars().next());
            let ends = |c: Option<char>| c.is_none_or(|c| !c.is_alphanumeric());
            // TODO among words in capitals is Spanish or Portuguese: “TODO EL MUNDO”.
            let is_shouted = || text.chars().filter(|c| c.is_lowercase()).count() * 4 < text.len();
            ends(before) && ends(after) && (after == Some(':') || text.trim() == *note || !is_shouted())
        })
    })
}

/// Filler Latin.
fn filler(text: &str) -> Option<&str> {
    let begins = |at: &usize| {
        let own = text.get(*at..at + FILLER.len());
        own.is_some_and(|own| own.eq_ignore_ascii_case(FILLER))
    };
    let at = text.match_indices(['l', 'L']).map(|(at, _)| at).find(begins)?;
    text.get(at..at + FILLER.len())
}

/// How filler Latin begins.
const FILLER: &str = "lorem ipsum";

/// The sample with one more paragraph.
fn example(text: &str) -> Article {
    sample::article().section(Section::example().paragraph(text))
}
