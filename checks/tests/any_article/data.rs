//! Values: unknown keys with whatever they hold, dates, languages, addresses.

use commentary::{Address, Date, Extra, Language, Likelihood, Number, Value};
use proptest::prelude::*;
use proptest::sample::select;

use crate::Scope;
use crate::words::text;

/// Keys of the model and of its formats: in an unknown key's place they must not be taken for what they are elsewhere.
const TAKEN: &[&str] = &[
    "title", "author", "authors", "lang", "language", "references", "commentary", "name", "url", "kind", "role",
    "stance", "heading", "body", "content", "text", "level", "type", "extra", "block", "section", "shown", "loose",
    "attribution", "reply", "schema_version", "items", "start", "info", "alt", "id", "replies",
];

/// Keys that are always free.
const FREE: &[&str] =
    &["layout", "x", "redirect_to", "_k", "a-b", "", "é", "@context", "__proto__", "<<", "a: b", "x.y"];

/// Numbers in the form that JSON gives back.
const NUMBERS: &[&str] = &[
    "0", "1", "-1", "5", "2.5", "-0.25", "9223372036854775807", "-9223372036854775808", "18446744073709551615",
    "1e300", "1e-7", "0.1", "-0.0",
];

/// Numbers that JSON writes otherwise, or not at all.
pub(crate) const ODD_NUMBERS: &[&str] = &["-0", "1.50", "1E+2", "100000000000000000000", "0.10", "1e400", "1e-400"];

fn key(scope: Scope) -> BoxedStrategy<String> {
    let free = prop_oneof![
        6 => select(FREE).prop_map(str::to_owned),
        2 => text().prop_map(|text| format!("k{text}")),
    ];
    match scope {
        Scope::Storable => free.boxed(),
        Scope::Any => prop_oneof![3 => free, 2 => select(TAKEN).prop_map(str::to_owned), 1 => text()].boxed(),
    }
}

/// A value of any kind.
pub(crate) fn value(scope: Scope) -> BoxedStrategy<Value> {
    let numbers = prop_oneof![
        4 => select(NUMBERS),
        1 => select(match scope { Scope::Any => ODD_NUMBERS, Scope::Storable => NUMBERS }),
    ];
    let leaf = prop_oneof![
        Just(Value::Null),
        any::<bool>().prop_map(Value::from),
        numbers.prop_map(|digits| Value::Number(digits.parse::<Number>().unwrap())),
        any::<i64>().prop_map(Value::from),
        text().prop_map(Value::from),
        text().prop_map(Value::from),
    ];
    leaf.prop_recursive(3, 8, 3, |inner| {
        prop_oneof![
            proptest::collection::vec(inner.clone(), 0..3).prop_map(Value::from),
            // Inside a value every key is free.
            proptest::collection::vec((key(Scope::Any), inner), 0..3)
                .prop_map(|members| Value::Object(members.into_iter().collect())),
        ]
    })
    .boxed()
}

/// Unknown keys: some at all times.
pub(crate) fn members(scope: Scope) -> impl Strategy<Value = Extra> + Clone {
    proptest::collection::vec((key(scope), value(scope)), 1..4).prop_map(Extra::from_iter)
}

/// Unknown keys: mostly none.
pub(crate) fn extra(scope: Scope) -> impl Strategy<Value = Extra> + Clone {
    prop_oneof![9 => Just(Extra::new()), 1 => members(scope)]
}

/// The members of an element that this version does not know.
pub(crate) fn unknown(scope: Scope) -> BoxedStrategy<Extra> {
    let typed = (select(&["table", "note", "", "hard-break", "unknown"][..]), extra(scope)).prop_map(|(name, more)| {
        let mut members = Extra::from_iter([("type", name)]);
        more.into_iter().filter(|(key, _)| key != "type").for_each(|(key, value)| drop(members.insert(key, value)));
        members
    });
    match scope {
        Scope::Storable => typed.boxed(),
        Scope::Any => prop_oneof![2 => typed, 1 => members(scope), 1 => Just(Extra::new())].boxed(),
    }
}

/// An address: good, refused, or none at all.
pub(crate) fn address() -> impl Strategy<Value = Address> + Clone {
    let known = select(
        &[
            "https://a.example/", "https://a.example/x?y=1&amp;z=2#f", "https://a.example/a)b(c",
            "https://a.example/(a)", "https://a.example/](javascript:alert(1))", "https://a.example/*a*_b_`c`",
            "https://a.example/a b", "https://a.example/a\nb", "https://a.example/<b>", "https://a.example/\"x\" 'y'",
            "http://[::1]/\\x\\", "https://a.example/é文", "HTTPS://A.EXAMPLE/&copy;&copy",
            "https://a.example/\u{202e}x", "mailto:a@b.example", "a@b.example", "javascript:alert(1)",
            "java\tscript:alert(1)", "data:text/html,<b>", "ftp://a.example/", "/a/b", "#note", "", " ", "<",
            "https://", "//a.example", "https://a.example/\0", "\\", "https://a.example/\\", "https://a.example/ ",
            " https://a.example/", "https://a.example/\u{a0}",
        ][..],
    );
    prop_oneof![
        8 => known.prop_map(Address::from),
        2 => text().prop_map(Address::from),
        3 => text().prop_map(|text| Address::from(format!("https://a.example/{text}"))),
    ]
}

/// A date of any precision.
pub(crate) fn date() -> impl Strategy<Value = Date> + Clone {
    let zone = prop_oneof![
        Just(String::new()),
        Just("Z".to_owned()),
        (any::<bool>(), 0..24_u8, 0..60_u8)
            .prop_map(|(west, hours, minutes)| format!("{}{hours:02}:{minutes:02}", if west { '-' } else { '+' })),
    ];
    let nanos = prop_oneof![Just(0_u32), Just(500_000_000), 0..1_000_000_000_u32];
    let clock = (0..24_u8, 0..60_u8, proptest::option::of((0..60_u8, nanos)), zone);
    (1..10_000_u16, proptest::option::of((1..13_u8, proptest::option::of((1..29_u8, proptest::option::of(clock))))))
        .prop_map(|(year, month)| {
            let mut text = format!("{year:04}");
            if let Some((month, day)) = month {
                text += &format!("-{month:02}");
                if let Some((day, clock)) = day {
                    text += &format!("-{day:02}");
                    if let Some((hour, minute, second, zone)) = clock {
                        let second = second.map(|(second, nano)| format!(":{second:02}.{nano:09}")).unwrap_or_default();
                        text += &format!("T{hour:02}:{minute:02}{second}{zone}");
                    }
                }
            }
            text.parse().unwrap()
        })
}

/// A language: one that the lexicon knows, or any other.
pub(crate) fn language() -> impl Strategy<Value = Language> + Clone {
    select(
        &["fr", "en", "de", "es", "it", "pt", "en-GB", "zh-Hant-TW", "x-private", "sr-Latn-RS", "en-u-ca-gregory"][..],
    )
    .prop_map(|tag| tag.parse().unwrap())
}

/// A likelihood, in all its hundredths.
pub(crate) fn likelihood() -> impl Strategy<Value = Likelihood> + Clone {
    (0..=10_000_u16).prop_map(|hundredths| Likelihood::hundredths(hundredths).unwrap())
}
