//! The schema of an article inside other schemas.
#![cfg(feature = "schema")]

use commentary::{Address, Article, Block, Date, Extra, Inline, Section, Stance, Value, schema};
use serde_json::Value as Json;

#[test]
fn a_generator_makes_the_same_as_the_file_but_for_its_names() {
    let mut file = serde_json::to_value(schema::article()).unwrap();
    let mut made = schemars::schema_for!(Article).to_value();
    assert_eq!(made["title"], "Article");
    assert_eq!(made["$schema"], file["$schema"]);
    assert!(file.as_object_mut().unwrap().remove("$id").is_some());
    for schema in [&mut file, &mut made] {
        assert!(schema["$defs"].as_object().unwrap().len() > 15);
    }
    assert_eq!(made, file);
}

#[test]
fn definitions_go_where_a_generator_wants_them() {
    let made = schemars::generate::SchemaSettings::draft07().into_generator().into_root_schema_for::<Section>();
    assert_eq!(made.pointer("/properties/body/items/$ref").unwrap(), "#/definitions/Block");
    assert!(made.pointer("/definitions/Inline").is_some());
}

#[test]
fn every_part_can_stand_alone() {
    let of = |schema: schemars::Schema| schema.to_value();
    assert_eq!(of(schemars::schema_for!(Date))["type"], "string");
    assert_eq!(of(schemars::schema_for!(Address))["type"], "string");
    assert_eq!(of(schemars::schema_for!(Inline))["type"], serde_json::json!(["string", "object"]));
    assert_eq!(of(schemars::schema_for!(Extra))["type"], "object");
    assert_eq!(of(schemars::schema_for!(Value)).get("type"), None);
    let kinds = of(schemars::schema_for!(Block))["properties"]["type"]["examples"].clone();
    assert_eq!(kinds[0], "paragraph");
    let stances = of(schemars::schema_for!(Stance))["examples"].clone();
    assert_eq!(stances.as_array().unwrap().len(), Stance::KNOWN.len());
}

#[test]
fn every_key_has_a_description_that_is_a_sentence() {
    let schema = serde_json::to_value(schema::article()).unwrap();
    let mut waiting = vec![&schema];
    let mut described = 0;
    while let Some(value) = waiting.pop() {
        // A condition names keys that are described elsewhere.
        let below =
            value.as_object().into_iter().flatten().filter(|(key, _)| !matches!(key.as_str(), "if" | "then" | "else"));
        for (key, inner) in below {
            if key == "properties" && value.get("description").is_some() {
                for (name, property) in inner.as_object().unwrap() {
                    let text = property.get("description").and_then(Json::as_str).unwrap_or_default();
                    assert!(text.ends_with('.'), "{name}: {text:?}");
                    described += 1;
                }
            }
            waiting.push(inner);
        }
    }
    assert!(described > 45, "{described}");
}
