//! Markdown: what a person sees of an article, and that it comes back.
#![cfg(feature = "markdown")]

use commentary::label::read_heading;
use commentary::lexicon::Lexicon;
use commentary::markdown::{from_str, to_string};
use commentary::{
    Article, Author, Block, Citation, Extra, Heading, Inline, Likelihood, Link, List, Paragraph, Perspective, Quote,
    Reference, ReferenceKind, Role, Section, Stance, Value,
};

/// An article comes back from its own Markdown, and is written the same the second time.
fn assert_round_trip(article: &Article) {
    let text = to_string(article);
    assert_eq!(from_str(&text).as_ref(), Ok(article), "{text}");
    assert_eq!(to_string(&from_str(&text).unwrap()), text);
}

fn canal() -> Article {
    let mut article = Article::new("Panneaux sur le canal : « une première »")
        .author("Dana Whitcombe")
        .teaser("L’ombre vaut de l’or")
        .published("2025-06-17".parse::<commentary::Date>().unwrap())
        .language("fr".parse().unwrap());
    article.tags = vec!["eau".into(), "énergie".into()];
    article.extra.insert("layout", "page");
    article.extra.insert("weight", 5);
    let mut source = Reference::new(ReferenceKind::Document);
    source.id = Some("3".into());
    source.url = Some("https://dryland-review.example/year-one".into());
    source.title = Some("Bilan de la 1re année".into());
    article.references.push(source);

    let mut view = Perspective::new(Stance::Optimistic);
    view.likelihood = Likelihood::percent(25).ok();
    article
        .section(Section::new("unclassified").paragraph("Deux kilomètres sont couverts depuis le 3 mai !"))
        .section(Section::summary().heading("La nuit du 3 mai").block(Paragraph::new([
            Inline::text("L’eau s’évapore moins"),
            Citation::new("3", "[3]").into(),
            Inline::text(" : 12 % de pertes, contre "),
            Inline::strong([Inline::text("30 %")]),
            Inline::text(" avant."),
        ])))
        .section(
            Section::new(view)
                .heading("Une chance pour le canal")
                .block(List::bullets(["moins de pertes", "plus de courant"]))
                .block(Quote::from(vec![Block::paragraph("« On y croit. »")]))
                .block(Paragraph::attribution([Inline::text("— Ana Roy | Le Courrier")])),
        )
        .section(Section::perspective(Stance::Pessimistic).block(Paragraph::new([
            Inline::text("La subvention s’arrête, dit "),
            Link::new("https://northvalley-courier.example/a_b", [Inline::text("le Courrier")]).into(),
            Inline::text("."),
        ])))
}

#[test]
fn a_french_article_reads_well_as_it_stands() {
    let expected = r#"---
title: "Panneaux sur le canal : « une première »"
teaser: "L’ombre vaut de l’or"
authors: ["Dana Whitcombe"]
published: "2025-06-17"
language: "fr"
tags: ["eau", "énergie"]
references: [{"id": "3", "kind": "document", "url": "https://dryland-review.example/year-one", "title": "Bilan de la 1re année"}]
layout: "page"
weight: 5
---

Deux kilomètres sont couverts depuis le 3 mai !

<!-- commentary: {"role":"summary"} -->

## La nuit du 3 mai

L’eau s’évapore moins<span data-commentary='{"type":"citation","id":"3","text":"[3]"}'>\[3]</span> : 12 % de pertes, contre **30 %** avant.

<!-- commentary: {"role":"perspective","stance":"optimistic","likelihood":"25%"} -->

## Une chance pour le canal

- moins de pertes
- plus de courant

> « On y croit. »

<!-- commentary: {"attribution":true} -->

— Ana Roy | Le Courrier

<!-- commentary: {"role":"perspective","stance":"pessimistic","heading":false} -->

La subvention s’arrête, dit [le Courrier](https://northvalley-courier.example/a_b).
"#;
    assert_eq!(to_string(&canal()), expected);
    assert_round_trip(&canal());
}

#[test]
fn an_empty_article_is_an_empty_file() {
    assert_eq!(to_string(&Article::default()), "");
    assert_eq!(from_str(""), Ok(Article::default()));
    assert_eq!(from_str("---\n---\n"), Ok(Article::default()));
}

#[test]
fn a_heading_that_tells_the_role_needs_no_comment() {
    for text in ["Point de vue optimiste", "La nuit du 3 mai"] {
        let told = read_heading(Lexicon::builtin(), text, None);
        let role = told.clone().unwrap_or(Role::perspective(Stance::Optimistic));
        let article = Article::new("A").section(Section::new(role).heading(text).paragraph("B."));
        assert_eq!(to_string(&article).contains("<!--"), told.is_none(), "{text}");
        assert_round_trip(&article);
    }
}

#[test]
fn replies_come_back_below_their_perspective() {
    let reply = |text: &str| Section::perspective(Stance::Against).paragraph(text);
    let mut deep = Perspective::new(Stance::For);
    deep.replies = vec![reply("No.").heading("A reply"), Section::new("unclassified")];
    let mut view = Perspective::new(Stance::Mixed);
    view.replies = vec![Section::new(deep).paragraph("Yes."), reply("Never.")];
    let article = Article::new("Who pays?")
        .section(Section::new(view).heading("Both").paragraph("It depends."))
        .section(Section::new("conclusion").paragraph("We shall see."));
    assert!(to_string(&article).contains("\"stance\":\"against\",\"reply\":2} -->\n\n## A reply\n"));
    assert_round_trip(&article);
}

#[test]
fn a_reply_below_what_is_no_perspective_is_a_section() {
    let article =
        from_str("<!-- commentary: {\"role\":\"summary\",\"heading\":false,\"reply\":7} -->\n\nA.\n").unwrap();
    assert_eq!(article.sections, [Section::summary().paragraph("A.")]);
}

#[test]
fn everything_a_section_knows_comes_back() {
    let mut view = Perspective::new(Stance::from("energy:nuclear"));
    view.holder = Some("la gauche --> <b>".into());
    view.thesis = Some("“Payer” -- deux\nfois".into());
    view.label = Some(String::new());
    view.likelihood = Likelihood::hundredths(1250).ok();
    let mut section = Section::new(view).heading("Une thèse");
    section.extra.insert("stance", true);
    section.heading.as_mut().unwrap().extra.insert("id", "these");
    let article = Article::default().section(section).section(Section::new("time line"));
    let text = to_string(&article);
    // The only tags and comment ends are those of the two comments themselves.
    assert!(!text.contains("<b>") && text.matches("-->").count() == 3, "{text}");
    assert_round_trip(&article);
}

#[test]
fn a_heading_in_a_body_stays_there() {
    let section = Section::new("unclassified")
        .block(Heading::new(1, "Not the title"))
        .block(Heading::new(2, "Point de vue optimiste"))
        .block(Heading::new(2, "Un détail"));
    assert_round_trip(&Article::default().section(section.clone()));
    assert_round_trip(&Article::new("The title").section(Section::summary().heading("X")).section(section));
}

#[test]
fn html_that_looks_like_our_own_comments_stays_html() {
    for text in ["{\"role\":\"summary\"}", "{\"section\":false}", "{\"block\":{\"type\":\"rule\"}}", "nothing"] {
        let html = commentary::Html::new(format!("<!-- commentary: {text} -->\n"));
        let article = Article::new("A").section(Section::summary().block(html).paragraph("B."));
        assert_round_trip(&article);
        let trusted = commentary::markdown::Writer::new().trusted().article(&article);
        assert_eq!(from_str(&trusted).as_ref(), Ok(&article), "{trusted}");
    }
}

#[test]
fn a_comment_that_is_not_to_the_letter_ours_is_kept_as_html() {
    for comment in [
        "<!-- commentary: {\"role\":\"summary\",\"colour\":1} -->", "<!-- commentary: {\"role\":5} -->",
        "<!-- commentary: {\"role\":\"perspective\"} -->", "<!-- commentary: {\"attribution\":\"yes\"} -->",
        "<!-- commentary: {role: summary} -->", "<!--commentary: {\"role\":\"summary\"} -->",
    ] {
        let article = from_str(&format!("{comment}\n\nB.\n")).unwrap();
        let body = [commentary::Html::new(format!("{comment}\n")).into(), Block::paragraph("B.")];
        assert_eq!(article.sections[0].body, body, "{comment}");
    }
}

#[test]
fn text_without_any_comment_is_one_section_with_its_title() {
    let article = from_str("# Les hérons\n\nIls sont restés.\n\n## Détail xyz\n\nTrois couples.\n").unwrap();
    assert_eq!(article.title.as_deref(), Some("Les hérons"));
    let expected = Section::new("unclassified")
        .paragraph("Ils sont restés.")
        .block(Heading::new(2, "Détail xyz"))
        .paragraph("Trois couples.");
    assert_eq!(article.sections, [expected]);
}

#[test]
fn the_title_of_the_front_matter_wins_over_a_first_heading() {
    let article = from_str("---\ntitle: A\n---\n# B\n").unwrap();
    assert_eq!(article.title.as_deref(), Some("A"));
    assert_eq!(article.sections[0].body, [Heading::new(1, "B").into()]);
    // A heading with markup is no plain title.
    assert_eq!(from_str("# *B*\n").unwrap().title, None);
}

#[test]
fn line_ends_and_a_byte_order_mark_make_no_difference() {
    let text = to_string(&canal());
    for other in [text.replace('\n', "\r\n"), text.replace('\n', "\r"), format!("\u{feff}{text}")] {
        assert_eq!(from_str(&other), Ok(canal()));
    }
    assert_eq!(from_str(text.trim_end()), Ok(canal()));
}

#[test]
fn authors_and_references_come_back_whole() {
    let mut author = Author::new("Priya Rasmussen-Cole");
    author.affiliation = Some("Le Courrier".into());
    author.url = Some("mailto:p@courier.example".into());
    author.extra = Extra::from_iter([("name", "shadow"), ("commentary", "also")]);
    let mut reference = Reference::to("not a url\n---\n");
    reference.authors = vec![author.clone(), Author::from("")];
    reference.published = "2025-06".parse().ok();
    reference.accessed = "2025-06-17T18:40:00.5+02:00".parse().ok();
    reference.outlet = Some("AFP".into());
    reference.extra.insert("pages", Value::from(vec![Value::Null, true.into(), "x".into()]));
    let mut article = Article::default().author(author).reference(reference);
    article.url = Some("/relative".into());
    article.question = Some("Qui paie ?".into());
    assert_round_trip(&article);
}

#[test]
fn keys_that_look_like_fields_are_kept_apart_from_them() {
    let mut article = Article::new("A");
    article.extra = Extra::from_iter([("title", Value::Null), ("lang", "x".into()), ("weight", 1.into())]);
    assert!(to_string(&article).contains("\ncommentary-keys: {\"title\": null, \"lang\": \"x\", \"weight\": 1}\n"));
    assert_round_trip(&article);
}

#[test]
fn a_section_whose_heading_markdown_cannot_carry_comes_back() {
    // NUL has no form in CommonMark, so the heading's data stands in a comment, which opens no section by its words.
    let text = "Point de vue optimiste : \0 tout ira bien\n\nLes trains se rempliront enfin, et la ville respirera.\n";
    let article = commentary::parse(text).article;
    assert!(article.find(&Stance::Optimistic).is_some_and(|section| section.heading.is_some()));
    assert_eq!(from_str(&to_string(&article)), Ok(article));
}
