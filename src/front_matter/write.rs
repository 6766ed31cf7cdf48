//! The fields of an article → front matter.

use std::collections::HashSet;

use super::dialect::{Beside, Dialect, Form, Own, Takes};
use super::json::{self, Place, write_text, write_value};
use super::{Entry, Syntax, fill, leaves, names};
use crate::model::{Article, Author, Date, Extra, Number, Precision, Reference, Value};

/// The front matter with both its fences, the keys as the dialect names them; empty where no field is set.
pub(crate) fn write(article: &Article, dialect: Dialect) -> String {
    let form = dialect.form();
    let told = [Guard::Clashes, Guard::Order, Guard::All].into_iter().find_map(|guard| {
        let sheet = Sheet::of(article, form, guard)?;
        // Without extra keys, nothing can be taken for a field.
        (guard == Guard::All || article.extra.is_empty() || sheet.tells(article, form.syntax)).then_some(sheet)
    });
    told.unwrap_or_else(|| Sheet::exact(article, form)).text(form)
}

/// The same, with all extra keys under one of our own: for those who read some of them otherwise.
pub(crate) fn write_guarded(article: &Article, dialect: Dialect) -> String {
    let form = dialect.form();
    Sheet::of(article, form, Guard::All).unwrap_or_else(|| Sheet::exact(article, form)).text(form)
}

/// How extra keys are kept apart from the fields, under a key of our own.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Guard {
    /// Those for which the dialect has no place.
    Clashes,
    /// The same, and their order is said.
    Order,
    All,
}

/// Keys and values as a dialect wants them.
#[derive(Debug, Default)]
struct Sheet {
    /// The keys of the front matter itself. The key of a table stands here, without a value, where its place matters.
    front: Extra,
    tables: Vec<(&'static str, Extra)>,
}

impl Sheet {
    /// The sheet of an article; nothing where the dialect's syntax cannot say a value.
    fn of(article: &Article, form: &Form, guard: Guard) -> Option<Self> {
        let mut sheet = Self::default();
        for name in names::ARTICLE {
            if let Some(value) = field(article, name) {
                sheet.field(form, name, value);
            }
        }
        match guard {
            Guard::All if article.extra.is_empty() => {}
            Guard::All => sheet.own(form, names::GUARDED, Value::Object(article.extra.clone())),
            Guard::Clashes => sheet.extra(form, &article.extra),
            Guard::Order => {
                sheet.extra(form, &article.extra);
                let keys = article.extra.iter().map(|(key, _)| Value::from(key));
                sheet.own(form, names::ORDER, Value::Array(keys.collect()));
            }
        }
        sheet.is_sayable(form.syntax).then_some(sheet)
    }

    /// The sheet of an article of which the syntax cannot say something: that stands as JSON in a text.
    fn exact(article: &Article, form: &Form) -> Self {
        let mut sheet = Self::default();
        let mut rest = Extra::new();
        for name in names::ARTICLE {
            match field(article, name) {
                Some(value) if is_sayable(&value, form.syntax) => sheet.field(form, name, value),
                Some(value) => rest.append((*name).to_owned(), value),
                None => {}
            }
        }
        if !article.extra.is_empty() {
            rest.append(leaves::EXTRA.to_owned(), Value::Object(article.extra.clone()));
        }
        let mut json = String::new();
        write_value(&mut json, &Value::Object(rest), Place::FrontMatter);
        sheet.own(form, names::GUARDED, Value::String(json));
        sheet
    }

    /// Adds a field where the dialect wants it.
    fn field(&mut self, form: &Form, name: &str, value: Value) {
        let Some(slot) = form.slot(name, &value) else { return self.own(form, name, value) };
        let value = match value {
            Value::Array(mut items) if slot.takes == Takes::One => items.pop().unwrap_or(Value::Null),
            value => value,
        };
        match slot.table {
            Some(table) => self.table(table).append(slot.key.to_owned(), value),
            None => self.front.append(slot.key.to_owned(), value),
        }
    }

    /// Adds data of one's own.
    fn own(&mut self, form: &Form, key: &str, value: Value) {
        match form.own_table() {
            Some(table) => self.table(table).append(key.to_owned(), value),
            None => self.front.append(key.to_owned(), value),
        }
    }

    /// Adds keys that no field has, each where the dialect allows it.
    fn extra(&mut self, form: &Form, extra: &Extra) {
        let mut strays = Extra::new();
        for (key, value) in extra.iter() {
            match (value, form.table(key), &form.own) {
                (Value::Object(members), Some(table), _) if !members.is_empty() => {
                    members.iter().for_each(|(key, value)| self.table(table).append(key.to_owned(), value.clone()));
                    self.front.append(key.to_owned(), Value::Null);
                }
                (_, _, Own::Under { beside: Beside::Only(keys), .. }) if !keys.contains(&key) => {
                    strays.append(key.to_owned(), value.clone());
                }
                _ => self.front.append(key.to_owned(), value.clone()),
            }
        }
        if !strays.is_empty() {
            self.own(form, names::GUARDED, Value::Object(strays));
        }
    }

    fn table(&mut self, name: &'static str) -> &mut Extra {
        let position = self.tables.iter().position(|(known, _)| *known == name).unwrap_or_else(|| {
            self.tables.push((name, Extra::new()));
            self.tables.len() - 1
        });
        // It is there: the other arm is never taken.
        self.tables.get_mut(position).map_or(&mut self.front, |(_, members)| members)
    }

    /// True where the fields and the extra keys are read as those of the article.
    fn tells(&self, article: &Article, syntax: Syntax) -> bool {
        let entry = |(key, value): (&str, &Value)| Entry { key: key.to_owned(), value: Some(value.clone()), at: 0 };
        let mut entries: Vec<Entry> = Vec::new();
        for line in self.lines(syntax) {
            entries.push(match line {
                Line::Key(key, value) => entry((key, value)),
                Line::Table(key, members) => entry((key, &Value::Object(members.clone()))),
            });
        }
        let mut keys: HashSet<&str> = HashSet::new();
        let is_single = |extra: &Extra| {
            let mut keys = HashSet::new();
            extra.iter().all(|(key, _)| keys.insert(key.to_owned()))
        };
        if !entries.iter().all(|entry| keys.insert(&entry.key))
            || !self.tables.iter().all(|(_, table)| is_single(table))
        {
            return false;
        }
        let mut read = Article::default();
        let is_read = fill(&mut read, entries, |_, refused| Err(refused)).is_ok();
        let Article { title, question, teaser, authors, published, language, url, tags, references, extra, .. } =
            article;
        is_read
            && (title, question, teaser, authors) == (&read.title, &read.question, &read.teaser, &read.authors)
            && (published, language, url) == (&read.published, &read.language, &read.url)
            && (tags, references, extra) == (&read.tags, &read.references, &read.extra)
    }

    /// What is written, in this order. In TOML, tables come last.
    fn lines(&self, syntax: Syntax) -> Vec<Line<'_>> {
        let table = |key: &str| self.tables.iter().find(|(name, _)| *name == key);
        let front = self.front.iter().map(move |(key, value)| match table(key) {
            Some((name, members)) => Line::Table(name, members),
            None => Line::Key(key, value),
        });
        let others = self.tables.iter().filter(|(name, _)| self.front.get(name).is_none());
        let lines = front.chain(others.map(|(name, members)| Line::Table(name, members)));
        let (keys, tables) = match syntax {
            Syntax::Yaml => return lines.collect(),
            Syntax::Toml => lines.partition::<Vec<_>, _>(|line| matches!(line, Line::Key(..))),
        };
        keys.into_iter().chain(tables).collect()
    }

    /// The front matter with both its fences; empty where nothing is said.
    fn text(&self, form: &Form) -> String {
        let mut out = String::new();
        match form.syntax {
            Syntax::Yaml => {
                for line in self.lines(form.syntax) {
                    match line {
                        Line::Key(key, value) => write_entry(&mut out, key, ": ", value, Place::FrontMatter),
                        Line::Table(key, members) => {
                            write_entry(&mut out, key, ": ", &Value::Object(members.clone()), Place::FrontMatter);
                        }
                    }
                }
            }
            Syntax::Toml => toml(&mut out, self.lines(form.syntax), form.dates),
        }
        let mark = form.syntax.mark();
        if out.is_empty() { out } else { format!("{mark}\n{out}{mark}\n") }
    }

    /// True where the syntax can say all of it.
    fn is_sayable(&self, syntax: Syntax) -> bool {
        let is_said = |(key, value): (&str, &Value)| is_sayable_key(key, syntax) && is_sayable(value, syntax);
        let is_table = |key: &str| self.tables.iter().any(|(name, _)| *name == key);
        let mut front = self.front.iter().filter(|(key, _)| !is_table(key));
        front.all(is_said) && self.tables.iter().all(|(_, members)| members.iter().all(is_said))
    }
}

/// A key with its value, or a table.
enum Line<'a> {
    Key(&'a str, &'a Value),
    Table(&'static str, &'a Extra),
}

/// Writes the lines as TOML; the dates of some keys without quotes.
fn toml(out: &mut String, lines: Vec<Line<'_>>, dates: &[&str]) {
    for line in lines {
        match line {
            Line::Key(key, value) => match value.as_str().filter(|text| is_date(text)) {
                Some(date) if dates.contains(&key) => {
                    write_key(out, key);
                    out.push_str(" = ");
                    out.push_str(date);
                    out.push('\n');
                }
                _ => write_entry(out, key, " = ", value, Place::Toml),
            },
            Line::Table(key, members) => {
                if !out.is_empty() {
                    out.push('\n');
                }
                out.push('[');
                out.push_str(key);
                out.push_str("]\n");
                members.iter().for_each(|(key, value)| write_entry(out, key, " = ", value, Place::Toml));
            }
        }
    }
}

/// True for a date to the day or the second, in our own form: TOML has no coarser ones.
fn is_date(text: &str) -> bool {
    let date = text.parse::<Date>().ok();
    date.is_some_and(|date| matches!(date.precision(), Precision::Day | Precision::Second) && date.to_string() == text)
}

/// How deep lists and tables may stand in one another to be written as TOML; readers give up not far beyond.
const MAX_DEPTH: usize = 48;

/// True for a value that the syntax can say. TOML has no `null`, and its whole numbers have 64 bits.
fn is_sayable(value: &Value, syntax: Syntax) -> bool {
    let is_toml = syntax == Syntax::Toml;
    let mut pending = vec![(value, 0)];
    while let Some((value, depth)) = pending.pop() {
        let is_said = match value {
            Value::Null => !is_toml,
            Value::Number(number) => !is_toml || number.as_i64().is_some() || is_float(number),
            Value::Bool(_) | Value::String(_) => true,
            Value::Array(items) => {
                pending.extend(items.iter().map(|item| (item, depth + 1)));
                !is_toml || depth < MAX_DEPTH
            }
            Value::Object(members) => {
                pending.extend(members.iter().map(|(_, value)| (value, depth + 1)));
                (!is_toml || depth < MAX_DEPTH) && members.iter().all(|(key, _)| is_sayable_key(key, syntax))
            }
        };
        if !is_said {
            return false;
        }
    }
    true
}

/// True for a key that the syntax can say. YAML readers look no further than 1024 characters for the colon (YAML 1.2.2,
/// section 7.4.2), and a character may be written as six.
fn is_sayable_key(key: &str, syntax: Syntax) -> bool {
    syntax == Syntax::Toml || key.len() <= 1_000 / 6
}

/// True for a finite number with a fraction or an exponent.
fn is_float(number: &Number) -> bool {
    number.as_str().contains(['.', 'e', 'E']) && number.as_f64().is_finite()
}

/// Writes a key, between what is before its value, and the value on one line.
fn write_entry(out: &mut String, key: &str, between: &str, value: &Value, place: Place) {
    write_key(out, key);
    out.push_str(between);
    write_value(out, value, place);
    out.push('\n');
}

/// Writes a key: in quotes where it is not made of letters, digits, `_` and `-`.
fn write_key(out: &mut String, key: &str) {
    if json::is_plain_key(key) {
        out.push_str(key);
    } else {
        write_text(out, key, Place::FrontMatter);
    }
}

/// The value of a field, where it is set.
fn field(article: &Article, name: &str) -> Option<Value> {
    let text = |text: &Option<String>| text.clone().map(Value::String);
    match name {
        "title" => text(&article.title),
        "question" => text(&article.question),
        "teaser" => text(&article.teaser),
        "authors" => list(&article.authors, author),
        "published" => article.published.map(|date| Value::String(date.to_string())),
        "language" => article.language.as_ref().map(|language| Value::from(language.as_str())),
        "url" => article.url.as_ref().map(|url| Value::from(url.as_str())),
        "tags" => list(&article.tags, |tag| Value::from(tag.as_str())),
        _ => list(&article.references, reference),
    }
}

/// A list, where it has items.
fn list<T>(items: &[T], value: impl Fn(&T) -> Value) -> Option<Value> {
    (!items.is_empty()).then(|| Value::Array(items.iter().map(value).collect()))
}

/// The keys to write beside the fields: one of them that would be taken for a field's makes all go under another key.
fn guarded(extra: &Extra, is_field: impl Fn(&str) -> bool) -> Extra {
    if extra.iter().any(|(key, _)| key == names::GUARDED || is_field(key)) {
        return Extra::from_iter([(names::GUARDED, Value::Object(extra.clone()))]);
    }
    extra.clone()
}

/// An author: the name alone where nothing else is known.
fn author(author: &Author) -> Value {
    let Author { name, affiliation, url, extra } = author;
    if affiliation.is_none() && url.is_none() && extra.is_empty() {
        return Value::from(name.as_str());
    }
    let fields = [
        ("name", Some(Value::from(name.as_str()))),
        ("affiliation", affiliation.clone().map(Value::String)),
        ("url", url.as_ref().map(|url| Value::from(url.as_str()))),
    ];
    object(fields, extra, names::AUTHOR)
}

fn reference(reference: &Reference) -> Value {
    let Reference { id, kind, url, title, authors, outlet, published, accessed, extra } = reference;
    let fields = [
        ("id", id.clone().map(Value::String)),
        ("kind", Some(Value::from(kind.id()))),
        ("url", url.as_ref().map(|url| Value::from(url.as_str()))),
        ("title", title.clone().map(Value::String)),
        ("authors", list(authors, author)),
        ("outlet", outlet.clone().map(Value::String)),
        ("published", published.map(|date| Value::String(date.to_string()))),
        ("accessed", accessed.map(|date| Value::String(date.to_string()))),
    ];
    object(fields, extra, names::REFERENCE)
}

/// An object of the fields that are set and the keys beside them.
fn object<const N: usize>(fields: [(&str, Option<Value>); N], extra: &Extra, names: &[&str]) -> Value {
    let mut members: Extra = fields.into_iter().filter_map(|(name, value)| Some((name, value?))).collect();
    for (key, value) in guarded(extra, |key| names.contains(&key)) {
        members.append(key, value);
    }
    Value::Object(members)
}
