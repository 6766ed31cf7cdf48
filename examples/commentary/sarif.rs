//! Findings as SARIF 2.1.0, the form in which code-hosting sites and editors take what a checker found.
//!
//! The form is described by OASIS: <https://docs.oasis-open.org/sarif/sarif/v2.1.0/sarif-v2.1.0.html>.

use commentary::diagnostic::{Fix, escape};
use commentary::validate::{explain, rules};
use commentary::{Diagnostic, LineIndex, Report, Severity, Span};
use serde_json::{Value, json};

/// A file and what was found in it.
pub(crate) struct Findings<'a> {
    pub(crate) name: &'a str,
    pub(crate) text: &'a str,
    pub(crate) report: &'a Report,
}

/// One run of the checker over some files; `unread` are those that could not be read, with the reason.
pub(crate) fn document(files: &[Findings<'_>], unread: &[(String, String)]) -> Value {
    let results: Vec<Value> = files.iter().flat_map(results).collect();
    let notices: Vec<Value> = unread
        .iter()
        .map(|(name, reason)| {
            let message = escape(reason).to_string();
            json!({ "level": "error", "message": { "text": message }, "locations": [{ "physicalLocation": artifact(name) }] })
        })
        .collect();
    json!({
        "$schema": "https://json.schemastore.org/sarif-2.1.0.json",
        "version": "2.1.0",
        "runs": [{
            "tool": { "driver": {
                "name": "commentary",
                "semanticVersion": env!("CARGO_PKG_VERSION"),
                "informationUri": env!("CARGO_PKG_REPOSITORY"),
                "rules": rules::ALL.iter().map(|rule| descriptor(rule.name(), rule.severity())).collect::<Vec<_>>(),
            } },
            "columnKind": "unicodeCodePoints",
            "invocations": [{ "executionSuccessful": unread.is_empty(), "toolExecutionNotifications": notices }],
            "results": results,
        }],
    })
}

/// A rule, with its page.
fn descriptor(name: &str, severity: Severity) -> Value {
    let page = explain(name).unwrap_or_default();
    let sentence = page.lines().next().unwrap_or_default();
    json!({
        "id": name,
        "shortDescription": { "text": sentence },
        "help": { "text": page, "markdown": page },
        "defaultConfiguration": { "level": level(severity) },
    })
}

/// The findings in one file.
fn results(file: &Findings<'_>) -> Vec<Value> {
    let lines = LineIndex::new(file.text);
    file.report.iter().map(|finding| result(finding, file.name, &lines)).collect()
}

fn result(finding: &Diagnostic, file: &str, lines: &LineIndex<'_>) -> Value {
    let mut location = json!({ "physicalLocation": artifact(file) });
    if let Some(region) = finding.span.and_then(|span| region(span, lines)) {
        location["physicalLocation"]["region"] = region;
    }
    if !finding.path.is_root() {
        location["logicalLocations"] = json!([{ "fullyQualifiedName": finding.path.to_string() }]);
    }
    let message = match &finding.help {
        Some(help) => format!("{}: {}", escape(&finding.message), escape(help)),
        None => escape(&finding.message).to_string(),
    };
    let mut result = json!({
        "ruleId": finding.name,
        "level": level(finding.severity),
        "message": { "text": message },
        "locations": [location],
    });
    if let Some(position) = rules::ALL.iter().position(|rule| rule.name() == finding.name) {
        result["ruleIndex"] = json!(position);
    }
    if let Some(change) = finding.fix.as_ref().and_then(|fix| change(fix, file, lines)) {
        result["fixes"] = json!([change]);
    }
    result
}

/// What a fix changes in its file; `None` where it has no place there.
fn change(fix: &Fix, file: &str, lines: &LineIndex<'_>) -> Option<Value> {
    if fix.replacements.is_empty() {
        return None;
    }
    let replaced = fix.replacements.iter().map(|replacement| {
        let region = region(replacement.span, lines)?;
        Some(json!({ "deletedRegion": region, "insertedContent": { "text": replacement.text } }))
    });
    let replacements: Vec<Value> = replaced.collect::<Option<_>>()?;
    let location = artifact(file);
    Some(json!({
        "description": { "text": fix.title },
        "artifactChanges": [{ "artifactLocation": location["artifactLocation"], "replacements": replacements }],
    }))
}

fn artifact(file: &str) -> Value {
    json!({ "artifactLocation": { "uri": uri(file) } })
}

/// A region, with the end that SARIF wants: the column after the last character.
fn region(span: Span, lines: &LineIndex<'_>) -> Option<Value> {
    let (start, end) = (lines.location(span.start())?, lines.location(span.end())?);
    Some(json!({
        "startLine": start.line, "startColumn": start.column, "endLine": end.line, "endColumn": end.column,
    }))
}

const fn level(severity: Severity) -> &'static str {
    match severity {
        Severity::Error => "error",
        Severity::Warning => "warning",
        Severity::Note => "note",
    }
}

/// The name of a file as a reference: what a URI may not hold stands in per cent.
fn uri(file: &str) -> String {
    let is_plain = |byte: u8| byte.is_ascii_alphanumeric() || b"-._~/".contains(&byte);
    let name = if cfg!(windows) { file.replace('\\', "/") } else { file.to_owned() };
    name.bytes()
        .map(|byte| if is_plain(byte) { char::from(byte).to_string() } else { format!("%{byte:02X}") })
        .collect()
}
