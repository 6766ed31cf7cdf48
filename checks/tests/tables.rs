//! Tables of single cases: addresses in running text, addresses and what they may become, dates.
//!
//! The tables are not part of this repository; see [`hostile`](commentary_checks::hostile). Every row that fails is shown.

use std::path::Path;

use commentary::label::addresses;
use commentary::markdown::Writer;
use commentary::{
    Address, Article, Block, Image, Inline, Link, Paragraph, Parser, Profile, Reference, Section, validate,
};
use commentary_checks::hostile;
use serde::Deserialize;
use serde::de::DeserializeOwned;

/// The rows of a table, where it is there.
fn table<Row: DeserializeOwned>(name: &str) -> Option<Vec<Row>> {
    let folder = hostile::folder(Path::new(env!("CARGO_TARGET_TMPDIR")))?;
    let text = std::fs::read(folder.join(name)).unwrap_or_else(|error| panic!("{name} cannot be read: {error}"));
    Some(serde_json::from_slice(&text).unwrap_or_else(|error| panic!("{name} is no table: {error}")))
}

/// Fails with all rows that are wrong.
fn assert_none(wrong: &[String], all: usize) {
    assert!(wrong.is_empty(), "{} of {all} rows are wrong:\n{}", wrong.len(), wrong.join("\n"));
}

#[derive(Deserialize)]
struct Spot {
    text: String,
    urls: Vec<String>,
}

#[test]
fn addresses_in_text_begin_and_end_where_a_reader_says() {
    let Some(rows) = table::<Spot>("spots.json") else { return };
    let check = |row: &Spot| {
        let found: Vec<&str> = addresses(&row.text).into_iter().map(|span| span.slice(&row.text).unwrap()).collect();
        (found != row.urls).then(|| format!("{:?}: expected {:?}, found {found:?}", row.text, row.urls))
    };
    let wrong: Vec<String> = rows.iter().filter_map(check).collect();
    assert_none(&wrong, rows.len());
}

#[derive(Deserialize)]
struct Url {
    input: String,
    /// `link`: may leave as a link. `text`: a URL that may not. `reject`: no URL at all.
    policy: String,
    /// What is notable: `changed` by parsing, `userinfo`, `idn`, `ip`.
    warn: Vec<String>,
    /// What the URL standard makes of it.
    whatwg: Option<String>,
}

/// What is notable about an address, by the words of the table.
fn notable(address: &Address) -> Vec<&'static str> {
    let Ok(url) = address.url() else { return Vec::new() };
    let host = url.host_str().unwrap_or_default();
    let is_ip = matches!(url.host(), Some(url::Host::Ipv4(_) | url::Host::Ipv6(_)));
    let has = [
        ("userinfo", !url.username().is_empty() || url.password().is_some()),
        ("idn", host.split('.').any(|label| label.starts_with("xn--"))),
        ("ip", is_ip),
        ("changed", url.as_str() != address.as_str()),
    ];
    has.into_iter().filter(|(_, has)| *has).map(|(name, _)| name).collect()
}

/// How many links and pictures a Markdown engine sees.
fn links(markdown: &str) -> usize {
    use pulldown_cmark::{Event, Tag};
    let is_link = |event: &Event<'_>| matches!(event, Event::Start(Tag::Link { .. } | Tag::Image { .. }));
    pulldown_cmark::Parser::new(markdown).filter(is_link).count()
}

#[test]
fn only_web_addresses_leave_as_links() {
    let Some(rows) = table::<Url>("urls.json") else { return };
    let check = |row: &Url| {
        let address = Address::from(row.input.as_str());
        let policy = match address.url() {
            Err(_) => "reject",
            Ok(_) if address.is_web() => "link",
            Ok(_) => "text",
        };
        let url = address.url().ok().map(String::from);
        let may_leave = row.policy == "link";
        // The two ways out: Markdown, and what a check says to those who read the JSON.
        let link = Inline::from(Link::new(row.input.as_str(), [Inline::text("a")]));
        let image = Inline::from(Image::new(row.input.as_str(), [Inline::text("b")]));
        let written = Writer::new().blocks(&[Block::from(Paragraph::new([link.clone(), image]))]);
        let mut section = Section::summary();
        section.body.push(Paragraph::new([link]).into());
        let article = Article::new("T").reference(Reference::to(row.input.as_str())).section(section);
        let report = validate(&article, &Profile::any());
        let unsafe_links = report.iter().filter(|finding| finding.name == "unsafe-link").count();
        let expected = match (may_leave, row.input.contains('\0')) {
            (false, _) => (0, 2),
            (true, false) => (2, 0),
            // Markdown cannot carry NUL, so the link is shown as its text, with its data beside it.
            (true, true) => (0, 0),
        };
        let good = policy == row.policy && url == row.whatwg && (links(&written), unsafe_links) == expected;
        // What is notable is not judged by the library; the parsed URL says it. It is compared where a link may leave.
        let notable = if may_leave && address.is_web() { notable(&address) } else { Vec::new() };
        let same = row.warn.iter().all(|word| notable.contains(&word.as_str())) && notable.len() >= row.warn.len();
        let found = format!("{policy}, {url:?}, {notable:?}, {} links, {unsafe_links} findings", links(&written));
        (!good || !same).then(|| format!("{:?}: expected {}, {:?}, found {found}", row.input, row.policy, row.warn))
    };
    let wrong: Vec<String> = rows.iter().filter_map(check).collect();
    assert_none(&wrong, rows.len());
}

#[derive(Deserialize)]
struct Row {
    input: String,
    lang: String,
    /// The date by ISO 8601, `either` where accepting and refusing are both right, nothing where it must be refused.
    expect: Option<String>,
    note: String,
}

#[test]
fn dates_are_read_or_refused() {
    let Some(rows) = table::<Row>("dates.json") else { return };
    let check = |row: &Row| {
        let found = Parser::new().language(row.lang.parse().unwrap()).date(&row.input).map(|date| date.to_string());
        let good = row.expect.as_deref() == Some("either") || found.as_ref().ok() == row.expect.as_ref();
        let input: String = row.input.chars().take(60).collect();
        (!good).then(|| format!("{input:?} ({}): expected {:?}, found {found:?}; {}", row.lang, row.expect, row.note))
    };
    let wrong: Vec<String> = rows.iter().filter_map(check).collect();
    assert_none(&wrong, rows.len());
}
