//! Hostile Markdown: deep, unbalanced, huge and deceitful bodies. Front matter has tests of its own.
//!
//! All of it is read, on a small stack: below front matter nothing is an error. A link of any scheme is kept in the
//! article, since nothing is lost; its address is not that of a web page ([`Address::is_web`]), a check reports it, and the
//! writer lets only its text out.
//!
//! Files above 1 MB are there only where `COMMENTARY_HOSTILE` names a folder that has them; see
//! [`hostile`](commentary_checks::hostile).

use std::path::Path;
use std::thread;
use std::time::{Duration, Instant};

use commentary::markdown::{self, Writer};
use commentary::{Address, Article, Inline, Profile, json, validate};
use commentary_checks::hostile::{Hostile, hostile};
use pulldown_cmark::{Event, Tag};

/// How long a file may take to read, and to write; this is a build without optimization on a busy machine. A search that
/// goes back and forth takes far longer.
const LONGEST: Duration = Duration::from_secs(20);

/// What becomes of a deceitful body.
struct Case {
    /// The file's name, without its number and ending.
    name: &'static str,
    /// How many links and images leave it.
    links: usize,
    /// How many links and images are kept back and reported.
    kept_back: usize,
    /// What a reader sees of it, all lines in one.
    shown: &'static str,
}

const fn case(name: &'static str, links: usize, kept_back: usize, shown: &'static str) -> Case {
    Case { name, links, kept_back, shown }
}

const CASES: &[Case] = &[
    case("js-link", 0, 1, "x"),
    case("js-link-case", 0, 1, "x"),
    case("js-link-entity", 0, 2, "x y"),
    case("js-link-tab", 0, 2, "x y"),
    case("js-autolink", 0, 1, "javascript:alert(1)"),
    case("js-refdef", 0, 1, "x"),
    case("js-slashes", 0, 1, "x"),
    case("data-link", 0, 2, "x y"),
    case("vbscript-link", 0, 1, "x"),
    case("file-link", 0, 2, "x y"),
    case("script", 0, 0, "<script>alert(1)</script>"),
    case("script-split", 0, 0, "<scr ipt>alert(1)</script>"),
    case("img-onerror", 0, 0, "<img src=x onerror=alert(1)>"),
    case(
        "svg-animate",
        0,
        0,
        "<svg><a><set attributeName=\"href\" to=\"javascript:alert(1)\"/><text>x</text></a></svg>",
    ),
    case("iframe", 0, 0, "<iframe src=\"https://evil.example/\"></iframe>"),
    case("style", 0, 0, "<style>*{display:none}</style>"),
    case("comment", 0, 0, "<!-- hidden --> visible <!-- unclosed"),
    case("attr-break", 1, 0, "x"),
    case("title-break", 0, 0, "[x](https://a.example/ \"a\" onclick=\"b\")"),
    case("remote-image", 1, 0, "pixel"),
    case("userinfo", 1, 0, "bank"),
    case("text-url-mismatch", 1, 0, "https://bank.example/"),
];

/// The files of this kind.
fn files(kind: &str) -> Vec<Hostile> {
    let start = format!("md/{kind}-");
    let all = hostile(Path::new(env!("CARGO_TARGET_TMPDIR"))).unwrap_or_default();
    all.into_iter().filter(|file| file.path.starts_with(&start)).collect()
}

/// Runs something on the stack that the library gets by with.
fn on_small_stack(run: impl FnOnce() + Send + 'static) {
    thread::Builder::new().stack_size(512 * 1024).spawn(run).unwrap().join().unwrap();
}

/// Reads a file within the time, and asserts of it, or of its beginning where there is no optimization, what holds for all.
fn read(file: &Hostile) -> Article {
    let text = std::str::from_utf8(&file.bytes).unwrap();
    let start = Instant::now();
    let article = markdown::from_str(text).unwrap_or_else(|error| panic!("{}: {error}", file.path));
    assert!(start.elapsed() < LONGEST, "{}: read in {:?}", file.path, start.elapsed());
    assert_eq!(file.verdict, "either", "{}", file.path);
    let most = if cfg!(debug_assertions) { 50_000 } else { usize::MAX };
    let text: String = text.chars().take(most).collect();
    let article = if text.len() == file.bytes.len() { article } else { markdown::from_str(&text).unwrap() };
    check(&text, &article, file);
    article
}

/// Asserts what holds for every text and the article that is read from it.
fn check(text: &str, article: &Article, file: &Hostile) {
    assert_eq!(article.title.as_deref(), Some("T"), "{}", file.path);
    // The same from another thread, and the same after each format.
    let again = thread::scope(|scope| scope.spawn(|| markdown::from_str(text)).join().unwrap());
    assert_eq!(again.as_ref(), Ok(article), "{}", file.path);
    let stored = json::to_string(article).unwrap_or_else(|error| panic!("{}: {error}", file.path));
    assert!(json::from_str(&stored).unwrap() == *article, "{}: changed by JSON", file.path);
    // The most is an empty link to nowhere, six bytes: not trusted, all of it stands as data in an attribute.
    for (writer, times) in [(Writer::new(), 16), (Writer::new().trusted(), 8)] {
        let start = Instant::now();
        let written = writer.article(article);
        assert!(start.elapsed() < LONGEST, "{}: written in {:?}", file.path, start.elapsed());
        let most = times * text.len().max(100);
        assert!(written.len() <= most, "{}: {} bytes of {}", file.path, written.len(), text.len());
        let read = markdown::from_str(&written).unwrap_or_else(|error| panic!("{}: {error}", file.path));
        assert!(read == *article, "{}: changed by Markdown", file.path);
        assert!(writer.article(&read) == written, "{}: written otherwise again", file.path);
    }
}

#[test]
fn deep_and_unbalanced_bodies_are_read_and_written_in_time_and_on_a_small_stack() {
    on_small_stack(|| {
        let files = files("nest");
        for file in &files {
            assert_is_harmless(&read(file), &file.path);
        }
        assert!(files.is_empty() || files.len() >= 29, "only {} files", files.len());
    });
}

#[test]
fn deceitful_bodies_leave_no_link_and_no_html_but_those_of_the_web() {
    on_small_stack(|| {
        let files = files("link");
        for file in &files {
            let name =
                file.path.trim_start_matches("md/link-").trim_start_matches(|c: char| c.is_ascii_digit() || c == '-');
            let name = name.trim_end_matches(".md");
            let case = CASES.iter().find(|case| case.name == name).unwrap_or_else(|| panic!("{name} is in no case"));
            let article = read(file);
            assert_is_harmless(&article, &file.path);
            let written = markdown::to_string(&article);
            let (links, shown) = seen(&written);
            let report = validate(&article, &Profile::any());
            let kept_back = report.iter().filter(|finding| finding.name == "unsafe-link").count();
            let found = (links.len(), kept_back, shown.as_str());
            assert_eq!(found, (case.links, case.kept_back, case.shown), "{}: {written}", file.path);
        }
        assert!(files.is_empty() || files.len() == CASES.len(), "{} files", files.len());
    });
}

/// What an engine sees below the front matter and its heading: the addresses, and the text.
fn seen(written: &str) -> (Vec<String>, String) {
    let (mut links, mut shown) = (Vec::new(), String::new());
    let mut in_heading = false;
    for event in pulldown_cmark::Parser::new(below(written)) {
        match event {
            Event::Start(Tag::Link { dest_url, .. } | Tag::Image { dest_url, .. }) => {
                links.push(dest_url.into_string());
            }
            Event::Start(Tag::Heading { .. }) => in_heading = true,
            Event::End(pulldown_cmark::TagEnd::Heading(_)) => in_heading = false,
            Event::Text(text) if !in_heading => shown += &text,
            Event::SoftBreak | Event::HardBreak | Event::Start(Tag::Paragraph) => shown.push(' '),
            _ => {}
        }
    }
    (links, shown.trim().to_owned())
}

/// The text below the front matter.
fn below(written: &str) -> &str {
    let rest = written.strip_prefix("---\n").unwrap_or(written);
    rest.split_once("\n---\n").map_or(rest, |(_, below)| below)
}

/// Asserts that nothing active leaves an article, whatever it holds.
fn assert_is_harmless(article: &Article, name: &str) {
    let is_kept = |address: &Address| !address.is_web();
    let fields = article.references.iter().filter_map(|reference| reference.url.as_ref()).chain(&article.url);
    assert_eq!(fields.filter(|address| is_kept(address)).count(), 0, "{name}");
    let written = markdown::to_string(article);
    let (links, _) = seen(&written);
    assert!(links.iter().all(|link| Address::from(link.as_str()).is_web()), "{name}: {links:?}");
    let allowed = article.sections.iter().flat_map(|section| section.inlines()).filter(|inline| match inline {
        Inline::Link(link) => !is_kept(&link.url),
        Inline::Image(image) => !is_kept(&image.url),
        _ => false,
    });
    assert!(links.len() <= allowed.count(), "{name}: more links than the article has");
    for event in pulldown_cmark::Parser::new(below(&written)) {
        let (Event::Html(html) | Event::InlineHtml(html)) = event else { continue };
        let comment = html.strip_prefix("<!-- commentary: {").and_then(|rest| rest.trim_end().strip_suffix("} -->"));
        let span = html.strip_prefix("<span data-commentary='").and_then(|rest| rest.strip_suffix("'>"));
        let is_ours = comment.or(span).is_some_and(|inside| !inside.contains(['<', '>', '\'']));
        let html: String = html.chars().take(200).collect();
        assert!(is_ours || html == "</span>", "{name}: {html:?}");
    }
}
