//! Builds an article in code, checks it, and prints it as Markdown.
//!
//! ```text
//! cargo run --example build
//! ```

use std::error::Error;
use std::io::{self, Write};

use commentary::{Article, Author, Block, Date, List, Profile, Reference, Section, Stance, markdown, validate};

fn main() -> Result<(), Box<dyn Error>> {
    let mut author = Author::new("Ines Halloran");
    author.affiliation = Some("The Coldwater Observer".into());

    let mut source = Reference::to("https://coldwater-observer.example/night-trains");
    source.title = Some("Night trains return after eleven years".into());

    let mut article = Article::new("Night trains are back in Coldwater")
        .author(author)
        .published(Date::from_day(2025, 3, 14)?)
        .language("en".parse()?)
        .reference(source)
        .section(
            Section::summary()
                .heading("Summary")
                .paragraph("The first night train in eleven years left Coldwater on Friday. The line offers:")
                .block(List::bullets(["three departures a week", "40 beds on each train", "tickets from 39 crowns"])),
        )
        .section(
            Section::perspective(Stance::Neutral)
                .heading("Neutral analysis")
                .paragraph("The line needs two beds in three to be sold. Last winter’s trial sold just over half."),
        )
        .section(
            Section::perspective(Stance::Optimistic)
                .heading("Optimistic view")
                .paragraph("Each full train replaces four flights, and the valley wakes up to guests again."),
        )
        .section(
            Section::perspective(Stance::Pessimistic)
                .heading("Pessimistic view")
                .block(Block::paragraph("The grant ends in two years, and the track is the oldest of the country.")),
        );
    article.tags.push("transport".into());

    let report = validate(&article, &Profile::outlook());
    if report.is_empty() {
        writeln!(io::stderr(), "no findings")?;
    } else {
        write!(io::stderr(), "{report}")?;
    }
    io::stdout().write_all(markdown::to_string(&article).as_bytes())?;
    Ok(())
}
