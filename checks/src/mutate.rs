//! JSON documents with a few things changed: a key taken out, a value of another kind, an item too many.

use serde_json::{Map, Value};

use crate::random::Random;

/// What a mutation can put in the place of a value, or under a new key.
#[derive(Debug)]
pub struct Mutator {
    values: Vec<Value>,
    keys: Vec<String>,
}

/// A place in a document: the keys and positions that lead to it.
type Steps = Vec<Step>;

#[derive(Debug, Clone)]
enum Step {
    Key(String),
    Position(usize),
}

impl Mutator {
    /// A mutator with these values and keys, and with all keys of `document`.
    #[must_use]
    pub fn new(document: &Value, values: &[Value], keys: &[&str]) -> Self {
        let mut keys: Vec<String> = keys.iter().map(|&key| key.to_owned()).collect();
        for steps in places(document) {
            if let Some(Step::Key(key)) = steps.last() {
                keys.push(key.clone());
            }
        }
        keys.sort_unstable();
        keys.dedup();
        Self { values: values.to_vec(), keys }
    }

    /// Changes one thing somewhere in the document.
    pub fn change(&self, document: &mut Value, random: &mut Random) {
        let all = places(document);
        let steps = all[random.between(0, all.len() - 1)].clone();
        let other = all[random.between(0, all.len() - 1)].clone();
        let other = at(document, &other).cloned().unwrap_or(Value::Null);
        // Numbers are rare, and have the finest limits.
        if random.chance(10) && another_number_in(document, &all, random) {
            return;
        }
        if random.chance(15) && remove(document, &steps) {
            return;
        }
        let Some(value) = at(document, &steps) else { return };
        match (random.between(0, 9), value) {
            (0, value) => *value = Value::Array(vec![value.take()]),
            (1, value) => *value = other,
            (2 | 3, Value::Object(members)) => {
                members.insert(self.key(random), self.value(random));
            }
            (4 | 5, Value::Object(members)) => rename(members, self.key(random), random),
            (2, Value::Array(items)) => items.push(self.value(random)),
            (3, Value::Array(items)) => items.push(other),
            (4, Value::Array(items)) => {
                items.pop();
            }
            (2 | 3, Value::String(text)) => spoil(text, random),
            (_, value) => *value = self.value(random),
        }
    }

    fn key(&self, random: &mut Random) -> String {
        self.keys[random.between(0, self.keys.len() - 1)].clone()
    }

    fn value(&self, random: &mut Random) -> Value {
        self.values[random.between(0, self.values.len() - 1)].clone()
    }
}

/// Every place of the document, its root first.
fn places(document: &Value) -> Vec<Steps> {
    let mut found = vec![Steps::new()];
    let mut waiting = vec![(Steps::new(), document)];
    while let Some((steps, value)) = waiting.pop() {
        let below = |step: Step| steps.iter().cloned().chain([step]).collect::<Steps>();
        let children: Vec<(Steps, &Value)> = match value {
            Value::Array(items) => {
                items.iter().enumerate().map(|(position, item)| (below(Step::Position(position)), item)).collect()
            }
            Value::Object(members) => {
                members.iter().map(|(key, value)| (below(Step::Key(key.clone())), value)).collect()
            }
            _ => Vec::new(),
        };
        found.extend(children.iter().map(|(steps, _)| steps.clone()));
        waiting.extend(children);
    }
    found
}

fn at<'a>(document: &'a mut Value, steps: &[Step]) -> Option<&'a mut Value> {
    steps.iter().try_fold(document, |value, step| match step {
        Step::Key(key) => value.get_mut(key),
        Step::Position(position) => value.get_mut(position),
    })
}

/// Takes out the last step; false at the root.
fn remove(document: &mut Value, steps: &[Step]) -> bool {
    let Some((last, before)) = steps.split_last() else { return false };
    match (at(document, before), last) {
        (Some(Value::Object(members)), Step::Key(key)) => members.remove(key).is_some(),
        (Some(Value::Array(items)), Step::Position(position)) => {
            items.remove(*position);
            true
        }
        _ => false,
    }
}

/// Changes one of the numbers; false where there is none.
fn another_number_in(document: &mut Value, all: &[Steps], random: &mut Random) -> bool {
    let mut numbers: Vec<&Steps> = all.iter().collect();
    numbers.retain(|steps| at(document, steps).is_some_and(|value| value.is_number()));
    if numbers.is_empty() {
        return false;
    }
    let chosen = numbers[random.between(0, numbers.len() - 1)];
    if let Some(value) = at(document, chosen) {
        *value = another_number(value, random);
    }
    true
}

/// A number near by, or the same one written otherwise.
fn another_number(value: &Value, random: &mut Random) -> Value {
    let number = value.as_f64().unwrap_or_default();
    match value.as_i64() {
        Some(whole) if random.chance(60) => random.pick(&[-whole, whole + 1, whole.saturating_mul(100)]).into(),
        _ => random.pick(&[number, -number, number + 0.25, number + 0.125]).into(),
    }
}

fn rename(members: &mut Map<String, Value>, key: String, random: &mut Random) {
    let keys: Vec<String> = members.keys().cloned().collect();
    if keys.is_empty() {
        return;
    }
    if let Some(value) = members.remove(&keys[random.between(0, keys.len() - 1)]) {
        members.insert(key, value);
    }
}

/// Changes, adds or takes out one character.
fn spoil(text: &mut String, random: &mut Random) {
    let mut characters: Vec<char> = text.chars().collect();
    let position = random.between(0, characters.len());
    let character = random.pick(&['0', '1', '2', '3', '9', '-', '_', ':', 'T', 'Z', 'x', 'é', '\n', ' ']);
    match (random.between(0, 2), position < characters.len()) {
        (0, true) => characters[position] = character,
        (1, true) => {
            characters.remove(position);
        }
        _ => characters.insert(position, character),
    }
    *text = characters.into_iter().collect();
}
