//! Writing: straight into the format, with the place carried along so that a refusal can name it.

use serde::ser::{Serialize, SerializeMap, SerializeSeq, Serializer};

use super::fault::Fault;
use super::place::Place;
use crate::model::Extra;

/// What can be written.
pub(crate) trait Write {
    /// True for what is left out where it is the value of a key.
    fn is_absent(&self) -> bool {
        false
    }

    /// Writes it.
    fn write<S: Serializer>(&self, serializer: S, place: &Place) -> Result<S::Ok, S::Error>;
}

/// Something to write, and where.
pub(crate) struct Placed<'a, T: ?Sized>(pub(crate) &'a T, pub(crate) &'a Place);

impl<T: Write + ?Sized> Serialize for Placed<'_, T> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        self.0.write(serializer, self.1)
    }
}

/// An object that is being written.
pub(crate) struct Object<'p, M> {
    map: M,
    tagged: bool,
    place: &'p Place,
}

impl<'p, M: SerializeMap> Object<'p, M> {
    /// Opens an object.
    pub(crate) fn open<S>(serializer: S, place: &'p Place) -> Result<Self, S::Error>
    where
        S: Serializer<Ok = M::Ok, Error = M::Error, SerializeMap = M>,
    {
        place.open().map_err(|fault| place.refuse_to_write(fault))?;
        Ok(Self { map: serializer.serialize_map(None)?, tagged: false, place })
    }

    /// Closes it.
    pub(crate) fn close(self) -> Result<M::Ok, M::Error> {
        self.place.close();
        self.map.end()
    }

    /// Writes which variant it is.
    pub(crate) fn tag(&mut self, name: &'static str) -> Result<(), M::Error> {
        self.tagged = true;
        self.map.serialize_entry("type", name)
    }

    /// Writes a known key, unless its value is left out.
    pub(crate) fn field(&mut self, key: &'static str, value: &(impl Write + ?Sized)) -> Result<(), M::Error> {
        if value.is_absent() {
            return Ok(());
        }
        self.place.enter_key(key);
        self.map.serialize_entry(key, &Placed(value, self.place))?;
        self.place.leave();
        Ok(())
    }

    /// Writes the unknown keys, none of which may be a known one: that would make a key stand twice.
    pub(crate) fn extra(&mut self, extra: &Extra, known: &[&str]) -> Result<(), M::Error> {
        for (key, value) in extra.iter() {
            if known.contains(&key) || (self.tagged && key == "type") {
                return Err(self.place.refuse_to_write(Fault::Reserved(key.to_owned())));
            }
            self.place.enter_key(key.to_owned());
            self.map.serialize_entry(key, &Placed(value, self.place))?;
            self.place.leave();
        }
        Ok(())
    }
}

impl<T: Write> Write for Option<T> {
    fn is_absent(&self) -> bool {
        self.is_none()
    }

    fn write<S: Serializer>(&self, serializer: S, place: &Place) -> Result<S::Ok, S::Error> {
        match self {
            Some(value) => value.write(serializer, place),
            None => serializer.serialize_none(),
        }
    }
}

impl<T: Write> Write for [T] {
    fn is_absent(&self) -> bool {
        self.is_empty()
    }

    fn write<S: Serializer>(&self, serializer: S, place: &Place) -> Result<S::Ok, S::Error> {
        place.open().map_err(|fault| place.refuse_to_write(fault))?;
        let mut list = serializer.serialize_seq(Some(self.len()))?;
        for (position, item) in self.iter().enumerate() {
            place.enter_index(position);
            list.serialize_element(&Placed(item, place))?;
            place.leave();
        }
        place.close();
        list.end()
    }
}

impl<T: Write> Write for Vec<T> {
    fn is_absent(&self) -> bool {
        self.is_empty()
    }

    fn write<S: Serializer>(&self, serializer: S, place: &Place) -> Result<S::Ok, S::Error> {
        self.as_slice().write(serializer, place)
    }
}
