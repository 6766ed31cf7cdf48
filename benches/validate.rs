//! Checking articles against a genre.

use std::hint::black_box;

use commentary::{Article, Profile};
use commentary_checks::corpus::articles;
use criterion::{Criterion, Throughput};

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
    group.finish();
    criterion.final_summary();
}
