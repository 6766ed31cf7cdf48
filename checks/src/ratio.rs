//! How many times longer one piece of work takes than another, on the same texts.
//!
//! Both are run in every round, one after the other, and the first place changes from round to round, so that a busy or
//! slowing machine weighs on both alike. The answer is the median of the rounds' ratios. Wall time is measured: on a
//! busy machine the spread is wide, the median still fair.

use std::hint::black_box;
use std::time::{Duration, Instant};

/// The ratios of the rounds. See [`compare`].
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Ratios {
    /// The smallest.
    pub min: f64,
    /// The one in the middle.
    pub median: f64,
    /// The largest.
    pub max: f64,
}

/// Times `subject` and `baseline` over all `texts`, `rounds` times after one round of warming up.
///
/// Both give a number, such as a count, so that their work cannot be left out by the compiler.
#[must_use]
pub fn compare(
    texts: &[String],
    rounds: usize,
    subject: impl Fn(&str) -> usize,
    baseline: impl Fn(&str) -> usize,
) -> Ratios {
    let mut ratios = Vec::with_capacity(rounds);
    for round in 0..=rounds {
        let (of_subject, of_baseline) = if round % 2 == 0 {
            let first = time(texts, &subject);
            (first, time(texts, &baseline))
        } else {
            let first = time(texts, &baseline);
            (time(texts, &subject), first)
        };
        if round > 0 {
            ratios.push(of_subject.as_secs_f64() / of_baseline.as_secs_f64().max(f64::MIN_POSITIVE));
        }
    }
    summary(ratios)
}

fn time(texts: &[String], work: &impl Fn(&str) -> usize) -> Duration {
    let start = Instant::now();
    for text in texts {
        black_box(work(black_box(text)));
    }
    start.elapsed()
}

fn summary(mut ratios: Vec<f64>) -> Ratios {
    ratios.sort_by(f64::total_cmp);
    let at = |position: usize| ratios.get(position).copied().unwrap_or(f64::NAN);
    let last = ratios.len().saturating_sub(1);
    Ratios { min: at(0), median: f64::midpoint(at(last / 2), at(last.div_ceil(2))), max: at(last) }
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::cell::RefCell;

    #[test]
    fn the_median_is_the_middle() {
        assert_eq!(summary(vec![3.0, 1.0, 9.0]), Ratios { min: 1.0, median: 3.0, max: 9.0 });
        assert_eq!(summary(vec![4.0, 1.0, 2.0, 9.0]), Ratios { min: 1.0, median: 3.0, max: 9.0 });
        assert!(summary(Vec::new()).median.is_nan());
    }

    #[test]
    fn each_round_runs_both_and_the_first_place_changes() {
        let runs = RefCell::new(String::new());
        let run = |name: char| {
            runs.borrow_mut().push(name);
            1
        };
        let ratios = compare(&["text".to_owned()], 3, |_| run('s'), |_| run('b'));
        assert_eq!(*runs.borrow(), "sbbssbbs");
        assert!(ratios.min <= ratios.median && ratios.median <= ratios.max);
    }
}
