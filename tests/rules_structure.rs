//! Where the rules about sections speak and where they are silent.

use commentary::validate::rules::{OverlongTeaser, UnbalancedPerspectives};
use commentary::{Article, Block, List, ListItem, Perspective, Profile, Role, Section, Stance, Validator, validate};

/// The messages of one rule on an article.
fn messages(rule: &str, article: &Article) -> Vec<String> {
    let report = validate(article, &Profile::any());
    report.iter().filter(|finding| finding.name == rule).map(|finding| finding.message.clone()).collect()
}

fn view(stance: Stance, words: usize) -> Section {
    Section::perspective(stance).paragraph("word ".repeat(words))
}

#[test]
fn room_is_compared_among_views_that_take_a_side() {
    let shared = |few: usize, many: usize| {
        let article = Article::new("A").section(view(Stance::For, few)).section(view(Stance::Against, many));
        messages("unbalanced-perspectives", &article.section(view(Stance::Neutral, 1)))
    };
    assert_eq!(shared(10, 30), [""; 0]);
    assert_eq!(shared(10, 31), ["this view has 10 words, and another has 31"]);
    assert_eq!(messages("unbalanced-perspectives", &Article::new("A").section(view(Stance::For, 9))), [""; 0]);
    let mut answered = Perspective::new(Stance::Against);
    answered.replies.push(view(Stance::For, 20));
    let article = Article::new("A").section(view(Stance::For, 31)).section(Section::new(answered).paragraph("No."));
    assert_eq!(messages("unbalanced-perspectives", &article), [""; 0], "replies count with their view");
}

#[test]
fn the_ratio_and_the_length_of_a_teaser_can_be_set() {
    let article = Article::new("A").section(view(Stance::For, 10)).section(view(Stance::Against, 15));
    let strict = Validator::new(Profile::any()).rule(UnbalancedPerspectives::ratio(1.4));
    assert!(strict.run(&article).find("unbalanced-perspectives").is_some());
    for ratio in [f64::NAN, f64::INFINITY, -1.0] {
        let validator = Validator::new(Profile::any()).rule(UnbalancedPerspectives::ratio(ratio));
        assert_eq!(
            validator.run(&article).find("unbalanced-perspectives").is_some(),
            ratio != f64::INFINITY,
            "{ratio}"
        );
    }
    let teaser = Article::new("A").teaser("é\u{301}".repeat(20));
    assert!(
        Validator::new(Profile::any()).rule(OverlongTeaser::most(20)).run(&teaser).find("overlong-teaser").is_none()
    );
    assert!(
        Validator::new(Profile::any()).rule(OverlongTeaser::most(19)).run(&teaser).find("overlong-teaser").is_some()
    );
}

#[test]
fn a_paragraph_that_two_views_share_is_found_whatever_its_white_space() {
    let words = "Every mile saves water, and the costs of panels will go on falling for years.";
    let pair = |one: &str, other: &str| {
        let view = |stance, text: &str| Section::perspective(stance).paragraph("So it is.").paragraph(text);
        let article = Article::new("A").section(view(Stance::For, one)).section(view(Stance::Against, other));
        messages("identical-perspectives", &article).len()
    };
    assert_eq!(pair(words, &words.replace(' ', "\u{a0} ")), 1);
    assert_eq!(pair(words, &words.to_uppercase()), 0);
    assert_eq!(pair("Both sides agree.", "Both sides agree."), 0, "short sentences come twice by themselves");
    let summary = Section::summary().paragraph(words);
    let article = Article::new("A").section(summary).section(Section::perspective(Stance::For).paragraph(words));
    assert_eq!(messages("identical-perspectives", &article), [""; 0]);
}

#[test]
fn headings_are_alike_whatever_their_case() {
    let pair = |one: &str, other: &str| {
        let section = |heading: &str| Section::example().heading(heading).paragraph("Yes.");
        messages("duplicate-heading", &Article::new("A").section(section(one)).section(section(other))).len()
    };
    assert_eq!(pair("Le  point de vue d’ÉMILIE", "Le point de vue d’Émilie"), 1);
    assert_eq!(pair("", " "), 0);
}

#[test]
fn a_list_is_empty_by_what_a_reader_sees() {
    let with = |list: List| messages("empty-list", &Article::new("A").section(Section::summary().block(list)));
    assert_eq!(with(List::bullets(Vec::<ListItem>::new())), ["the list has no items"]);
    assert_eq!(with(List::bullets(["a", "\u{a0}"])), ["the item has no text"]);
    assert_eq!(with(List::numbered(1, [ListItem::from(vec![Block::from(List::bullets(["a"]))])])), [""; 0]);
    let mut article = Article::new("A").section(Section::summary().paragraph("Yes.").block(List::bullets([" ", ""])));
    let fixed = Validator::new(Profile::any()).fix(&mut article, |_| true);
    assert_eq!((article.sections[0].body.len(), fixed.applied.len()), (1, 3), "two items, then the list itself");
}

#[test]
fn an_unknown_stance_is_told_from_one_with_an_axis_of_its_own() {
    let help = |stance: &str| {
        let article = Article::new("A").section(Section::perspective(Stance::from(stance)).paragraph("Yes."));
        let report = validate(&article, &Profile::any());
        report.find("unknown-stance").map(|finding| finding.help.clone().unwrap())
    };
    assert!(help("pessimist").unwrap().starts_with("write “pessimistic”"));
    assert!(help("Optimistic").unwrap().starts_with("write “optimistic”"));
    assert!(help("sceptical").unwrap().starts_with("write a known stance"));
    assert_eq!(help("energy:nuclear"), None);
    assert_eq!(help("bull"), None);
}

#[test]
fn sections_stand_in_the_order_of_their_genre() {
    let order = |roles: &[Role], profile: Profile| {
        let article = roles
            .iter()
            .fold(Article::new("A"), |article, role| article.section(Section::new(role.clone()).paragraph("Yes.")));
        validate(&article, &profile).find("section-order").map(|finding| finding.path.to_string())
    };
    let view = Role::perspective;
    let outlook = Profile::outlook;
    assert_eq!(order(&[Role::Summary, view(Stance::Pessimistic), view(Stance::Optimistic)], outlook()), None);
    assert_eq!(order(&[Role::Background, Role::Summary], outlook()), None);
    let late = [view(Stance::Optimistic), Role::Summary];
    assert_eq!(order(&late, outlook()).as_deref(), Some("sections[1]"));
    assert_eq!(order(&late, Profile::any()), None, "this genre names no views");
    assert_eq!(order(&[Role::from("timeline"), Role::Summary, Role::from("map")], outlook()), None);
}
