//! Fits the weights of the labelling to labelled texts, measures them by leaving files out, and writes them as Rust.
//!
//! ```text
//! cargo run --release -p commentary-checks --bin fit -- [--penalty P] [--rounds N] [--folds K] [--write FILE] FOLDER…
//! ```
//!
//! Each folder holds `NAME.txt` beside `NAME.labels.tsv` (line, role). With `--folds K`, the files are dealt into K parts
//! (0 leaves each file out in turn), each part is read with weights fitted on the others, and the shares of lines read
//! right are printed. With `--write FILE`, weights fitted on all files are written.

use std::collections::BTreeMap;
use std::fmt::Write as _;
use std::path::{Path, PathBuf};
use std::process::ExitCode;

use commentary::label::{Example, Fit, Label, Labeller, Piece, Reading, Weights};
use commentary::lexicon::Lexicon;
use commentary::{Parser, Role, Stance};

struct Text {
    name: String,
    text: String,
    /// Role by physical line, from 1.
    gold: BTreeMap<usize, String>,
}

struct Options {
    penalty: f32,
    rounds: usize,
    folds: Option<usize>,
    write: Option<PathBuf>,
    verbose: bool,
    folders: Vec<PathBuf>,
}

fn options() -> Result<Options, String> {
    let mut options =
        Options { penalty: 1.0, rounds: 300, folds: None, write: None, verbose: false, folders: Vec::new() };
    let mut arguments = std::env::args().skip(1);
    while let Some(argument) = arguments.next() {
        let mut value = || arguments.next().ok_or(format!("{argument} needs a value"));
        match argument.as_str() {
            "--penalty" => options.penalty = value()?.parse().map_err(|error| format!("--penalty: {error}"))?,
            "--rounds" => options.rounds = value()?.parse().map_err(|error| format!("--rounds: {error}"))?,
            "--folds" => options.folds = Some(value()?.parse().map_err(|error| format!("--folds: {error}"))?),
            "--write" => options.write = Some(value()?.into()),
            "--verbose" => options.verbose = true,
            folder => options.folders.push(folder.into()),
        }
    }
    Ok(options)
}

fn read_folder(folder: &Path) -> std::io::Result<Vec<Text>> {
    let mut texts = Vec::new();
    for entry in std::fs::read_dir(folder)? {
        let path = entry?.path();
        let name = path.file_name().unwrap_or_default().to_string_lossy().into_owned();
        let Some(stem) = name.strip_suffix(".labels.tsv") else { continue };
        let text = String::from_utf8_lossy(&std::fs::read(folder.join(format!("{stem}.txt")))?).into_owned();
        let labels = std::fs::read_to_string(&path)?;
        let gold = labels.lines().filter_map(|row| {
            let mut cells = row.split('\t');
            Some((cells.next()?.parse().ok()?, cells.next()?.trim().to_owned()))
        });
        texts.push(Text { name: stem.to_owned(), text, gold: gold.collect() });
    }
    texts.sort_by(|a, b| a.name.cmp(&b.name));
    Ok(texts)
}

/// The label for a role as the samples write it; `None` for what says nothing.
fn label(role: &str) -> Option<Label> {
    let role = role.strip_prefix("list-item:").unwrap_or(role);
    let role = role.strip_prefix("heading:").unwrap_or(role);
    Some(match role {
        "title" => Label::Title,
        "teaser" => Label::Teaser,
        "author" => Label::Author,
        "date" => Label::Date,
        "reference" => Label::Reference,
        "meta" => Label::Meta,
        "other" => Label::Other,
        "unsure" | "neutral" | "heading" => return None,
        _ => match role.strip_prefix("perspective:") {
            Some(stance) => Role::perspective(Stance::from(stance)).into(),
            None => Role::from(role).into(),
        },
    })
}

/// The gold role of the physical line in which a piece begins.
fn gold<'a>(text: &'a Text, piece: &Piece<'_>) -> Option<&'a str> {
    let before = text.text.get(..piece.span.start())?;
    text.gold.get(&(before.matches('\n').count() + 1)).map(String::as_str)
}

fn example(text: &Text) -> Example {
    Parser::new().pieces(&text.text, |pieces, language| {
        let labels: Vec<Option<Label>> = pieces.iter().map(|piece| gold(text, piece).and_then(label)).collect();
        Example::new(pieces, &labels, Lexicon::builtin(), language)
    })
}

/// What takes no side, as the score counts it.
fn loose(role: &str) -> &str {
    match role.strip_prefix("list-item:").unwrap_or(role) {
        "summary"
        | "background"
        | "example"
        | "conclusion"
        | "other"
        | "neutral"
        | "perspective:neutral"
        | "unclassified" => "no-side",
        "perspective:bull" => "perspective:optimistic",
        "perspective:bear" => "perspective:pessimistic",
        role => role,
    }
}

#[derive(Default, Clone, Copy)]
struct Tally {
    lines: usize,
    strict: usize,
    lenient: usize,
    claimed: usize,
    right: usize,
    no_side: usize,
    invented: usize,
}

impl Tally {
    fn add(&mut self, seen: &Reading, gold: &str) {
        let bare = gold.strip_prefix("heading:").unwrap_or(gold);
        if matches!(bare, "unsure" | "list-item:unsure") {
            return;
        }
        let seen_role = seen.label.to_string();
        let gold = gold.strip_prefix("list-item:").unwrap_or(gold);
        let shown = if seen.is_heading { format!("heading:{seen_role}") } else { seen_role.clone() };
        let same = loose(&seen_role) == loose(bare) && seen.is_heading == gold.starts_with("heading");
        let side = |role: &str| loose(role).starts_with("perspective:");
        self.lines += 1;
        self.strict += usize::from(shown == gold);
        self.lenient += usize::from(same);
        self.claimed += usize::from(side(&seen_role));
        self.right += usize::from(side(&seen_role) && same);
        self.no_side += usize::from(!side(bare));
        self.invented += usize::from(!side(bare) && side(&seen_role));
    }

    fn line(&self) -> String {
        let share = |part: usize, whole: usize| 100.0 * part as f64 / whole.max(1) as f64;
        format!(
            "{:5} lines: strict {:5.1}%, lenient {:5.1}%, right {:5.1}%, invented {:4.1}%",
            self.lines,
            share(self.strict, self.lines),
            share(self.lenient, self.lines),
            share(self.right, self.claimed),
            share(self.invented, self.no_side)
        )
    }
}

fn measure(text: &Text, weights: &Weights, verbose: bool) -> Tally {
    let mut tally = Tally::default();
    let mut misses = String::new();
    Parser::new().pieces(&text.text, |pieces, language| {
        let readings = Labeller::new().weights(weights).label(pieces, language);
        for (piece, reading) in pieces.iter().zip(&readings) {
            let Some(gold) = gold(text, piece) else { continue };
            let before = tally.lenient + usize::from(gold.ends_with("unsure"));
            tally.add(reading, gold);
            if before == tally.lenient {
                let start: String = piece.text.chars().take(50).collect();
                let _ = writeln!(misses, "      {gold} read as {} ({}): {start}", reading.label, reading.confidence);
            }
        }
    });
    if verbose {
        print_line(&format!("  {:44} {}\n{misses}", text.name, tally.line()));
    }
    tally
}

#[expect(clippy::print_stdout, reason = "this is a program")]
fn print_line(line: &str) {
    println!("{line}");
}

/// The weights as the source of `src/label/fitted.rs`.
fn source(weights: &Weights, options: &Options, files: usize) -> String {
    let row = |of: &dyn Fn(&str) -> f32| {
        let numbers: Vec<String> = Weights::states().map(|state| format!("{:.2}", of(state))).collect();
        format!("[{}]", numbers.join(", ").replace("-0.00", "0.00"))
    };
    let mut out = format!(
        "//! The fitted weights: generated by the program `fit`, not written by hand.\n//!\n//! Fitted on {files} labelled \
         texts with penalty {} in {} rounds. Columns are the states, in their order.\n\nuse super::chain::Row;\nuse \
         super::feature;\nuse super::state::STATES;\n\n/// What each feature is worth for each state.\n#[rustfmt::skip]\npub(super) const FEATURES: \
         [(&str, Row); feature::FEATURES] = [\n",
        options.penalty, options.rounds
    );
    for name in weights.features() {
        let _ = writeln!(out, "    (\"{name}\", {}),", row(&|state| weights.weight(&name, state)));
    }
    out.push_str("];\n\n/// What each feature says for staying in the state before.\n#[rustfmt::skip]\npub(super) const STAY: [f32; feature::FEATURES] = [\n");
    for name in weights.features() {
        let _ = writeln!(out, "    {:.2}, // {name}", weights.stay(&name));
    }
    let _ = writeln!(
        out,
        "];\n\n/// What it is worth to begin with each state.\n#[rustfmt::skip]\npub(super) const START: Row = {};",
        row(&|state| weights.step(None, Some(state)))
    );
    let _ = writeln!(
        out,
        "\n/// What it is worth to end with each state.\n#[rustfmt::skip]\npub(super) const END: Row = {};",
        row(&|state| weights.step(Some(state), None))
    );
    out.push_str("\n/// What each step is worth, from row to column.\n#[rustfmt::skip]\npub(super) const STEP: [Row; STATES] = [\n");
    for from in Weights::states() {
        let _ = writeln!(out, "    {}, // {from}", row(&|to| weights.step(Some(from), Some(to))));
    }
    out.push_str("];\n");
    out
}

fn main() -> ExitCode {
    match run() {
        Ok(()) => ExitCode::SUCCESS,
        Err(message) => {
            print_line(&message);
            ExitCode::from(2)
        }
    }
}

fn run() -> Result<(), String> {
    let options = options()?;
    let mut folders = Vec::new();
    for folder in &options.folders {
        folders.push(read_folder(folder).map_err(|error| format!("{}: {error}", folder.display()))?);
    }
    let texts: Vec<&Text> = folders.iter().flatten().collect();
    let examples: Vec<Example> = texts.iter().map(|text| example(text)).collect();
    let fit = Fit::new().penalty(options.penalty).rounds(options.rounds);
    let weights = fit.run(&examples);
    print_line("as fitted:");
    report(&options, &folders, |text| measure(text, &weights, options.verbose && options.folds.is_none()));
    if let Some(folds) = options.folds {
        let folds = if folds == 0 { texts.len() } else { folds };
        let mut tallies = BTreeMap::new();
        for fold in 0..folds {
            let kept: Vec<Example> =
                examples.iter().enumerate().filter(|(at, _)| at % folds != fold).map(|(_, one)| one.clone()).collect();
            let weights = fit.run(&kept);
            for (_, text) in texts.iter().enumerate().filter(|(at, _)| at % folds == fold) {
                tallies.insert(text.name.clone(), measure(text, &weights, options.verbose));
            }
        }
        print_line("each file left out:");
        report(&options, &folders, |text| tallies.get(&text.name).copied().unwrap_or_default());
    }
    if let Some(path) = &options.write {
        std::fs::write(path, source(&weights, &options, texts.len())).map_err(|error| error.to_string())?;
    }
    Ok(())
}

/// Prints a tally for each folder, and for each kind of file by its letters.
fn report(options: &Options, folders: &[Vec<Text>], of: impl Fn(&Text) -> Tally) {
    for (path, texts) in options.folders.iter().zip(folders) {
        let mut groups: BTreeMap<String, Tally> = BTreeMap::new();
        for text in texts {
            let tally = of(text);
            let kind: String = text.name.chars().take_while(char::is_ascii_alphabetic).collect();
            for group in [String::new(), kind] {
                let sum = groups.entry(group).or_default();
                sum.lines += tally.lines;
                sum.strict += tally.strict;
                sum.lenient += tally.lenient;
                sum.claimed += tally.claimed;
                sum.right += tally.right;
                sum.no_side += tally.no_side;
                sum.invented += tally.invented;
            }
        }
        for (kind, tally) in groups {
            let folder = path.file_name().unwrap_or_default().to_string_lossy();
            print_line(&format!("  {:16} {}", format!("{folder} {kind}"), tally.line()));
        }
    }
}
