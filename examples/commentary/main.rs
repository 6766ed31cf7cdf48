//! The program `commentary`: reads articles from plain text, explains how, converts and checks them.
//!
//! ```text
//! cargo run --example commentary
//! cargo run --example commentary -- explain FILE
//! cargo run --example commentary -- convert FILE --to markdown
//! cargo run --example commentary -- diff FILE --to text
//! cargo run --example commentary -- check FILE
//! ```

mod change;
mod check;
mod convert;
mod diff;
mod document;
mod explain;
mod finding;
mod format;
mod outline;
mod output;
mod sarif;
mod status;
mod text;
mod tour;

use std::io::{self, Write};
use std::process::ExitCode;

use clap::Parser;
use commentary::diagnostic::escape;

use output::{ERROR, Output, paint};
use status::Status;

/// Reads structured commentary articles from plain text, explains how, converts and checks them.
///
/// Without a command it shows what it does on an article of its own.
#[derive(Debug, Parser)]
#[command(name = "commentary", bin_name = "commentary", version)]
struct Arguments {
    #[command(subcommand)]
    command: Option<Command>,
}

#[derive(Debug, clap::Subcommand)]
enum Command {
    Explain(explain::Explain),
    Convert(convert::Convert),
    Diff(diff::Diff),
    Check(check::Check),
}

fn main() -> ExitCode {
    let (mut out, mut err) = (Output::stdout(), Output::stderr());
    let done = match Arguments::try_parse() {
        Ok(arguments) => run(&arguments, &mut out, &mut err),
        Err(error) => usage(&error, &mut err),
    };
    let done = done.and_then(|status| out.flush().map(|()| status));
    done.unwrap_or_else(|error| {
        // Nothing is left to be done where standard error cannot be written either.
        writeln!(err, "{}: cannot write: {error}", paint(ERROR, "error")).ok();
        Status::Failed
    })
    .into()
}

fn run(arguments: &Arguments, out: &mut Output, err: &mut Output) -> io::Result<Status> {
    match &arguments.command {
        None => tour::run(out),
        Some(Command::Explain(explain)) => explain.run(out, err),
        Some(Command::Convert(convert)) => convert.run(err),
        Some(Command::Diff(diff)) => diff.run(out, err),
        Some(Command::Check(check)) => check.run(out, err),
    }
}

/// Prints the help that was asked for, or what is wrong with the arguments.
fn usage(error: &clap::Error, err: &mut Output) -> io::Result<Status> {
    if !error.use_stderr() {
        // Whoever asked for help and closed the pipe has seen enough of it.
        error.print().ok();
        return Ok(Status::Clean);
    }
    // The message quotes the arguments, which may hold what a terminal obeys.
    let message = error.render().to_string();
    let message = message.strip_prefix("error").unwrap_or(&message);
    write!(err, "{}", paint(ERROR, "error"))?;
    message.lines().try_for_each(|line| writeln!(err, "{}", escape(line)))?;
    Ok(Status::Failed)
}
