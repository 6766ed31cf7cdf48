//! Articles and their parts inside a caller's own types, and through other formats than JSON.
#![cfg(feature = "json")]

use commentary::{
    Address, Article, Author, Block, Date, Extra, Heading, Inline, Language, Likelihood, ListItem, Number, Paragraph,
    Reference, ReferenceKind, Section, Stance, Value,
};
use serde::de::DeserializeOwned;
use serde::{Deserialize, Serialize};
use serde_json::json;

#[derive(Debug, PartialEq, Serialize, Deserialize)]
struct Stored {
    key: u32,
    article: Article,
    parts: Vec<Section>,
}

#[test]
fn an_article_can_be_a_field() {
    let stored = Stored {
        key: 7,
        article: Article::new("A roof").section(Section::summary().paragraph("Done.")),
        parts: vec![Section::perspective(Stance::For)],
    };
    let text = serde_json::to_string(&stored).unwrap();
    assert_eq!(
        text,
        concat!(
            r#"{"key":7,"article":{"schema_version":1,"title":"A roof","sections":[{"role":"summary","body":["#,
            r#"{"type":"paragraph","content":["Done."]}]}]},"parts":[{"role":"perspective","stance":"for"}]}"#
        )
    );
    assert_eq!(serde_json::from_str::<Stored>(&text).unwrap(), stored);
}

#[test]
fn the_message_names_the_place_in_the_article() {
    let text = r#"{"key":7,"article":{"schema_version":1,"sections":[{"role":5}]},"parts":[]}"#;
    let error = serde_json::from_str::<Stored>(text).unwrap_err();
    assert_eq!(error.to_string(), "sections[0].role: expected a string, found 5 at line 1 column 60");
    // What is wrong with the JSON itself stays what it was.
    assert!(serde_json::from_str::<Stored>(r#"{"key":7,"article":{"schema_version":1,"#).unwrap_err().is_eof());

    let value = json!({"schema_version": 1, "sections": [{"role": "summary", "body": [{"type": "code", "text": []}]}]});
    let error = serde_json::from_value::<Article>(value).unwrap_err();
    assert_eq!(error.to_string(), "sections[0].body[0].text: expected a string, found an array");
}

#[test]
fn an_article_can_be_flattened_and_be_one_of_several() {
    #[derive(Debug, PartialEq, Serialize, Deserialize)]
    struct Row {
        key: u32,
        #[serde(flatten)]
        article: Article,
    }

    #[derive(Debug, PartialEq, Serialize, Deserialize)]
    #[serde(untagged)]
    enum Either {
        Number(u32),
        Article(Box<Article>),
    }

    let article = Article::new("A roof").section(Section::summary().paragraph("Done."));
    let row = Row { key: 7, article: article.clone() };
    let text = serde_json::to_string(&row).unwrap();
    assert!(text.starts_with(r#"{"key":7,"schema_version":1,"title":"A roof","#), "{text}");
    assert_eq!(serde_json::from_str::<Row>(&text).unwrap(), row);
    let either = Either::Article(Box::new(article));
    assert_eq!(serde_json::from_str::<Either>(&serde_json::to_string(&either).unwrap()).unwrap(), either);
}

#[track_caller]
fn assert_part<T: Serialize + DeserializeOwned + PartialEq + std::fmt::Debug>(part: &T, expected: &serde_json::Value) {
    assert_eq!(&serde_json::to_value(part).unwrap(), expected);
    assert_eq!(&serde_json::from_value::<T>(expected.clone()).unwrap(), part);
    assert_eq!(&serde_json::from_str::<T>(&expected.to_string()).unwrap(), part);
}

#[test]
fn every_part_can_be_stored_on_its_own() {
    assert_part(&"2025-06".parse::<Date>().unwrap(), &json!("2025-06"));
    assert_part(&"zh-Hant-TW".parse::<Language>().unwrap(), &json!("zh-Hant-TW"));
    assert_part(&Address::from("HTTP://a"), &json!("HTTP://a"));
    assert_part(&Stance::CenterLeft, &json!("center-left"));
    assert_part(&Stance::from("hopeful"), &json!("hopeful"));
    assert_part(&ReferenceKind::Data, &json!("data"));
    assert_part(&Likelihood::hundredths(1250).unwrap(), &json!(12.5));
    assert_part(&Author::new("Dana"), &json!("Dana"));
    assert_part(&Reference::to("u"), &json!({"kind": "article", "url": "u"}));
    assert_part(&Section::summary(), &json!({"role": "summary"}));
    assert_part(&Block::paragraph("x"), &json!({"type": "paragraph", "content": ["x"]}));
    assert_part(&Inline::text("x"), &json!("x"));
    assert_part(&Inline::Code("x".into()), &json!({"type": "code", "text": "x"}));
    assert_part(&ListItem::from("x"), &json!([{"type": "paragraph", "content": ["x"]}]));
    // Only as a block does it have to say which.
    assert_part(&Paragraph::new([Inline::text("x")]), &json!({"content": ["x"]}));
    assert_part(&Heading::new(2, "x"), &json!({"text": "x", "level": 2}));
    assert_part(&"5".parse::<Number>().unwrap(), &json!(5));
    assert_part(&Value::Null, &json!(null));
    assert_part(&Value::from(vec![Value::Bool(true), "x".into()]), &json!([true, "x"]));
    assert_part(&[("a", 1), ("b", -1)].into_iter().collect::<Extra>(), &json!({"a": 1, "b": -1}));
}

#[test]
fn a_part_that_may_be_absent_is_the_callers_own_affair() {
    #[derive(Debug, PartialEq, Serialize, Deserialize)]
    struct Seen {
        by: Option<Author>,
        on: Option<Date>,
    }

    let seen: Seen = serde_json::from_str(r#"{"by": null}"#).unwrap();
    assert_eq!(seen, Seen { by: None, on: None });
}

#[test]
fn number_types_of_any_width_are_read() {
    use serde::de::IntoDeserializer;
    use serde::de::value::{Error, I128Deserializer, U128Deserializer};

    let wide: I128Deserializer<Error> = (-(1_i128 << 100)).into_deserializer();
    assert_eq!(Number::deserialize(wide).unwrap().as_str(), "-1267650600228229401496703205376");
    let wide: U128Deserializer<Error> = u128::MAX.into_deserializer();
    assert_eq!(Number::deserialize(wide).unwrap().as_str(), "340282366920938463463374607431768211455");
    let infinite: serde::de::value::F64Deserializer<Error> = f64::INFINITY.into_deserializer();
    assert_eq!(Number::deserialize(infinite).unwrap_err().to_string(), "expected a finite number, found inf");
}
