//! What is written as CSL-JSON is what its schema allows, and every reference reads back as it was.
//!
//! The schema is written for this test from the specification of CSL 1.0.2, with the variables that the references below
//! have; a variable that is missing here is not allowed.

use commentary::{Author, Date, Extra, Number, Reference, ReferenceKind, Value, csl};
use proptest::prelude::*;
use serde_json::json;

/// A schema of the items that the tests below may give.
fn schema() -> jsonschema::Validator {
    let text = json!({"type": "string"});
    let number = json!({"type": ["string", "number"]});
    let mark = json!({"type": ["string", "number", "boolean"]});
    let name = json!({"type": "object", "additionalProperties": false, "properties": {
        "family": text, "given": text, "dropping-particle": text, "non-dropping-particle": text, "suffix": text,
        "comma-suffix": mark, "static-ordering": mark, "literal": text, "parse-names": mark,
    }});
    let parts = json!({"type": "array", "minItems": 1, "maxItems": 3, "items": number});
    let date = json!({"anyOf": [
        {"type": "string", "pattern": "[0-9,-,%,~,X?,..,/]"},
        {"type": "object", "additionalProperties": false, "properties": {
            "date-parts": {"type": "array", "minItems": 1, "maxItems": 2, "items": parts},
            "season": number, "circa": mark, "literal": text, "raw": text, "edtf": text,
        }},
    ]});
    let types = [
        "article", "article-journal", "article-newspaper", "book", "dataset", "document", "graphic", "motion_picture",
        "post", "report", "webpage",
    ];
    let schema = json!({"type": "array", "items": {
        "type": "object", "required": ["type", "id"], "additionalProperties": false, "properties": {
            "type": {"enum": types}, "id": number, "title": text, "container-title": text, "URL": text,
            "author": {"type": "array", "items": name}, "editor": {"type": "array", "items": name},
            "issued": date, "accessed": date, "event-date": date,
            "volume": number, "DOI": text, "categories": {"type": "array", "items": text}, "custom": {"type": "object"},
        },
    }});
    jsonschema::validator_for(&schema).unwrap()
}

fn word() -> impl Strategy<Value = String> {
    prop_oneof![Just(String::new()), Just("2025".to_owned()), Just("Ana Ruiz".to_owned()), ".{0,6}"]
}

fn date() -> impl Strategy<Value = Date> {
    let texts = ["2025", "2025-06", "0001-01-01", "9999-12-31", "2025-06-17T18:40", "2025-06-17T18:40:01.5+02:00"];
    prop::sample::select(texts.to_vec()).prop_map(|text| text.parse().unwrap())
}

/// A value that may or may not be what CSL has for the key it comes to stand under.
fn value() -> impl Strategy<Value = Value> {
    let numbers = ["0", "-0", "7", "2025", "2.50", "1e300"];
    let leaf = prop_oneof![
        Just(Value::Null),
        any::<bool>().prop_map(Value::Bool),
        prop::sample::select(numbers.to_vec()).prop_map(|number| Value::Number(number.parse::<Number>().unwrap())),
        word().prop_map(Value::from),
        prop::sample::select(vec!["2025-06~", "202X", "article-newspaper", "report", "book", "reference-1", "Ana"])
            .prop_map(Value::from),
        prop::sample::select(vec!["2025", "2025-06"]).prop_map(|date| {
            let parts = date.split('-').map(|part| Value::Number(part.trim_start_matches('0').parse().unwrap()));
            Value::from([("date-parts", vec![Value::from(parts.collect::<Vec<_>>())])].into_iter().collect::<Extra>())
        }),
    ];
    leaf.prop_recursive(3, 12, 4, |inner| {
        prop_oneof![
            prop::collection::vec(inner.clone(), 0..3).prop_map(Value::from),
            members(inner).prop_map(Value::from),
        ]
    })
}

/// Keys that mean something somewhere, and others.
fn members(value: impl Strategy<Value = Value>) -> impl Strategy<Value = Extra> {
    let keys = [
        "csl", "type", "issued", "accessed", "custom", "commentary", "extra", "id", "title", "author", "URL", "volume",
        "DOI", "editor", "event-date", "categories", "literal", "family", "given", "suffix", "date-parts", "circa",
        "raw", "generated_id", "published", "mood", "",
    ];
    let member = (prop::sample::select(keys.to_vec()), value);
    prop::collection::vec(member, 0..4).prop_map(|members| members.into_iter().collect())
}

/// Unknown keys, most often with those of CSL among them.
fn extra() -> impl Strategy<Value = Extra> {
    let with_csl = (members(value()), members(value())).prop_map(|(mut extra, kept)| {
        extra.insert("csl", kept);
        extra
    });
    prop_oneof![1 => Just(Extra::new()), 1 => members(value()), 3 => with_csl]
}

fn author() -> impl Strategy<Value = Author> {
    (word(), prop::option::of(word()), prop::option::of(word()), extra()).prop_map(|(name, affiliation, url, extra)| {
        let mut author = Author::new(name);
        author.affiliation = affiliation;
        author.url = url.map(Into::into);
        author.extra = extra;
        author
    })
}

prop_compose! {
    fn reference()(
        id in prop::option::of(prop_oneof![word(), Just("reference-1".to_owned())]),
        kind in prop::sample::select(vec!["article", "image", "document", "data", "podcast", "book", "webpage", "report", ""]),
        url in prop::option::of(word()),
        title in prop::option::of(word()),
        authors in prop::collection::vec(author(), 0..3),
        outlet in prop::option::of(word()),
        published in prop::option::of(date()),
        accessed in prop::option::of(date()),
        extra in extra(),
    ) -> Reference {
        let mut reference = Reference::new(ReferenceKind::from(kind));
        reference.id = id;
        reference.url = url.map(Into::into);
        reference.title = title;
        reference.authors = authors;
        reference.outlet = outlet;
        reference.published = published;
        reference.accessed = accessed;
        reference.extra = extra;
        reference
    }
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 2000, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn every_list_of_references_reads_back_as_it_was(references in prop::collection::vec(reference(), 0..3)) {
        let text = csl::to_string(&references).unwrap();
        let read = csl::from_str(&text).unwrap();
        prop_assert_eq!(&read, &references, "{}", text);
        prop_assert_eq!(&csl::to_string(&read).unwrap(), &text);
        let errors: Vec<String> = schema().iter_errors(&serde_json::from_str(&text).unwrap()).map(|e| e.to_string()).collect();
        prop_assert!(errors.is_empty(), "{:?}\n{}", errors, text);
    }
}

#[test]
fn the_schema_refuses_what_csl_does_not_have() {
    let schema = schema();
    for (item, good) in [
        (json!({"id": "a", "type": "webpage", "issued": {"date-parts": [[2025, 6]]}}), true),
        (json!({"id": "a", "type": "webpage", "outlet": "X"}), false),
        (json!({"id": "a", "type": "podcast"}), false),
        (json!({"type": "webpage"}), false),
        (json!({"id": "a", "type": "webpage", "issued": 2025}), false),
        (json!({"id": "a", "type": "webpage", "author": [{"name": "A"}]}), false),
    ] {
        assert_eq!(schema.is_valid(&json!([item])), good, "{item}");
    }
}

#[test]
fn an_item_of_another_program_keeps_all_that_it_says() {
    let item = json!({
        "id": "http://zotero.example/1", "type": "article-newspaper", "title": "The night line",
        "container-title": "Northvalley Courier", "URL": "https://a.example/", "DOI": "10.1/x", "volume": "12",
        "author": [{"family": "Whitcombe", "given": "Dana"}, {"literal": "Town hall"}],
        "editor": [{"family": "Ruiz", "given": "Ana", "suffix": "Jr.", "comma-suffix": true}],
        "issued": {"date-parts": [["2025", 6, "1"], ["2025", 6, "3"]], "circa": 1},
        "accessed": {"date-parts": [[2025, 6, 17]]},
        "event-date": "2025-06-01/2025-06-03", "categories": ["x", "y"],
        "custom": {"short_id": "xyz", "nested": {"n": [1, null, true]}},
    });
    let text = json!([item]).to_string();
    let references = csl::from_str(&text).unwrap();
    let written: serde_json::Value = serde_json::from_str(&csl::to_string(&references).unwrap()).unwrap();
    assert_eq!(written, json!([item]));
    // Through our own JSON too.
    let mut article = commentary::Article::new("T");
    article.references = references;
    let article = commentary::json::from_str(&commentary::json::to_string(&article).unwrap()).unwrap();
    let written: serde_json::Value = serde_json::from_str(&csl::to_string(&article.references).unwrap()).unwrap();
    assert_eq!(written, json!([item]));
}
