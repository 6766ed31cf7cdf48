//! Front matter at the beginning of a plain text: `key: value` lines become fields, unknown keys are kept.

use crate::label::Form;
use crate::model::{Article, Author, Date, Language, Value};

use super::block::Block;

/// Reads the front matter among some blocks into an article. What is not understood is kept as text under its key.
pub(super) fn read(blocks: &[Block<'_>], article: &mut Article) {
    let lines = blocks.iter().map(|block| block.piece).take_while(|piece| piece.form == Form::FrontMatter);
    let mut key: Option<&str> = None;
    for line in lines.map(|piece| piece.text) {
        if matches!(line, "---" | "+++" | "...") {
            continue;
        }
        if let (Some(item), Some(key)) = (line.strip_prefix("- "), key) {
            add_item(article, key, plain(item));
        } else if let Some((name, value)) = line.split_once([':', '=']) {
            let name = name.trim();
            key = Some(name);
            if value.trim().is_empty() {
                article.extra.insert(name, Vec::new());
            } else {
                set(article, name, plain(value));
            }
        } else {
            add_item(article, "front_matter", line);
        }
    }
}

/// A value without the quotation marks round it.
fn plain(value: &str) -> &str {
    let value = value.trim();
    let inner = |mark: char| value.strip_prefix(mark)?.strip_suffix(mark);
    inner('"').or_else(|| inner('\'')).unwrap_or(value)
}

fn set(article: &mut Article, key: &str, value: &str) {
    let text = || Some(value.to_owned());
    match key {
        "title" if article.title.is_none() => article.title = text(),
        "teaser" if article.teaser.is_none() => article.teaser = text(),
        "question" if article.question.is_none() => article.question = text(),
        "author" => article.authors.push(Author::new(value)),
        "lang" | "language" if article.language.is_none() && value.parse::<Language>().is_ok() => {
            article.language = value.parse().ok();
        }
        "date" | "published" if article.published.is_none() && value.parse::<Date>().is_ok() => {
            article.published = value.parse().ok();
        }
        _ => {
            article.extra.insert(key, value);
        }
    }
}

/// Adds an item to the list under a key.
fn add_item(article: &mut Article, key: &str, item: &str) {
    let mut items = match article.extra.get(key) {
        Some(Value::Array(items)) => items.clone(),
        Some(other) => vec![other.clone()],
        None => Vec::new(),
    };
    items.push(Value::from(item));
    article.extra.insert(key, items);
}
