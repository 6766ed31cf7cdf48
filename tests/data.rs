//! Languages and genres that come from data: those built in, and a caller's own.
#![cfg(feature = "json")]

use commentary::lexicon::{Lexicon, Sense};
use commentary::{Article, Parser, Profile, Stance, parse, validate};

/// The words of Dutch that two short articles need.
const DUTCH: &[(&str, &[&str])] = &[
    (
        "function",
        &[
            "de", "het", "een", "van", "niet", "wordt", "worden", "zijn", "voor", "die", "er", "en", "op", "dat",
            "met", "te", "aan", "is", "om", "ook", "naar", "maar", "hun", "zij", "bij", "nog", "zal", "heeft",
        ],
    ),
    ("view", &["blik", "kijk", "standpunt", "scenario"]),
    ("stance:optimistic", &["optimist*", "hoopvol"]),
    ("stance:pessimistic", &["pessimist*", "bezorgd*"]),
    ("stance:neutral", &["neutra*"]),
    ("heading:summary", &["de feiten", "samenvatting", "wat er gebeurde"]),
    ("heading:conclusion", &["conclusie", "tot slot"]),
    ("byline", &["door", "tekst"]),
    ("marker:article", &["bron", "bronartikel"]),
    ("month:6", &["juni", "jun"]),
    ("weekday:2", &["dinsdag"]),
    ("cue:report", &["meldde", "volgens", "kondigde aan", "maakte bekend"]),
    ("cue:recent", &["vorige week", "sinds", "dinsdag", "maandag"]),
    ("cue:balance", &["het hangt ervan af", "enerzijds", "anderzijds", "moet nog blijken"]),
    ("cue:example", &["stel u voor", "stel je voor", "denk aan"]),
    ("cue:praise", &["prachtig", "schitterend", "een zegen", "geweldige kans"]),
    ("cue:positive", &["winst", "vooruitgang", "hoop", "veilig", "sterker", "kans"]),
    ("cue:hope", &["zal eindelijk", "opent de weg", "maakt mogelijk"]),
    ("cue:alarm", &["zorgwekkend", "een ramp", "verontrustend"]),
    ("cue:negative", &["verlies", "gevaar", "angst", "schade", "bedreiging"]),
    ("cue:risk", &["dreigt", "kan eindigen", "ten koste van"]),
    ("cue:contrast", &["echter", "toch"]),
];

const HEADED: &str = "\
Het dorp sluit zijn brug

Door Ida Verhoeven

dinsdag 17 juni 2025

Bron: https://dorpsblad.example/brug

De feiten

De gemeente sloot de brug voor auto's, en het veer vaart er voor twee jaar op proef.

Optimistische blik

De kinderen lopen veilig naar school, en de winkels worden niet slechter van een stille straat.

Bezorgde blik

Het veer dreigt te duur te worden, en de omweg is een verlies voor wie niet kan fietsen.

Conclusie

Er wordt nog geteld.
";

const HEADLESS: &str = "\
Ida Verhoeven
Bron: https://dorpsblad.example/brug
De gemeente maakte vorige week bekend dat de brug voor auto's sluit. Volgens de wethouder steken er 4 000 auto's per dag over, en kost het veer 2,1 miljoen euro per jaar.
Het hangt ervan af wat men telt. Enerzijds verliezen de winkels hun parkeerplaatsen, anderzijds wint de kade wandelaars, en het moet nog blijken wie er meer aan heeft.
Stel u voor dat een gezin één deur van het huis dichtmaakt: eerst loopt iedereen om, en na een maand staat er een tafel voor.
Wat een prachtig besluit! Dit is een geweldige kans voor de kinderen, die veilig naar school lopen. Het stille dorp zal eindelijk ademen, en de hoop keert terug. Een schitterend voorbeeld van vooruitgang!
Het besluit is echter zorgwekkend. Het veer dreigt te duur te worden, ten koste van wie niet kan fietsen, en het verlies van de winkels is een bedreiging voor het hele dorp. Het gevaar is groot dat de angst wint.
";

fn dutch() -> Parser {
    Parser::new().lexicon(Lexicon::builtin().clone().with_language("nl", DUTCH).unwrap())
}

fn roles(article: &Article) -> Vec<String> {
    article.sections.iter().map(|section| section.role.to_string()).collect()
}

#[test]
fn a_seventh_language_is_one_table_and_one_call() {
    let article = dutch().parse(HEADED).article;
    assert_eq!(article.title.as_deref(), Some("Het dorp sluit zijn brug"));
    assert_eq!(article.language.as_ref().map(AsRef::as_ref), Some("nl"));
    assert_eq!(article.authors[0].name, "Ida Verhoeven");
    assert_eq!(article.published.map(|date| date.to_string()).as_deref(), Some("2025-06-17"));
    assert_eq!(article.references[0].url.as_ref().unwrap().as_str(), "https://dorpsblad.example/brug");
    assert_eq!(roles(&article), ["summary", "perspective:optimistic", "perspective:pessimistic", "conclusion"]);
    // Without the table its headings say nothing.
    assert!(parse(HEADED).article.find(&Stance::Optimistic).is_none());
}

#[test]
fn a_seventh_language_is_read_without_headings_too() {
    let article = dutch().parse(HEADLESS).article;
    assert_eq!(article.language.as_ref().map(AsRef::as_ref), Some("nl"));
    assert_eq!(article.authors[0].name, "Ida Verhoeven");
    let expected = ["summary", "perspective:neutral", "example", "perspective:optimistic", "perspective:pessimistic"];
    assert_eq!(roles(&article), expected);
}

#[test]
fn a_name_of_no_sense_is_refused() {
    let error = Lexicon::new().with_language("nl", &[("stances", &["blik"][..])]).unwrap_err();
    assert_eq!(error.to_string(), "`stances` names no sense of the lexicon");
}

#[test]
fn a_callers_lexicon_loads_from_json() {
    let data = r#"{"nl": {"function": ["de", "het", "een", "van", "niet", "wordt", "er"], "view": ["blik"],
        "stance:optimistic": ["optimist*"], "stance:pessimistic": ["pessimist*", "bezorgd*"], "heading:summary": ["de feiten"]}}"#;
    let own: Lexicon = serde_json::from_str(data).unwrap();
    let mut lexicon = Lexicon::builtin().clone();
    lexicon.extend(&own);
    let article = Parser::new().lexicon(lexicon).parse(HEADED).article;
    assert!(article.find(&Stance::Optimistic).is_some() && article.find(&Stance::Pessimistic).is_some());
    let error = serde_json::from_str::<Lexicon>(r#"{"nl": {"mood": []}}"#).unwrap_err();
    assert!(error.to_string().starts_with("`mood` names no sense of the lexicon"), "{error}");
}

#[test]
fn the_lexicon_built_in_loads_from_its_own_json() {
    let stored = serde_json::to_string(Lexicon::builtin()).unwrap();
    let loaded: Lexicon = serde_json::from_str(&stored).unwrap();
    assert_eq!(serde_json::to_string(&loaded).unwrap(), stored);
    for language in Lexicon::builtin().languages() {
        for sense in [Sense::View, Sense::Byline, Sense::Month(3), Sense::Stance(Stance::For)] {
            let own: Vec<&str> = Lexicon::builtin().phrases(language, &sense).collect();
            assert_eq!(loaded.phrases(language, &sense).collect::<Vec<_>>(), own, "{language} {sense}");
        }
    }
    let text = "Un pont pour tous\n\nPoint de vue optimiste\n\nLa ville gagne une rue calme, et les enfants la traversent à pied.\n";
    assert_eq!(Parser::new().lexicon(loaded).parse(text).article, parse(text).article);
}

#[test]
fn the_profiles_built_in_load_from_their_own_json() {
    for profile in Profile::all() {
        let stored = serde_json::to_string(&profile).unwrap();
        let loaded: Profile = serde_json::from_str(&stored).unwrap();
        assert_eq!(loaded, profile, "{stored}");
        let article = parse(HEADED).article;
        assert_eq!(validate(&article, &loaded), validate(&article, &profile));
    }
}

#[test]
fn a_callers_profile_loads_from_json() {
    let data = r#"{"name": "duel", "sections": [
        {"role": "summary", "presence": "usual"},
        {"role": "perspective", "stance": "for", "presence": "required"},
        {"role": "perspective", "stance": "against", "presence": "required"}]}"#;
    let duel: Profile = serde_json::from_str(data).unwrap();
    assert_eq!((duel.name(), duel.expected().len()), ("duel", 3));
    let parsed = Parser::new().profile(duel.clone()).parse("The facts\n\nThe toll goes.\n\nPro\n\nNobody pays.\n");
    let report = validate(&parsed.article, &duel);
    assert!(report.find("missing-perspective").unwrap().help.as_ref().unwrap().contains("“against”"));
}
