//! Front matter as plain text and Markdown both read it, and TOML.
#![cfg(feature = "markdown")]

use commentary::{Article, Value, markdown, parse};

/// What stands above the sections.
fn head(mut article: Article) -> Article {
    article.sections.clear();
    article
}

#[test]
fn plain_text_and_markdown_read_the_same_front_matter() {
    let body =
        "\n## Factual summary\n\nThe city closed the bridge to cars on Monday, and many of them take the detour.\n";
    for front in [
        "---\ntitle: \"A: b\"\nteaser: 'It''s shut'\nlang: en\npublished: 2025-04\ntags: [a, \"b, c\"]\nweight: 5\ndraft: true\n---\n",
        "---\ntitle: T\nauthors:\n  - Ida\n  - {name: Jo, affiliation: \"The Harbour\"}\nlanguage: en-GB\nurl: https://a.example/\n---\n",
        "---\nlang: en\nquestion: Who pays?\nreferences:\n  - {url: \"https://a.example/\", title: \"Accounts\", kind: data}\n---\n",
        "+++\ntitle = \"T\"\nlanguage = \"en\"\ntags = [\"a\", \"b\"]\nweight = 5\n\n[extra]\ncolor = 'red'\nsizes = [1, [2, 3]]\n\n[extra.inner]\non = true\n+++\n",
        "+++\nlanguage = \"en\"\nteaser = \"\"\"\nTwo\nlines\"\"\"\n\n[[references]]\nurl = \"https://a.example/\"\n\n[[references]]\nurl = \"https://b.example/\"\ntitle = \"B\"\n+++\n",
    ] {
        let text = format!("{front}{body}");
        let read = markdown::from_str(&text).unwrap();
        assert_eq!(head(parse(&text).article), head(read.clone()), "{text}");
        assert_eq!(markdown::from_str(&markdown::to_string(&read)).unwrap(), read, "{text}");
    }
}

#[test]
fn tables_of_toml_become_objects() {
    let text = "+++\n\"my key\" = 1 # one\nwhen = 2025-04-05T10:00:00Z\ninline = { a = 1, b = ['x', \"y\"] }\n[taxonomies]\ntags = []\n+++\n";
    let extra = markdown::from_str(text).unwrap().extra;
    let keys: Vec<&str> = extra.iter().map(|(key, _)| key).collect();
    assert_eq!(keys, ["my key", "when", "inline", "taxonomies"]);
    assert_eq!(extra.get("when"), Some(&Value::from("2025-04-05T10:00:00Z")));
    let Some(Value::Object(inline)) = extra.get("inline") else { panic!("{extra:?}") };
    assert_eq!(inline.get("b"), Some(&Value::from(vec![Value::from("x"), Value::from("y")])));
}

#[test]
fn what_is_wrong_in_toml_is_said_with_its_place() {
    for (lines, message) in [
        ("title = \"A\"\ntitle = \"B\"", "line 3, column 1: the key “title” stands twice"),
        ("title = A", "line 2, column 9: expected a value, a text in quotes, found “A”"),
        ("title: \"A\"", "line 2, column 1: expected a key and `=`, found “title: \"A\"”"),
        ("title = \"A\" b", "line 2, column 12: expected the end of the line after the value, found “ b”"),
        ("title =", "line 2, column 8: expected a value, found the end of the line"),
        ("[a]\n[a]", "line 3, column 1: the key “a” stands twice"),
        ("[a", "line 2, column 1: expected the name of a table in brackets, found “[a”"),
        ("title = [\"A\"]", "line 2, column 9: expected a text for “title”"),
        ("a = \"\"\"x", "line 2, column 5: expected a text with its closing quotes, found “\"\"\"x”"),
    ] {
        let error = markdown::from_str(&format!("+++\n{lines}\n+++\n")).unwrap_err();
        assert_eq!(error.to_string(), message);
    }
    let deep = format!("+++\na = {}\n+++\n", "[".repeat(100_000));
    assert!(markdown::from_str(&deep).unwrap_err().to_string().contains("deep in one another"));
    let tables: String = (0..100_000).map(|number| format!("[t{number}]\nk = 1\n")).collect();
    let read = markdown::from_str(&format!("+++\n{tables}+++\n"));
    assert_eq!(read.is_ok(), cfg!(feature = "toml"), "our own reader takes 1000 tables");
}

#[test]
fn plain_text_keeps_what_markdown_refuses() {
    let text = "---\ntitle: \"A\"\ntitle: \"B\"\ntags: {a: 1}\npublished: last June\nteaser: |\n  Two\n  lines\nauthor: Ida\n---\n\nText.\n";
    assert!(markdown::from_str(text).is_err());
    let article = parse(text).article;
    assert_eq!(article.title.as_deref(), Some("A"));
    assert_eq!(article.authors[0].name, "Ida");
    assert_eq!(article.extra.get("published").and_then(Value::as_str), Some("last June"));
    let Some(Value::Array(lines)) = article.extra.get("front_matter") else { panic!("{:?}", article.extra) };
    let lines: Vec<&str> = lines.iter().filter_map(Value::as_str).collect();
    assert_eq!(lines, ["title: \"B\"", "teaser: |", "  Two", "  lines"]);
    assert!(article.extra.get("tags").is_some());
}
