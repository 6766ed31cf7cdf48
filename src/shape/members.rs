//! What an object or an array holds, while it is read: from the format, or from values that had to be kept.

use std::borrow::Cow;
use std::collections::HashSet;
use std::fmt;
use std::marker::PhantomData;

use serde::de::{self, DeserializeSeed, Deserializer, MapAccess, SeqAccess, Visitor};

use super::fault::Fault;
use super::place::Place;
use super::read::{Read, Seed};
use crate::model::{Extra, Value};

/// The keys and values of an object: first those that were kept, then those that the format still has.
pub(crate) struct Members<'p, A> {
    kept: std::vec::IntoIter<(String, Value)>,
    /// The value of the key that was given last, where it comes from `kept`.
    value: Option<Value>,
    live: Option<A>,
    tagged: bool,
    place: &'p Place,
}

/// The `type` of an object, and how many keys stood before it.
pub(super) struct Tag {
    pub(super) name: String,
    before: usize,
}

impl<'p, 'de, A: MapAccess<'de>> Members<'p, A> {
    pub(super) fn live(members: A, place: &'p Place) -> Self {
        Self { kept: Vec::new().into_iter(), value: None, live: Some(members), tagged: false, place }
    }

    pub(crate) const fn place(&self) -> &'p Place {
        self.place
    }

    /// The next key. One of the `known` costs no memory.
    pub(crate) fn next_key(&mut self, known: &'static [&'static str]) -> Result<Option<Cow<'static, str>>, A::Error> {
        let key = match (self.kept.next(), &mut self.live) {
            (Some((key, value)), _) => {
                self.value = Some(value);
                Some(known_or_owned(key.into(), known))
            }
            (None, Some(live)) => live.next_key_seed(KeySeed(known))?,
            (None, None) => None,
        };
        if self.tagged && key.as_deref() == Some("type") {
            self.place.enter_key("type");
            return Err(self.place.refuse(Fault::Twice));
        }
        Ok(key)
    }

    /// The value of the key that was given last.
    pub(super) fn value<T: Read>(&mut self) -> Result<T, A::Error> {
        match (self.value.take(), &mut self.live) {
            (Some(value), _) => T::from_value(value, self.place),
            (None, Some(live)) => live.next_value_seed(Seed::new(self.place)),
            (None, None) => Err(self.place.refuse(Fault::mismatch(T::EXPECTED, &"nothing"))),
        }
    }

    /// Reads the value of a known key, which may stand once.
    pub(crate) fn fill<T: Read>(&mut self, key: &'static str, slot: &mut Option<T>) -> Result<(), A::Error> {
        self.place.enter_key(key);
        if slot.is_some() {
            return Err(self.place.refuse(Fault::Twice));
        }
        *slot = Some(self.value()?);
        self.place.leave();
        Ok(())
    }

    /// What was read for a known key, or what its absence means.
    pub(super) fn complete<T: Read>(&self, key: &'static str, slot: Option<T>) -> Result<T, A::Error> {
        slot.or_else(T::absent).ok_or_else(|| self.place.refuse(T::missing(key)))
    }

    /// Reads the value of an unknown key, which may stand once, and keeps both.
    pub(super) fn keep(&mut self, key: Cow<'static, str>, unknown: &mut Unknown) -> Result<(), A::Error> {
        let is_new = unknown.is_new(&key);
        self.place.enter_key(key);
        if !is_new {
            return Err(self.place.refuse(Fault::Twice));
        }
        let value = self.value()?;
        unknown.extra.append(self.place.leave_key(), value);
        Ok(())
    }

    /// Reads everything as unknown keys.
    pub(super) fn into_extra(mut self) -> Result<Extra, A::Error> {
        let mut unknown = Unknown::default();
        while let Some(key) = self.next_key(&[])? {
            self.keep(key, &mut unknown)?;
        }
        Ok(unknown.extra)
    }

    /// Reads up to the `type`, and puts back what stood before it: JSON's objects have no order.
    pub(super) fn tag(&mut self) -> Result<Tag, A::Error> {
        let mut before = Vec::new();
        let name = loop {
            match self.next_key(&["type"])? {
                None => return Err(self.place.refuse(Fault::Missing("type"))),
                Some(key) if key == "type" => {
                    self.place.enter_key(key);
                    break self.value()?;
                }
                Some(key) => {
                    self.place.enter_key(key);
                    let value = self.value()?;
                    before.push((self.place.leave_key(), value));
                }
            }
        };
        self.place.leave();
        let tag = Tag { name, before: before.len() };
        before.extend(self.kept.by_ref());
        self.kept = before.into_iter();
        self.tagged = true;
        Ok(tag)
    }

    /// Reads everything as unknown keys, with the `type` where it stood.
    pub(super) fn into_extra_with(mut self, tag: Tag) -> Result<Extra, A::Error> {
        let mut unknown = Unknown::default();
        let mut name = Some(tag.name);
        for position in 0_usize.. {
            if let Some(name) = name.take_if(|_| position == tag.before) {
                unknown.extra.append("type".to_owned(), name.into());
            }
            match self.next_key(&[])? {
                Some(key) => self.keep(key, &mut unknown)?,
                None => break,
            }
        }
        Ok(unknown.extra)
    }
}

impl<'p, E: de::Error> Members<'p, Nothing<E>> {
    /// The members of an object that was kept.
    pub(super) fn kept(members: Extra, place: &'p Place) -> Self {
        Self { kept: members.into_iter(), value: None, live: None, tagged: false, place }
    }

    /// The members, but for the `type`, of an object that was kept.
    pub(super) fn kept_without_tag(mut members: Extra, place: &'p Place) -> Self {
        members.remove("type");
        Self { tagged: true, ..Self::kept(members, place) }
    }
}

/// Unknown keys, while they are gathered.
#[derive(Default)]
pub(super) struct Unknown {
    extra: Extra,
    /// The keys of `extra`, once they are so many that looking through them would take long.
    seen: HashSet<String>,
}

impl Unknown {
    /// True for a key that has not come yet.
    fn is_new(&mut self, key: &str) -> bool {
        const FEW: usize = 16;
        if self.extra.len() < FEW {
            return self.extra.get(key).is_none();
        }
        if self.seen.is_empty() {
            self.seen.extend(self.extra.iter().map(|(key, _)| key.to_owned()));
        }
        self.seen.insert(key.to_owned())
    }

    pub(super) fn into_extra(self) -> Extra {
        self.extra
    }
}

/// The items of an array.
pub(crate) struct Items<'p, A> {
    kept: std::vec::IntoIter<Value>,
    live: Option<A>,
    position: usize,
    place: &'p Place,
}

impl<'p, 'de, A: SeqAccess<'de>> Items<'p, A> {
    pub(super) fn live(items: A, place: &'p Place) -> Self {
        Self { kept: Vec::new().into_iter(), live: Some(items), position: 0, place }
    }

    pub(super) const fn place(&self) -> &'p Place {
        self.place
    }

    /// The next item.
    pub(super) fn next<T: Read>(&mut self) -> Result<Option<T>, A::Error> {
        self.place.enter_index(self.position);
        let item = match (self.kept.next(), &mut self.live) {
            (Some(value), _) => Some(T::from_value(value, self.place)?),
            (None, Some(live)) => live.next_element_seed(Seed::new(self.place))?,
            (None, None) => None,
        };
        self.place.leave();
        self.position += 1;
        Ok(item)
    }
}

impl<'p, E: de::Error> Items<'p, Nothing<E>> {
    /// The items of an array that was kept.
    pub(super) fn kept(items: Vec<Value>, place: &'p Place) -> Self {
        Self { kept: items.into_iter(), live: None, position: 0, place }
    }
}

/// A format that has nothing more, for objects and arrays of which all was kept.
pub(super) struct Nothing<E>(PhantomData<E>);

impl<'de, E: de::Error> MapAccess<'de> for Nothing<E> {
    type Error = E;

    fn next_key_seed<K: DeserializeSeed<'de>>(&mut self, _: K) -> Result<Option<K::Value>, E> {
        Ok(None)
    }

    fn next_value_seed<V: DeserializeSeed<'de>>(&mut self, _: V) -> Result<V::Value, E> {
        Err(E::custom("expected a value, found none"))
    }
}

impl<'de, E: de::Error> SeqAccess<'de> for Nothing<E> {
    type Error = E;

    fn next_element_seed<T: DeserializeSeed<'de>>(&mut self, _: T) -> Result<Option<T::Value>, E> {
        Ok(None)
    }
}

/// Reads a key.
struct KeySeed(&'static [&'static str]);

/// The known key of this name, without memory of its own, or the name.
fn known_or_owned(name: Cow<'_, str>, known: &'static [&'static str]) -> Cow<'static, str> {
    match known.iter().find(|key| **key == name) {
        Some(key) => Cow::Borrowed(key),
        None => Cow::Owned(name.into_owned()),
    }
}

impl<'de> DeserializeSeed<'de> for KeySeed {
    type Value = Cow<'static, str>;

    fn deserialize<D: Deserializer<'de>>(self, deserializer: D) -> Result<Self::Value, D::Error> {
        deserializer.deserialize_str(self)
    }
}

impl Visitor<'_> for KeySeed {
    type Value = Cow<'static, str>;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("a key that is a string")
    }

    fn visit_str<E: de::Error>(self, key: &str) -> Result<Self::Value, E> {
        Ok(known_or_owned(key.into(), self.0))
    }

    fn visit_string<E: de::Error>(self, key: String) -> Result<Self::Value, E> {
        Ok(known_or_owned(key.into(), self.0))
    }
}
