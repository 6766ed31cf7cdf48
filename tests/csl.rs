//! References to and from CSL-JSON.
#![cfg(feature = "json")]

use commentary::csl;
use commentary::json::ErrorKind;
use commentary::{Author, Extra, Reference, ReferenceKind, Value};

#[track_caller]
fn assert_item(reference: &Reference, expected: &str) {
    let text = csl::to_string(std::slice::from_ref(reference)).unwrap();
    assert_eq!(text, format!("[{expected}]"));
    assert_eq!(csl::from_str(&text).unwrap(), std::slice::from_ref(reference));
}

fn read(item: &str) -> Reference {
    csl::from_str(&format!("[{item}]")).unwrap().remove(0)
}

/// Reads an item of another program and writes it back to the same text.
#[track_caller]
fn assert_foreign(item: &str) -> Reference {
    let reference = read(item);
    assert_eq!(csl::to_string(std::slice::from_ref(&reference)).unwrap(), format!("[{item}]"));
    reference
}

fn named(id: &str) -> Reference {
    let mut reference = Reference::new(ReferenceKind::Article);
    reference.id = Some(id.into());
    reference
}

#[test]
fn every_kind_has_its_type_and_reads_back() {
    let types = [
        ("article", "webpage"),
        ("discussion", "post"),
        ("image", "graphic"),
        ("video", "motion_picture"),
        ("document", "document"),
        ("data", "dataset"),
        ("book", "book"),
        ("song", "song"),
    ];
    for (kind, word) in types {
        let mut reference = named("a");
        reference.kind = kind.into();
        assert_item(&reference, &format!(r#"{{"id":"a","type":"{word}"}}"#));
    }
    for kind in ReferenceKind::KNOWN {
        assert!(types.iter().any(|(known, _)| *known == kind.id()), "{kind} is not tried");
    }
    let mut reference = named("a");
    reference.kind = "webpage-archive".into();
    assert_item(&reference, r#"{"id":"a","type":"document","custom":{"commentary":{"kind":"webpage-archive"}}}"#);
    // A word of CSL's for one of our kinds is not a kind of its own.
    reference.kind = "webpage".into();
    assert_item(&reference, r#"{"id":"a","type":"document","custom":{"commentary":{"kind":"webpage"}}}"#);
}

#[test]
fn a_type_that_is_not_the_usual_one_of_its_kind_stays() {
    let reference = assert_foreign(r#"{"id":"a","type":"article-newspaper"}"#);
    assert_eq!(reference.kind, ReferenceKind::Article);
    let mut reference = assert_foreign(r#"{"id":"a","type":"thesis"}"#);
    assert_eq!(reference.kind, ReferenceKind::Document);
    // Not where the kind has been changed since.
    reference.kind = ReferenceKind::Image;
    assert!(csl::to_string(&[reference]).unwrap().starts_with(r#"[{"id":"a","type":"graphic","#));
}

#[test]
fn references_without_an_id_get_one_that_nobody_has() {
    let references = [Reference::to("u"), named("reference-1"), Reference::to("v"), named("reference-2")];
    let text = csl::to_string(&references).unwrap();
    let ids: Vec<&str> = text.split(r#"{"id":""#).skip(1).filter_map(|rest| rest.split('"').next()).collect();
    assert_eq!(ids, ["reference-3", "reference-1", "reference-4", "reference-2"]);
    assert_eq!(csl::from_str(&text).unwrap(), references);
    // Another program may give it a better one.
    let renamed = text.replace(r#"{"id":"reference-3""#, r#"{"id":"ruiz2025""#);
    assert_eq!(csl::from_str(&renamed).unwrap()[0].id.as_deref(), Some("ruiz2025"));
    assert_eq!(read(r#"{"id":12,"type":"map"}"#).id.as_deref(), Some("12"));
}

#[test]
fn dates_are_as_coarse_as_they_are() {
    for (date, parts) in [("2025", "[2025]"), ("2025-06", "[2025,6]"), ("0987-06-07", "[987,6,7]")] {
        let mut reference = named("a");
        reference.published = Some(date.parse().unwrap());
        reference.accessed = Some(date.parse().unwrap());
        let day = format!(r#"{{"date-parts":[{parts}]}}"#);
        assert_item(&reference, &format!(r#"{{"id":"a","type":"webpage","issued":{day},"accessed":{day}}}"#));
    }
    let mut reference = named("a");
    reference.published = Some("2025-06-17T18:40:00+02:00".parse().unwrap());
    let item = concat!(
        r#"{"id":"a","type":"webpage","issued":{"date-parts":[[2025,6,17]]},"#,
        r#""custom":{"commentary":{"published":"2025-06-17T18:40:00+02:00"}}}"#
    );
    assert_item(&reference, item);
    // Another program has changed the day: then the time is not that of this day.
    let changed = read(&item.replace("6,17", "6,18"));
    assert_eq!(changed.published, Some("2025-06-18".parse().unwrap()));
}

#[test]
fn dates_of_other_programs_are_understood_and_kept() {
    let published = |issued: &str| {
        let item = format!(r#"{{"id":"a","type":"webpage","issued":{issued}}}"#);
        assert_foreign(&item).published.map(|date| date.to_string())
    };
    let is = |date: &str| Some(date.to_owned());
    assert_eq!(published(r#"{"date-parts":[[2025,6,1],[2025,6,3]]}"#), is("2025-06-01"));
    assert_eq!(published(r#"{"date-parts":[[2025]],"circa":true}"#), is("2025"));
    assert_eq!(published(r#"{"season":2,"date-parts":[["2025"]]}"#), is("2025"));
    assert_eq!(published(r#""2025-06-01/2025-06-03""#), is("2025-06-01"));
    assert_eq!(published(r#""2025-06~""#), is("2025-06"));
    assert_eq!(published(r#"{"raw":"2025-06"}"#), is("2025-06"));
    for other in [
        r#"{"literal":"in the spring"}"#, r#""202X""#, r#""2025-21""#, r#"{"date-parts":[[-44,3,15]]}"#,
        r#"{"date-parts":[[2025,2,30]]}"#, r#"{"date-parts":[[2025,0]]}"#,
    ] {
        assert_eq!(published(other), None, "{other}");
    }
    // What says the same is written in one way.
    for same in [r#""2025-06-01""#, r#"{"date-parts":[["2025","6","1"]]}"#] {
        let reference = read(&format!(r#"{{"id":"a","type":"webpage","issued":{same}}}"#));
        assert!(reference.extra.is_empty());
        assert!(csl::to_string(&[reference]).unwrap().contains(r#""issued":{"date-parts":[[2025,6,1]]}"#));
    }
    let mut reference = read(r#"{"id":"a","type":"webpage","issued":"2025-06~"}"#);
    reference.published = Some("2024".parse().unwrap());
    assert!(csl::to_string(&[reference]).unwrap().contains(r#""issued":{"date-parts":[[2024]]}"#));
}

#[test]
fn names_in_parts_are_put_together_and_kept() {
    let author = |name: &str| assert_foreign(&format!(r#"{{"id":"a","type":"webpage","author":[{name}]}}"#)).authors;
    let name = |parts: &str| author(parts)[0].name.clone();
    assert_eq!(name(r#"{"literal":"Dana Whitcombe"}"#), "Dana Whitcombe");
    assert_eq!(author(r#"{"literal":"Dana Whitcombe"}"#), [Author::new("Dana Whitcombe")]);
    assert_eq!(name(r#"{"family":"Fontaine","given":"Jean","dropping-particle":"de la"}"#), "Jean de la Fontaine");
    assert_eq!(
        name(r#"{"family":"Beethoven","given":"Ludwig","non-dropping-particle":"van"}"#),
        "Ludwig van Beethoven"
    );
    assert_eq!(name(r#"{"family":"King","given":"Martin","suffix":"Jr.","comma-suffix":true}"#), "Martin King, Jr.");
    assert_eq!(name(r#"{"family":"Pius","suffix":"VII"}"#), "Pius VII");
    assert_eq!(name(r#"{}"#), "");
    let mut authors = author(r#"{"family":"Ruiz","given":"Ana"}"#);
    // The parts do not outlive the name.
    authors[0].name = "Ana María Ruiz".into();
    let mut reference = named("a");
    reference.authors = authors;
    let text = csl::to_string(std::slice::from_ref(&reference)).unwrap();
    assert!(text.contains(r#""author":[{"literal":"Ana María Ruiz"}]"#), "{text}");
    assert_eq!(csl::from_str(&text).unwrap(), [reference]);
}

#[test]
fn what_else_an_author_has_goes_to_its_own_place() {
    let mut reference = named("a");
    let mut author = Author::new("Dana");
    author.affiliation = Some("Town hall".into());
    reference.authors = vec![author, "Priya".into()];
    let item = concat!(
        r#"{"id":"a","type":"webpage","author":[{"literal":"Dana"},{"literal":"Priya"}],"#,
        r#""custom":{"commentary":{"authors":[{"name":"Dana","affiliation":"Town hall"},"Priya"]}}}"#
    );
    assert_item(&reference, item);
    let changed = read(&item.replace(r#"{"literal":"Priya"}"#, r#"{"literal":"Ana"}"#));
    assert_eq!(changed.authors, [Author::new("Dana"), Author::new("Ana")]);
}

#[test]
fn unknown_fields_survive_in_both_directions() {
    let item = concat!(
        r#"{"id":"a","type":"article-journal","title":"T","DOI":"10.1/x","volume":12,"page":"3-5","#,
        r#""editor":[{"family":"B"}],"event-date":"2025-06","categories":["x"],"#,
        r#""custom":{"short_id":"xyz","n":[1,null]}}"#
    );
    let expected_order =
        item.replace(r#""title":"T","DOI""#, r#""title":"T","custom":{"short_id":"xyz","n":[1,null]},"DOI""#);
    let expected_order = expected_order.replace(r#","custom":{"short_id":"xyz","n":[1,null]}}"#, "}");
    let mut reference = assert_foreign(&expected_order);
    assert_eq!(read(item).title.as_deref(), Some("T"));
    let kept = reference.extra.get("csl").and_then(Value::as_object).unwrap();
    assert_eq!(kept.get("DOI").and_then(Value::as_str), Some("10.1/x"));

    // Beside keys of our own.
    reference.extra.insert("layout", "page");
    let text = csl::to_string(std::slice::from_ref(&reference)).unwrap();
    assert!(text.contains(r#""short_id":"xyz""#) && text.contains(r#""DOI":"10.1/x""#), "{text}");
    assert_eq!(csl::from_str(&text).unwrap(), [reference.clone()]);
    // Another program adds a variable.
    let more = text.replace(r#""DOI""#, r#""PMID":"7","DOI""#);
    let read = csl::from_str(&more).unwrap().remove(0);
    assert_eq!(read.extra.get("layout").and_then(Value::as_str), Some("page"));
    let kept = read.extra.get("csl").and_then(Value::as_object).unwrap();
    assert_eq!(kept.get("PMID").and_then(Value::as_str), Some("7"));
}

#[test]
fn what_csl_does_not_have_is_not_written_as_if_it_had() {
    let reference = read(r#"{"id":"a","type":"webpage","mood":"sour","volume":[1]}"#);
    let text = csl::to_string(std::slice::from_ref(&reference)).unwrap();
    assert_eq!(
        text,
        r#"[{"id":"a","type":"webpage","custom":{"commentary":{"extra":{"csl":{"mood":"sour","volume":[1]}}}}}]"#
    );
    assert_eq!(csl::from_str(&text).unwrap(), [reference]);
    let later = read(r#"{"id":"a","type":"webpage","custom":{"commentary":{"rating":5}}}"#);
    assert_eq!(later.extra, [("rating", 5)].into_iter().collect::<Extra>());
}

#[test]
fn what_is_no_list_of_items_is_refused_with_its_place() {
    let message = |text: &str| csl::from_str(text).unwrap_err().to_string();
    for (text, expected) in [
        ("", "EOF while parsing a value at line 1 column 1"),
        ("{}", "expected an array, found an object at line 1 column 2"),
        ("[5]", "[0]: expected an object, found 5 at line 1 column 2"),
        (r#"[{"type":"book"}]"#, "[0]: expected the key `id`, found none at line 1 column 16"),
        ("[{\"id\":\"a\"\n}]", "[0]: expected the key `type`, found none at line 2 column 1"),
        (r#"[{"id":"a","id":"b"}]"#, "[0].id: expected this key once, found it twice at line 1 column 15"),
        (
            r#"[{"id":"a","type":"map","DOI":1,"DOI":2}]"#,
            "[0].DOI: expected this key once, found it twice at line 1 column 37",
        ),
        (r#"[{"id":null}]"#, "[0].id: expected a string or a number, found null at line 1 column 11"),
        (r#"[{"id":"a","type":"map","title":null}]"#, "[0].title: expected a string, found null at line 1 column 36"),
        (
            r#"[{"id":"a","type":"map","author":["A"]}]"#,
            "[0].author[0]: expected an object, found “A” at line 1 column 37",
        ),
        (
            r#"[{"id":"a","type":"map","author":[{"family":1}]}]"#,
            "[0].author[0].family: expected a string, found “1” at line 1 column 46",
        ),
        (
            r#"[{"id":"a","type":"map","issued":{"date-parts":[2025]}}]"#,
            "[0].issued.date-parts: expected one or two arrays of one to three numbers, found another array at line 1 column 54",
        ),
        (
            r#"[{"id":"a","type":"map","custom":[]}]"#,
            "[0].custom: expected an object, found an array at line 1 column 35",
        ),
        (
            r#"[{"id":"a","type":"map","custom":{"commentary":{"published":"May"}}}]"#,
            "[0].custom.commentary.published: expected a date such as `2025`, `2025-06`, `2025-06-17` or \
             `2025-06-17T18:40:00+02:00`, found “May” at line 1 column 65",
        ),
        (r#"[{"id":"\ud800"}]"#, "[0].id: unexpected end of hex escape at line 1 column 15"),
        (r#"[{"id":"a","type":"map","note":"\ud800"}]"#, "[0].note: unexpected end of hex escape at line 1 column 39"),
    ] {
        assert_eq!(message(text), expected, "{text}");
    }
    assert_eq!(csl::from_slice(b"[\xFF").unwrap_err().kind(), ErrorKind::Encoding);
    let deep = format!(r#"[{{"id":"a","type":"map","note":{}"#, "[".repeat(100_000));
    assert!(message(&deep).contains("expected at most 120 levels"), "{}", message(&deep));
}
