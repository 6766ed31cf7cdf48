//! Addresses: where they stand in a text, which may leave as links, and those broken at the end of a line.

use commentary::label::addresses;
use commentary::{Address, parse};

#[test]
fn an_address_ends_where_a_reader_says() {
    for (text, expected) in [
        ("Source\u{a0}: https://canal.example/a\u{202f}!", &["https://canal.example/a"][..]),
        ("„https://canal.example/a“", &["https://canal.example/a"]),
        ("(siehe https://canal.example/Dach_(Kanal))", &["https://canal.example/Dach_(Kanal)"]),
        ("[https://canal.example/a](https://dam.example/b)", &["https://canal.example/a", "https://dam.example/b"]),
        ("https://canal.example/l’eau-d’ici’", &["https://canal.example/l’eau-d’ici"]),
        ("👉https://canal.example/a\u{200b}👈", &["https://canal.example/a"]),
        ("https://canal.example/?a=b|c#d…", &["https://canal.example/?a=b|c#d"]),
        ("http://[2001:db8::1]:8080/x, ftp://canal.example/, www.canal.example", &["http://[2001:db8::1]:8080/x"]),
        ("https://canal.example:70000/ and https://...", &[]),
    ] {
        let found: Vec<&str> = addresses(text).into_iter().filter_map(|span| span.slice(text)).collect();
        assert_eq!(found, expected, "{text}");
    }
}

#[test]
fn an_address_is_judged_as_a_browser_reads_it() {
    for good in
        ["https:dam.example", "HTTP://DAM.example:80", "https://user@dam.example/", "http://[::1]/", "http://0x7f.1/"]
    {
        assert!(Address::from(good).is_web(), "{good}");
    }
    for bad in [
        "java\nscript:alert(1)", "\u{1}javascript:alert(1)", "data:text/html,x", "blob:https://dam.example/",
        "ftp://dam.example/", "//dam.example/", "https://", "https://dam.example:65536/",
        "https://da\u{202e}m.example/", "https://xn--dam-.example/",
    ] {
        assert!(!Address::from(bad).is_web(), "{bad}");
    }
}

/// A column in the manner of a paste whose long lines were cut.
fn column(reference: &str) -> String {
    format!(
        "A ponte fecha ao trânsito\n\nOs factos\n\nA câmara fechou a ponte na terça-feira, por dois anos.\n\n{reference}\n\n\
         Ponto de vista otimista\n\nAs crianças atravessam a pé, e o rio volta a ouvir-se.\n"
    )
}

#[test]
fn an_address_broken_at_the_end_of_a_line_is_one_reference() {
    for (above, below) in [
        ("https://gazeta.example/1204/razoes-a-favor-", "e-contra-a-ponte-sem-carros"),
        ("https://gazeta.example/1204/", "razoes-a-favor.html"),
        ("https://gazeta.example/1204/razoes?", "id=12&lang=pt"),
        ("https://gazeta.example/1204/razoes", "-a-favor"),
    ] {
        for end in ["\n", "\r\n", "\u{2028}"] {
            let text = column(&format!("Fonte: {above}{end}{below}"));
            let parsed = parse(&text);
            let [reference] = parsed.article.references.as_slice() else { panic!("{:?}", parsed.article.references) };
            assert_eq!(reference.url.as_ref().unwrap().as_str(), format!("{above}{below}"));
            let span = parsed.source.span(&"references[0]".parse().unwrap()).unwrap();
            assert_eq!(span.slice(&text), Some(&*format!("Fonte: {above}{end}{below}")));
            assert!(parsed.article.sections.iter().all(|section| !section.text().contains(below)), "{below}");
        }
    }
}

#[test]
fn a_line_below_an_address_stays_its_own() {
    for below in ["Conclusão", "2025-04-05", "https://outra.example/", "outra.example", "Pró/Contra", "- item"] {
        let parsed = parse(&column(&format!("Fonte: https://gazeta.example/1204/razoes\n{below}")));
        let url = parsed.article.references[0].url.as_ref().unwrap();
        assert_eq!(url.as_str(), "https://gazeta.example/1204/razoes", "{below}");
    }
}
