//! Every text field of an article, and how a value gets into it.

use commentary::{Address, Article, Author, Block, Citation, Code, Extra, Heading, Html, Image, Inline, Link, List};
use commentary::{Paragraph, Perspective, Quote, Reference, ReferenceKind, Role, Section, Stance, Value};

/// A field by its name, and an article with the value in it and plain text round it.
pub(crate) type Field = (&'static str, fn(&str) -> Article);

/// The fields.
pub(crate) const FIELDS: &[Field] = &[
    ("title", |v| article(|a| a.title = Some(v.into()))),
    ("question", |v| article(|a| a.question = Some(v.into()))),
    ("teaser", |v| article(|a| a.teaser = Some(v.into()))),
    ("authors[].name", |v| article(|a| a.authors = vec![Author::new(v), Author::new("B")])),
    ("authors[].affiliation", |v| article(|a| a.authors = vec![author(|a| a.affiliation = Some(v.into()))])),
    ("authors[].url", |v| article(|a| a.authors = vec![author(|a| a.url = Some(v.into()))])),
    ("url", |v| article(|a| a.url = Some(v.into()))),
    ("tags[]", |v| article(|a| a.tags = vec![v.into(), "x".into()])),
    ("references[].id", |v| article(|a| a.references = vec![reference(|r| r.id = Some(v.into()))])),
    ("references[].kind", |v| article(|a| a.references = vec![reference(|r| r.kind = ReferenceKind::from(v))])),
    ("references[].url", |v| article(|a| a.references = vec![Reference::to(v)])),
    ("references[].title", |v| article(|a| a.references = vec![reference(|r| r.title = Some(v.into()))])),
    ("references[].outlet", |v| article(|a| a.references = vec![reference(|r| r.outlet = Some(v.into()))])),
    ("references[].authors[]", |v| article(|a| a.references = vec![reference(|r| r.authors = vec![v.into()])])),
    ("extra key", |v| article(|a| a.extra = Extra::from_iter([(v, "x")]))),
    ("extra value", |v| article(|a| a.extra = Extra::from_iter([("k", v)]))),
    ("extra value inside", |v| article(|a| a.extra = Extra::from_iter([("k", nested(v))]))),
    ("author's extra", |v| article(|a| a.authors = vec![author(|a| a.extra = Extra::from_iter([(v, v)]))])),
    ("reference's extra", |v| article(|a| a.references = vec![reference(|r| r.extra = Extra::from_iter([(v, v)]))])),
    ("section's role", |v| section(|s| s.role = Role::from(v))),
    ("section's heading", |v| section(|s| s.heading = Some(Heading::new(2, v)))),
    ("section's extra", |v| section(|s| s.extra = Extra::from_iter([(v, v)]))),
    ("stance", |v| view(|p| p.stance = Stance::from(v))),
    ("holder", |v| view(|p| p.holder = Some(v.into()))),
    ("thesis", |v| view(|p| p.thesis = Some(v.into()))),
    ("label", |v| view(|p| p.label = Some(v.into()))),
    ("reply", |v| view(|p| p.replies = vec![Section::example().heading(v).paragraph(v)])),
    ("paragraph", |v| block(Block::paragraph(v))),
    ("first paragraph", |v| {
        Article::new("T").section(Section::new(Role::Unclassified).paragraph(v).paragraph("below"))
    }),
    ("attribution", |v| block(Paragraph::attribution([v.into()]))),
    ("paragraph's extra", |v| block(paragraph(|p| p.extra = Extra::from_iter([(v, v)])))),
    ("heading 1", |v| block(Heading::new(1, v))),
    ("heading 3", |v| block(Heading::new(3, v))),
    ("heading of two lines", |v| block(Heading::with_content(2, [v.into(), Inline::SoftBreak, v.into()]))),
    ("list item", |v| block(List::bullets([v, "x", v]))),
    ("numbered item", |v| block(List::numbered(1, [v, "x", v]))),
    ("quotation", |v| block(Quote::from(vec![Block::paragraph(v), Block::paragraph("x")]))),
    ("item of a quotation", |v| block(Quote::from(vec![List::bullets([v]).into()]))),
    ("code", |v| block(Code::new(v))),
    ("code's line", |v| block(Code::new(format!("{v}\n")))),
    ("code's info", |v| block(code(|c| c.info = Some(v.into())))),
    ("html", |v| block(Html::new(v))),
    ("unknown block", |v| block(Block::Unknown(Extra::from_iter([("type", "x"), (v, v)])))),
    ("text among text", |v| line(vec!["a".into(), v.into(), "b".into()])),
    ("text after a line", |v| line(vec!["a".into(), Inline::SoftBreak, v.into(), Inline::HardBreak, v.into()])),
    ("emphasis", |v| line(vec!["a".into(), Inline::emphasis([v.into()]), "b".into()])),
    ("strong emphasis", |v| line(vec![Inline::strong([v.into()]), v.into()])),
    ("emphasis in emphasis", |v| line(vec![Inline::emphasis([Inline::strong([v.into()]), "a".into()])])),
    ("code in a line", |v| line(vec!["a ".into(), Inline::Code(v.into()), " b".into()])),
    ("html in a line", |v| line(vec!["a ".into(), Inline::Html(v.into()), " b".into()])),
    ("link's text", |v| line(vec!["a!".into(), Link::new(WEB, [v.into()]).into(), "(b".into()])),
    ("link's title", |v| line(vec![link(|l| l.title = Some(v.into())).into()])),
    ("link's address", |v| line(vec!["a".into(), Link::new(v, ["x".into()]).into(), "b".into()])),
    ("end of a link's address", |v| line(vec![Link::new(format!("{WEB}{v}"), ["x".into()]).into(), "b".into()])),
    ("link that shows its address", |v| line(vec![Link::new(v, [v.into()]).into(), "b".into()])),
    ("link's extra", |v| line(vec![link(|l| l.extra = Extra::from_iter([(v, v)])).into()])),
    ("image's alternative", |v| line(vec!["a".into(), Image::new(WEB, [v.into()]).into(), "b".into()])),
    ("image's title", |v| line(vec![image(|i| i.title = Some(v.into())).into()])),
    ("image's address", |v| line(vec!["a".into(), Image::new(v, ["x".into()]).into()])),
    ("citation's id", |v| line(vec!["a".into(), Citation::new(v, "[1]").into(), "b".into()])),
    ("citation's text", |v| line(vec!["a".into(), Citation::new("1", v).into(), "b".into()])),
    ("unknown inline", |v| line(vec!["a".into(), Inline::Unknown(Extra::from_iter([("type", "x"), (v, v)]))])),
];

/// An address that may leave as a link.
const WEB: &str = "https://a.example/";

fn with<T>(mut made: T, set: impl FnOnce(&mut T)) -> T {
    set(&mut made);
    made
}

fn article(set: impl FnOnce(&mut Article)) -> Article {
    with(Article::new("T").section(Section::summary().heading("H").paragraph("x")), set)
}

fn author(set: impl FnOnce(&mut Author)) -> Author {
    with(Author::new("A"), set)
}

fn reference(set: impl FnOnce(&mut Reference)) -> Reference {
    with(Reference::to(Address::from(WEB)), set)
}

fn section(set: impl FnOnce(&mut Section)) -> Article {
    let section = with(Section::summary().heading("H").paragraph("above"), set);
    Article::new("T").section(section).section(Section::summary().heading("H").paragraph("below"))
}

fn view(set: impl FnOnce(&mut Perspective)) -> Article {
    section(|section| section.role = Role::from(with(Perspective::new(Stance::Left), set)))
}

fn block(block: impl Into<Block>) -> Article {
    section(|section| section.body.extend([block.into(), Block::paragraph("below")]))
}

fn line(content: Vec<Inline>) -> Article {
    block(Paragraph::new(content))
}

fn paragraph(set: impl FnOnce(&mut Paragraph)) -> Paragraph {
    with(Paragraph::new(["x".into()]), set)
}

fn code(set: impl FnOnce(&mut Code)) -> Code {
    with(Code::new("x\n"), set)
}

fn link(set: impl FnOnce(&mut Link)) -> Link {
    with(Link::new(WEB, ["x".into()]), set)
}

fn image(set: impl FnOnce(&mut Image)) -> Image {
    with(Image::new(WEB, ["x".into()]), set)
}

fn nested(text: &str) -> Value {
    Value::from(vec![Value::from(Extra::from_iter([(text, Value::from(vec![text.into()]))]))])
}
