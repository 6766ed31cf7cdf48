//! What the writer of JSON can be told: how many lines, which escapes. And that numbers keep their digits.
#![cfg(feature = "json")]

use commentary::json::{self, Writer};
use commentary::{
    Article, Block, Code, Extra, Likelihood, Link, Number, Perspective, Reference, Section, Stance, Value,
};

/// An article with something to escape in every kind of place: a title, a key, an address, code, an unknown value.
fn dangerous() -> Article {
    let text = "</script><!-- & ]]> \u{2028}\u{2029}";
    let mut article = Article::new(text).author(text).reference(Reference::to("https://a.example/?a=1&b=<2>"));
    article.extra.insert(text, vec![Value::from(text), Value::Bool(true)]);
    let link = Link::new("https://a.example/?a=1&b=2", [commentary::Inline::text(text)]);
    let paragraph = commentary::Paragraph::new([commentary::Inline::Link(link)]);
    article.section(Section::summary().heading(text).block(paragraph).block(Block::from(Code::new("a < b && c > d\n"))))
}

#[test]
fn the_embeddable_form_is_the_same_json_without_what_could_leave_a_script() {
    let article = dangerous();
    for (plain, embeddable) in
        [(Writer::new(), Writer::new().embeddable()), (Writer::new().pretty(), Writer::new().embeddable().pretty())]
    {
        let (plain, text) = (plain.article(&article).unwrap(), embeddable.article(&article).unwrap());
        assert!(plain.contains("</script><!-- & ]]> \u{2028}\u{2029}"), "{plain}");
        assert!(!text.contains(['<', '>', '&', '\u{2028}', '\u{2029}']), "{text}");
        let escapes =
            [("<", "\\u003c"), (">", "\\u003e"), ("&", "\\u0026"), ("\u{2028}", "\\u2028"), ("\u{2029}", "\\u2029")];
        assert_eq!(text, escapes.iter().fold(plain, |text, (from, to)| text.replace(from, to)));
        assert_eq!(json::from_str(&text).unwrap(), article);
        let mut bytes = Vec::new();
        embeddable.write(&mut bytes, &article).unwrap();
        assert_eq!(String::from_utf8(bytes).unwrap(), text);
    }
}

#[test]
fn the_short_forms_write_as_the_writer_does() {
    let article = dangerous();
    assert_eq!(json::to_string(&article).unwrap(), Writer::new().article(&article).unwrap());
    assert_eq!(json::to_string_pretty(&article).unwrap(), Writer::default().pretty().article(&article).unwrap());
    let mut bytes = Vec::new();
    json::to_writer(&mut bytes, &article).unwrap();
    assert_eq!(bytes, json::to_string(&article).unwrap().into_bytes());
}

#[test]
fn unknown_numbers_keep_every_digit() {
    let long = "9".repeat(300);
    let numbers = [
        "0", "-0", "-0.0", "2.50", "1e5", "1E+5", "1e-400", "0.1000000000000000055511151231257827",
        "18446744073709551616", "-9223372036854775809", &long, "1.7976931348623157e308",
    ];
    let text = format!(r#"{{"schema_version":1,"a\"1.5":"2.5\\","zz":[{}],"sections":[]}}"#, numbers.join(","));
    let article = json::from_str(&text).unwrap();
    let read = article.extra.get("zz").and_then(Value::as_array).unwrap();
    let expected: Vec<Value> = numbers.iter().map(|number| Value::Number(number.parse().unwrap())).collect();
    assert_eq!(read, expected);
    let written = text.replace(r#","sections":[]"#, "");
    assert_eq!(json::to_string(&article).unwrap(), written);
    // Each line of a pretty text has one of them, and it is still the same.
    assert_eq!(json::from_str(&json::to_string_pretty(&article).unwrap()).unwrap(), article);
}

#[test]
fn a_number_that_no_float_can_be_is_refused_on_both_sides() {
    for number in ["1e400", "-1e400", &"9".repeat(400)] {
        let error = json::from_str(&format!(r#"{{"schema_version":1,"zz":[{number}]}}"#)).unwrap_err();
        // The other message is ours, where a crate of the build has turned on `arbitrary_precision`.
        let expected =
            ["zz[0]: number out of range at line 1 column ", "zz[0]: expected a number up to 1.7e308, found "];
        assert!(expected.iter().any(|expected| error.to_string().starts_with(expected)), "{error}");
        let mut article = Article::default();
        article.extra.insert("zz", Value::Number(number.parse::<Number>().unwrap()));
        let error = json::to_string(&article).unwrap_err();
        assert!(error.to_string().starts_with("zz: expected a number up to 1.7e308, found "), "{error}");
    }
}

#[test]
fn through_serde_a_number_keeps_its_value_and_does_not_lend_its_digits_to_another() {
    let extra: Extra = [("a", Value::Number("2.50".parse().unwrap()))].into_iter().collect();
    assert_eq!(serde_json::to_string(&extra).unwrap(), r#"{"a":2.5}"#);
    let mut article = Article::default();
    article.extra.insert("a", Value::Number("2.50".parse::<Number>().unwrap()));
    let mut view = Perspective::new(Stance::Bull);
    view.likelihood = Some(Likelihood::hundredths(250).unwrap());
    article.sections = vec![view.into()];
    let text = json::to_string(&article).unwrap();
    assert!(text.contains(r#""likelihood":2.5}"#) && text.ends_with(r#""a":2.50}"#), "{text}");
}

#[test]
fn a_likelihood_may_be_written_with_more_digits_than_it_has() {
    for number in ["25", "25.0", "25.000", "2.5e1", "250E-1"] {
        let text = format!(
            r#"{{"schema_version":1,"sections":[{{"role":"perspective","stance":"bull","likelihood":{number}}}]}}"#
        );
        let article = json::from_str(&text).unwrap();
        let (_, view) = article.perspectives().next().unwrap();
        assert_eq!(view.likelihood, Some(Likelihood::percent(25).unwrap()), "{number}");
    }
}

#[test]
fn a_message_about_a_long_number_is_short() {
    let text = format!(r#"{{"schema_version":1,"title":0.{}}}"#, "1".repeat(100_000));
    let message = json::from_str(&text).unwrap_err().to_string();
    assert!(message.starts_with("title: expected a string, found 0.1111") && message.len() < 200, "{message}");
}
