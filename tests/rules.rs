//! The built-in rules: each is registered, documented, and proved by its own articles.

use std::collections::BTreeSet;

use commentary::validate::{Rule, explain, rules};
use commentary::{Date, Diagnostic, Profile, Report, Validator, parse};

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
    (
        "note[insecure-link]: the address “http://the-curd-ledger.example/ruling” is not secure (sections[4].body[0].content[1].url)",
        "write https:// where the server answers there",
    ),
    (
        "note[tracking-parameters]: the address “https://the-curd-ledger.example/ruling?id=7&utm_source=mail” follows its reader with “utm_source” (sections[4].body[0].content[1].url)",
        "take such parameters out",
    ),
    (
        "note[shortened-link]: the address “https://bit.ly/3xYz” hides where it leads (sections[4].body[0].content[1].url)",
        "write the address that “bit.ly” leads to",
    ),
    (
        "warning[link-text-mismatch]: the link shows “bank.example” and leads to “other.example” (sections[4].body[0].content[1])",
        "let the text say where the link leads",
    ),
    ("note[raw-html]: “<br>” is raw HTML (sections[4].body[0].content[1])", "say it in Markdown, or take it out"),
    (
        "warning[invisible-characters]: the text holds U+200B, which is not seen (sections[4].body[0].content[0])",
        "take it out where it was not meant",
    ),
    (
        "warning[bidi-control]: the text holds U+202E, which changes the direction of writing (sections[4].body[0].content[0])",
        "take it out where it was not meant",
    ),
    (
        "warning[mojibake]: “Ã©” is “é” that was read as Windows-1252 (sections[4].body[0].content[0])",
        "get the text again and read it as UTF-8",
    ),
    (
        "warning[dangling-citation]: no reference has the id “3” that is cited (sections[4].body[0].content[1])",
        "add the reference, or take the citation out",
    ),
    (
        "note[uncited-reference]: the reference “2” is not cited (references[1])",
        "cite it where it is used, or remove it",
    ),
    (
        "note[duplicate-reference]: the source “https://dryland-review.example/year-one” is listed twice (references[1])",
        "join it to references[0]",
    ),
    (
        "note[section-order]: the section “summary” stands after “conclusion”, which the genre “any” has later (sections[1])",
        "move it before sections[0]",
    ),
    (
        "warning[identical-perspectives]: “Every mile saves water, and the costs of panels will go on f…” stands in two perspectives (sections[4].body[0])",
        "leave it in sections[2] or here, and say what this view holds",
    ),
    (
        "note[duplicate-heading]: the heading “The view of the district” stands over two sections (sections[5].heading)",
        "say what sets it apart from sections[4], or join them",
    ),
    ("warning[empty-list]: the item has no text (sections[4].body[0].items[1])", "write its text, or remove it"),
    (
        "note[unknown-stance]: the stance “optimist” is not known (sections[4].stance)",
        "write “optimistic”, or give it an axis of its own, as in “energy:nuclear”",
    ),
    (
        "note[missing-language]: the article does not say in which language it is written",
        "give its language, as “en” or “pt-BR”",
    ),
    (
        "warning[future-date]: the date 9999-06-17 has not come yet (published)",
        "give the date on which it was published or looked at",
    ),
    (
        "warning[impossible-date]: “2025-02-30” is no date: there is no such day or time (lastmod)",
        "write a day that the calendar has",
    ),
    (
        "note[overlong-teaser]: the teaser has 360 characters, and more than 300 are not read (teaser)",
        "say in one or two sentences what the article is about",
    ),
    (
        "warning[placeholder-text]: “[insert number]” was to be replaced (sections[4].body[0].content[0])",
        "write what belongs there",
    ),
    (
        "warning[truncated-text]: the text breaks off: “end before the second mile is” (sections[4].body[0])",
        "get the whole text, or end the sentence",
    ),
    (
        "note[boilerplate-in-body]: “Share this article” is a notice of a web page (sections[4].body[0])",
        "remove it: it is no part of the article",
    ),
    (
        "warning[language-mismatch]: the article says “fr”, and this is “en” (sections[4].body[0].content[0])",
        "correct the language, or mark the text as a quotation",
    ),
    (
        "warning[heading-stance-mismatch]: the heading “Pessimistic view” says “pessimistic”, and the stance is “optimistic” (sections[3].heading)",
        "correct the stance or the heading",
    ),
    (
        "note[unbalanced-perspectives]: this view has 3 words, and another has 17 (sections[3])",
        "say more here, or less in sections[2]",
    ),
    (
        "note[inferred-role]: the roles of 3 sections were told from their words; least sure is “perspective:neutral” at … % (sections[1])",
        "see whether they are right, and give the sections headings",
    ),
];

/// What the rules find in the bad and in the good article of a rule, on a day on which all of them can look.
fn judged(rule: &dyn Rule) -> [Report; 2] {
    let validator = Validator::new(rule.genre()).today(Date::from_day(2025, 6, 17).unwrap());
    match rule.texts() {
        Some(texts) => texts.map(|text| validator.run_parsed(&parse(text), text)),
        None => [rule.bad(), rule.good()].map(|article| validator.run(&article)),
    }
}

/// A line without the number before its sign of per cent: how sure the reading is changes with each fit.
fn without_share(line: &str) -> String {
    match line.split_once(" %") {
        Some((before, after)) => format!("{}… %{after}", before.trim_end_matches(|c: char| c.is_ascii_digit())),
        None => line.to_owned(),
    }
}

#[test]
fn every_rule_finds_exactly_this_in_its_bad_article_and_no_other_rule_speaks() {
    assert_eq!(rules::ALL.len(), FINDINGS.len());
    for (rule, (line, help)) in rules::ALL.iter().zip(FINDINGS) {
        let [report, _] = judged(*rule);
        let found: Vec<(String, Option<&str>)> =
            report.iter().map(|finding| (without_share(&finding.to_string()), finding.help.as_deref())).collect();
        assert_eq!(found, [((*line).to_owned(), Some(*help))], "{}", rule.name());
    }
}

#[test]
fn no_rule_speaks_on_a_good_article() {
    for rule in rules::ALL {
        assert_eq!(judged(*rule)[1].to_string(), "", "{}", rule.name());
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
    let findings = |rule: &&dyn Rule| {
        let [report, _] = judged(*rule);
        report
    };
    for Diagnostic { message, help, .. } in rules::ALL.iter().flat_map(findings) {
        for text in [message, help.unwrap_or_default()] {
            assert!(!text.is_empty() && !text.ends_with('.') && !text.contains('\n'), "{text}");
            assert!(!text.starts_with(char::is_uppercase), "{text}");
        }
    }
}

#[test]
fn every_finding_of_the_reading_has_its_page() {
    let texts = [
        "",
        "a\0b\0c\0",
        "Zzz qqq.\n",
        "Camille Roy\n31 février 2025\nArticle en référence: https://a.example/\n",
        "lâ€™Ã©tÃ©\n",
        "a\u{200b}b\n",
    ];
    let mut names = BTreeSet::new();
    for text in texts {
        names.extend(parse(text).report.iter().map(|finding| finding.name.to_string()));
    }
    for name in &names {
        let page = explain(name).unwrap_or_else(|| panic!("{name} has no page"));
        assert!(page.starts_with("Reports ") && page.contains("# Use instead"), "{name}");
    }
    let known = [
        "empty-text", "invisible-characters", "mojibake", "nul-character", "unclassified", "unknown-language",
        "unread-date",
    ];
    assert_eq!(names.iter().map(String::as_str).collect::<Vec<_>>(), known);
}

/// Articles that stand in the documentation and the examples of this project as they should be.
#[test]
#[cfg(feature = "markdown")]
fn no_rule_speaks_on_the_articles_of_this_project() {
    let article = commentary::markdown::from_str(include_str!("../examples/commentary/article.en.md")).unwrap();
    let today = Date::from_day(2025, 6, 17).unwrap();
    for profile in [Profile::any(), Profile::outlook()] {
        assert_eq!(Validator::new(profile).today(today).run(&article).to_string(), "");
    }
}
