//! Texts: plain words, and whatever means something to a reader of Markdown, YAML, HTML or plain text.

use proptest::prelude::*;
use proptest::sample::select;

/// Words and spaces. They come first, so that a failure shrinks to them.
const PLAIN: &[&str] =
    &["a", " ", "mot", "le pont", "1", "Été ", "word.", ", ", "文章", "בוקר", "42", "snake_case", "l’idée"];

/// Markup of Markdown and of its extensions.
const MARKUP: &[&str] = &[
    "*", "**", "***", "_", "__", "`", "``", "```", "~", "~~", "~~~", "[", "]", "(", ")", "!", "![", "](", "][", "[x]",
    "[ ]", "[^1]", "]:", "[a]: /u", "#", "##", "# ", " #", "#######", "-", "- ", "--", "---", "+ ", "+++", "1.", "1. ",
    "12) ", "123456789. ", "0.", "=", "===", ">", "> ", "|", "| a |", "|-|", ":", ": ", ":-", "$", "$$", "^", "\\",
    "\\\\", "\\[", "    ", "\t", "  ", "{#id}", "{{ x }}", "{% x %}", "@x", "%", "/", "(c)", ":::",
    "https://a.example/", "www.a.example", "a@b.example", "javascript:alert(1)", "\"", "'", "<https://a.example/>",
    "[[x]]", "[a](b)",
];

/// HTML, character references, and the forms of this crate's own marks.
const HTML: &[&str] = &[
    "<", ">", "<b>", "</b>", "<br>", "<a", "</", "<!--", "-->", "--", "<!-- x -->", "<?", "?>", "<!X", "<![CDATA[",
    "]]>", "<script>", "</script>", "<x y='", "<div>", "&", ";", "&amp;", "&#35;", "&#0;", "&#x41;", "&nbsp;", "&copy",
    "&#", "amp;", "<!-- commentary: ", " -->", "<!-- commentary: {\"role\":\"summary\"} -->",
    "<!-- commentary: {\"block\":{\"type\":\"rule\"}} -->", "<!-- commentary: {\"attribution\":true} -->",
    "<span data-commentary='", "'>", "</span>", "<span data-commentary='\"x\"'>", "{\"type\":\"rule\"}",
];

/// Line ends of every kind, controls, marks that are not seen, and what stands out of the usual.
const UNSEEN: &[&str] = &[
    "\n", "\n\n", "\r", "\r\n", "\n---\n", "\n# ", "\n    ", "\u{b}", "\u{c}", "\u{85}", "\u{2028}", "\u{2029}", "\0",
    "\u{1}", "\u{1b}[31m", "\u{7f}", "\u{9b}", "\u{a0}", "\u{202f}", "\u{3000}", "\u{200b}", "\u{200d}", "\u{ad}",
    "\u{feff}", "\u{fffd}", "\u{fffe}", "\u{ffff}", "\u{202e}", "\u{202c}", "\u{2066}", "\u{2069}", "\u{200e}",
    "\u{61c}", "\u{301}", "e\u{301}", "😀", "👨\u{200d}👩\u{200d}👧", "🇫🇷", "1\u{fe0f}\u{20e3}", "\u{e0041}",
    "\u{10ffff}", "«\u{a0}", "\u{a0}»", "…", "—", "’", "“", "”", "¡", "。", "𝐀", "€", "ß", "İ",
];

/// Front matter and values that look like another type.
const DATA: &[&str] = &[
    "---", "...", "title: x", "a: b", "key: |", "? x", "- a", "[a, b]", "{a: b}", "&a", "*a", "!tag", "true", "null",
    "~", "no", "1e3", "0x1F", "2025-04-05", "12:30:45", ".inf", "<<", "%YAML 1.1", "# comment", " # x", "\\u0041",
    "\\n",
];

/// What announces a section, a source or an author in the languages that are known.
const CUES: &[&str] = &[
    "Point de vue optimiste", "Perspective neutre", "Optimistic view", "The case against", "Pessimistische Sicht",
    "Pro", "Contra:", "Argumentos a favor", "Escenario pesimista", "Scenario ottimista", "Punto di vista pessimista",
    "Visão otimista", "Argumentos contra", "Bull case: 25 %", "Conclusion", "Fazit", "Résumé", "Zusammenfassung",
    "Contexto", "Esempio", "Article en référence : https://a.example/x", "Source: https://a.example/y",
    "Par Odile Marescaux", "— Ida Sorensen | The Harbour", "17 juin 2025", "[1]", "Il le dit.[2]",
    "Si vous n'êtes pas redirigé automatiquement, cliquez ici", "Read more »",
];

/// Any text, most often a short one, seldom an empty one.
pub(crate) fn text() -> impl Strategy<Value = String> + Clone {
    let token = prop_oneof![
        10 => select(PLAIN),
        8 => select(MARKUP),
        4 => select(HTML),
        4 => select(UNSEEN),
        1 => select(DATA),
        1 => select(CUES),
    ];
    let joined = proptest::collection::vec(token, 0..7).prop_map(|tokens| tokens.concat());
    prop_oneof![
        4 => plain(),
        12 => joined,
        1 => proptest::collection::vec(any::<char>(), 0..5).prop_map(String::from_iter),
        1 => select(CUES).prop_map(str::to_owned),
    ]
}

/// Words that mean nothing but themselves.
pub(crate) fn plain() -> impl Strategy<Value = String> + Clone {
    proptest::collection::vec(select(&PLAIN[..5]), 1..4).prop_map(|words| words.join(" "))
}

/// Markdown that nobody took care of: lines of whatever there is.
pub(crate) fn markdown() -> impl Strategy<Value = String> {
    let end =
        select(&["\n", "\n\n", "\r\n", "  \n", "\\\n", "\n> ", "\n- ", "\n  ", "\n\n## ", "\n1. ", "\n\n    "][..]);
    proptest::collection::vec((text(), end), 0..9)
        .prop_map(|lines| lines.into_iter().flat_map(|(line, end)| [line, end.to_owned()]).collect())
}
