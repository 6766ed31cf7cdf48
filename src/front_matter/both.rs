//! What our own readers of YAML and TOML and those of the whole languages both accept, they read the same.

use super::{Entry, Syntax, Unread};
use crate::model::Value;
use crate::span::Span;

/// Which readers accept an input.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum By {
    Both,
    Own,
    Whole,
    Neither,
}
use By::{Both, Neither, Own, Whole};

const YAML: &[(By, &str)] = &[
    (Both, ""),
    (Both, "# comment\n"),
    (Both, "a: b\nc: d\n"),
    (
        Both,
        "a: no\nb: 1e3\nc: 0o17\nd: 12:30\ne: 2025-04-05\nf: null\ng: ~\nh: yes\ni: .5\nj: 0x1F\nk: +1\nl: -1\nm: 01\n",
    ),
    (Both, "a: true\nb: True\nc: NULL\nd: 1_000\ne: .inf\nf: 1.10\ng: -0\nh: 12345678901234567890123\n"),
    (Both, "a: b # c\nd: e#f\ng: \"h\" # i\nj: 'k'  # l\nm: # n\no:\n"),
    (Both, "a:   b  \t\nc:\td\ne: f g  h\n"),
    (Both, "\"a b\": 1\n'c''d': 2\ne f: 3\n\"g\" : 4\nclé: 5\n"),
    (Both, "a: \"b\\\"c\\\\d\\/e\\b\\f\\n\\r\\t\\u00e9\\u2028\"\n"),
    (Both, "a: 'b \"c\" \\n ''d'''\nb: \"it's\"\nc: it's \"so\"\n"),
    (Both, "a: [b, \"c, d\", 'e', 5, null, true]\nb: []\nc: {}\nd: [ ]\ne: [[1], [2, [3]]]\n"),
    (Both, "a: {b: c, \"d\": [e], 'f': {g: null}}\nh: {\"i\":1,\"j\":\"k\"}\n"),
    (Both, "a: [https://a.example/b, c d, e:f]\nb: https://a.example/#c\nc: a,b\nd: a]b\n"),
    (Both, "a:\n  - b\n  - \"c: d\"\n\n  # comment\n  - [e]\n  - {f: g}\n  -\nh: i\n"),
    (Both, "a:\n- b\n- 'c'\nd:\n   - 5\n"),
    (Both, "__proto__: x\n$schema: y\n<<: base\n.a: b\n0: c\ntrue: d\n"),
    (Both, "a: 😀 文 \u{301}\nb: \"\u{a0}\"\n"),
    (Both, "a: «b»\nb: (c)\nc: a; b\nd: a!\ne: 5 %\nf: a & b\ng: a * b\n"),
    (Own, "a: b: c\n"),
    (Own, "a: Climat : le tournant\n"),
    (Both, "a: \"\\ud83d\\ude00\"\n"),
    (Whole, "a: |\n  b\n  c\nd: >-\n  e\n  f\n"),
    (Whole, "a:\n  b: c\n  d:\n    e: [f,\n      g]\n"),
    (Whole, "a:\n  - b: c\n    d: e\n  - f\n"),
    (Whole, "a: b\n  c\nd: \"e\n  f\"\n"),
    (Whole, "a: [b, c,]\nd: {e, f: g}\nh: [i: j]\n"),
    (Whole, "a: \"\\x41\\U0001F600\\e\"\n"),
    (Whole, "a:\n  - - b\n    - c\n"),
    (Neither, "a: &b c\n"),
    (Neither, "a: *b\n"),
    (Neither, "a: !!str b\n"),
    (Neither, "a: !b c\n"),
    (Neither, "%YAML 1.2\n"),
    (Neither, "? [a, b]\n: c\n"),
    (Neither, "[a, b]: c\n"),
    (Neither, "- a\n- b\n"),
    (Neither, "just words\n"),
    (Neither, "a: b\na: c\n"),
    (Neither, "a: {b: 1, b: 2}\n"),
    (Neither, "a:\n\tb: c\n"),
    (Neither, "a: [b\n"),
    (Neither, "a: \"b\n"),
    (Neither, "a: \"b\" c\n"),
    (Neither, "a: \"\\ud800\"\n"),
    (Neither, "a: @b\n"),
    (Neither, "a: `b\n"),
    (Neither, ": a\n"),
];

const TOML: &[(By, &str)] = &[
    (Both, ""),
    (Both, "# comment\na = 1 # one\n"),
    (Both, "a = 1_000\nb = +5\nc = -0\nd = 0xFF\ne = 0o17\nf = 0b11\ng = 1.10\nh = 1e5\ni = 6.0_1\nj = -1E+2\n"),
    (
        Both,
        "a = true\nb = false\nc = 2025-04-05\nd = 2025-04-05T10:00:00Z\ne = 07:32:00\nf = 2025-04-05T10:00:00.5+02:00\n",
    ),
    (Both, "a = \"b\\\"c\\\\d\\b\\f\\n\\r\\t\\u00e9\"\nb = 'c\\d \"e\"'\nc = ''\nd = \"it's\"\n"),
    (Both, "a = \"\"\"\nb\nc\"\"\"\nd = '''\ne\\f\n'''\n"),
    (Both, "a = []\nb = [1, 'c', \"d\", [true]]\nc = [\n  1, # one\n  2,\n]\nd = [ 1, ]\n"),
    (Both, "a = {}\nb = { c = 1, \"d e\" = [2], 'f' = { g = 3 } }\n"),
    (Both, "\"a b\" = 1\n'c.d' = 2\n1 = 3\na-b_c = 4\nA = 5\n"),
    (Both, "a = 1\n\n[b]\nc = 2\n\n[b.d]\ne = 3\n\n[f]\n[g.h]\ni = 4\n"),
    (Both, "[[a]]\nb = 1\n\n[[a]]\nb = 2\nc = 3\n\n[d]\nb = 4\n"),
    (Both, "z = 1\na = 2\n[y]\nm = 1\nb = 2\n[c]\n"),
    (Own, "a = \"\\/\"\n"),
    (Own, "a = \"\\ud83d\\ude00\"\n"),
    (Own, "a = 1.2.3\n"),
    (Own, "a = 007\n"),
    (Whole, "a.b = 1\na.c = 2\n"),
    (Whole, "a = { b.c = 1 }\n"),
    (Whole, "[a.\"b c\"]\nd = 1\n"),
    (Whole, "a = 2025-04-05 10:00:00Z\n"),
    (Whole, "a = inf\nb = nan\nc = -inf\n"),
    (Whole, "a = \"\"\"b \\\n   c\"\"\"\n"),
    (Whole, "a = \"\\U0001F600\"\n"),
    (Whole, "[[a.b]]\nc = 1\n"),
    (Neither, "a = b\n"),
    (Neither, "a: 1\n"),
    (Neither, "a = 1 b\n"),
    (Neither, "a =\n"),
    (Neither, "a = 1\na = 2\n"),
    (Neither, "[a]\n[a]\n"),
    (Neither, "[a\n"),
    (Neither, "a = { b = 1, b = 2 }\n"),
    (Neither, "a = \"b\nc\"\n"),
    (Neither, "a = \"\\ud800\"\n"),
    (Neither, "a = \"\"\"b\n"),
    (Neither, "a = null\n"),
    (Neither, "= 1\n"),
    (Neither, "a = { = 1 }\n"),
];

/// Keys and values, without their places. A key after which nothing stands has no value.
fn said(entries: Vec<Entry>) -> Vec<(String, Value)> {
    entries.into_iter().map(|entry| (entry.key, entry.value.unwrap_or(Value::Null))).collect()
}

fn assert_same(syntax: Syntax, cases: &[(By, &str)]) {
    for (by, text) in cases {
        let inside = Span::new(0, text.len());
        let own = match syntax {
            Syntax::Yaml => super::yaml::entries(text, inside, &mut Unread::Refuse),
            Syntax::Toml => super::toml::entries(text, inside, &mut Unread::Refuse),
        };
        let whole = syntax.whole(text, inside).unwrap();
        let accepted = match (&own, &whole) {
            (Ok(_), Ok(_)) => Both,
            (Ok(_), Err(_)) => Own,
            (Err(_), Ok(_)) => Whole,
            (Err(_), Err(_)) => Neither,
        };
        assert_eq!(accepted, *by, "{text:?}: {own:?} {whole:?}");
        if let (Ok(own), Ok(whole)) = (own, whole) {
            assert_eq!(said(own), said(whole), "{text:?}");
        }
    }
}

#[test]
fn yaml_that_both_readers_accept_is_read_the_same() {
    assert_same(Syntax::Yaml, YAML);
}

#[test]
fn toml_that_both_readers_accept_is_read_the_same() {
    assert_same(Syntax::Toml, TOML);
}

#[test]
fn hostile_yaml_is_refused_at_once() {
    let bomb: String =
        (1..12).map(|n| format!("a{n}: &a{n} [{}]\n", vec![format!("*a{}", n - 1); 9].join(","))).collect();
    let deep_blocks: String = (0..2000).map(|depth| " ".repeat(depth) + "a:\n").collect();
    let anchors: String = (0..100_000).map(|n| format!("k{n}: &a{n} 1\n")).collect();
    for text in
        [bomb, deep_blocks, anchors, "a: ".to_owned() + &"[".repeat(100_000), "a: ".to_owned() + &"{b: ".repeat(50_000)]
    {
        let inside = Span::new(0, text.len());
        assert!(Syntax::Yaml.whole(&text, inside).unwrap().is_err());
    }
    let deep = |depth: usize| format!("a: {}{}", "[".repeat(depth), "]".repeat(depth));
    let read = |text: &str| Syntax::Yaml.whole(text, Span::new(0, text.len())).unwrap().is_ok();
    assert!(read(&deep(128)) && !read(&deep(129)));
    let toml = format!("a = {}1{}", "[".repeat(100_000), "]".repeat(100_000));
    assert!(Syntax::Toml.whole(&toml, Span::new(0, toml.len())).unwrap().is_err());
}
