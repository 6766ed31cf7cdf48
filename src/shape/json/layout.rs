//! How JSON is laid out: on how many lines, and which characters stand as they are.

use std::io;

use serde_json::Serializer;
use serde_json::ser::{CompactFormatter, Formatter, PrettyFormatter};

use crate::shape::place::Place;

/// How JSON is laid out.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub(crate) struct Layout {
    pub(crate) lines: Lines,
    pub(crate) characters: Characters,
}

/// On how many lines.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub(crate) enum Lines {
    /// On one, without white space.
    #[default]
    One,
    /// A line for each key and item, indented by two spaces.
    Indented,
}

/// Which characters stand as they are.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub(crate) enum Characters {
    /// All that JSON lets stand.
    #[default]
    Plain,
    /// Not those by which a text could leave an HTML element or break a script.
    Embeddable,
}

/// Those characters, and what stands for them. `<` opens a tag or a comment, `>` closes a comment or a CDATA section,
/// `&` opens a character reference where a page is XHTML; the other two end a line in ECMAScript before 2019.
const ESCAPES: &[(char, &str)] =
    &[('<', "\\u003c"), ('>', "\\u003e"), ('&', "\\u0026"), ('\u{2028}', "\\u2028"), ('\u{2029}', "\\u2029")];

/// The name of a writer of serde_json with one of these layouts.
type Writer<'p, W, F> = Serializer<W, Laid<'p, F>>;

impl Layout {
    pub(super) fn compact<W: io::Write>(self, out: W, place: &Place) -> Writer<'_, W, CompactFormatter> {
        Serializer::with_formatter(out, Laid { inner: CompactFormatter, characters: self.characters, place })
    }

    pub(super) fn indented<W: io::Write>(self, out: W, place: &Place) -> Writer<'_, W, PrettyFormatter<'static>> {
        Serializer::with_formatter(out, Laid { inner: PrettyFormatter::new(), characters: self.characters, place })
    }
}

/// A layout of serde_json that also escapes, and writes numbers with the digits that they have in the model.
pub(super) struct Laid<'p, F> {
    inner: F,
    characters: Characters,
    place: &'p Place,
}

/// Declares the methods of a layout that are those of the layout inside it.
macro_rules! as_inside {
    ($($name:ident($($argument:ident: $type:ty)?);)+) => {$(
        fn $name<W: io::Write + ?Sized>(&mut self, out: &mut W $(, $argument: $type)?) -> io::Result<()> {
            self.inner.$name(out $(, $argument)?)
        }
    )+};
}

impl<F: Formatter> Formatter for Laid<'_, F> {
    as_inside! {
        begin_array();
        end_array();
        begin_array_value(first: bool);
        end_array_value();
        begin_object();
        end_object();
        begin_object_key(first: bool);
        end_object_key();
        begin_object_value();
        end_object_value();
    }

    fn write_f64<W: io::Write + ?Sized>(&mut self, out: &mut W, number: f64) -> io::Result<()> {
        match self.place.take_digits(number) {
            Some(digits) => out.write_all(digits.as_bytes()),
            None => self.inner.write_f64(out, number),
        }
    }

    fn write_string_fragment<W: io::Write + ?Sized>(&mut self, out: &mut W, fragment: &str) -> io::Result<()> {
        if self.characters == Characters::Plain {
            return out.write_all(fragment.as_bytes());
        }
        let mut rest = fragment;
        while let Some((before, escape, after)) = split_at_escape(rest) {
            out.write_all(before.as_bytes())?;
            out.write_all(escape.as_bytes())?;
            rest = after;
        }
        out.write_all(rest.as_bytes())
    }
}

/// What stands before the first character to be escaped, its escape, and what stands after it.
fn split_at_escape(text: &str) -> Option<(&str, &'static str, &str)> {
    let found = |c: char| ESCAPES.iter().find(|(escaped, _)| *escaped == c);
    let (at, c, escape) = text.char_indices().find_map(|(at, c)| found(c).map(|(_, escape)| (at, c, *escape)))?;
    Some((text.get(..at)?, escape, text.get(at + c.len_utf8()..)?))
}
