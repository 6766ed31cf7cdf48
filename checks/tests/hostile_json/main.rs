//! Hostile JSON: every file of the collection under our field names, every struct as an array, every cut.

mod cases;

use std::path::Path;
use std::thread;
use std::time::{Duration, Instant};

use cases::{CASES, Outcome};
use commentary::json::lines::Reader;
use commentary::{Article, Profile, Value, json, schema_org, validate};
use commentary_checks::hostile::hostile;

/// The collection's field names, in the notation of Python's `json.dumps`, and ours.
///
/// Its articles have one author, `perspectives` with a `kind` and plain paragraphs, of which no view has more than one.
const NAMES: &[(&str, &str)] = &[
    (r#""author": "A""#, r#""authors": ["A"]"#),
    (r#""lang": "#, r#""language": "#),
    (r#""date": "#, r#""published": "#),
    (r#""perspectives": "#, r#""sections": "#),
    (r#"{"kind": "#, r#"{"role": "perspective", "stance": "#),
    (r#""paragraphs": []"#, r#""body": []"#),
    (r#""paragraphs": "p""#, r#""body": "p""#),
    (r#""paragraphs": ["#, r#""body": [{"type": "paragraph", "content": ["#),
];

/// A file of the collection with our field names. UTF-16 stays as it is.
fn with_our_names(bytes: &[u8]) -> Vec<u8> {
    let named =
        NAMES.iter().fold(bytes.to_vec(), |bytes, (theirs, ours)| replace(&bytes, theirs.as_bytes(), ours.as_bytes()));
    // The corpus has an article on each line.
    named.split(|byte| *byte == b'\n').map(close_paragraphs).collect::<Vec<_>>().join(&b'\n')
}

fn replace(bytes: &[u8], from: &[u8], to: &[u8]) -> Vec<u8> {
    let mut out = Vec::with_capacity(bytes.len());
    let mut rest = bytes;
    while let Some(at) = rest.windows(from.len()).position(|window| window == from) {
        out.extend_from_slice(&rest[..at]);
        out.extend_from_slice(to);
        rest = &rest[at + from.len()..];
    }
    out.extend_from_slice(rest);
    out
}

/// Closes the paragraph and its body where the list of paragraphs was closed, with the view that has it.
fn close_paragraphs(bytes: &[u8]) -> Vec<u8> {
    let find = |bytes: &[u8], what: &[u8]| bytes.windows(what.len()).position(|window| window == what);
    let Some(content) = find(bytes, br#""content": ["#) else { return bytes.to_vec() };
    let (before, after) = bytes.split_at(content);
    let Some(end) = find(after, b"]}") else { return bytes.to_vec() };
    let (content, after) = after.split_at(end);
    [before, content, b"]}", after].concat()
}

/// The files that are too large to lie about: made here, already under our names.
fn large() -> Vec<(&'static str, Vec<u8>)> {
    let good = r#"{"schema_version": 1, "title": "T", "language": "fr", "sections": "#;
    let keys: Vec<String> = (0..1_000_000).map(|number| format!(r#""k{number}": 1"#)).collect();
    let view = r#"{"role": "perspective", "stance": "optimistic", "body": []}"#;
    vec![
        ("49-exp-digits", format!(r#"{good}[], "zz": 1e{}}}"#, "9".repeat(1_000_000))),
        (
            "51-string-10mb",
            format!(
                r#"{good}[{{"role": "summary", "body": [{{"type": "paragraph", "content": ["{}"]}}]}}]}}"#,
                r"\u00e9".repeat(5_000_000)
            ),
        ),
        ("52-keys-1e6", format!("{good}[], {}}}", keys.join(", "))),
        ("53-perspectives-250k", format!("{good}[{}]}}", vec![view; 250_000].join(", "))),
        ("65-lang-long", format!(r#"{{"schema_version": 1, "language": "fr{}"}}"#, "-x".repeat(500_000))),
    ]
    .into_iter()
    .map(|(name, text)| (name, text.into_bytes()))
    .collect()
}

/// Every file by name, with our field names, but for those above a megabyte.
fn files() -> Option<Vec<(String, Vec<u8>)>> {
    let name = |path: &str| path.trim_start_matches("json/").trim_end_matches(".json").to_owned();
    let files = hostile(Path::new(env!("CARGO_TARGET_TMPDIR")))?;
    let files = files.iter().filter(|file| file.path.starts_with("json/") && file.bytes.len() <= 1_000_000);
    Some(files.map(|file| (name(&file.path), with_our_names(&file.bytes))).collect())
}

/// Runs on a stack of 512 KB.
fn on_a_small_stack(work: impl FnOnce() + Send + 'static) {
    thread::Builder::new().stack_size(512 * 1024).spawn(work).unwrap().join().unwrap();
}

/// Asserts that an article is read, kept and written as it should, and that `expected` stands in what is written.
fn assert_accepted(name: &str, bytes: &[u8], expected: &str) {
    let article = json::from_slice(bytes).unwrap_or_else(|error| panic!("{name}: {error}"));
    let text = json::to_string(&article).unwrap_or_else(|error| panic!("{name}: {error}"));
    assert!(text.contains(expected), "{name}: {}", text.get(..2000).unwrap_or(&text));
    let again = json::from_str(&text).unwrap();
    assert!(again == article, "{name}: read otherwise");
    if bytes.len() > 1_000_000 {
        return;
    }
    assert!(json::to_string(&again).unwrap() == text, "{name}: written otherwise");
    let embedded = json::Writer::new().embeddable().article(&article).unwrap();
    assert!(!embedded.contains(['<', '>', '&', '\u{2028}', '\u{2029}']), "{name}");
    assert!(json::from_str(&embedded).unwrap() == article, "{name}: embedded, it reads otherwise");
    let linked = schema_org::to_string(&article).unwrap();
    assert!(!linked.contains("javascript:") && !linked.contains('<'), "{name}: {linked}");
}

/// Asserts that a text is refused with a message that says `expected` and is safe to print.
fn assert_refused(name: &str, bytes: &[u8], kind: json::ErrorKind, expected: &str) {
    let Err(error) = json::from_slice(bytes) else { panic!("{name}: it was read") };
    let message = error.to_string();
    assert_eq!(error.kind(), kind, "{name}: {message}");
    assert!(message.contains(expected), "{name}: expected {expected:?} in {message:?}");
    let hidden = |c: char| c.is_control() || matches!(c, '\u{200b}'..='\u{200f}' | '\u{202a}'..='\u{202e}');
    assert!(message.len() <= 700 && message.chars().count() <= 500 && !message.contains(hidden), "{name}: {message:?}");
    assert!(error.line().is_some() || expected.contains("UTF-16"), "{name}: {message}");
}

#[test]
fn every_file_is_accepted_or_refused_as_the_table_says() {
    let Some(mut files) = files() else { return };
    files.extend(large().into_iter().map(|(name, bytes)| (name.to_owned(), bytes)));
    assert_eq!((files.len(), CASES.len()), (65, 65));
    on_a_small_stack(move || {
        for (name, bytes) in &files {
            let found = CASES.iter().find(|(known, _)| known == name);
            let (_, outcome) = found.unwrap_or_else(|| panic!("{name} is not in the table"));
            let start = Instant::now();
            match *outcome {
                Outcome::Accepted(expected) => assert_accepted(name, bytes, expected),
                Outcome::Refused(kind, expected) => assert_refused(name, bytes, kind, expected),
            }
            // Quadratic time would be hours.
            assert!(start.elapsed() < Duration::from_secs(120), "{name} took {:?}", start.elapsed());
        }
    });
}

#[test]
fn the_table_keeps_to_the_verdicts_but_where_it_says_so() {
    let Some(files) = hostile(Path::new(env!("CARGO_TARGET_TMPDIR"))) else { return };
    let mut otherwise = Vec::new();
    for file in files.iter().filter(|file| file.path.starts_with("json/")) {
        let name = file.path.trim_start_matches("json/").trim_end_matches(".json");
        let (_, outcome) = CASES.iter().find(|(known, _)| *known == name).unwrap();
        let is_accepted = matches!(outcome, Outcome::Accepted(_));
        let allowed = match file.verdict.as_str() {
            "ok" | "warn" => is_accepted,
            "reject" => !is_accepted,
            _ => true,
        };
        if !allowed {
            otherwise.push(name);
        }
    }
    assert_eq!(otherwise, ["56-relative-url"]);
}

#[test]
fn two_documents_are_two_articles_of_a_corpus() {
    let Some(files) = files() else { return };
    let (_, bytes) = files.iter().find(|(name, _)| name == "08-two-documents").unwrap();
    let read: Vec<Article> = Reader::new(bytes.as_slice()).map(Result::unwrap).collect();
    assert_eq!(read.len(), 2);
    assert_eq!(read[0], read[1]);
}

#[test]
fn an_address_that_is_none_is_kept_and_is_no_link() {
    let Some(files) = files() else { return };
    for name in ["55-js-url", "56-relative-url"] {
        let (_, bytes) = files.iter().find(|(known, _)| known == name).unwrap();
        let article = json::from_slice(bytes).unwrap();
        assert!(!article.references[0].url.as_ref().unwrap().is_web(), "{name}");
        assert!(!schema_org::to_string(&article).unwrap().contains(r#""url""#), "{name}");
    }
}

#[test]
fn what_is_hostile_to_a_reader_of_reports_is_shown_escaped() {
    let Some(files) = files() else { return };
    let (_, bytes) = files.iter().find(|(name, _)| name == "63-bidi").unwrap();
    let article = json::from_slice(bytes).unwrap();
    assert_eq!(article.title.as_deref(), Some("abc\u{202e}gpj"));
    assert!(validate(&article, &Profile::default()).iter().all(|finding| !finding.to_string().contains('\u{202e}')));
}

/// An article with every struct, each with every field.
const FULL: &str = r#"{"schema_version": 1, "title": "T", "question": "Q", "teaser": "é", "authors":
    [{"name": "A", "affiliation": "B", "url": "https://a.example/"}], "published": "2025-04-05", "language": "fr",
    "url": "https://a.example/", "tags": ["t"], "references": [{"id": "1", "kind": "image", "url": "/a", "title": "T",
    "authors": [{"name": "A", "url": "u"}], "outlet": "O", "published": "2025", "accessed": "2025-04"}], "sections":
    [{"role": "perspective", "stance": "for", "holder": "h", "thesis": "t", "label": "l", "likelihood": 12.5, "heading":
    {"level": 2, "content": ["a", {"type": "emphasis", "content": ["b"]}]}, "body": [{"type": "paragraph", "content":
    [{"type": "link", "url": "u", "title": "t", "content": ["x"]}, {"type": "image", "url": "u", "alt": ["y"]},
    {"type": "citation", "id": "1", "text": "[1]"}, {"type": "strong", "content": ["z"]}, {"type": "code", "text": "c"},
    {"type": "soft_break"}, {"type": "hard_break"}, {"type": "html", "text": "<b>"}], "attribution": true},
    {"type": "heading", "level": 3, "text": "H"}, {"type": "list", "start": 1, "loose": true, "items":
    [[{"type": "rule"}], {"body": [{"type": "rule"}], "mark": 1}]}, {"type": "quote", "body": [{"type": "rule"}]},
    {"type": "code", "info": "i", "text": "c"}, {"type": "html", "text": "<hr>"}], "replies": [{"role": "summary"}]}]}"#;

/// The value with its object number `left`, outermost first, as an array of its values in their order.
fn with_an_array(value: &Value, left: &mut usize) -> Value {
    match value {
        Value::Object(members) => {
            let is_meant = *left == 0;
            *left = left.wrapping_sub(1);
            let inside = members.iter().map(|(key, value)| (key, with_an_array(value, left)));
            if is_meant {
                inside.map(|(_, value)| value).collect::<Vec<_>>().into()
            } else {
                Value::Object(inside.collect())
            }
        }
        Value::Array(items) => items.iter().map(|item| with_an_array(item, left)).collect::<Vec<_>>().into(),
        other => other.clone(),
    }
}

#[test]
fn no_struct_is_taken_from_an_array_of_its_values() {
    // The keys above stand in the order in which we write them.
    let article = json::from_str(FULL).unwrap();
    let full: Value = serde_json::from_str(&json::to_string(&article).unwrap()).unwrap();
    for number in 0..26 {
        let text = serde_json::to_string(&with_an_array(&full, &mut number.clone())).unwrap();
        assert_ne!(text, json::to_string(&article).unwrap(), "there is no object {number}");
        let error = json::from_str(&text).map(|_| ()).expect_err(&text);
        assert_eq!(error.kind(), json::ErrorKind::Data, "{text}: {error}");
    }
}

#[test]
fn a_document_cut_at_any_byte_is_refused() {
    let long = format!("\u{FEFF}{}", FULL.replace("\"T\"", "\"été \\ud83d\\ude00 🐦\""));
    assert!(json::from_str(&long).is_ok());
    for end in 0..long.len() {
        assert!(json::from_slice(&long.as_bytes()[..end]).is_err(), "cut at {end}");
    }
    let Some(files) = files() else { return };
    let mut cut = 0;
    for (name, bytes) in files.iter().filter(|(_, bytes)| bytes.len() < 2000) {
        let is_good = matches!(CASES.iter().find(|(known, _)| known == name), Some((_, Outcome::Accepted(_))));
        for end in (0..bytes.len()).filter(|_| is_good) {
            assert!(json::from_slice(&bytes[..end]).is_err(), "{name} cut at {end}");
            cut += 1;
        }
    }
    assert!(cut > 1000, "only {cut} cuts");
}
