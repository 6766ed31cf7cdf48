//! What the source must keep to: which module may name which, and what a file may hold.

use std::collections::{BTreeMap, BTreeSet};
use std::fmt;

use crate::source::{Kind, Token, Written, paths, tokens};

/// The top-level modules, lowest first. A module may name only itself and those of strictly lower ranks.
const RANKS: &[&[&str]] = &[
    &["span", "path"],
    &["diagnostic", "model"],
    &["front_matter", "lexicon", "mojibake", "profile", "shape", "statistics"],
    &["label"],
    &["source"],
    &["parse", "validate", "format"],
    &["draft"],
    &["schema"],
];

/// The longest file, in lines.
const MAX_LINES: usize = 400;

/// The folders whose files are kept short.
const SHORT_FILES: &[&str] = &["src/", "tests/", "examples/", "benches/", "checks/"];

/// Names that say nothing about what a module holds.
const EMPTY_NAMES: &[&str] = &["util", "utils", "helper", "helpers", "misc", "common"];

/// Parts of the standard library that the library itself does without.
const OUTSIDE: &[&str] = &["fs", "net", "env"];

/// Macros that print.
const PRINTING: &[&str] = &["print", "println", "eprint", "eprintln", "dbg"];

/// A place where the source does not keep to a rule.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) struct Violation {
    pub(crate) file: String,
    pub(crate) line: usize,
    pub(crate) message: String,
}

impl fmt::Display for Violation {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}:{}: {}", self.file, self.line, self.message)
    }
}

/// Checks the files of the repository, given as path (with `/`) → source.
pub(crate) fn check(files: &BTreeMap<String, String>) -> Vec<Violation> {
    let formats = formats(files);
    let mut found = BTreeSet::new();
    for (file, source) in files {
        let tokens = tokens(source);
        let mut report = |line: usize, message: String| {
            found.insert(Violation { file: file.clone(), line, message });
        };
        check_length(file, source, &mut report);
        check_names(file, &tokens, &mut report);
        if file.starts_with("src/") {
            check_purity(&tokens, &mut report);
            check_modules(file, &tokens, &formats, &mut report);
        }
    }
    found.into_iter().collect()
}

/// How many arrows from one top-level module to another the sources hold; none would mean that nothing was read.
pub(crate) fn arrows(files: &BTreeMap<String, String>) -> usize {
    let sources = files.iter().filter(|(file, _)| file.starts_with("src/") && *file != "src/lib.rs");
    sources.flat_map(|(file, source)| paths(&module_of(file), &tokens(source))).filter(leaves).count()
}

/// True for a path from one top-level module into another.
fn leaves(path: &Written) -> bool {
    path.segments.first().is_some_and(|first| first == "crate") && path.segments.get(1) != path.module.first()
}

/// The module of a file: `src/parse/lines.rs` is `parse::lines`, `src/parse/mod.rs` is `parse`.
fn module_of(file: &str) -> Vec<String> {
    let stem = file.strip_prefix("src/").unwrap_or(file).trim_end_matches(".rs").trim_end_matches("/mod");
    stem.split('/').filter(|&part| part != "lib").map(str::to_owned).collect()
}

/// The child modules of `format`.
fn formats(files: &BTreeMap<String, String>) -> BTreeSet<String> {
    let sources = files.keys().filter(|file| file.starts_with("src/format/")).map(|file| module_of(file));
    sources.filter_map(|module| module.get(1).cloned()).collect()
}

fn check_length(file: &str, source: &str, report: &mut impl FnMut(usize, String)) {
    let table = |stem: &str| stem.len() == 2 && stem.bytes().all(|byte| byte.is_ascii_lowercase());
    let language = file.strip_prefix("src/lexicon/").and_then(|rest| rest.strip_suffix(".rs")).is_some_and(table);
    let short = SHORT_FILES.iter().any(|folder| file.starts_with(folder));
    let lines = source.lines().count();
    if short && lines > MAX_LINES && !language && file != "src/label/fitted.rs" {
        report(MAX_LINES + 1, format!("expected at most {MAX_LINES} lines, found {lines}: split the file by meaning"));
    }
}

fn check_names(file: &str, tokens: &[Token], report: &mut impl FnMut(usize, String)) {
    let advice = |name: &str| format!("the module name `{name}` does not say what the module holds");
    let parts = file.trim_end_matches(".rs").split('/');
    for name in parts.filter(|part| EMPTY_NAMES.contains(part)) {
        report(1, advice(name));
    }
    for pair in tokens.windows(2) {
        if pair[0].is("mod") && EMPTY_NAMES.iter().any(|name| pair[1].is(name)) {
            report(pair[1].line, advice(&pair[1].text));
        }
    }
}

/// No I/O, no environment, no global state, nothing printed, and no way round the rules on modules.
fn check_purity(tokens: &[Token], report: &mut impl FnMut(usize, String)) {
    for path in paths(&[], tokens) {
        let mut segments = path.segments.iter().map(String::as_str);
        if segments.next() == Some("std") {
            if let Some(part) = segments.next().filter(|part| OUTSIDE.contains(part)) {
                report(path.line, format!("`std::{part}` does not belong in the library: leave it to the caller"));
            }
        }
    }
    for (at, token) in tokens.iter().enumerate() {
        let next = |text: &str| tokens.get(at + 1).is_some_and(|next| next.is(text));
        let before = |text: &str| at.checked_sub(1).and_then(|at| tokens.get(at)).is_some_and(|token| token.is(text));
        let is_word = token.kind == Kind::Word;
        if token.is("static") && next("mut") || is_word && token.is("thread_local") {
            report(token.line, format!("`{}` is global state: pass a value instead", token.text));
        } else if is_word && PRINTING.contains(&token.text.as_str()) && next("!") {
            report(token.line, format!("`{}!` prints: return the text instead", token.text));
        } else if token.is("extern") && next("crate")
            || token.is("macro_use")
            || before("[") && token.is("path") && next("=")
        {
            report(token.line, format!("`{}` hides which module is meant", token.text));
        }
    }
}

fn check_modules(file: &str, tokens: &[Token], formats: &BTreeSet<String>, report: &mut impl FnMut(usize, String)) {
    let module = module_of(file);
    let Some(own) = module.first() else {
        return check_root(tokens, report);
    };
    if rank(own).is_none() {
        report(1, format!("the module `{own}` has no rank: give it one in tests/architecture/rules.rs"));
        return;
    }
    for path in paths(&module, tokens) {
        if let Some(message) = judge(&path, own, formats) {
            report(path.line, message);
        }
    }
}

fn rank(module: &str) -> Option<usize> {
    RANKS.iter().position(|rank| rank.contains(&module))
}

/// What is wrong with a path, if anything.
fn judge(path: &Written, own: &str, formats: &BTreeSet<String>) -> Option<String> {
    let written = path.segments.join("::");
    let Ok(target) = resolve(path)? else {
        return Some(format!("`{written}` climbs out of `{own}`: write `crate::` and the module"));
    };
    let first = target.first().map_or("", String::as_str);
    let Some(rank_of_target) = rank(first) else {
        return Some(format!("`{written}` goes through the crate root: name the module that defines it"));
    };
    if first != own {
        let allowed = rank(own).is_some_and(|rank| rank_of_target < rank);
        return (!allowed).then(|| format!("`{own}` may not name `{first}` (`{written}`): arrows point down"));
    }
    let format = path.module.get(1).filter(|_| own == "format")?;
    let other = target.get(1).map_or("*", String::as_str);
    (other != format && (other == "*" || formats.contains(other)))
        .then(|| format!("the format `{format}` may not name its sibling `{other}` (`{written}`)"))
}

/// The module path that a path means, from the crate root; an error where `super` reaches the root, and nothing for a
/// path of another crate.
fn resolve(path: &Written) -> Option<Result<Vec<String>, ()>> {
    let (first, rest) = path.segments.split_first()?;
    let mut target = match first.as_str() {
        "crate" => Vec::new(),
        "self" | "super" => path.module.clone(),
        _ => return None,
    };
    let climbs = usize::from(first == "super");
    for segment in std::iter::repeat_n("super", climbs).chain(rest.iter().map(String::as_str)) {
        match segment {
            "self" => {}
            "super" => {
                target.pop();
                if target.is_empty() {
                    return Some(Err(()));
                }
            }
            name => target.push(name.to_owned()),
        }
    }
    Some(Ok(target))
}

/// The crate root defines nothing: it holds attributes, `mod` lines and re-exports.
fn check_root(tokens: &[Token], report: &mut impl FnMut(usize, String)) {
    let mut at = 0;
    while let Some(token) = tokens.get(at) {
        let is = |ahead: usize, text: &str| tokens.get(at + ahead).is_some_and(|token| token.is(text));
        let public = usize::from(is(0, "pub"));
        if is(0, "#") {
            at = closing(tokens, at, "[", "]");
            continue;
        }
        let declares = is(public, "mod") && is(public + 2, ";");
        let exports = public == 1 && is(1, "use");
        if !declares && !exports {
            report(token.line, "lib.rs defines nothing: expected an attribute, `mod name;` or `pub use`".to_owned());
        }
        at = end_of_item(tokens, at);
    }
}

/// The position after the item at `at`: after its `;`, or after its braces where it ends in those.
fn end_of_item(tokens: &[Token], at: usize) -> usize {
    let is_use = tokens[at..].iter().take(2).any(|token| token.is("use"));
    let ends = |token: &Token| token.is(";") || !is_use && token.is("{");
    let Some(end) = tokens[at..].iter().position(ends).map(|ahead| at + ahead) else {
        return tokens.len();
    };
    if tokens[end].is("{") { closing(tokens, end, "{", "}") } else { end + 1 }
}

/// The position after the bracket that closes the first one opened from `at` on.
fn closing(tokens: &[Token], at: usize, open: &str, close: &str) -> usize {
    let mut depth = 0;
    for (ahead, token) in tokens[at..].iter().enumerate() {
        if token.is(open) {
            depth += 1;
        } else if token.is(close) {
            depth -= 1;
            if depth == 0 {
                return at + ahead + 1;
            }
        }
    }
    tokens.len()
}
