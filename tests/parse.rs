//! Reading plain text: what a user sees of `parse`.

use commentary::label::{EvidenceSource, Label, Piece, Scores};
use commentary::lexicon::{Lexicon, Sense};
use commentary::{Article, Block, EncodingError, Parser, Path, Profile, Role, Severity, Span, Stance, parse};

/// A headless article in the layout of the genre, written for this test.
const HEADLESS: &str = "\
Camille Roy
Article en référence: https://i.example.org/affiche.png
La ville de Montbrun a ouvert mardi ses données de transport, et douze équipes s’en servent déjà. Selon la mairie, 40 000 trajets par jour sont publiés. Parmi les données ouvertes, on note :
Le réseau compte 14 lignes et transporte 90 000 voyageurs par jour, d’après le rapport publié en mars.
Tout dépend de ce que l’on mesure. D’un côté, les horaires étaient déjà affichés ; de l’autre, personne ne pouvait les croiser avec ceux des villes voisines. À ce stade, rien ne permet de dire qui en profitera.
Imaginez un potager commun : chacun y sème, chacun y récolte, et la terre s’améliore. Le jour où un voisin arrive avec un tracteur, la récolte grandit, mais les petits outils restent au mur.
Cette ouverture illustre parfaitement la force du partage ! Les habitants gagnent du temps chaque jour, de nouvelles entreprises naissent, et la confiance progresse. C’est une formidable chance pour toute la région !
Cette ouverture révèle pourtant un déséquilibre préoccupant. Les grands acteurs en profitent d’abord, au détriment des plus petits, et la dépendance menace de s’aggraver. Le risque d’une surveillance généralisée est réel.
Si vous n'êtes pas redirigé automatiquement, 👉 cliquez ici 👈
";

fn roles(article: &Article) -> Vec<String> {
    article.sections.iter().map(|section| section.role.to_string()).collect()
}

#[test]
fn a_headless_article_is_read_by_its_cues_and_order() {
    let parsed = parse(HEADLESS);
    assert_eq!(parsed.article.authors[0].name, "Camille Roy");
    assert_eq!(parsed.article.language.as_ref().map(AsRef::as_ref), Some("fr"));
    assert_eq!(
        roles(&parsed.article),
        [
            "summary", "perspective:neutral", "example", "perspective:optimistic", "perspective:pessimistic",
            "boilerplate"
        ]
    );
    let url = parsed.article.references[0].url.as_ref().unwrap();
    assert_eq!(url.as_str(), "https://i.example.org/affiche.png");
}

#[test]
fn every_word_of_the_text_is_in_the_article() {
    let article = parse(HEADLESS).article;
    let kept: String = article.sections.iter().map(commentary::Section::text).collect();
    for line in HEADLESS.lines().skip(2) {
        assert!(kept.contains(line), "{line}");
    }
}

#[test]
fn a_headed_article_is_read_by_its_headings() {
    let text = "# A roof over the canal\n\n*By Dana Whitcombe*\n\n**Reference article:** https://a.example/canal\n\n\
        ## Factual Summary\n\nThe district has covered two miles:\n\n- panels\n- cables\n\n## Neutral Perspective\n\nIt depends.\n\n\
        ## Optimistic Perspective: more shade for less\n\nCosts will fall.\n\n## Pessimistic Perspective\n\n> The grant ends.\n\nThen what?\n";
    let article = parse(text).article;
    assert_eq!(article.title.as_deref(), Some("A roof over the canal"));
    assert_eq!(article.authors[0].name, "Dana Whitcombe");
    assert_eq!(article.references[0].url.as_ref().unwrap().as_str(), "https://a.example/canal");
    let expected = ["summary", "perspective:neutral", "perspective:optimistic", "perspective:pessimistic"];
    assert_eq!(roles(&article), expected);
    let summary = &article.sections[0];
    assert_eq!(summary.heading_text().as_deref(), Some("Factual Summary"));
    let Block::List(list) = &summary.body[1] else { panic!("{:?}", summary.body) };
    assert_eq!(list.items.len(), 2);
    let optimistic = article.find(&Stance::Optimistic).unwrap().as_perspective().unwrap();
    assert_eq!(optimistic.thesis.as_deref(), Some("more shade for less"));
    assert!(matches!(article.sections[3].body[0], Block::Quote(_)));
}

#[test]
fn bare_headings_are_read_with_and_without_empty_lines() {
    for gap in ["\n", "\n\n", "\r\n\r\n"] {
        let lines = [
            "Les billets changent de prix",
            "Les faits en bref",
            "Le prix du billet dépendra de l’heure à partir du 1er mars.",
            "Point de vue optimiste :",
            "Les trains vides se rempliront enfin.",
            "POINT DE VUE PESSIMISTE",
            "Les bas salaires paieront plus cher.",
        ];
        let article = parse(&lines.join(gap)).article;
        assert_eq!(roles(&article), ["summary", "perspective:optimistic", "perspective:pessimistic"], "{gap:?}");
    }
}

#[test]
fn the_source_map_tiles_the_text_and_answers_both_ways() {
    let parsed = parse(HEADLESS);
    let mut end = 0;
    for entry in parsed.source.entries() {
        assert_eq!(entry.span().start(), end);
        assert!(entry.span().slice(HEADLESS).is_some());
        end = entry.span().end();
    }
    assert_eq!(end, HEADLESS.len());

    let author = parsed.source.span(&Path::root().key("authors").index(0)).unwrap();
    assert_eq!(author.slice(HEADLESS), Some("Camille Roy"));
    let example = Path::section(2).key("body").index(0);
    assert!(parsed.source.span(&example).unwrap().slice(HEADLESS).unwrap().starts_with("Imaginez un potager"));
    let at = HEADLESS.find("potager").unwrap();
    assert_eq!(parsed.source.at(at).unwrap().path(), Some(example));
    assert_eq!(parsed.source.at(HEADLESS.len()), None);
}

#[test]
fn a_reading_says_why() {
    let parsed = parse(HEADLESS);
    let reading = parsed.source.reading(&Path::section(2)).unwrap();
    assert_eq!(reading.label, Label::Section(Role::Example));
    let opener = reading.evidence.iter().find(|evidence| evidence.name() == "opens:cue:example").unwrap();
    assert_eq!(opener.span().unwrap().slice(HEADLESS), Some("Imaginez"));
    assert!(reading.confidence.as_f32() > 0.5);
}

#[test]
fn empty_text_is_an_error_and_not_a_panic() {
    for text in ["", " ", "\n\n\n", "\u{feff}", "\u{3164}\u{2800}\u{200b}", "---\n***\n…"] {
        let parsed = parse(text);
        assert_eq!(parsed.report.names(), ["empty-text"], "{text:?}");
        assert_eq!(parsed.report.severity(), Some(Severity::Error));
        assert!(text.parse::<Article>().is_err());
    }
}

#[test]
fn one_line_is_kept() {
    let parsed = parse("Le conseil a voté le budget de 2026 hier soir, par 12 voix contre 3.");
    let kept = parsed.article.title.clone().unwrap_or_default()
        + &parsed.article.sections.iter().map(commentary::Section::text).collect::<String>();
    assert!(kept.contains("12 voix contre 3"));
    assert!(!parsed.article.perspectives().any(|(_, view)| view.stance.takes_side()));
}

#[test]
fn line_ends_do_not_change_the_article() {
    let expected = parse(HEADLESS).article;
    for end in ["\r\n", "\r", "\u{2028}", "\u{2029}", "\u{85}", " \t\u{a0}\n"] {
        assert_eq!(parse(&HEADLESS.replace('\n', end)).article, expected, "{end:?}");
    }
    assert_eq!(parse(HEADLESS.trim_end()).article, expected);
    assert_eq!(parse(&format!("\u{feff}{HEADLESS}")).article, expected);
    assert_eq!(parse(&format!("{}{HEADLESS}", "\r\n".repeat(1000))).article, expected);
}

#[test]
fn bytes_are_checked_before_they_are_read() {
    let parser = Parser::new();
    assert_eq!(parser.parse_bytes(b"caf\xe9"), Err(EncodingError::InvalidUtf8 { offset: 3 }));
    let wide = parser.parse_bytes(b"\xff\xfeC\0a\0").unwrap_err();
    assert_eq!(
        wide.to_string(),
        "expected UTF-8, found UTF-16LE (by its byte order mark); convert the text to UTF-8 first"
    );
    assert_eq!(parser.parse_bytes(b"\xff\xfe\0\0").unwrap_err(), EncodingError::Wide { encoding: "UTF-32LE" });
    let with_mark = [b"\xef\xbb\xbf", HEADLESS.as_bytes()].concat();
    assert_eq!(parser.parse_bytes(&with_mark).unwrap().article, parse(HEADLESS).article);
}

#[test]
fn utf_16_without_a_mark_is_an_error() {
    let wide: String = "Camille Roy\nArticle: https://a.example/\n".chars().flat_map(|c| [c, '\0']).collect();
    let report = parse(&wide).report;
    let finding = report.find("nul-character").unwrap();
    assert_eq!(finding.severity, Severity::Error);
    assert_eq!(finding.help.as_deref(), Some("if the text is in UTF-16, convert it to UTF-8 first"));
}

#[test]
fn invisible_characters_are_reported_and_kept() {
    let text = HEADLESS.replace("Montbrun", "Mont\u{202e}brun");
    let parsed = parse(&text);
    let finding = parsed.report.find("invisible-characters").unwrap();
    assert_eq!(finding.message, "the text holds U+202E, which is not seen");
    assert_eq!(finding.span.unwrap().slice(&text), Some("\u{202e}"));
    assert!(parsed.article.sections[0].text().contains("Mont\u{202e}brun"));
}

#[test]
fn mojibake_is_reported_read_through_and_kept() {
    let text: String = HEADLESS
        .bytes()
        .map(|byte| if byte < 0x80 { char::from(byte) } else { char::from_u32(u32::from(byte)).unwrap() })
        .collect();
    let parsed = parse(&text);
    assert!(parsed.report.find("mojibake").is_some());
    assert_eq!(roles(&parsed.article), roles(&parse(HEADLESS).article));
    assert!(parsed.article.sections[0].text().contains("donnÃ©es"));
}

#[test]
fn a_news_brief_has_no_view_that_takes_a_side() {
    let text = "Le conseil adopte le plan\n21 octobre 2025\nLe conseil régional a adopté mardi, par 38 voix contre 21, le \
        plan d'extension. Le projet prévoit 8,6 kilomètres, pour un coût estimé à 412 millions d'euros.\n« C'est un jour heureux », a \
        déclaré la présidente, Odile Marescaux. Le chef de l'opposition, Loïc Darmentier, a dénoncé « un pari ruineux ».\n\
        Les travaux doivent commencer au printemps 2027 et durer trois ans, a précisé la région.\n";
    let article = parse(text).article;
    assert_eq!(article.published.map(|date| date.to_string()).as_deref(), Some("2025-10-21"));
    assert!(!article.perspectives().any(|(_, view)| view.stance.takes_side()), "{:?}", roles(&article));
}

#[test]
fn what_is_written_as_text_is_read_back() {
    let article = parse(HEADLESS).article;
    let text = commentary::text::to_string(&article);
    assert!(text.starts_with("Camille Roy\n\nArticle en référence: https://i.example.org/affiche.png\n"), "{text}");
    assert_eq!(parse(&text).article, article);
}

#[test]
fn lists_and_quotes_are_written_as_text_too() {
    let source =
        "The facts\n\nThe judges agreed:\n\n- one\n- two\n\n> She left.\n\nConclusion\n\n1. First.\n2. Second.\n";
    let article = parse(source).article;
    let text = commentary::text::to_string(&article);
    assert_eq!(text, source);
}

#[test]
fn a_heading_below_a_section_stays_inside_it() {
    let text = "## Récapitulatif factuel\n\nLa régie équipera ses autobus.\n\n**Les chiffres de l'essai :**\n\n\
        - 41 alertes justifiées\n- 388 fausses alertes\n\n## Point de vue optimiste\n\nLes trajets seront plus sûrs.\n";
    let parsed = parse(text);
    assert_eq!(roles(&parsed.article), ["summary", "perspective:optimistic"]);
    let summary = &parsed.article.sections[0];
    assert!(matches!(summary.body[1], Block::Heading(_)), "{:?}", summary.body);
    let at = text.find("Les chiffres").unwrap();
    assert_eq!(parsed.source.at(at).unwrap().path().unwrap().to_string(), "sections[0].body[1]");
}

#[test]
fn two_sections_with_one_role_stay_two_where_each_has_its_heading() {
    let text = "## Optimistic view\n\nCosts fall.\n\n## Optimistic view\n\nWater is saved.\n";
    assert_eq!(roles(&parse(text).article), ["perspective:optimistic", "perspective:optimistic"]);
}

#[test]
fn a_line_that_finds_no_place_in_the_head_is_kept_and_reported() {
    let text = HEADLESS.replacen("Camille Roy\n", "Camille Roy\n31 février 2025\n", 1);
    let parsed = parse(&text);
    assert_eq!(parsed.article.published, None);
    let finding = parsed.report.find("unclassified").unwrap();
    assert_eq!(finding.span.unwrap().slice(&text), Some("31 février 2025"));
    let kept = parsed.article.sections.iter().find(|section| section.role == Role::Unclassified).unwrap();
    assert_eq!(kept.text(), "31 février 2025");
}

#[test]
fn a_profile_names_the_sides() {
    let debate = Profile::new("debate")
        .expect(Role::perspective(Stance::For), commentary::Presence::Required)
        .expect(Role::perspective(Stance::Against), commentary::Presence::Required);
    let article = Parser::new().profile(debate).parse(HEADLESS).article;
    assert!(article.find(&Stance::For).is_some() && article.find(&Stance::Against).is_some());
}

#[test]
fn a_caller_adds_evidence() {
    #[derive(Debug)]
    struct Editor;
    impl EvidenceSource for Editor {
        fn weigh(&self, pieces: &[Piece<'_>], scores: &mut Scores) {
            for (position, piece) in pieces.iter().enumerate() {
                if piece.text.starts_with("Imaginez") {
                    scores.add(position, &Label::Section(Role::Conclusion), 40.0, "the editor says so");
                }
            }
        }
    }
    let parsed = Parser::new().evidence(Editor).parse(HEADLESS);
    let at = HEADLESS.find("Imaginez").unwrap();
    let reading = parsed.source.at(at).unwrap().reading().unwrap();
    assert_eq!(reading.label, Label::Section(Role::Conclusion));
    assert_eq!(reading.evidence[0].name(), "the editor says so");
}

#[test]
fn a_caller_adds_a_language() {
    let mut lexicon = Lexicon::builtin().clone();
    lexicon.add("nl", Sense::Function, ["de", "het", "een", "van", "niet", "wordt", "zijn", "voor", "die"]);
    lexicon.add("nl", Sense::View, ["kijk"]);
    lexicon.add("nl", Sense::Stance(Stance::Optimistic), ["optimistische"]);
    lexicon.add("nl", Sense::Stance(Stance::Pessimistic), ["pessimistische"]);
    let text = "Optimistische kijk\n\nHet dorp wordt niet vergeten, en een deel van de kosten is voor die ene winter betaald.\n\n\
        Pessimistische kijk\n\nDe subsidie stopt.\n";
    let article = Parser::new().lexicon(lexicon).parse(text).article;
    assert_eq!(article.language.as_ref().map(AsRef::as_ref), Some("nl"));
    assert_eq!(roles(&article), ["perspective:optimistic", "perspective:pessimistic"]);
}

#[test]
fn a_very_long_text_is_read_to_its_end() {
    let text = "a\n\n".repeat(50_000);
    let parsed = parse(&text);
    assert!(parsed.report.find("too-many-lines").is_some());
    let covered: usize = parsed.source.entries().iter().map(|entry| entry.span().len()).sum();
    assert_eq!(covered, text.len());
    let line = "mot ".repeat(250_000);
    let parsed = parse(&line);
    assert_eq!(parsed.source.at(0).unwrap().span(), Span::new(0, line.trim_end().len()));
    assert_eq!(parsed.article.title, None);
}

#[test]
fn articles_below_one_another_have_views_of_their_own() {
    let article = include_str!("../examples/commentary/article.fr.txt");
    let parsed = parse(&article.repeat(3));
    let stances: Vec<&Stance> = parsed
        .article
        .sections
        .iter()
        .filter_map(|section| section.stance())
        .filter(|stance| stance.takes_side())
        .collect();
    assert_eq!(stances, [&Stance::Optimistic, &Stance::Pessimistic].repeat(3));
}
