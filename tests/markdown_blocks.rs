//! Blocks alone: what is escaped, what is written plainly, and what needs its exact data.
#![cfg(feature = "markdown")]

use commentary::markdown::{Reader, Writer};
use commentary::{
    Block, Citation, Code, Extra, Heading, Html, Image, Inline, Link, List, ListItem, Paragraph, Quote, Rule,
};

fn write(blocks: &[Block]) -> String {
    Writer::new().blocks(blocks)
}

/// The blocks come back from what both writers write.
fn assert_round_trip(blocks: &[Block]) {
    for writer in [Writer::new(), Writer::new().trusted()] {
        let text = writer.blocks(blocks);
        assert_eq!(Reader::new().blocks(&text), blocks, "{text}");
    }
}

fn paragraph(content: impl Into<Vec<Inline>>) -> Block {
    Paragraph::new(content).into()
}

fn loose(mut list: List) -> List {
    list.is_loose = true;
    list
}

fn code(info: &str, text: &str) -> Block {
    let mut code = Code::new(text);
    code.info = Some(info.into());
    code.into()
}

#[test]
fn ordinary_text_gets_no_backslash() {
    for text in [
        "« L’été, dit-il : 12,5 % — ou 2 * 3 ! » (voir p. 4) ; snake_case, R&D, C#, #tag, 1er, a < b > c, A | B.",
        "-5 °C, +3 %, $5 and $10, ~50 km, 2025. Une année, l'eau & l'air, 50 % = la moitié, a_b_c, Q&A",
        "— Nom | Journal",
        "2.5 points, 1) non",
    ] {
        let text = if text.starts_with("2025") { text.to_owned() } else { format!("Oui. {text}") };
        assert_eq!(write(&[Block::paragraph(&text)]), format!("{text}\n"));
    }
}

/// A text, and how it is written as a paragraph.
const ESCAPES: &[(&str, &str)] = &[
    ("*a*", r"\*a\*"),
    ("a * b", "a * b"),
    ("* a", r"\* a"),
    ("_a_", r"\_a\_"),
    ("a_b", "a_b"),
    ("___", r"\_\_\_"),
    ("`a`", r"\`a\`"),
    ("[a](b)", r"\[a](b)"),
    ("[3]", r"\[3]"),
    ("![a]", r"!\[a]"),
    ("<b>", r"\<b>"),
    ("a < b", "a < b"),
    ("<https://a.example>", r"\<https://a.example>"),
    ("&amp;", r"\&amp;"),
    ("&#35;", r"\&#35;"),
    ("R&D", "R&D"),
    ("# a", r"\# a"),
    ("#a", "#a"),
    ("####### a", "####### a"),
    ("> a", r"\> a"),
    ("- a", r"\- a"),
    ("-a", "-a"),
    ("---", r"\---"),
    ("- - -", r"\- - -"),
    ("+ a", r"\+ a"),
    ("+++", r"\+++"),
    ("===", r"\==="),
    ("1. a", r"1\. a"),
    ("2025) a", r"2025\) a"),
    ("1.5", "1.5"),
    ("1234567890. a", "1234567890. a"),
    ("```", r"\`\`\`"),
    ("~~~", r"\~\~\~"),
    ("~~a~~", r"~\~a\~\~"),
    ("| a |", r"\| a |"),
    (": a", r"\: a"),
    ("$a$", r"$a\$"),
    ("\\", r"\\"),
    ("\\a", r"\a"),
    ("\\*", r"\\\*"),
    (" a ", "&#32;a&#32;"),
    ("    a", "&#32;   a"),
    ("\ta", "&#9;a"),
    ("a\nb", "a&#10;b"),
    ("a\r\u{1}", "a&#13;&#1;"),
    ("\u{feff}a", "&#65279;a"),
];

#[test]
fn what_could_be_markup_is_escaped_and_nothing_else() {
    for &(text, written) in ESCAPES {
        assert_eq!(write(&[Block::paragraph(text)]), format!("{written}\n"));
        assert_round_trip(&[Block::paragraph(text)]);
        assert_round_trip(&[Heading::new(2, text).into()]);
        assert_round_trip(&[paragraph([Inline::strong([Inline::text(text)]), Inline::text(text)])]);
        assert_round_trip(&[paragraph([Inline::text("x"), Inline::SoftBreak, Inline::text(text)])]);
        assert_round_trip(&[Block::from(List::bullets([text])), Quote::from(vec![Block::paragraph(text)]).into()]);
        assert_round_trip(&[paragraph([Link::new("https://a.example/", [Inline::text(text)]).into()])]);
    }
}

#[test]
fn a_heading_is_escaped_at_its_end_only() {
    for (text, written) in [("C#", "## C#\n"), ("a #", "## a \\#\n"), ("#", "## \\#\n"), ("1. - a", "## 1. - a\n")] {
        assert_eq!(write(&[Heading::new(2, text).into()]), written);
    }
    assert_eq!(write(&[Heading::with_content(3, []).into()]), "###\n");
    let two_lines = [Inline::text("a"), Inline::SoftBreak, Inline::text("b")];
    assert_eq!(write(&[Heading::with_content(1, two_lines).into()]), "a\nb\n===\n");
}

#[test]
fn emphasis_holds_at_the_borders_of_words() {
    let (text, em, strong) =
        (Inline::text, |t: &str| Inline::emphasis([Inline::text(t)]), |t: &str| Inline::strong([Inline::text(t)]));
    for (content, written) in [
        (vec![text("a"), em("b"), text("c")], "a*b*c\n"),
        (vec![strong("mot."), text("s")], "**mot.**&#115;\n"),
        (vec![text("s"), strong("(mot)")], "&#115;**(mot)**\n"),
        (vec![em("a "), text("b")], "*a&#32;*&#98;\n"),
        (vec![em("a"), em("b"), em("c")], "*a*_b_*c*\n"),
        (vec![Inline::emphasis([em("a")])], "*_a_*\n"),
        (vec![Inline::strong([em("a"), text(" b")])], "**_a_ b**\n"),
        (vec![Inline::emphasis([strong("a")])], "*__a__*\n"),
        (vec![Inline::emphasis([text("a "), strong("b"), text(" c")])], "*a **b** c*\n"),
    ] {
        assert_eq!(write(&[paragraph(content.clone())]), written);
        assert_round_trip(&[paragraph(content)]);
    }
}

#[test]
fn code_links_and_pictures_have_their_shortest_form() {
    let link = |url: &str, text: &str| Inline::from(Link::new(url, [Inline::text(text)]));
    let mut titled = Link::new("https://a.example/(b) c", [Inline::text("[x]")]);
    titled.title = Some("a \"b\"\n\nc".into());
    for (inline, written) in [
        (Inline::Code("a".into()), "`a`\n"),
        (Inline::Code("`a``b".into()), "``` `a``b ```\n"),
        (Inline::Code(" a ".into()), "`  a  `\n"),
        (link("https://a.example/", "https://a.example/"), "<https://a.example/>\n"),
        (link("https://a.example/?a&copy;b", "x"), "[x](https://a.example/?a&amp;copy;b)\n"),
        (titled.into(), "[\\[x\\]](<https://a.example/(b) c> \"a \\\"b\\\"&#10;&#10;c\")\n"),
        (
            Image::new("https://a.example/h.png", [Inline::text("un héron")]).into(),
            "![un héron](https://a.example/h.png)\n",
        ),
    ] {
        assert_eq!(write(&[paragraph([inline.clone()])]), written);
        assert_round_trip(&[paragraph([inline])]);
    }
    assert_eq!(
        write(&[paragraph([Inline::text("Oui !"), link("https://a.example", "x")])]),
        "Oui \\![x](https://a.example)\n"
    );
}

#[test]
fn lists_and_quotations_stand_in_one_another() {
    let inner = List::numbered(9, [ListItem::from(vec![Block::paragraph("a"), Block::paragraph("b")]), "c".into()]);
    let outer = List::bullets([ListItem::from(vec![Block::paragraph("x"), List::bullets(["y", "z"]).into()])]);
    let blocks = [
        Block::from(loose(inner)),
        outer.into(),
        List::bullets(["next"]).into(),
        Quote::from(vec![Code::new("let x;\n\nlet y;\n").into(), Rule::default().into()]).into(),
    ];
    let expected =
        "9. a\n\n   b\n\n10. c\n\n- x\n  - y\n  - z\n\n+ next\n\n> ```\n> let x;\n>\n> let y;\n> ```\n>\n> ***\n";
    assert_eq!(write(&blocks), expected);
    assert_round_trip(&blocks);
}

#[test]
fn looseness_that_cannot_be_seen_is_noted() {
    let one = List::bullets(["a"]);
    assert_eq!(write(&[loose(one.clone()).into()]), "<!-- commentary: {\"loose\":true} -->\n\n- a\n");
    let two = ListItem::from(vec![Block::paragraph("a"), Block::paragraph("b")]);
    let tight = List::bullets([two]);
    assert_eq!(write(&[tight.clone().into()]), "<!-- commentary: {\"loose\":false} -->\n\n- a\n\n  b\n");
    assert_round_trip(&[one.into(), tight.into()]);
}

#[test]
fn what_commonmark_cannot_carry_comes_back_all_the_same() {
    let text = Inline::text;
    let extra = Extra::from_iter([("id", "x")]);
    let mut link = Link::new("https://a.example/", [text("b")]);
    link.extra = extra.clone();
    let mut quote = Quote::from(vec![Block::paragraph("q")]);
    quote.extra = extra.clone();
    let mut item = ListItem::from("i");
    item.extra = extra.clone();
    let mut high = Heading::new(1, "h");
    high.level = 9;
    let mut rule = Rule::default();
    rule.extra = extra.clone();
    for block in [
        paragraph([]),
        paragraph([text("")]),
        paragraph([text("a"), text("b")]),
        paragraph([text("NUL \0")]),
        paragraph([Inline::emphasis([])]),
        paragraph([Inline::emphasis([text(" ")]), Inline::SoftBreak]),
        paragraph([Link::new("https://a.example/", [Link::new("https://b.example/", [text("b")]).into()]).into()]),
        paragraph([link.into(), text("c")]),
        paragraph([Inline::Code(String::new())]),
        paragraph([Inline::Code("a\nb".into())]),
        paragraph([Inline::Html("not html".into())]),
        paragraph([Inline::Html("<b>".into()), text("x"), Inline::Html("</b>".into())]),
        paragraph([Citation::new("3", "[3]").into()]),
        paragraph([text("mot"), Inline::Unknown(extra.clone()), Inline::HardBreak, text("b")]),
        paragraph([Image::new("", []).into(), Link::new("javascript:alert(1)", [text("x")]).into()]),
        Paragraph::attribution([text("— N.")]).into(),
        Heading::with_content(4, [text("a"), Inline::SoftBreak, text("b")]).into(),
        high.into(),
        Code::new("no line end").into(),
        Code::new("").into(),
        code("a`b \\ &amp; ~~~", "```\n~~~\n\t\n"),
        code("", "x\r\n"),
        Html::new("<div>\n\n</div>\n").into(),
        Html::new("<!-- never closed\n").into(),
        Html::new("").into(),
        quote.into(),
        Quote::default().into(),
        List::bullets([item]).into(),
        List::bullets([""; 0]).into(),
        List::bullets([ListItem::default(), ListItem::default()]).into(),
        List::numbered(0, ["a"]).into(),
        List::numbered(u64::MAX, ["a"]).into(),
        rule.into(),
        Block::Unknown(extra),
    ] {
        assert_round_trip(std::slice::from_ref(&block));
        let list = Block::from(List::bullets(["before"]));
        assert_round_trip(&[list.clone(), block.clone(), block.clone(), list]);
        assert_round_trip(&[List::numbered(1, [ListItem::from(vec![block.clone(), block])]).into()]);
    }
}

#[test]
fn only_a_trusting_writer_lets_html_and_other_addresses_through() {
    let blocks = [
        Html::new("<script>x</script>\n").into(),
        paragraph([Inline::Html("<b onclick=x>".into()), Link::new("java\tscript:x", [Inline::text("y")]).into()]),
        paragraph([Image::new("data:text/html,x", [Inline::text("z")]).into()]),
    ];
    let safe = write(&blocks);
    assert!(!safe.contains("\n<script") && !safe.contains("](") && !safe.replace("\\<", "").contains("<b "), "{safe}");
    assert!(
        safe.contains("\\<script>x\\</script>") && safe.contains(">y</span>") && safe.contains(">z</span>"),
        "{safe}"
    );
    let trusted = Writer::new().trusted().blocks(&blocks);
    assert_eq!(trusted, "<script>x</script>\n\n<b onclick=x>[y](<java&#9;script:x>)\n\n![z](data:text/html,x)\n");
}

#[test]
fn what_a_person_changed_in_a_span_is_kept() {
    let citation = "<span data-commentary='{\"type\":\"citation\",\"id\":\"3\",\"text\":\"[3]\"}'>";
    let read = Reader::new().blocks(&format!("a{citation}\\[3]</span> b {citation}*x*</span>\n"));
    let citation = Inline::from(Citation::new("3", "[3]"));
    let expected = [
        Inline::text("a"),
        citation.clone(),
        Inline::text(" b "),
        citation,
        Inline::emphasis([Inline::text("x")]),
        Inline::Html("</span>".into()),
    ];
    assert_eq!(read, [paragraph(expected)]);
}

#[test]
fn nesting_beyond_the_limit_becomes_text() {
    let deep = |mark: &str| Reader::new().blocks(&format!("{}end\n", mark.repeat(100_000)));
    let text = |blocks: &[Block]| blocks.iter().map(Block::text).collect::<String>();
    for mark in ["> ", "- ", "1. ", "> - "] {
        let blocks = deep(mark);
        assert_eq!(text(&blocks), "end", "{mark}");
        assert_round_trip(&blocks);
    }
    let blocks = Reader::new().blocks(&format!("{}end{}\n", "*a **b ".repeat(50), "** *".repeat(50)));
    assert_round_trip(&blocks);
}

#[test]
fn trees_deeper_than_is_read_are_written_without_overflow() {
    let mut block = Block::paragraph("inside");
    for _ in 0..2_000 {
        block = Quote::from(vec![block]).into();
    }
    assert_eq!(write(&[block]), "inside\n");
    let mut inline = Inline::text("inside");
    for _ in 0..2_000 {
        inline = Inline::emphasis([inline]);
    }
    assert_eq!(write(&[paragraph([inline])]), "inside\n");
}
