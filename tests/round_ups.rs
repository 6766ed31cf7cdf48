//! Reading round-ups and notes: outlets, writers, polls and figures beside the views.

use commentary::Parser;
use commentary::label::Labeller;

/// What one line of a text was read as, found by how it begins; headings with a mark before.
fn line(text: &str, begins: &str) -> String {
    Parser::new().pieces(text, |pieces, language| {
        let readings = Labeller::new().label(pieces, language);
        let at = pieces.iter().position(|piece| piece.text.starts_with(begins)).unwrap();
        format!("{}{}", if readings[at].is_heading { "# " } else { "" }, readings[at].label)
    })
}

#[test]
fn the_outlet_beside_a_political_view_is_a_reference() {
    let french = "Ce qu’en disent les journaux\n\nVu de gauche\n\nL’Aurore du Midi, éditorial de Hafsa Benloulou\n\n\
        Pour le quotidien, la loi arrive vingt ans trop tard mais vise juste.\n\nVu de droite\n\nLe Fil des Régions\n\n\
        Le journal y voit une punition de plus pour de petits propriétaires.\n";
    assert_eq!(line(french, "L’Aurore"), "reference");
    assert_eq!(line(french, "Le Fil"), "reference");
    assert_eq!(line(french, "Le journal"), "perspective:right");
    let portuguese = "A ponte\n\nCOMO A ESQUERDA VÊ\n\nA decisão é justa no destino e cega na origem, escreve o jornal.\n\n\
        Margem, «Quem paga a travessia», p. 3\n\nCOMO A DIREITA VÊ\n\nUma taxa que não acaba é um imposto com vergonha do nome.\n\n\
        Correio do Poente, «A ponte eterna», p. 2\n";
    assert_eq!(line(portuguese, "Margem"), "reference");
    assert_eq!(line(portuguese, "Correio"), "reference");
}

#[test]
fn who_wrote_a_side_is_its_author() {
    let english = "Should Main Street stay closed?\n\nDana Ruiz: Yes, leave the chairs\n\n\
        People sit down before they come in, and they read the window.\n\nDana Ruiz owns a bookshop on the corner.\n\n\
        Walt Kessler: No, open the road\n\nMy trailer goes around by the quarry, and so does my money.\n\nWalt Kessler farms at Upper Dell.\n";
    assert_eq!(line(english, "Dana Ruiz owns"), "author");
    assert_eq!(line(english, "Walt Kessler farms"), "author");
    assert_eq!(line(english, "My trailer"), "perspective:against");
    let italian = "Via i compiti? Favorevoli e contrari\n\nSÌ, LASCIAMOLI ANNOIARE\n\nUn bambino di nove anni ha bisogno di un prato e di noia.\n\n\
        Nives Tagliaferro, maestra elementare\n\nNO, TROPPO TEMPO PERSO\n\nTredici settimane sono un quarto dell’anno, e si sente.\n\n\
        Elio Marchegiani, insegnante di matematica\n";
    assert_eq!(line(italian, "Nives"), "author");
    assert_eq!(line(italian, "Elio"), "author");
}

#[test]
fn a_rebuttal_takes_the_other_side() {
    let text = "Official pamphlet of the county\n\nShall the county levy $38 a year on each parcel, for nine years, to run a ferry \
        between the two towns?\n\nWhat it would do\n\nThe measure needs two thirds of the votes cast, and the money may be spent on boats.\n\n\
        ARGUMENT IN FAVOR OF MEASURE K\n\nThe bridge is full by seven, and a boat that leaves every hour takes four hundred of the \
        cars off it. It is what they should have done when the bridge was first closed.\n\n\
        REBUTTAL TO ARGUMENT IN FAVOR OF MEASURE K\n\nFour hundred cars is a number from a brochure, and it has not been checked by \
        anyone.\n\nARGUMENT AGAINST MEASURE K\n\nRenters pay this too, only it is called rent.\n";
    assert_eq!(line(text, "REBUTTAL"), "# perspective:against");
    assert_eq!(line(text, "Four hundred"), "perspective:against");
}

#[test]
fn figures_and_polls_are_no_views() {
    let french = "Pour ou contre le samedi sans voiture\n\nPOUR\n\nOn entend de nouveau les gens parler sur la place.\n\nCONTRE\n\n\
        Personne ne porte un sapin sur le dos jusqu’à la gare.\n\nOui : 54 % — Non : 41 % — Sans opinion : 5 %\n";
    assert!(!line(french, "Oui :").contains("perspective:for"));
    let italian = "Toro e orso\n\nIl toro\n\nIl fatturato sale e i forni sono pieni fino a giugno.\n\nL’orso\n\n\
        Il gas costa il doppio e i clienti aspettano.\n\nI numeri\n\nPrezzo: 9,42 euro\n";
    assert!(!line(italian, "Prezzo").contains("pessimistic"));
}

#[test]
fn the_middle_between_left_and_right_is_the_center() {
    let text = "The library bill\n\nFrom the blue corner\n\nThe Review cannot see why anyone would wait for this.\n\n\
        From the red corner\n\nThe Plainsman says that satellites have solved it.\n\n\
        Somewhere in between\n\nThe Monitor would fund it for three years and look.\n";
    assert_eq!(line(text, "Somewhere"), "# perspective:center");
    assert_eq!(line(text, "The Plainsman"), "perspective:right");
}

#[test]
fn a_heading_in_which_the_writer_says_i_is_the_writers() {
    let english = "Boring boxes\n\nWhat could go right?\n\nBoxes follow parcels within a quarter, and parcels are up.\n\n\
        What could go wrong?\n\nIts largest customer is testing bags made of paper.\n\nWhy I still own it\n\nI like being paid to wait, and I am.\n";
    assert_eq!(line(english, "Why I"), "# perspective:author");
    let german = "Langweilige Kisten\n\nWas dafür spricht\n\nKisten folgen den Paketen, und die werden mehr.\n\n\
        Was dagegen spricht\n\nDer größte Kunde probiert Tüten aus Papier.\n\nWas ich davon halte\n\nIch warte gern, wenn man mich bezahlt.\n";
    assert_eq!(line(german, "Was ich"), "# perspective:author");
}

#[test]
fn an_imagined_picture_is_no_source() {
    let text = "Best case, worst case\n\nBest Case\n\nPicture a good year. No miracles, just few setbacks.\n\n\
        Worst Case\n\nPicture a bad year. Would you still be standing?\n";
    assert_eq!(line(text, "Picture a bad"), "perspective:pessimistic");
    assert_eq!(line(text, "Picture a good"), "perspective:optimistic");
}
