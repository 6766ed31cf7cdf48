//! Words are counted as the standard counts them, whatever the text.

use commentary::{Article, Section};
use commentary_checks::random::Random;
use proptest::prelude::{ProptestConfig, prop_assert_eq, proptest};
use unicode_segmentation::UnicodeSegmentation;

/// The words of a text, as an article counts them.
fn counted(text: &str) -> usize {
    Article::default().section(Section::summary().paragraph(text)).statistics().words
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 2000, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn words_of_any_text(text in r"\PC{0,40}") {
        prop_assert_eq!(counted(&text), text.unicode_words().count());
    }

    #[test]
    fn words_of_plain_text_with_all_its_marks(text in "[ a-cA-Z0-3_:.,;'’‘·«»éßıǅ\u{a0}\u{301}\u{200d}\u{ad}\u{2028}\r\n\t-]{0,24}") {
        prop_assert_eq!(counted(&text), text.unicode_words().count());
    }
}

#[test]
fn words_of_long_texts() {
    let marks = ["a", "1", "_", ":", ".", ",", "’", "é", " ", "«", "ß", "Ω", "語", "\u{301}", "’l", "3.1"];
    let mut random = Random::new(7, 0);
    let text: String = (0..20_000).map(|_| random.pick(&marks)).collect();
    assert_eq!(counted(&text), text.unicode_words().count());
}
