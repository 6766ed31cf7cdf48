//! Damage by encodings: what is misread is put back, and what is sound stays.

use std::path::Path;

use commentary::mojibake::{Encoding, repair};
use commentary_checks::hostile::hostile;
use commentary_checks::random::Random;
use commentary_checks::samples::samples;

/// Words of the six languages with all their letters beyond ASCII, and their signs.
const WORDS: &[&str] = &[
    "été", "où", "là", "À", "château", "naïve", "Noël", "ça", "cœur", "Œuvre", "fête", "île", "aiguë", "dû", "Ç’est",
    "È", "l’été", "«\u{a0}oui\u{a0}»", "œil…", "—", "–", "Straße", "für", "schön", "Äpfel", "Übung", "Ölung", "„gut“",
    "größer", "niño", "¿qué?", "¡sí!", "mañana", "Ávila", "pingüino", "él", "ESPAÑA", "città", "perché", "È", "più",
    "così", "però", "maçã", "não", "ações", "avó", "avô", "três", "ÉTICA", "lâmpada", "“sim”", "1º", "25\u{202f}%",
    "10\u{a0}€", "½", "22 m²", "👉", "–", "the", "le", "der", "la", "o", "e", "a", "casa", "river", "and", "ponte",
    "2025", "Brücke", "pont.",
];

/// A line of words; one in three of them is plain.
fn line(random: &mut Random) -> String {
    let count = random.between(4, 12);
    let words: Vec<&str> = (0..count).map(|_| random.pick(WORDS)).collect();
    words.join(" ")
}

fn misread(text: &str, encoding: Encoding, times: usize) -> String {
    (0..times).fold(text.to_owned(), |text, _| encoding.misread(&text).unwrap_or(text))
}

#[test]
fn what_was_misread_is_put_back_whatever_the_encoding() {
    let mut random = Random::new(7, 0);
    for round in 0..300 {
        let lines: Vec<String> = (0..5).map(|_| line(&mut random)).collect();
        // One sign that every text of some length holds tells the encodings apart.
        let text = format!("L’été de naïve, für été\n{}\n", lines.join("\n"));
        for encoding in Encoding::ALL {
            for times in [1, 2] {
                let damaged = misread(&text, encoding, times);
                let found = repair(&damaged);
                assert_eq!(found.text, text, "{encoding} {times} times, round {round}: {damaged:?}");
                assert_eq!(found.losses, [], "{damaged:?}");
                assert!(found.changes.iter().all(|change| usize::from(change.rounds) <= times), "{damaged:?}");
                let mut at = 0;
                let mut rebuilt = String::new();
                for change in &found.changes {
                    rebuilt += &damaged[at..change.span.start()];
                    rebuilt += &change.text;
                    at = change.span.end();
                    let again = misread(&change.text, change.encoding, 1);
                    let once = change.span.slice(&damaged).unwrap();
                    assert!(change.rounds == 2 || again == once, "{change} does not give {once:?} again");
                }
                assert_eq!(rebuilt + &damaged[at..], text);
            }
        }
    }
}

#[test]
fn every_letter_of_the_six_languages_comes_back() {
    for letter in "àáâãäçèéêëìíîïñòóôõöùúûüÿßœæªº".chars() {
        let capital: String = letter.to_uppercase().collect();
        let text =
            format!("L’été où naïve, für été\nmo{letter}te {letter} o{letter} MO{capital}TE {capital}to A{capital}\n");
        for encoding in Encoding::ALL {
            for times in [1, 2] {
                let damaged = misread(&text, encoding, times);
                assert_eq!(repair(&damaged).text, text, "{encoding} {times} times: {damaged:?}");
            }
        }
    }
}

#[test]
fn sound_lines_beside_damaged_ones_stay() {
    let mut random = Random::new(11, 0);
    for _ in 0..1_000 {
        let encoding = random.pick(&Encoding::ALL);
        let mut text = String::new();
        let mut damaged = String::new();
        for _ in 0..8 {
            let line = format!("{} l’été référence", line(&mut random));
            let times = random.between(0, 2);
            damaged += &misread(&line, encoding, times);
            damaged.push('\n');
            text += &line;
            text.push('\n');
        }
        assert_eq!(repair(&damaged).text, text, "{encoding}: {damaged:?}");
    }
}

#[test]
fn sound_text_is_never_changed() {
    let mut random = Random::new(13, 0);
    for _ in 0..20_000 {
        let text = line(&mut random);
        assert!(repair(&text).is_sound(), "{text:?}: {:?}", repair(&text));
    }
    for sample in samples().unwrap_or_default() {
        if !sample.name.contains("mojibake") {
            assert!(repair(&sample.text).is_sound(), "{}: {:?}", sample.name, repair(&sample.text).changes);
        }
    }
    for file in hostile(Path::new(env!("CARGO_TARGET_TMPDIR"))).unwrap_or_default() {
        let Ok(text) = std::str::from_utf8(&file.bytes) else { continue };
        if !file.path.contains("mojibake") {
            assert!(repair(text).is_sound(), "{}: {:?}", file.path, repair(text).changes);
        }
    }
}

#[test]
fn the_damaged_samples_are_put_back_but_for_what_is_lost() {
    let Some(samples) = samples() else { return };
    for sample in samples.iter().filter(|sample| sample.name.contains("mojibake")) {
        let own = sample.name.split(".mojibake").next().unwrap();
        let original = samples.iter().find(|other| other.name == own).unwrap();
        let found = repair(&sample.text);
        if sample.name.ends_with("1252") {
            assert_eq!(found.text, original.text);
            assert_eq!(found.losses, []);
        } else {
            // Where the guesses for what is lost are put in, little is left to differ.
            let mut text = String::new();
            let mut at = 0;
            let rest: Vec<_> = found.losses.iter().collect();
            let changes = found.changes.iter().map(|change| (change.span, change.text.clone()));
            let losses = rest.iter().map(|loss| (loss.span, loss.likely.map(String::from).unwrap_or_default()));
            let mut parts: Vec<_> = changes.chain(losses).collect();
            parts.sort_by_key(|(span, _)| span.start());
            for (span, part) in parts {
                text += &sample.text[at..span.start()];
                text += &part;
                at = span.end();
            }
            text += &sample.text[at..];
            let differ = text.chars().zip(original.text.chars()).filter(|(one, other)| one != other).count();
            let damaged = sample.text.chars().filter(|c| !c.is_ascii()).count();
            assert_eq!(text.chars().count(), original.text.chars().count());
            assert!(!found.losses.is_empty() && differ * 20 < damaged, "{differ} of {damaged} differ");
        }
    }
}
