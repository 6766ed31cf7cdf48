//! Headings that the writer adds: those of sections without one, and the title's.
#![cfg(feature = "markdown")]

use commentary::markdown::{Dialect, Headings, Reader, Writer, from_str};
use commentary::{Article, Heading, Inline, Perspective, Role, Section, Stance};

/// Every way of writing headings and the title.
fn writers() -> Vec<Writer> {
    let mut writers = Vec::new();
    for &dialect in Dialect::ALL {
        for headings in [Headings::Own, Headings::Named] {
            let writer = Writer::new().dialect(dialect).headings(headings);
            writers.extend([writer.clone(), writer.clone().title_heading(), writer.trusted().title_heading()]);
        }
    }
    writers
}

fn assert_round_trips(article: &Article) {
    for writer in writers() {
        let text = writer.article(article);
        assert_eq!(from_str(&text).as_ref(), Ok(article), "{writer:?}:\n{text}");
        assert_eq!(writer.article(&from_str(&text).unwrap()), text);
    }
}

fn views(language: &str) -> Article {
    let mut reply = Perspective::new(Stance::For);
    reply.replies = vec![Section::perspective(Stance::Against).paragraph("No.")];
    Article::new("T")
        .language(language.parse().unwrap())
        .section(Section::summary().paragraph("Facts."))
        .section(Section::perspective(Stance::Optimistic).paragraph("Good."))
        .section(Section::perspective(Stance::from("energy:nuclear")).paragraph("Maybe."))
        .section(Section::new(reply).paragraph("Yes."))
        .section(Section::new("unclassified").paragraph("Then."))
        .section(Section::new("conclusion"))
}

#[test]
fn sections_without_a_heading_are_named_where_that_is_asked() {
    let named = Writer::new().headings(Headings::Named);
    let expected = "\
<!-- commentary: {\"role\":\"summary\",\"heading\":\"added\"} -->

## Factual summary

Facts.

<!-- commentary: {\"role\":\"perspective\",\"stance\":\"optimistic\",\"heading\":\"added\"} -->

## Optimistic view

Good.

<!-- commentary: {\"role\":\"perspective\",\"stance\":\"energy:nuclear\",\"heading\":false} -->

Maybe.

<!-- commentary: {\"role\":\"perspective\",\"stance\":\"for\",\"heading\":\"added\"} -->

## Arguments for

Yes.

<!-- commentary: {\"role\":\"perspective\",\"stance\":\"against\",\"heading\":\"added\",\"reply\":1} -->

### Arguments against

No.

<!-- commentary: {\"role\":\"unclassified\",\"heading\":false} -->

Then.

<!-- commentary: {\"role\":\"conclusion\",\"heading\":\"added\"} -->

## Conclusion
";
    assert!(named.article(&views("en-GB")).ends_with(expected), "{}", named.article(&views("en-GB")));
    assert!(named.article(&views("fr")).contains("\n## Point de vue optimiste\n"));
    assert!(!Writer::new().article(&views("fr")).contains("\n## "));
    assert!(Writer::new().dialect(Dialect::Hugo).article(&views("fr")).contains("\n## Point de vue optimiste\n"));
    // No words are known for other languages.
    assert!(!named.article(&views("nl")).contains("\n## "));
    ["en", "fr", "de", "es", "it", "pt", "nl"].iter().for_each(|language| assert_round_trips(&views(language)));
}

#[test]
fn an_added_heading_has_the_level_of_the_others() {
    let article = views("en").section(Section::new("timeline").heading("When").paragraph("Then."));
    let mut deep = article.clone();
    deep.sections[6].heading.as_mut().unwrap().level = 4;
    let text = Writer::new().headings(Headings::Named).article(&deep);
    assert!(text.contains("\n#### Optimistic view\n") && text.contains("\n##### Arguments against\n"), "{text}");
    assert_round_trips(&article);
    assert_round_trips(&deep);
    deep.sections[6].heading.as_mut().unwrap().level = 6;
    assert_round_trips(&deep);
}

#[test]
fn a_heading_that_somebody_changed_is_the_sections_own() {
    let text = Writer::new().headings(Headings::Named).article(&views("en"));
    let changed = from_str(&text.replace("## Optimistic view", "## A *good* year")).unwrap();
    let heading = changed.sections[1].heading.as_ref().unwrap();
    assert_eq!(heading.text(), "A good year");
    assert_eq!(changed.sections[1].stance(), Some(&Stance::Optimistic));
    assert_round_trips(&changed);
    let removed = from_str(&text.replace("## Optimistic view\n\n", "")).unwrap();
    assert_eq!(removed, views("en"));
}

#[test]
fn headings_that_look_like_added_ones_or_like_the_title_come_back() {
    for title in ["T", "Conclusion", "Optimistic view", "", " x ", "a\nb", "\0", "# x #", "*a*", "<b>", "---"] {
        for level in 1..=2 {
            for text in [title, "Conclusion", "Optimistic view", "Other"] {
                let heading = || Heading::new(level, text);
                let own = Section::new("conclusion").block(heading()).block(heading()).paragraph("A.");
                let mut headed = Section::new("conclusion").block(heading());
                headed.heading = Some(heading());
                let open = Section::new("unclassified").block(heading()).block(heading());
                for section in [own, headed, open] {
                    for article in [Article::new(title), Article::default()] {
                        let article = article.language("en".parse().unwrap()).section(section.clone());
                        assert_round_trips(&article);
                        assert_round_trips(&article.section(section.clone()));
                    }
                }
            }
        }
    }
}

#[test]
fn the_title_stands_as_a_heading_where_that_is_asked() {
    let article = Article::new("A *b* {{ c }}").section(Section::summary().heading("Facts").paragraph("D."));
    let text = Writer::new().title_heading().article(&article);
    assert!(text.contains("---\n\n# A \\*b\\* {\\{ c }\\}\n\n"), "{text}");
    assert_round_trips(&article);
    // NUL has no form in Markdown: the title stays in the front matter.
    assert!(!Writer::new().title_heading().article(&Article::new("a\0")).contains("\n# "));
}

#[test]
fn a_first_heading_that_is_not_the_title_is_reported_and_kept() {
    let read = |text: &str| Reader::new().article_and_report(text).unwrap();
    let (article, report) = read("---\ntitle: A\n---\n\n# B\n\n# C\n");
    assert_eq!(article.sections[0].body.len(), 2);
    assert_eq!(report.to_string(), "warning[title-mismatch]: the first heading, “B”, is not the title, “A” (title)\n");
    let (article, report) = read("---\ntitle: A\n---\n\n# A\n\nText.\n\n# A\n");
    assert_eq!((article.title.as_deref(), article.sections[0].body.len(), report.len()), (Some("A"), 2, 0));
    let (article, report) = read("# A\n\n# A\n");
    assert_eq!((article.title.as_deref(), article.sections[0].body.len(), report.len()), (Some("A"), 1, 0));
    let (article, report) = read("---\ntitle: A\n---\n\nText.\n\n# B\n");
    assert_eq!((article.sections[0].body.len(), report.len()), (2, 0));
    let (article, report) = read("---\ntitle: A\n---\n\n# Conclusion\n");
    assert_eq!((article.sections[0].role.clone(), report.len()), (Role::Conclusion, 0));
}

#[test]
fn templates_of_generators_are_not_opened_by_text() {
    let text = "{{ site.key }} {% include x %} {{< y >}} {{{%{% {";
    let mut section = Section::summary().paragraph(text).block(Heading::new(3, text));
    section.heading = Some(Heading::with_content(2, [Inline::text("{"), Inline::text("{ a }}")]));
    let mut view = Perspective::new(Stance::Left);
    view.holder = Some(text.into());
    let article = Article::default().section(section).section(Section::new(view).paragraph(text));
    for writer in writers() {
        let written = writer.article(&article);
        assert!(!written.contains("{{") && !written.contains("{%"), "{written}");
    }
    assert_round_trips(&article);
}
