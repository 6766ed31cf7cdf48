//! Blocks, and the comments between them → sections.

use super::super::marker::{Follows, SectionMarker};
use super::super::{added_heading, role_of};
use super::finding;
use super::frame::{Item, Origin};
use crate::diagnostic::Report;
use crate::model::{Article, Block, Heading, Inline, Perspective, Role, Section};

/// Puts what stands below the front matter into an article, and reports what is odd there.
pub(super) fn fill(article: &mut Article, items: Vec<Item>, report: &mut Report) {
    let mut outline = Outline::default();
    for item in items {
        match item {
            Item::Section(marker) => outline.marker(*marker),
            Item::Block(block, origin) => outline.block(article, block, origin),
        }
    }
    if let (Some(title), Some(other)) = (&article.title, &outline.other_title) {
        report.push(finding::title_mismatch(title, other));
    }
    article.sections = outline.finish();
}

/// The sections read so far.
#[derive(Default)]
struct Outline {
    done: Vec<Section>,
    /// The section that is open, and before it those that it is a reply to, outermost first.
    open: Vec<Section>,
    /// Whether the open section's heading is to come next.
    expected: Option<Follows>,
    /// Whether a first heading of level 1 was the title.
    title: TitleHeading,
    /// A first heading of level 1 that is not the title of the front matter.
    other_title: Option<String>,
}

/// Whether the title stands as a heading too.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
enum TitleHeading {
    #[default]
    NotYet,
    Seen,
}

impl Outline {
    fn marker(&mut self, marker: SectionMarker) {
        self.start(marker.section, marker.depth);
        self.expected = Some(marker.heading);
    }

    fn block(&mut self, article: &mut Article, block: Block, origin: Origin) {
        let expected = self.expected.take();
        let block = match block {
            Block::Heading(heading) => {
                if matches!(expected, Some(Follows::Heading | Follows::Added)) {
                    if let Some(section) = self.open.last_mut() {
                        // Somebody may have changed the heading that the writer added: then it is the section's own.
                        let is_added = expected == Some(Follows::Added) && is_added(article, section, &heading);
                        section.heading = Some(heading).filter(|_| !is_added);
                    }
                    return;
                }
                match self.heading(article, heading, origin) {
                    Some(heading) => Block::Heading(heading),
                    None => return,
                }
            }
            block => block,
        };
        if self.open.is_empty() {
            self.start(Section::new(Role::Unclassified), 0);
        }
        if let Some(section) = self.open.last_mut() {
            section.body.push(block);
        }
    }

    /// Opens a section at a heading that announces one, or takes a first heading for the title; gives any other back.
    fn heading(&mut self, article: &mut Article, heading: Heading, origin: Origin) -> Option<Heading> {
        if origin == Origin::Marked {
            return Some(heading);
        }
        let is_first = self.open.is_empty() && self.done.is_empty() && self.title == TitleHeading::NotYet;
        let text = match heading.content.as_slice() {
            [Inline::Text(text)] if heading.level == 1 && is_first => Some(text.clone()),
            _ => None,
        };
        if text.is_some() && text == article.title {
            self.title = TitleHeading::Seen;
            return None;
        }
        if let Some(role) = role_of(&heading, article.language.as_ref()) {
            let mut section = Section::new(role);
            section.heading = Some(heading);
            self.start(section, 0);
            return None;
        }
        if article.title.is_some() {
            self.other_title = self.other_title.take().or(text);
            return Some(heading);
        }
        let Some(text) = text else { return Some(heading) };
        article.title = Some(text);
        self.title = TitleHeading::Seen;
        None
    }

    /// Opens a section, as a reply where `depth` says so and the section above can have replies.
    fn start(&mut self, section: Section, depth: usize) {
        let can_reply = self.open.iter().take_while(|section| section.as_perspective().is_some()).count();
        self.close(depth.min(can_reply));
        self.open.push(section);
    }

    /// Closes the open sections but for the outermost `keep`.
    fn close(&mut self, keep: usize) {
        while self.open.len() > keep {
            let Some(section) = self.open.pop() else { return };
            match self.open.last_mut().and_then(replies) {
                Some(replies) => replies.push(section),
                None => self.done.push(section),
            }
        }
    }

    fn finish(mut self) -> Vec<Section> {
        self.close(0);
        self.done
    }
}

/// True for the heading that the writer adds to such a section.
fn is_added(article: &Article, section: &Section, heading: &Heading) -> bool {
    let added = added_heading(article.language.as_ref(), &section.role);
    matches!(heading.content.as_slice(), [Inline::Text(text)] if Some(text.as_str()) == added)
        && heading.extra.is_empty()
}

/// Where the replies to a section stand, where it can have some.
fn replies(section: &mut Section) -> Option<&mut Vec<Section>> {
    match &mut section.role {
        Role::Perspective(perspective) => {
            let perspective: &mut Perspective = perspective;
            Some(&mut perspective.replies)
        }
        _ => None,
    }
}
