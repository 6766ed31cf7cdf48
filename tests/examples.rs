//! The smaller examples as their users meet them.
//!
//! Cargo builds them with the tests. Where one was not built, as with `cargo test --test examples` alone, these tests say
//! so and pass, but not on a build server.
#![cfg(all(feature = "json", feature = "markdown"))]

use std::env;
use std::io::{self, Write};
use std::process::{Command, Output, Stdio};

/// What an example did, where it was built.
fn run(name: &str, arguments: &[&str]) -> Option<Output> {
    let tests = env::current_exe().unwrap();
    let program =
        tests.parent().unwrap().parent().unwrap().join("examples").join(format!("{name}{}", env::consts::EXE_SUFFIX));
    if program.exists() {
        return Some(Command::new(program).args(arguments).stdin(Stdio::null()).output().unwrap());
    }
    assert!(env::var_os("CI").is_none(), "{} was not built", program.display());
    let mut err = io::stderr();
    writeln!(err, "skipped: {} was not built", program.display()).unwrap();
    None
}

/// Standard output of an example that ended well.
fn printed(name: &str) -> Option<String> {
    let output = run(name, &[])?;
    assert_eq!(output.status.code(), Some(0), "{}", String::from_utf8_lossy(&output.stderr));
    Some(String::from_utf8(output.stdout).unwrap())
}

#[test]
fn evidence_of_ones_own_changes_what_a_paragraph_is_read_as() {
    let Some(text) = printed("evidence") else { return };
    let lines: Vec<&str> = text.lines().map(str::trim).collect();
    let read = |beginning: &str| {
        let at = lines.iter().position(|line| line.starts_with(beginning)).unwrap();
        (lines[at + 1], lines[at + 2])
    };
    let (alone, with_help) = read("Keepers speak of strong colonies");
    assert!(alone.starts_with("alone: ") && !alone.contains("bag of words"), "{alone}");
    assert!(
        with_help.starts_with("with help: perspective:optimistic (") && with_help.contains("bag of words"),
        "{with_help}"
    );
    let (_, with_help) = read("Others have seen foulbrood");
    assert!(with_help.starts_with("with help: perspective:pessimistic ("), "{with_help}");
    let (_, with_help) = read("The wardens count");
    assert!(with_help.starts_with("with help: conclusion (") && with_help.contains("editor"), "{with_help}");
    let (_, with_help) = read("The council of Port Ashby");
    assert!(with_help.starts_with("with help: summary ("), "{with_help}");
}

#[test]
fn evidence_says_what_file_it_cannot_read() {
    let Some(output) = run("evidence", &["no-such-file"]) else { return };
    assert_eq!(output.status.code(), Some(1));
    assert!(String::from_utf8_lossy(&output.stderr).starts_with("Error: "));
}

#[test]
fn a_corpus_has_one_article_a_line_that_is_read_back() {
    let Some(text) = printed("corpus") else { return };
    assert_eq!(text.lines().count(), 3);
    for line in text.lines() {
        assert!(commentary::json::from_str(line).unwrap().perspectives().count() >= 2, "{line}");
    }
}

#[test]
fn what_is_built_in_code_is_written_as_markdown() {
    let Some(text) = printed("build") else { return };
    assert!(commentary::markdown::from_str(&text).unwrap().perspectives().count() >= 2, "{text}");
}

#[test]
fn a_draft_is_printed_with_what_its_model_should_mend() {
    let Some(output) = run("draft", &[]) else { return };
    assert_eq!(output.status.code(), Some(1));
    let advice = String::from_utf8(output.stderr).unwrap();
    let places: Vec<&str> = advice.lines().skip(2).map(|line| line.split_once(':').unwrap().0).collect();
    let expected = [
        "1. references[0].published (must be mended)", "2. sections[2].heading (should be mended)",
        "3. sections[2].paragraphs[0] (must be mended)",
    ];
    assert_eq!(places, expected, "{advice}");
    let article = commentary::markdown::from_str(&String::from_utf8(output.stdout).unwrap()).unwrap();
    assert_eq!(article.perspectives().count(), 2);
}

#[test]
fn a_draft_prints_the_schema_to_ask_by() {
    let Some(output) = run("draft", &["--schema"]) else { return };
    assert_eq!(output.status.code(), Some(0));
    assert_eq!(String::from_utf8(output.stdout).unwrap(), commentary::Draft::SCHEMA);
}
