//! Prints how many times longer `commentary::parse` takes than walking the events of pulldown-cmark.
//!
//! `cargo run --release -p commentary-checks --bin ratio -- [ROUNDS] [ARTICLES]`

use std::io::{self, Write};

use commentary_checks::corpus::{Layout, articles_in};
use commentary_checks::ratio::compare;
use pulldown_cmark::Parser;

const SEED: u64 = 1;

fn main() -> io::Result<()> {
    let mut arguments = std::env::args().skip(1).map(|argument| argument.parse().ok());
    let mut argument = |default: usize| arguments.next().flatten().unwrap_or(default);
    let (rounds, count) = (argument(15), argument(1000));
    let mut out = io::stdout().lock();
    for (name, layout) in [("headed", Layout::Headed), ("headless", Layout::Headless)] {
        let texts = articles_in(layout, SEED, count);
        let bytes: usize = texts.iter().map(String::len).sum();
        let parse = |text: &str| commentary::parse(text).article.sections.len();
        let ratios = compare(&texts, rounds, parse, |text| Parser::new(text).count());
        writeln!(
            out,
            "{name}: {:.2} times pulldown-cmark's events (min {:.2}, max {:.2}) over {} articles, {bytes} bytes",
            ratios.median,
            ratios.min,
            ratios.max,
            texts.len()
        )?;
    }
    Ok(())
}
