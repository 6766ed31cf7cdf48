//! What is stored as one string, one number or a list.

use super::definition::Definitions;
use super::{Define, Describe, of_type, words};
use crate::model::{Address, Date, Extra, Language, Likelihood, Number, ReferenceKind, Stance, Value};

impl<T: Describe> Describe for Option<T> {
    fn describe(definitions: &mut Definitions<'_>) -> Extra {
        T::describe(definitions)
    }
}

impl<T: Describe> Describe for Vec<T> {
    fn describe(definitions: &mut Definitions<'_>) -> Extra {
        let mut schema = of_type("array");
        schema.insert("items", T::describe(definitions));
        schema
    }
}

impl Describe for String {
    fn describe(_: &mut Definitions<'_>) -> Extra {
        of_type("string")
    }
}

impl Describe for bool {
    fn describe(_: &mut Definitions<'_>) -> Extra {
        of_type("boolean")
    }
}

impl Describe for u64 {
    fn describe(_: &mut Definitions<'_>) -> Extra {
        whole(Self::MIN, Self::MAX)
    }
}

/// A whole number in these bounds.
pub(in crate::shape) fn whole(least: u64, most: u64) -> Extra {
    let number = |number: u64| Value::Number(Number::from(number));
    Extra::from_iter([("type", Value::from("integer")), ("minimum", number(least)), ("maximum", number(most))])
}

/// A title, a description and what else is said of a type.
fn about(title: &str, description: &str, keywords: Extra) -> Extra {
    let mut schema = Extra::from_iter([("title", title), ("description", description)]);
    for (keyword, value) in keywords {
        schema.insert(keyword, value);
    }
    schema
}

/// Any string; some are known.
pub(in crate::shape) fn vocabulary(known: &[&str]) -> Extra {
    let mut schema = of_type("string");
    schema.insert("examples", words(known));
    schema
}

/// A string of this form.
fn pattern(pattern: &str) -> Extra {
    Extra::from_iter([("type", "string"), ("pattern", pattern)])
}

impl Define for Address {
    const NAME: &'static str = "Address";

    fn define(_: &mut Definitions<'_>) -> Extra {
        let description = "A web address, as it was written. A text that is no address is kept too; only one that means \
                           an `http` or `https` address becomes a link.";
        about(Self::NAME, description, of_type("string"))
    }
}

impl Define for Stance {
    const NAME: &'static str = "Stance";

    fn define(_: &mut Definitions<'_>) -> Extra {
        let description = "Where a perspective stands. Any other word is kept as written; an axis of your own is written \
                           before a colon, as in `energy:nuclear`.";
        about(Self::NAME, description, vocabulary(&Self::KNOWN.iter().map(Self::id).collect::<Vec<_>>()))
    }
}

impl Define for ReferenceKind {
    const NAME: &'static str = "ReferenceKind";

    fn define(_: &mut Definitions<'_>) -> Extra {
        let description = "What kind of thing a reference points to. Any other word is kept as written.";
        about(Self::NAME, description, vocabulary(&Self::KNOWN.iter().map(Self::id).collect::<Vec<_>>()))
    }
}

impl Define for Likelihood {
    const NAME: &'static str = "Likelihood";

    fn define(_: &mut Definitions<'_>) -> Extra {
        // Not by `multipleOf`: validators that divide binary fractions would refuse 0.29.
        let bounds = [("type", "number".into()), ("minimum", 0.into()), ("maximum", 100.into())];
        let bounds = Extra::from_iter::<[(&str, Value); 3]>(bounds);
        about(Self::NAME, "A likelihood in per cent, with at most two decimals.", bounds)
    }
}

impl Define for Language {
    const NAME: &'static str = "Language";

    fn define(_: &mut Definitions<'_>) -> Extra {
        let description = "A language tag of BCP 47, such as `fr`, `en-GB` or `zh-Hant-TW`; `_` may stand for `-`.";
        let mut tag = pattern("^(?:[A-Za-z]{2,8}(?:[-_][A-Za-z0-9]{1,8})*|[Xx](?:[-_][A-Za-z0-9]{1,8})+)$");
        let longest = u64::try_from(Self::MAX_LENGTH).unwrap_or(u64::MAX);
        tag.insert("maxLength", Value::Number(longest.into()));
        about(Self::NAME, description, tag)
    }
}

impl Define for Date {
    const NAME: &'static str = "Date";

    fn define(_: &mut Definitions<'_>) -> Extra {
        let description = "A date as coarse as its source: `2025`, `2025-06`, `2025-06-17`, `2025-06-17T18:40` or \
                           `2025-06-17T18:40:00.25+02:00`, from the year 1 to 9999.";
        about(Self::NAME, description, pattern(&date_pattern()))
    }
}

/// The form of a date that exists, without look-ahead, which not every engine has.
fn date_pattern() -> String {
    let year = "(?:[0-9]{3}[1-9]|[0-9]{2}[1-9][0-9]|[0-9][1-9][0-9]{2}|[1-9][0-9]{3})";
    let leap_year = "(?:[0-9]{2}(?:0[48]|[2468][048]|[13579][26])|(?:0[48]|[2468][048]|[13579][26])00)";
    let long = "(?:0[13578]|1[02])-(?:0[1-9]|[12][0-9]|3[01])";
    let short = "(?:0[469]|11)-(?:0[1-9]|[12][0-9]|30)";
    let february = "02-(?:0[1-9]|1[0-9]|2[0-8])";
    let day = format!("(?:{year}-(?:{long}|{short}|{february})|{leap_year}-02-29)");
    let (hour, minute) = ("(?:[01][0-9]|2[0-3])", "[0-5][0-9]");
    let clock = format!("{hour}:{minute}(?::[0-5][0-9](?:\\.[0-9]{{1,9}})?)?");
    let zone = format!("(?:Z|[+-]{hour}:{minute})");
    format!("^(?:{year}(?:-(?:0[1-9]|1[0-2]))?|{day}(?:T{clock}{zone}?)?)$")
}

impl Define for Value {
    const NAME: &'static str = "Value";

    fn define(_: &mut Definitions<'_>) -> Extra {
        about(Self::NAME, "Data of any shape.", Extra::new())
    }
}

impl Define for Extra {
    const NAME: &'static str = "Extra";

    fn define(_: &mut Definitions<'_>) -> Extra {
        about(Self::NAME, "Keys and values of any shape.", of_type("object"))
    }
}

impl Define for Number {
    const NAME: &'static str = "Number";

    fn define(_: &mut Definitions<'_>) -> Extra {
        about(Self::NAME, "A number.", of_type("number"))
    }
}
