//! Hostile values in every text field of an article: read back as they are, and shown as nothing but text.

mod engines;
mod fields;
mod outline;

use std::fmt::Write as _;
use std::fs;
use std::path::Path;

use commentary::markdown::{self, Writer};
use commentary::{Article, json};
use commentary_checks::hostile;
use serde::Deserialize;

use engines::{Addresses, ENGINES};
use fields::FIELDS;
use outline::{Outline, Part, expected};

/// A value, and whether a reader may refuse it.
#[derive(Deserialize)]
struct Row {
    value: String,
    may_reject: bool,
}

#[derive(Deserialize)]
struct Address {
    input: String,
}

/// The values, and the addresses of the other table, which are values too.
fn values() -> Option<Vec<Row>> {
    let folder = hostile::folder(Path::new(env!("CARGO_TARGET_TMPDIR")))?;
    let mut rows: Vec<Row> = table(&folder.join("field_values.json"));
    assert!(rows.len() >= 196, "only {} values", rows.len());
    let addresses: Vec<Address> = table(&folder.join("urls.json"));
    rows.extend(addresses.into_iter().map(|Address { input }| Row { may_reject: input.is_empty(), value: input }));
    Some(rows)
}

fn table<T: for<'de> Deserialize<'de>>(file: &Path) -> Vec<T> {
    serde_json::from_slice(&fs::read(file).expect("the table is there")).expect("the table is JSON")
}

/// Runs a check on every value in every field, and fails with all that it finds.
fn check_all(check: impl Fn(&Row, &Article) -> Result<(), String>) {
    let Some(rows) = values() else { return };
    let mut failures = String::new();
    for row in &rows {
        for (name, article) in FIELDS {
            let short: String = row.value.chars().take(60).collect();
            if let Err(why) = check(row, &article(&row.value)) {
                let why: String = why.chars().take(600).collect();
                writeln!(failures, "{short:?} as {name}: {why}").unwrap();
            }
        }
    }
    let count = failures.lines().count();
    assert!(failures.is_empty(), "{count} failures:\n{failures}");
}

/// An article of which JSON has no form: an unknown key that has a field of its own.
fn is_refused(article: &Article) -> bool {
    json::to_string(article).is_err()
}

#[test]
fn every_value_is_read_back_from_every_field() {
    check_all(|_, article| {
        let stored = json::to_string(article).map_err(|error| error.to_string())?;
        let read = json::from_str(&stored).map_err(|error| error.to_string())?;
        if read != *article {
            return Err(stored);
        }
        for writer in [Writer::new(), Writer::new().trusted()] {
            let written = writer.article(article);
            let read = markdown::from_str(&written).map_err(|error| error.to_string())?;
            if read != *article || writer.article(&read) != written {
                return Err(written);
            }
        }
        Ok(())
    });
}

#[test]
fn every_value_is_shown_as_text_and_nothing_else() {
    check_all(|row, article| {
        let written = markdown::to_string(article);
        let body = body(article, &written)?;
        let expected = expected(article);
        for engine in ENGINES {
            let shown = (engine.show)(body);
            let (shown, expected) = match engine.addresses {
                Addresses::Text => (shown, expected.clone()),
                Addresses::Link => (shown.without_bare_links(), expected.without_bare_links()),
            };
            // What a reader may refuse has no visible text: it need not make a block.
            let holds = shown == expected || (row.may_reject && adds_nothing(&shown, &expected));
            if !holds {
                return Err(format!("{}: {body:?} is shown as {:?}, not {:?}", engine.name, shown.0, expected.0));
            }
        }
        Ok(())
    });
}

/// The text below the front matter, which has one line for each key that the article has.
fn body<'a>(article: &Article, written: &'a str) -> Result<&'a str, String> {
    let set = [
        article.title.is_some(),
        article.question.is_some(),
        article.teaser.is_some(),
        !article.authors.is_empty(),
        article.published.is_some(),
        article.language.is_some(),
        article.url.is_some(),
        !article.tags.is_empty(),
        !article.references.is_empty(),
    ];
    let keys = set.iter().filter(|is_set| **is_set).count() + article.extra.len();
    let mut lines = written.split_inclusive('\n');
    let mut length = 0;
    for (number, line) in lines.by_ref().enumerate() {
        length += line.len();
        let is_fence = line == "---\n";
        match number {
            0 if is_fence => {}
            _ if number == keys + 1 && is_fence => return Ok(written.get(length..).unwrap_or_default()),
            _ if number > 0 && number <= keys && line.contains(": ") && !is_fence => {}
            _ => break,
        }
    }
    Err(format!("expected {keys} keys in {written:?}"))
}

/// True where nothing but text and empty paragraphs differs.
fn adds_nothing(shown: &Outline, expected: &Outline) -> bool {
    let opened = |outline: &Outline| -> Vec<String> {
        let kinds = outline.0.iter().filter_map(|part| match part {
            Part::Open(kind) if kind != "paragraph" => Some(kind.clone()),
            _ => None,
        });
        kinds.collect()
    };
    opened(shown) == opened(expected)
}

#[test]
fn cmark_shows_every_value_as_comrak_does() {
    let (Some(rows), program) = (values(), engines::cmark()) else { return };
    let Some(program) = program else {
        // Past the capture of the test harness.
        std::io::Write::write_all(&mut std::io::stderr(), b"cmark is not here: skipped\n").unwrap_or_default();
        return;
    };
    for (name, article) in FIELDS {
        // Engines differ in whether a line tabulation or a form feed ends the first word of an info.
        let differs = |value: &str| *name == "code's info" && value.contains(['\u{b}', '\u{c}']);
        let articles = rows.iter().filter(|row| !differs(&row.value)).map(|row| article(&row.value));
        let sections = articles.filter(|article| !is_refused(article)).flat_map(|article| article.sections);
        let mut all = Article::default();
        all.sections.extend(sections);
        let written = markdown::to_string(&all);
        // One of them escapes brackets in addresses, the other stray per cent signs.
        let alike = |html: String| html.replace("%5B", "[").replace("%5D", "]").replace("%25", "%");
        let (ours, theirs) = (engines::comrak_html(&written), engines::cmark_html(&program, &written));
        let (ours, theirs) = (alike(ours), alike(theirs));
        let first = ours.lines().zip(theirs.lines()).find(|(ours, theirs)| ours != theirs);
        assert!(ours == theirs, "{name}: {first:?}");
    }
}
