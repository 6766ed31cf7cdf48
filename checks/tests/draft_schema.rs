//! The schema of a draft: nothing in it that a structured-output mode refuses, and the same verdicts as the reader.

use std::path::Path;

use commentary::{Draft, Profile, Validator, Value as Ordered, parse};
use commentary_checks::corpus;
use commentary_checks::mutate::Mutator;
use commentary_checks::random::Random;
use commentary_checks::samples::{samples, samples_of};
use serde_json::{Value, json};

/// How many documents are changed and judged.
const CHANGED: usize = 8_000;

/// The keywords that all modes take.
const KEYWORDS: &[&str] = &["description", "type", "properties", "required", "additionalProperties", "items", "enum"];

fn schema() -> Value {
    serde_json::from_str(Draft::SCHEMA).expect("the schema is JSON")
}

/// What was counted on a walk through a schema.
#[derive(Debug, Default)]
struct Walked {
    levels: usize,
    properties: usize,
}

/// Walks through a schema and fails on whatever a mode could refuse.
fn walk(schema: &Value, level: usize, walked: &mut Walked) {
    let keywords = schema.as_object().expect("a schema is an object");
    for keyword in keywords.keys() {
        assert!(KEYWORDS.contains(&keyword.as_str()), "the keyword {keyword:?}");
    }
    walked.levels = walked.levels.max(level);
    let of_enum = schema.get("enum").map(|words| words.as_array().expect("an enum is a list"));
    for word in of_enum.into_iter().flatten() {
        assert!(word.is_string() && schema["type"] == "string", "{schema}");
    }
    let kinds = schema["type"].as_array().cloned().unwrap_or_else(|| vec![schema["type"].clone()]);
    match kinds.iter().map(|kind| kind.as_str().expect("a type is a word")).collect::<Vec<_>>().as_slice() {
        ["object"] => {
            let properties = schema["properties"].as_object().expect("an object has properties");
            let mut keys: Vec<&str> = properties.keys().map(String::as_str).collect();
            let mut required: Vec<&str> =
                schema["required"].as_array().unwrap().iter().map(|key| key.as_str().unwrap()).collect();
            keys.sort_unstable();
            required.sort_unstable();
            assert_eq!(keys, required);
            assert_eq!(schema["additionalProperties"], false);
            walked.properties += properties.len();
            for property in properties.values() {
                assert!(property["description"].as_str().is_some_and(|text| text.ends_with('.')), "{property}");
                walk(property, level + 1, walked);
            }
        }
        ["array"] => walk(&schema["items"], level + 1, walked),
        ["string" | "boolean"] | ["string" | "number", "null"] => {}
        other => panic!("the type {other:?}"),
    }
}

#[test]
fn it_holds_only_what_every_mode_takes() {
    let schema = schema();
    assert_eq!(schema["type"], "object");
    let mut walked = Walked::default();
    walk(&schema, 1, &mut walked);
    assert!(walked.levels <= 5, "{walked:?}");
    assert!((20..=100).contains(&walked.properties), "{walked:?}");
    assert!(Draft::SCHEMA.len() < 15_000, "a schema is paid for with each request");
}

#[test]
fn the_walk_finds_what_a_mode_would_refuse() {
    let object = |property: Value| json!({"type": "object", "properties": {"a": property}, "required": ["a"], "additionalProperties": false});
    let refused = [
        json!({"description": "A.", "type": "string", "pattern": "a"}),
        json!({"description": "A.", "type": "string", "minLength": 1}),
        json!({"description": "A.", "anyOf": [{"type": "string"}]}),
        json!({"description": "A.", "type": ["string", "null"], "enum": ["a", null]}),
        json!({"description": "A.", "type": "integer"}),
        json!({"description": "A.", "type": "object", "properties": {}, "required": []}),
        json!({"type": "string"}),
    ];
    for property in refused {
        let schema = object(property.clone());
        assert!(std::panic::catch_unwind(|| walk(&schema, 1, &mut Walked::default())).is_err(), "{property}");
    }
    walk(&object(json!({"description": "A.", "type": ["string", "null"]})), 1, &mut Walked::default());
}

#[test]
fn text_comes_before_the_labels_that_it_gives_reason_for() {
    let schema: Ordered = serde_json::from_str(Draft::SCHEMA).unwrap();
    let keys = |path: &[&str]| -> Vec<String> {
        let found = path.iter().try_fold(&schema, |value, key| value.as_object()?.get(key)).unwrap();
        found.as_object().unwrap().iter().map(|(key, _)| key.to_owned()).collect()
    };
    let position = |keys: &[String], key: &str| keys.iter().position(|found| found == key).unwrap();
    let section = keys(&["properties", "sections", "items", "properties"]);
    for label in ["thesis", "holder", "label", "likelihood", "role", "stance"] {
        assert!(position(&section, "paragraphs") < position(&section, label), "{label}");
    }
    assert!(position(&section, "role") < position(&section, "stance"));
    let root = keys(&["properties"]);
    assert!(position(&root, "references") < position(&root, "sections"), "what is cited comes first");
    assert!(position(&root, "sections") < position(&root, "title"));
}

#[test]
fn what_is_changed_is_read_where_it_is_valid() {
    let validator = jsonschema::draft202012::new(&schema()).expect("a schema that can be compiled");
    let document = document();
    let mutator = Mutator::new(&document, &values(), &["", "x", "type"]);
    let mut read = 0;
    for position in 0..CHANGED {
        let mut random = Random::new(31, position);
        let mut document = document.clone();
        for _ in 0..random.between(0, 3) {
            mutator.change(&mut document, &mut random);
        }
        let result = Draft::from_json(&document.to_string());
        assert_eq!(result.is_ok(), validator.is_valid(&document), "{:?}\n{document}", result.err());
        if let Ok(draft) = result {
            read += 1;
            assert_eq!(serde_json::to_value(&draft).unwrap(), document);
            // Whatever it says, it becomes an article, and the model can be told what is wrong.
            let drafted = draft.into_article(&Validator::new(Profile::outlook()));
            assert_eq!(drafted.correction().is_some(), !drafted.report.is_empty());
            commentary::json::to_string(&drafted.article).expect("an article that can be stored");
        }
    }
    assert!(read > CHANGED / 5 && read < CHANGED * 4 / 5, "{read} of {CHANGED} were read");
}

#[test]
fn what_is_parsed_comes_back_from_its_draft_but_for_what_is_reported() {
    let validator = jsonschema::draft202012::new(&schema()).expect("a schema that can be compiled");
    let mut texts: Vec<String> = corpus::articles(32, 300);
    let genres = samples_of(&Path::new(env!("CARGO_MANIFEST_DIR")).join("genres"));
    texts.extend(genres.into_iter().chain(samples().unwrap_or_default()).map(|sample| sample.text));
    let mut whole = 0;
    for text in &texts {
        let article = parse(text).article;
        let (draft, lost) = Draft::from_article(&article);
        let value = serde_json::to_value(&draft).unwrap();
        assert!(validator.is_valid(&value), "{value}");
        assert_eq!(Draft::from_json(&value.to_string()).as_ref().ok(), Some(&draft));
        let drafted = draft.into_article(&Validator::new(Profile::any()));
        let of_draft = |name: &str| commentary::validate::explain(name).is_none();
        if lost.is_empty() && !drafted.report.names().into_iter().any(of_draft) {
            whole += 1;
            assert_eq!(drafted.article, article, "{text}");
        }
    }
    assert!(whole * 3 > texts.len(), "only {whole} of {} came back without a finding", texts.len());
}

fn values() -> Vec<Value> {
    vec![
        json!(null),
        json!(true),
        json!(false),
        json!(0),
        json!(-1),
        json!(12.345),
        json!(1e300),
        json!(100),
        json!(""),
        json!(" "),
        json!("TODO"),
        json!("[7]"),
        json!("**a**"),
        json!("a\nb"),
        json!("2025-02-30"),
        json!("perspective"),
        json!("summary"),
        json!("other"),
        json!("none"),
        json!("hopeful"),
        json!("bull"),
        json!("image"),
        json!("javascript:alert(1)"),
        json!("1"),
        json!([]),
        json!({}),
        json!(["a"]),
        json!([null]),
    ]
}

/// A draft with everything.
fn document() -> Value {
    let section = |role: &str, stance: &str| {
        json!({
            "heading": "A heading", "paragraphs": ["It saves water [1].", "It costs nothing."], "points": ["one", "two"],
            "thesis": null, "holder": null, "label": null, "likelihood": null, "role": role, "stance": stance,
            "other_stance": null, "reply": false
        })
    };
    let mut view = section("perspective", "other");
    for (key, value) in [
        ("thesis", json!("It pays.")),
        ("holder", json!("the keepers")),
        ("label", json!("sunny")),
        ("likelihood", json!(12.5)),
        ("other_stance", json!("hopeful")),
    ] {
        view[key] = value;
    }
    let mut reply = section("perspective", "pessimistic");
    reply["reply"] = json!(true);
    json!({
        "language": "en", "question": "Does it pay?",
        "references": [{
            "url": "https://canal.example/a", "title": "Year one", "authors": ["Ida Sorensen"], "outlet": "The Harbour",
            "published": "2025-06", "accessed": "2025-06-17", "kind": "article", "id": "1"
        }],
        "sections": [section("summary", "none"), view, reply],
        "title": "A roof over the canal", "teaser": "Two miles.", "authors": ["Dana Whitcombe"],
        "published": "2025-06-17", "tags": ["water"], "url": "https://canal.example/roof"
    })
}
