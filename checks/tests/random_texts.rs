//! Texts put together at random: whatever stands beside whatever, all promises of reading hold.

use commentary::mojibake::{Encoding, repair};
use commentary::{Parser, json, markdown, parse};
use commentary_checks::promises::check;
use commentary_checks::random::Random;

/// Lines of every kind that reading knows, and some that it does not.
const LINES: &[&str] = &[
    "Point de vue optimiste",
    "## Neutral perspective",
    "**Pessimistische Sicht:** Der Umweg kostet Zeit.",
    "POINT DE VUE PESSIMISTE",
    "Conclusion",
    "Pro",
    "- Contra:",
    "1. Argumentos a favor",
    "The case against:",
    "Camille Roy",
    "Par Odile Marescaux, journaliste",
    "Article en référence : https://canal.example/a-",
    "b-c?d=é",
    "Source: <https://canal.example/(x)>",
    "https://canal.example:99999/",
    "17 juin 2025",
    "31 février 2025",
    "5 mars 25",
    "05/04/2025",
    "---",
    "+++",
    "...",
    "***",
    "===",
    "```markdown",
    "```",
    "~~~",
    "title: \"A\"",
    "title = 'A'",
    "[extra]",
    "tags: [a, b",
    "- item",
    "• élément",
    "12) douze",
    "> cité",
    "> — Ida Sorensen, maire",
    "— Ida Sorensen | The Harbour",
    "“The herons stayed.”",
    "« Ils sont restés »",
    "Il le dit.[1] [2][3]",
    "[1] Une liste",
    "médecin¹ et maire²",
    "rÃ©fÃ©rence",
    "lâ€™Ã©tÃ©",
    "lâĂ©tĂ©",
    "Ã\u{83}Â©tÃ\u{83}Â©",
    "MANHÃ”",
    "Sure! Here is the article:",
    "Let me know if you want more.",
    "Voici l’article :",
    "La ville a fermé lundi le pont, pour deux ans, et 12 000 conducteurs doivent faire un détour par le nord.",
    "The city closed the bridge to cars on Monday, for two years, and many drivers take the long way round by the mill.",
    "Si vous n'êtes pas redirigé automatiquement, 👉 cliquez ici 👈",
    "Read more »",
    "a",
    "文章の要約",
    "مقال قصير عن النقل",
    "יעל כהן",
    "e\u{301}te\u{301}",
    "👨‍👩‍👧‍👦 🇫🇷 1️⃣",
    "\u{202e}gpj.exe",
    "a\u{200b}b\u{feff}c",
    "\u{0}\u{1}\u{1b}[31m",
    "\u{3164}\u{2800}",
    "İ ŉ ﬁ ß Σς",
    "word \u{2066}isolated",
    "#",
    "# ",
    "####### seven",
    "* * *",
    "*emphasis*",
    "__bold__",
    "|a|b|",
    "<b>html</b>",
    "\\",
    "\u{a0}",
    "…",
];

/// Ends of lines, the usual ones more often.
const ENDS: &[&str] = &[
    "\n", "\n", "\n", "\n\n", "\n\n", "\r\n", "\r\n\r\n", "\r", "\u{2028}", "\u{2029}", "\u{85}", "\u{b}", "\u{c}",
    " \t\n", "\n\r", "",
];

/// What may stand between two lines on one.
const SEAMS: &[&str] = &[" ", "", "\u{a0}", " — ", ": ", "\u{301}", "\u{200d}"];

fn text(random: &mut Random) -> String {
    let mut text = String::new();
    if random.chance(10) {
        text.push('\u{feff}');
    }
    // One end for the whole text, as most texts have, or any.
    let own = random.pick(ENDS);
    let is_mixed = random.chance(40);
    for _ in 0..random.between(0, 14) {
        text += random.pick(LINES);
        while random.chance(15) {
            text += random.pick(SEAMS);
            text += random.pick(LINES);
        }
        text += if is_mixed { random.pick(ENDS) } else { own };
    }
    if random.chance(30) {
        text.truncate(text.trim_end().len());
    }
    text
}

#[test]
fn every_text_is_tiled_and_read_the_same_twice() {
    let parser = Parser::new();
    for position in 0..4_000 {
        let text = text(&mut Random::new(17, position));
        let parsed = parser.parse(&text);
        check(&text, &parsed, &format!("text {position}, {text:?}"));
        assert_eq!(parser.parse(&text), parsed, "{text:?}");
        assert_eq!(parse(&text), parsed, "{text:?}");
    }
}

#[test]
fn every_text_survives_every_format_once_it_is_an_article() {
    for position in 0..1_500 {
        let text = text(&mut Random::new(19, position));
        let article = parse(&text).article;
        let stored = json::to_string(&article).unwrap();
        assert_eq!(json::from_str(&stored).unwrap(), article, "{text:?}");
        let written = markdown::to_string(&article);
        assert_eq!(markdown::from_str(&written).as_ref(), Ok(&article), "{text:?}\n{written}");
    }
}

#[test]
fn repairing_any_text_changes_only_what_it_reports() {
    for position in 0..4_000 {
        let mut text = text(&mut Random::new(23, position));
        if position % 2 == 0 {
            text = Encoding::ALL[position / 2 % 4].misread(&text).unwrap_or(text);
        }
        let repair = repair(&text);
        let mut at = 0;
        let mut rebuilt = String::new();
        for change in &repair.changes {
            rebuilt += &text[at..change.span.start()];
            rebuilt += &change.text;
            at = change.span.end();
        }
        assert_eq!(rebuilt + &text[at..], repair.text, "{text:?}");
        for loss in &repair.losses {
            assert!(loss.span.slice(&text).is_some_and(|left| !left.is_empty()), "{text:?}: {loss:?}");
        }
        let damaged = parse(&text);
        check(&text, &damaged, &format!("{text:?}"));
    }
}
