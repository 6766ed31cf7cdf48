//! The JSON shape, version 1, to the letter.
#![cfg(feature = "json")]

use commentary::{
    Article, Author, Block, Citation, Code, Heading, Html, Image, Inline, Likelihood, Link, List, ListItem, Number,
    Paragraph, Perspective, Quote, Reference, ReferenceKind, Role, Rule, Section, Stance, Value, json,
};

/// Text on several indented lines, as one line.
fn one_line(text: &str) -> String {
    text.lines().map(str::trim).collect()
}

/// Writes the article, compares, reads it back and writes it again.
#[track_caller]
fn assert_shape(article: &Article, expected: &str) {
    let expected = one_line(expected);
    assert_eq!(json::to_string(article).unwrap(), expected);
    let read = json::from_str(&expected).unwrap();
    assert_eq!(&read, article);
    assert_eq!(json::to_string(&read).unwrap(), expected);
}

/// The shape of one block.
#[track_caller]
fn assert_block(block: impl Into<Block>, expected: &str) {
    let article = Article::default().section(Section::summary().block(block));
    let around = r#"{"schema_version":1,"sections":[{"role":"summary","body":["#;
    assert_shape(&article, &format!("{around}\n{expected}\n]}}]}}"));
}

/// The shape of one piece of inline content.
#[track_caller]
fn assert_inline(inline: Inline, expected: &str) {
    assert_block(Paragraph::new([inline]), &format!("{{\"type\":\"paragraph\",\"content\":[\n{expected}\n]}}"));
}

#[test]
fn an_article_without_anything_has_its_version() {
    assert_shape(&Article::default(), r#"{"schema_version":1}"#);
}

#[test]
fn keys_stand_in_a_fixed_order_and_unknown_ones_last() {
    let mut dana = Author::new("Dana Whitcombe");
    dana.affiliation = Some("Dryland Review".into());
    dana.url = Some("https://dryland-review.example/dana".into());
    dana.extra.insert("orcid", "0000-0001");

    let mut article = Article::new("A roof over the canal")
        .author("Priya Rasmussen-Cole")
        .author(dana)
        .teaser("Two miles of panels.")
        .published("2025-06-17T18:40:00+02:00".parse::<commentary::Date>().unwrap())
        .language("en-GB".parse().unwrap());
    article.question = Some("Does it pay?".into());
    article.url = Some("HTTPS://Example.org:443/été".into());
    article.tags = vec!["water".into(), "sun".into()];
    article.extra.insert("layout", "page");
    article.extra.insert("og:title", Value::Null);

    assert_shape(
        &article,
        r#"{"schema_version":1,
            "title":"A roof over the canal",
            "question":"Does it pay?",
            "teaser":"Two miles of panels.",
            "authors":["Priya Rasmussen-Cole",
                {"name":"Dana Whitcombe","affiliation":"Dryland Review",
                "url":"https://dryland-review.example/dana","orcid":"0000-0001"}],
            "published":"2025-06-17T18:40:00+02:00",
            "language":"en-GB",
            "url":"HTTPS://Example.org:443/été",
            "tags":["water","sun"],
            "layout":"page",
            "og:title":null}"#,
    );
}

#[test]
fn a_reference_always_says_its_kind() {
    let mut full = Reference::new(ReferenceKind::from("podcast"));
    full.id = Some("3".into());
    full.url = Some("/relative and odd".into());
    full.title = Some("The night line".into());
    full.authors = vec!["A. Author".into()];
    full.outlet = Some("Northvalley Courier".into());
    full.published = Some("2024".parse().unwrap());
    full.accessed = Some("2025-06".parse().unwrap());
    full.extra.insert("pages", 12);

    assert_shape(
        &Article::default().reference(Reference::new(ReferenceKind::Article)).reference(full),
        r#"{"schema_version":1,"references":[
            {"kind":"article"},
            {"id":"3","kind":"podcast","url":"/relative and odd","title":"The night line","authors":["A. Author"],
            "outlet":"Northvalley Courier","published":"2024","accessed":"2025-06","pages":12}]}"#,
    );
}

#[test]
fn a_perspective_is_a_section_with_a_stance() {
    let mut view = Perspective::new(Stance::Optimistic);
    view.holder = Some("the left".into());
    view.thesis = Some("It pays for itself".into());
    view.label = Some("bull case".into());
    view.likelihood = Some(Likelihood::percent(25).unwrap());
    view.replies = vec![Section::perspective(Stance::from("energy:nuclear")), Section::new(Role::from("timeline"))];
    let mut section = Section::new(view).heading("Optimistic view").paragraph("Costs will fall.");
    section.extra.insert("anchor", "bull");

    assert_shape(
        &Article::default().section(section),
        r#"{"schema_version":1,"sections":[
            {"role":"perspective","stance":"optimistic","holder":"the left","thesis":"It pays for itself",
            "label":"bull case","likelihood":25,"heading":{"text":"Optimistic view","level":2},
            "body":[{"type":"paragraph","content":["Costs will fall."]}],
            "replies":[{"role":"perspective","stance":"energy:nuclear"},{"role":"timeline"}],
            "anchor":"bull"}]}"#,
    );
}

#[test]
fn a_likelihood_is_a_number_of_per_cent() {
    for (hundredths, written) in
        [(0, "0"), (2500, "25"), (1250, "12.5"), (29, "0.29"), (9999, "99.99"), (10_000, "100")]
    {
        let mut view = Perspective::new(Stance::Bear);
        view.likelihood = Some(Likelihood::hundredths(hundredths).unwrap());
        assert_shape(
            &Article::default().section(view),
            &format!(
                r#"{{"schema_version":1,"sections":[{{"role":"perspective","stance":"bear","likelihood":{written}}}]}}"#
            ),
        );
    }
}

#[test]
fn a_heading_of_plain_text_is_short() {
    let short = Section::summary().heading("Plain");
    let mut long = Section::summary();
    long.heading = Some(Heading::with_content(3, [Inline::text("Not "), Inline::emphasis([Inline::text("so")])]));
    let mut empty = Section::summary();
    empty.heading = Some(Heading::with_content(1, []));
    empty.heading.as_mut().unwrap().extra.insert("id", "top");

    assert_shape(
        &Article::default().section(short).section(long).section(empty),
        r#"{"schema_version":1,"sections":[
            {"role":"summary","heading":{"text":"Plain","level":2}},
            {"role":"summary","heading":{"content":["Not ",{"type":"emphasis","content":["so"]}],"level":3}},
            {"role":"summary","heading":{"level":1,"id":"top"}}]}"#,
    );
}

#[test]
fn blocks_have_a_type() {
    assert_block(Block::paragraph("text"), r#"{"type":"paragraph","content":["text"]}"#);
    assert_block(Paragraph::default(), r#"{"type":"paragraph"}"#);
    assert_block(
        Paragraph::attribution([Inline::text("— Name | Outlet")]),
        r#"{"type":"paragraph","content":["— Name | Outlet"],"attribution":true}"#,
    );
    assert_block(Heading::new(4, "Below"), r#"{"type":"heading","text":"Below","level":4}"#);
    assert_block(
        Quote::from(vec![Block::paragraph("a")]),
        r#"{"type":"quote","body":[{"type":"paragraph","content":["a"]}]}"#,
    );
    assert_block(Code::new(""), r#"{"type":"code","text":""}"#);
    let mut code = Code::new("let x = 1;\n");
    code.info = Some("rust".into());
    assert_block(code, r#"{"type":"code","info":"rust","text":"let x = 1;\n"}"#);
    assert_block(Rule::default(), r#"{"type":"rule"}"#);
    assert_block(Html::new("<br>\n"), r#"{"type":"html","text":"<br>\n"}"#);
}

#[test]
fn a_list_item_is_an_array_unless_it_has_unknown_keys() {
    let mut list = List::numbered(0, ["milk"]);
    list.is_loose = true;
    list.items.push(ListItem::default());
    let mut done = ListItem::from("bread");
    done.extra.insert("checked", true);
    list.items.push(done);
    list.extra.insert("style", "roman");

    assert_block(
        list,
        r#"{"type":"list","start":0,"loose":true,"items":[
            [{"type":"paragraph","content":["milk"]}],
            [],
            {"body":[{"type":"paragraph","content":["bread"]}],"checked":true}],
            "style":"roman"}"#,
    );
    assert_block(List::bullets(Vec::<ListItem>::new()), r#"{"type":"list"}"#);
}

#[test]
fn inline_content_is_a_string_or_an_object_with_a_type() {
    let text = || [Inline::text("x")];
    assert_inline(Inline::text(""), r#""""#);
    assert_inline(Inline::emphasis(text()), r#"{"type":"emphasis","content":["x"]}"#);
    assert_inline(Inline::strong([]), r#"{"type":"strong"}"#);
    assert_inline(Inline::Code("x".into()), r#"{"type":"code","text":"x"}"#);
    assert_inline(Inline::SoftBreak, r#"{"type":"soft_break"}"#);
    assert_inline(Inline::HardBreak, r#"{"type":"hard_break"}"#);
    assert_inline(Inline::Html("<b>".into()), r#"{"type":"html","text":"<b>"}"#);

    let mut link = Link::new("https://a.example/", text());
    link.title = Some("A".into());
    link.extra.insert("rel", "nofollow");
    assert_inline(
        link.into(),
        r#"{"type":"link","url":"https://a.example/","title":"A","content":["x"],"rel":"nofollow"}"#,
    );
    assert_inline(Image::new("a.png", text()).into(), r#"{"type":"image","url":"a.png","alt":["x"]}"#);
    assert_inline(Citation::new("3", "[3]").into(), r#"{"type":"citation","id":"3","text":"[3]"}"#);
}

#[test]
fn what_a_later_version_says_is_kept_as_it_stands() {
    let chart =
        [("kind", Value::from("bar")), ("type", "chart".into()), ("data", vec![Value::from(1), Value::Null].into())];
    assert_block(Block::Unknown(chart.into_iter().collect()), r#"{"kind":"bar","type":"chart","data":[1,null]}"#);
    let note = [("type", Value::from("footnote")), ("to", "1".into())];
    assert_inline(Inline::Unknown(note.into_iter().collect()), r#"{"type":"footnote","to":"1"}"#);
    // Emphasis has no place for unknown keys, so the whole of it is kept.
    let shout = [("content", Value::from(vec!["x".into()])), ("level", 3.into()), ("type", "emphasis".into())];
    assert_inline(Inline::Unknown(shout.into_iter().collect()), r#"{"content":["x"],"level":3,"type":"emphasis"}"#);
}

#[test]
fn unknown_values_keep_their_order_and_their_numbers() {
    let mut article = Article::default();
    let numbers = ["9223372036854775807", "-9223372036854775808", "18446744073709551615", "0.1", "-2.5e-9"];
    let numbers = numbers.map(|number| Value::Number(number.parse::<Number>().unwrap())).to_vec();
    article.extra.insert("z", Value::Object([("b", numbers.into()), ("a", Value::Bool(false))].into_iter().collect()));
    article.extra.insert("", "an empty key");
    assert_shape(
        &article,
        r#"{"schema_version":1,"z":{"b":[9223372036854775807,-9223372036854775808,18446744073709551615,
            0.1,-2.5e-9],"a":false},"":"an empty key"}"#,
    );
}

#[test]
fn pretty_text_reads_back_the_same() {
    let article = Article::new("A roof").section(Section::summary().paragraph("Done."));
    let text = json::to_string_pretty(&article).unwrap();
    let expected = "{\n  \"schema_version\": 1,\n  \"title\": \"A roof\",\n  \"sections\": [\n    {\n      \"role\": \"summary\",\n";
    assert!(text.starts_with(expected), "{text}");
    assert_eq!(json::from_str(&text).unwrap(), article);
}

#[test]
fn other_ways_to_say_the_same_are_read_into_the_normal_form() {
    let text = one_line(
        r#"{"title":"T","tags":[],"authors":[{"name":"Dana"}],"references":[{"url":"u"}],
            "sections":[{"body":[
                {"content":[{"content":["x"],"type":"strong"}],"type":"paragraph","attribution":false},
                {"items":[{"body":[]}],"loose":false,"type":"list"}],
            "heading":{"level":2,"content":["H"]},"likelihood":25.0,"stance":"for","role":"perspective"}],
            "schema_version":1}"#,
    );
    let normal = one_line(
        r#"{"schema_version":1,"title":"T","authors":["Dana"],"references":[{"kind":"article","url":"u"}],
            "sections":[{"role":"perspective","stance":"for","likelihood":25,"heading":{"text":"H","level":2},"body":[
                {"type":"paragraph","content":[{"type":"strong","content":["x"]}]},
                {"type":"list","items":[[]]}]}]}"#,
    );
    assert_eq!(json::to_string(&json::from_str(&text).unwrap()).unwrap(), normal);
}

#[test]
fn a_byte_order_mark_is_skipped() {
    let text = "\u{FEFF}{\"schema_version\":1,\"title\":\"A roof\"}";
    assert_eq!(json::from_str(text).unwrap(), Article::new("A roof"));
    assert_eq!(json::from_slice(text.as_bytes()).unwrap(), Article::new("A roof"));
    assert_eq!(json::from_reader(text.as_bytes()).unwrap(), Article::new("A roof"));
}
