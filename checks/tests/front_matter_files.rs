//! Hostile front matter: each file of `md/front-*` becomes what its table says.

use std::path::Path;
use std::time::{Duration, Instant};

use commentary::markdown::{Dialect, Error, Reader, Writer, from_str, to_string};
use commentary::{Article, Report, Value};
use commentary_checks::hostile::hostile;

/// What must become of a file.
enum Must {
    /// It is read, and this holds of it.
    Read(fn(&Article, &Report) -> bool),
    /// It is refused with a message that holds this.
    Refuse(&'static str),
    /// It is one or the other: only what holds of all files is asked.
    Either,
}
use Must::{Either, Read, Refuse};

fn title(article: &Article) -> Option<&str> {
    article.title.as_deref()
}

fn extra<'a>(article: &'a Article, key: &str) -> Option<&'a str> {
    article.extra.get(key).and_then(Value::as_str)
}

/// The number of a file, and what must become of it.
const FILES: &[(u8, Must)] = &[
    (1, Refuse("line 1, column 1: the front matter opened here is never closed by `---`")),
    (2, Refuse("line 1, column 1: the front matter opened here is never closed by `---`")),
    // The table refuses an article without a title; here that is for validation to say: `missing-title`.
    (3, Read(|article, _| title(article).is_none() && article.sections.len() == 1)),
    (4, Read(|article, _| title(article) == Some("T") && article.authors.len() == 1 && article.sections.is_empty())),
    (5, Read(|article, _| title(article) != Some("\"T\"") && article.extra.is_empty())),
    (6, Read(|article, _| title(article) == Some("T") && article.authors.len() == 1)),
    (7, Read(|article, _| article.extra.is_empty() && article.authors.is_empty())),
    (8, Read(|article, _| article.extra.is_empty() && article.authors.is_empty())),
    (9, Read(|article, _| title(article) == Some("T"))),
    (10, Read(|article, _| title(article) == Some("T"))),
    (11, Read(|article, _| title(article) == Some("T") && article.authors.len() == 1 && article.sections.is_empty())),
    (12, Refuse("line 3, column 1: the key “title” stands twice")),
    (13, Read(|article, _| extra(article, "layout") == Some("post"))),
    (14, Refuse("line 2, column 8: expected a text for “title”")),
    (
        15,
        Read(|article, _| {
            title(article) == Some("no")
                && article.authors[0].name == "1e3"
                && article.tags == ["on", "0o17", "12:30", "2025-04-05", "~", "null"]
        }),
    ),
    (16, Refuse("line 2, column 5: an anchor (`&`) cannot be read here")),
    (17, Refuse("line 2, column 8: an anchor (`&`) cannot be read here")),
    (18, Refuse("lists and objects stand more than 128 deep in one another")),
    (19, Refuse("lists and objects stand more than 128 deep in one another")),
    (20, Refuse("line 2, column 5: an anchor (`&`) cannot be read here")),
    (21, Read(|article, _| article.extra.len() == 100_000)),
    (22, Either),
    (23, Refuse("never closed")),
    (24, Refuse("line 2, column 8: a tag (`!`) cannot be read here")),
    (25, Read(|article, _| extra(article, "<<") == Some("base") && extra(article, "base") == Some("b"))),
    (26, Refuse("line 2, column 1:")),
    (27, Read(|article, _| title(article) == Some("T\nU\n") && article.authors[0].name == "A B")),
    (28, Refuse("line 3, column")),
    (29, Read(|article, _| title(article) == Some("a\"b\\c/d\u{8}\u{c}\n\r\té\u{2028}"))),
    (30, Read(|article, _| title(article) == Some("😀"))),
    (31, Refuse("line 2, column")),
    (32, Refuse("line 2, column 8: expected a text with its closing quote on the same line, found “\"T”")),
    // The naive writer's file is read as it stands: one title, and the rest is text.
    (33, Read(|article, _| title(article) == Some("T") && article.extra.is_empty() && !article.sections.is_empty())),
    (34, Read(|article, _| article.extra.is_empty() && !article.sections.is_empty())),
    (35, Read(|article, _| title(article) == Some("T") && article.published.is_some() && article.sections.is_empty())),
    // JSON may open a text, so it stays text, with a warning.
    (36, Read(|article, report| title(article) == Some("T") || report.names() == ["json-front-matter"])),
    // The title is that of the heading; the key is another.
    (37, Read(|article, _| title(article) == Some("T") && extra(article, "titl\u{435}") == Some("T"))),
    (
        38,
        Read(|article, _| {
            let keys: Vec<_> = article.extra.iter().map(|(key, _)| key).collect();
            keys == ["__proto__", "@context", "$schema"]
        }),
    ),
    // The message need not show the key; it never shows a control raw.
    (39, Refuse("line 3, column 9: expected a value, found the end of the line")),
    (40, Read(|article, _| title(article) == Some("T") && article.extra.is_empty())),
    (41, Refuse("“+262143-01-01” is no date")),
    (42, Read(|article, report| title(article) == Some("T") && report.names() == ["title-mismatch"])),
];

/// The files that are made only where all are asked for.
const LARGE: &[u8] = &[19, 20, 22, 23];

#[test]
fn each_file_becomes_what_its_table_says() {
    let Some(files) = hostile(Path::new(env!("CARGO_TARGET_TMPDIR"))) else { return };
    let mut seen = Vec::new();
    for file in &files {
        let Some(name) = file.path.strip_prefix("md/front-") else { continue };
        let number: u8 = name.split('-').next().and_then(|number| number.parse().ok()).expect("a number");
        let text = String::from_utf8(file.bytes.clone()).expect("front matter is UTF-8");
        let started = Instant::now();
        let read = Reader::new().article_and_report(&text);
        assert!(started.elapsed() < Duration::from_secs(20), "{name} takes {:?}", started.elapsed());
        let Some((_, must)) = FILES.iter().find(|(own, _)| *own == number) else { panic!("{name} is new") };
        match (&read, must) {
            (Ok((article, report)), Read(holds)) => assert!(holds(article, report), "{name}: {article:?}\n{report}"),
            (Err(error), Refuse(message)) => assert!(error.to_string().contains(message), "{name}: {error}"),
            (_, Either) => {}
            (Ok((article, _)), Refuse(_)) => panic!("{name} is read as {article:?}"),
            (Err(error), Read(_)) => panic!("{name} is refused: {error}"),
        }
        match &read {
            Ok((article, _)) => assert_comes_back(name, article, &text),
            Err(error) => assert_fit_to_print(name, error),
        }
        seen.push(number);
    }
    let missing = FILES.iter().map(|(number, _)| *number).filter(|number| !seen.contains(number));
    assert_eq!(missing.filter(|number| !LARGE.contains(number)).collect::<Vec<u8>>(), Vec::<u8>::new());
}

/// What was read comes back from every dialect, and the text is read the same the second time.
fn assert_comes_back(name: &str, article: &Article, text: &str) {
    assert_eq!(from_str(text).as_ref(), Ok(article), "{name} is read in two ways");
    assert_eq!(from_str(&to_string(article)).as_ref(), Ok(article), "{name}");
    for &dialect in Dialect::ALL.iter().filter(|_| text.len() < 100_000) {
        let written = Writer::new().dialect(dialect).article(article);
        assert_eq!(from_str(&written).as_ref(), Ok(article), "{name}, {dialect}:\n{written}");
    }
}

/// A message is short, one line, and holds nothing that a terminal obeys.
fn assert_fit_to_print(name: &str, error: &Error) {
    let message = error.to_string();
    assert!(message.len() < 1_000, "{name}: {} bytes", message.len());
    assert!(!message.contains(char::is_control), "{name}: {message:?}");
    assert!(!error.help().is_empty(), "{name}");
}

#[test]
fn line_ends_and_a_byte_order_mark_change_nothing() {
    let Some(files) = hostile(Path::new(env!("CARGO_TARGET_TMPDIR"))) else { return };
    let read = |number: &str| {
        let file = files.iter().find(|file| file.path.starts_with(&format!("md/front-{number}-"))).expect("a file");
        String::from_utf8(file.bytes.clone()).expect("UTF-8")
    };
    let plain = |text: &str| from_str(&text.replace("\r\n", "\n").replace('\u{feff}', ""));
    for number in ["09", "10"] {
        let text = read(number);
        assert_eq!(from_str(&text), plain(&text), "{number}");
    }
}
