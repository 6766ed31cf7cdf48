//! Reads what a language model answered, and prints the article as Markdown, or what to tell the model.
//!
//! ```text
//! cargo run --example draft              # a draft with mistakes, of a model that was asked by the schema
//! cargo run --example draft -- --schema  # the schema to ask by
//! cargo run --example draft -- - < answer.json
//! ```
//!
//! The Markdown goes to standard output. What the model should mend goes to standard error, and the program ends with 1.

use std::error::Error;
use std::io::{self, Read, Write};
use std::process::ExitCode;

use commentary::draft::{correction, unreadable};
use commentary::{Draft, Profile, Validator, markdown};

/// What a model may answer. The date is no date, and the second view cites a source that is not there.
const ANSWER: &str = r#"{
  "language": "en",
  "question": null,
  "references": [{
    "url": "https://dryland-review.example/year-one", "title": "The roof over the canal, year one",
    "authors": [], "outlet": "Dryland Review", "published": "12 May", "accessed": null, "kind": "article", "id": "1"
  }],
  "sections": [{
    "heading": "Summary", "paragraphs": ["The district has covered two miles of canal with solar panels [1]."],
    "points": [], "thesis": null, "holder": null, "label": null, "likelihood": null,
    "role": "summary", "stance": "none", "other_stance": null, "reply": false
  }, {
    "heading": "Optimistic view", "paragraphs": ["Every mile saves water that would have gone up into the air."],
    "points": [], "thesis": "It pays for itself.", "holder": null, "label": "Optimistic", "likelihood": null,
    "role": "perspective", "stance": "optimistic", "other_stance": null, "reply": false
  }, {
    "heading": "**Pessimistic view**", "paragraphs": ["The grant ends next year, and nobody has said who pays [2]."],
    "points": [], "thesis": null, "holder": null, "label": "Pessimistic", "likelihood": null,
    "role": "perspective", "stance": "pessimistic", "other_stance": null, "reply": false
  }],
  "title": "A roof over the canal",
  "teaser": null,
  "authors": ["Dana Whitcombe"],
  "published": "2025-06-17",
  "tags": ["water"],
  "url": null
}"#;

fn main() -> Result<ExitCode, Box<dyn Error>> {
    let answer = match std::env::args().nth(1).as_deref() {
        None => ANSWER.to_owned(),
        Some("--schema") => {
            io::stdout().write_all(Draft::SCHEMA.as_bytes())?;
            return Ok(ExitCode::SUCCESS);
        }
        Some("-") => {
            let mut answer = String::new();
            io::stdin().read_to_string(&mut answer)?;
            answer
        }
        Some(other) => return Err(format!("expected nothing, `-` or `--schema`, found `{other}`").into()),
    };
    let (article, advice) = match Draft::from_json(&answer) {
        Ok(draft) => {
            let drafted = draft.into_article(&Validator::new(Profile::any()));
            (Some(drafted.article), correction(&drafted.report))
        }
        Err(error) => (None, correction(&unreadable(&error))),
    };
    if let Some(article) = article {
        io::stdout().write_all(markdown::to_string(&article).as_bytes())?;
    }
    match advice {
        Some(advice) => {
            io::stderr().write_all(advice.as_bytes())?;
            Ok(ExitCode::FAILURE)
        }
        None => Ok(ExitCode::SUCCESS),
    }
}
