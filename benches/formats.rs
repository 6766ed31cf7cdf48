//! Writing and reading JSON and Markdown.

use std::hint::black_box;

use commentary::{Article, json, markdown};
use commentary_checks::corpus::articles;
use criterion::{Criterion, Throughput};

fn main() {
    let mut criterion = Criterion::default().configure_from_args();
    let articles: Vec<Article> = articles(1, 1000).iter().map(|text| commentary::parse(text).article).collect();
    let json: Vec<String> = articles.iter().map(json::to_string).map(|text| text.expect("JSON")).collect();
    let markdown: Vec<String> = articles.iter().map(markdown::to_string).collect();

    let mut group = criterion.benchmark_group("json");
    group.throughput(Throughput::Bytes(json.iter().map(String::len).sum::<usize>() as u64));
    group.sample_size(20);
    group.bench_function("json::to_string", |bencher| {
        bencher.iter(|| articles.iter().for_each(|article| drop(black_box(json::to_string(article)))));
    });
    group.bench_function("json::from_str", |bencher| {
        bencher.iter(|| json.iter().for_each(|text| drop(black_box(json::from_str(text)))));
    });
    group.finish();

    let mut group = criterion.benchmark_group("markdown");
    group.throughput(Throughput::Bytes(markdown.iter().map(String::len).sum::<usize>() as u64));
    group.sample_size(20);
    group.bench_function("markdown::to_string", |bencher| {
        bencher.iter(|| articles.iter().for_each(|article| drop(black_box(markdown::to_string(article)))));
    });
    group.bench_function("markdown::from_str", |bencher| {
        bencher.iter(|| markdown.iter().for_each(|text| drop(black_box(markdown::from_str(text)))));
    });
    group.finish();
    criterion.final_summary();
}
