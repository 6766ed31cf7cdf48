//! Articles of a kind that the properties do not make, or that long runs found.

use commentary::markdown::Writer;
use commentary::{
    Article, Block, Extra, Inline, List, ListItem, Paragraph, Perspective, Quote, Role, Section, Stance, json,
};
use proptest::prelude::*;

use crate::promises::{Outcome, check_json, check_markdown};

/// Articles in which something stands in itself, `depth` times.
fn deep(depth: usize) -> Vec<(&'static str, Article)> {
    let section = |block: Block| Article::default().section(Section::summary().block(block));
    let line = |inline: Inline| section(Paragraph::new([inline]).into());
    let repeat = |wrap: fn(Block) -> Block| (0..depth).fold(Block::paragraph("x"), |block, _| wrap(block));
    let repeat_inline = |wrap: fn(Inline) -> Inline| (0..depth).fold(Inline::text("x"), |inline, _| wrap(inline));
    let list = |block| List::bullets([ListItem::from(vec![block])]).into();
    let noted_list = |block| {
        let mut item = ListItem::from(vec![block]);
        item.extra = Extra::from_iter([("k", "x")]);
        List::bullets([item]).into()
    };
    let reply = |section| {
        let mut view = Perspective::new(Stance::Left);
        view.replies = vec![section];
        Section::new(Role::from(view)).paragraph("x")
    };
    let value = (0..depth).fold(Extra::from_iter([("k", "x")]), |inside, _| Extra::from_iter([("k", inside)]));
    let mut with_extra = Article::default();
    with_extra.extra = value.clone();
    let mut noted = Section::summary();
    noted.extra = value.clone();
    let mut paragraph = Paragraph::new([Inline::text("x")]);
    paragraph.extra = value;
    vec![
        ("quotations", section(repeat(|block| Quote::from(vec![block]).into()))),
        ("lists", section(repeat(list))),
        ("lists with unknown keys", section(repeat(noted_list))),
        (
            "lists in quotations",
            section(repeat(|block| Quote::from(vec![List::bullets([ListItem::from(vec![block])]).into()]).into())),
        ),
        ("emphasis", line(repeat_inline(|inline| Inline::emphasis([inline])))),
        ("emphasis in strong emphasis", line(repeat_inline(|inline| Inline::strong([Inline::emphasis([inline])])))),
        ("replies", Article::default().section((0..depth).fold(Section::example(), |inside, _| reply(inside)))),
        ("unknown keys", with_extra),
        ("unknown keys of a section", Article::default().section(noted)),
        ("unknown keys of a block", section(paragraph.into())),
    ]
}

#[test]
fn whatever_json_stores_markdown_carries_however_deep() {
    let check_all = || -> Outcome {
        for depth in (1..130).step_by(3) {
            for (name, article) in deep(depth) {
                if json::to_string(&article).is_err() {
                    prop_assert!(depth > 20, "{}", name);
                    continue;
                }
                check_json(&article)?;
                check_markdown(&article, &Writer::new())?;
                check_markdown(&article, &Writer::new().trusted())?;
            }
        }
        Ok(())
    };
    // Without optimization a level takes some 9 KB: at the limit of JSON's levels all of the small stack.
    let times = if cfg!(debug_assertions) { 2 } else { 1 };
    let small = std::thread::Builder::new().stack_size(times * crate::STACK);
    small.spawn(check_all).unwrap().join().unwrap().unwrap();
}
