//! Sections of a draft → sections of the article.

use super::citation::Ids;
use super::finding::Findings;
use super::{DraftRole, DraftSection, DraftStance};
use crate::diagnostic::{Severity, quote};
use crate::model::{Block, Heading, Likelihood, List, ListItem, Paragraph, Perspective, Role, Section, Stance};
use crate::path::Path;

/// The sections, with replies inside the perspectives that they answer.
pub(super) fn sections(drafts: &[DraftSection], ids: &Ids<'_>, findings: &mut Findings) -> Vec<Section> {
    let mut sections: Vec<Section> = Vec::new();
    for (position, draft) in drafts.iter().enumerate() {
        let place = Path::section(position);
        let answered = match sections.len().checked_sub(1) {
            Some(last) if draft.reply => sections.last_mut().and_then(|section| Some((last, replies_of(section)?))),
            _ => None,
        };
        match answered {
            Some((last, replies)) => {
                let article = Path::section(last).key("replies").index(replies.len());
                replies.push(section(draft, REPLY_LEVEL, &place, article, ids, findings));
            }
            None => {
                if draft.reply {
                    let message = "expected a perspective before a reply, found none".to_owned();
                    let help = "put the reply after the perspective that it answers, or write false";
                    findings.add("misplaced-reply", Severity::Error, place.clone().key("reply"), message, help);
                }
                let article = Path::section(sections.len());
                sections.push(section(draft, LEVEL, &place, article, ids, findings));
            }
        }
    }
    sections
}

/// The levels of headings: a draft says none.
pub(super) const LEVEL: u8 = 2;
pub(super) const REPLY_LEVEL: u8 = 3;

fn replies_of(section: &mut Section) -> Option<&mut Vec<Section>> {
    match &mut section.role {
        Role::Perspective(perspective) => Some(&mut perspective.replies),
        _ => None,
    }
}

fn section(
    draft: &DraftSection,
    level: u8,
    place: &Path,
    article: Path,
    ids: &Ids<'_>,
    findings: &mut Findings,
) -> Section {
    let mut section = Section::new(role(draft, place, findings));
    let heading = findings.optional(draft.heading.as_deref(), &|| place.clone().key("heading"));
    section.heading = heading.map(|text| Heading::new(level, text));

    let paragraphs = place.clone().key("paragraphs");
    for (position, text) in findings.list(&draft.paragraphs, &|| paragraphs.clone()) {
        let from = paragraphs.clone().index(position);
        let content = ids.content(&text, &from, findings);
        findings.became(article.clone().key("body").index(section.body.len()), from);
        section.body.push(Paragraph::new(content).into());
    }

    let points = place.clone().key("points");
    let list = article.clone().key("body").index(section.body.len());
    let mut items: Vec<ListItem> = Vec::new();
    for (position, text) in findings.list(&draft.points, &|| points.clone()) {
        let from = points.clone().index(position);
        let content = ids.content(&text, &from, findings);
        findings.became(list.clone().key("items").index(items.len()), from);
        items.push(ListItem::from(vec![Block::from(Paragraph::new(content))]));
    }
    if !items.is_empty() {
        findings.became(list, points);
        section.body.push(List::bullets(items).into());
    }
    findings.became(article, place.clone());
    section
}

/// The role, with what only perspectives have.
fn role(draft: &DraftSection, place: &Path, findings: &mut Findings) -> Role {
    if draft.role != DraftRole::PERSPECTIVE {
        misplaced(draft, place, findings);
        return Role::from(draft.role.id());
    }
    let mut view = Perspective::new(stance(draft, place, findings));
    view.thesis = findings.optional(draft.thesis.as_deref(), &|| place.clone().key("thesis"));
    view.holder = findings.optional(draft.holder.as_deref(), &|| place.clone().key("holder"));
    view.label = findings.optional(draft.label.as_deref(), &|| place.clone().key("label"));
    view.likelihood = draft.likelihood.as_ref().and_then(|number| {
        let likelihood: Option<Likelihood> = number.as_str().parse().ok();
        if likelihood.is_none() {
            let message =
                format!("expected a number from 0 to 100 with at most two decimals, found {}", quote(number.as_str()));
            let at = place.clone().key("likelihood");
            findings.add(
                "bad-likelihood",
                Severity::Error,
                at,
                message,
                "write the per cent that the text says, or null",
            );
        }
        likelihood
    });
    Role::from(view)
}

/// The stance of a perspective. One that is not said is kept as it was written.
fn stance(draft: &DraftSection, place: &Path, findings: &mut Findings) -> Stance {
    let at = |key: &'static str| move || place.clone().key(key);
    let other = findings.optional(draft.other_stance.as_deref(), &at("other_stance"));
    match (draft.stance.stance(), other) {
        (Some(stance), None) => stance,
        (Some(stance), Some(other)) => {
            let message = format!("expected null beside the stance `{stance}`, found {}", quote(&other));
            let help = "write the word where `stance` is `other`, else null";
            findings.add("misplaced-text", Severity::Error, at("other_stance")(), message, help);
            stance
        }
        (None, Some(other)) => {
            let stance = Stance::from(&*other);
            if Stance::known(&other).is_some() || draft.stance == DraftStance::NONE {
                let message = format!("expected the stance {} in `stance`, found `{}`", quote(&other), draft.stance);
                let help = "write a known stance in `stance` and null in `other_stance`; for any other, write `other`";
                findings.add("known-stance", Severity::Warning, at("stance")(), message, help);
            }
            stance
        }
        (None, None) => {
            let message = match draft.stance {
                DraftStance::OTHER => {
                    "expected a word in `other_stance` where `stance` is `other`, found none".to_owned()
                }
                stance => format!("expected the stance of a perspective, found `{stance}`"),
            };
            let help = "say where the perspective stands, or give the section another role";
            findings.add("missing-stance", Severity::Error, at("stance")(), message, help);
            Stance::from(draft.stance.id())
        }
    }
}

/// Finds what only perspectives have in another section.
fn misplaced(draft: &DraftSection, place: &Path, findings: &mut Findings) {
    let help = "give the section the role `perspective` where it is a point of view, or take this out";
    if draft.stance != DraftStance::NONE {
        let message = format!("expected `none` in a section with the role `{}`, found `{}`", draft.role, draft.stance);
        findings.add("misplaced-stance", Severity::Error, place.clone().key("stance"), message, help);
    }
    let likelihood = draft.likelihood.as_ref().map(|number| number.as_str());
    let texts = [
        ("thesis", draft.thesis.as_deref()),
        ("holder", draft.holder.as_deref()),
        ("label", draft.label.as_deref()),
        ("likelihood", likelihood),
        ("other_stance", draft.other_stance.as_deref()),
    ];
    for (key, text) in texts.iter().filter_map(|(key, text)| Some((*key, (*text)?))) {
        let message = format!("expected null in a section with the role `{}`, found {}", draft.role, quote(text));
        findings.add("misplaced-text", Severity::Error, place.clone().key(key), message, help);
    }
}
