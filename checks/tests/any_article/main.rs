//! Any article survives every format: properties over the whole model.
//!
//! The articles have all fields, sections of every role and stance with replies, every block and inline in one another,
//! unknown keys and elements, and texts made of whatever means something to a reader. The usual run is short and the same
//! every time. The long one, of 100,000 articles a property, takes a release build from ten minutes to half an hour:
//!
//! ```text
//! PROPTEST_CASES=100000 PROPTEST_RNG_SEED=1 cargo test --release -p commentary-checks --test any_article
//! ```
//!
//! What such a run finds becomes a test of its own in `found.rs`.

mod articles;
mod data;
mod elements;
#[path = "../field_values/engines.rs"]
#[expect(dead_code, reason = "the other test runs a program too")]
mod engines;
mod found;
#[path = "../field_values/outline.rs"]
#[expect(dead_code, reason = "the other test knows what is to be seen")]
mod outline;
mod promises;
mod words;

use commentary::markdown::{Dialect, Reader, Writer};
use commentary::{json, markdown};
use proptest::prelude::*;
use proptest::test_runner::{Config, RngSeed, TestRunner};

use articles::article;
use engines::Addresses;
use promises::{Outcome, check_json, check_markdown};

/// Which articles are made.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Scope {
    /// Those that JSON stores: no unknown key with the name of a field, and the like.
    Storable,
    /// All that the types allow.
    Any,
}

/// The stack that the library gets by with, in bytes. Making and shrinking articles takes more.
const STACK: usize = 512 * 1024;

/// The usual number of cases and a fixed seed, unless the environment says otherwise.
fn config() -> Config {
    let asked = |name: &str| std::env::var(name).ok().and_then(|number| number.parse().ok());
    Config {
        cases: asked("PROPTEST_CASES").map_or(300, |cases: u64| u32::try_from(cases).unwrap_or(u32::MAX)),
        rng_seed: RngSeed::Fixed(asked("PROPTEST_RNG_SEED").unwrap_or(20_250_617)),
        failure_persistence: None,
        max_shrink_iters: 100_000,
        ..Config::default()
    }
}

/// Asserts that a property holds for all that a strategy makes, on a small stack.
fn assert_holds<S>(strategy: impl FnOnce() -> S + Send, property: fn(&S::Value) -> Outcome)
where
    S: Strategy,
    S::Value: Sync,
{
    let on_small_stack = |value: S::Value| {
        std::thread::scope(|scope| {
            let small = std::thread::Builder::new().stack_size(STACK);
            let outcome = small.spawn_scoped(scope, || property(&value)).unwrap().join();
            outcome.unwrap_or_else(|_| Err(TestCaseError::fail("it panicked")))
        })
    };
    let run = || TestRunner::new(config()).run(&strategy(), on_small_stack).map_err(|failure| failure.to_string());
    let outcome = std::thread::scope(|scope| {
        std::thread::Builder::new().stack_size(512 * STACK).spawn_scoped(scope, run).unwrap().join().unwrap()
    });
    if let Err(failure) = outcome {
        panic!("{failure}");
    }
}

#[test]
fn any_storable_article_is_the_same_after_json() {
    assert_holds(|| article(Scope::Storable), check_json);
}

#[test]
fn any_article_is_the_same_after_json_or_refused_with_a_reason() {
    assert_holds(
        || article(Scope::Any),
        |article| match json::to_string(article) {
            Ok(_) => promises::check_json_but_for_numbers(article),
            Err(error) => promises::check_refusal(article, &error),
        },
    );
}

#[test]
fn any_article_is_the_same_after_markdown() {
    assert_holds(|| article(Scope::Any), |article| check_markdown(article, &Writer::new()));
}

#[test]
fn any_article_is_the_same_after_trusted_markdown() {
    assert_holds(|| article(Scope::Any), |article| check_markdown(article, &Writer::new().trusted()));
}

#[test]
fn any_article_is_the_same_after_the_markdown_of_every_generator() {
    assert_holds(
        || article(Scope::Any),
        |article| {
            // The plain one has its own property.
            let others = Dialect::ALL.iter().filter(|dialect| **dialect != Dialect::Plain);
            others.copied().try_for_each(|dialect| check_markdown(article, &Writer::new().dialect(dialect)))
        },
    );
}

#[test]
fn what_any_markdown_gives_is_the_same_after_both() {
    assert_holds(words::markdown, |text| {
        // Front matter may be refused; what stands below it never is.
        let read = markdown::from_str(text).or_else(|_| markdown::from_str(&format!("\n{text}"))).unwrap();
        check_json(&read)?;
        check_markdown(&read, &Writer::new())?;
        check_markdown(&read, &Writer::new().trusted())?;
        let blocks = Reader::new().blocks(text);
        let written = Writer::new().trusted().blocks(&blocks);
        prop_assert_eq!(Reader::new().blocks(&written), blocks, "{}", written);
        Ok(())
    });
}

#[test]
fn engines_show_any_body_alike_whatever_their_extensions() {
    assert_holds(
        || elements::body(Scope::Any),
        |body| {
            let written = Writer::new().blocks(body);
            let plain = engines::ENGINES.first().map(|engine| (engine.show)(&written)).unwrap_or_default();
            for engine in engines::ENGINES.iter().skip(1) {
                let shown = (engine.show)(&written);
                let (shown, plain) = match engine.addresses {
                    Addresses::Text => (shown, plain.clone()),
                    Addresses::Link => (shown.without_bare_links(), plain.without_bare_links()),
                };
                prop_assert_eq!(shown, plain, "{}: {}", engine.name, written);
            }
            Ok(())
        },
    );
}
