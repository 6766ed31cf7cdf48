//! The example program `commentary` as its users meet it: what it prints, and how it ends.
//!
//! Cargo builds it with the tests. Where it was not built, as with `cargo test --test program` alone, these tests say so
//! and pass, but not on a build server.
#![cfg(all(feature = "json", feature = "markdown"))]

use std::env;
use std::fs;
use std::io::{self, Write};
use std::path::{Path, PathBuf};
use std::process::{Command, Output, Stdio};

const ARTICLE: &str = concat!(env!("CARGO_MANIFEST_DIR"), "/examples/commentary/article.fr.txt");

/// A text with a color, a window title, a C1 control and a right-to-left override in it.
const HOSTILE: &str = "Titre \u{1b}[31mrouge\n\nUn \u{1b}]0;titre\u{7} budget \u{9b}31m de \u{202e}trois millions :\n";

/// The program, where it was built.
fn program() -> Option<Command> {
    let tests = env::current_exe().unwrap();
    let name = format!("commentary{}", env::consts::EXE_SUFFIX);
    let program = tests.parent().unwrap().parent().unwrap().join("examples").join(name);
    if program.exists() {
        let mut command = Command::new(program);
        command.env_remove("CLICOLOR_FORCE").stdin(Stdio::null());
        return Some(command);
    }
    assert!(env::var_os("CI").is_none(), "{} was not built", program.display());
    let mut err = io::stderr();
    writeln!(err, "skipped: {} was not built", program.display()).unwrap();
    None
}

/// What the program did with these arguments.
fn run(arguments: &[&str]) -> Option<Output> {
    Some(program()?.args(arguments).output().unwrap())
}

/// Standard output as text.
fn stdout(output: &Output) -> &str {
    std::str::from_utf8(&output.stdout).unwrap()
}

/// Standard error as text.
fn stderr(output: &Output) -> &str {
    std::str::from_utf8(&output.stderr).unwrap()
}

/// A file for one test.
fn file(name: &str, content: impl AsRef<[u8]>) -> String {
    let path: PathBuf = Path::new(env!("CARGO_TARGET_TMPDIR")).join(name);
    fs::write(&path, content).unwrap();
    path.to_str().unwrap().to_owned()
}

#[test]
fn without_a_command_it_shows_outline_report_and_what_else_it_can_do() {
    let Some(output) = run(&[]) else { return };
    let lines: Vec<String> =
        stdout(&output).lines().map(|line| line.split_whitespace().collect::<Vec<_>>().join(" ")).collect();
    let has = |beginning: &str, end: &str| lines.iter().any(|line| line.starts_with(beginning) && line.contains(end));
    assert_eq!(output.status.code(), Some(0));
    assert!(has("Un an de serres flottantes sur le lac de Merlune", ""));
    assert!(has("by Solène Kerguidec", "language: fr"));
    assert!(has("summary ━", "129 words 32 % La ville de Saint-Avrelin"));
    assert!(has("perspective:neutral ━", "76 words 19 % Le principe"));
    assert!(has("example ━", "52 words 13 % Imaginez"));
    assert!(has("perspective:optimistic ━", "67 words 17 % Cette première année"));
    assert!(has("perspective:pessimistic ━", "74 words 19 % Ce bilan flatteur"));
    assert!(has("boilerplate ━", "17 words Vous allez"));
    assert!(has("warning[lost-list]", "on note :"));
    assert!(has("╭▸ examples/commentary/article.fr.txt:9:330", ""));
    assert!(has("1 warning", ""));
    assert!(has("cargo run --example commentary -- explain FILE", ""));
    assert_eq!(stderr(&output), "");
}

#[test]
fn explain_tells_role_confidence_and_evidence_of_each_line() {
    let Some(output) = run(&["explain", ARTICLE]) else { return };
    let text = stdout(&output);
    let lines: Vec<&str> = text.lines().collect();
    let at = lines.iter().position(|line| line.contains("Imaginez une famille")).unwrap();
    assert!(lines[at].starts_with(" 15  example ") && lines[at].contains("%  Imaginez"), "{}", lines[at]);
    assert!(lines[at + 1].trim().starts_with("opens:cue:example"), "{}", lines[at + 1]);
}

#[test]
fn the_table_of_explain_has_a_row_for_each_line_that_is_not_blank() {
    let Some(output) = run(&["explain", "--tsv", ARTICLE]) else { return };
    let text = fs::read_to_string(ARTICLE).unwrap();
    let filled: Vec<String> = (1..)
        .zip(text.split('\n'))
        .filter(|(_, line)| !line.trim().is_empty())
        .map(|(number, _): (usize, _)| number.to_string())
        .collect();
    let rows: Vec<Vec<&str>> = stdout(&output).lines().map(|line| line.split('\t').collect()).collect();
    assert_eq!(rows[0], ["line", "role", "evidence", "first words"]);
    assert_eq!(rows[1..].iter().map(|row| row[0]).collect::<Vec<_>>(), filled);
    assert_eq!(rows[8][1..], ["example", rows[8][2], "Imaginez une famille qui installe"]);
    assert!(rows.iter().all(|row| row.len() == 4));
}

#[test]
fn the_table_counts_lines_by_line_feeds_and_names_headings() {
    let text =
        "\u{feff}# A tram\r\n \t\u{a0}\r\n## The case for\r\nIt is quick.\rIt is clean.\n\n## Sources\n- a\n---\n";
    let Some(output) = run(&["explain", "--tsv", &file("lines.txt", text)]) else { return };
    let rows: Vec<&str> = stdout(&output).lines().skip(1).collect();
    let read: Vec<(&str, &str)> = rows.iter().map(|row| row.split_once('\t').unwrap()).collect();
    let read: Vec<(&str, &str)> = read.iter().map(|&(line, rest)| (line, rest.split_once('\t').unwrap().0)).collect();
    assert_eq!(
        read,
        [
            ("1", "title"),
            ("3", "heading:perspective:for"),
            ("4", "perspective:for"),
            ("6", "heading:reference"),
            ("7", "reference"),
            ("8", "other"),
        ]
    );
}

#[test]
fn several_files_have_their_names_above_them_and_one_that_is_missing_does_not_stop_the_rest() {
    let one = file("one.txt", "A tram for all\n");
    let Some(output) = run(&["explain", &one, "no-such-file", &one]) else { return };
    assert_eq!(output.status.code(), Some(2));
    assert_eq!(stdout(&output).matches(&one).count(), 2);
    assert!(stderr(&output).starts_with("error: cannot read no-such-file: "));
}

#[test]
fn convert_writes_json_that_parses_and_markdown() {
    let Some(json) = run(&["convert", ARTICLE]) else { return };
    let value: serde_json::Value = serde_json::from_slice(&json.stdout).unwrap();
    assert_eq!(json.status.code(), Some(0));
    assert_eq!(value["authors"][0], "Solène Kerguidec");
    assert_eq!(value["sections"][3]["stance"], "optimistic");

    let stored = file("stored.json", &json.stdout);
    let markdown = run(&["convert", &stored, "--to", "markdown"]).unwrap();
    assert_eq!(markdown.status.code(), Some(0));
    assert!(stdout(&markdown).contains("Imaginez une famille qui installe un potager"));
    let back = run(&["convert", &file("stored.md", &markdown.stdout)]).unwrap();
    assert_eq!(stdout(&back), stdout(&json));
}

#[test]
fn convert_writes_plain_text_that_is_read_the_same() {
    let Some(text) = run(&["convert", ARTICLE, "--to", "text"]) else { return };
    let again = run(&["convert", &file("again.txt", &text.stdout)]).unwrap();
    assert_eq!(again.stdout, run(&["convert", ARTICLE]).unwrap().stdout);
}

#[test]
fn convert_says_what_the_other_format_does_not_carry() {
    let path = file(
        "marked.md",
        "---\ntitle: A tram\n---\n## The case for\n\nIt is *quick*. [Details](https://a.example/).\n",
    );
    let Some(output) = run(&["convert", &path, "--to", "text"]) else { return };
    assert_eq!(output.status.code(), Some(0));
    assert!(stdout(&output).ends_with("\n\nIt is quick. Details.\n"), "{}", stdout(&output));
    let said = stderr(&output);
    assert!(said.contains("note[lost-markup]") && said.contains("warning[lost-link]"), "{said}");
    assert!(said.contains(&format!("{path}: sections[0].body[0]")), "{said}");
}

#[test]
fn convert_reads_a_corpus_and_goes_on_after_a_bad_line() {
    let Some(line) = run(&["convert", ARTICLE, "--to", "ndjson"]) else { return };
    assert_eq!(stdout(&line).lines().count(), 1);
    let corpus = file("corpus.ndjson", format!("{}\n{{\n{}", stdout(&line), stdout(&line)));
    let again = run(&["convert", &corpus, "--to", "ndjson"]).unwrap();
    assert_eq!(stdout(&again), stdout(&line).repeat(2));
    assert_eq!(again.status.code(), Some(1));
    assert!(
        stderr(&again).contains("error[unread-line]") && stderr(&again).contains("corpus.ndjson:3"),
        "{}",
        stderr(&again)
    );
    let one = run(&["convert", &corpus, "--to", "markdown"]).unwrap();
    assert_eq!(one.status.code(), Some(2));
    assert!(stderr(&one).contains("holds 2 articles, and markdown one: try --to ndjson"), "{}", stderr(&one));
}

#[test]
fn convert_writes_for_pages_and_for_reference_managers() {
    let Some(linked) = run(&["convert", ARTICLE, "--to", "schema-org"]) else { return };
    let value: serde_json::Value = serde_json::from_slice(&linked.stdout).unwrap();
    assert_eq!(
        (&value["@context"], &value["author"][0]["name"]),
        (&"https://schema.org".into(), &"Solène Kerguidec".into())
    );
    assert!(stderr(&linked).contains("note[one-way]"), "{}", stderr(&linked));
    let listed = run(&["convert", ARTICLE, "--to", "csl"]).unwrap();
    assert!(stderr(&listed).contains("warning[references-only]"));
    let back = run(&["convert", &file("list.json", &listed.stdout), "--from", "csl"]).unwrap();
    let whole = run(&["convert", ARTICLE]).unwrap();
    let references =
        |output: &Output| serde_json::from_slice::<serde_json::Value>(&output.stdout).unwrap()["references"].clone();
    assert_eq!(references(&back), references(&whole));
    assert!(references(&whole).as_array().is_some_and(|all| !all.is_empty()));
}

#[test]
fn diff_shows_what_a_format_loses() {
    for format in ["json", "json-embed", "ndjson", "markdown", "jekyll", "hugo", "zola", "astro", "text", "marked-text"]
    {
        let Some(output) = run(&["diff", ARTICLE, "--to", format]) else { return };
        assert_eq!((stdout(&output), output.status.code()), (&*format!("nothing is lost through {format}\n"), Some(0)));
    }
    let path = file("lossy.md", "## The case for\n\nIt is *quick*.\n\n<hr>\n\nIt is clean.\n");
    let output = run(&["diff", &path]).unwrap();
    assert_eq!(output.status.code(), Some(1));
    let lines: Vec<&str> = stdout(&output).lines().collect();
    assert_eq!(
        lines,
        [
            "sections[0].body[0].content[0]: \"It is \" → \"It is quick.\"",
            "sections[0].body[0].content[1]: {\"content\":[\"quick\"],\"type\":\"emphasis\"} → (absent)",
            "sections[0].body[0].content[2]: \".\" → (absent)",
            "sections[0].body[1]: {\"text\":\"<hr>\\n\",\"type\":\"html\"} → (absent)",
            "4 changes through text",
        ]
    );
}

#[test]
fn convert_reads_standard_input_and_reports_to_standard_error() {
    let Some(mut command) = program() else { return };
    let child = command.args(["convert", "-"]).stdin(Stdio::piped()).stdout(Stdio::piped()).stderr(Stdio::piped());
    let mut child = child.spawn().unwrap();
    child.stdin.take().unwrap().write_all(HOSTILE.as_bytes()).unwrap();
    let output = child.wait_with_output().unwrap();
    let article = commentary::json::from_str(stdout(&output)).unwrap();
    // Two lines may be read as a headline and its text, or as lines of a head.
    let sources = article.references.iter().filter_map(|reference| reference.title.as_ref());
    let head = article.title.iter().chain(&article.teaser).chain(sources).cloned();
    let text: String = head.chain(article.sections.iter().map(commentary::Section::text)).collect();
    assert!(text.contains("budget \u{9b}31m de \u{202e}trois"), "nothing is lost: {text:?}");
    assert!(stderr(&output).contains("warning[invisible-characters]"));
    assert!(stderr(&output).contains("standard input:1:7"));
}

#[test]
fn check_ends_with_0_where_nothing_is_an_error() {
    let Some(output) = run(&["check", "--profile", "outlook", ARTICLE]) else { return };
    assert_eq!(output.status.code(), Some(0));
    assert!(stdout(&output).contains("╰ help: add the list, or end the sentence without a colon"));
    assert!(stdout(&output).ends_with("1 file checked: 1 warning, 2 notes\n"));
}

#[test]
fn check_ends_with_1_where_a_finding_is_an_error() {
    let Some(output) = run(&["check", &file("blank.txt", " \n")]) else { return };
    assert_eq!(output.status.code(), Some(1));
    assert!(stdout(&output).starts_with("error[empty-text]: the text holds no letter and no digit\n"));
    assert!(stdout(&output).ends_with("1 file checked: 1 error\n"));
}

#[test]
fn check_ends_with_2_where_a_file_cannot_be_read() {
    let Some(output) = run(&["check", "no-such-file", ARTICLE]) else { return };
    assert_eq!(output.status.code(), Some(2));
    assert!(stderr(&output).starts_with("error: cannot read no-such-file: "));
    assert!(stdout(&output).ends_with("1 file checked: 1 warning, 2 notes; 1 file could not be read\n"));
}

#[test]
fn check_names_the_place_in_an_article_that_came_from_json() {
    let article = r#"{"schema_version":1,"title":"A tram","sections":[{"role":"summary","body":[]}]}"#;
    let path = file("empty-section.json", article);
    let Some(output) = run(&["check", &path]) else { return };
    assert!(stdout(&output).contains(&format!("╭▸ {path}: sections[0]\n")));
}

#[test]
fn check_reports_as_one_json_document() {
    let Some(output) = run(&["check", "--format", "json", ARTICLE, "no-such-file"]) else { return };
    let value: serde_json::Value = serde_json::from_slice(&output.stdout).unwrap();
    let finding = &value["files"][0]["findings"][0];
    assert_eq!((&finding["name"], &finding["line"]), (&"lost-list".into(), &9.into()));
    assert_eq!(value["notes"], 2);
    assert_eq!((&value["warnings"], &value["unread"]), (&1.into(), &1.into()));
    assert_eq!(output.status.code(), Some(2));
}

#[test]
fn check_reports_for_code_hosting_sites() {
    let damaged = file("damaged copy.txt", "Camille Roy\nReference article: https://canal.example/?utm_source=mail\n");
    let Some(output) = run(&["check", "--format", "sarif", &damaged, "no-such-file"]) else { return };
    let log: serde_json::Value = serde_json::from_slice(&output.stdout).unwrap();
    let run = &log["runs"][0];
    assert_eq!((&log["version"], &run["columnKind"]), (&"2.1.0".into(), &"unicodeCodePoints".into()));
    let result = run["results"].as_array().unwrap().iter().find(|own| own["ruleId"] == "tracking-parameters").unwrap();
    let rule = &run["tool"]["driver"]["rules"][usize::try_from(result["ruleIndex"].as_u64().unwrap()).unwrap()];
    assert_eq!(rule["id"], "tracking-parameters");
    assert!(rule["help"]["markdown"].as_str().unwrap().contains("# Use instead"));
    let place = &result["locations"][0]["physicalLocation"];
    assert!(place["artifactLocation"]["uri"].as_str().unwrap().ends_with("damaged%20copy.txt"));
    assert_eq!(place["region"], serde_json::json!({"startLine": 2, "startColumn": 1, "endLine": 2, "endColumn": 58}));
    let change = &result["fixes"][0]["artifactChanges"][0]["replacements"][0];
    assert_eq!(change["deletedRegion"]["startColumn"], 42);
    assert_eq!(run["invocations"][0]["toolExecutionNotifications"][0]["level"], "error");
    assert_eq!(output.status.code(), Some(2));
}

#[test]
fn check_prints_the_page_of_a_rule() {
    let Some(output) = run(&["check", "--explain", "lost-list"]) else { return };
    assert!(
        stdout(&output)
            .starts_with("Reports a paragraph that announces a list that does not follow.\n\n# What it does")
    );
    let output = run(&["check", "--explain", "lost-lists"]).unwrap();
    assert_eq!(output.status.code(), Some(2));
    assert!(stderr(&output).starts_with("error: there is no rule “lost-lists”; the rules are missing-title, "));
}

#[test]
fn check_takes_a_date_and_allows_rules() {
    let markdown = file("dated.md", "---\ntitle: A\nauthors: [B]\nlang: en\npublished: 2031-06-17\n---\n");
    let Some(output) = run(&["check", "--today", "2025-06-17", "--allow", "missing-reference", &markdown]) else {
        return;
    };
    assert!(stdout(&output).contains("the date 2031-06-17 has not come yet"), "{}", stdout(&output));
    assert!(!stdout(&output).contains("missing-reference"));
    let output = run(&["check", "--today", "2031-06-17", &markdown]).unwrap();
    assert!(!stdout(&output).contains("has not come yet"));
}

#[test]
fn an_unknown_profile_is_answered_with_those_there_are() {
    let Some(output) = run(&["check", "--profile", "outlok", ARTICLE]) else { return };
    assert_eq!(output.status.code(), Some(2));
    assert!(stderr(&output).starts_with("error: there is no profile “outlok”; the profiles are any, outlook"));
}

#[test]
fn nothing_that_a_terminal_obeys_is_printed() {
    let path = file("hostile.txt", HOSTILE);
    let commands: [&[&str]; 9] = [
        &["explain", &path],
        &["explain", "--tsv", &path],
        &["check", &path],
        &["check", "--format", "json", &path],
        &["convert", &path],
        &["explain", "no\u{1b}[31m\u{202e}file"],
        &["check", "--profile", "\u{1b}[31m\u{202e}", &path],
        &["check", "--format", "\u{1b}[31m\u{202e}", &path],
        &["\u{1b}[31m\u{202e}"],
    ];
    for command in commands {
        let Some(output) = run(command) else { return };
        let printed = format!("{}{}", stdout(&output), stderr(&output));
        let is_obeyed = |c: char| (c.is_control() && !matches!(c, '\n' | '\t')) || c == '\u{202e}';
        assert!(!printed.is_empty());
        assert_eq!(printed.chars().find(|&c| is_obeyed(c)), None, "{command:?} printed {printed:?}");
    }
}

#[test]
fn text_in_another_encoding_is_refused_by_name() {
    let path = file("utf-16.txt", [0xFF, 0xFE, b'U', 0, b'n', 0]);
    for command in ["explain", "convert", "check"] {
        let Some(output) = run(&[command, &path]) else { return };
        assert_eq!(output.status.code(), Some(2), "{command}");
        assert!(stderr(&output).contains("expected UTF-8, found UTF-16LE"), "{command}: {}", stderr(&output));
    }
}

#[test]
fn a_reader_that_closes_the_pipe_is_no_error() {
    // More than a pipe holds, so that the program is still writing when the reader goes.
    let path = file("long.txt", fs::read_to_string(ARTICLE).unwrap().repeat(200));
    for arguments in [vec!["explain", &path], vec!["convert", &path], vec!["check", "--profile", "outlook", &path]] {
        let Some(mut command) = program() else { return };
        let mut child = command.args(&arguments).stdout(Stdio::piped()).stderr(Stdio::piped()).spawn().unwrap();
        drop(child.stdout.take());
        let output = child.wait_with_output().unwrap();
        let complains = ["panicked", "cannot write"].iter().any(|word| stderr(&output).contains(word));
        assert_eq!((output.status.code(), complains), (Some(0), false), "{arguments:?}");
    }
}
