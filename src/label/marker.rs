//! Markers: lines such as `[perspective:optimistic]` that say which section opens below them.
//!
//! They count in a plain text whose front matter says `sections: marked`. In the brackets stands the role, with the stance
//! of a perspective after a colon, and an object in JSON's form for what these two words do not say:
//! `[perspective:left {"holder": "the left"}]`. What does not have this form to the letter is text.

use crate::front_matter::flow::{self, Style};
use crate::front_matter::{Place, write_value};
use crate::model::{Extra, Perspective, Role, Section, Stance, Value};

/// The line that parts two lists which would be one.
pub(crate) const PARTING: &str = "[]";

/// What a marker says.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Marker {
    /// Role and unknown keys of the section that opens; heading and body follow.
    pub(crate) section: Section,
    /// True where a heading right below is the section's own.
    pub(crate) may_have_heading: bool,
}

impl Marker {
    /// What a line says, where it is a marker.
    pub(crate) fn read(line: &str) -> Option<Self> {
        let inside = line.strip_prefix('[')?.strip_suffix(']')?;
        let (words, json) = inside.split_at_checked(inside.find('{').unwrap_or(inside.len()))?;
        let mut members = if json.is_empty() { Extra::new() } else { object(json)? };
        let words = if json.is_empty() { words } else { words.strip_suffix(' ').unwrap_or(words) };
        let (role, stance) = match words.split_once(':') {
            Some((role, stance)) => (role, Some(stance)),
            None => (words, None),
        };
        if !(words.is_empty() && !json.is_empty() || is_word(role) && stance.is_none_or(is_stance)) {
            return None;
        }
        let role = if words.is_empty() { text(&mut members, "role")?? } else { role.to_owned() };
        let stance = match stance {
            Some(stance) => Some(stance.to_owned()),
            None => text(&mut members, "stance")?,
        };
        let role = match (role.as_str(), stance) {
            ("perspective", Some(stance)) => Role::from(perspective(&stance, &mut members)?),
            ("perspective", None) | (_, Some(_)) => return None,
            (role, None) => Role::from(role),
        };
        let mut section = Section::new(role);
        section.extra = match members.remove("extra") {
            None => Extra::new(),
            Some(Value::Object(extra)) => extra,
            Some(_) => return None,
        };
        let may_have_heading = match members.remove("heading") {
            None => true,
            Some(Value::Bool(false)) => false,
            Some(_) => return None,
        };
        members.is_empty().then_some(Self { section, may_have_heading })
    }
}

/// The line that opens a section; its heading and its replies are no part of it.
pub(crate) fn write_marker(role: &Role, extra: &Extra, may_have_heading: bool) -> String {
    let mut members = Extra::new();
    let mut add = |key: &str, text: Option<&str>| {
        if let Some(text) = text {
            members.append(key.to_owned(), Value::from(text));
        }
    };
    let mut line = String::from("[");
    match is_word(role.id()) {
        true => line.push_str(role.id()),
        false => add("role", Some(role.id())),
    }
    if let Some(Perspective { stance, holder, thesis, label, likelihood, replies: _ }) = role.as_perspective() {
        match is_stance(stance.id()) {
            true => {
                line.push(':');
                line.push_str(stance.id());
            }
            false => add("stance", Some(stance.id())),
        }
        add("holder", holder.as_deref());
        add("thesis", thesis.as_deref());
        add("label", label.as_deref());
        add("likelihood", likelihood.map(|likelihood| likelihood.to_string()).as_deref());
    }
    if !may_have_heading {
        members.append("heading".to_owned(), Value::Bool(false));
    }
    if !extra.is_empty() {
        members.append("extra".to_owned(), Value::Object(extra.clone()));
    }
    if !members.is_empty() {
        if line.len() > 1 {
            line.push(' ');
        }
        write_value(&mut line, &Value::Object(members), Place::FrontMatter);
    }
    line.push(']');
    line
}

/// True for a role that needs no quotation marks.
fn is_word(text: &str) -> bool {
    text.starts_with(|c: char| c.is_ascii_alphabetic())
        && text.bytes().all(|byte| byte.is_ascii_alphanumeric() || matches!(byte, b'-' | b'_'))
}

/// True for a stance that needs none; an open axis stands before a colon.
fn is_stance(text: &str) -> bool {
    !text.is_empty() && text.split(':').all(|part| part.is_empty() || is_word(part))
}

fn object(json: &str) -> Option<Extra> {
    match flow::read(json, 0, Style::Json) {
        Ok((Value::Object(members), end)) if end == json.len() => Some(members),
        _ => None,
    }
}

/// Takes the text of a key out, where it is there; nothing where it is no text.
fn text(members: &mut Extra, key: &str) -> Option<Option<String>> {
    match members.remove(key) {
        None => Some(None),
        Some(Value::String(text)) => Some(Some(text)),
        Some(_) => None,
    }
}

fn perspective(stance: &str, members: &mut Extra) -> Option<Perspective> {
    let mut perspective = Perspective::new(Stance::from(stance));
    perspective.holder = text(members, "holder")?;
    perspective.thesis = text(members, "thesis")?;
    perspective.label = text(members, "label")?;
    perspective.likelihood = match text(members, "likelihood")? {
        Some(written) => Some(written.parse().ok()?),
        None => None,
    };
    Some(perspective)
}

#[cfg(test)]
mod tests {
    use super::{Marker, write_marker};
    use crate::model::{Extra, Perspective, Role, Stance};

    #[test]
    fn every_role_is_written_and_read_back() {
        let mut view = Perspective::new(Stance::from("energy:nuclear"));
        view.holder = Some("\u{2028}]} the \"left\"\n".into());
        view.likelihood = "12.5%".parse().ok();
        let roles = [
            Role::Summary,
            Role::from("time line"),
            Role::from(""),
            Role::from("[x]"),
            Role::perspective(Stance::Left),
            Role::perspective(Stance::from("a b")),
            Role::perspective(Stance::from("")),
            Role::from(view),
        ];
        let keys = Extra::from_iter([("role", "x"), ("a\nb", "]")]);
        for role in roles {
            for (extra, may_have_heading) in [(&keys, true), (&Extra::new(), false), (&Extra::new(), true)] {
                let line = write_marker(&role, extra, may_have_heading);
                let read = Marker::read(&line).unwrap_or_else(|| panic!("{line}"));
                assert_eq!((&read.section.role, &read.section.extra), (&role, extra), "{line}");
                assert_eq!(read.may_have_heading, may_have_heading);
                assert!(!line.contains(['\n', '\u{2028}']));
            }
        }
    }

    #[test]
    fn other_brackets_are_text() {
        for line in [
            "[3]", "[x", "x]", "[a b]", "[perspective]", "[summary:left]", "[]", "[ ]", "[x](y)", "[{}]", "[é]",
            "[summary {\"colour\": 1}]", "[summary{]", "[summary {\"extra\": 5}]",
        ] {
            assert_eq!(Marker::read(line), None, "{line}");
        }
        assert!(Marker::read("[sic]").is_some());
    }
}
