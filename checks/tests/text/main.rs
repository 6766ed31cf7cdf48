//! Plain text: what the writer's report does not name is read back equal.
//!
//! A short run is part of the tests. The long one is
//! `PROPTEST_CASES=100000 cargo test --release -p commentary-checks --test text -- --nocapture any_article`.

mod articles;
mod light;
mod named;

use std::collections::BTreeMap;
use std::io::Write;
use std::path::Path;

use commentary::text::{Form, Writer};
use commentary::{
    Article, Author, Block, Heading, List, Parser, Perspective, Quote, Reference, Section, Stance, parse,
};
use commentary_checks::hostile::folder;
use commentary_checks::promises;
use commentary_checks::samples::samples;
use proptest::prelude::*;

use articles::{article, lines};
use light::light;
use named::expected;

/// Says something on standard error, past the capture of the test harness.
fn say(what: &str) {
    // A note that cannot be written is no reason to fail.
    writeln!(std::io::stderr(), "{what}").unwrap_or_default();
}

/// Writes an article in at least this form, reads it, and compares all that the report does not name.
fn check(article: &Article, least: Form) -> Result<Form, String> {
    let written = Writer::new().at_least(least).article(article);
    let parsed = parse(&written.text);
    promises::check(&written.text, &parsed, "a written text");
    let read = parsed.article;
    let expected = expected(article, &read, &written.report);
    if expected == read {
        return Ok(written.form);
    }
    let (wanted, found) = (format!("{expected:#?}"), format!("{read:#?}"));
    let same = wanted.lines().zip(found.lines()).take_while(|(wanted, found)| wanted == found).count();
    let near = |text: &str| text.lines().skip(same.saturating_sub(8)).take(16).collect::<Vec<_>>().join("\n");
    let (wanted, found) = (near(&wanted), near(&found));
    let commentary::text::Written { text, report, form, .. } = written;
    Err(format!("{form:?}\n{text}\n{report}\nexpected\n{wanted}\nread\n{found}"))
}

proptest! {
    #![proptest_config(ProptestConfig { failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn any_article_is_read_back_but_for_what_is_named(article in article()) {
        for form in [Form::Lines, Form::FrontMatter, Form::Markers] {
            if let Err(difference) = check(&article, form) {
                return Err(TestCaseError::fail(difference));
            }
        }
    }
}

proptest! {
    #![proptest_config(ProptestConfig { failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn any_marked_text_is_tiled_and_what_it_says_is_read_back(lines in lines()) {
        let text = format!("---\nsections: marked\n---\n{lines}");
        let parsed = parse(&text);
        promises::check(&text, &parsed, &text);
        prop_assert_eq!(parsed.article.language, None);
        prop_assert!(parsed.article.extra.get("sections").is_none());
        // What is in the article is written and read as itself.
        if let Err(difference) = check(&parse(&text).article, Form::Markers) {
            return Err(TestCaseError::fail(difference));
        }
    }
}

proptest! {
    #![proptest_config(ProptestConfig { failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn any_article_of_plain_lines_is_read_back(article in light()) {
        for form in [Form::Lines, Form::FrontMatter] {
            if let Err(difference) = check(&article, form) {
                return Err(TestCaseError::fail(difference));
            }
        }
        prop_assert!(Writer::new().article(&article).report.iter().all(|finding| finding.name == "lost-citation"));
    }
}

#[test]
fn many_plain_articles_need_no_front_matter() {
    use proptest::strategy::ValueTree;
    let mut runner = proptest::test_runner::TestRunner::deterministic();
    let article = |_| light().new_tree(&mut runner).unwrap().current();
    let forms: Vec<Form> = (0..300).map(article).map(|article| Writer::new().article(&article).form).collect();
    let share = |form: Form| forms.iter().filter(|&&found| found == form).count() * 100 / forms.len();
    let shares = [share(Form::Lines), share(Form::FrontMatter), share(Form::Markers)];
    say(&format!("plain articles, in per cent: lines, front matter, markers {shares:?}"));
    assert!(shares.iter().all(|&share| share >= 10), "{shares:?}");
}

#[test]
fn what_is_read_from_the_samples_is_read_back() {
    let Some(samples) = samples() else { return };
    let (mut forms, mut names): (BTreeMap<Form, usize>, BTreeMap<String, usize>) = Default::default();
    let mut whole = 0;
    for sample in &samples {
        let article = Parser::new().parse(&sample.text).article;
        let form = check(&article, Form::Lines).unwrap_or_else(|difference| panic!("{}: {difference}", sample.name));
        check(&article, Form::Markers).unwrap_or_else(|difference| panic!("{}: {difference}", sample.name));
        *forms.entry(form).or_default() += 1;
        let report = Writer::new().article(&article).report;
        whole += usize::from(report.is_empty());
        for name in report.names() {
            *names.entry(name.to_owned()).or_default() += 1;
        }
    }
    say(&format!("{whole} of {} carried wholly; forms {forms:?}; losses {names:?}", samples.len()));
    assert!(whole * 10 >= samples.len() * 9, "only {whole} of {} are carried wholly", samples.len());
}

/// The article that has this text in all its fields at once.
fn full_of(value: &str) -> Article {
    let mut view = Perspective::new(Stance::from(value));
    (view.holder, view.thesis, view.label) = (Some(value.into()), Some(value.into()), Some(value.into()));
    view.replies.push(Section::perspective(Stance::Against).heading(value).paragraph(value));
    let mut author = Author::new(value);
    (author.affiliation, author.url) = (Some(value.into()), Some(value.into()));
    author.extra.insert(value, value);
    let mut reference = Reference::to(value);
    (reference.id, reference.title, reference.outlet) = (Some(value.into()), Some(value.into()), Some(value.into()));
    reference.authors.push(author.clone());
    reference.extra.insert(value, value);
    let mut section = Section::new(value)
        .heading(value)
        .paragraph(value)
        .block(Heading::new(3, value))
        .block(List::bullets([value, "plain"]))
        .block(List::numbered(1, ["plain", value]))
        .block(Quote::from(vec![Block::paragraph(value), Block::paragraph("plain")]));
    section.extra.insert(value, value);
    let mut article = Article::new(value).teaser(value).author(author).reference(reference).section(section);
    (article.question, article.url) = (Some(value.into()), Some(value.into()));
    article.tags = vec![value.into(), "plain".into()];
    article.extra.insert(value, value);
    article.section(view)
}

/// Articles that have this text in one field each, among plain ones.
fn with(value: &str) -> Vec<Article> {
    let plain = || {
        Article::new("The bridge closes to cars").author("Ida Sorensen").section(
            Section::summary()
                .heading("The facts")
                .paragraph("The city closed the bridge to cars on Monday, for two years."),
        )
    };
    let view = |section: Section| {
        plain().section(section).section(
            Section::perspective(Stance::Against)
                .heading("The case against")
                .paragraph("The detour will cost an hour a day."),
        )
    };
    let own = || Section::perspective(Stance::For).heading("The case for");
    let mut titled = plain();
    titled.title = Some(value.into());
    vec![
        titled,
        plain().teaser(value),
        plain().author(value),
        plain().reference(Reference::to(value)),
        plain().section(Section::perspective(Stance::For).heading(value).paragraph("Children will walk in safety.")),
        view(own().paragraph(value)),
        view(own().paragraph(value).paragraph("Children will walk to school in safety.")),
        view(own().block(List::bullets([value]))),
        view(own().block(Quote::from(vec![Block::paragraph(value)]))),
        view(own().block(Heading::new(3, value)).paragraph("Children will walk to school in safety.")),
    ]
}

#[test]
fn no_value_of_a_field_becomes_anything_else() {
    let Some(folder) = folder(Path::new(env!("CARGO_TARGET_TMPDIR"))) else { return };
    let values = std::fs::read_to_string(folder.join("field_values.json")).unwrap();
    let values: Vec<serde_json::Value> = serde_json::from_str(&values).unwrap();
    let values: Vec<&str> = values.iter().filter_map(|value| value["value"].as_str()).collect();
    assert!(values.len() > 150, "only {} values", values.len());
    let (mut whole, mut all) = (0, 0);
    for value in values {
        let articles = std::iter::once(full_of(value)).chain(with(value));
        for article in articles {
            for form in [Form::Lines, Form::FrontMatter, Form::Markers] {
                check(&article, form).unwrap_or_else(|difference| panic!("{value:?}: {difference}"));
            }
            (whole, all) = (whole + usize::from(Writer::new().article(&article).report.is_empty()), all + 1);
        }
    }
    say(&format!("{whole} of {all} articles with a hostile value are carried wholly"));
}
