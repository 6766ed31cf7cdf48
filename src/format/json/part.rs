//! Reading a part of the shape, or anything that is read by the same rules, on its own.

use super::Error;
use crate::shape::json as text;
use crate::shape::{Place, Read};

/// Reads a `T` from JSON. Nothing may follow it; a byte order mark before it is skipped.
pub(crate) fn read<T: Read>(json: &str) -> Result<T, Error> {
    let json = text::without_mark(json);
    let place = Place::default();
    text::read(json, &place).map_err(|error| Error::reading(&error, &place, json))
}
