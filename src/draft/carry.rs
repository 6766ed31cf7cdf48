//! Article → Draft: what the flat form cannot carry is reported.

use super::section::{LEVEL, REPLY_LEVEL};
use super::{Draft, DraftKind, DraftReference, DraftRole, DraftSection, DraftStance};
use crate::diagnostic::{Diagnostic, Report, Severity, quote};
use crate::model::{Article, Author, Block, Extra, Inline, List, Number, Perspective, Reference, Section, plain_text};
use crate::path::Path;

impl Draft {
    /// The draft of an article, such as an example for a language model, and what it cannot carry: findings named
    /// `not-carried`, at their places in the article.
    ///
    /// Blocks other than paragraphs and a list at the end of a section become paragraphs, and markup becomes plain text.
    ///
    /// # Examples
    ///
    /// ```
    /// use commentary::{Article, Draft, Inline, Paragraph, Section};
    ///
    /// let stressed = Paragraph::new([Inline::text("It is "), Inline::emphasis([Inline::text("not")]), Inline::text(" so.")]);
    /// let (draft, report) = Draft::from_article(&Article::new("A roof").section(Section::summary().block(stressed)));
    /// assert_eq!(draft.sections[0].paragraphs, ["It is not so."]);
    /// assert_eq!(report.to_string(), "warning[not-carried]: a draft has no markup (sections[0].body[0])\n");
    /// ```
    #[must_use]
    pub fn from_article(article: &Article) -> (Self, Report) {
        let mut lost = Lost(Report::new());
        lost.extra(&article.extra, &Path::root());
        let mut sections = Vec::new();
        for (position, section) in article.sections.iter().enumerate() {
            push_section(section, Path::section(position), &mut sections, &mut lost);
        }
        let draft = Self {
            language: article.language.as_ref().map(ToString::to_string),
            question: article.question.clone(),
            references: (article.references.iter().enumerate())
                .map(|(position, source)| reference(source, &Path::root().key("references").index(position), &mut lost))
                .collect(),
            sections,
            title: article.title.clone(),
            teaser: article.teaser.clone(),
            authors: names(&article.authors, &Path::root(), &mut lost),
            published: article.published.map(|date| date.to_string()),
            tags: article.tags.clone(),
            url: article.url.as_ref().map(ToString::to_string),
        };
        (draft, lost.0)
    }
}

/// What the draft cannot carry.
struct Lost(Report);

impl Lost {
    fn add(&mut self, message: impl Into<String>, at: Path) {
        self.0.push(Diagnostic::new("not-carried", Severity::Warning, message).at(at));
    }

    fn extra(&mut self, extra: &Extra, of: &Path) {
        for (key, _) in extra.iter() {
            self.add(format!("a draft has no key {}", quote(key)), of.clone().key(key.to_owned()));
        }
    }
}

fn names(authors: &[Author], of: &Path, lost: &mut Lost) -> Vec<String> {
    for (position, author) in authors.iter().enumerate() {
        let place = of.clone().key("authors").index(position);
        if author.affiliation.is_some() || author.url.is_some() {
            lost.add("a draft has nothing but the name of an author", place.clone());
        }
        lost.extra(&author.extra, &place);
    }
    authors.iter().map(|author| author.name.clone()).collect()
}

fn reference(source: &Reference, place: &Path, lost: &mut Lost) -> DraftReference {
    lost.extra(&source.extra, place);
    let kind = DraftKind::known(source.kind.id()).unwrap_or_else(|| {
        lost.add(format!("a draft has no kind {}", quote(source.kind.id())), place.clone().key("kind"));
        DraftKind::default()
    });
    DraftReference {
        url: source.url.as_ref().map(ToString::to_string),
        title: source.title.clone(),
        authors: names(&source.authors, place, lost),
        outlet: source.outlet.clone(),
        published: source.published.map(|date| date.to_string()),
        accessed: source.accessed.map(|date| date.to_string()),
        kind,
        id: source.id.clone(),
    }
}

/// Appends a section and the replies inside it.
fn push_section(section: &Section, place: Path, drafts: &mut Vec<DraftSection>, lost: &mut Lost) {
    let mut waiting = vec![(section, place, 0_usize)];
    while let Some((section, place, depth)) = waiting.pop() {
        if depth > 1 {
            lost.add("a draft has no reply to a reply", place.clone());
        }
        let level = if depth == 0 { LEVEL } else { REPLY_LEVEL };
        drafts.push(DraftSection { reply: depth > 0, ..of_section(section, level, &place, lost) });
        let replies = section.as_perspective().map(|view| view.replies.as_slice()).unwrap_or_default();
        for (position, reply) in replies.iter().enumerate().rev() {
            waiting.push((reply, place.clone().key("replies").index(position), depth + 1));
        }
    }
}

fn of_section(section: &Section, level: u8, place: &Path, lost: &mut Lost) -> DraftSection {
    lost.extra(&section.extra, place);
    let role = DraftRole::known(section.role.id()).unwrap_or_else(|| {
        lost.add(format!("a draft has no role {}", quote(section.role.id())), place.clone().key("role"));
        DraftRole::UNCLASSIFIED
    });
    let mut draft = DraftSection::new(role);
    if let Some(view) = section.as_perspective() {
        carry_view(view, &mut draft);
    }
    if let Some(heading) = &section.heading {
        let at = place.clone().key("heading");
        lost.extra(&heading.extra, &at);
        if heading.level != level {
            lost.add(format!("a draft has no level {} for this heading", heading.level), at.clone());
        }
        if !matches!(heading.content.as_slice(), [Inline::Text(_)]) {
            lost.add("a draft has no markup", at);
        }
        draft.heading = Some(plain_text(&heading.content));
    }
    carry_body(&section.body, &place.clone().key("body"), &mut draft, lost);
    draft
}

fn carry_view(view: &Perspective, draft: &mut DraftSection) {
    draft.thesis.clone_from(&view.thesis);
    draft.holder.clone_from(&view.holder);
    draft.label.clone_from(&view.label);
    draft.likelihood = view.likelihood.and_then(|likelihood| {
        let number: Result<Number, _> = likelihood.to_string().trim_end_matches('%').parse();
        number.ok()
    });
    draft.stance = DraftStance::known(view.stance.id()).unwrap_or(DraftStance::OTHER);
    if draft.stance.stance().is_none() {
        draft.stance = DraftStance::OTHER;
        draft.other_stance = Some(view.stance.id().to_owned());
    }
}

fn carry_body(body: &[Block], place: &Path, draft: &mut DraftSection, lost: &mut Lost) {
    for (position, block) in body.iter().enumerate() {
        let at = place.clone().index(position);
        match block {
            Block::Paragraph(paragraph) => {
                lost.extra(&paragraph.extra, &at);
                if paragraph.is_attribution {
                    lost.add("a draft does not say whose words stand above", at.clone());
                }
                draft.paragraphs.push(line(&paragraph.content, &at, lost));
            }
            Block::List(list) if position + 1 == body.len() => carry_list(list, &at, draft, lost),
            Block::Rule(_) => lost.add("a draft has no rules across the page", at),
            other => {
                lost.add("a draft has nothing but paragraphs and a list at the end of a section", at);
                let text = other.text();
                draft.paragraphs.extend(text.lines().filter(|line| !line.trim().is_empty()).map(str::to_owned));
            }
        }
    }
}

fn carry_list(list: &List, place: &Path, draft: &mut DraftSection, lost: &mut Lost) {
    lost.extra(&list.extra, place);
    if list.start.is_some() || list.is_loose {
        lost.add("a draft has no numbers and no loose lists", place.clone());
    }
    for (position, item) in list.items.iter().enumerate() {
        let at = place.clone().key("items").index(position);
        lost.extra(&item.extra, &at);
        match item.body.as_slice() {
            [Block::Paragraph(paragraph)] if paragraph.extra.is_empty() && !paragraph.is_attribution => {
                draft.points.push(line(&paragraph.content, &at, lost));
            }
            blocks => {
                lost.add("a draft has nothing but one paragraph in an item", at);
                let texts: Vec<String> = blocks.iter().map(Block::text).collect();
                draft.points.push(texts.join(" ").lines().collect::<Vec<_>>().join(" "));
            }
        }
    }
}

/// Inline content as plain text on one line. Marks that cite are kept.
fn line(content: &[Inline], place: &Path, lost: &mut Lost) -> String {
    let is_plain = |inline: &Inline| match inline {
        Inline::Text(text) => !text.contains(['\n', '\r']),
        Inline::Citation(citation) => citation.extra.is_empty() && citation.text == format!("[{}]", citation.id),
        _ => false,
    };
    if !content.iter().all(is_plain) {
        lost.add("a draft has no markup", place.clone());
    }
    plain_text(content).lines().collect::<Vec<_>>().join(" ")
}
