//! Where each built-in rule speaks and where it is silent, beyond its own two articles.

use commentary::validate::rules;
use commentary::{
    Article, Author, Block, Citation, Code, Html, Image, Inline, Link, List, ListItem, Paragraph, Perspective,
    Presence, Profile, Quote, Reference, ReferenceKind, Role, Section, Severity, Stance, validate,
};

/// The lines that one rule reports on an article.
fn lines(rule: &str, article: &Article, profile: &Profile) -> Vec<String> {
    let report = validate(article, profile);
    report.iter().filter(|finding| finding.name == rule).map(ToString::to_string).collect()
}

/// An article with one perspective for each stance.
fn with_stances(stances: &[&str]) -> Article {
    stances.iter().fold(Article::new("A roof over the canal"), |article, &stance| {
        article.section(Section::perspective(Stance::from(stance)).paragraph("It depends."))
    })
}

/// Which of the two rules that count views speak on perspectives with these stances.
fn speakers(stances: &[&str], profile: &Profile) -> Vec<String> {
    let report = validate(&with_stances(stances), profile);
    let mut names: Vec<String> = report.names().into_iter().map(str::to_owned).collect();
    names.retain(|name| name == "missing-perspective" || name == "one-sided");
    names.dedup();
    names
}

#[test]
fn too_few_views_are_missing_and_views_on_one_side_are_one_sided_and_never_both() {
    let any = Profile::any();
    for few in [&[][..], &["neutral", "realistic"], &["optimistic"], &["neutral", "author"], &["mixed"]] {
        assert_eq!(speakers(few, &any), ["missing-perspective"], "{few:?}");
    }
    for one_sided in [
        &["pessimistic", "pessimistic"][..],
        &["for", "for", "for"],
        &["left", "center"],
        &["left", "center-left", "neutral"],
        &["bull", "base"],
    ] {
        assert_eq!(speakers(one_sided, &any), ["one-sided"], "{one_sided:?}");
    }
    for balanced in [
        &["optimistic", "pessimistic"][..],
        &["left", "center", "right"],
        &["left", "center-right"],
        &["for", "mixed"],
        &["for", "bull"],
        &["base", "for"],
        &["optimistic", "author"],
        &["energy:nuclear", "energy:coal"],
        &["author", "guest"],
    ] {
        assert_eq!(speakers(balanced, &any), [""; 0], "{balanced:?}");
    }
}

#[test]
fn a_reply_is_a_view_that_may_answer() {
    let mut view = Perspective::new(Stance::For);
    view.replies.push(Section::new(Role::from("reply")).paragraph("No."));
    let article = Article::new("A roof over the canal").section(Section::new(view).paragraph("Yes."));
    assert_eq!(lines("missing-perspective", &article, &Profile::any()), [""; 0]);
    assert_eq!(lines("one-sided", &article, &Profile::any()), [""; 0]);
}

#[test]
fn each_stance_that_a_genre_expects_is_missed_by_its_presence() {
    let article = with_stances(&["optimistic", "optimistic"]);
    assert_eq!(
        lines("missing-perspective", &article, &Profile::outlook()),
        [
            "warning[missing-perspective]: there is no perspective “neutral”, which the genre “outlook” expects",
            "error[missing-perspective]: there is no perspective “pessimistic”, which the genre “outlook” expects",
        ]
    );
    assert_eq!(speakers(&["optimistic", "realistic", "pessimistic"], &Profile::outlook()), [""; 0]);
    assert_eq!(speakers(&["optimistic", "optimistic"], &Profile::outlook()), ["missing-perspective"]);
}

#[test]
fn views_are_counted_only_where_no_expected_stance_is_missing() {
    let debate = Profile::new("debate").expect(Role::perspective(Stance::Against), Presence::Required).expect_views(2);
    let found = lines("missing-perspective", &with_stances(&["for"]), &debate);
    assert_eq!(found.len(), 1, "{found:?}");
    let found = lines("missing-perspective", &with_stances(&["against"]), &debate.expect_views(3));
    assert_eq!(found, ["warning[missing-perspective]: only one perspective takes a side"]);
}

#[test]
fn one_sided_speaks_of_an_opposing_stance_that_is_optional_but_takes_a_one_sided_genre_at_its_word() {
    let (view, optional) = (Role::perspective, Presence::Optional);
    let debate = Profile::new("debate").expect(view(Stance::For), optional).expect(view(Stance::Against), optional);
    assert_eq!(speakers(&["for", "for"], &debate), ["one-sided"]);
    let plea = Profile::new("plea").expect(view(Stance::For), Presence::Required);
    assert_eq!(speakers(&["for", "for"], &plea), [""; 0]);
}

#[test]
fn one_sided_names_the_stance_as_far_on_the_other_side() {
    let report = validate(&with_stances(&["left", "center"]), &Profile::any());
    let finding = report.find("one-sided").unwrap();
    assert_eq!(finding.message, "2 perspectives take a side, and none opposes “left”");
    assert_eq!(finding.help.as_deref(), Some("add a perspective that answers them, such as “right”"));
}

#[test]
fn a_missing_section_is_as_bad_as_its_genre_says() {
    let article = with_stances(&["for", "against"]);
    for (presence, severity) in [
        (Presence::Optional, None),
        (Presence::Usual, Some(Severity::Warning)),
        (Presence::Required, Some(Severity::Error)),
    ] {
        let genre = Profile::new("column").expect(Role::Summary, presence).expect(Role::from("timeline"), presence);
        let report = validate(&article, &genre);
        assert_eq!(report.find("missing-summary").map(|finding| finding.severity), severity);
        assert_eq!(report.find("missing-section").map(|finding| finding.severity), severity);
    }
    let empty = article.section(Section::summary());
    let genre = Profile::new("column").expect(Role::Summary, Presence::Required);
    assert_eq!(lines("missing-summary", &empty, &genre), [""; 0]);
}

#[test]
fn blank_names_are_found_where_they_stand() {
    let mut article = Article::new(" \u{a0}").author("\t");
    article.authors.push(Author::new(""));
    let any = Profile::any();
    assert_eq!(lines("missing-title", &article, &any), ["warning[missing-title]: the title is blank (title)"]);
    let unnamed = ["note[missing-author]: the article names no author (authors)"];
    assert_eq!(lines("missing-author", &article, &any), unnamed);
    assert_eq!(lines("missing-author", &article.author("Dana"), &any), [""; 0]);
}

#[test]
fn a_web_link_in_a_body_is_a_source_and_a_relative_one_is_not() {
    let linked = |url: &str| {
        let link = Link::new(url, [Inline::text("the ruling")]);
        Article::new("A").section(Section::summary().block(Paragraph::new([Inline::emphasis([link.into()])])))
    };
    assert_eq!(lines("missing-reference", &linked("https://dryland-review.example/"), &Profile::any()), [""; 0]);
    assert_eq!(lines("missing-reference", &linked("/about"), &Profile::any()).len(), 1);
}

#[test]
fn perspectives_are_told_apart_by_holder_and_thesis() {
    let view = |holder: &str, thesis: &str| {
        let mut view = Perspective::new(Stance::For);
        view.holder = Some(holder.into());
        view.thesis = Some(thesis.into());
        Section::new(view).paragraph("Yes.")
    };
    let article = Article::new("A")
        .section(view("the left", "It pays"))
        .section(view("the left", "It is fair"))
        .section(view("the mayor", "It pays"))
        .section(view("the left ", "It pays"));
    assert_eq!(
        lines("duplicate-perspective", &article, &Profile::any()),
        ["warning[duplicate-perspective]: the perspective “for” of “the left” comes twice (sections[3])"]
    );
}

#[test]
fn a_section_is_empty_where_a_reader_sees_nothing() {
    let empty = |block: Block| !lines("empty-section", &with_block(block), &Profile::any()).is_empty();
    assert!(empty(Block::paragraph(" \u{a0}\n")));
    assert!(empty(commentary::Rule::default().into()));
    assert!(empty(Quote::from(vec![List::bullets([" "]).into()]).into()));
    assert!(empty(Paragraph::new([Inline::strong([Inline::text("")])]).into()));
    assert!(!empty(Quote::from(vec![Code::new("let x = 1;").into()]).into()));
    assert!(!empty(Paragraph::new([Image::new("https://img-depot.example/heron.png", []).into()]).into()));
    assert!(!empty(Html::new("<hr>").into()));
}

#[test]
fn an_empty_reply_is_found_inside_its_perspective() {
    let mut view = Perspective::new(Stance::For);
    view.replies.push(Section::perspective(Stance::Against));
    let article = Article::new("A").section(Section::new(view).paragraph("Yes."));
    let expected = "warning[empty-section]: the perspective “against” has no text (sections[0].replies[0])";
    assert_eq!(lines("empty-section", &article, &Profile::any()), [expected]);
}

/// An article with one block in an example.
fn with_block(block: impl Into<Block>) -> Article {
    Article::new("A").section(Section::example().block(block))
}

/// True where `lost-list` speaks on these blocks.
fn is_lost(blocks: impl IntoIterator<Item = Block>) -> bool {
    let article = Article::new("A").section(blocks.into_iter().fold(Section::example(), Section::block));
    !lines("lost-list", &article, &Profile::any()).is_empty()
}

#[test]
fn a_colon_announces_a_list_whatever_space_or_mark_is_round_it() {
    for text in ["on note :", "on note\u{202f}:", "on note\u{a0}: \n", "次の点：", "Note:"] {
        assert!(is_lost([Block::paragraph(text)]), "{text}");
        assert!(is_lost([Block::paragraph(text), Block::paragraph("Another matter.")]), "{text}");
    }
    for text in ["It is over.", "at 10:30", "We did it :tada:", "::", ""] {
        assert!(!is_lost([Block::paragraph(text)]), "{text}");
    }
    let emphatic = [Inline::text("We note"), Inline::strong([Inline::text(":")]), Inline::SoftBreak];
    assert!(is_lost([Paragraph::new(emphatic).into()]));
    assert!(is_lost([Paragraph::new([Inline::text("We note:"), Citation::new("3", "[3]").into()]).into()]));
    assert!(!is_lost([Paragraph::attribution([Inline::text("— Dana, in the review:")]).into()]));
}

#[test]
fn what_a_colon_may_announce_is_no_list_lost() {
    let list = Block::from(List::bullets(["one"]));
    for announced in [
        list.clone(),
        Quote::from(vec![Block::paragraph("Yes.")]).into(),
        Code::new("x").into(),
        Html::new("<table></table>").into(),
        Block::paragraph("“Yes,” she said."),
        Block::paragraph("— Oui."),
        Paragraph::new([Image::new("https://img-depot.example/heron.png", []).into()]).into(),
    ] {
        assert!(!is_lost([Block::paragraph("On note :"), announced.clone()]), "{announced:?}");
        assert!(!is_lost([Block::paragraph("On note :"), Block::paragraph(" "), announced.clone()]), "{announced:?}");
        assert!(is_lost([announced.clone(), Block::paragraph("On note :")]), "{announced:?}");
    }
    let label = Block::from(Paragraph::new([Inline::strong([Inline::text("Risks:")])]));
    assert!(!is_lost([label.clone(), Block::paragraph("There are two.")]));
    assert!(is_lost([label]));
    assert!(is_lost([Block::paragraph("On note :"), commentary::Rule::default().into(), list]));
}

#[test]
fn boilerplate_announces_no_list() {
    let words = "Here is the article in the format you asked for:";
    let article = Article::default().section(Section::new(Role::Boilerplate).paragraph(words));
    assert!(lines("lost-list", &article, &Profile::any()).is_empty());
    let article = article.section(Section::summary().paragraph(words));
    assert_eq!(lines("lost-list", &article, &Profile::any()).len(), 1);
}

#[test]
fn a_lost_list_is_found_inside_lists_and_quotes_and_shown_by_its_last_words() {
    let item = ListItem::from(vec![Block::paragraph("Parmi leurs contributions majeures, on note tout de même :")]);
    let article =
        with_block(Quote::from(vec![Block::paragraph("Yes."), List::bullets([ListItem::from("x"), item]).into()]));
    assert_eq!(
        lines("lost-list", &article, &Profile::any()),
        ["warning[lost-list]: “majeures, on note tout de même :” announces a list, and none follows \
          (sections[0].body[0].body[1].items[1].body[0])"]
    );
}

#[test]
fn every_address_is_judged_after_it_was_parsed() {
    let message =
        |url: &str| lines("unsafe-link", &with_block(Paragraph::new([Link::new(url, []).into()])), &Profile::any());
    for good in ["https://dryland-review.example/", "HTTP://EXAMPLE.ORG", " https://example.org/ ", "https:example.org"]
    {
        assert_eq!(message(good), [""; 0], "{good}");
    }
    let place = "(sections[0].body[0].content[0].url)";
    for (bad, found) in [
        (
            "JAVA\nSCRIPT:alert(1)",
            "error[unsafe-link]: the address “JAVA\\u{a}SCRIPT:alert(1)” has the scheme “javascript”",
        ),
        ("data:text/html,x", "error[unsafe-link]: the address “data:text/html,x” has the scheme “data”"),
        ("file:///etc/passwd", "error[unsafe-link]: the address “file:///etc/passwd” has the scheme “file”"),
        ("mailto:dana@example.org", "warning[unsafe-link]: the address “mailto:dana@example.org” is not on the web"),
        ("//example.org/x", "warning[unsafe-link]: the address “//example.org/x” is relative"),
        ("", "warning[unsafe-link]: the address “” is relative"),
        ("https://", "warning[unsafe-link]: the address “https://” cannot be read: empty host"),
    ] {
        assert_eq!(message(bad), [format!("{found} {place}")]);
    }
    let long = message(&format!("https://example.org/{}", "a".repeat(8192)));
    assert!(long.concat().contains("is longer than 8192 bytes"), "{long:?}");
}

#[test]
fn addresses_are_judged_wherever_an_article_has_them() {
    let bad = || Some("ftp://example.org/".into());
    let author = || {
        let mut author = Author::new("Dana");
        author.url = bad();
        author
    };
    let mut reference = Reference::new(ReferenceKind::Data);
    reference.url = bad();
    reference.authors.push(author());
    let picture = Image::new("ftp://example.org/", [Link::new("ftp://example.org/", []).into()]);
    let mut section = Section::summary().heading("See ");
    section.heading.as_mut().unwrap().content.push(picture.into());
    let mut article = Article::new("A").author(author()).reference(reference).section(section.paragraph("It rained."));
    article.url = bad();
    let report = validate(&article, &Profile::any());
    let places: Vec<String> =
        report.iter().filter(|finding| finding.name == "unsafe-link").map(|finding| finding.path.to_string()).collect();
    assert_eq!(
        places,
        [
            "authors[0].url", "references[0].authors[0].url", "references[0].url",
            "sections[0].heading.content[1].alt[0].url", "sections[0].heading.content[1].url", "url",
        ]
    );
}

#[test]
fn rules_are_plain_values() {
    assert_eq!(rules::LostList, rules::LostList.clone());
    assert_eq!(format!("{:?}", rules::ALL.first().unwrap()), "MissingTitle");
}
