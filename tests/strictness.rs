//! How strictly rules apply: by the genre, by the article, by the caller.

use commentary::validate::explain;
use commentary::{Article, Level, Profile, Severity, Validator, Value, validate};

/// An article without a title that allows rules itself.
fn allowing(names: &[&str]) -> Article {
    let names: Vec<Value> = names.iter().map(|&name| Value::from(name)).collect();
    let mut article = Article::default();
    let own = [("allow", Value::Array(names))].into_iter().collect();
    article.extra.insert("commentary", Value::Object(own));
    article
}

fn names(article: &Article, profile: Profile) -> Vec<String> {
    Validator::new(profile).run(article).names().into_iter().map(str::to_owned).collect()
}

#[test]
fn a_genre_says_how_strictly_a_rule_applies() {
    let brief = || Profile::new("brief").rule("missing-author", Level::Allow).rule("missing-reference", Level::Allow);
    let strict = brief().rule("missing-title", Severity::Error);
    assert_eq!(names(&Article::default(), brief()), ["missing-title"]);
    assert!(!validate(&Article::default(), &brief()).has_errors());
    assert!(validate(&Article::default(), &strict).has_errors());
    assert_eq!(strict.rules().count(), 3);
}

#[test]
fn the_levels_of_a_genre_are_stored() {
    let stored = r#"{"name":"brief","sections":[],"rules":{"missing-author":"allow","missing-title":"error"}}"#;
    let profile: Profile = serde_json::from_str(stored).unwrap();
    assert_eq!(profile.level("missing-author"), Some(Level::Allow));
    assert_eq!(serde_json::to_string(&profile).unwrap(), stored);
    let error = serde_json::from_str::<Profile>(r#"{"name":"brief","rules":{"missing-title":"deny"}}"#).unwrap_err();
    assert!(error.to_string().contains("expected one of `allow`, `note`, `warning`, `error`"), "{error}");
}

#[test]
fn a_name_that_belongs_to_no_rule_is_reported_wherever_it_stands() {
    let report = validate(&Article::default(), &Profile::new("brief").rule("missing-titel", Level::Allow));
    let message = &report.find("unknown-rule").unwrap().message;
    assert_eq!(message, "there is no rule “missing-titel”");
    let report = validate(&allowing(&["missing-title", "missing-titel"]), &Profile::new("brief"));
    assert_eq!(report.find("unknown-rule").unwrap().path.to_string(), "commentary.allow[1]");
}

#[test]
fn an_article_allows_rules_itself_and_what_it_need_not_allow_is_reported() {
    let brief = Profile::new("brief");
    assert_eq!(names(&allowing(&[]), brief.clone()), ["missing-title", "missing-reference", "missing-author"]);
    let all = ["missing-title", "missing-author", "missing-reference"];
    assert_eq!(names(&allowing(&all), brief.clone()), [""; 0]);
    let report = validate(&allowing(&["missing-title", "missing-author", "missing-reference", "lost-list"]), &brief);
    assert_eq!(
        report.to_string(),
        "note[unused-allowance]: the article allows “lost-list”, which finds nothing in it (commentary.allow[3])\n"
    );
    assert!(explain("unused-allowance").unwrap().contains("commentary: {allow: [missing-title]}"));
}

#[test]
fn one_name_may_stand_without_a_list() {
    let mut article = Article::default();
    let own = [("allow", Value::from("missing-title"))].into_iter().collect();
    article.extra.insert("commentary", Value::Object(own));
    assert_eq!(names(&article, Profile::new("brief")), ["missing-reference", "missing-author"]);
}

#[test]
fn the_caller_has_the_last_word() {
    let article = allowing(&["missing-title"]);
    let validator = Validator::new(Profile::new("brief").rule("missing-author", Level::Allow));
    let report = validator.severity("missing-title", Severity::Error).severity("missing-author", Severity::Note);
    let report = report.allow("missing-reference").run(&article);
    assert_eq!(
        report.to_string(),
        "error[missing-title]: the article has no title\nnote[missing-author]: the article names no author\n"
    );
}

#[test]
#[cfg(feature = "markdown")]
fn the_front_matter_of_a_markdown_file_allows_rules() {
    let text =
        "---\nlang: en\ncommentary: {allow: [missing-title, missing-author, missing-reference]}\n---\nIt rained.\n";
    let article = commentary::markdown::from_str(text).unwrap();
    assert_eq!(names(&article, Profile::new("brief")), [""; 0]);
    assert_eq!(commentary::markdown::from_str(&commentary::markdown::to_string(&article)).unwrap(), article);
}
