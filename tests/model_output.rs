//! What language models answer: an article with words before and after it, in a fence, under front matter.

use commentary::{Article, Date, Role, parse};

/// An article in one language, and what a model says before and after it.
struct Answer {
    language: &'static str,
    before: &'static str,
    after: &'static str,
    title: &'static str,
    parts: [(&'static str, &'static str); 3],
}

const ANSWERS: [Answer; 6] = [
    Answer {
        language: "de",
        before: "Gerne! Hier ist der Artikel:",
        after: "Sag mir Bescheid, wenn du Änderungen möchtest.",
        title: "Die Brücke wird für Autos gesperrt",
        parts: [
            (
                "Zusammenfassung",
                "Die Stadt hat die Brücke am Montag für zwei Jahre gesperrt, und viele nehmen einen Umweg.",
            ),
            ("Optimistische Sicht", "Kinder werden sicher zur Schule gehen, und die Altstadt wird wieder atmen."),
            ("Pessimistische Sicht", "Der Umweg kostet eine Stunde am Tag, und die kleinen Läden drohen zu schließen."),
        ],
    },
    Answer {
        language: "en",
        before: "Sure! Here is the article you asked for:",
        after: "Let me know if you would like a shorter version!",
        title: "The bridge closes to cars",
        parts: [
            (
                "Factual summary",
                "The city closed the bridge to cars on Monday, for two years, and many take the detour.",
            ),
            ("Optimistic view", "Children will walk to school in safety, and the old town will breathe again."),
            ("Pessimistic view", "The detour will cost workers an hour a day, and the small shops may not survive it."),
        ],
    },
    Answer {
        language: "es",
        before: "¡Claro! Aquí tienes el artículo:",
        after: "Avísame si quieres que cambie algo.",
        title: "El puente se cierra a los coches",
        parts: [
            ("Resumen", "La ciudad cerró el lunes el puente a los coches durante dos años, y muchos dan un rodeo."),
            ("Perspectiva optimista", "Los niños irán seguros a la escuela y el casco antiguo volverá a respirar."),
            ("Perspectiva pesimista", "El rodeo costará una hora al día y los pequeños comercios podrían cerrar."),
        ],
    },
    Answer {
        language: "fr",
        before: "Bien sûr ! Voici l’article demandé :",
        after: "N’hésitez pas à me dire si vous souhaitez une version plus courte !",
        title: "Le pont ferme aux voitures",
        parts: [
            (
                "Récapitulatif factuel",
                "La ville a fermé lundi le pont aux voitures, pour deux ans, et beaucoup font un détour.",
            ),
            (
                "Point de vue optimiste",
                "Les enfants iront à l’école en sécurité, et la vieille ville respirera de nouveau.",
            ),
            (
                "Point de vue pessimiste",
                "Le détour coûtera une heure par jour, et les petits commerces risquent de fermer.",
            ),
        ],
    },
    Answer {
        language: "it",
        before: "Certo! Ecco l’articolo:",
        after: "Fammi sapere se vuoi delle modifiche.",
        title: "Il ponte chiude alle auto",
        parts: [
            (
                "Riepilogo dei fatti",
                "La città ha chiuso lunedì il ponte alle auto per due anni, e molti fanno una deviazione.",
            ),
            (
                "Punto di vista ottimista",
                "I bambini andranno a scuola in sicurezza e il centro storico tornerà a respirare.",
            ),
            (
                "Punto di vista pessimista",
                "La deviazione costerà un’ora al giorno e i piccoli negozi rischiano di chiudere.",
            ),
        ],
    },
    Answer {
        language: "pt",
        before: "Claro! Aqui está o artigo:",
        after: "Me avise se quiser alguma alteração.",
        title: "A ponte fecha aos carros",
        parts: [
            (
                "Resumo dos fatos",
                "A cidade fechou na segunda-feira a ponte aos carros por dois anos, e muitos dão a volta.",
            ),
            (
                "Perspectiva otimista",
                "As crianças irão para a escola em segurança e a cidade velha voltará a respirar.",
            ),
            ("Perspectiva pessimista", "O desvio custará uma hora por dia e as pequenas lojas podem fechar."),
        ],
    },
];

impl Answer {
    /// The parts, their headings as `mark` writes them.
    fn body(&self, mark: impl Fn(&str) -> String) -> String {
        self.parts.iter().map(|(heading, text)| format!("{}{text}\n\n", mark(heading))).collect()
    }

    fn with_headings(&self) -> String {
        format!("# {}\n\n{}", self.title, self.body(|heading| format!("## {heading}\n\n")))
    }

    /// Checks title, sections and language; `texts` says what stands outside them.
    fn check(&self, text: &str) -> Article {
        let article = parse(text).article;
        assert_eq!(article.title.as_deref(), Some(self.title), "{text}");
        assert_eq!(article.language.as_ref().map(AsRef::as_ref), Some(self.language), "{text}");
        let is_own = |role: &&Role| **role != Role::Boilerplate;
        let roles: Vec<String> =
            article.sections.iter().map(|section| &section.role).filter(is_own).map(ToString::to_string).collect();
        assert_eq!(roles, ["summary", "perspective:optimistic", "perspective:pessimistic"], "{text}");
        for section in &article.sections {
            let holds_framing = [self.before, self.after].iter().any(|words| section.text().contains(words));
            assert_eq!(holds_framing, section.role == Role::Boilerplate, "{text}\n{section:?}");
        }
        article
    }
}

#[test]
fn words_before_and_after_an_article_are_no_part_of_it() {
    for answer in &ANSWERS {
        let Answer { before, after, title, .. } = answer;
        let bodies = [
            answer.with_headings(),
            format!("---\n\n{}---\n\n", answer.with_headings()),
            format!("{title}\n\n{}", answer.body(|heading| format!("{heading}\n\n"))),
            format!("**{title}**\n\n{}", answer.body(|heading| format!("**{heading}**\n\n"))),
            format!("**{title}**\n\n{}", answer.body(|heading| format!("**{heading}:** "))),
        ];
        for body in bodies {
            answer.check(&body);
            answer.check(&format!("{before}\n\n{body}"));
            answer.check(&format!("{before}\n\n{body}{after}\n"));
        }
    }
}

#[test]
fn an_answer_in_a_fence_is_read_without_it() {
    for answer in &ANSWERS {
        let Answer { before, after, .. } = answer;
        let body = answer.with_headings();
        for info in ["", "markdown", "md"] {
            answer.check(&format!("```{info}\n{body}```\n"));
            answer.check(&format!("{before}\n\n```{info}\n{body}```\n\n{after}\n"));
            answer.check(&format!("~~~{info}\n{body}~~~\n\n{after}\n"));
        }
    }
}

#[test]
fn front_matter_is_read_below_the_first_words_and_in_a_fence() {
    for answer in &ANSWERS {
        let Answer { before, after, title, language, .. } = answer;
        let body = answer.body(|heading| format!("## {heading}\n\n"));
        let yaml = format!(
            "---\ntitle: \"{title}\"\nlang: {language}\ndate: 2025-04-05\nauthors: [Ida Sorensen]\ntags:\n  - bridge\n  - \"cars, all\"\nlayout: post\n---\n\n"
        );
        let toml = format!(
            "+++\ntitle = \"{title}\"\nlanguage = '{language}'\ndate = 2025-04-05\nauthors = [\"Ida Sorensen\"]\ntags = [\n  \"bridge\",\n  \"cars, all\", # both\n]\nlayout = \"post\"\n+++\n\n"
        );
        for front in [yaml, toml] {
            let texts = [
                format!("{front}{body}"),
                format!("{before}\n\n{front}{body}{after}\n"),
                format!("```markdown\n{front}{body}```\n"),
                format!(
                    "{before}\r\n\r\n```\r\n{}```\r\n\r\n{after}\r\n",
                    format!("{front}{body}").replace('\n', "\r\n")
                ),
            ];
            for text in texts {
                let article = answer.check(&text);
                assert_eq!(article.published, "2025-04-05".parse::<Date>().ok(), "{text}");
                assert_eq!(
                    article.authors.iter().map(|author| author.name.as_str()).collect::<Vec<_>>(),
                    ["Ida Sorensen"]
                );
                assert_eq!(article.tags, ["bridge", "cars, all"]);
                assert_eq!(article.extra.get("layout").and_then(|value| value.as_str()), Some("post"));
            }
        }
    }
}

#[test]
fn an_articles_own_words_are_no_framing() {
    for (first, last) in [
        ("Certainly, the bridge matters:", "I hope that the council listens."),
        ("Good question", "Would you like me to cross a river for bread?"),
    ] {
        let text = format!(
            "Summary\n\n{first} the city closed it on Monday, for two years, and many take the detour.\n\nAuthor's view\n\n{last}\n"
        );
        let article = parse(&text).article;
        assert!(article.sections.iter().all(|section| section.role != Role::Boilerplate), "{:?}", article.sections);
    }
}

#[test]
fn a_paragraph_between_two_rules_is_no_front_matter() {
    let text = "The bridge closes to cars\n\n---\n\nNote: the city closed it on Monday.\n\n---\n\nOptimistic view\n\nChildren will walk to school.\n";
    let article = parse(text).article;
    assert!(
        article.extra.is_empty() && article.sections.iter().any(|section| section.text().contains("Note: the city"))
    );
}
