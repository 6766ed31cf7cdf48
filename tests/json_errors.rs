//! What is not read from JSON, and what is said of it.
#![cfg(feature = "json")]

use std::error::Error as _;
use std::io;

use commentary::json::{self, ErrorKind};

/// The message for a text that is no article.
#[track_caller]
fn message(text: &str) -> String {
    json::from_str(text).unwrap_err().to_string()
}

/// Asserts the message for an article with these members.
#[track_caller]
fn assert_refused(members: &str, expected: &str) {
    let message = message(&format!("{{\"schema_version\":1,\n{members}}}"));
    let (message, _) = message.rsplit_once(" at line 2 column ").unwrap_or((&message, ""));
    assert_eq!(message, expected, "for {members}");
}

/// Asserts the message for a section with these members.
#[track_caller]
fn assert_section_refused(members: &str, expected: &str) {
    assert_refused(&format!(r#""sections":[{{{members}}}]"#), expected);
}

/// Asserts the message for a body of this one block.
#[track_caller]
fn assert_block_refused(block: &str, expected: &str) {
    assert_section_refused(&format!(r#""role":"summary","body":[{block}]"#), &format!("sections[0].body[0]{expected}"));
}

/// Asserts the message for a paragraph of this one inline.
#[track_caller]
fn assert_inline_refused(inline: &str, expected: &str) {
    assert_block_refused(&format!(r#"{{"type":"paragraph","content":[{inline}]}}"#), &format!(".content[0]{expected}"));
}

#[test]
fn what_is_no_object_is_refused() {
    assert_eq!(message("\"text\""), "expected an object, found “text” at line 1 column 6");
    assert_eq!(message("null"), "expected an object, found null at line 1 column 4");
    assert_eq!(message("[1,\"T\"]"), "expected an object, found an array at line 1 column 1");
    assert_eq!(
        message("{}"),
        "expected the key `schema_version`, found none; add `\"schema_version\": 1` at line 1 column 2"
    );
}

#[test]
fn the_version_is_the_number_1() {
    for (written, found) in [
        ("\"1\"", "“1”"),
        ("-1", "-1"),
        ("1.0", "1.0"),
        ("1e0", "1e0"),
        ("null", "null"),
        ("0", "0"),
        ("99999999999999999999", "99999999999999999999"),
        ("true", "true"),
    ] {
        let error = json::from_str(&format!("{{\"schema_version\":{written}}}")).unwrap_err();
        assert_eq!(error.kind(), ErrorKind::Data);
        let expected = format!("schema_version: expected the number 1, found {found} at ");
        assert!(error.to_string().starts_with(&expected), "{error}");
    }
}

#[test]
fn a_later_version_is_said_before_all_else() {
    let refused = "schema_version: expected schema version 1, found 99: read it with a later version of this crate";
    for text in [
        r#"{"schema_version":99,"title":5}"#, r#"{"title":"T","schema_version":99}"#,
        r#"{"title":5,"sections":{},"schema_version":99}"#, " {\"title\":5,\"schema_version\":99}",
    ] {
        let error = json::from_str(text).unwrap_err();
        assert_eq!(error.kind(), ErrorKind::Version, "for {text}");
        assert!(error.to_string().starts_with(refused), "{error}");
        assert_eq!(error.path().unwrap().to_string(), "schema_version");
    }
    assert_eq!(message("[99]"), "expected an object, found an array at line 1 column 1");
}

#[test]
fn no_key_may_stand_twice_at_any_depth() {
    let twice = "expected this key once, found it twice";
    assert_refused(r#""title":"a","title":"b""#, &format!("title: {twice}"));
    assert_refused(r#""title":"a","\u0074itle":"b""#, &format!("title: {twice}"));
    assert_refused(r#""zz":1,"zz":1"#, &format!("zz: {twice}"));
    assert_refused(r#""zz":[{"a":{"b":1,"b":2}}]"#, &format!("zz[0].a.b: {twice}"));
    assert_refused(r#""authors":[{"name":"x","name":"y"}]"#, &format!("authors[0].name: {twice}"));
    assert_block_refused(r#"{"type":"rule","type":"rule"}"#, &format!(".type: {twice}"));
    assert_block_refused(r#"{"zz":1,"zz":2,"type":"rule"}"#, &format!(".zz: {twice}"));
    assert_block_refused(r#"{"type":"chart","zz":2,"type":"rule"}"#, &format!(".type: {twice}"));
    assert_inline_refused(r#"{"type":"emphasis","content":[],"content":[]}"#, &format!(".content: {twice}"));
    let many: String = (0..40).map(|key| format!("\"k{key}\":0,")).collect();
    assert_refused(&format!("{many}\"k7\":0"), &format!("k7: {twice}"));
}

#[test]
fn nothing_is_taken_for_something_else() {
    assert_refused(r#""title":null"#, "title: expected a string, found null");
    assert_refused(r#""title":5"#, "title: expected a string, found 5");
    assert_refused(r#""tags":"x""#, "tags: expected an array, found “x”");
    assert_refused(r#""tags":null"#, "tags: expected an array, found null");
    assert_refused(r#""tags":["a",{}]"#, "tags[1]: expected a string, found an object");
    assert_refused(r#""authors":[[]]"#, "authors[0]: expected a string or an object, found an array");
    assert_refused(r#""authors":[{}]"#, "authors[0]: expected the key `name`, found none");
    assert_refused(r#""references":[["3"]]"#, "references[0]: expected an object, found an array");
    assert_refused(r#""sections":[["summary"]]"#, "sections[0]: expected an object, found an array");
    assert_refused(r#""sections":{}"#, "sections: expected an array, found an object");
    assert_refused(r#""url":5"#, "url: expected a string, found 5");
    assert_refused(
        r#""references":[{"kind":{"article":null}}]"#, "references[0].kind: expected a string, found an object",
    );
}

#[test]
fn a_date_and_a_language_have_their_forms() {
    assert_refused(
        r#""published":"25-04-05""#,
        "published: expected a date such as `2025`, `2025-06`, `2025-06-17` or `2025-06-17T18:40:00+02:00`, found “25-04-05”",
    );
    assert_refused(
        r#""published":"2025-02-30""#,
        "published: expected a day and a time that exist, found “2025-02-30”",
    );
    assert_refused(r#""published":2025"#, "published: expected a string, found 2025");
    assert_refused(
        r#""language":"fr_FR@euro""#,
        "language: expected a language tag such as `fr` or `en-GB`, found “fr_FR@euro”",
    );
}

#[test]
fn only_a_perspective_has_a_stance() {
    assert_section_refused("", "sections[0]: expected the key `role`, found none");
    assert_section_refused(r#""role":"perspective""#, "sections[0]: expected the key `stance`, found none");
    assert_section_refused(
        r#""role":"perspective","stance":{"optimistic":null}"#,
        "sections[0].stance: expected a string, found an object",
    );
    for key in ["stance\":\"for", "holder\":\"x", "thesis\":\"x", "label\":\"x"] {
        let name = key.split('"').next().unwrap();
        assert_section_refused(
            &format!(r#""{key}","role":"summary""#),
            &format!(
                "sections[0].{name}: expected a section with the role `perspective` for this key, found the role “summary”"
            ),
        );
    }
}

#[test]
fn a_likelihood_and_a_level_have_their_range() {
    for (written, found) in [("101", "101"), ("-1", "-1"), ("12.345", "12.345"), ("1e300", "1e300"), ("\"25\"", "“25”")]
    {
        assert_section_refused(
            &format!(r#""role":"perspective","stance":"for","likelihood":{written}"#),
            &format!(
                "sections[0].likelihood: expected a number from 0 to 100 with at most two decimals, found {found}"
            ),
        );
    }
    for (written, found) in [("0", "0"), ("7", "7"), ("258", "258"), ("2.0", "2.0"), ("\"2\"", "“2”")] {
        assert_block_refused(
            &format!(r#"{{"type":"heading","text":"H","level":{written}}}"#),
            &format!(".level: expected a whole number from 1 to 6, found {found}"),
        );
    }
    assert_block_refused(r#"{"type":"heading","text":"H"}"#, ": expected the key `level`, found none");
    assert_block_refused(
        r#"{"type":"heading","text":"H","content":[],"level":2}"#, ": expected either `text` or `content`, found both",
    );
}

#[test]
fn blocks_and_inlines_are_what_their_type_says() {
    assert_block_refused(r#""text""#, ": expected an object with a `type`, found “text”");
    assert_block_refused("{}", ": expected the key `type`, found none");
    assert_block_refused(r#"{"type":5}"#, ".type: expected a string, found 5");
    assert_block_refused(r#"{"type":"paragraph","content":"x"}"#, ".content: expected an array, found “x”");
    assert_block_refused(r#"{"content":5,"type":"paragraph"}"#, ".content: expected an array, found 5");
    assert_block_refused(r#"{"type":"paragraph","attribution":1}"#, ".attribution: expected true or false, found 1");
    assert_block_refused(r#"{"type":"code"}"#, ": expected the key `text`, found none");
    assert_block_refused(r#"{"type":"list","start":-1}"#, ".start: expected a whole number from 0, found -1");
    assert_block_refused(r#"{"type":"list","items":[5]}"#, ".items[0]: expected an array or an object, found 5");
    assert_block_refused(
        r#"{"type":"list","items":[["x"]]}"#,
        ".items[0].body[0]: expected an object with a `type`, found “x”",
    );
    assert_inline_refused("5", ": expected a string or an object, found 5");
    assert_inline_refused("{}", ": expected the key `type`, found none");
    assert_inline_refused(r#"{"type":"link","content":[]}"#, ": expected the key `url`, found none");
    assert_inline_refused(r#"{"type":"citation","id":3,"text":"[3]"}"#, ".id: expected a string, found 3");
    assert_inline_refused(
        r#"{"type":"emphasis","content":["b",{"type":"link","url":"u","content":[{"type":"code"}]}]}"#,
        ".content[1].content[0]: expected the key `text`, found none",
    );
}

#[test]
fn what_is_no_json_is_refused_also_inside_unknown_keys() {
    for members in
        [r#""zz":"\ud800""#, r#""zz":"\udc00\ud800""#, r#""zz":NaN"#, r#""zz":1e400"#, "\"zz\":\"\u{1}\"", "\"zz\":1,"]
    {
        let error = json::from_str(&format!("{{\"schema_version\":1,{members}}}")).unwrap_err();
        assert_eq!(error.kind(), ErrorKind::Syntax, "for {members}: {error}");
    }
    assert_eq!(message(r#"{"schema_version":1,"zz":NaN}"#), "zz: expected value at line 1 column 26");
    assert_eq!(message("{\"schema_version\":1} x"), "trailing characters at line 1 column 22");
    assert_eq!(message("{\"schema_version\":1}\n{\"schema_version\":1}"), "trailing characters at line 2 column 1");
    assert_eq!(message(""), "EOF while parsing a value at line 1 column 1");
}

#[test]
fn a_text_cut_anywhere_is_refused() {
    let text = r#"{"schema_version":1,"sections":[{"role":"summary","body":[{"type":"paragraph","content":["é"]}]}]}"#;
    assert!(json::from_str(text).is_ok());
    for end in 0..text.len() {
        let error = json::from_slice(&text.as_bytes()[..end]).unwrap_err();
        assert!(matches!(error.kind(), ErrorKind::Syntax | ErrorKind::Encoding), "cut at {end}: {error}");
    }
}

#[test]
fn columns_count_characters() {
    let error = json::from_str("{\"schema_version\":1,\r\n\"title\":\"été\",\"url\":5}").unwrap_err();
    assert_eq!((error.line(), error.column()), (Some(2), Some(21)));
    assert_eq!(error.to_string(), "url: expected a string, found 5 at line 2 column 21");
}

#[test]
fn bytes_that_are_not_utf_8_are_refused_wherever_they_stand() {
    let error = json::from_slice(b"{\"schema_version\":1,\"zz\":\"\xFF\"}").unwrap_err();
    assert_eq!((error.kind(), error.path()), (ErrorKind::Encoding, None));
    assert_eq!(error.to_string(), "expected UTF-8, found the byte 0xFF at line 1 column 27");
    let error = json::from_slice(b"\xFF\xFE{\0}\0").unwrap_err();
    assert_eq!(error.to_string(), "expected UTF-8, found UTF-16");
}

#[test]
fn depth_is_limited() {
    let quotes = |depth| {
        let (open, close) = (r#"{"type":"quote","body":["#.repeat(depth), "]}".repeat(depth));
        json::from_str(&format!(r#"{{"schema_version":1,"sections":[{{"role":"summary","body":[{open}{close}]}}]}}"#))
    };
    assert!(quotes(58).is_ok());
    for depth in [59, 64, 1000] {
        let error = quotes(depth).unwrap_err();
        assert_eq!(error.kind(), ErrorKind::Data);
        assert!(
            error.to_string().contains("…: expected at most 120 levels of arrays and objects, found more"),
            "{error}"
        );
        assert!(error.to_string().chars().count() < 400);
    }
    for open in ["[", "{\"a\":"] {
        let text = format!("{{\"schema_version\":1,\"zz\":{}", open.repeat(100_000));
        assert!(message(&text).contains("expected at most 120 levels"));
    }
}

#[test]
fn messages_are_safe_to_print() {
    assert_refused(
        "\"og:\u{202e}title\":{\"a\":1,\"a\":1}",
        "[\"og:\\u{202e}title\"].a: expected this key once, found it twice",
    );
    assert_refused("\"tags\":\"\\u001b[31m\"", "tags: expected an array, found “\\u{1b}[31m”");
    let long = message(&format!(r#"{{"schema_version":1,"{}":NaN}}"#, "k".repeat(1_000_000)));
    assert!(long.chars().count() < 300, "{} characters", long.chars().count());
}

#[test]
fn a_failing_reader_and_a_failing_writer_are_the_source() {
    struct Broken;
    impl io::Read for Broken {
        fn read(&mut self, _: &mut [u8]) -> io::Result<usize> {
            Err(io::Error::other("the cable is cut"))
        }
    }
    impl io::Write for Broken {
        fn write(&mut self, _: &[u8]) -> io::Result<usize> {
            Err(io::Error::other("the disk is full"))
        }

        fn flush(&mut self) -> io::Result<()> {
            Ok(())
        }
    }

    let error = json::from_reader(Broken).unwrap_err();
    assert_eq!((error.kind(), error.source().unwrap().to_string().as_str()), (ErrorKind::Io, "the cable is cut"));
    let error = json::to_writer(Broken, &commentary::Article::default()).unwrap_err();
    assert_eq!((error.kind(), error.source().unwrap().to_string().as_str()), (ErrorKind::Io, "the disk is full"));
}
