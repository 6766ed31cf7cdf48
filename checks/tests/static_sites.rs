//! What static-site generators see of an article: front matter that any reader of YAML and TOML reads the same, keys that
//! are kept, headings that are shown.

use std::path::Path;
use std::{env, fs};

use commentary::markdown::{Dialect, Writer, from_str};
use commentary::{Article, Author, Reference, ReferenceKind, parse};
use commentary_checks::hostile;
use commentary_checks::samples::samples;
use serde_json::Value;

mod python;

/// A sample's text, where the samples are here.
fn sample(number: &str) -> Option<String> {
    let sample = samples()?.into_iter().find(|sample| sample.folder == "full" && sample.name.starts_with(number));
    Some(sample.expect("there is such a sample").text)
}

/// What stands between the fences.
fn front(text: &str) -> &str {
    let (mark, rest) = text.split_at(4);
    let end = rest.find(&format!("\n{mark}")).map_or(0, |end| end + 1);
    &rest[..end]
}

fn yaml(front: &str) -> Value {
    serde_saphyr::from_str(front).unwrap_or_else(|error| panic!("{error}\n{front}"))
}

fn toml(front: &str) -> Value {
    toml::from_str(front).unwrap_or_else(|error| panic!("{error}\n{front}"))
}

#[test]
fn a_jekyll_page_keeps_all_its_keys() {
    let Some(page) = sample("13-") else { return };
    let article = from_str(&page).expect("the page is read");
    let written = Writer::new().dialect(Dialect::Jekyll).article(&article);
    assert_eq!(from_str(&written), Ok(article), "{written}");
    assert_eq!(yaml(front(&written)), yaml(front(&page)));
    let keys: Vec<&str> = front(&written).lines().filter_map(|line| line.split(':').next()).collect();
    assert_eq!(keys, ["title", "teaser", "lang", "layout", "subheadline", "permalink", "redirect_to"]);
    // The body of the page needs no comment: its headings say what they are.
    assert!(!written.contains("<!--"), "{written}");
}

#[test]
fn the_sections_of_a_text_without_headings_are_named_in_its_language() {
    let Some(seed) = sample("00-") else { return };
    let article = parse(&seed).article;
    for &dialect in Dialect::ALL.iter().filter(|dialect| **dialect != Dialect::Plain) {
        let written = Writer::new().dialect(dialect).article(&article);
        assert_eq!(from_str(&written).as_ref(), Ok(&article), "{written}");
        let shown: Vec<&str> = written.lines().filter_map(|line| line.strip_prefix("## ")).collect();
        let views = ["Point de vue neutre", "Un exemple concret", "Point de vue optimiste", "Point de vue pessimiste"];
        assert!(views.iter().all(|view| shown.contains(view)), "{shown:?}");
    }
}

/// The longest key, in bytes, that is written as one: YAML's readers take no long ones.
const MAX_KEY: usize = 166;

#[test]
fn a_key_too_long_for_yaml_comes_back() {
    for length in [MAX_KEY, MAX_KEY + 1, 100_000] {
        let mut article = Article::new("T");
        article.extra.insert("\u{1}".repeat(length), 1);
        for &dialect in Dialect::ALL {
            let written = Writer::new().dialect(dialect).article(&article);
            assert_eq!(from_str(&written).as_ref(), Ok(&article));
            let lines = front(&written);
            let read = if dialect == Dialect::Zola { toml(lines) } else { yaml(lines) };
            assert_eq!(read["title"], "T");
        }
    }
}

/// An article that says a value wherever it can say a text.
fn everywhere(value: &str) -> Article {
    let mut author = Author::new(value);
    author.affiliation = Some(value.into());
    author.url = Some(value.into());
    author.extra.insert("orcid", value);
    let mut reference = Reference::new(ReferenceKind::from(value));
    reference.id = Some(value.into());
    reference.url = Some(value.into());
    reference.title = Some(value.into());
    reference.outlet = Some(value.into());
    reference.authors = vec![value.into()];
    reference.extra.insert("note", value);
    let mut article = Article::new(value).teaser(value).author(value).author(author).reference(reference);
    article.question = Some(value.into());
    article.url = Some(value.into());
    article.tags = vec![value.into(), value.into()];
    article.extra.insert("layout", value);
    article.extra.insert(if value.len() > MAX_KEY { "key" } else { value }, vec![value.into()]);
    article
}

/// Where the values stand in the front matter of a dialect, each as a JSON pointer.
fn places(dialect: Dialect, value: &str) -> Vec<String> {
    let (own, teaser, url) = match dialect {
        Dialect::Hugo => ("/params", "/description", if is_path(value) { "/url" } else { "/params/url" }),
        Dialect::Zola => ("/extra", "/description", "/extra/url"),
        Dialect::Astro => ("", "/description", "/canonicalURL"),
        Dialect::Jekyll => ("", "/teaser", "/canonical_url"),
        _ => ("", "/teaser", "/url"),
    };
    let tags = if dialect == Dialect::Zola { "/taxonomies/tags" } else { "/tags" };
    let mut places = vec!["/title".to_owned(), teaser.to_owned(), url.to_owned()];
    places.extend(["0", "1"].map(|item| format!("{tags}/{item}")));
    let members = [
        "question", "authors/0", "authors/1/name", "authors/1/affiliation", "authors/1/url", "references/0/id",
        "references/0/url", "references/0/title", "references/0/outlet", "references/0/authors/0", "references/0/note",
    ];
    places.extend(members.map(|member| format!("{own}/{member}")));
    places
}

fn is_path(value: &str) -> bool {
    value.starts_with('/') && !value.starts_with("//")
}

#[test]
fn every_hostile_value_is_read_the_same_by_other_readers() {
    let Some(folder) = hostile::folder(Path::new(env!("CARGO_TARGET_TMPDIR"))) else { return };
    let file = fs::read(folder.join("field_values.json")).expect("there are field values");
    let values: Vec<Value> = serde_json::from_slice(&file).expect("they are a list");
    assert!(values.len() >= 190, "{}", values.len());
    let mut pages = Vec::new();
    for value in &values {
        let value = value.as_str().or_else(|| value["value"].as_str()).expect("a value is a text");
        let article = everywhere(value);
        for &dialect in Dialect::ALL {
            let written = Writer::new().dialect(dialect).article(&article);
            assert_eq!(from_str(&written).as_ref(), Ok(&article), "{dialect}:\n{written}");
            let lines = front(&written);
            let read = if dialect == Dialect::Zola { toml(lines) } else { yaml(lines) };
            for place in places(dialect, value) {
                let told = read.pointer(&place).and_then(Value::as_str);
                assert!(told == Some(value), "{dialect} {place}: {value:.99?} is read as {told:.99?}\n{written:.999}");
            }
            if dialect != Dialect::Zola {
                pages.push((lines.to_owned(), read));
            }
        }
    }
    python::assert_reads(&pages);
}
