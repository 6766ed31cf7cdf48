//! Marks that cite references, and lines that say whose words stand above them.

use commentary::{Article, Block, Citation, Inline, Paragraph, json, markdown, parse, text};

/// The citations of an article, in reading order: the id of each, and the mark as written.
fn citations(article: &Article) -> Vec<(&str, &str)> {
    let blocks = article.sections.iter().flat_map(|section| &section.body);
    let inlines = blocks.flat_map(|block| block.inlines());
    let found = inlines.filter_map(|inline| {
        if let Inline::Citation(Citation { id, text, .. }) = inline { Some((&**id, &**text)) } else { None }
    });
    found.collect()
}

fn round_trips(article: &Article) {
    assert_eq!(&json::from_str(&json::to_string(article).unwrap()).unwrap(), article);
    assert_eq!(&markdown::from_str(&markdown::to_string(article)).unwrap(), article);
}

const TOLL: &str = "\
Should the bridge toll go?

The facts

The council collects two crowns a crossing. [4] [5] Receipts fell last year.[6]

The case for

Nobody should pay to see a doctor across the river. [4]

The case against

The bridge needs paint, and paint needs money.
";

#[test]
fn several_numbers_in_brackets_are_citations() {
    let article = parse(TOLL).article;
    assert_eq!(citations(&article), [("4", "[4]"), ("5", "[5]"), ("6", "[6]"), ("4", "[4]")]);
    assert_eq!(
        article.sections[0].text(),
        "The council collects two crowns a crossing. [4] [5] Receipts fell last year.[6]"
    );
    round_trips(&article);
    assert_eq!(text::to_string(&article), TOLL);
    assert_eq!(parse(&text::to_string(&article)).article, article);
}

#[test]
fn one_number_in_brackets_is_text_unless_a_list_explains_it() {
    let alone = TOLL.replace("[4] [5] ", "[4] ").replace("year.[6]", "year.").replace("river. [4]", "river.");
    assert_eq!(citations(&parse(&alone).article), []);
    let listed = format!("{alone}\nSources\n\n[4] Accounts of the council, https://bridge.example/accounts\n");
    let article = parse(&listed).article;
    assert_eq!(citations(&article), [("4", "[4]")]);
    let [reference] = article.references.as_slice() else { panic!("{:?}", article.references) };
    assert_eq!(reference.id.as_deref(), Some("4"));
    assert_eq!(reference.url.as_ref().unwrap().as_str(), "https://bridge.example/accounts");
    round_trips(&article);
}

#[test]
fn raised_digits_after_words_are_citations_and_those_of_units_are_not() {
    let text = TOLL
        .replace(" [4] [5]", "¹")
        .replace("[6]", "²")
        .replace(" [4]", "")
        .replace("two crowns", "two crowns per 12 m²");
    let article = parse(&text).article;
    assert_eq!(citations(&article), [("1", "¹"), ("2", "²")]);
    assert!(article.sections[0].text().starts_with("The council collects two crowns per 12 m² a crossing.¹ "));
    round_trips(&article);
    let area = TOLL.replace(" [4]", "").replace("[5] ", "on 9 km² ").replace("[6]", "");
    assert_eq!(citations(&parse(&area).article), []);
}

/// The paragraphs of a section that say whose words stand above them.
fn attributions(article: &Article) -> Vec<String> {
    let blocks = article.sections.iter().flat_map(|section| &section.body);
    let own = |block: &Block| match block {
        Block::Paragraph(Paragraph { is_attribution: true, .. }) => Some(block.text()),
        _ => None,
    };
    blocks.clone().chain(blocks.flat_map(|block| block.children())).filter_map(own).collect()
}

#[test]
fn a_name_below_a_quotation_is_its_attribution() {
    for quotation in ["“The herons stayed, and so shall we.”", "> The herons stayed, and so shall we."] {
        for name in ["— Ida Sorensen | The Harbour", "– Ida Sorensen, mayor"] {
            let text =
                TOLL.replace("The bridge needs paint, and paint needs money.", &format!("{quotation}\n\n{name}"));
            let article = parse(&text).article;
            assert_eq!(attributions(&article), [name], "{quotation}");
            round_trips(&article);
            assert_eq!(parse(&text::to_string(&article)).article, article, "{quotation}");
        }
    }
    let inside = TOLL.replace("The bridge needs paint, and", "> The herons stayed.\n> — Ida Sorensen, mayor\n\nPaint");
    assert_eq!(attributions(&parse(&inside).article), ["— Ida Sorensen, mayor"]);
    let plain = TOLL.replace("money.", "money.\n\n— Ida Sorensen, mayor");
    assert_eq!(attributions(&parse(&plain).article), Vec::<String>::new());
}
