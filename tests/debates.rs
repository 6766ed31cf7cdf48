//! Reading the shapes of a debate: what tells the sides where no heading names both.

use commentary::Parser;
use commentary::label::Labeller;

/// What each line of a text was read as, headings with a mark before.
fn read(text: &str) -> Vec<String> {
    Parser::new().pieces(text, |pieces, language| {
        let readings = Labeller::new().label(pieces, language).into_iter();
        readings.map(|reading| format!("{}{}", if reading.is_heading { "# " } else { "" }, reading.label)).collect()
    })
}

/// What one line was read as, found by how it begins.
fn line(text: &str, begins: &str) -> String {
    let at = Parser::new().pieces(text, |pieces, _| pieces.iter().position(|piece| piece.text.starts_with(begins)));
    read(text).swap_remove(at.unwrap_or_else(|| panic!("no line begins with {begins:?}")))
}

/// Checks how some lines of a text are read.
fn check(text: &str, expected: &[(&str, &str)]) {
    for (begins, role) in expected {
        assert_eq!(line(text, begins), *role, "{begins}");
    }
}

#[test]
fn two_signed_columns_answer_a_question() {
    let english = "# Should the market move to the square?\n\nTwo traders answer.\n\n## Stalls need people\n\n**Ada Kern, baker**\n\n\
        The square has a stop for every line, and people come with empty bags.\n\n## Leave the stones alone\n\n\
        **Idris Cole, florist**\n\nThe lorries broke forty slabs the last time, and nobody paid for them.\n";
    check(
        english,
        &[
            ("Stalls", "# perspective:for"),
            ("Ada", "author"),
            ("The square", "perspective:for"),
            ("Leave", "# perspective:against"),
            ("Idris", "author"),
            ("The lorries", "perspective:against"),
        ],
    );
    let spanish = "# ¿Debe cerrar el puente los domingos?\n\nDos vecinos responden.\n\n## Un puente para andar\n\n**Marta Ríos, médica**\n\n\
        El domingo la gente pasea y los niños aprenden a montar en bicicleta.\n\n## El pan no pasea\n\n\
        **Julio Sanz, panadero**\n\nMi harina llega ese día y no puede volar sobre el río.\n";
    check(spanish, &[("Un puente", "# perspective:for"), ("Julio", "author"), ("Mi harina", "perspective:against")]);
    // One signed heading, or a headline that asks nothing, names no sides.
    let report = english.replace("Should the market move to the square?", "The market moves to the square");
    assert_eq!(line(&report, "Leave the").replace("# ", "").find("against"), None);
}

#[test]
fn a_group_in_the_frame_of_the_sides_has_a_view_of_its_own() {
    let english = "The lane law\n\nWhat the left is saying\n\nThe lane is overdue, and the buses need it most of all.\n\n\
        What the right is saying\n\nThe lane is a tax on those who have no stop near them.\n\n\
        What cyclists are saying\n\nThe lane is narrow and the paint is thin, but it is there.\n\n\
        What happens next\n\nThe council votes in June on the second part.\n";
    check(english, &[("What cyclists", "# perspective:guest"), ("The lane is narrow", "perspective:guest")]);
    assert!(!line(english, "What happens").contains("guest"));
    let portuguese = "O ônibus gratuito\n\nO time dos entusiastas\n\nAs linhas encheram, e quem não saía passou a sair.\n\n\
        O time dos céticos\n\nA conta chega em março, e ninguém diz quem paga.\n\n\
        O time dos motoristas\n\nServe para o centro e não serve para a serra, dizem.\n";
    check(portuguese, &[("O time dos m", "# perspective:guest"), ("Serve para", "perspective:guest")]);
}

#[test]
fn a_place_from_which_something_is_seen_holds_a_view() {
    let english = "THE NEWS\n\nThe port has offered a week of four days in return for cranes.\n\nDANA’S VIEW\n\n\
        I have never heard a docker praise a crane before.\n\nTHE VIEW FROM ROTTERHAVEN\n\nDockers there took the deal and kept their pay.\n";
    check(english, &[("THE VIEW", "# perspective:guest"), ("Dockers", "perspective:guest")]);
    let french = "LES FAITS\n\nLa régie a relevé le prix de l’eau des serveurs.\n\nPOUR\n\nLe maraîcher ne rend rien à la rivière.\n\n\
        CONTRE\n\nLe centre boit la nuit ce que la ville épargne le jour.\n\nVU DE LISBONNE\n\nLà-bas, le prix suit le mois.\n";
    check(french, &[("VU DE", "# perspective:guest"), ("Là-bas", "perspective:guest")]);
}

#[test]
fn the_case_for_another_thing_is_against() {
    let english = "Stick or twist?\n\nThe case for the sack\n\nEight points in ten games is the form of a side going down.\n\n\
        The case for patience\n\nFive starters are injured, and no new face heals a knee.\n";
    check(english, &[("The case for the", "# perspective:for"), ("Five", "perspective:against")]);
    // Where one is for and one against, nothing is turned.
    let plain = english.replace("The case for patience", "The case against the sack");
    check(&plain, &[("The case for", "# perspective:for"), ("The case against", "# perspective:against")]);
}

#[test]
fn who_has_spoken_speaks_again() {
    let english = "Is it time to stop flying?\n\nYES Anna Berg\n\nNO Tom Oldroyd\n\nAnna\n\n\
        Dear Tom, one flight burns what a family burns in a winter.\n\nTom\n\nDear Anna, flights are a fortieth of it all.\n\n\
        Anna\n\nThat fortieth belongs to a tenth of us, which is the point.\n";
    check(
        english,
        &[("Dear Tom", "perspective:for"), ("Dear Anna", "perspective:against"), ("That", "perspective:for")],
    );
    let german = "Sollen Läden sonntags öffnen?\n\nJA Petra Voss\n\nNEIN Karl Ott\n\nVoss: Wer sonntags öffnet, stellt Leute ein, und die kommen gern.\n\n\
        Ott: Wer sonntags arbeitet, sieht seine Kinder nicht, und die merken es.\n";
    check(german, &[("Voss:", "perspective:for"), ("Ott:", "perspective:against")]);
}

#[test]
fn plus_and_minus_before_a_line_speak_for_and_against() {
    let german = "Zwei Räder im Test\n\nWir sind zwei Wochen lang mit ihnen gefahren, durch Regen und über Pflaster.\n\n\
        Pakko Lang\n\n+ liegt ruhig auf der Straße\n+ bremst am besten\n– dreht wie ein Bus\n\nPreis: 5.290 Euro\n";
    check(german, &[("liegt", "perspective:for"), ("bremst", "perspective:for"), ("dreht", "perspective:against")]);
    assert!(!line(german, "Preis").contains("perspective"));
    let english = "Two kettles\n\nWe boiled four hundred cups with each of them in a week.\n\n\
        ☑ quiet and quick to the boil\n☒ the lid sticks after a week\n\nOur price check is from May.\n";
    check(english, &[("quiet", "perspective:for"), ("the lid", "perspective:against")]);
    // A list with one kind of mark is a list.
    let plain = "News\n\n- the bridge is open again\n- the school has a new roof\n";
    assert!(read(plain).iter().all(|role| !role.contains("against")));
}

#[test]
fn numbered_reasons_take_the_side_of_the_headline() {
    let italian = "Cinque buoni motivi per dire no alla ZTL notturna\n\n#1 Il centro si spegne\n\nDopo la stretta chiusero undici insegne.\n\n\
        #2 L'autobus non passa\n\nL'ultima corsa parte prima del dolce, alle dieci.\n\n#3 Paga il cameriere\n\nChi lava i piatti esce all'una di notte.\n";
    check(italian, &[("#1", "# perspective:against"), ("Dopo", "perspective:against"), ("Chi", "perspective:against")]);
    let english = "Three reasons to say yes to the ferry\n\n1. It is quick\n\nThe boat takes nine minutes, and the bridge takes forty.\n\n\
        2. It is cheap\n\nA ticket costs less than the tank it saves.\n\n3. It floats\n\nThe bridge was closed for a third of the winter.\n";
    check(english, &[("The boat", "perspective:for"), ("The bridge was", "perspective:for")]);
}

#[test]
fn two_hands_weigh_one_thing() {
    let english = "School uniforms\n\nMany schools have one, and many more are asked to have one. Should every school?\n\n\
        On the one hand, mornings are easier when the clothes are already chosen, and the gains are plain to see.\n\n\
        On the other hand, pupils lose one of the few choices that are theirs, and the cost falls on the poor.\n";
    check(english, &[("On the one", "perspective:for"), ("On the other", "perspective:against")]);
    let italian = "Tema: la gita è ancora utile?\n\nLa gita è una tradizione della scuola, e i costi sono raddoppiati negli anni.\n\n\
        Da un lato chi la difende ricorda che in tre giorni si impara a dividere una stanza.\n\n\
        Dall'altro lato c'è chi la considera un privilegio che in ogni classe qualcuno non può pagare.\n";
    check(italian, &[("Da un lato", "perspective:for"), ("Dall'altro", "perspective:against")]);
}
