//! Front matter: what is read of it, and what is said of what is not.
#![cfg(feature = "markdown")]

use commentary::markdown::{Error, Reader, from_str, to_string};
use commentary::{Article, Author, Extra, Value};

/// Reads front matter made of these lines.
fn read(lines: &str) -> Result<Article, Error> {
    from_str(&format!("---\n{lines}\n---\n"))
}

fn title(lines: &str) -> Option<String> {
    read(lines).unwrap().title
}

fn extra(lines: &str) -> Extra {
    read(lines).unwrap().extra
}

#[test]
fn a_bare_word_is_the_text_written() {
    for word in
        ["no", "1e3", "0o17", "12:30", "2025-04-05", "null", "true", "~", "Climat : le tournant", "a#b", "C'est"]
    {
        assert_eq!(title(&format!("title: {word}")).as_deref(), Some(word));
    }
    assert_eq!(title("title: A # comment").as_deref(), Some("A"));
    assert_eq!(title("title:   A  \t").as_deref(), Some("A"));
    assert_eq!(title("title:"), None);
    assert_eq!(read("tags: [2024, yes, l’eau, 'a, b']").unwrap().tags, ["2024", "yes", "l’eau", "a, b"]);
}

#[test]
fn quotes_are_undone() {
    assert_eq!(title(r#"title: "a\"b\\c\/d\u00e9\ud83d\ude00\n" # x"#).as_deref(), Some("a\"b\\c/dé😀\n"));
    assert_eq!(title("title: 'l''eau \"x\" \\n'").as_deref(), Some("l'eau \"x\" \\n"));
    assert_eq!(title("\"title\" : A").as_deref(), Some("A"));
}

#[test]
fn lists_stand_on_the_line_or_below() {
    let expected = ["eau", "énergie: oui"];
    assert_eq!(read("tags: [eau, \"énergie: oui\"]").unwrap().tags, expected);
    assert_eq!(read("tags:\n  - eau\n\n  # comment\n  - 'énergie: oui'").unwrap().tags, expected);
    assert_eq!(read("tags:\n- eau\n- \"énergie: oui\"\ntitle: A").unwrap().tags, expected);
    assert_eq!(read("tags: eau").unwrap().tags, ["eau"]);
    assert_eq!(read("author: Dana\n").unwrap().authors, [Author::from("Dana")]);
    let authors = read("authors:\n  - Dana\n  - {name: Priya, affiliation: \"AFP\", url: null}").unwrap().authors;
    assert_eq!((authors[1].name.as_str(), authors[1].affiliation.as_deref()), ("Priya", Some("AFP")));
    assert_eq!(authors[1].url, None);
}

#[test]
fn keys_this_version_does_not_know_stay_in_order() {
    let read =
        extra("layout: page\ndraft: true\nweight: 5\nempty:\nversion: 1.10\n\"@context\": x\n__proto__: {a: [1]}");
    let keys: Vec<&str> = read.iter().map(|(key, _)| key).collect();
    assert_eq!(keys, ["layout", "draft", "weight", "empty", "version", "@context", "__proto__"]);
    assert_eq!(read.get("draft"), Some(&Value::Bool(true)));
    assert_eq!(read.get("empty"), Some(&Value::Null));
    assert_eq!(read.get("version"), Some(&Value::Number("1.10".parse().unwrap())));
    let mut article = Article::default();
    article.extra = read;
    assert_eq!(from_str(&to_string(&article)), Ok(article));
}

#[test]
fn the_language_is_read_under_two_names() {
    assert_eq!(read("lang: fr_CA").unwrap().language, "fr-CA".parse().ok());
    assert_eq!(read("language: \"fr\"").unwrap().language, "fr".parse().ok());
    // Its own name wins; the other key is kept, and reported.
    let (article, report) = Reader::new().article_and_report("---\nlang: fr\nlanguage: en\n---\n").unwrap();
    assert_eq!(article.language, "en".parse().ok());
    assert_eq!(article.extra.get("lang").and_then(Value::as_str), Some("fr"));
    assert_eq!(
        report.to_string(),
        "warning[repeated-field]: “lang” says the language again, which another key says (language)\n"
    );
}

#[test]
fn fences_may_end_in_spaces_or_dots() {
    for text in ["---\ntitle: T\n...\nB\n", "---  \ntitle: T\n--- \t\nB\n", "---\ntitle: T\n---"] {
        assert_eq!(from_str(text).unwrap().title.as_deref(), Some("T"), "{text:?}");
    }
    for text in ["----\ntitle: T\n----\n", " ---\ntitle: T\n---\n", "\n---\ntitle: T\n---\n", "---js\ntitle: T\n---\n"]
    {
        assert_eq!(from_str(text).unwrap().title, None, "{text:?}");
    }
    // Below the front matter, dashes are a rule like any other.
    let article = from_str("---\ntitle: T\n---\n\nA\n\n---\n\nB: c\n").unwrap();
    assert_eq!(article.sections[0].body.len(), 3);
}

#[test]
fn what_cannot_be_read_is_said_with_its_place() {
    let cases = [
        ("title: A\ntitle: B", "line 3, column 1: the key “title” stands twice"),
        ("title: [A, B]", "line 2, column 8: expected a text for “title”"),
        ("title: \"A", "line 2, column 8: expected a text with its closing quote on the same line, found “\"A”"),
        ("title: \"A\" b", "line 2, column 12: expected the end of the line after the value, found “b”"),
        ("tags: [a, b", "line 2, column 12: expected `,` or `]` on this line, found the end of the line"),
        ("tags: {a: 1, a: 2}", "line 2, column 14: the key “a” stands twice"),
        ("é: &x 1", "line 2, column 4: an anchor (`&`) cannot be read here"),
        ("a: *x", "line 2, column 4: an alias (`*`) cannot be read here"),
        ("a: !!python/object x", "line 2, column 4: a tag (`!`) cannot be read here"),
        ("just words", "line 2, column 1: expected a key and `:`, found “just words”"),
        ("a:b", "line 2, column 1: expected a key and `:`, found “a:b”"),
        ("published: June 2025", "line 2, column 12: “June 2025” is no date"),
        ("published: +262143-01-01", "line 2, column 12: “+262143-01-01” is no date"),
        ("lang: français", "line 2, column 7: “français” is no language"),
        ("authors: [{\"x\": 1}]", "line 2, column 10: expected an author with a `name` for “authors”"),
        ("x\u{1b}[31m", "line 2, column 1: expected a key and `:`, found “x\\u{1b}[31m”"),
    ];
    for (lines, message) in cases {
        let error = read(lines).unwrap_err();
        assert_eq!(error.to_string(), message);
        assert!(!error.help().is_empty());
    }
}

#[cfg(not(feature = "yaml"))]
#[test]
fn without_the_feature_for_it_what_is_not_simple_yaml_is_refused() {
    for (lines, message) in [
        ("a: |\n  b", "line 2, column 4: a text over several lines (`|`) cannot be read here"),
        ("a: >-\n  b", "line 2, column 4: a text over several lines (`>`) cannot be read here"),
        ("a: b\n  c", "line 3, column 1: an indented line cannot be read here"),
        ("a:\n  b: c", "line 3, column 1: an indented line cannot be read here"),
        ("a:\n\tb: c", "line 3, column 1: a line indented by a tab cannot be read here"),
        ("a:\n  - b: c", "line 3, column 5: a key inside a list item cannot be read here"),
    ] {
        let error = read(lines).unwrap_err();
        assert_eq!(error.to_string(), message);
        assert!(error.help().contains("with the features `yaml` and `toml`"), "{}", error.help());
    }
}

#[cfg(feature = "yaml")]
#[test]
fn with_the_feature_for_it_all_of_yaml_is_read() {
    assert_eq!(title("title: |\n  T\n  U\nauthor: >-\n  A\n  B").as_deref(), Some("T\nU\n"));
    assert_eq!(title("title: one\n  two\nlayout: page").as_deref(), Some("one two"));
    assert_eq!(title("title: no\nx:\n  y: 1").as_deref(), Some("no"));
    let nested = extra("menu:\n  main:\n    weight: 5\n    name: no\ncascade:\n  - build: {list: never}\n    at:");
    let keys: Vec<&str> = nested.iter().map(|(key, _)| key).collect();
    assert_eq!(keys, ["menu", "cascade"]);
    let main = nested.get("menu").and_then(Value::as_object).and_then(|menu| menu.get("main")).unwrap();
    assert_eq!(main.as_object().unwrap().get("weight"), Some(&Value::from(5)));
    assert_eq!(main.as_object().unwrap().get("name"), Some(&Value::from("no")));
    let mut article = Article::default();
    article.extra = nested;
    assert_eq!(from_str(&to_string(&article)), Ok(article));

    for (lines, message) in [
        ("a:\n\tb: c", "line 3, column 2: tabs disallowed within this context (block indentation)"),
        ("a: 1\nb:\n  - c\n d: e", "line 5, column 2: while parsing a block mapping, did not find expected key"),
        ("a: [b,]\nb: [c,\n  d\ne: f\n", "line 5, column 2: illegal placement of ':' indicator"),
        ("a: {b: &c d}", "line 2, column 8: an anchor (`&`) cannot be read here"),
        ("a:\n  - !b c", "line 3, column 5: a tag (`!`) cannot be read here"),
        ("a: |\n  b\na: c", "line 4, column 1: the key “a” stands twice"),
        ("a: |\n  b\ntitle: [c]", "line 4, column 8: expected a text for “title”"),
        ("a: |\n  b\n? [c]\n: d", "line 4, column 3: a complex key (`?`) cannot be read here"),
    ] {
        let error = read(lines).unwrap_err();
        assert_eq!(error.to_string(), message);
        assert!(!error.help().is_empty());
    }
}

#[test]
fn a_cause_is_named_where_there_is_one() {
    let error = read("published: 2025-13").unwrap_err();
    let cause = std::error::Error::source(&error).map(ToString::to_string);
    assert_eq!(cause.as_deref(), Some("there is no such day or time"));
}

#[test]
fn front_matter_without_end_is_an_error_at_its_first_line() {
    for text in ["---\n", "---\ntitle: A\n\nBody.\n", "---"] {
        let error = from_str(text).unwrap_err();
        assert_eq!(error.to_string(), "line 1, column 1: the front matter opened here is never closed by `---`");
    }
    let error = from_str("+++\ntitle = \"A\"\n---\n").unwrap_err();
    assert_eq!(error.to_string(), "line 1, column 1: the front matter opened here is never closed by `+++`");
}

#[test]
fn deep_values_are_refused_and_never_overflow() {
    let nested = |depth: usize| format!("a: {}{}", "[".repeat(depth), "]".repeat(depth));
    assert!(read(&nested(128)).is_ok());
    let error = read(&nested(100_000)).unwrap_err();
    assert_eq!(error.to_string(), "line 2, column 132: lists and objects stand more than 128 deep in one another");
}

#[test]
fn no_value_can_end_the_front_matter_or_add_a_key() {
    for value in ["a\n---\nb: c", "a\r---", "a\u{2028}---\u{85}x", "\"", "\\", "'", "#", "\u{0}\u{7f}\u{feff}", "😀"]
    {
        let mut article = Article::new(value).teaser(value).author(value);
        article.tags.push(value.into());
        article.extra.insert(value, value);
        let text = to_string(&article);
        assert_eq!(text.lines().count(), 7, "{text}");
        assert!(!text.contains(['\r', '\u{2028}', '\u{85}', '\0', '\u{feff}']));
        assert_eq!(from_str(&text), Ok(article));
    }
}
