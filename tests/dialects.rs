//! Front matter as static-site generators want it: what is written, and that it comes back.
#![cfg(feature = "markdown")]

use commentary::markdown::{Dialect, Writer, from_str};
use commentary::{Article, Author, Date, Extra, Reference, ReferenceKind, Section, Stance, Value};

fn write(article: &Article, dialect: Dialect) -> String {
    Writer::new().dialect(dialect).article(article)
}

/// An article comes back from every dialect, and is written the same the second time.
fn assert_round_trips(article: &Article) {
    for &dialect in Dialect::ALL {
        let text = write(article, dialect);
        let read = from_str(&text).unwrap_or_else(|error| panic!("{dialect}: {error}\n{text}"));
        assert_eq!(&read, article, "{dialect}:\n{text}");
        assert_eq!(write(&read, dialect), text);
    }
}

fn canal() -> Article {
    let mut article = Article::new("Panneaux sur le canal : « une première »")
        .author("Dana Whitcombe")
        .teaser("L’ombre vaut de l’or")
        .published("2025-06-17".parse::<Date>().unwrap())
        .language("fr".parse().unwrap())
        .section(Section::summary().heading("Résumé").paragraph("Deux kilomètres sont couverts."));
    article.question = Some("Qui paie ?".into());
    article.url = Some("https://canal.example/fr/".into());
    article.tags = vec!["eau".into(), "énergie".into()];
    let mut source = Reference::new(ReferenceKind::Document);
    source.title = Some("Bilan".into());
    article.references.push(source);
    article.extra = Extra::from_iter([("layout", Value::from("page")), ("weight", 5.into())]);
    article
}

/// What stands between the fences.
fn front(article: &Article, dialect: Dialect) -> String {
    let text = write(article, dialect);
    let mark = &text[..3];
    text[4..].split(&format!("\n{mark}\n")).next().unwrap().to_owned()
}

#[test]
fn each_dialect_has_its_own_keys() {
    let expected = [
        (
            Dialect::Plain,
            r#"title: "Panneaux sur le canal : « une première »"
question: "Qui paie ?"
teaser: "L’ombre vaut de l’or"
authors: ["Dana Whitcombe"]
published: "2025-06-17"
language: "fr"
url: "https://canal.example/fr/"
tags: ["eau", "énergie"]
references: [{"kind": "document", "title": "Bilan"}]
layout: "page"
weight: 5"#,
        ),
        (
            Dialect::Jekyll,
            r#"title: "Panneaux sur le canal : « une première »"
question: "Qui paie ?"
teaser: "L’ombre vaut de l’or"
author: "Dana Whitcombe"
date: "2025-06-17"
lang: "fr"
canonical_url: "https://canal.example/fr/"
tags: ["eau", "énergie"]
references: [{"kind": "document", "title": "Bilan"}]
layout: "page"
weight: 5"#,
        ),
        (
            Dialect::Hugo,
            r#"title: "Panneaux sur le canal : « une première »"
description: "L’ombre vaut de l’or"
date: "2025-06-17"
tags: ["eau", "énergie"]
layout: "page"
weight: 5
params: {"question": "Qui paie ?", "authors": ["Dana Whitcombe"], "language": "fr", "url": "https://canal.example/fr/", "references": [{"kind": "document", "title": "Bilan"}]}"#,
        ),
        (
            Dialect::Zola,
            r#"title = "Panneaux sur le canal : « une première »"
description = "L’ombre vaut de l’or"
authors = ["Dana Whitcombe"]
date = 2025-06-17
weight = 5

[extra]
question = "Qui paie ?"
language = "fr"
url = "https://canal.example/fr/"
references = [{kind = "document", title = "Bilan"}]
commentary-keys = {layout = "page"}
commentary_order = ["layout", "weight"]

[taxonomies]
tags = ["eau", "énergie"]"#,
        ),
        (
            Dialect::Astro,
            r#"title: "Panneaux sur le canal : « une première »"
question: "Qui paie ?"
description: "L’ombre vaut de l’or"
authors: ["Dana Whitcombe"]
pubDate: "2025-06-17"
lang: "fr"
canonicalURL: "https://canal.example/fr/"
tags: ["eau", "énergie"]
references: [{"kind": "document", "title": "Bilan"}]
layout: "page"
weight: 5"#,
        ),
    ];
    assert_eq!(expected.len(), Dialect::ALL.len());
    for (dialect, lines) in expected {
        assert_eq!(front(&canal(), dialect), lines, "{dialect}");
    }
    assert_round_trips(&canal());
}

#[test]
fn names_are_read_back() {
    for dialect in Dialect::ALL {
        assert_eq!(dialect.to_string().parse(), Ok(*dialect));
    }
}

#[test]
fn an_empty_article_is_an_empty_file_in_every_dialect() {
    for &dialect in Dialect::ALL {
        assert_eq!(write(&Article::default(), dialect), "");
    }
}

#[test]
fn dates_of_every_precision_come_back() {
    for date in [
        "2025", "2025-06", "2025-06-17", "2025-06-17T18:40", "2025-06-17T18:40Z", "2025-06-17T18:40:00",
        "2025-06-17T18:40:00.5+02:00", "0001-01-01", "9999-12-31T23:59:59.999999999-23:59",
    ] {
        let mut article = Article::default().published(date.parse::<Date>().unwrap());
        assert_round_trips(&article);
        article.extra.insert("updated", date);
        article.extra.insert("published", false);
        assert_round_trips(&article);
    }
    let article = Article::default().published("2025-06".parse::<Date>().unwrap());
    assert_eq!(front(&article, Dialect::Zola), "[extra]\npublished = \"2025-06\"");
    assert_eq!(front(&article, Dialect::Hugo), "params: {\"published\": \"2025-06\"}");
    assert_eq!(front(&article, Dialect::Jekyll), "published: \"2025-06\"");
}

/// Keys of every kind: those of fields, those of dialects, of tables, of our own guard, and any other.
const KEYS: &[&str] = &[
    "title", "question", "teaser", "description", "authors", "author", "published", "date", "pubDate", "language",
    "lang", "url", "canonical_url", "canonicalURL", "tags", "taxonomies", "references", "params", "extra",
    "commentary", "commentary_order", "weight", "draft", "updated", "layout", "permalink", "", "a b", "ключ", "a.b",
    "-", "1", "\n", "\"", "'", "__proto__", "<<", "sections", "front_matter",
];

fn values() -> Vec<Value> {
    let object = |key: &str, value: Value| Value::Object(Extra::from_iter([(key, value)]));
    vec![
        Value::Null,
        true.into(),
        5.into(),
        Value::Number("1e400".parse().unwrap()),
        Value::Number("12345678901234567890".parse().unwrap()),
        Value::Number("1.10".parse().unwrap()),
        Value::Number("-0".parse().unwrap()),
        "".into(),
        "text".into(),
        "2025-06-17".into(),
        "/path".into(),
        "{\"title\": \"T\"}".into(),
        "{\"extra\": {\"a\": 1}}".into(),
        "a\n+++\n---\nb: c".into(),
        vec![].into(),
        vec!["a".into(), "b".into()].into(),
        vec!["weight".into(), "layout".into()].into(),
        vec![Value::Null, 1.into()].into(),
        Value::Object(Extra::new()),
        object("title", "T".into()),
        object("authors", "A".into()),
        object("authors", vec![object("name", "A".into())].into()),
        object("tags", vec!["t".into()].into()),
        object("tags", vec![Value::Null].into()),
        object("commentary", "x".into()),
        object("commentary", object("weight", 1.into())),
        object("commentary_order", vec![].into()),
        object("extra", object("extra", Value::Null)),
        object("published", "2025".into()),
        object("references", vec!["https://a.example/".into()].into()),
        object("color", "red".into()),
    ]
}

#[test]
fn any_key_with_any_value_comes_back_beside_any_field() {
    let bare = Article::default();
    let titled = Article::new("T").teaser("U");
    for base in [&bare, &titled, &canal()] {
        for key in KEYS {
            for value in values() {
                let mut article = base.clone();
                article.extra.insert(*key, value);
                assert_round_trips(&article);
            }
        }
    }
}

#[test]
fn any_two_keys_come_back_in_their_order() {
    let values = values();
    for (position, first) in KEYS.iter().enumerate() {
        for (other, second) in KEYS.iter().enumerate() {
            let mut article = if (position + other) % 2 == 0 { canal() } else { Article::default() };
            article.extra = Extra::from_iter([
                (*first, values[(position * 7 + other) % values.len()].clone()),
                (*second, values[(position + other * 5) % values.len()].clone()),
            ]);
            assert_round_trips(&article);
        }
    }
}

#[test]
fn authors_and_references_of_any_shape_come_back() {
    let mut author = Author::new("Priya");
    author.affiliation = Some("Le Courrier".into());
    author.url = Some("mailto:p@courier.example".into());
    author.extra = Extra::from_iter([("name", Value::Null), ("commentary", "also".into())]);
    let mut reference = Reference::to("not a url\n+++\n");
    reference.authors = vec![author.clone(), Author::from("")];
    reference.published = "2025-06".parse().ok();
    reference.extra.insert("pages", Value::Number("1e999".parse().unwrap()));
    for authors in [vec![author.clone()], vec!["A".into()], vec!["A".into(), author], vec!["A".into(), "B".into()]] {
        let mut article =
            Article::default().reference(reference.clone()).reference(Reference::to("https://a.example/"));
        article.authors = authors;
        assert_round_trips(&article);
        article.references.clear();
        article.url = Some("/relative".into());
        assert_round_trips(&article);
        article.url = Some("//host/path".into());
        article.extra.insert("url", "/shadow");
        assert_round_trips(&article);
    }
}

#[test]
fn no_value_can_end_the_front_matter_or_add_a_key() {
    for value in [
        "a\n---\nb: c", "a\n+++\n[extra]\nb = 1", "\"\"\"", "'''", "a\r+++", "\u{2028}\u{85}x", "\\", "#", "]", "}",
        "\u{0}\u{7f}\u{feff}\u{fffe}", "😀", "{{ site.key }}", "2025-06-17", "true", "5",
    ] {
        let mut article = Article::new(value).teaser(value).author(value);
        article.question = Some(value.into());
        article.tags.push(value.into());
        article.extra.insert(value, value);
        for &dialect in Dialect::ALL {
            let text = write(&article, dialect);
            let marks = text.lines().filter(|line| matches!(*line, "---" | "+++")).count();
            assert_eq!(marks, 2, "{text}");
            assert!(!text.contains(['\r', '\u{2028}', '\u{85}', '\0', '\u{feff}']));
        }
        assert_round_trips(&article);
    }
}

#[test]
fn what_moves_from_one_generator_to_another_works_there() {
    let hugo = "---\ntitle: T\ncategories: [a]\ndraft: true\nweight: 3\nslug: t\naliases: [/old/]\n---\n\nText.\n";
    let article = from_str(hugo).unwrap();
    let zola = front(&article, Dialect::Zola);
    for line in ["draft = true", "weight = 3", "slug = \"t\"", "aliases = [\"/old/\"]"] {
        assert!(zola.split("\n\n").next().unwrap().lines().any(|own| own == line), "{zola}");
    }
    assert!(zola.contains("[extra]\ncommentary-keys = {categories = [\"a\"]}\n"), "{zola}");
    assert_round_trips(&article);

    let zola = "+++\ntitle = \"T\"\ndate = 2025-06-17\nupdated = 2025-06-18\n\n[taxonomies]\ntags = [\"a\"]\nseries = [\"s\"]\n\n[extra]\ncolor = \"red\"\n+++\n\nText.\n";
    let article = from_str(zola).unwrap();
    assert_eq!(write(&article, Dialect::Zola), zola);
    assert_eq!(
        front(&article, Dialect::Jekyll),
        "title: \"T\"\ndate: \"2025-06-17\"\ntags: [\"a\"]\nupdated: \"2025-06-18\"\ntaxonomies: {\"series\": [\"s\"]}\nextra: {\"color\": \"red\"}"
    );
    assert_round_trips(&article);
}

#[test]
fn a_stance_needs_no_dialect() {
    let article = Article::default().section(Section::perspective(Stance::Optimistic).paragraph("Good."));
    assert_round_trips(&article);
}
