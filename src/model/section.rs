//! A section: a role, a heading as written, a body.

use super::{Block, Extra, Heading, Inline, Perspective, Role, Stance, plain_text};

/// A part of an article with one role.
///
/// # Examples
///
/// ```
/// use commentary::{Role, Section, Stance};
///
/// let section = Section::perspective(Stance::Pessimistic).heading("The bear case").paragraph("Margins will shrink.");
/// assert_eq!(section.role.id(), "perspective");
/// assert_eq!(section.heading_text().as_deref(), Some("The bear case"));
/// assert_eq!(section.text(), "Margins will shrink.");
/// ```
#[derive(Debug, Clone, PartialEq, Eq)]
#[non_exhaustive]
pub struct Section {
    /// What the section is there for.
    pub role: Role,
    /// Its heading as written; absent where the text has none.
    pub heading: Option<Heading>,
    /// Its text.
    pub body: Vec<Block>,
    /// Keys that this version does not know.
    pub extra: Extra,
}

impl Section {
    /// An empty section with this role. A [`Perspective`] is a role too.
    #[must_use]
    pub fn new(role: impl Into<Role>) -> Self {
        Self { role: role.into(), heading: None, body: Vec::new(), extra: Extra::new() }
    }

    /// An empty summary.
    #[must_use]
    pub fn summary() -> Self {
        Self::new(Role::Summary)
    }

    /// An empty example.
    #[must_use]
    pub fn example() -> Self {
        Self::new(Role::Example)
    }

    /// An empty perspective with this stance.
    #[must_use]
    pub fn perspective(stance: Stance) -> Self {
        Self::new(Role::perspective(stance))
    }

    /// This section with a heading of level 2.
    #[must_use]
    pub fn heading(mut self, text: impl Into<String>) -> Self {
        self.heading = Some(Heading::new(2, text));
        self
    }

    /// This section with a paragraph of plain text after its body.
    #[must_use]
    pub fn paragraph(mut self, text: impl Into<String>) -> Self {
        self.body.push(Block::paragraph(text));
        self
    }

    /// This section with a block after its body.
    #[must_use]
    pub fn block(mut self, block: impl Into<Block>) -> Self {
        self.body.push(block.into());
        self
    }

    /// The perspective, where the section is one.
    #[must_use]
    pub fn as_perspective(&self) -> Option<&Perspective> {
        self.role.as_perspective()
    }

    /// The stance, where the section is a perspective.
    #[must_use]
    pub fn stance(&self) -> Option<&Stance> {
        self.role.stance()
    }

    /// The heading without its markup.
    #[must_use]
    pub fn heading_text(&self) -> Option<String> {
        self.heading.as_ref().map(|heading| plain_text(&heading.content))
    }

    /// The body as plain text, its blocks separated by a line end.
    #[must_use]
    pub fn text(&self) -> String {
        let mut text = String::new();
        for block in &self.body {
            block.write_text(&mut text);
        }
        text
    }

    /// True where the body holds nothing but white space.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.body.iter().all(Block::is_blank)
    }

    /// Every piece of inline content in the body, in reading order, blocks inside blocks included.
    pub fn inlines(&self) -> impl Iterator<Item = &Inline> {
        self.body.iter().flat_map(Block::inlines)
    }
}

impl From<Perspective> for Section {
    fn from(perspective: Perspective) -> Self {
        Self::new(perspective)
    }
}
