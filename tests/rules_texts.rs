//! Where the rules about texts speak and where they are silent: characters, words, ends, languages, dates.

use commentary::{
    Article, Code, Date, Inline, Link, Paragraph, Profile, Reference, Role, Section, Stance, Validator, validate,
};

/// The messages of one rule on an article.
fn messages(rule: &str, article: &Article) -> Vec<String> {
    let report = validate(article, &Profile::any());
    report.iter().filter(|finding| finding.name == rule).map(|finding| finding.message.clone()).collect()
}

/// The messages of one rule on an article of one paragraph.
fn on(rule: &str, text: &str) -> Vec<String> {
    messages(rule, &Article::new("A").section(Section::summary().paragraph(text)))
}

/// What fixing makes of a paragraph.
fn mended(text: &str) -> String {
    let mut article = Article::new("A").section(Section::summary().paragraph(text));
    Validator::new(Profile::any()).fix(&mut article, |_| true);
    article.sections[0].text()
}

#[test]
fn what_nobody_sees_is_taken_out_and_what_a_script_needs_stays() {
    for (text, clean) in [
        ("a\u{200b}b", "ab"),
        ("a\u{feff}b\u{0}c\u{1b}[31m", "abc[31m"),
        ("x\u{e0041}\u{e007f}", "x"),
        ("a\u{200c}b", "ab"),
        ("\u{3164}", ""),
    ] {
        assert_eq!(mended(text), clean, "{text:?}");
    }
    for sound in [
        "l\u{ad}été", "می\u{200c}خواهم", "👨\u{200d}👩\u{200d}👧",
        "🏴\u{e0067}\u{e0062}\u{e0065}\u{e006e}\u{e0067}\u{e007f}", "a\tb\r\nc\u{85}", "a\u{a0}b\u{202f}!",
    ] {
        assert_eq!(on("invisible-characters", sound), [""; 0], "{sound:?}");
        assert_eq!(mended(sound), sound);
    }
    let code = Article::new("A").section(Section::summary().block(Code::new("a\u{200b}b")));
    assert_eq!(messages("invisible-characters", &code), [""; 0]);
}

#[test]
fn directions_are_left_to_texts_that_need_them() {
    assert_eq!(mended("pay \u{202e}001\u{202c} now"), "pay 001 now");
    assert_eq!(on("bidi-control", "א\u{2067}abc\u{2069}ב"), [""; 0]);
    assert_eq!(on("bidi-control", "שלום\u{200f}!"), [""; 0]);
    assert_eq!(on("bidi-control", "א\u{2067}abc").len(), 1, "never closed");
    assert_eq!(on("bidi-control", "א\u{202e}abc\u{202c}").len(), 1, "an override");
    assert_eq!(mended("א\u{202e}abc\u{202c}"), "א\u{202e}abc\u{202c}", "only an author can tell what was meant");
}

#[test]
fn damage_is_put_back_only_where_it_can_be_proved() {
    assert_eq!(mended("lâ€™Ã©tÃ©"), "l’été");
    assert_eq!(on("mojibake", "Un château à Paris, naïf et sûr: ÄÖÜ"), [""; 0]);
    assert_eq!(
        on("mojibake", "lâĂ©lectricitĂ©"),
        ["“â” has lost bytes, which nobody can put back", "“Ă©” is “é” that was read as ISO-8859-16",]
    );
    assert_eq!(mended("lâĂ©lectricitĂ©"), "lâélectricité");
}

#[test]
fn what_was_to_be_replaced_is_told_from_words_and_brackets_of_the_text() {
    for placeholder in [
        "Cost: [insert amount] dollars", "Le coût est de [à compléter] €", "[Your name here]",
        "Hier [Platzhalter] einfügen", "Hello {{ name }}", "TODO: a source", "TBD", "Lorem ipsum dolor",
        "El precio es [insertar cifra]", "{{< ref \"x\" }}", "Scrivi [da completare] qui", "O valor é [inserir valor]",
    ] {
        assert_eq!(on("placeholder-text", placeholder).len(), 1, "{placeholder}");
    }
    for text in [
        "It is said [in Paris] that", "[sic]", "[1]", "todo el mundo", "TODO EL MUNDO LO SABE", "the set {a, b}",
        "a < b % c", "XXXL", "[…]", "l’[État] a dit", "[Translated by Dana]",
    ] {
        assert_eq!(on("placeholder-text", text), [""; 0], "{text}");
    }
}

#[test]
fn a_text_that_breaks_off_is_told_from_one_that_ends_otherwise() {
    let long = "The board of the district says that it will look at the figures of the second year";
    for end in ["", " and", " (", ",", " 2025 [...]", " and the […]"] {
        assert_eq!(on("truncated-text", &format!("{long}{end}")).len(), 1, "{end}");
    }
    for end in [".", "!", " :", "…", ".”", ".)", " 🙂", " https://a.example/x", " — Dana Whitcombe | The Review"]
    {
        assert_eq!(on("truncated-text", &format!("{long}{end}")), [""; 0], "{end}");
    }
    assert_eq!(on("truncated-text", "Too short to tell"), [""; 0]);
    let all_link = Paragraph::new([Link::new("https://a.example/", [Inline::text(long)]).into()]);
    assert_eq!(messages("truncated-text", &Article::new("A").section(Section::summary().block(all_link))), [""; 0]);
    let notice = Article::new("A").section(Section::new(Role::Boilerplate).paragraph(long));
    assert_eq!(messages("truncated-text", &notice), [""; 0]);
    let middle = Article::new("A").section(Section::summary().paragraph(long).paragraph("It said so."));
    assert_eq!(messages("truncated-text", &middle), [""; 0]);
}

#[test]
fn notices_are_told_by_the_language_of_the_article() {
    let notice = |language: &str, text: &str| {
        let article = Article::new("A").language(language.parse().unwrap()).section(Section::summary().paragraph(text));
        messages("boilerplate-in-body", &article).len()
    };
    assert_eq!(notice("en", "Share this article"), 1);
    assert_eq!(notice("fr", "Abonnez-vous à notre infolettre"), 1);
    assert_eq!(notice("en", "Share prices fell again on Monday."), 0);
    assert_eq!(notice("en", "The board will share this article with every farmer in the valley, it says."), 0);
    assert_eq!(notice("xx", "Share this article"), 0);
}

#[test]
fn another_language_is_told_only_where_it_is_clear() {
    let french = "La ville a publié ses chiffres en mai, et les habitants ont pu les lire dans les journaux. Les panneaux \
                  couvrent deux kilomètres de canal, mais personne ne sait encore ce que cela coûtera aux agriculteurs de \
                  la vallée, ni qui paiera pour les réparations.";
    let written = |language: &str, text: &str| {
        let article = Article::new("A").language(language.parse().unwrap()).section(Section::summary().paragraph(text));
        messages("language-mismatch", &article)
    };
    assert_eq!(written("en", french), ["the article says “en”, and this is “fr”"]);
    assert_eq!(written("en-GB", french).len(), 1);
    assert_eq!(written("fr-CA", french), [""; 0]);
    assert_eq!(written("eo", french), [""; 0], "of a language that nobody here knows nothing is said");
    assert_eq!(written("en", "La ville a publié ses chiffres."), [""; 0]);
}

#[test]
fn dates_are_compared_as_coarse_as_they_are() {
    let today = Date::from_day(2025, 6, 17).unwrap();
    let found = |date: &str| {
        let article = Article::new("A").published(date.parse::<Date>().unwrap());
        Validator::new(Profile::any()).today(today).run(&article).find("future-date").is_some()
    };
    assert_eq!(["2025", "2025-06", "2025-06-17", "2024-12-31"].map(found), [false; 4]);
    assert_eq!(["2026", "2025-07", "2025-06-18"].map(found), [true; 3]);
    let looked_at = |published: &str, accessed: &str| {
        let mut reference = Reference::to("https://a.example/");
        reference.published = published.parse().ok();
        reference.accessed = accessed.parse().ok();
        !messages("impossible-date", &Article::new("A").reference(reference)).is_empty()
    };
    assert!(looked_at("2025-06-17", "2025-06-16") && looked_at("2025-06", "2025-05-31"));
    assert!(
        !looked_at("2025-06-17", "2025-06-17")
            && !looked_at("2025", "2025-01-01")
            && !looked_at("2025-06-30", "2025-06")
    );
}

#[test]
fn heading_and_text_of_a_view_are_on_one_side() {
    let view = |stance: Stance, heading: &str, text: &str| {
        let section = Section::perspective(stance).heading(heading).paragraph(text);
        messages("heading-stance-mismatch", &Article::new("A").language("en".parse().unwrap()).section(section)).len()
    };
    assert_eq!(view(Stance::For, "Arguments against", "It pays."), 1);
    assert_eq!(view(Stance::Left, "What the right is saying", "It pays."), 1);
    assert_eq!(
        view(Stance::Optimistic, "Optimistic view", "The danger of loss and failure grows, and fear of crisis."),
        1
    );
    assert_eq!(view(Stance::Optimistic, "Optimistic view", "Despite the danger of loss and fear, hope grows."), 0);
    assert_eq!(view(Stance::Against, "Arguments against", "The danger of loss and failure grows."), 0);
    assert_eq!(view(Stance::For, "A bridge too far", "It pays."), 0);
}
