//! The schema of a stored article against a validator: what is written is valid, and what is valid is read.

use std::path::Path;

use commentary::json::{self, ErrorKind};
use commentary::path::Step;
use commentary::{Article, parse, schema};
use commentary_checks::corpus;
use commentary_checks::mutate::Mutator;
use commentary_checks::random::Random;
use commentary_checks::samples::{Sample, samples, samples_of};
use jsonschema::Validator;
use serde_json::{Value, json};

/// How many documents are changed and judged.
const CHANGED: usize = 8_000;

fn validator() -> Validator {
    let schema = serde_json::to_value(schema::article()).expect("a schema that can be written");
    jsonschema::meta::validate(&schema).expect("a schema that is valid itself");
    jsonschema::draft202012::new(&schema).expect("a schema that can be compiled")
}

#[track_caller]
fn assert_valid(validator: &Validator, article: &Article, name: &str) {
    let text = json::to_string(article).unwrap_or_else(|error| panic!("{name}: {error}"));
    let value: Value = serde_json::from_str(&text).expect("JSON");
    if let Some(error) = validator.iter_errors(&value).next() {
        panic!("{name}: {}: {error}", error.instance_path());
    }
}

#[test]
fn what_is_parsed_and_written_is_valid() {
    let validator = validator();
    let mut read: Vec<Sample> = samples_of(&Path::new(env!("CARGO_MANIFEST_DIR")).join("genres"));
    assert!(read.len() > 30, "the samples of this repository were not found");
    read.extend(samples().unwrap_or_default());
    for sample in read {
        assert_valid(&validator, &parse(&sample.text).article, &sample.name);
        assert_valid(&validator, &commentary::markdown::from_str(&sample.text).unwrap_or_default(), &sample.name);
    }
    for (position, text) in corpus::articles(21, 300).iter().enumerate() {
        assert_valid(&validator, &parse(text).article, &format!("article {position}"));
    }
}

#[test]
fn an_article_with_everything_is_valid() {
    let read = json::from_str(&everything().to_string()).expect("an article");
    assert_valid(&validator(), &read, "everything");
    assert_eq!(serde_json::to_value(&read).unwrap(), everything());
}

/// Documents that were changed a little, and what the reader says of them.
fn changed() -> Vec<(Value, Result<Article, json::Error>)> {
    let documents: Vec<Value> = corpus::articles(22, 4)
        .iter()
        .map(|text| serde_json::to_value(parse(text).article).expect("an article that can be written"))
        .chain(std::iter::repeat_n(everything(), 12))
        .collect();
    let mutators: Vec<Mutator> = documents.iter().map(|document| Mutator::new(document, &values(), KEYS)).collect();
    let change = |position: usize| {
        let mut random = Random::new(23, position);
        let chosen = random.between(0, documents.len() - 1);
        let mut document = documents[chosen].clone();
        for _ in 0..random.between(1, 3) {
            mutators[chosen].change(&mut document, &mut random);
        }
        let result = json::from_str(&document.to_string());
        (document, result)
    };
    (0..CHANGED).map(change).collect()
}

/// What is wrong where a document is valid and refused, or read and not valid; how often a reason excused the first.
fn compare(validator: &Validator, judged: &[(Value, Result<Article, json::Error>)]) -> Result<[usize; 3], String> {
    let mut excused = [0; 3];
    for (document, result) in judged {
        match result {
            Err(error) if validator.is_valid(document) => match excuse(error, document) {
                Some(reason) => excused[reason] += 1,
                None => return Err(format!("the schema takes what is refused: {error}\n{document}")),
            },
            Ok(_) => {
                if let Some(error) = validator.iter_errors(document).next() {
                    let place = error.instance_path();
                    return Err(format!("the schema refuses what is read: {place}: {error}\n{document}"));
                }
            }
            Err(_) => {}
        }
    }
    Ok(excused)
}

#[test]
fn what_is_changed_is_read_where_it_is_valid() {
    let judged = changed();
    let read = judged.iter().filter(|(_, result)| result.is_ok()).count();
    assert!(read > CHANGED / 5 && read < CHANGED * 4 / 5, "{read} of {CHANGED} were read");
    let excused = compare(&validator(), &judged).unwrap_or_else(|fault| panic!("{fault}"));
    assert!(excused.iter().all(|&count| count > 0), "{excused:?}: a reason that never holds is none");
}

#[test]
fn a_schema_without_one_of_its_keywords_is_found_out() {
    let judged = changed();
    let schema = serde_json::to_value(schema::article()).expect("a schema that can be written");
    for (around, keyword) in [
        ("", "required"),
        ("/properties/schema_version", "const"),
        ("/properties/tags/items", "type"),
        ("/$defs/Author", "required"),
        ("/$defs/Date", "pattern"),
        ("/$defs/Language", "pattern"),
        ("/$defs/Likelihood", "maximum"),
        ("/$defs/Likelihood", "minimum"),
        ("/$defs/Section", "else"),
        ("/$defs/Section", "then"),
        ("/$defs/Section", "required"),
        ("/$defs/Heading", "not"),
        ("/$defs/Heading/properties/level", "maximum"),
        ("/$defs/ListItem", "items"),
        ("/$defs/ListItem", "type"),
        ("/$defs/Block", "required"),
        ("/$defs/Block", "allOf"),
        ("/$defs/Inline", "allOf"),
        ("/$defs/Inline/properties/type", "type"),
        ("/$defs/Inline/allOf/6/if", "additionalProperties"),
        ("/$defs/Code", "required"),
        ("/$defs/Citation", "required"),
    ] {
        let mut weaker = schema.clone();
        let keywords = weaker.pointer_mut(around).and_then(Value::as_object_mut).expect(around);
        assert!(keywords.remove(keyword).is_some(), "{around} has no {keyword}");
        let validator = jsonschema::draft202012::new(&weaker).expect("a schema that can be compiled");
        assert!(compare(&validator, &judged).is_err(), "nobody misses {keyword} of {around:?}");
    }
}

/// Why the schema may take what is refused: the number of a documented reason.
fn excuse(error: &json::Error, document: &Value) -> Option<usize> {
    if error.kind() != ErrorKind::Data {
        return None;
    }
    let steps = error.path()?.steps();
    let value = steps.iter().try_fold(document, |value, step| match step {
        Step::Key(key) => value.get(&**key),
        // An item of a list and an author of whom only the name is known have a short form that paths pass over.
        Step::Index(position) => value.get(position).or(Some(value)),
    });
    let Some(Step::Key(key)) = steps.last() else { return None };
    let value = value.or_else(|| find(document, key))?;
    let number = value.as_f64()?;
    let is_whole = value.is_f64() && number.fract() == 0.0;
    match &**key {
        "schema_version" | "level" | "start" if is_whole => Some(0),
        "likelihood" if number == 0.0 && number.is_sign_negative() => Some(1),
        "likelihood" if (number * 100.0 - (number * 100.0).round()).abs() > 1e-9 => Some(2),
        _ => None,
    }
}

/// The first value of a key that is no whole number as it is written.
fn find<'a>(document: &'a Value, key: &str) -> Option<&'a Value> {
    let mut waiting = vec![document];
    while let Some(value) = waiting.pop() {
        match value {
            Value::Array(items) => waiting.extend(items),
            Value::Object(members) => {
                if let Some(found) = members.get(key).filter(|found| found.is_f64()) {
                    return Some(found);
                }
                waiting.extend(members.values());
            }
            _ => {}
        }
    }
    None
}

/// Keys that mean something somewhere, and some that never do.
const KEYS: &[&str] = &["type", "text", "content", "stance", "replies", "attribution", "alt", "x", "", "$schema"];

/// Values of every kind, most of which are good in some place.
fn values() -> Vec<Value> {
    vec![
        json!(null),
        json!(true),
        json!(false),
        json!(0),
        json!(1),
        json!(-1),
        json!(6),
        json!(7),
        json!(100),
        json!(101),
        json!(1.0),
        json!(-0.0),
        json!(12.25),
        json!(0.291),
        json!(1e300),
        json!(u64::MAX),
        json!(""),
        json!("perspective"),
        json!("summary"),
        json!("optimistic"),
        json!("hopeful"),
        json!("emphasis"),
        json!("code"),
        json!("soft_break"),
        json!("link"),
        json!("heading"),
        json!("rule"),
        json!("2024-02-29"),
        json!("2025-02-29"),
        json!("0000"),
        json!("2025-06-17T24:00"),
        json!("2025-06-17T23:59:59.123456789-23:59"),
        json!("fr_CA"),
        json!("e"),
        json!("x-a"),
        json!("abcdefghi"),
        json!("https://canal.example/"),
        json!([]),
        json!({}),
        json!([null]),
        json!(["a"]),
        json!([[]]),
        json!([{}]),
        json!({"type": "emphasis"}),
        json!({"type": "strong", "content": ["a", {"type": "code"}]}),
        json!({"type": "code"}),
        json!({"type": "code", "x": null}),
        json!({"type": "html", "text": 5, "x": null}),
        json!({"type": "later"}),
        json!({"type": "soft_break"}),
        json!({"type": "soft_break", "text": 1}),
        json!({"type": 1}),
        json!({"type": "paragraph"}),
        json!({"type": "heading", "text": "a", "level": 3}),
        json!({"type": "heading", "text": "a", "content": [], "level": 3}),
        json!({"type": "list", "items": [[]]}),
        json!({"type": "list", "start": 3, "items": [{}, {"body": [{"type": "rule"}]}]}),
        json!({"type": "quote"}),
        json!({"role": "summary"}),
        json!({"role": "perspective"}),
        json!({"role": "perspective", "stance": "bull"}),
        json!({"role": "example", "replies": []}),
        json!({"name": "Ida Sorensen"}),
        json!({"url": "a"}),
    ]
}

/// An article with every key, and every kind of block and inline.
fn everything() -> Value {
    json!({
        "schema_version": 1,
        "title": "A roof over the canal",
        "question": "Does it pay?",
        "teaser": "Two miles of panels.",
        "authors": ["Dana Whitcombe", {"name": "Ida Sorensen", "affiliation": "The Harbour", "url": "/ida", "x": 1}],
        "published": "2025-06-17T18:40:00.25+02:00",
        "language": "en-GB",
        "url": "https://canal.example/roof",
        "tags": ["water", "sun"],
        "references": [{
            "id": "3", "kind": "report", "url": "https://canal.example/a", "title": "Year one",
            "authors": ["Dana Whitcombe"], "outlet": "Dryland Review", "published": "2025-06", "accessed": "2025",
        }, {"kind": "article"}],
        "sections": [
            {"role": "summary", "heading": {"text": "Summary", "level": 2, "x": [null]}, "body": [
                {"type": "paragraph", "content": [
                    "a", {"type": "emphasis", "content": ["b", {"type": "strong", "content": [""]}]},
                    {"type": "code", "text": "c"}, {"type": "soft_break"}, {"type": "hard_break"},
                    {"type": "html", "text": "<i>"}, {"type": "html", "text": 5, "x": true},
                    {"type": "link", "url": "https://canal.example/", "title": "t", "content": ["l"], "x": {}},
                    {"type": "image", "url": "i.png", "title": "t", "alt": ["a heron"]},
                    {"type": "citation", "id": "3", "text": "[3]"}, {"type": "later", "content": 5},
                ]},
                {"type": "paragraph", "content": ["— Ida Sorensen"], "attribution": true},
                {"type": "heading", "content": ["a", {"type": "code", "text": "b"}], "level": 3},
                {"type": "list", "start": 3, "loose": true, "items": [
                    [{"type": "paragraph", "content": ["a"]}], {"body": [{"type": "rule"}], "done": true},
                ]},
                {"type": "quote", "body": [{"type": "code", "info": "rust", "text": "let x = 1;\n"}]},
                {"type": "html", "text": "<br>\n"}, {"type": "later", "text": 5},
            ]},
            {"role": "perspective", "stance": "optimistic", "holder": "the keepers", "thesis": "It pays.",
             "label": "The sunny side", "likelihood": 12.5, "replies": [
                {"role": "perspective", "stance": "energy:nuclear", "likelihood": 40},
                {"role": "response"},
            ]},
        ],
        "layout": {"name": "page", "weight": 5},
    })
}
