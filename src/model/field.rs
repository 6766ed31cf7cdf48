//! What stands at a path of an article, to be changed.

use super::{Address, Article, Author, Block, Extra, Heading, Inline, ListItem, Reference, Section, Value};
use crate::path::{Path, Step};

/// A part of an article that can be changed.
#[derive(Debug)]
enum Field<'a> {
    Article(&'a mut Article),
    Author(&'a mut Author),
    Reference(&'a mut Reference),
    Section(&'a mut Section),
    Heading(&'a mut Heading),
    Block(&'a mut Block),
    Item(&'a mut ListItem),
    Inline(&'a mut Inline),
    Value(&'a mut Value),
    List(List<'a>),
    Text(&'a mut String),
    OptionalText(&'a mut Option<String>),
    Address(&'a mut Address),
    OptionalAddress(&'a mut Option<Address>),
    /// A field that may be empty, and whose content is no text.
    Optional(Optional<'a>),
}

/// A list in an article.
#[derive(Debug)]
enum List<'a> {
    Authors(&'a mut Vec<Author>),
    References(&'a mut Vec<Reference>),
    Sections(&'a mut Vec<Section>),
    Blocks(&'a mut Vec<Block>),
    Items(&'a mut Vec<ListItem>),
    Inlines(&'a mut Vec<Inline>),
    Texts(&'a mut Vec<String>),
    Values(&'a mut Vec<Value>),
}

/// A field that may be empty.
#[derive(Debug)]
enum Optional<'a> {
    Published(&'a mut Option<super::Date>),
    Heading(&'a mut Option<Heading>),
}

/// Does the same with the items of a list, whatever they are.
macro_rules! with_items {
    ($list:expr, $items:ident => $do:expr) => {
        match $list {
            List::Authors($items) => $do,
            List::References($items) => $do,
            List::Sections($items) => $do,
            List::Blocks($items) => $do,
            List::Items($items) => $do,
            List::Inlines($items) => $do,
            List::Texts($items) => $do,
            List::Values($items) => $do,
        }
    };
}

impl Article {
    /// The text at a place, or `None` where no text stands there.
    pub(crate) fn text_at(&mut self, path: &Path) -> Option<&str> {
        match Field::at(self, path)? {
            Field::Text(text) => Some(text),
            Field::OptionalText(text) => text.as_deref(),
            Field::Address(address) => Some(address.as_str()),
            Field::OptionalAddress(address) => address.as_ref().map(Address::as_str),
            Field::Inline(Inline::Text(text) | Inline::Code(text) | Inline::Html(text)) => Some(text),
            Field::Value(Value::String(text)) => Some(text),
            _ => None,
        }
    }

    /// Writes another text at a place. It gives `None`, and changes nothing, where no text stands there.
    pub(crate) fn replace_text(&mut self, path: &Path, text: &str) -> Option<()> {
        match Field::at(self, path)? {
            Field::Text(old) => text.clone_into(old),
            Field::OptionalText(old @ Some(_)) => *old = Some(text.to_owned()),
            Field::Address(old) => *old = text.into(),
            Field::OptionalAddress(old @ Some(_)) => *old = Some(text.into()),
            Field::Inline(Inline::Text(old) | Inline::Code(old) | Inline::Html(old)) => text.clone_into(old),
            Field::Value(Value::String(old)) => text.clone_into(old),
            _ => return None,
        }
        Some(())
    }

    /// Takes out the item, or what is in the field, at a place. It gives `None` where there is nothing to take out.
    pub(crate) fn remove_at(&mut self, path: &Path) -> Option<()> {
        if let Some(Step::Index(position)) = path.steps().last() {
            let Field::List(list) = Field::at(self, &path.parent()?)? else { return None };
            return with_items!(list, items => (*position < items.len()).then(|| drop(items.remove(*position))));
        }
        match Field::at(self, path)? {
            Field::OptionalText(text) => text.take().map(drop),
            Field::OptionalAddress(address) => address.take().map(drop),
            Field::Optional(Optional::Published(date)) => date.take().map(drop),
            Field::Optional(Optional::Heading(heading)) => heading.take().map(drop),
            _ => None,
        }
    }

    /// Puts the items of a list in another order: for each place, the position of its item in the old order. It gives
    /// `None`, and changes nothing, where `order` does not name each item once.
    pub(crate) fn reorder_at(&mut self, path: &Path, order: &[usize]) -> Option<()> {
        let Field::List(list) = Field::at(self, path)? else { return None };
        with_items!(list, items => reorder(items, order))
    }
}

/// Puts items in another order.
fn reorder<T>(items: &mut Vec<T>, order: &[usize]) -> Option<()> {
    let mut named = vec![false; items.len()];
    for &position in order {
        let seen = named.get_mut(position)?;
        if std::mem::replace(seen, true) {
            return None;
        }
    }
    if named.contains(&false) {
        return None;
    }
    let mut old: Vec<Option<T>> = std::mem::take(items).into_iter().map(Some).collect();
    items.extend(order.iter().filter_map(|&position| old.get_mut(position)?.take()));
    Some(())
}

impl<'a> Field<'a> {
    fn at(article: &'a mut Article, path: &Path) -> Option<Self> {
        path.steps().iter().try_fold(Field::Article(article), |field, step| match step {
            Step::Key(key) => field.key(key),
            Step::Index(position) => field.index(*position),
        })
    }

    fn index(self, position: usize) -> Option<Self> {
        let Field::List(list) = self else { return None };
        Some(match list {
            List::Authors(items) => Field::Author(items.get_mut(position)?),
            List::References(items) => Field::Reference(items.get_mut(position)?),
            List::Sections(items) => Field::Section(items.get_mut(position)?),
            List::Blocks(items) => Field::Block(items.get_mut(position)?),
            List::Items(items) => Field::Item(items.get_mut(position)?),
            List::Inlines(items) => Field::Inline(items.get_mut(position)?),
            List::Texts(items) => Field::Text(items.get_mut(position)?),
            List::Values(items) => Field::Value(items.get_mut(position)?),
        })
    }

    fn key(self, key: &str) -> Option<Self> {
        match self {
            Field::Article(article) => article_field(article, key),
            Field::Author(author) => Some(match key {
                "name" => Field::Text(&mut author.name),
                "affiliation" => Field::OptionalText(&mut author.affiliation),
                "url" => Field::OptionalAddress(&mut author.url),
                _ => return extra_field(&mut author.extra, key),
            }),
            Field::Reference(reference) => Some(match key {
                "id" => Field::OptionalText(&mut reference.id),
                "url" => Field::OptionalAddress(&mut reference.url),
                "title" => Field::OptionalText(&mut reference.title),
                "authors" => Field::List(List::Authors(&mut reference.authors)),
                "outlet" => Field::OptionalText(&mut reference.outlet),
                "published" => Field::Optional(Optional::Published(&mut reference.published)),
                "accessed" => Field::Optional(Optional::Published(&mut reference.accessed)),
                _ => return extra_field(&mut reference.extra, key),
            }),
            Field::Section(section) => section_field(section, key),
            Field::Optional(Optional::Heading(Some(heading))) | Field::Heading(heading) => match key {
                "content" => Some(Field::List(List::Inlines(&mut heading.content))),
                _ => extra_field(&mut heading.extra, key),
            },
            Field::Block(block) => block_field(block, key),
            Field::Item(item) => match key {
                "body" => Some(Field::List(List::Blocks(&mut item.body))),
                _ => extra_field(&mut item.extra, key),
            },
            Field::Inline(inline) => inline_field(inline, key),
            Field::Value(Value::Object(members)) => members.get_mut(key).map(Field::of_value),
            _ => None,
        }
    }

    fn of_value(value: &'a mut Value) -> Self {
        match value {
            Value::Array(items) => Field::List(List::Values(items)),
            value => Field::Value(value),
        }
    }
}

fn extra_field<'a>(extra: &'a mut Extra, key: &str) -> Option<Field<'a>> {
    extra.get_mut(key).map(Field::of_value)
}

fn article_field<'a>(article: &'a mut Article, key: &str) -> Option<Field<'a>> {
    Some(match key {
        "title" => Field::OptionalText(&mut article.title),
        "question" => Field::OptionalText(&mut article.question),
        "teaser" => Field::OptionalText(&mut article.teaser),
        "authors" => Field::List(List::Authors(&mut article.authors)),
        "published" => Field::Optional(Optional::Published(&mut article.published)),
        "url" => Field::OptionalAddress(&mut article.url),
        "tags" => Field::List(List::Texts(&mut article.tags)),
        "references" => Field::List(List::References(&mut article.references)),
        "sections" => Field::List(List::Sections(&mut article.sections)),
        _ => return extra_field(&mut article.extra, key),
    })
}

fn section_field<'a>(section: &'a mut Section, key: &str) -> Option<Field<'a>> {
    match key {
        "heading" => return Some(Field::Optional(Optional::Heading(&mut section.heading))),
        "body" => return Some(Field::List(List::Blocks(&mut section.body))),
        _ => {}
    }
    match section.role.as_perspective_mut() {
        Some(view) if key == "holder" => Some(Field::OptionalText(&mut view.holder)),
        Some(view) if key == "thesis" => Some(Field::OptionalText(&mut view.thesis)),
        Some(view) if key == "label" => Some(Field::OptionalText(&mut view.label)),
        Some(view) if key == "replies" => Some(Field::List(List::Sections(&mut view.replies))),
        _ => extra_field(&mut section.extra, key),
    }
}

fn block_field<'a>(block: &'a mut Block, key: &str) -> Option<Field<'a>> {
    match (block, key) {
        (Block::Paragraph(paragraph), "content") => Some(Field::List(List::Inlines(&mut paragraph.content))),
        (Block::Heading(heading), _) => Field::Heading(heading).key(key),
        (Block::List(list), "items") => Some(Field::List(List::Items(&mut list.items))),
        (Block::Quote(quote), "body") => Some(Field::List(List::Blocks(&mut quote.body))),
        (Block::Code(code), "info") => Some(Field::OptionalText(&mut code.info)),
        (Block::Code(code), "text") => Some(Field::Text(&mut code.text)),
        (Block::Html(html), "text") => Some(Field::Text(&mut html.text)),
        _ => None,
    }
}

fn inline_field<'a>(inline: &'a mut Inline, key: &str) -> Option<Field<'a>> {
    Some(match (inline, key) {
        (Inline::Emphasis(content) | Inline::Strong(content), "content") => Field::List(List::Inlines(content)),
        (Inline::Code(text) | Inline::Html(text), "text") => Field::Text(text),
        (Inline::Link(link), "url") => Field::Address(&mut link.url),
        (Inline::Link(link), "title") => Field::OptionalText(&mut link.title),
        (Inline::Link(link), "content") => Field::List(List::Inlines(&mut link.content)),
        (Inline::Image(image), "url") => Field::Address(&mut image.url),
        (Inline::Image(image), "title") => Field::OptionalText(&mut image.title),
        (Inline::Image(image), "alt") => Field::List(List::Inlines(&mut image.alt)),
        (Inline::Citation(citation), "id") => Field::Text(&mut citation.id),
        (Inline::Citation(citation), "text") => Field::Text(&mut citation.text),
        _ => return None,
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::{Reference, Stance};

    fn path(text: &str) -> Path {
        text.parse().unwrap()
    }

    fn article() -> Article {
        let mut article = Article::new("A roof")
            .author("Dana")
            .reference(Reference::to("https://a.example/"))
            .section(Section::summary().heading("Facts").paragraph("One."))
            .section(Section::perspective(Stance::For).paragraph("Two."));
        article.extra.insert("layout", "page");
        article
    }

    #[test]
    fn texts_are_found_and_replaced_at_their_paths() {
        let mut article = article();
        for (at, text) in [
            ("title", "A roof"),
            ("authors[0].name", "Dana"),
            ("references[0].url", "https://a.example/"),
            ("sections[0].heading.content[0]", "Facts"),
            ("sections[1].body[0].content[0]", "Two."),
            ("layout", "page"),
        ] {
            assert_eq!(article.text_at(&path(at)), Some(text), "{at}");
            article.replace_text(&path(at), "new").unwrap();
            assert_eq!(article.text_at(&path(at)), Some("new"), "{at}");
        }
        for at in ["teaser", "sections", "sections[9]", "sections[0].holder", "authors[0]", "title.x", ""] {
            assert_eq!(article.replace_text(&path(at), "new"), None, "{at}");
        }
    }

    #[test]
    fn items_and_fields_are_removed_and_lists_reordered() {
        let mut article = article();
        assert_eq!(article.remove_at(&path("references[0]")), Some(()));
        assert_eq!(article.remove_at(&path("references[0]")), None);
        assert_eq!(article.remove_at(&path("title")), Some(()));
        assert_eq!(article.remove_at(&path("sections[0].heading")), Some(()));
        assert_eq!(article.reorder_at(&path("sections"), &[1, 1]), None);
        assert_eq!(article.reorder_at(&path("sections"), &[1]), None);
        assert_eq!(article.reorder_at(&path("sections"), &[1, 0]), Some(()));
        assert_eq!(article.sections[0].stance(), Some(&Stance::For));
        assert_eq!((article.title, article.references.len()), (None, 0));
    }
}
