//! Where the rules about addresses, sources and citations speak and where they are silent.

use commentary::{Article, Citation, Html, Image, Inline, Link, Paragraph, Profile, Reference, Section, validate};

/// The messages of one rule on an article.
fn messages(rule: &str, article: &Article) -> Vec<String> {
    let report = validate(article, &Profile::any());
    report.iter().filter(|finding| finding.name == rule).map(|finding| finding.message.clone()).collect()
}

fn linked(url: &str) -> Article {
    Article::new("A").section(Section::summary().block(Paragraph::new([Link::new(url, [Inline::text("here")]).into()])))
}

/// What fixing makes of an address.
fn mended(url: &str) -> String {
    let mut article = Article::default();
    article.url = Some(url.into());
    commentary::Validator::new(Profile::any()).fix(&mut article, |_| true);
    article.url.unwrap().to_string()
}

#[test]
fn only_parameters_that_follow_readers_are_taken_out() {
    for (address, clean) in [
        ("https://a.example/?utm_source=x", "https://a.example/"),
        ("https://a.example/?utm_source=x#part", "https://a.example/#part"),
        ("https://a.example/p?id=7&UTM_Medium=x&fbclid=y&q=été#é", "https://a.example/p?id=7&q=été#é"),
        ("https://a.example/?q=a%26b&gclid=z", "https://a.example/?q=a%26b"),
        ("http://a.example:8080/?_openstat=1&a=", "http://a.example:8080/?a="),
    ] {
        assert_eq!(mended(address), clean);
    }
    for sound in [
        "https://a.example/?utmost=1", "https://a.example/?ref=newsletter&source=x", "https://a.example/utm_source=x",
        "https://a.example/#?utm_source=x", "https://a.example/?", "mailto:a@b.example?utm_source=x",
    ] {
        assert_eq!(messages("tracking-parameters", &linked(sound)), [""; 0], "{sound}");
    }
}

#[test]
fn shorteners_are_known_by_their_host_alone() {
    for short in ["https://t.co/x", "http://BIT.LY/x", "https://news.bit.ly/x", "https://user@tinyurl.com/x"] {
        assert_eq!(messages("shortened-link", &linked(short)).len(), 1, "{short}");
    }
    for sound in
        ["https://a.example/bit.ly", "https://notbit.ly/x", "https://t.co.example/", "bit.ly/x", "https://cnet.com/"]
    {
        assert_eq!(messages("shortened-link", &linked(sound)), [""; 0], "{sound}");
    }
}

#[test]
fn a_link_that_shows_an_address_leads_there() {
    let shows = |text: &str, url: &str| {
        let link = Link::new(url, [Inline::emphasis([Inline::text(text)])]);
        messages(
            "link-text-mismatch",
            &Article::new("A").section(Section::summary().block(Paragraph::new([link.into()]))),
        )
    };
    for (text, url) in [
        ("https://bank.example/login", "https://evil.example/"),
        ("bank.example", "https://bank.example@evil.example/"),
        ("www.bank.example/x", "https://bank.example.evil.example/"),
        ("HTTPS://bank.example", "http://198.51.100.7/"),
    ] {
        assert_eq!(shows(text, url).len(), 1, "{text} {url}");
    }
    for (text, url) in [
        ("https://bank.example/", "https://www.bank.example/login"),
        ("bank.example", "https://online.bank.example/"),
        ("the ruling", "https://bank.example/"),
        ("README.md", "https://bank.example/"),
        ("e.g.", "https://bank.example/"),
        ("3.14", "https://bank.example/"),
        ("dana@bank.example", "https://other.example/"),
        ("Node.js", "https://other.example/"),
    ] {
        assert_eq!(shows(text, url), [""; 0], "{text} {url}");
    }
}

#[test]
fn http_is_reported_but_for_ones_own_machine() {
    for plain in ["http://a.example/", " HTTP://a.example/", "http://192.168.0.1/"] {
        assert_eq!(messages("insecure-link", &linked(plain)).len(), 1, "{plain}");
    }
    for sound in
        ["https://a.example/", "http://localhost:4000/", "http://127.0.0.1/", "http://[::1]/", "http://", "httpx://a/"]
    {
        assert_eq!(messages("insecure-link", &linked(sound)), [""; 0], "{sound}");
    }
}

#[test]
fn html_is_reported_wherever_a_reader_would_get_it() {
    let block = |html: &str| Article::new("A").section(Section::summary().block(Html::new(html)));
    assert_eq!(messages("raw-html", &block("<script>x</script>")), ["“<script>x</script>” is raw HTML"]);
    assert_eq!(messages("raw-html", &block("<!-- a note -->\n")), [""; 0]);
    assert_eq!(messages("raw-html", &block("<!-- a --><b>")).len(), 1);
    let image = Image::new("https://a.example/x.png", [Inline::Html("<i>".into())]);
    let article = Article::new("A").section(Section::summary().block(Paragraph::new([image.into()])));
    assert_eq!(messages("raw-html", &article).len(), 1);
}

fn cites(ids: &[&str]) -> Article {
    let cited = ids.iter().map(|&id| Inline::from(Citation::new(id, format!("[{id}]"))));
    Article::new("A").section(Section::summary().block(Paragraph::new(cited.collect::<Vec<_>>())))
}

fn with_ids(mut article: Article, ids: &[Option<&str>]) -> Article {
    for (position, id) in ids.iter().enumerate() {
        let mut reference = Reference::to(format!("https://a.example/{position}"));
        reference.id = id.map(str::to_owned);
        article.references.push(reference);
    }
    article
}

#[test]
fn a_citation_leads_to_an_id_or_where_there_is_none_to_a_position() {
    let ids = |article: Article| messages("dangling-citation", &article);
    assert_eq!(ids(with_ids(cites(&["1", "2", "2"]), &[Some("1")])), ["no reference has the id “2” that is cited"]);
    assert_eq!(ids(with_ids(cites(&["1", "2"]), &[None, None])), [""; 0]);
    assert_eq!(ids(with_ids(cites(&["0", "3"]), &[None, None])).len(), 2);
    assert_eq!(ids(with_ids(cites(&["a"]), &[Some("a"), None])), [""; 0]);
    assert_eq!(ids(cites(&["1"])).len(), 1);
}

#[test]
fn a_numbered_source_is_cited_where_others_are() {
    let uncited = |article: Article| messages("uncited-reference", &article);
    assert_eq!(uncited(with_ids(cites(&["1"]), &[Some("1"), None, Some("b")])), ["the reference “b” is not cited"]);
    assert_eq!(uncited(with_ids(cites(&[]), &[Some("1"), Some("2")])), [""; 0]);
    assert_eq!(uncited(with_ids(cites(&["9"]), &[Some("1")])), [""; 0]);
}

#[test]
fn sources_are_alike_by_page_and_by_id() {
    let sources = |urls: &[&str]| {
        let article = urls.iter().fold(Article::new("A"), |article, &url| article.reference(Reference::to(url)));
        messages("duplicate-reference", &article).len()
    };
    assert_eq!(sources(&["https://a.example/x", "https://a.example/x#y", "https://a.example/x/"]), 2);
    assert_eq!(sources(&["https://a.example/x?id=1", "https://a.example/x?id=2", "https://a.example/X"]), 0);
    assert_eq!(sources(&["no address", "no address"]), 0);
    let twice = with_ids(cites(&[]), &[Some("1"), Some("1")]);
    assert_eq!(messages("duplicate-reference", &twice), ["two references have the id “1”"]);
}
