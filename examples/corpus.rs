//! Turns several texts into a corpus: one article a line, as JSON, on standard output.
//!
//! ```text
//! cargo run --example corpus
//! ```

use std::error::Error;
use std::io::{self, Write};

use commentary::{Parser, json};

/// What a corpus is made from: texts as they come, in any language that the lexicon knows.
const TEXTS: [(&str, &str); 3] = [
    ("lake.txt", include_str!("commentary/article.fr.txt")),
    (
        "tram.txt",
        "A free tram for Port Ashby?

The council of Port Ashby will vote on Tuesday on a plan to make its only tram line free. It would cost 3.1 million a year.

The case for

A free line would bring shoppers back to the old town, and nobody would have to queue for a ticket.

The case against

The money is missing elsewhere: the buses to the hill districts were cut twice last year.
",
    ),
    (
        "schule.txt",
        "Handyverbot an der Schule am Weiher

Seit Montag bleiben die Handys der Schule am Weiher in einem Schrank. Der Versuch dauert bis Juni.

Pro

In den Pausen wird wieder gespielt und geredet, berichten die Lehrkräfte.

Contra

Ein Verbot lehrt niemanden, mit dem Gerät umzugehen. Und wer zu Hause anrufen muss, steht vor verschlossener Tür.
",
    ),
];

fn main() -> Result<(), Box<dyn Error>> {
    // A parser is made once and used for every text.
    let parser = Parser::new();
    let (mut out, mut err) = (io::stdout().lock(), io::stderr().lock());
    for (name, text) in TEXTS {
        let parsed = parser.parse(text);
        writeln!(out, "{}", json::to_string(&parsed.article)?)?;
        for finding in &parsed.report {
            writeln!(err, "{name}: {finding}")?;
        }
    }
    Ok(())
}
