//! What is not written to JSON because it could not be read back as the same article, and that all else can.
#![cfg(feature = "json")]

use commentary::json::{self, ErrorKind};
use commentary::{
    Article, Author, Block, Extra, Heading, Image, Inline, Link, List, Number, Paragraph, Quote, Reference,
    ReferenceKind, Role, Rule, Section, Stance, Value,
};

#[track_caller]
fn assert_refused(article: &Article, expected: &str) {
    let error = json::to_string(article).unwrap_err();
    assert_eq!(error.to_string(), expected);
    assert_eq!((error.kind(), error.line(), error.column()), (ErrorKind::Data, None, None));
    assert_eq!(serde_json::to_string(article).unwrap_err().to_string(), expected);
    assert_eq!(serde_json::to_value(article).unwrap_err().to_string(), expected);
}

/// Asserts that the article can be written and comes back equal, also through another format: one that sorts the keys,
/// so that unknown ones must be in order to begin with.
#[track_caller]
fn assert_kept(article: &Article) {
    let text = json::to_string(article).unwrap();
    let read = json::from_str(&text).unwrap();
    assert_eq!(&read, article);
    assert_eq!(json::to_string(&read).unwrap(), text);
    let value = serde_json::to_value(article).unwrap();
    assert_eq!(&serde_json::from_value::<Article>(value).unwrap(), article);
}

fn body(block: impl Into<Block>) -> Article {
    Article::default().section(Section::summary().block(block))
}

fn line(inline: Inline) -> Article {
    body(Paragraph::new([inline]))
}

fn members<const N: usize>(members: [(&str, Value); N]) -> Extra {
    members.into_iter().collect()
}

#[test]
fn an_unknown_key_may_not_have_a_field_of_its_own() {
    let taken = |key: &str| format!("expected a key that has no field of its own in `extra`, found `{key}`");

    let mut article = Article::default();
    article.extra.insert("title", "a second title");
    assert_refused(&article, &taken("title"));
    let mut article = Article::default();
    article.extra.insert("schema_version", 1);
    assert_refused(&article, &taken("schema_version"));

    let mut author = Author::new("Dana");
    author.extra.insert("name", "Dana");
    assert_refused(&Article::default().author(author), &format!("authors[0]: {}", taken("name")));

    let mut reference = Reference::new(ReferenceKind::Data);
    reference.extra.insert("kind", "data");
    assert_refused(&Article::default().reference(reference), &format!("references[0]: {}", taken("kind")));

    let mut section = Section::new(Role::Example);
    section.extra.insert("stance", "for");
    assert_refused(&Article::default().section(section), &format!("sections[0]: {}", taken("stance")));

    let mut rule = Rule::default();
    rule.extra.insert("type", "rule");
    assert_refused(&body(rule), &format!("sections[0].body[0]: {}", taken("type")));

    let mut link = Link::new("u", []);
    link.extra.insert("type", "link");
    assert_refused(&line(link.into()), &format!("sections[0].body[0].content[0]: {}", taken("type")));

    let mut list = List::bullets(["a"]);
    list.items[0].extra.insert("body", Value::Null);
    assert_refused(&body(list), &format!("sections[0].body[0].items[0]: {}", taken("body")));
}

#[test]
fn a_heading_has_a_level_from_1_to_6() {
    for level in [0, 7, 255] {
        let mut heading = Heading::new(1, "H");
        heading.level = level;
        let expected = format!("level: expected a whole number from 1 to 6, found {level}");
        assert_refused(&body(heading.clone()), &format!("sections[0].body[0].{expected}"));
        let mut section = Section::summary();
        section.heading = Some(heading);
        assert_refused(&Article::default().section(section), &format!("sections[0].heading.{expected}"));
    }
}

#[test]
fn an_unknown_element_may_not_pass_for_a_known_one() {
    let expected = "expected an unknown element with a `type` that has no variant of its own, found";
    for (extra, found) in [
        (members([]), "no `type`"),
        (members([("type", 5.into())]), "a `type` that is no string"),
        (members([("type", "rule".into())]), "“rule”"),
        (members([("type", "paragraph".into()), ("zz", 1.into())]), "“paragraph”"),
    ] {
        assert_refused(&body(Block::Unknown(extra)), &format!("sections[0].body[0]: {expected} {found}"));
    }
    for (extra, found) in [
        (members([]), "no `type`"),
        (members([("type", Value::Null), ("content", Value::Null)]), "a `type` that is no string"),
        (members([("type", "link".into()), ("zz", 1.into())]), "“link”"),
        (members([("type", "emphasis".into()), ("content", 5.into())]), "“emphasis”"),
        (members([("type", "soft_break".into())]), "“soft_break”"),
    ] {
        assert_refused(&line(Inline::Unknown(extra)), &format!("sections[0].body[0].content[0]: {expected} {found}"));
    }
}

#[test]
fn a_number_beyond_all_bounds_is_refused() {
    let mut article = Article::default();
    article.extra.insert("zz", Value::Number("1e300".parse::<Number>().unwrap()));
    assert_kept(&article);
    let mut article = Article::default();
    article.extra.insert("zz", vec![Value::Number("1e400".parse::<Number>().unwrap())]);
    assert_refused(&article, "zz[0]: expected a number up to 1.7e308, found “1e400”");
}

#[test]
fn depth_is_limited_as_on_reading() {
    let quotes = |depth: usize| (1..depth).fold(Quote::default(), |inner, _| Quote::from(vec![inner.into()]));
    assert_kept(&body(quotes(58)));
    for depth in [59, 2000] {
        let error = json::to_string(&body(quotes(depth))).unwrap_err();
        assert!(
            error.to_string().ends_with("…: expected at most 120 levels of arrays and objects, found more"),
            "{error}"
        );
    }
    let replies = (0..2000).fold(Section::summary(), |inner, _| {
        let mut outer = commentary::Perspective::new(Stance::For);
        outer.replies.push(inner);
        outer.into()
    });
    assert!(json::to_string(&Article::default().section(replies)).is_err());
    let arrays = (0..2000).fold(Value::Null, |inner, _| vec![inner].into());
    let mut article = Article::default();
    article.extra.insert("zz", arrays);
    assert!(json::to_string(&article).is_err());
}

#[test]
fn a_small_stack_is_enough() {
    let deepest = || {
        let quote = (1..58).fold(Quote::default(), |inner, _| Quote::from(vec![inner.into()]));
        let emphasis = (1..58).fold(Inline::text("x"), |inner, _| Inline::emphasis([inner]));
        let lists = (1..38).fold(List::bullets(["x"]), |inner, _| List::bullets([vec![Block::from(inner)]]));
        [body(quote), line(emphasis), body(lists)]
    };
    let thread = std::thread::Builder::new().stack_size(512 * 1024).spawn(move || {
        for article in deepest() {
            assert_eq!(json::from_str(&json::to_string(&article).unwrap()).unwrap(), article);
        }
    });
    thread.unwrap().join().unwrap();
}

#[test]
fn odd_but_sound_articles_are_kept() {
    assert_kept(&Article::new(""));
    assert_kept(&Article::default().author("").author(Author::new("{}")));
    assert_kept(&Article::default().reference(Reference::to("")));
    assert_kept(
        &Article::default().section(Section::new(Role::from(""))).section(Section::perspective(Stance::from(""))),
    );
    assert_kept(&body(Paragraph::new([Inline::text(""), Inline::text(""), Inline::text("a"), Inline::text("b")])));
    assert_kept(&body(Heading::with_content(6, [Inline::text(""), Inline::text("")])));
    assert_kept(&body(Heading::new(6, "")));
    assert_kept(&body(List::numbered(u64::MAX, [Vec::new()])));
    assert_kept(&line(Inline::emphasis([Inline::strong([Inline::SoftBreak, Inline::HardBreak])])));
    assert_kept(&line(Inline::emphasis([Image::new("", [Inline::emphasis([])]).into()])));
    assert_kept(&line(Inline::text("\u{0}\u{1b}\u{2028}\u{feff}</script>\r\n\u{202e}😀")));
    // A key that only means something elsewhere is an unknown key like any other.
    let mut section = Section::summary().heading("H");
    section.extra.insert("schema_version", 2);
    section.extra.insert("type", "rule");
    section.heading.as_mut().unwrap().extra.insert("type", "heading");
    assert_kept(&Article::default().section(section));
}

#[test]
fn what_is_unknown_is_kept_inside_what_is_known() {
    let unknown = || Inline::Unknown(members([("type", "footnote".into())]));
    let mut link = Link::new("u", [unknown(), Inline::emphasis([unknown()])]);
    link.extra.insert("zz", Value::Object(members([("", Value::Null), ("type", "emphasis".into())])));
    assert_kept(&line(Inline::strong([link.into()])));

    let closed = ["emphasis", "strong", "code", "html", "soft_break", "hard_break"];
    for kind in closed {
        assert_kept(&line(Inline::emphasis([Inline::Unknown(members([("type", kind.into()), ("zz", Value::Null)]))])));
    }
    assert_kept(&line(Inline::Unknown(members([("text", "x".into()), ("type", "soft_break".into())]))));

    let block = Block::Unknown(members([("type", "chart".into()), ("zz", vec![Value::Bool(true)].into())]));
    assert_kept(&body(Quote::from(vec![List::bullets([vec![block]]).into()])));
    // The same key on every kind of element.
    let mut article = Article::default();
    article.extra.insert("type", "rule");
    assert_kept(&article);
}

#[test]
fn many_unknown_keys_are_read_in_linear_time() {
    let mut text = String::from("{\"schema_version\":1");
    for key in 0..200_000 {
        text.push_str(&format!(",\"k{key}\":0"));
    }
    text.push('}');
    assert_eq!(json::from_str(&text).unwrap().extra.len(), 200_000);
}
