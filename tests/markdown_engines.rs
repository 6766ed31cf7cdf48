//! What is written for other engines than the one that reads it back: their extensions, and where they differ.
#![cfg(feature = "markdown")]

use commentary::markdown::{Reader, Writer};
use commentary::{Block, Code, Heading, Image, Inline, Link, Paragraph};

/// Asserts how a block is written, and that it comes back.
fn assert_written(block: impl Into<Block>, expected: &str) {
    let blocks = [block.into()];
    let written = Writer::new().blocks(&blocks);
    assert_eq!(written, expected);
    assert_eq!(Reader::new().blocks(&written), blocks);
}

#[test]
fn an_address_in_plain_text_stays_as_it_is_where_it_holds_no_markup() {
    for text in [
        "Voir https://a.example/x.",
        "Voir https://a.example/a_b?c=d&e=f (et www.b.example) ; ftp://c.example, « https://d.example »",
        "https:// * www. * http: //a",
    ] {
        assert_written(Block::paragraph(text), &format!("{text}\n"));
    }
}

#[test]
fn an_address_in_plain_text_is_broken_up_where_a_link_of_it_would_swallow_markup() {
    // In GitHub's form a backslash in a bare address is part of it: it would be shown, and the tag after it would open.
    for (text, written) in [
        ("https://a.example/<b>", r"https\://a.example/\<b>"),
        ("https://fr.example/A_(b)_c et *", r"https\://fr.example/A\_(b)\_c et \*"),
        ("HTTP://a.example/*x*, www.a.example/*y*", r"HTTP\://a.example/\*x\*, www\.a.example/\*y\*"),
        ("https://a.example/?x=https://b.example/*", r"https\://a.example/?x=https\://b.example/\*"),
        ("https://a.example/\tx", r"https\://a.example/&#9;x"),
        ("https://a.example/ ", r"https\://a.example/&#32;"),
        ("https://a.example/{{ x }}", r"https\://a.example/{\{ x }}"),
    ] {
        assert_written(Block::paragraph(text), &format!("{written}\n"));
    }
    let lines = [Inline::text("https://a.example/x"), Inline::HardBreak, Inline::text("https://b.example/x")];
    assert_written(Paragraph::new(lines), "https\\://a.example/x\\\nhttps://b.example/x\n");
    let emphasis = [Inline::emphasis([Inline::text("https://a.example/x")]), Inline::text("b")];
    assert_written(Paragraph::new(emphasis), "*https\\://a.example/x*b\n");
    let labelled = Link::new("https://a.example/", [Inline::text("https://b.example/x")]);
    assert_written(Paragraph::new([labelled.clone().into()]), "[https://b.example/x](https://a.example/)\n");
    let image = Image::new("https://c.example/", [labelled.into(), Inline::text(" https://d.example/x")]);
    assert_written(
        Paragraph::new([image.into()]),
        "![[https://b.example/x](https://a.example/) https\\://d.example/x](https://c.example/)\n",
    );
}

#[test]
fn many_addresses_without_a_space_take_no_longer_than_others() {
    // Were each judged to the end of the text, this would take hours.
    let text = "https://a.b/".repeat(100_000) + "*";
    let written = Writer::new().blocks(&[Block::paragraph(&text)]);
    assert_eq!(written.len(), text.len() + 100_000 + 2);
}

#[test]
fn braces_at_the_end_of_a_heading_are_no_attributes() {
    assert_written(Heading::new(2, "x {#id}"), "## x {#id\\}\n");
    assert_written(Heading::new(2, "{x} y"), "## {x} y\n");
    let lines = [Inline::text("x"), Inline::SoftBreak, Inline::text("y {.z}")];
    assert_written(Heading::with_content(2, lines), "x\ny {.z\\}\n---\n");
    assert_written(Block::paragraph("x {#id}"), "x {#id}\n");
}

#[test]
fn character_references_in_addresses_and_infos_are_written_as_all_engines_read_them() {
    let link = |address: &str| Paragraph::new([Link::new(address, [Inline::text("x")]).into()]);
    assert_written(link("https://a.example/?a&copy;b"), "[x](https://a.example/?a&amp;copy;b)\n");
    assert_written(link("https://a.example/\\&amp;"), "[x](https://a.example/\\\\&amp;amp;)\n");
    assert_written(link("https://a.example/x "), "[x](<https://a.example/x&#32;>)\n");
    let address = "https://a.example/?a&copy;b";
    let own = Link::new(address, [Inline::text(address)]);
    assert_written(Paragraph::new([own.into()]), "[https://a.example/?a\\&copy;b](https://a.example/?a&amp;copy;b)\n");
    let mut code = Code::new("x\n");
    code.info = Some("a &amp; b & c\\d".into());
    assert_written(code, "```a &amp;amp; b & c\\d\nx\n```\n");
}

#[test]
fn a_fence_is_not_longer_than_engines_count() {
    let long = format!("{}\n", "`".repeat(255));
    assert_written(Code::new(&long), &format!("~~~\n{long}~~~\n"));
}

#[test]
fn a_title_that_ends_with_a_backslash_ends_where_it_should() {
    // After `\\`, comrak takes the closing mark for escaped when another one follows in the line.
    let mut link = Link::new("https://a.example/", [Inline::text("x")]);
    link.title = Some("y\\".into());
    assert_written(Paragraph::new([link.into(), Inline::text("\"")]), "[x](https://a.example/ \"y&#92;\")\"\n");
}

#[test]
fn a_hard_break_at_the_end_of_a_label_is_no_backslash() {
    // There pulldown-cmark shows the backslash if anything before it might open an emphasis.
    let linked = |content: Vec<Inline>| Paragraph::new([Link::new("https://a.example/", content).into()]);
    let line = vec![Inline::text("x *y"), Inline::HardBreak];
    assert_written(linked(line), "[x \\*y  \n](https://a.example/)\n");
    let breaks = vec![Inline::text("x"), Inline::HardBreak, Inline::HardBreak];
    assert_written(linked(breaks), "[x\\\n\\\n](https://a.example/)\n");
}

#[test]
fn a_dollar_sign_opens_no_mathematics_that_ends_in_code() {
    let line = |code: &str| Paragraph::new([Inline::text("It cost $5, or "), Inline::Code(code.into())]);
    assert_written(line("x"), "It cost $5, or `x`\n");
    assert_written(line("$x"), "It cost \\$5, or `$x`\n");
}
