//! What to tell a language model about its mistakes.

use crate::diagnostic::{Diagnostic, Report, Severity, escape};
use crate::format::json;
use crate::path::Path;

/// A text that tells a language model what to mend in its draft: the findings that are errors or warnings, each with its
/// place and what to do. `None` where there are none.
///
/// What is quoted from the draft is cut to 60 characters, and holds no control or invisible characters.
///
/// # Examples
///
/// ```
/// use commentary::{Diagnostic, Path, Report, Severity, draft::correction};
///
/// let finding = Diagnostic::new("bad-date", Severity::Error, "expected a date, found “12 May”")
///     .at(Path::root().key("published"))
///     .with_help("write the date as `2025-06-17`");
/// let text = correction(&Report::from_iter([finding])).unwrap();
/// assert!(text.ends_with("\n1. published (must be mended): expected a date, found “12 May”. Write the date as `2025-06-17`.\n"));
/// assert_eq!(correction(&Report::new()), None);
/// ```
#[must_use]
pub fn correction(report: &Report) -> Option<String> {
    let mut lines = report.iter().filter(|finding| finding.severity > Severity::Note).peekable();
    lines.peek()?;
    let mut text = "Mend the following in your last answer, and answer with the whole JSON object again, by the same \
                    schema. Leave all else as it is, and invent nothing.\n\n"
        .to_owned();
    for (position, finding) in lines.enumerate() {
        text.push_str(&format!("{}. {}", position + 1, line(finding)));
    }
    if report.omitted() > 0 {
        text.push_str(&format!("There are {} more of this kind.\n", report.omitted()));
    }
    Some(text)
}

/// A finding in one line.
fn line(finding: &Diagnostic) -> String {
    let place = match finding.path.is_root() {
        true => "the whole draft".to_owned(),
        false => escape(&finding.path.to_string()).to_string(),
    };
    let weight = match finding.severity {
        Severity::Error => "must be mended",
        Severity::Warning | Severity::Note => "should be mended",
    };
    let mut line = format!("{place} ({weight}): {}.", escape(&finding.message));
    if let Some(help) = &finding.help {
        let mut letters = help.chars();
        if let Some(first) = letters.next() {
            line.push_str(&format!(" {}{}.", first.to_uppercase(), escape(letters.as_str())));
        }
    }
    line.push('\n');
    line
}

/// The error of an answer that is no draft, as a report of one finding, `unreadable-draft`.
///
/// # Examples
///
/// ```
/// use commentary::{Draft, draft::unreadable};
///
/// let report = unreadable(&Draft::from_json("Here is the JSON: {").unwrap_err());
/// assert_eq!(report.names(), ["unreadable-draft"]);
/// ```
#[must_use]
pub fn unreadable(error: &json::Error) -> Report {
    let message = error.to_string();
    let path = error.path().cloned().unwrap_or_else(Path::root);
    // The place stands before the message, and once is enough.
    let message = message.strip_prefix(&format!("{path}: ")).unwrap_or(&message).to_owned();
    let help = match error.kind() {
        json::ErrorKind::Data => {
            "write every key of the schema once and no other, with a value of the type that it has"
        }
        _ => "write nothing but the JSON object: no words and no fence before or after it",
    };
    Report::from_iter([Diagnostic::new("unreadable-draft", Severity::Error, message).at(path).with_help(help)])
}
