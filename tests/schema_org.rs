//! Articles as JSON-LD.
#![cfg(feature = "json")]

use commentary::{
    Article, Author, Block, Inline, Likelihood, List, Paragraph, Perspective, Reference, ReferenceKind, Role, Section,
    Stance, schema_org,
};
use serde_json::{Value, json};

#[track_caller]
fn assert_linked(article: &Article, expected: &Value) {
    let text = schema_org::to_string(article).unwrap();
    assert_eq!(&serde_json::from_str::<Value>(&text).unwrap(), expected, "{text}");
}

#[test]
fn every_field_has_its_property() {
    let mut article =
        Article::new("A roof over the canal").teaser("Shade for water").language("en-GB".parse().unwrap());
    article.question = Some("Should it be covered?".into());
    article.published = Some("2025-06-17T18:40:00+02:00".parse().unwrap());
    article.url = Some("HTTPS://a.example/roof".into());
    article.tags = vec!["water".into(), "sun".into()];
    article.extra.insert("layout", "page");
    let mut author = Author::new("Dana Whitcombe");
    author.affiliation = Some("Northvalley Courier".into());
    author.url = Some("https://a.example/dana".into());
    article.authors = vec![author, "Priya".into()];
    let mut reference = Reference::to("https://dryland-review.example/year-one");
    reference.id = Some("3".into());
    reference.title = Some("Year one".into());
    reference.authors = vec!["Ana Ruiz".into()];
    reference.outlet = Some("Dryland Review".into());
    reference.published = Some("2025".parse().unwrap());
    reference.accessed = Some("2025-06-17".parse().unwrap());
    article.references = vec![reference];
    let mut view = Perspective::new(Stance::For);
    view.holder = Some("the farmers".into());
    view.thesis = Some("Every mile saves water".into());
    view.likelihood = Some(Likelihood::percent(25).unwrap());
    view.replies = vec![
        Section::perspective(Stance::Against).paragraph("Not every mile."),
        Section::new(Role::from("timeline")).paragraph("Later."),
    ];
    article.sections = vec![
        Section::summary().heading("The news").paragraph("One.").block(List::bullets(["Two.", "Three."])),
        Section::new(view).heading("Pro").paragraph("Costs fall."),
        Section::example().paragraph("Four."),
        Section::new(Role::Boilerplate).paragraph("Click here."),
        Section::new(Role::Unclassified),
    ];
    let organization = |name: &str| json!({"@type": "Organization", "name": name});
    assert_linked(
        &article,
        &json!({
            "@context": "https://schema.org",
            "@type": "OpinionNewsArticle",
            "headline": "A roof over the canal",
            "alternativeHeadline": "Shade for water",
            "about": {"@type": "Question", "name": "Should it be covered?"},
            "author": [
                {"@type": "Person", "name": "Dana Whitcombe", "affiliation": organization("Northvalley Courier"),
                 "url": "https://a.example/dana"},
                {"@type": "Person", "name": "Priya"},
            ],
            "datePublished": "2025-06-17T18:40:00+02:00",
            "inLanguage": "en-GB",
            "keywords": ["water", "sun"],
            "url": "https://a.example/roof",
            "articleBody": "The news\nOne.\nTwo.\nThree.\n\nFour.",
            "hasPart": [{
                "@type": "OpinionNewsArticle",
                "headline": "Pro",
                "alternativeHeadline": "Every mile saves water",
                "creditText": "the farmers",
                "keywords": ["for"],
                "articleBody": "Costs fall.",
                "hasPart": [
                    {"@type": "OpinionNewsArticle", "keywords": ["against"], "articleBody": "Not every mile."},
                    {"@type": "NewsArticle", "articleBody": "Later."},
                ],
            }],
            "citation": [{
                "@type": "Article",
                "name": "Year one",
                "url": "https://dryland-review.example/year-one",
                "author": [{"@type": "Person", "name": "Ana Ruiz"}],
                "publisher": organization("Dryland Review"),
                "datePublished": "2025",
            }],
        }),
    );
}

#[test]
fn an_article_without_anything_has_its_context_and_its_type() {
    assert_linked(&Article::default(), &json!({"@context": "https://schema.org", "@type": "AnalysisNewsArticle"}));
    let mut article = Article::default();
    article.question = Some("Who pays?".into());
    let about = json!({"@type": "Question", "name": "Who pays?"});
    let expected = json!({"@context": "https://schema.org", "@type": "AnalysisNewsArticle", "headline": "Who pays?", "about": about});
    assert_linked(&article, &expected);
}

#[test]
fn it_is_an_opinion_where_one_side_is_taken_and_analysis_where_none_is_or_both_are() {
    for (stances, expected) in [
        (&[][..], "Analysis"),
        (&["neutral", "realistic"], "Analysis"),
        (&["optimistic"], "Opinion"),
        (&["neutral", "pessimistic"], "Opinion"),
        (&["optimistic", "neutral", "pessimistic"], "Analysis"),
        (&["optimistic", "optimistic"], "Opinion"),
        (&["optimistic", "against"], "Opinion"),
        (&["right", "center-left"], "Analysis"),
        (&["left", "center"], "Opinion"),
        (&["bear", "base", "bull"], "Analysis"),
        (&["author", "guest"], "Opinion"),
        (&["energy:nuclear", "energy:wind"], "Analysis"),
        (&["energy:nuclear", "energy:nuclear"], "Opinion"),
        (&["energy:nuclear", "place:north"], "Opinion"),
        (&["hopeful", "grim"], "Opinion"),
    ] {
        let article = stances
            .iter()
            .fold(Article::default(), |article, stance| article.section(Section::perspective(Stance::from(*stance))));
        let text = schema_org::to_string(&article).unwrap();
        let start = format!(r#"{{"@context":"https://schema.org","@type":"{expected}NewsArticle""#);
        assert!(text.starts_with(&start), "{stances:?}: {text}");
    }
}

#[test]
fn every_kind_of_reference_has_a_type() {
    for (kind, expected) in [
        ("article", "Article"),
        ("discussion", "DiscussionForumPosting"),
        ("image", "ImageObject"),
        ("video", "VideoObject"),
        ("document", "CreativeWork"),
        ("data", "Dataset"),
        ("podcast", "CreativeWork"),
    ] {
        let article = Article::default().reference(Reference::new(ReferenceKind::from(kind)));
        let text = schema_org::to_string(&article).unwrap();
        assert!(text.ends_with(&format!(r#""citation":[{{"@type":"{expected}"}}]}}"#)), "{text}");
    }
}

#[test]
fn only_web_addresses_leave() {
    for address in
        ["javascript:alert(1)", "java\tscript:alert(1)", "/a/b", "data:text/html,x", "mailto:a@b.example", ""]
    {
        let mut author = Author::new("A");
        author.url = Some(address.into());
        let mut article = Article::default().author(author).reference(Reference::to(address));
        article.url = Some(address.into());
        assert!(!schema_org::to_string(&article).unwrap().contains(r#""url""#), "{address}");
    }
    let article = Article::default().reference(Reference::to("https://a.example/\n\"<b>"));
    let text = schema_org::to_string(&article).unwrap();
    assert!(text.contains(r#""url":"https://a.example/%22%3Cb%3E""#), "{text}");
}

#[test]
fn no_text_can_leave_the_script_element() {
    let text = "</script><script>alert(1)</script><!-- & \u{2028}\u{2029}";
    let mut view = Perspective::new(Stance::from(text));
    view.holder = Some(text.into());
    view.thesis = Some(text.into());
    let html = Paragraph::new([Inline::text(text), Inline::Code(text.into())]);
    let mut reference = Reference::to(text);
    reference.title = Some(text.into());
    reference.outlet = Some(text.into());
    let mut article = Article::new(text).teaser(text).author(text).reference(reference);
    article.tags.push(text.into());
    article.question = Some(text.into());
    let article = article.section(Section::new(view).heading(text).block(Block::from(html)).paragraph(text));
    for written in [schema_org::to_string(&article).unwrap(), schema_org::to_string_pretty(&article).unwrap()] {
        assert!(!written.contains(['<', '>', '&', '\u{2028}', '\u{2029}']), "{written}");
        assert_eq!(serde_json::from_str::<Value>(&written).unwrap()["headline"], text);
    }
    let mut bytes = Vec::new();
    schema_org::to_writer(&mut bytes, &article).unwrap();
    assert_eq!(bytes, schema_org::to_string(&article).unwrap().into_bytes());
}

#[test]
fn replies_to_replies_are_parts_of_parts_up_to_the_depth_that_can_be_read() {
    let nested = |depth: usize| {
        (0..depth).fold(Section::perspective(Stance::For), |inner, _| {
            let mut outer = Perspective::new(Stance::For);
            outer.replies.push(inner);
            outer.into()
        })
    };
    let text = schema_org::to_string(&Article::default().section(nested(50))).unwrap();
    assert_eq!(text.matches("hasPart").count(), 51);
    assert!(serde_json::from_str::<Value>(&text).is_ok());
    let error = schema_org::to_string(&Article::default().section(nested(500))).unwrap_err();
    assert!(error.to_string().contains("expected at most 120 levels of arrays and objects, found more"), "{error}");
}
