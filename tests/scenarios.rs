//! Reading tables, scenarios, camps, interviews, booklets and reviews: views that are told by their row or their column.

use commentary::Parser;
use commentary::label::Labeller;

/// Checks how some lines of a text are read, found by how they begin; headings with a mark before.
fn check(text: &str, expected: &[(&str, &str)]) {
    let read: Vec<(String, String)> = Parser::new().pieces(text, |pieces, language| {
        let readings = Labeller::new().label(pieces, language);
        let each = pieces.iter().zip(&readings).map(|(piece, reading)| {
            let mark = if reading.is_heading { "# " } else { "" };
            (piece.text.to_owned(), format!("{mark}{}", reading.label))
        });
        each.collect()
    });
    for (begins, role) in expected {
        let (_, found) = read.iter().find(|(line, _)| line.starts_with(begins)).unwrap_or_else(|| panic!("{begins}"));
        assert_eq!(found, role, "{begins}");
    }
}

#[test]
fn a_table_gives_its_columns_views_to_its_cells() {
    check(
        "Gas or wood? The comparison\n\nOne house in nine has changed its stove by now. Here is what that means for it.\n\n\
         Criterion\nAdvantages of wood\nDisadvantages of wood\nPrice\nA grant pays half of it\nThe chimney is not in it\n\
         Comfort\nWarm all day long\nSlow on a cold morning\n\nWhat we asked\n\nForty fitters told us their prices in July.\n",
        &[
            ("Advantages", "# perspective:for"),
            ("Price", "# background"),
            ("A grant", "perspective:for"),
            ("The chimney", "perspective:against"),
            ("Comfort", "# background"),
            ("Warm", "perspective:for"),
            ("Slow", "perspective:against"),
        ],
    );
    check(
        "Ônibus elétrico: o que pesa\n\nQuarenta prefeituras abrem neste ano licitação para renovar a frota.\n\n\
         Item\nA favor\nContra\nCompra\nBanco público com carência de dois anos\nCusta quase três vezes o preço\n\
         Operação\nGasta um terço por quilômetro\nExige subestação na garagem\n",
        &[
            ("Compra", "# background"),
            ("Banco", "perspective:for"),
            ("Custa", "perspective:against"),
            ("Exige", "perspective:against"),
        ],
    );
}

#[test]
fn a_row_of_figures_is_what_a_view_says() {
    let spanish = "Litoral: ¿oportunidad o trampa?\n\nLas acciones cierran el año en 6,80 euros, la mitad que hace dos.\n\n\
        Escenario Precio Probabilidad\nAlcista 10,50 € 25 %\nCentral 7,20 € 50 %\nBajista 4,10 € 25 %\n\n\
        Nuestra lectura\n\nPreferimos esperar, porque el precio es bajo con motivo.\n";
    check(
        spanish,
        &[("Alcista", "perspective:bull"), ("Central", "perspective:base"), ("Bajista", "perspective:bear")],
    );
    let english = "Pell stock\n\nThe shares end the year at half of what they were two years ago.\n\n\
        Case Price Odds\nBullish $10.50 25%\nBase $7.20 50%\nBearish $4.10 25%\n";
    check(english, &[("Bullish", "perspective:bull"), ("Bearish", "perspective:bear")]);
}

#[test]
fn a_sign_in_brackets_speaks_for_or_against() {
    check(
        "A year of the gate: our scorecard\n\nOnly buses and bicycles may use the street between seven and seven.\n\n\
         Getting about\n(+) The 14 crosses town in nineteen minutes.\n(−) Drivers go round by the hospital.\n(o) Taxis: ask us next year.\n\n\
         Noise\n(−) The lights at the hospital are up by a tenth.\n\nAdding it up\n\nThe council keeps the gate until the autumn.\n",
        &[
            ("Getting", "# background"),
            ("(+)", "perspective:for"),
            ("(−) Drivers", "perspective:against"),
            ("(o)", "perspective:neutral"),
            ("(−) The lights", "perspective:against"),
        ],
    );
    check(
        "Das Rad im Test\n\nWir sind zwei Wochen lang damit gefahren, durch Regen und über Pflaster.\n\n\
         [+] liegt ruhig auf der Straße\n[-] dreht wie ein Bus\n",
        &[("[+]", "perspective:for"), ("[-]", "perspective:against")],
    );
}

#[test]
fn an_essay_goes_on_and_weighs_both() {
    check(
        "Sollte die Stadt Gärten opfern?\n\nIn der Stadt fehlen nach Angaben des Rathauses 3.400 Wohnungen.\n\n\
         Auf der einen Seite wird Wohnraum dringender gebraucht als Dahlien.\n\n\
         Hinzu kommt, dass eine Parzelle von nur zwei Personen genutzt wird.\n\n\
         Auf der anderen Seite sind die Gärten mehr als ein Hobby.\n\n\
         Auch darf man nicht übersehen, dass versiegelter Boden verloren ist.\n\n\
         Beides wiegt schwer, und keines lässt sich gegen das andere verrechnen.\n\n\
         Ich persönlich bin der Meinung, dass zuerst die Parkplätze an der Reihe sind.\n",
        &[
            ("Auf der einen", "perspective:for"),
            ("Hinzu", "perspective:for"),
            ("Auf der anderen", "perspective:against"),
            ("Auch darf", "perspective:against"),
            ("Beides", "perspective:mixed"),
            ("Ich persönlich", "perspective:author"),
        ],
    );
    check(
        "Should schools have a uniform?\n\nMany schools have one, and many more are asked to have one.\n\n\
         On one side stand those who say that mornings are easier with clothes already chosen.\n\n\
         On the other side stand pupils, who lose one of the few choices that are theirs.\n\n\
         Moreover, the cost falls on those who can least pay it.\n\n\
         Both sides speak of the same child, and neither has asked it.\n",
        &[("Moreover", "perspective:against"), ("Both sides", "perspective:mixed")],
    );
}

#[test]
fn answers_to_the_same_questions_take_the_side_of_who_gives_them() {
    check(
        "Abbattere i lupi? Due risposte\n\nAbbiamo rivolto le stesse domande a Gino Berti, allevatore favorevole al piano, \
         e a Miriam Colò, zoologa contraria.\n\n1. Serve davvero?\n\n\
         SÌ – Ho perso ventidue pecore in una notte con due cani e la rete.\n\n\
         NO – Sei lupi su quattrocento non spostano nulla, se non i voti.\n\n2. Chi deve pagare?\n\n\
         Colò: la Regione, certo, e con meno di quanto costa sparare.\n\n\
         Berti: lo Stato, subito, perché i rimborsi arrivano tardi.\n",
        &[
            ("Serve", "# background"),
            ("SÌ", "perspective:for"),
            ("Chi deve", "# background"),
            ("Colò:", "perspective:against"),
            ("Berti:", "perspective:for"),
        ],
    );
    check(
        "Two answers on the toll\n\nThe city asks five pounds of each car from May, and two neighbours disagree.\n\nDoes it work?\n\n\
         YES, and you can hear it: the square has birds again.\n\nNO, it moves the queue to the ring road.\n\nWho should pay?\n\n\
         YES to all of it from the council, which has the money.\n\nNO one with a van and no other way to work.\n",
        &[("Does it", "# background"), ("YES to all", "perspective:for"), ("NO one", "perspective:against")],
    );
}

#[test]
fn the_authorities_answer_the_committee() {
    check(
        "Scrutin du 27 septembre\n\nLa question posée\n\nAcceptez-vous l’initiative qui interdit toute nouvelle antenne dans la vallée ?\n\n\
         L’avis du comité d’initiative\n\nNous avons choisi cette vallée pour ce qu’on n’y entend pas.\n\n\
         L’avis de l’exécutif et du conseil\n\nL’initiative lierait les mains de la commune pour une génération.\n\n\
         Recommandation de vote\n\nL’exécutif et le conseil vous invitent à voter NON.\n",
        &[
            ("L’avis du", "# perspective:for"),
            ("L’avis de", "# perspective:against"),
            ("L’initiative", "perspective:against"),
            ("Recommandation", "# perspective:against"),
        ],
    );
    check(
        "Abstimmung vom 14. Juni\n\nAbstimmungsfrage\n\nWollen Sie das Gesetz über die Nachtbusse annehmen?\n\n\
         Argumente des Referendumskomitees\n\nDas Gesetz zahlt leere Busse mit dem Geld der Dörfer.\n\n\
         Argumente des Gemeinderats\n\nWer nachts arbeitet, kommt künftig nach Hause.\n",
        &[("Das Gesetz zahlt", "perspective:against"), ("Argumente des Gemeinderats", "# perspective:for")],
    );
}

#[test]
fn a_review_of_the_press_names_titles_and_outlets() {
    check(
        "La maternité ferme : la presse partagée\n\nÀ lire à gauche\n\n« Accoucher dans le fossé »\n\nLe Pays rouge\n\n\
         La journaliste refait la route de nuit et compte les minutes.\n\nÀ lire à droite\n\n« Le courage de fermer »\n\n\
         La Gazette des deux rives\n\nL’éditorialiste félicite l’agence pour sa franchise.\n\nEt vu par les sages-femmes\n\n\
         « On nous a demandé après »\n\nLe Bulletin\n\nElles veulent choisir l’équipe qui suivra les femmes.\n",
        &[
            ("À lire à gauche", "# perspective:left"),
            ("« Accoucher", "reference"),
            ("Le Pays", "reference"),
            ("La journaliste", "perspective:left"),
            ("L’éditorialiste", "perspective:right"),
            ("Et vu par", "# perspective:guest"),
        ],
    );
    check(
        "The toll bill in the papers\n\nRead from the left\n\nChanges ahead for the bill\n\n\
         The Weekly Lantern: Without some repair, the bill will probably fail.\n\nThe true costs\n\n\
         The Bay Chronicle: The bill hurts those who earn least.\n\nRead from the right\n\nA tax by another name\n\n\
         The Plain Dealer: Nobody asked for the bill, and somebody pays it.\n",
        &[
            ("Changes ahead", "reference"),
            ("The Weekly", "perspective:left"),
            ("The true", "reference"),
            ("A tax", "reference"),
            ("The Plain", "perspective:right"),
        ],
    );
}

#[test]
fn bull_and_bear_are_seen_in_any_few_words() {
    check(
        "Celulose: duas maneiras de olhar\n\nA empresa entregou receita de três bilhões e elevou a dívida.\n\nCom os olhos do touro\n\n\
         A segunda linha entra em março e dobra o volume.\n\nCom os olhos do urso\n\nQuatro concorrentes tiveram a mesma ideia.\n",
        &[("Com os olhos do t", "# perspective:bull"), ("Quatro", "perspective:bear")],
    );
    check(
        "Pulp: two ways to look\n\nThe firm sold for three billion and borrowed more than that.\n\nThrough the bull's eyes\n\n\
         The second line opens in March and doubles the volume.\n\nThrough the bear's eyes\n\nFour rivals had the same idea at once.\n",
        &[("The second", "perspective:bull"), ("Through the bear", "# perspective:bear")],
    );
}

#[test]
fn scenarios_and_camps_are_told_by_their_words() {
    check(
        "Il riso e l’acqua: tre vie\n\nQuesta nota riassume i percorsi discussi con sessanta agricoltori.\n\nVia 1. Il canale asciutto (35%)\n\n\
         Le aziende chiudono quasi tutte, i canali franano e il paese perde il raccolto.\n\nVia 2. Metà e metà (45%)\n\n\
         Metà delle superfici passa alla semina in asciutta, metà resta allagata.\n\nVia 3. Acqua d’inverno (20%)\n\n\
         La falda si ricarica, il raccolto cresce e i giovani tornano con fiducia.\n",
        &[
            ("Via 1", "# perspective:pessimistic"),
            ("Via 2", "# perspective:base"),
            ("Via 3", "# perspective:optimistic"),
        ],
    );
    check(
        "A field guide to the park\n\nSpend a week there and you will hear the same speeches at each table.\n\n\
         The Gardeners: “It will grow”\n\nGardeners are full of hope: better schools, new cures and more success for everyone.\n\n\
         The Doubters: “It will break”\n\nDoubters fear the worst: lost jobs, fraud, and a disaster that nobody can stop.\n\n\
         The Shruggers: “It is a tool”\n\nShruggers expect something like the fax machine in fifteen years.\n",
        &[
            ("The Gardeners", "# perspective:optimistic"),
            ("The Doubters", "# perspective:pessimistic"),
            ("The Shruggers", "# perspective:guest"),
        ],
    );
}
