//! What differs between two articles: the places, with the values there.

use commentary::{Article, Path};
use serde_json::Value;

/// A place at which two articles differ.
#[derive(Debug, Clone, PartialEq)]
pub(crate) struct Change {
    /// The place, in the first article where it is there.
    pub(crate) path: Path,
    /// What is there in the first article.
    pub(crate) old: Option<Value>,
    /// What is there in the second.
    pub(crate) new: Option<Value>,
}

/// The changes from one article to another, in the order of the places.
///
/// Two articles are walked together in the shape in which they are stored. Lists are taken apart from both ends, so that
/// one item more or less does not shift all the others.
pub(crate) fn changes(old: &Article, new: &Article) -> serde_json::Result<Vec<Change>> {
    let mut changes = Vec::new();
    let mut pending = vec![Change {
        path: Path::root(),
        old: Some(serde_json::to_value(old)?),
        new: Some(serde_json::to_value(new)?),
    }];
    while let Some(Change { path, old, new }) = pending.pop() {
        if old == new {
            continue;
        }
        let below = pending.len();
        match (old, new) {
            (Some(Value::Object(old)), Some(Value::Object(mut new))) => {
                for (key, value) in old {
                    let (path, now) = (path.clone().key(key.clone()), new.remove(&key));
                    pending.push(Change { path, old: Some(value), new: now });
                }
                let added = new.into_iter();
                pending.extend(added.map(|(key, value)| Change {
                    path: path.clone().key(key),
                    old: None,
                    new: Some(value),
                }));
            }
            (Some(Value::Array(old)), Some(Value::Array(new))) => items(&path, old, new, &mut pending),
            (old, new) => changes.push(Change { path, old, new }),
        }
        pending[below..].reverse();
    }
    Ok(changes)
}

/// The items of two lists, side by side: those between the first and the last that are the same.
fn items(path: &Path, mut old: Vec<Value>, mut new: Vec<Value>, pending: &mut Vec<Change>) {
    while old.last().is_some_and(|last| new.last() == Some(last)) {
        old.pop();
        new.pop();
    }
    let same = old.iter().zip(&new).take_while(|(old, new)| old == new).count();
    let (mut old, mut new) = (old.into_iter().skip(same), new.into_iter().skip(same));
    for position in same.. {
        let (old, new) = (old.next(), new.next());
        if old.is_none() && new.is_none() {
            break;
        }
        pending.push(Change { path: path.clone().index(position), old, new });
    }
}
