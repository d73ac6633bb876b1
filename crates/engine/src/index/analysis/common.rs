//! Words that occur in texts about anything: "really", "number", "become".
//!
//! In a large collection their frequency shows how little they distinguish. In a small one they are
//! as rare as any name, and a question must not hinge on them.
//!
//! The English list has the words found in a quarter of 49 encyclopedia articles on unlike
//! subjects, without those that name a thing, and words that people use in questions. The German
//! and Swedish lists are their equivalents.

use std::collections::{HashMap, HashSet};
use std::sync::LazyLock;

use crate::language::Language;

use super::stem::Stemmer;

/// Endings of English adverbs, which rarely say what a question is about: "mechanically",
/// "recently".
const ADVERBS: &[&str] = &[
    "ically", "ually", "onally", "ously", "ively", "ently", "antly", "edly", "fully", "ably",
    "ibly", "ingly", "arily", "ately",
];

/// Whether a word with this stem is common in a language, whatever the subject.
pub(super) fn contains(language: Language, stem: &str, word: &str) -> bool {
    let is_adverb =
        language == Language::English && ADVERBS.iter().any(|ending| word.ends_with(ending));
    is_adverb
        || STEMS
            .get(&language)
            .is_some_and(|stems| stems.contains(stem))
}

static STEMS: LazyLock<HashMap<Language, HashSet<String>>> = LazyLock::new(|| {
    [Language::English, Language::German, Language::Swedish]
        .into_iter()
        .map(|language| {
            let stemmer = Stemmer::new(language);
            let stems = list(language).split_whitespace();
            (language, stems.map(|word| stemmer.stem(word)).collect())
        })
        .collect()
});

fn list(language: Language) -> &'static str {
    match language {
        Language::English => {
            "able above access according across act action active actual actually added addition \
             after against age ago aid allow allowed almost alone along already although always \
             among amount analysis announced another anyone anything applied approximately around \
             ask asked asks associated away back bad badly based basic became become becoming \
             before begin believe believed best better big biggest billion bit bother branch bring \
             brings brought called came cannot certain change changed changes combination combined \
             come comes coming common commonly compare compared complete consider considered \
             consists contains continue continued continues course covered create created creating \
             current currently de defined degree derived describe described designed developed \
             development difference different difficult direct directly discovered divided do done \
             due earlier early end enough entire especially established estimated etc even event \
             events eventually ever every everything evidence exact exactly example examples \
             except exist existing exists explain fact false famous far few finally first fit \
             followed following form formed former forms found further future gained gave general \
             generally get gets getting give given gives go goes going gone good got great greater \
             guess guy guys happen happened happening happens hello help hey hi high higher \
             highest highly hit however important include included includes including influenced \
             instance instead itself keep keeping keeps kept key kind large largely larger largest \
             last late later least leave leaves led left legal less let lets like likely line list \
             little long longer look looking looks lot lots low lower made main mainly major \
             majority make making many maybe mean meaning means mid mind miss modern moment more \
             most mostly much multiple name named names near nearly need needed needs never new \
             nice non noted now number numbers numerous occur occurred often ok okay old oldest \
             one originally other others outside overall part particular particularly parts passed \
             past pay people per percent period periods person place played please point popular \
             position possible post pre present pretty previous primary prior probably problem \
             problems process proposed provide provided provides put puts quickly quite rather re \
             real really reason reasons receive received recent recently recorded reduced referred \
             related relationship remain remained replaced represented required requires response \
             responsible result resulted resulting results returned right role roughly run running \
             runs said say says scale second see seen self separate series set sets several short \
             show showed shows side significant significantly similar since size small smaller \
             smallest somebody someone something sometimes soon sort special specific start stated \
             statement still stuff style sure take taken takes taking talk tell tells term terms \
             th thanks themselves theory thing things think though thought thousands throughout \
             thus time times today together told took total towards traditional tried tries true \
             try trying turn turned turns type types typical typically upon upper use used uses \
             using usually variety various version via view want wanted wants way ways well went \
             whatever whether whole wide widely within without word words work working works worse \
             written wrong wrote yet"
        }
        Language::German => {
            "alles andere anderen anders art beispiel bekannt besonders besser beste bisher dabei \
             dagegen davon derzeit dinge direkt eigentlich einfach einige einzige ende ersten etwa \
             etwas fast gab ganz geben gegen geht genannt genau genug gerade gibt gilt ging groß \
             große großen grund größte gut gute heute hin häufig immer insgesamt irgendwann jahr \
             jede jeder jedes jemals jemand jetzt kam klein kleine komm kommt lange letzte letzten \
             leute liegt machen macht machte manche mehrere meist meisten menge möglich name namen \
             nennen nie niemals nimmt nächste oft sagen sagt sagte schlecht schnell sehen sicher \
             sieht spielt spielte später steht stellt stellte teil tun tut unterschied ursprünglich \
             verschiedene verschiedenen viel viele vielen vielleicht völlig wahr wahrscheinlich \
             warum weise weiter weitere wenig weniger wichtig wichtigste wieder wirklich wurde wäre \
             zahl zeit zuerst zuletzt zurück zusammen zwischen"
        }
        Language::Swedish => {
            "alltid andra annan antal bara bland bra bäst bästa bättre dag därför egentligen enda \
             endast ens exakt exempel fanns finns fler flera flest fortfarande framför fråga från \
             först första ganska gav ge genom ger gick gjort gå gång gånger går gör göra helt \
             hittills hålla håller ibland idag igen ihop kallas kanske kom komma kommer kort lite \
             liten litet lägga länge längre långt med mest mot mycket nog nu nuvarande ny nya nytt \
             nästa nästan också ofta olika person redan riktigt sade sak saker samma samt sanna se \
             senare senaste ser sista skillnad skäl slags snabbt snart sort stor stora störst \
             största säga säger säkert så ta tar tid tidigare tillsammans tog troligen tror typ \
             ungefär ursprungligen vanligt varför verkligen vidare viktig viktigaste ville väl ännu \
             år återigen övrigt"
        }
        _ => "",
    }
}
