//! No backslash that a text does without: take any away, and an engine reads something else.

use commentary::markdown::{Dialect, Writer};
use commentary::parse;
use commentary_checks::samples::samples;

fn pulldown(markdown: &str) -> String {
    let mut html = String::new();
    pulldown_cmark::html::push_html(&mut html, pulldown_cmark::Parser::new(markdown));
    html
}

fn comrak(markdown: &str) -> String {
    comrak::markdown_to_html(markdown, &comrak::Options::default())
}

/// The lines that hold a backslash without which both engines read the same.
fn needless(markdown: &str) -> Vec<String> {
    let shown = (pulldown(markdown), comrak(markdown));
    let is_needless = |at: usize| {
        let without = format!("{}{}", &markdown[..at], &markdown[at + 1..]);
        (pulldown(&without), comrak(&without)) == shown
    };
    let places = markdown.match_indices('\\').map(|(at, _)| at).filter(|&at| is_needless(at));
    places.map(|at| format!("{:?}", &markdown[..at].rsplit('\n').next().unwrap_or_default())).collect()
}

/// The body: what stands below the front matter.
fn body(text: &str) -> &str {
    text.split_once("\n---\n").map_or(text, |(_, body)| body)
}

#[test]
fn the_check_finds_a_backslash_that_is_not_needed() {
    assert_eq!(needless("a\\_b\n").len(), 1);
    assert_eq!(needless("\\# a\n\n1\\. b\n\n&amp\\;\n").len(), 0);
}

#[test]
fn the_seed_has_none() {
    let Some(samples) = samples() else { return };
    let seed = samples.iter().find(|sample| sample.folder == "full" && sample.name.starts_with("00-"));
    let article = parse(&seed.expect("there is a seed").text).article;
    for dialect in [Dialect::Plain, Dialect::Jekyll] {
        let written = Writer::new().dialect(dialect).article(&article);
        assert_eq!(needless(body(&written)), Vec::<String>::new(), "{written}");
        assert!(!body(&written).contains('\\'), "{written}");
    }
}
