//! The text of JSON, for every format that is JSON: read strictly, and written in one of a few layouts.

mod digits;
mod error;
mod layout;
mod token;

use std::io;

use serde::de::DeserializeSeed;
use serde::ser::Serialize;

use super::place::Place;
use super::read::{Read, Seed};
use super::write::{Placed, Write};

pub use error::{Error, ErrorKind};
pub(crate) use layout::{Characters, Layout, Lines};
pub(super) use token::{are_numbers_objects, number};

/// Reads a value from a text that holds nothing else. `place` tells afterwards what the error does not.
pub(crate) fn read<T: Read>(text: &str, place: &Place) -> Result<T, serde_json::Error> {
    place.set_digits(digits::inexact(text));
    let mut reader = serde_json::Deserializer::from_str(text);
    let value = Seed::<T>::new(place).deserialize(&mut reader)?;
    reader.end()?;
    Ok(value)
}

/// The text without a byte order mark before it.
pub(crate) fn without_mark(text: &str) -> &str {
    text.strip_prefix('\u{FEFF}').unwrap_or(text)
}

/// The text that the bytes are, wherever in it a fault may lie: serde_json does not look into what is skipped.
pub(crate) fn decode(bytes: &[u8]) -> Result<&str, Error> {
    std::str::from_utf8(bytes).map_err(|error| Error::encoding(error, bytes))
}

/// Writes a value in a layout.
pub(crate) fn write<T: Write + ?Sized>(out: impl io::Write, value: &T, layout: Layout) -> Result<(), Error> {
    let place = Place::default();
    place.take_digits_on_writing();
    let placed = Placed(value, &place);
    let written = match layout.lines {
        Lines::One => placed.serialize(&mut layout.compact(out, &place)),
        Lines::Indented => placed.serialize(&mut layout.indented(out, &place)),
    };
    written.map_err(|error| Error::writing(error, &place))
}

/// A value in a layout, as a text.
pub(crate) fn write_string<T: Write + ?Sized>(value: &T, layout: Layout) -> Result<String, Error> {
    let mut bytes = Vec::with_capacity(128);
    write(&mut bytes, value, layout)?;
    // serde_json writes UTF-8 only, and so do the layouts.
    String::from_utf8(bytes).map_err(|error| Error::encoding(error.utf8_error(), error.as_bytes()))
}
