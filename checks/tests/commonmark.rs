//! The examples of the CommonMark specification: read as blocks, written again, and rendered by two other engines. The
//! HTML must be that of the original.
//!
//! The examples are not part of this repository: `COMMONMARK_EXAMPLES` names their JSON file, or it lies in
//! `../shared/commonmark` beside the repository.

use std::path::PathBuf;

use commentary::markdown::{Reader, Writer};
use commentary::{Article, Section};
use serde_json::Value;

/// One example: its number and its Markdown.
struct Example {
    number: u64,
    markdown: String,
}

/// The examples, or `None` where their file is not there.
fn examples() -> Option<Vec<Example>> {
    let beside = PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("../../shared/commonmark/examples-0.31.2.json");
    let file = std::env::var_os("COMMONMARK_EXAMPLES").map_or(beside, PathBuf::from);
    let text = std::fs::read_to_string(file).ok()?;
    let list: Vec<Value> = serde_json::from_str(&text).expect("the examples are a JSON list");
    let example = |value: &Value| Example {
        number: value["example"].as_u64().expect("an example has a number"),
        markdown: value["markdown"].as_str().expect("an example has Markdown").to_owned(),
    };
    Some(list.iter().map(example).collect())
}

/// Says in the test's output that nothing was checked.
#[expect(clippy::print_stderr, reason = "a check that did not run must say so")]
fn say_skipped() {
    eprintln!("skipped: set COMMONMARK_EXAMPLES to the JSON file of the CommonMark 0.31.2 examples");
}

fn pulldown(markdown: &str) -> String {
    let mut html = String::new();
    pulldown_cmark::html::push_html(&mut html, pulldown_cmark::Parser::new(markdown));
    html
}

fn comrak(markdown: &str) -> String {
    let mut options = comrak::Options::default();
    options.render.r#unsafe = true;
    comrak::markdown_to_html(markdown, &options)
}

/// The numbers of the examples whose HTML changes in this engine.
fn changed(examples: &[Example], render: fn(&str) -> String) -> Vec<u64> {
    let changes = |example: &&Example| {
        let blocks = Reader::new().blocks(&example.markdown);
        let written = Writer::new().trusted().blocks(&blocks);
        render(&written) != render(&example.markdown)
    };
    examples.iter().filter(changes).map(|example| example.number).collect()
}

/// The examples that do not survive, by engine. A number may only leave these lists.
const CHANGED_IN_PULLDOWN: &[u64] = &[];
const CHANGED_IN_COMRAK: &[u64] = &[];

#[test]
fn the_html_of_every_example_survives_but_for_those_listed() {
    let Some(examples) = examples() else { return say_skipped() };
    assert_eq!(examples.len(), 652);
    assert_eq!(changed(&examples, pulldown), CHANGED_IN_PULLDOWN);
    assert_eq!(changed(&examples, comrak), CHANGED_IN_COMRAK);
}

#[test]
fn the_blocks_of_every_example_come_back_trusted_or_not() {
    let Some(examples) = examples() else { return say_skipped() };
    for Example { number, markdown } in &examples {
        let blocks = Reader::new().blocks(markdown);
        for writer in [Writer::new(), Writer::new().trusted()] {
            let written = writer.blocks(&blocks);
            let again = Reader::new().blocks(&written);
            assert_eq!(again, blocks, "example {number} as {written:?}");
            assert_eq!(writer.blocks(&again), written, "example {number} is written otherwise again");
            // In an article's body, its own headings among them.
            let mut article = Article::new("T").section(Section::summary());
            article.sections.iter_mut().for_each(|section| section.body.clone_from(&blocks));
            let written = writer.article(&article);
            assert_eq!(Reader::new().article(&written).as_ref(), Ok(&article), "example {number} as {written:?}");
        }
    }
}
