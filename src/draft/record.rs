//! Objects of which every key must be there and no other may be: one declaration for the type, its reading and writing,
//! and its schema.

use std::borrow::Cow;

use serde::de;

use crate::model::Number;
use crate::shape::{Place, Read};

/// A type that a key of a draft may have.
pub(super) trait Part: Sized {
    /// What is read for it.
    type Read: Read;

    /// What was read.
    fn from_read(read: Self::Read) -> Self;

    /// The keywords of its schema.
    #[cfg(feature = "schema")]
    fn schema() -> crate::model::Extra;
}

/// A value or `null`. The key must be there.
pub(super) struct Nullable<T>(Option<T>);

impl<T: Read> Read for Nullable<T> {
    const EXPECTED: &'static str = T::EXPECTED;

    fn from_null<E: de::Error>(_: &Place) -> Result<Self, E> {
        Ok(Self(None))
    }

    fn from_number<E: de::Error>(number: Number, place: &Place) -> Result<Self, E> {
        T::from_number(number, place).map(|value| Self(Some(value)))
    }

    fn from_text<E: de::Error>(text: Cow<'_, str>, place: &Place) -> Result<Self, E> {
        T::from_text(text, place).map(|value| Self(Some(value)))
    }
}

/// Text that may be `null`, for messages.
pub(super) struct Text(String);

impl Read for Text {
    const EXPECTED: &'static str = "a string or null";

    fn from_text<E: de::Error>(text: Cow<'_, str>, _: &Place) -> Result<Self, E> {
        Ok(Self(text.into_owned()))
    }
}

/// A number that may be `null`, for messages.
pub(super) struct Amount(Number);

impl Read for Amount {
    const EXPECTED: &'static str = "a number or null";

    fn from_number<E: de::Error>(number: Number, _: &Place) -> Result<Self, E> {
        Ok(Self(number))
    }
}

/// Declares the parts that are no objects: how they are read, and the type that a schema gives them.
macro_rules! parts {
    ($($type:ty as $read:ty = $from:expr, $kind:expr;)+) => {$(
        impl Part for $type {
            type Read = $read;

            fn from_read(read: $read) -> Self {
                $from(read)
            }

            #[cfg(feature = "schema")]
            fn schema() -> crate::model::Extra {
                crate::model::Extra::from_iter([("type", crate::model::Value::from($kind))])
            }
        }
    )+};
}

parts! {
    String as String = |text| text, "string";
    bool as bool = |truth| truth, "boolean";
    Option<String> as Nullable<Text> = |Nullable(text): Nullable<Text>| text.map(|Text(text)| text), nullable("string");
    Option<Number> as Nullable<Amount> = |Nullable(number): Nullable<Amount>| number.map(|Amount(number)| number), nullable("number");
}

/// A type or `null`.
#[cfg(feature = "schema")]
fn nullable(kind: &str) -> Vec<crate::model::Value> {
    vec![kind.into(), "null".into()]
}

impl<T: Part<Read = T> + Read> Part for Vec<T> {
    type Read = Self;

    fn from_read(read: Self) -> Self {
        read
    }

    #[cfg(feature = "schema")]
    fn schema() -> crate::model::Extra {
        let items = crate::model::Value::from(T::schema());
        crate::model::Extra::from_iter([("type", "array".into()), ("items", items)])
    }
}

/// Declares a type that is stored as an object with exactly these keys. What is said of each is for the reader of the
/// documentation and for the language model alike.
macro_rules! closed {
    (
        $(#[doc = $outer:literal])+
        $type:ident {
            $($(#[doc = $about:literal])+ $field:ident: $part:ty,)+
        }
    ) => {
        $(#[doc = $outer])+
        #[derive(Debug, Clone, PartialEq, Eq)]
        #[non_exhaustive]
        pub struct $type {
            $($(#[doc = $about])+ pub $field: $part,)+
        }

        impl $crate::shape::Read for $type {
            const EXPECTED: &'static str = "an object";

            fn from_object<'de, A: ::serde::de::MapAccess<'de>>(
                mut members: $crate::shape::Members<'_, A>,
            ) -> Result<Self, A::Error> {
                const KEYS: &[&str] = &[$(stringify!($field)),+];
                let place = members.place();
                $(let mut $field: Option<<$part as $crate::draft::record::Part>::Read> = None;)+
                while let Some(key) = members.next_key(KEYS)? {
                    match &*key {
                        $(stringify!($field) => members.fill(stringify!($field), &mut $field)?,)+
                        unknown => return Err($crate::draft::record::refuse_key(unknown, KEYS, place)),
                    }
                }
                Ok(Self {
                    $($field: match $field {
                        Some(read) => <$part as $crate::draft::record::Part>::from_read(read),
                        None => return Err(place.refuse($crate::shape::Fault::Missing(stringify!($field)))),
                    },)+
                })
            }
        }

        impl<'de> ::serde::Deserialize<'de> for $type {
            fn deserialize<D: ::serde::Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
                let place = $crate::shape::Place::default();
                ::serde::de::DeserializeSeed::deserialize($crate::shape::Seed::new(&place), deserializer)
            }
        }

        impl ::serde::Serialize for $type {
            fn serialize<S: ::serde::Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
                let mut object = serializer.serialize_map(None)?;
                $(::serde::ser::SerializeMap::serialize_entry(&mut object, stringify!($field), &self.$field)?;)+
                ::serde::ser::SerializeMap::end(object)
            }
        }

        impl $crate::draft::record::Part for $type {
            type Read = Self;

            fn from_read(read: Self) -> Self {
                read
            }

            #[cfg(feature = "schema")]
            fn schema() -> $crate::model::Extra {
                $crate::draft::schema::object(&[$((
                    stringify!($field),
                    &[$($about),+],
                    <$part as $crate::draft::record::Part>::schema(),
                )),+])
            }
        }
    };
}

/// The refusal of a key that an object does not have.
pub(super) fn refuse_key<E: de::Error>(unknown: &str, known: &[&str], place: &Place) -> E {
    let expected = format!("no other keys than `{}`", known.join("`, `"));
    place.refuse(crate::shape::Fault::mismatch(expected, &crate::diagnostic::quote(unknown)))
}

pub(super) use closed;
