//! Types that are stored as an object: each declares its keys once, in the order in which they are written.

use serde::de::MapAccess;
use serde::ser::SerializeMap;

use super::members::Members;
use super::write::Object;

/// What is read from an object with known keys, and keeps the unknown ones.
pub(crate) trait Fields: Sized {
    /// The known keys.
    const KEYS: &'static [&'static str];

    /// Reads what stands between the braces.
    fn read_members<'de, A: MapAccess<'de>>(members: Members<'_, A>) -> Result<Self, A::Error>;
}

/// Such an object of which a schema can be made.
#[cfg(feature = "schema")]
pub(super) trait DescribedFields: Fields {
    /// Says what stands between the braces.
    fn describe_members(members: &mut super::describe::Described<'_, '_>);
}

/// A type that is stored as such an object.
pub(crate) trait Record: Fields {
    /// Writes what stands between the braces.
    fn write_members<M: SerializeMap>(&self, object: &mut Object<'_, M>) -> Result<(), M::Error>;
}

/// Declares what is read from an object: its keys, the fields that they stand for, and what a schema says of them; without
/// any such word no schema is made of it. A mark is a key without a field, such as a version.
macro_rules! fields {
    (
        $type:ident $(marked $mark_key:literal by $mark:ident)? {
            $($(#[doc = $about:literal])+ $key:literal => $field:ident,)*
        }
    ) => {
        $crate::shape::record::fields! { @read $type $(marked $mark_key by $mark)? { $($key => $field,)* } }

        #[cfg(feature = "schema")]
        impl $crate::shape::record::DescribedFields for $type {
            #[allow(unused_variables, reason = "a record may have no key")]
            fn describe_members(members: &mut $crate::shape::describe::Described<'_, '_>) {
                $(members.mark::<$mark>($mark_key);)?
                $(members.field($key, &[$($about),+], |record: &Self| &record.$field);)*
            }
        }
    };
    ($type:ident { $($key:literal => $field:ident,)+ }) => {
        $crate::shape::record::fields! { @read $type { $($key => $field,)+ } }
    };
    (@read $type:ident $(marked $mark_key:literal by $mark:ident)? { $($key:literal => $field:ident,)* }) => {
        impl $crate::shape::record::Fields for $type {
            const KEYS: &'static [&'static str] = &[$($mark_key,)? $($key),*];

            fn read_members<'de, A: ::serde::de::MapAccess<'de>>(
                mut members: $crate::shape::members::Members<'_, A>,
            ) -> Result<Self, A::Error> {
                $(let mut mark: Option<$mark> = None;
                let mark_key = $mark_key;)?
                $(let mut $field = None;)*
                let mut unknown = $crate::shape::members::Unknown::default();
                while let Some(key) = members.next_key(Self::KEYS)? {
                    match &*key {
                        $($mark_key => members.fill(mark_key, &mut mark)?,)?
                        $($key => members.fill($key, &mut $field)?,)*
                        _ => members.keep(key, &mut unknown)?,
                    }
                }
                $(members.complete::<$mark>(mark_key, mark)?;)?
                // Apart from the loop, in which sections and blocks are read inside others: what stands here takes none
                // of the stack there.
                let complete = move || -> Result<Self, A::Error> {
                    Ok(Self { $($field: members.complete($key, $field)?,)* extra: unknown.into_extra() })
                };
                complete()
            }
        }
    };
}

/// Declares a type that is stored as an object, as [`fields`], and writes it the same way.
macro_rules! record {
    (
        $type:ident $(marked $mark_key:literal by $mark:ident)? {
            $($(#[doc = $about:literal])* $key:literal => $field:ident,)*
        }
    ) => {
        $crate::shape::record::fields! {
            $type $(marked $mark_key by $mark)? { $($(#[doc = $about])* $key => $field,)* }
        }

        impl $crate::shape::record::Record for $type {
            fn write_members<M: ::serde::ser::SerializeMap>(
                &self,
                object: &mut $crate::shape::write::Object<'_, M>,
            ) -> Result<(), M::Error> {
                $(object.field($mark_key, &$mark)?;)?
                $(object.field($key, &self.$field)?;)*
                object.extra(&self.extra, <Self as $crate::shape::record::Fields>::KEYS)
            }
        }
    };
}

/// Makes records readable and writable that are always an object.
macro_rules! always_objects {
    ($($type:ident),+) => {$(
        impl $crate::shape::read::Read for $type {
            const EXPECTED: &'static str = "an object";

            fn from_object<'de, A: ::serde::de::MapAccess<'de>>(
                members: $crate::shape::members::Members<'_, A>,
            ) -> Result<Self, A::Error> {
                $crate::shape::record::Fields::read_members(members)
            }
        }

        impl $crate::shape::write::Write for $type {
            fn write<S: ::serde::ser::Serializer>(
                &self,
                serializer: S,
                place: &$crate::shape::Place,
            ) -> Result<S::Ok, S::Error> {
                let mut object = $crate::shape::write::Object::open(serializer, place)?;
                $crate::shape::record::Record::write_members(self, &mut object)?;
                object.close()
            }
        }
    )+};
}

pub(crate) use {always_objects, fields, record};
