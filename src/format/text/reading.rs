//! Whether lines without markers are read back, told by the labelling that the reader uses.

use super::body::Part;
use super::line::{Is, Line, pieces};
use crate::label::{Form, Label, Labeller, Piece, Reading};
use crate::lexicon::{Index, Kind, Lexicon, Sense};
use crate::model::{Article, Language, Role};
use crate::mojibake;

/// How many lines at either end may be taken for a language model's words round an article.
const ENDS: usize = 3;

/// True where the lines are read as what they are.
pub(super) fn is_read_back(lines: &[Line], text: &str, head: &Article, parts: &[Part<'_>]) -> bool {
    let pieces = pieces(lines);
    let is_front = |piece: &&Piece<'_>| piece.form == Form::FrontMatter;
    let has_front = pieces.first().as_ref().is_some_and(is_front);
    let Some(language) = language(&pieces, text, head.language.as_ref(), has_front) else { return false };
    if mojibake::is_damaged(text) || may_be_framed(&pieces, language.as_deref()) {
        return false;
    }
    let readings = Labeller::new().label(&pieces, language.as_deref());
    let mut expected = Expected { parts, open: None, section: None };
    lines.iter().zip(&pieces).zip(&readings).all(|((line, piece), reading)| expected.is_met(line, piece, reading))
}

/// The language in which the lines are read: `None` where the article would be given another than its own.
#[expect(clippy::option_option, reason = "a text may be read without a language, and rightly so")]
fn language(pieces: &[Piece<'_>], text: &str, own: Option<&Language>, is_said: bool) -> Option<Option<String>> {
    let lexicon = Lexicon::builtin();
    let own_tag = own.map(|own| own.primary().to_owned());
    if is_said && own_tag.as_deref().is_some_and(|own| lexicon.languages().any(|known| known == own)) {
        return Some(own_tag);
    }
    let longest = pieces.iter().map(|piece| piece.text).max_by_key(|text| text.len()).unwrap_or_default();
    let found = lexicon.detect(longest).or_else(|| lexicon.detect(text));
    let is_right = is_said && own.is_some() || found == own.map(Language::as_str);
    is_right.then(|| found.map(str::to_owned))
}

/// True where lines at either end hold phrases with which language models frame an article.
fn may_be_framed(pieces: &[Piece<'_>], language: Option<&str>) -> bool {
    let lexicon = Lexicon::builtin();
    let (own, english) = (&lexicon.index(language), &lexicon.index(Some("en")));
    let body = || pieces.iter().filter(|piece| piece.form != Form::FrontMatter);
    let last = body().count().saturating_sub(ENDS);
    let ends = body().enumerate().filter(|&(at, _)| at < ENDS || at >= last);
    ends.into_iter().any(|(_, piece)| is_chat(own, piece.text) || is_chat(english, piece.text))
}

fn is_chat(index: &Index, text: &str) -> bool {
    let mut found = false;
    index.search(text, Kind::Prose, |hit| found |= matches!(index.sense(hit.sense), Some(Sense::Chat)));
    found
}

/// The article that a reader puts together, as far as it has come.
struct Expected<'a> {
    parts: &'a [Part<'a>],
    /// The label that is open in it.
    open: Option<Label>,
    /// The section that is open in it.
    section: Option<usize>,
}

impl Expected<'_> {
    fn is_met(&mut self, line: &Line, piece: &Piece<'_>, reading: &Reading) -> bool {
        let plain = |label: Label| reading.label == label && !reading.is_heading;
        match line.is {
            Is::FrontMatter => true,
            Is::Mark => false,
            Is::Title => reading.label == Label::Title,
            Is::Teaser => reading.label == Label::Teaser,
            Is::Author => reading.label == Label::Author,
            Is::Date => reading.label == Label::Date,
            Is::Reference => plain(Label::Reference),
            Is::Heading(section) => self.heading(section, piece, reading),
            Is::Sub(section) => {
                let goes_on = self.open.is_some() && self.open == role_of(reading).map(Label::Section);
                reading.is_heading && goes_on && !reading.is_announcement(piece.span) && self.section == Some(section)
            }
            // It belongs to the quotation above it, whatever it looks like.
            Is::Attribution(section) => self.section == Some(section),
            Is::Body(section) => self.body(section, reading),
        }
    }

    /// A heading opens a section.
    fn heading(&mut self, section: usize, piece: &Piece<'_>, reading: &Reading) -> bool {
        let Some(role) = role_of(reading).filter(|_| reading.is_heading) else { return false };
        let is_right = self.parts.get(section).is_some_and(|part| *part.role == role);
        let label = Label::Section(role);
        let opens = self.open.as_ref() != Some(&label) || reading.is_announcement(piece.span);
        (self.open, self.section) = (Some(label), Some(section));
        is_right && opens
    }

    /// A line of a body goes on with its section, or opens it.
    fn body(&mut self, section: usize, reading: &Reading) -> bool {
        let role = match &reading.label {
            Label::Section(role) if !reading.is_heading => role.clone(),
            Label::Other => Role::Boilerplate,
            _ => return false,
        };
        let label = Label::Section(role);
        let goes_on = self.open.as_ref() == Some(&label);
        if self.section == Some(section) {
            return goes_on;
        }
        let is_right = self.parts.get(section).is_some_and(|part| Some(&*part.role) == label.role());
        (self.open, self.section) = (Some(label), Some(section));
        is_right && !goes_on
    }
}

/// The role of the section that a heading announces.
fn role_of(reading: &Reading) -> Option<Role> {
    match &reading.label {
        Label::Section(role) => Some(role.clone()),
        Label::Reference => Some(Role::from("reference")),
        _ => None,
    }
}
