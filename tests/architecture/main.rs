//! The modules name each other only in the allowed direction, and the files hold only what they should.

mod rules;
mod source;

use std::collections::BTreeMap;
use std::fs;
use std::path::{Path, PathBuf};

use rules::{arrows, check};

/// The Rust files below `folder`, keyed by their path from the repository's root, with `/`.
fn read_tree(root: &Path, folder: &str, files: &mut BTreeMap<String, String>) {
    let mut waiting = vec![root.join(folder)];
    while let Some(folder) = waiting.pop() {
        let Ok(entries) = fs::read_dir(&folder) else { continue };
        for path in entries.map(|entry| entry.expect("a folder entry").path()) {
            if path.is_dir() {
                waiting.extend(Some(path).filter(|path| !path.ends_with("target")));
            } else if path.extension().is_some_and(|extension| extension == "rs") {
                files.insert(key(root, &path), fs::read_to_string(&path).expect("a source file in UTF-8"));
            }
        }
    }
}

fn key(root: &Path, path: &Path) -> String {
    let relative = path.strip_prefix(root).expect("a path below the root");
    relative.iter().map(|part| part.to_string_lossy()).collect::<Vec<_>>().join("/")
}

fn repository() -> BTreeMap<String, String> {
    let root = PathBuf::from(env!("CARGO_MANIFEST_DIR"));
    let mut files = BTreeMap::new();
    for folder in ["src", "tests", "examples", "benches", "checks"] {
        read_tree(&root, folder, &mut files);
    }
    files
}

#[test]
fn the_source_keeps_to_the_architecture() {
    let files = repository();
    assert!(files.contains_key("src/lib.rs") && files.len() > 20, "the sources were not found: {:?}", files.keys());
    assert!(arrows(&files) >= 5, "the paths were not found");
    let found: Vec<String> = check(&files).iter().map(ToString::to_string).collect();
    assert!(found.is_empty(), "\n{}\n", found.join("\n"));
}

/// A violation to plant: the file, its source, the line to be reported, and a part of the message.
type Planted<'a> = (&'a str, &'a str, usize, &'a str);

const ARROWS: &[Planted<'_>] = &[
    ("src/model/article.rs", "use crate::parse::Parsed;", 1, "`model` may not name `parse`"),
    (
        "src/model/article.rs", "use crate::span::Span;\n\nuse crate::diagnostic::Report;", 3,
        "`model` may not name `diagnostic`",
    ),
    ("src/diagnostic/mod.rs", "fn f(a: &crate::model::Article) {}", 1, "`diagnostic` may not name `model`"),
    ("src/path.rs", "use crate::span::Span;", 1, "`path` may not name `span`"),
    (
        "src/label/mod.rs",
        "use crate::{\n    model::Role,\n    parse::{Line, Parsed},\n};",
        3,
        "`label` may not name `parse`",
    ),
    ("src/lexicon/mod.rs", "use crate::{model::{self, Role}, profile};", 1, "`lexicon` may not name `profile`"),
    (
        "src/parse/lines.rs",
        "use crate::model::Block;\nuse crate::format::json::to_string;",
        2,
        "`parse` may not name `format`",
    ),
    ("src/format/json/mod.rs", "use crate::validate::Rule;", 1, "`format` may not name `validate`"),
    (
        "src/profile.rs",
        "macro_rules! m {\n    () => {\n        $crate::label::Label::default()\n    };\n}",
        3,
        "`profile` may not name `label`",
    ),
    (
        "src/model/date.rs",
        "#[serde(with = \"crate::format::json::date\")]\nstruct Date;",
        1,
        "`model` may not name `format`",
    ),
    ("src/span.rs", "mod tests {\n    use super::*;\n    use crate::path::Path;\n}", 3, "`span` may not name `path`"),
];

const ROOT: &[Planted<'_>] = &[
    ("src/parse/mod.rs", "use crate::Article;", 1, "`crate::Article` goes through the crate root"),
    ("src/parse/mod.rs", "use crate::{model::Role, Span};", 1, "`crate::Span` goes through the crate root"),
    ("src/parse/mod.rs", "use crate::*;", 1, "`crate::*` goes through the crate root"),
    ("src/parse/mod.rs", "use crate as commentary;", 1, "goes through the crate root"),
    (
        "src/parse/mod.rs", "macro_rules! m { ($m:ident) => { crate::$m::Role } }", 1,
        "`crate::$m::Role` goes through the crate root",
    ),
    ("src/profile.rs", "use super::model::Axis;", 1, "`super::model::Axis` climbs out of `profile`"),
    ("src/parse/lines.rs", "use super::super::model::Axis;", 1, "climbs out of `parse`"),
    ("src/parse/lines.rs", "use self::super::super::{model::Axis};", 1, "climbs out of `parse`"),
    ("src/profile.rs", "mod tests {\n    fn f() { super::super::label::go(); }\n}", 2, "climbs out of `profile`"),
    ("src/other.rs", "", 1, "the module `other` has no rank"),
];

const FORMATS: &[Planted<'_>] = &[
    (
        "src/format/json/read.rs", "use crate::format::markdown::Writer;", 1,
        "`json` may not name its sibling `markdown`",
    ),
    ("src/format/markdown.rs", "use super::json;", 1, "`markdown` may not name its sibling `json`"),
    (
        "src/format/json/read.rs", "use super::super::{\n    markdown::x,\n};", 2,
        "`json` may not name its sibling `markdown`",
    ),
    ("src/format/json/read.rs", "use super::super::*;", 1, "`json` may not name its sibling `*`"),
];

const LIBRARY: &[Planted<'_>] = &[
    (
        "src/lib.rs",
        "//! A crate.\n#![warn(missing_docs)]\nmod span;\npub use span::{Span, Line};\n\nfn main() { f(); }\npub mod path;",
        6,
        "lib.rs defines nothing",
    ),
    ("src/lib.rs", "pub struct Unit;", 1, "lib.rs defines nothing"),
    ("src/lib.rs", "pub mod inline { pub use x; }", 1, "lib.rs defines nothing"),
    ("src/lib.rs", "mod span;\nuse span::Span;", 2, "lib.rs defines nothing"),
    ("src/lib.rs", "macro_rules! m { () => {} }", 1, "lib.rs defines nothing"),
];

const CONTENT: &[Planted<'_>] = &[
    ("src/parse/mod.rs", "fn f() {\n    std::fs::read(\"x\");\n}", 2, "`std::fs`"),
    ("src/parse/mod.rs", "use std::{fmt, net::IpAddr};", 1, "`std::net`"),
    ("src/parse/mod.rs", "use ::std::env;", 1, "`std::env`"),
    ("src/parse/mod.rs", "static mut COUNT: u8 = 0;", 1, "global state"),
    ("src/parse/mod.rs", "std::thread_local! { static X: u8 = 0; }", 1, "global state"),
    ("src/parse/mod.rs", "\n\nfn f() { println!(\"{}\", '\"'); }", 3, "`println!` prints"),
    ("src/parse/mod.rs", "extern crate self as commentary;", 1, "`extern` hides"),
    ("src/parse/mod.rs", "#[macro_use]\nmod lines;", 1, "`macro_use` hides"),
    ("src/parse/mod.rs", "#[path = \"x.rs\"]\nmod lines;", 1, "`path` hides"),
    ("src/parse/mod.rs", "mod lines;\nmod utils;", 2, "`utils` does not say"),
    ("src/parse/helpers.rs", "", 1, "`helpers` does not say"),
    ("tests/common/mod.rs", "", 1, "`common` does not say"),
    ("checks/src/misc.rs", "", 1, "`misc` does not say"),
];

/// What `check` finds in `source`, as `file`, beside a JSON and a Markdown format.
fn check_alone(file: &str, source: &str) -> Vec<rules::Violation> {
    let mut files =
        BTreeMap::from(["src/format/json/mod.rs", "src/format/markdown.rs"].map(|f| (f.to_owned(), String::new())));
    files.insert(file.to_owned(), source.to_owned());
    check(&files)
}

#[test]
fn every_planted_violation_is_reported_where_it_stands() {
    for &(file, source, line, message) in [ARROWS, ROOT, FORMATS, LIBRARY, CONTENT].into_iter().flatten() {
        let found = check_alone(file, source);
        assert!(!found.is_empty(), "nothing was reported in {file} {source:?}");
        for violation in &found {
            assert_eq!((violation.file.as_str(), violation.line), (file, line), "{source:?}");
            assert!(violation.message.contains(message), "expected {message:?} for {source:?}, found {violation}");
        }
    }
}

#[test]
fn a_file_above_400_lines_is_reported() {
    for folder in ["src/model", "tests", "examples/commentary", "benches", "checks/src"] {
        let file = format!("{folder}/long.rs");
        assert_eq!(check_alone(&file, &"\n".repeat(400)), [], "{file}");
        let found = check_alone(&file, &"\n".repeat(401));
        assert_eq!(found.len(), 1, "{file}");
        assert_eq!((found[0].file.as_str(), found[0].line), (file.as_str(), 401));
    }
    for table in ["src/lexicon/fr.rs", "src/label/fitted.rs"] {
        assert_eq!(check_alone(table, &"\n".repeat(900)), [], "{table}");
    }
    assert_eq!(check_alone("src/lexicon/table.rs", &"\n".repeat(900)).len(), 1);
}

#[test]
fn what_only_looks_like_a_violation_is_left_alone() {
    let allowed: &[(&str, &str)] = &[
        ("src/parse/mod.rs", "use crate::{diagnostic::Report, label, lexicon::Lexicon, model::*, path::Path, span};"),
        (
            "src/model/mod.rs",
            "// use crate::parse::X;\n/* crate::parse /* nested */ crate::Article */\n//! crate::Article",
        ),
        (
            "src/model/mod.rs",
            "const A: &str = \"use crate::parse::X; println!()\";\nconst B: &str = r#\"crate::\"Article\"#;",
        ),
        (
            "src/model/mod.rs",
            "#[doc = \"crate::parse::X\"]\nfn f<'a>(x: &'a str) -> char { '\"' } // '\"' crate::parse::X",
        ),
        ("src/model/mod.rs", "pub(crate) fn f() {}\npub(in crate::model) fn g() { b'\\''; '\\u{1F}'; }"),
        ("src/model/date.rs", "use super::Extra;\nfn f() { super::plain_text(&self::x); a.crate_name; }"),
        (
            "src/profile.rs",
            "pub(super) fn f() {}\nmod tests {\n    use super::*;\n    mod deep { use super::super::Profile; }\n}",
        ),
        ("src/format/markdown.rs", "use super::Shared;\nmod tests { use super::*; use crate::format::markdown::x; }"),
        ("src/format/json/read.rs", "use super::write;\nuse crate::format::json::markdown;"),
        ("src/format/mod.rs", "pub use self::{json::to_string, markdown::from_str};"),
        (
            "src/lib.rs",
            "//! Crate.\n#![cfg_attr(docsrs, feature(doc_cfg))]\n#[cfg(feature = \"json\")]\npub mod path;\npub use a::{b, c::{d, e}};",
        ),
        (
            "src/parse/mod.rs",
            "use std::{fmt, io};\nstatic WORDS: &[&str] = &[];\nfn f(fs: u8, env: u8) { fs + env; std::path::Path::new(\"\"); }",
        ),
        ("examples/commentary/main.rs", "use std::{env, fs};\nfn main() { println!(\"{}\", crate::Article); }"),
    ];
    for (file, source) in allowed {
        assert_eq!(check_alone(file, source), [], "{file} {source:?}");
    }
}
