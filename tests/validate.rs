//! The validator: its report, the caller's choices, rules of the caller's own, and hostile articles.

use commentary::validate::{Rule, Subject, explain, rules};
use commentary::{
    Article, Block, Diagnostic, Inline, Link, Paragraph, Path, Perspective, Presence, Profile, Quote, Reference,
    ReferenceKind, Report, Role, Section, Severity, Stance, Validator, validate,
};

/// An article that lacks an author, a source and a second view, and has an empty section.
fn faulty() -> Article {
    Article::new("A roof over the canal")
        .language("en".parse().unwrap())
        .section(Section::summary())
        .section(Section::perspective(Stance::Optimistic).paragraph("Every mile saves water."))
}

#[test]
fn a_report_lists_its_findings_in_the_order_of_their_places() {
    assert_eq!(
        validate(&faulty(), &Profile::any()).to_string(),
        "warning[missing-reference]: the article names no source\n\
         warning[missing-perspective]: only one perspective takes a side\n\
         note[missing-author]: the article names no author\n\
         warning[empty-section]: the section “summary” has no text (sections[0])\n"
    );
}

#[test]
fn an_article_with_all_that_its_genre_expects_has_an_empty_report() {
    for profile in Profile::all() {
        let mut article = rules::MissingTitle.good();
        if profile.axis().is_some() {
            let sections = profile.expected().iter().map(|expected| Section::new(expected.role().clone()));
            article.sections = sections.map(|section| section.paragraph("It is so.")).collect();
        }
        assert_eq!(validate(&article, &profile), Report::new(), "{}", profile.name());
    }
}

#[test]
fn an_allowed_rule_does_not_speak() {
    let validator = Validator::new(Profile::any()).allow("missing-author").allow("empty-section");
    assert_eq!(validator.run(&faulty()).names(), ["missing-reference", "missing-perspective"]);
}

#[test]
fn a_severity_can_be_chosen_by_name_and_the_last_choice_holds() {
    let validator = Validator::new(Profile::any())
        .allow("missing-author")
        .severity("missing-author", Severity::Error)
        .severity("missing-reference", Severity::Note)
        .severity("empty-section", Severity::Error)
        .allow("empty-section");
    let report = validator.run(&faulty());
    assert_eq!(report.find("missing-author").unwrap().severity, Severity::Error);
    assert_eq!(report.find("missing-reference").unwrap().severity, Severity::Note);
    assert_eq!(report.find("empty-section"), None);
}

#[test]
fn a_name_that_belongs_to_no_rule_is_reported_once() {
    let validator = Validator::new(Profile::any())
        .allow("lost-lists")
        .severity("lost-lists", Severity::Error)
        .allow("unknown-rules\u{202e}");
    let report = validator.run(&rules::MissingTitle.good());
    assert_eq!(
        report.to_string(),
        "warning[unknown-rule]: there is no rule “lost-lists”\n\
         warning[unknown-rule]: there is no rule “unknown-rules\\u{202e}”\n"
    );
    let help: Vec<Option<&str>> = report.iter().map(|finding| finding.help.as_deref()).collect();
    assert_eq!(
        help,
        [Some("write lost-list"), Some("write the name of a rule, as it stands in the brackets of a finding")]
    );
}

#[test]
fn the_finding_for_unknown_names_can_itself_be_chosen() {
    let article = rules::MissingTitle.good();
    let validator = Validator::new(Profile::any()).allow("lost-lists");
    assert!(validator.clone().allow("unknown-rule").run(&article).is_empty());
    assert!(validator.severity("unknown-rule", Severity::Error).run(&article).has_errors());
    assert!(explain("unknown-rule").unwrap().starts_with("Reports a name"));
}

/// Reports a headline that shouts.
#[derive(Debug)]
struct LoudTitle {
    name: &'static str,
}

impl Rule for LoudTitle {
    fn name(&self) -> &'static str {
        self.name
    }

    fn severity(&self) -> Severity {
        Severity::Note
    }

    fn documentation(&self) -> &'static str {
        "Reports a headline that shouts."
    }

    fn check(&self, subject: &Subject<'_>, found: &mut dyn FnMut(Diagnostic)) {
        let article = subject.article();
        if article.title.as_ref().is_some_and(|title| title.ends_with('!')) {
            found(Diagnostic::new("other", Severity::Note, "the title shouts").at(Path::root().key("title")));
        }
    }

    fn bad(&self) -> Article {
        let mut article = self.good();
        article.title = Some("The canal is gone!".into());
        article
    }

    fn good(&self) -> Article {
        rules::MissingTitle.good()
    }
}

#[test]
fn a_callers_rule_runs_beside_the_others_under_its_own_name() {
    let rule = LoudTitle { name: "loud-title" };
    let (bad, good) = (rule.bad(), rule.good());
    let validator = Validator::new(Profile::any()).rule(rule);
    assert_eq!(validator.run(&bad).to_string(), "note[loud-title]: the title shouts (title)\n");
    assert!(validator.run(&good).is_empty());
    assert!(validator.clone().allow("loud-title").run(&bad).is_empty());
    assert!(validator.severity("loud-title", Severity::Error).run(&bad).has_errors());
}

#[test]
fn a_callers_rule_takes_the_place_of_one_with_its_name() {
    let validator = Validator::new(Profile::any()).rule(LoudTitle { name: "missing-title" });
    let untitled = rules::MissingTitle.bad();
    assert!(validator.run(&untitled).is_empty());
    let twice = validator.rule(LoudTitle { name: "missing-title" });
    assert_eq!(twice.run(&LoudTitle { name: "" }.bad()).names(), ["missing-title"]);
}

#[test]
fn a_full_report_keeps_the_worst_findings() {
    let mut article = faulty();
    article.sections.extend((0..2000).map(|_| Section::example()));
    article.url = Some("javascript:alert(1)".into());
    let report = validate(&article, &Profile::outlook());
    assert_eq!(report.len(), Report::MAX_FINDINGS);
    assert!(report.omitted() >= 1000, "{}", report.omitted());
    assert!(report.find("unsafe-link").is_some());
    assert!(report.find("missing-perspective").is_some());
}

#[test]
fn deep_nesting_is_walked_without_recursion() {
    let link = Link::new("javascript:alert(1)", [Inline::text("x")]);
    let line = (0..500).fold(Inline::from(link), |inner, _| Inline::emphasis([inner]));
    let block = (0..500).fold(Block::from(Paragraph::new([line])), |inner, _| Quote::from(vec![inner]).into());
    let section = (0..500).fold(Section::example().block(block), |inner, _| {
        let mut view = Perspective::new(Stance::For);
        view.replies.push(inner);
        Section::new(view).paragraph("Yes.")
    });
    let article = Article::new("Deep")
        .language("en".parse().unwrap())
        .author("A")
        .reference(Reference::new(ReferenceKind::Data))
        .section(section);
    let report = validate(&article, &Profile::any());
    assert_eq!(report.names(), ["unsafe-link"]);
    let finding = report.iter().next().unwrap();
    assert!(finding.path.to_string().starts_with("sections[0].replies[0].replies[0]"));
    assert!(finding.path.to_string().ends_with(".content[0].content[0].url"));
}

#[test]
fn a_validator_can_be_shared_between_threads() {
    fn shared<T: Send + Sync + Clone>(_: &T) {}
    shared(&Validator::new(Profile::any()).rule(LoudTitle { name: "loud-title" }));
}

#[test]
#[cfg(feature = "json")]
fn the_number_of_views_a_genre_expects_is_stored() {
    let stored = r#"{"name":"round-table","sections":[{"role":"summary","presence":"usual"}],"views":3}"#;
    let profile: Profile = serde_json::from_str(stored).unwrap();
    assert_eq!(profile, Profile::new("round-table").expect(Role::Summary, Presence::Usual).expect_views(3));
    assert_eq!(serde_json::to_string(&profile).unwrap(), stored);
    let without: Profile = serde_json::from_str(r#"{"name":"brief"}"#).unwrap();
    assert_eq!(without.expected_views(), 0);
}

#[test]
fn a_genre_that_expects_nothing_finds_nothing_missing() {
    let brief = Article::new("Rates hold")
        .language("en".parse().unwrap())
        .author("A")
        .reference(Reference::to("https://dryland-review.example/"));
    assert!(validate(&brief, &Profile::new("brief")).is_empty());
}
