//! Checking articles against a genre.

use std::hint::black_box;

use commentary::{Article, Parsed, Profile, Validator};
use commentary_checks::corpus::articles;
use criterion::{Criterion, Throughput};
use unicode_segmentation::UnicodeSegmentation;

fn main() {
    let mut criterion = Criterion::default().configure_from_args();
    let texts = articles(1, 1000);
    let bytes: usize = texts.iter().map(String::len).sum();
    let articles: Vec<Article> = texts.iter().map(|text| commentary::parse(text).article).collect();
    let profile = Profile::outlook();
    let mut group = criterion.benchmark_group("validate");
    // Bytes of the text that the articles were read from, to compare with parsing.
    group.throughput(Throughput::Bytes(bytes as u64));
    group.sample_size(20);
    group.bench_function("commentary::validate", |bencher| {
        bencher.iter(|| articles.iter().for_each(|article| drop(black_box(commentary::validate(article, &profile)))));
    });
    // What checking must not cost more than.
    group.bench_function("commentary::parse", |bencher| {
        bencher.iter(|| texts.iter().for_each(|text| drop(black_box(commentary::parse(text)))));
    });
    let validator = Validator::new(profile);
    let parsed: Vec<Parsed> = texts.iter().map(|text| commentary::parse(text)).collect();
    group.bench_function("Validator::run_parsed", |bencher| {
        bencher.iter(|| {
            for (parsed, text) in parsed.iter().zip(&texts) {
                black_box(validator.run_parsed(parsed, text));
            }
        });
    });
    // Counting words: by the fast path, and by the tables alone.
    group.bench_function("Article::statistics", |bencher| {
        bencher.iter(|| articles.iter().for_each(|article| drop(black_box(article.statistics()))));
    });
    group.bench_function("unicode_words", |bencher| {
        bencher.iter(|| texts.iter().map(|text| black_box(text.as_str()).unicode_words().count()).sum::<usize>());
    });
    group.finish();
    criterion.final_summary();
}
