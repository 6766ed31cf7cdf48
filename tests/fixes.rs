//! Fixes: what mends a finding, applied to the article.

use commentary::diagnostic::{Edit, Replacement};
use commentary::validate::rules;
use commentary::{
    Article, Citation, Date, Inline, Paragraph, Profile, Reference, Role, Section, Span, Stance, Validator,
};

/// Applies every fix there is, and gives the names of what was mended.
fn mend(article: &mut Article) -> Vec<String> {
    let fixed = Validator::new(Profile::any()).fix(article, |_| true);
    fixed.applied.iter().map(|finding| finding.name.to_string()).collect()
}

fn with_sources(urls: &[&str]) -> Article {
    urls.iter().fold(Article::new("A roof"), |article, &url| article.reference(Reference::to(url)))
}

/// The addresses of an article's sources.
fn sources(article: &Article) -> Vec<&str> {
    article.references.iter().filter_map(|reference| reference.url.as_ref()).map(|url| url.as_str()).collect()
}

#[test]
fn fixing_mends_what_it_says_makes_nothing_worse_and_does_it_once() {
    let mut mended = Vec::new();
    for rule in rules::ALL {
        let validator = Validator::new(rule.genre()).today(Date::from_day(2025, 6, 17).unwrap());
        let mut article = rule.bad();
        let before = validator.run(&article);
        let fixable = before.iter().filter(|finding| finding.fix.is_some()).count();
        let fixed = validator.fix(&mut article, |_| true);
        assert_eq!(fixed.applied.len(), fixable, "{}", rule.name());
        assert_eq!(fixed.report.len(), before.len() - fixable, "{}: {}", rule.name(), fixed.report);
        assert_eq!(validator.run(&article), fixed.report);
        let once = article.clone();
        assert!(validator.fix(&mut article, |_| true).applied.is_empty(), "{}", rule.name());
        assert_eq!(article, once);
        mended.extend((fixable > 0).then(|| rule.name()));
    }
    assert_eq!(
        mended,
        [
            "tracking-parameters", "invisible-characters", "bidi-control", "mojibake", "duplicate-reference",
            "section-order", "empty-list",
        ]
    );
}

#[test]
fn only_chosen_fixes_are_applied() {
    let mut article = with_sources(&["https://a.example/?utm_source=mail", "https://b.example/?fbclid=1"]);
    let validator = Validator::new(Profile::any());
    let fixed = validator.fix(&mut article, |finding| finding.path.to_string().starts_with("references[1]"));
    assert_eq!(sources(&article), ["https://a.example/?utm_source=mail", "https://b.example/"]);
    assert_eq!(fixed.applied.len(), 1);
    assert_eq!(fixed.report.iter().filter(|finding| finding.name == "tracking-parameters").count(), 1);
}

#[test]
fn one_fix_makes_room_for_another() {
    let mut article = with_sources(&[
        "https://a.example/canal?utm_source=mail&id=7", "https://a.example/canal?id=7#top",
        "http://a.example/canal?id=7",
    ]);
    let names = mend(&mut article);
    assert_eq!(sources(&article), ["https://a.example/canal?id=7"], "{names:?}");
    assert_eq!(names.iter().filter(|name| *name == "duplicate-reference").count(), 2);
}

#[test]
fn a_source_that_says_more_or_is_cited_stays() {
    let mut article = with_sources(&["https://a.example/canal", "https://a.example/canal"]);
    article.references[1].title = Some("The canal".to_owned());
    assert!(mend(&mut article).is_empty());
    let mut article = with_sources(&["https://a.example/canal", "https://a.example/canal"]);
    article.references[0].id = Some("1".to_owned());
    article.references[1].id = Some("2".to_owned());
    let cited = Paragraph::new([Inline::text("So it is said"), Citation::new("2", "[2]").into()]);
    let mut article = article.section(Section::summary().block(cited));
    assert!(mend(&mut article).is_empty());
    assert_eq!(article.references.len(), 2);
}

#[test]
fn sections_are_moved_with_what_belongs_to_them_and_sides_keep_their_order() {
    let view = |stance: Stance| Section::perspective(stance).paragraph("So.");
    let mut article = Article::new("A roof")
        .section(view(Stance::Pessimistic))
        .section(Section::new(Role::from("timeline")).paragraph("When."))
        .section(view(Stance::Optimistic))
        .section(Section::summary().paragraph("What."));
    let fixed = Validator::new(Profile::outlook()).fix(&mut article, |_| true);
    assert_eq!(fixed.applied.len(), 1);
    let roles: Vec<String> = article.sections.iter().map(|section| section.role.to_string()).collect();
    assert_eq!(roles, ["summary", "perspective:pessimistic", "timeline", "perspective:optimistic"]);
}

#[test]
fn http_becomes_https_only_where_the_article_has_it() {
    let mut article = with_sources(&["http://a.example/", "HTTP://b.example/x"]);
    article.url = Some("https://b.example/x".into());
    assert_eq!(mend(&mut article), ["insecure-link"]);
    assert_eq!(sources(&article), ["http://a.example/", "https://b.example/x"]);
}

#[test]
fn a_fix_is_stored_with_its_finding() {
    let report = Validator::new(Profile::any()).run(&rules::ALL[12].bad());
    let finding = report.find("tracking-parameters").unwrap();
    let stored = serde_json::to_string(finding).unwrap();
    assert!(
        stored.contains(r#""fix":{"title":"take the parameters out","edits":[{"edit":"replace","path":""#),
        "{stored}"
    );
    assert_eq!(&serde_json::from_str::<commentary::Diagnostic>(&stored).unwrap(), finding);
    assert_eq!(finding.fix.as_ref().unwrap().edits[0].path(), &finding.path);
    assert!(matches!(finding.fix.as_ref().unwrap().edits[0], Edit::Replace { .. }));
}

#[test]
fn replacements_are_applied_only_in_order_and_on_characters() {
    let at = |start, end, text| Replacement::new(Span::new(start, end), text);
    let text = "é the liht is on";
    let both = [at(0, 2, "E"), at(7, 11, "light")];
    assert_eq!(Replacement::apply(&both, text).as_deref(), Some("E the light is on"));
    assert_eq!(Replacement::apply(&[], text).as_deref(), Some(text));
    let [first, second] = both;
    assert_eq!(Replacement::apply(&[second, first], text), None);
    assert_eq!(Replacement::apply(&[at(1, 2, "")], text), None);
    assert_eq!(Replacement::apply(&[at(0, 99, "")], text), None);
}
