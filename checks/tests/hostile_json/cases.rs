//! Each hostile JSON file and what becomes of it here.

use Outcome::{Accepted, Refused};
use commentary::json::ErrorKind::{self, Data, Encoding, Syntax, Version};

/// What becomes of a file.
#[derive(Debug, Clone, Copy)]
pub(crate) enum Outcome {
    /// It is read, and this stands in what is written for it.
    Accepted(&'static str),
    /// It is refused: the kind of the error, and a part of its message that says where and what.
    Refused(ErrorKind, &'static str),
}

/// The files by number and name, and what becomes of them.
///
/// The files come with verdicts. We decide otherwise once:
///
/// - `56-relative-url` (`reject`) is accepted. An address is kept as written, whatever it is, since a corpus holds such
///   addresses and nothing that an article says may be lost. It is no link: `Address::is_web` is false, no format writes
///   it as one, and the rule `unsafe-link` names what is none.
///
/// Where the verdict leaves it open (`either`), or asks for a warning, this is how we decide:
///
/// - `17-kind-case`: `"Optimistic"` is no spelling of `"optimistic"` but a stance of its own, kept as written.
/// - `20-version-missing`: refused; the message says what to add.
/// - `33-depth-unknown-1e5`: refused at 121 levels, as in known fields.
/// - `40-nul-escape`, `63-bidi`: kept; messages and reports show such characters escaped.
/// - `47-huge-int`, `48-exp-400`, `49-exp-digits`: refused, since no 64-bit floating-point number is near. Numbers in
///   that range keep every digit (`50-neg-zero`).
/// - `51`, `52`, `53`: read, in linear time.
/// - `55-js-url`, `57-url-with-newline`: kept as written, and no link in the first case.
pub(crate) const CASES: &[(&str, Outcome)] = &[
    ("01-empty", Refused(Syntax, "EOF while parsing a value at line 1 column 1")),
    ("02-scalar", Refused(Data, "expected an object, found “T” at line 1 column 3")),
    ("03-empty-object", Refused(Data, "expected the key `schema_version`, found none; add `\"schema_version\": 1`")),
    ("04-positional", Refused(Data, "expected an object, found an array at line 1 column ")),
    ("05-bom", Accepted(r#"{"schema_version":1,"title":"T","#)),
    ("06-utf16", Refused(Encoding, "expected UTF-8, found UTF-16")),
    ("07-trailing-garbage", Refused(Syntax, "trailing characters at line 1 column ")),
    ("08-two-documents", Refused(Syntax, "trailing characters at line 2 column 1")),
    ("09-trailing-comma", Refused(Syntax, "trailing comma at line 1 column ")),
    ("10-comment", Refused(Syntax, "expected `,` or `}` at line 1 column ")),
    ("11-nan", Refused(Syntax, "x: expected value at line 1 column ")),
    ("12-dup-title", Refused(Data, "title: expected this key once, found it twice at line 1 column ")),
    ("13-dup-unknown", Refused(Data, "zz: expected this key once, found it twice at line 1 column ")),
    ("14-dup-escaped", Refused(Data, "title: expected this key once, found it twice at line 1 column ")),
    ("15-unknown-field", Accepted(r#""zz":{"a":[1,2.50,null]}"#)),
    ("16-unknown-kind", Accepted(r#""stance":"sceptical""#)),
    ("17-kind-case", Accepted(r#""stance":"Optimistic""#)),
    ("18-kind-map", Refused(Data, "sections[0].stance: expected a string, found an object at line 1 column ")),
    ("19-version-99", Refused(Version, "schema_version: expected schema version 1, found 99: read it with a later")),
    ("20-version-missing", Refused(Data, "expected the key `schema_version`, found none; add `\"schema_version\": 1`")),
    ("21-version-odd-0", Refused(Data, "schema_version: expected the number 1, found “1” at line 1 column ")),
    ("22-version-odd-1", Refused(Data, "schema_version: expected the number 1, found -1 at line 1 column ")),
    ("23-version-odd-2", Refused(Data, "schema_version: expected the number 1, found 1.0 at line 1 column ")),
    ("24-version-odd-3", Refused(Data, "schema_version: expected the number 1, found 1e0 at line 1 column ")),
    ("25-version-odd-4", Refused(Data, "schema_version: expected the number 1, found null at line 1 column ")),
    ("26-version-odd-5", Refused(Data, "schema_version: expected the number 1, found 0 at line 1 column ")),
    ("27-version-odd-6", Refused(Version, "schema_version: expected schema version 1, found 4294967296: read it with")),
    ("28-version-odd-7", Refused(Data, "schema_version: expected the number 1, found 99999999999999999999 at line 1")),
    ("29-version-odd-8", Refused(Data, "schema_version: expected the number 1, found true at line 1 column ")),
    ("30-depth-127", Refused(Data, "sections[0]: expected an object, found an array at line 1 column ")),
    ("31-depth-128", Refused(Data, "sections[0]: expected an object, found an array at line 1 column ")),
    ("32-depth-1e5", Refused(Data, "sections[0]: expected an object, found an array at line 1 column ")),
    ("33-depth-unknown-1e5", Refused(Data, "…: expected at most 120 levels of arrays and objects, found more at ")),
    ("34-depth-objects", Refused(Data, "…: expected at most 120 levels of arrays and objects, found more at line 1 ")),
    ("35-lone-surrogate", Refused(Syntax, "title: unexpected end of hex escape at line 1 column ")),
    ("36-reversed-surrogates", Refused(Syntax, "title: lone leading surrogate in hex escape at line 1 column ")),
    ("37-lone-surrogate-unknown", Refused(Syntax, "zz: unexpected end of hex escape at line 1 column ")),
    ("38-bad-utf8", Refused(Encoding, "expected UTF-8, found the byte 0xFF at line 1 column 34")),
    ("39-bad-utf8-unknown", Refused(Encoding, "expected UTF-8, found the byte 0xFF at line 1 column ")),
    ("40-nul-escape", Accepted(r#""title":"a\u0000b""#)),
    ("41-raw-control", Refused(Syntax, "title: control character (\\u0000-\\u001F) found while parsing a string at")),
    ("42-raw-newline", Refused(Syntax, "title: control character (\\u0000-\\u001F) found while parsing a string at")),
    ("43-crlf-in-text", Accepted("\"a\\r\\nb\u{2028}c\u{85}d</script>\"")),
    ("44-null-title", Refused(Data, "title: expected a string, found null at line 1 column ")),
    ("45-number-title", Refused(Data, "title: expected a string, found 5 at line 1 column ")),
    ("46-string-for-list", Refused(Data, "sections[0].body: expected an array, found “p” at line 1 column ")),
    ("47-huge-int", Refused(Syntax, "zz: number out of range at line 1 column ")),
    ("48-exp-400", Refused(Syntax, "zz: number out of range at line 1 column ")),
    ("49-exp-digits", Refused(Syntax, "zz: number out of range at line 1 column ")),
    ("50-neg-zero", Accepted(r#""zz":[-0,1e-400,0.1]"#)),
    ("51-string-10mb", Accepted("éééé")),
    ("52-keys-1e6", Accepted(r#""k0":1,"k1":1,"k2":1,"#)),
    ("53-perspectives-250k", Accepted(r#"{"role":"perspective","stance":"optimistic"},{"role":"#)),
    ("54-proto-keys", Accepted(r#""__proto__":1,"constructor":2,"@context":3,"$schema":4,"":5}"#)),
    ("55-js-url", Accepted(r#""url":"javascript:alert(1)""#)),
    ("56-relative-url", Accepted(r#""url":"/a/b""#)),
    ("57-url-with-newline", Accepted(r#""url":"https://a.example/\n/b\tc""#)),
    ("58-date-overflow", Refused(Data, "published: expected a date such as `2025`, `2025-06`, `2025-06-17` or ")),
    ("59-date-two-digit-year", Refused(Data, "published: expected a date such as `2025`, `2025-06`, `2025-06-17` or ")),
    ("60-date-space", Refused(Data, "found “2025-04-05\\u{a}” at line 1 column ")),
    ("61-truncated", Refused(Syntax, "EOF while parsing a string at line 1 column ")),
    ("62-html-escape", Accepted(r#""title":"</script><script>alert(1)</script><!--""#)),
    ("63-bidi", Accepted("\"title\":\"abc\u{202e}gpj\"")),
    (
        "64-lang-odd",
        Refused(Data, "language: expected a language tag such as `fr` or `en-GB`, found “fr_FR@euro; rm -rf”"),
    ),
    ("65-lang-long", Refused(Data, "language: expected a language tag such as `fr` or `en-GB`, found “fr-x-x")),
];
