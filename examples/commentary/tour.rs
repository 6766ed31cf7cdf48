//! Without a command: the whole path on an article of the program's own, then what else it can do.

use std::io::{self, Write};

use commentary::{Profile, Validator, parse};

use crate::finding::{Counts, Pages};
use crate::outline;
use crate::output::{COMMAND, FAINT, Output, STRONG, paint};
use crate::status::Status;

/// An article as a web extractor leaves it: no headings, and a list gone. It was written for this program.
const TEXT: &str = include_str!("article.fr.txt");
const FILE: &str = "examples/commentary/article.fr.txt";

/// What else there is, and what it does.
const COMMANDS: [(&str, &str); 4] = [
    ("explain FILE", "how each line was read, and why"),
    ("convert FILE --to markdown", "the article as Markdown, or as JSON"),
    ("check FILE", "what is missing or looks wrong"),
    ("--help", "everything else"),
];

/// Shows the whole path: text, outline, report.
pub(crate) fn run(out: &mut Output) -> io::Result<Status> {
    let parsed = parse(TEXT);
    let report = Validator::new(Profile::outlook()).run_parsed(&parsed, TEXT);

    writeln!(out)?;
    heading(out, "Read", &format!("{FILE}, a text without headings"))?;
    outline::write(&parsed.article, out)?;
    writeln!(out)?;
    heading(out, "Checked", "as a recap, an analysis, an optimistic and a pessimistic view")?;
    let pages = Pages::new(FILE, TEXT);
    for finding in &report {
        pages.show(finding).lines().try_for_each(|line| writeln!(out, "  {line}"))?;
        writeln!(out)?;
    }
    writeln!(out, "  {}", Counts::of(&report))?;
    writeln!(out)?;
    heading(out, "Next", "with a file of yours, or with this one")?;
    for (command, purpose) in COMMANDS {
        let shown = format!("cargo run --example commentary -- {}", paint(COMMAND, format_args!("{command:<27}")));
        writeln!(out, "  {shown} {}", paint(FAINT, purpose))?;
    }
    writeln!(out)?;
    Ok(Status::Clean)
}

fn heading(out: &mut Output, word: &str, rest: &str) -> io::Result<()> {
    writeln!(out, "{} {}\n", paint(STRONG, format_args!("{word}:")), paint(FAINT, rest))
}
