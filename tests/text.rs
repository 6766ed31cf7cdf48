//! Plain text: the forms it is written in, what it does not carry, and texts whose sections people mark.

use commentary::text::{self, Form, Writer};
use commentary::{
    Article, Author, Block, Citation, Code, Extra, Heading, Html, Image, Inline, Link, List, ListItem, Paragraph,
    Perspective, Quote, Reference, Role, Rule, Section, Stance, Value, parse,
};

/// An article with headings that say it all.
fn bridge() -> Article {
    Article::new("The bridge closes to cars")
        .author("Ida Sorensen")
        .language("en".parse().unwrap())
        .section(
            Section::summary().heading("The facts").paragraph("The city closed the bridge on Monday, for two years."),
        )
        .section(Section::perspective(Stance::For).heading("The case for").paragraph("Children will walk in safety."))
}

/// An article with one block among others.
fn around(block: impl Into<Block>) -> Article {
    let mut article = bridge();
    article.sections[0].body.extend([block.into(), Block::paragraph("Many take the long way round.")]);
    article
}

#[test]
fn an_article_takes_the_lightest_form_that_says_it_all() {
    let mut article = bridge();
    let mut form = |change: fn(&mut Article)| {
        change(&mut article);
        let written = Writer::new().article(&article);
        assert!(written.report.is_empty(), "{}", written.report);
        assert_eq!(parse(&written.text).article, article, "{}", written.text);
        written.form
    };
    assert_eq!(form(|_| {}), Form::Lines);
    assert_eq!(form(|article| article.tags.push("bridge".into())), Form::FrontMatter);
    assert_eq!(form(|article| article.sections[1].role = Role::perspective(Stance::Left)), Form::Markers);
}

#[test]
fn the_form_can_be_chosen() {
    let article = bridge();
    let front = Writer::new().at_least(Form::FrontMatter).article(&article).text;
    assert!(front.starts_with(
        "---\ntitle: \"The bridge closes to cars\"\nauthors: [\"Ida Sorensen\"]\nlanguage: \"en\"\n---\n\nThe facts\n"
    ));
    let marked = Writer::new().at_least(Form::Markers).article(&article).text;
    assert!(marked.contains("\nsections: marked\n---\n\n[summary]\n\n## The facts\n\nThe city"), "{marked}");
    for text in [front, marked] {
        assert_eq!(parse(&text).article, article, "{text}");
    }
}

/// The finding on a block, and what is read in its place.
fn loss(block: impl Into<Block>) -> (String, Option<Block>) {
    let article = around(block);
    let written = Writer::new().article(&article);
    let names: Vec<String> =
        written.report.iter().map(|finding| format!("{} {}", finding.name, finding.path)).collect();
    let read = parse(&written.text).article;
    let body = &read.sections[0].body;
    assert_eq!(body.last(), article.sections[0].body.last(), "{}", written.text);
    (names.join(", ").replace("sections[0].body[1]", "block"), (body.len() == 3).then(|| body[1].clone()))
}

fn paragraph(content: impl Into<Vec<Inline>>) -> Paragraph {
    Paragraph::new(content)
}

#[test]
fn each_loss_has_its_name_and_its_place() {
    let plain = |text: &str| Some(Block::paragraph(text));
    let gone = |names: &str| (names.to_owned(), None);
    let kept = |names: &str, text: &str| (names.to_owned(), plain(text));
    let a = || Inline::text("a");
    assert_eq!(loss(paragraph([Inline::strong([a()])])), kept("lost-markup block", "a"));
    assert_eq!(loss(paragraph([Inline::Code("a".into())])), kept("lost-markup block", "a"));
    assert_eq!(loss(paragraph([Link::new("https://a.example/", [a()]).into()])), kept("lost-link block", "a"));
    assert_eq!(loss(paragraph([Image::new("https://a.example/", [a()]).into()])), kept("lost-image block", "a"));
    assert_eq!(loss(paragraph([a(), Inline::Html("<br>".into())])), kept("lost-html block", "a"));
    let later = || Extra::from_iter([("type", "later")]);
    assert_eq!(loss(paragraph([a(), Inline::Unknown(later())])), kept("lost-element block", "a"));
    assert_eq!(loss(paragraph([a(), Inline::HardBreak, a()])), kept("lost-break block", "a a"));
    assert_eq!(loss(paragraph([Inline::text(" a\nb ")])), kept("lost-space block", "a b"));
    assert_eq!(loss(paragraph([a(), a()])), kept("lost-seam block", "aa"));
    assert_eq!(loss(paragraph([a(), Citation::new("3", "[3]").into()])), kept("lost-citation block", "a[3]"));
    assert_eq!(loss(Paragraph::attribution([Inline::text("— Ida")])), kept("lost-attribution block", "— Ida"));
    assert_eq!(loss(Code::new("a\n")), kept("lost-code block", "a"));
    assert_eq!(loss(Html::new("<hr>\n")), gone("lost-block block"));
    assert_eq!(loss(Block::Unknown(later())), gone("lost-block block"));
    assert_eq!(loss(paragraph([])), gone("lost-block block"));
    assert_eq!(loss(Heading::new(3, "…")), gone("lost-block block"));
    let mut keyed = paragraph([a()]);
    keyed.extra = later();
    assert_eq!(loss(keyed), kept("lost-keys block", "a"));
    let mut heading = Heading::new(3, "A");
    heading.level = 9;
    assert_eq!(loss(heading), ("lost-level block".into(), Some(Heading::new(6, "A").into())));
    let nested = List::bullets([ListItem::from(vec![Block::paragraph("a"), Block::paragraph("b")]), "c".into()]);
    assert_eq!(loss(nested), ("lost-shape block.items[0]".into(), Some(List::bullets(["a b", "c"]).into())));
    assert_eq!(
        loss(List::numbered(999, ["a", "b"])),
        ("lost-shape block".into(), Some(List::bullets(["a", "b"]).into()))
    );
    let quote = Quote::from(vec![List::bullets(["a", "b"]).into()]);
    let lines = Quote::from(vec![Block::paragraph("a"), Block::paragraph("b")]);
    assert_eq!(loss(quote), ("lost-shape block.body[0]".into(), Some(lines.into())));
}

#[test]
fn what_marks_and_backslashes_can_say_is_no_loss() {
    let blocks: [Block; 10] = [
        Block::paragraph("# 1. - **a**"),
        Block::paragraph("– a"),
        Block::paragraph("[sic]"),
        Block::paragraph("\\a"),
        Block::paragraph("***"),
        Rule::default().into(),
        Heading::new(4, "C#").into(),
        paragraph([Inline::text("a"), Inline::SoftBreak, Inline::text("- b")]).into(),
        List::numbered(7, ["**a**", "\\b"]).into(),
        Quote::from(vec![Block::paragraph("> a")]).into(),
    ];
    for block in blocks {
        assert_eq!(loss(block.clone()), (String::new(), Some(block)));
    }
    let mut article = around(List::bullets(["a"]));
    article.sections[0].body.insert(2, List::bullets(["b"]).into());
    let written = Writer::new().article(&article);
    assert!(written.report.is_empty() && written.text.contains("- a\n\n[]\n\n- b\n"), "{}", written.text);
    assert_eq!(parse(&written.text).article, article);
}

#[test]
fn replies_headings_without_words_and_deep_keys_are_named() {
    let mut article = bridge();
    let mut view = Perspective::new(Stance::Against);
    view.replies.push(Section::perspective(Stance::For).paragraph("It is not."));
    article.sections.push(Section::new(view).heading("The case against").paragraph("It is far."));
    article.sections[0].heading = Some(Heading::new(2, "—"));
    let deep = (0..200).fold(Value::Null, |inner, _| Value::from(vec![inner]));
    article.extra.insert("deep", deep);
    let written = Writer::new().article(&article);
    let named: Vec<String> =
        written.report.iter().map(|finding| format!("{} {}", finding.name, finding.path)).collect();
    assert_eq!(named, ["lost-depth deep", "lost-heading sections[0].heading", "lost-reply sections[2].replies[0]"]);
    let read = parse(&written.text).article;
    let stances: Vec<&Stance> = read.sections.iter().filter_map(Section::stance).collect();
    assert_eq!(stances, [&Stance::For, &Stance::Against, &Stance::For]);
}

#[test]
fn a_text_of_too_many_lines_is_an_error_of_the_report() {
    let mut article = bridge();
    article.sections[0].body.extend((0..20_000).map(|_| Block::paragraph("A line.")));
    assert!(Writer::new().article(&article).report.find("lost-tail").is_some());
}

#[test]
fn fields_of_the_head_bring_no_others_with_them() {
    let bait = "x\n---\ntitle: y\nauthors: [a, b]\nsections: marked\n\n[perspective:left]\n\nReference article: https://b.example/";
    let mut author = Author::new(bait);
    author.affiliation = Some(bait.into());
    let mut article = bridge().author(author).teaser(bait).reference(Reference::to(bait));
    (article.title, article.question) = (Some(bait.into()), Some(bait.into()));
    article.extra = Extra::from_iter([("date", bait), ("sections", bait), ("a b: c", bait), ("lang", "x")]);
    for form in [Form::Lines, Form::FrontMatter, Form::Markers] {
        let written = Writer::new().at_least(form).article(&article);
        assert!(written.report.is_empty());
        assert_eq!(parse(&written.text).article, article, "{}", written.text);
    }
}

#[test]
fn people_can_mark_sections_by_hand() {
    let source = "---\ntitle: Pies\nsections: marked\n---\nBefore.\n\n[perspective:left {\"holder\": \"the cooks\"}]\n# More\nOne line\nand one more.\n- butter\n- flour\n[sic!]\n***\n[conclusion]\nIt rose.\n";
    let parsed = parse(source);
    let article = &parsed.article;
    let roles: Vec<String> = article.sections.iter().map(|section| section.role.to_string()).collect();
    assert_eq!(roles, ["unclassified", "perspective:left", "conclusion"]);
    let view = &article.sections[1];
    assert_eq!(view.as_perspective().unwrap().holder.as_deref(), Some("the cooks"));
    assert_eq!(view.heading, Some(Heading::new(1, "More")));
    let lines = paragraph([Inline::text("One line"), Inline::SoftBreak, Inline::text("and one more.")]);
    let list = List::bullets(["butter", "flour"]);
    let body = [lines.into(), list.into(), Block::paragraph("[sic!]"), Rule::default().into()];
    assert_eq!(view.body, body);
    assert_eq!((article.language.as_ref(), article.extra.len()), (None, 0));
    let at = |text: &str| parsed.source.at(source.find(text).unwrap()).unwrap().path().unwrap().to_string();
    assert_eq!(
        (at("[perspective"), at("# More"), at("- flour")),
        ("sections[1]".into(), "sections[1].heading".into(), "sections[1].body[1].items[1].body[0]".into(),)
    );
    assert_eq!(parse(&text::to_string(article)).article, *article);
}

#[test]
fn without_the_word_of_front_matter_markers_are_text() {
    let article = parse("---\ntitle: Pies\nsections: many\n---\n\n[summary]\n\nThe pies rose.\n").article;
    assert_eq!(article.extra.get("sections").and_then(Value::as_str), Some("many"));
    assert_eq!(article.sections[0].heading_text().as_deref(), Some("[summary]"));
}
