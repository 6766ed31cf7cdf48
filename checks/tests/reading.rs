//! How labelled samples and hostile files are read. Both are not part of the repository; without them the tests say so.

use std::path::Path;
use std::thread;

use commentary::label::Weights;
use commentary::{Parser, json, markdown};
use commentary_checks::hostile::hostile;
use commentary_checks::promises::check;
use commentary_checks::samples::samples;
use commentary_checks::score::{Tally, measure};

#[test]
fn the_samples_are_read_as_well_as_promised() {
    let Some(samples) = samples() else { return };
    let mut full = Tally::default();
    for sample in &samples {
        let parsed = Parser::new().parse(&sample.text);
        check(&sample.text, &parsed, &sample.name);
        let tally = measure(sample, Weights::builtin(), |_, _, _| {});
        if sample.name == "00-seed" {
            assert_eq!((tally.lines(), tally.strict()), (13, 100.0));
        }
        if sample.folder == "full" {
            full.join(&tally);
        }
        if sample.name.starts_with("nv") || sample.name.starts_with("16-") {
            assert_eq!(tally.invented(), 0.0, "{}: a view was invented", sample.name);
        }
    }
    assert!(full.strict() >= 95.0 && full.lenient() >= 95.0 && full.invented() <= 1.0, "{full}");
}

#[test]
fn every_sample_survives_every_format() {
    let Some(samples) = samples() else { return };
    for sample in &samples {
        let article = Parser::new().parse(&sample.text).article;
        let json = json::to_string(&article).unwrap();
        assert_eq!(json::from_str(&json).unwrap(), article, "{}: JSON", sample.name);
        assert_eq!(json::to_string(&json::from_str(&json).unwrap()).unwrap(), json, "{}", sample.name);
        let text = markdown::to_string(&article);
        assert_eq!(markdown::from_str(&text).unwrap(), article, "{}: Markdown", sample.name);
    }
}

#[test]
fn the_seed_keeps_every_word_and_needs_no_backslash() {
    let Some(samples) = samples() else { return };
    let Some(seed) = samples.iter().find(|sample| sample.name == "00-seed") else { return };
    let article = Parser::new().parse(&seed.text).article;
    for written in [json::to_string(&article).unwrap(), markdown::to_string(&article)] {
        let words = seed.text.split_whitespace().filter(|word| !["Article", "en", "référence:"].contains(word));
        let lost: Vec<&str> = words.filter(|word| !written.contains(word)).collect();
        assert!(lost.is_empty(), "{lost:?}");
        assert!(!written.contains('\\'), "{written}");
    }
    assert!(seed.text.contains('’') && seed.text.contains('\'') && seed.text.contains('👉'));
}

#[test]
fn hostile_files_are_read_on_a_small_stack() {
    let Some(files) = hostile(Path::new(env!("CARGO_TARGET_TMPDIR"))) else { return };
    let run = move || {
        let texts = files.iter().filter(|file| file.path.starts_with("text/") || file.path.starts_with("md/"));
        let mut read = 0;
        for file in texts {
            let parser = Parser::new();
            match parser.parse_bytes(&file.bytes) {
                Ok(parsed) => {
                    check(std::str::from_utf8(&file.bytes).unwrap(), &parsed, &file.path);
                    assert_eq!(parser.parse_bytes(&file.bytes), Ok(parsed), "{}: read otherwise again", file.path);
                }
                Err(error) => assert!(error.to_string().starts_with("expected UTF-8, found "), "{}", file.path),
            }
            read += 1;
        }
        assert!(read > 100, "only {read} files");
    };
    thread::Builder::new().stack_size(512 * 1024).spawn(run).unwrap().join().unwrap();
}
