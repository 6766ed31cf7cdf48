//! Dates as people write them, in the six languages.

use commentary::lexicon::{Lexicon, Sense};
use commentary::{DateError, Parser, parse};

fn read(language: &str, text: &str) -> Result<String, DateError> {
    Parser::new().language(language.parse().unwrap()).date(text).map(|date| date.to_string())
}

#[test]
fn every_name_of_a_month_is_read_with_and_without_a_dot() {
    let lexicon = Lexicon::builtin();
    for language in ["de", "en", "es", "fr", "it", "pt"] {
        for month in 1..=12 {
            let sense = Sense::Month(month);
            let names: Vec<&str> = lexicon.phrases(language, &sense).collect();
            assert!(!names.is_empty(), "{language} {month}");
            for name in names {
                for text in
                    [format!("5 {name} 2025"), format!("05 {name}. 2025"), format!("5. {} 2025", name.to_uppercase())]
                {
                    assert_eq!(read(language, &text), Ok(format!("2025-{month:02}-05")), "{language} {text}");
                }
                assert_eq!(read(language, &format!("{name} 2025")), Ok(format!("2025-{month:02}")), "{language}");
                assert_eq!(read(language, &format!("5 {name} 25")), Err(DateError::TwoDigitYear), "{language} {name}");
            }
        }
    }
}

#[test]
fn every_name_of_a_day_is_compared_with_the_date() {
    let lexicon = Lexicon::builtin();
    for language in ["de", "en", "es", "fr", "it", "pt"] {
        let months = Sense::Month(6);
        let june = lexicon.phrases(language, &months).next().unwrap();
        for weekday in 1..=7 {
            let sense = Sense::Weekday(weekday);
            for name in lexicon.phrases(language, &sense) {
                // 2 June 2025 was a Monday.
                let (right, wrong) = (weekday + 1, weekday + 2);
                let text = format!("{name}. {right} {june} 2025");
                assert_eq!(read(language, &text), Ok(format!("2025-06-{right:02}")), "{language} {text}");
                let text = format!("{name}, {wrong} {june} 2025");
                assert_eq!(read(language, &text), Err(DateError::Weekday), "{language} {text}");
            }
        }
    }
}

#[test]
fn a_date_says_why_it_is_refused() {
    let reason = |language, text| read(language, text).unwrap_err().to_string();
    assert_eq!(reason("fr", "5 mars 25"), "expected a year of four digits, found one of two");
    assert_eq!(reason("pt", "05/03/25"), "expected a year of four digits, found one of two");
    assert_eq!(reason("fr", "29 février 2025"), "there is no such day or time");
    assert_eq!(reason("en", "Sunday, April 5, 2025"), "the date does not fall on the day of the week that is named");
    assert!(reason("en", "05/04/2025").starts_with("day and month cannot be told apart"));
    for text in
        ["demain", "il y a 3 jours", "3 jui 2025", "2025\u{2011}04\u{2011}05", "\u{202e}5202-40-50", "２０２５-04-05"]
    {
        assert_eq!(read("fr", text), Err(DateError::Form), "{text}");
    }
    assert_eq!(read("en", &format!("Sat, 05 Apr 2025 {}", "(".repeat(100_000))), Err(DateError::Form));
}

#[test]
fn a_date_line_that_is_refused_is_reported_with_its_reason() {
    let text = "Le pont ferme\n\n5 mars 25\n\nLes faits\n\nLa mairie a fermé le pont mardi, pour deux ans, aux voitures et aux camions.\n";
    let parsed = parse(text);
    assert_eq!(parsed.article.published, None);
    let finding = parsed.report.find("unread-date").unwrap();
    assert_eq!(finding.message, "“5 mars 25” gives no date: expected a year of four digits, found one of two");
    assert_eq!(finding.span.unwrap().slice(text), Some("5 mars 25"));
}
