//! Reading plain text, beside pulldown-cmark's events over the same bytes.

use commentary_checks::corpus::{Layout, articles_in};
use criterion::{Criterion, Throughput};
use pulldown_cmark::Parser;

fn main() {
    let mut criterion = Criterion::default().configure_from_args();
    for (name, layout) in [("headed", Layout::Headed), ("headless", Layout::Headless)] {
        let texts = articles_in(layout, 1, 1000);
        let bytes: usize = texts.iter().map(String::len).sum();
        let mut group = criterion.benchmark_group(format!("parse {name}"));
        group.throughput(Throughput::Bytes(bytes as u64));
        group.sample_size(20);
        group.bench_function("commentary::parse", |bencher| {
            bencher.iter(|| texts.iter().map(|text| commentary::parse(text).article.sections.len()).sum::<usize>());
        });
        group.bench_function("pulldown-cmark events", |bencher| {
            bencher.iter(|| texts.iter().map(|text| Parser::new(text).count()).sum::<usize>());
        });
        group.finish();
    }
    criterion.final_summary();
}
