//! What is stored as one string or one number: dates, languages, addresses, the words of vocabularies, likelihoods.

use std::borrow::Cow;

use serde::de;
use serde::ser::Serializer;

use super::fault::Fault;
use super::place::Place;
use super::read::Read;
use super::write::Write;
use crate::diagnostic::quote;
use crate::model::{Address, Date, DateError, Language, Likelihood, Number, ReferenceKind, Stance};

/// Declares types for which every string is good.
macro_rules! any_text {
    ($($type:ident by $text:ident $(or $absent:expr)?;)+) => {$(
        impl Read for $type {
            const EXPECTED: &'static str = "a string";

            $(fn absent() -> Option<Self> {
                Some($absent)
            })?

            fn from_text<E: de::Error>(text: Cow<'_, str>, _: &Place) -> Result<Self, E> {
                Ok(Self::from(&*text))
            }
        }

        impl Write for $type {
            fn write<S: Serializer>(&self, serializer: S, _: &Place) -> Result<S::Ok, S::Error> {
                serializer.serialize_str(self.$text())
            }
        }
    )+};
}

any_text! {
    Address by as_str;
    Stance by id;
    ReferenceKind by id or ReferenceKind::Article;
}

impl Read for Date {
    const EXPECTED: &'static str = "a string";

    fn from_text<E: de::Error>(text: Cow<'_, str>, place: &Place) -> Result<Self, E> {
        text.parse().map_err(|error| {
            let expected = match error {
                DateError::Range => "a day and a time that exist".to_owned(),
                error => after_expected(&error),
            };
            place.refuse(Fault::mismatch(expected, &quote(&text)))
        })
    }
}

impl Write for Date {
    fn write<S: Serializer>(&self, serializer: S, _: &Place) -> Result<S::Ok, S::Error> {
        serializer.collect_str(self)
    }
}

impl Read for Language {
    const EXPECTED: &'static str = "a string";

    fn from_text<E: de::Error>(text: Cow<'_, str>, place: &Place) -> Result<Self, E> {
        text.parse().map_err(|error| place.refuse(Fault::mismatch(after_expected(&error), &quote(&text))))
    }
}

impl Write for Language {
    fn write<S: Serializer>(&self, serializer: S, _: &Place) -> Result<S::Ok, S::Error> {
        serializer.serialize_str(self.as_str())
    }
}

impl Read for Likelihood {
    const EXPECTED: &'static str = "a number from 0 to 100 with at most two decimals";

    fn from_number<E: de::Error>(number: Number, place: &Place) -> Result<Self, E> {
        // By its digits: the nearest floating-point number to 0.29 times 100 is not 29. `25.000` and `2.5e1` have too
        // many of them or an exponent, but may be written shorter.
        let shorter = || format!("{:?}", number.as_f64()).parse().ok();
        let likelihood = number.as_str().parse().ok().or_else(shorter);
        likelihood.ok_or_else(|| place.refuse(Fault::number(<Self as Read>::EXPECTED, &number)))
    }
}

impl Write for Likelihood {
    fn write<S: Serializer>(&self, serializer: S, _: &Place) -> Result<S::Ok, S::Error> {
        match (self.as_hundredths() / 100, self.as_hundredths() % 100) {
            (percent, 0) => serializer.serialize_u64(percent.into()),
            _ => serializer.serialize_f64(self.as_percent()),
        }
    }
}

/// What the error of a `FromStr` asks for, without the word that a fault puts before it.
fn after_expected(error: &impl ToString) -> String {
    let message = error.to_string();
    message.strip_prefix("expected ").map(str::to_owned).unwrap_or(message)
}
