//! Plain text made of markup: other engines, with their extensions on, show it as it is.

use commentary::markdown::Writer;
use commentary::{Block, Heading, Inline, List, Paragraph};

/// What texts are made of: whatever means something in Markdown, and what stands round it.
const TOKENS: &[&str] = &[
    "a", "mot", "É", "1", "42", " ", "  ", "\u{a0}", "*", "**", "***", "_", "__", "`", "``", "[", "]", "(", ")", "!",
    "![", "](", "[x]", "[^1]", "[ ]", "]:", "<", ">", "<b>", "</b>", "<!--", "-->", "<?", "<![CDATA[", "<x y='", "&",
    "&amp;", "&#35;", "&#x41;", ";", "#", "##", " #", "# ", "-", "- ", "--", "---", "+ ", "+++", "1. ", "12) ", "=",
    "===", "|", "|-|", ":-", ":", ": ", "~", "~~", "~~~", "$", "$$", "^", "\\", "\\(", "\\[", ".", ",", "’", "«", "»",
    "—", "…", "\"", "'", "😀", "文", "\u{301}", "{", "}", "{#id}", "@", "%", "/", "http:",
];

/// Numbers that look random and are the same on every run (Marsaglia's xorshift).
struct Numbers(u64);

impl Numbers {
    fn below(&mut self, bound: usize) -> usize {
        self.0 ^= self.0 << 13;
        self.0 ^= self.0 >> 7;
        self.0 ^= self.0 << 17;
        usize::try_from(self.0 >> 33).unwrap() % bound
    }

    fn text(&mut self) -> String {
        (0..=self.below(8)).map(|_| TOKENS[self.below(TOKENS.len())]).collect()
    }
}

fn pulldown(markdown: &str) -> String {
    use pulldown_cmark::Options;
    // Smart punctuation changes text by design; wikilinks and heading attributes are not common.
    let off = Options::ENABLE_SMART_PUNCTUATION | Options::ENABLE_HEADING_ATTRIBUTES;
    let mut html = String::new();
    let parser = pulldown_cmark::Parser::new_ext(markdown, Options::all() - off);
    pulldown_cmark::html::push_html(&mut html, parser);
    html
}

fn comrak(markdown: &str) -> String {
    let mut options = comrak::Options::default();
    options.extension.table = true;
    options.extension.strikethrough = true;
    options.extension.tasklist = true;
    options.extension.footnotes = true;
    options.extension.superscript = true;
    options.extension.description_lists = true;
    options.extension.math_dollars = true;
    comrak::markdown_to_html(markdown, &options)
}

/// The text as HTML, quotes left as they are.
fn html(text: &str) -> String {
    text.replace('&', "&amp;").replace('<', "&lt;").replace('>', "&gt;")
}

/// Compares what both engines make of a block with what it should be.
fn assert_shown(block: Block, expected: &str) {
    let written = Writer::new().blocks(&[block]);
    let engines: [fn(&str) -> String; 2] = [pulldown, comrak];
    for render in engines {
        let shown = render(&written).replace("&quot;", "\"");
        assert_eq!(shown.replace("\n", ""), expected, "{written:?}");
    }
}

#[test]
fn engines_with_extensions_show_plain_text_as_it_is() {
    let mut numbers = Numbers(0x9E37_79B9_7F4A_7C15);
    for _ in 0..5_000 {
        let text = numbers.text();
        let other = numbers.text();
        assert_shown(Block::paragraph(&text), &format!("<p>{}</p>", html(&text)));
        assert_shown(Heading::new(3, &text).into(), &format!("<h3>{}</h3>", html(&text)));
        assert_shown(List::bullets([text.as_str()]).into(), &format!("<ul><li>{}</li></ul>", html(&text)));
        let lines = Paragraph::new([Inline::text(&text), Inline::HardBreak, Inline::text(&other)]);
        assert_shown(lines.into(), &format!("<p>{}<br />{}</p>", html(&text), html(&other)));
        let strong =
            Paragraph::new([Inline::text(&other), Inline::strong([Inline::text(&text)]), Inline::text(&other)]);
        let (text, other) = (html(&text), html(&other));
        assert_shown(strong.into(), &format!("<p>{other}<strong>{text}</strong>{other}</p>"));
    }
}
