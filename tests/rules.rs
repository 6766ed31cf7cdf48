//! The built-in rules: each is registered, documented, and proved by its own articles.

use std::collections::BTreeSet;

use commentary::validate::{Rule, explain, rules};
use commentary::{Diagnostic, validate};

/// Each rule with the one finding in its bad article: line, and help.
const FINDINGS: &[(&str, &str)] = &[
    ("warning[missing-title]: the article has no title", "give the article a title"),
    ("note[missing-author]: the article names no author", "name its author or the body that signs it"),
    ("warning[missing-reference]: the article names no source", "add a reference to what it comments on"),
    (
        "error[missing-summary]: there is no summary, which the genre “outlook” expects",
        "open with a section that says what happened",
    ),
    (
        "error[missing-section]: there is no section “conclusion”, which the genre “column” expects",
        "add a section with the role “conclusion”",
    ),
    (
        "warning[missing-perspective]: only one perspective takes a side",
        "add a view that differs: the genre “any” expects 2",
    ),
    (
        "warning[one-sided]: 2 perspectives take a side, and none opposes “optimistic”",
        "add a perspective that answers them, such as “pessimistic”",
    ),
    (
        "warning[duplicate-perspective]: the perspective “optimistic” comes twice (sections[4])",
        "join it to sections[2], or say what sets it apart: a stance, a holder or a thesis",
    ),
    (
        "warning[empty-section]: the perspective “pessimistic” has no text (sections[3])",
        "write its text, or remove the section",
    ),
    (
        "warning[lost-list]: “The judges agreed on these points:” announces a list, and none follows (sections[4].body[0])",
        "add the list, or end the sentence without a colon",
    ),
    (
        "error[unsafe-link]: the address “java\\u{9}script:alert(1)” has the scheme “javascript” \
         (sections[4].body[0].content[1].url)",
        "write a whole address that begins with https://, or remove it",
    ),
];

#[test]
fn every_rule_finds_exactly_this_in_its_bad_article_and_no_other_rule_speaks() {
    assert_eq!(rules::ALL.len(), FINDINGS.len());
    for (rule, (line, help)) in rules::ALL.iter().zip(FINDINGS) {
        let report = validate(&rule.bad(), &rule.genre());
        let found: Vec<(String, Option<&str>)> =
            report.iter().map(|finding| (finding.to_string(), finding.help.as_deref())).collect();
        assert_eq!(found, [((*line).to_owned(), Some(*help))], "{}", rule.name());
    }
}

#[test]
fn no_rule_speaks_on_a_good_article() {
    for rule in rules::ALL {
        assert_eq!(validate(&rule.good(), &rule.genre()).to_string(), "", "{}", rule.name());
    }
}

#[test]
fn every_page_has_a_first_sentence_and_the_four_headings_in_order() {
    for rule in rules::ALL {
        let page = rule.documentation();
        let first = page.lines().next().unwrap();
        assert!(first.starts_with("Reports ") && first.ends_with('.'), "{}: {first}", rule.name());
        let headings: Vec<&str> = page.lines().filter(|line| line.starts_with("# ")).collect();
        assert_eq!(headings, ["# What it does", "# Why", "# Example", "# Use instead"], "{}", rule.name());
        assert_eq!(page.matches("```").count(), 4, "{}: one example each", rule.name());
        assert_eq!(explain(rule.name()), Some(page));
    }
}

#[test]
fn names_are_in_kebab_case_and_no_two_are_alike() {
    let names: BTreeSet<&str> = rules::ALL.iter().map(|rule| rule.name()).collect();
    assert_eq!(names.len(), rules::ALL.len());
    for name in names {
        assert!(name.split('-').all(|word| !word.is_empty() && word.bytes().all(|c| c.is_ascii_lowercase())), "{name}");
    }
}

#[test]
fn every_rule_file_holds_the_rule_of_its_name_and_every_rule_has_its_file() {
    let folder = std::path::Path::new(env!("CARGO_MANIFEST_DIR")).join("src/validate/rules");
    let files: BTreeSet<String> = std::fs::read_dir(folder)
        .unwrap()
        .map(|entry| entry.unwrap().path().file_stem().unwrap().to_str().unwrap().to_owned())
        .filter(|stem| stem != "mod")
        .collect();
    let names: BTreeSet<String> = rules::ALL.iter().map(|rule| rule.name().replace('-', "_")).collect();
    assert_eq!(files, names);
}

#[test]
fn messages_are_one_line_in_lower_case_without_a_full_stop_and_come_with_help() {
    let findings = |rule: &&dyn Rule| validate(&rule.bad(), &rule.genre());
    for Diagnostic { message, help, .. } in rules::ALL.iter().flat_map(findings) {
        for text in [message, help.unwrap_or_default()] {
            assert!(!text.is_empty() && !text.ends_with('.') && !text.contains('\n'), "{text}");
            assert!(!text.starts_with(char::is_uppercase), "{text}");
        }
    }
}
