//! Words that carry no content: articles, pronouns, prepositions, auxiliaries and question words.
//!
//! The lists are short on purpose: they leave out every word that somebody might ask about.

use std::collections::{HashMap, HashSet};
use std::sync::LazyLock;

use crate::language::Language;

use super::fold;

/// Endings of English contractions: "they've", "who'd", "what's".
const CONTRACTIONS: &[&str] = &["'s", "'re", "'ve", "'ll", "'d", "'m"];

/// Whether a folded word is a stop word in a language.
pub(super) fn contains(language: Language, folded: &str) -> bool {
    let Some(words) = STOP_WORDS.get(&language) else {
        return false;
    };
    let is_contraction = || {
        let mut before = CONTRACTIONS
            .iter()
            .filter_map(|ending| folded.strip_suffix(ending));
        folded.ends_with("n't") || before.any(|word| words.contains(word))
    };
    words.contains(folded)
        || language == Language::English && folded.contains('\'') && is_contraction()
}

/// Whether a folded word only completes a "how": "how many", "hur länge".
pub(super) fn is_measure(how: &str, measure: &str) -> bool {
    let measures = match how {
        "how" => "many much long far often big large great old high well soon",
        "hur" => "manga mycket lange langt ofta stor stort stora gammal gamla hog hogt",
        "wie" => "viel viele vielen lange weit oft gross alt hoch",
        "hvor" => "mange mye meget lenge langt laenge ofte stor stort stora gammel",
        "hoe" => "veel lang ver vaak groot oud hoog",
        _ => return false,
    };
    measures.split(' ').any(|known| known == measure)
}

/// The stop words of a language, folded.
pub(super) fn of(language: Language) -> impl Iterator<Item = &'static str> {
    let words = STOP_WORDS.get(&language).into_iter().flatten();
    words.map(String::as_str)
}

/// Whether a folded word joins the members of an enumeration.
pub(super) fn is_conjunction(language: Language, word: &str) -> bool {
    conjunctions(language)
        .split_whitespace()
        .any(|conjunction| conjunction == word)
}

static STOP_WORDS: LazyLock<HashMap<Language, HashSet<String>>> = LazyLock::new(|| {
    Language::ALL
        .iter()
        .map(|&language| {
            (
                language,
                list(language).split_whitespace().map(fold::fold).collect(),
            )
        })
        .collect()
});

fn conjunctions(language: Language) -> &'static str {
    match language {
        Language::English => "and or",
        Language::Swedish => "och eller",
        Language::German => "und oder sowie bis",
        Language::French => "et ou",
        Language::Spanish => "y o e",
        Language::Italian => "e o",
        Language::Dutch => "en of",
        Language::Danish => "og eller",
        Language::Norwegian => "og eller",
        Language::Portuguese => "e ou",
        Language::Finnish => "ja tai",
        Language::Hungarian => "és vagy",
        Language::Romanian => "și sau",
        Language::Russian => "и или",
        Language::Turkish => "ve veya",
        Language::Greek => "και ή",
        Language::Arabic => "و أو",
        Language::Tamil => "மற்றும்",
        _ => "",
    }
}

fn list(language: Language) -> &'static str {
    match language {
        Language::English => {
            "a an the and or but nor so if then than that this these those there here it its it's he \
            she they them their his her him hers theirs we us our ours you your yours i me my mine \
            is are was were be been being am do does did doing done has have had having will would \
            shall should can could may might must of in on at by for from with to into onto about as \
            over under up out off not no what which who whom whose where when why how isn't aren't \
            wasn't weren't don't doesn't didn't what's where's who's how's when's there's that's \
            also just only very too such each any some all both either neither while during because \
            until between through again once own same tell please know i'm you're we're they're \
            let's"
        }
        Language::Swedish => {
            "och eller men så om att som det den de dem denna detta dessa en ett han hon vi oss vår \
            vårt våra ni er era du dig din ditt dina jag mig min mitt mina sin sitt sina är var vara \
            varit blir blev bli blivit har hade ha haft kan kunde ska skall skulle vill ville må \
            måste får fick av i på vid för från med till hos inte ej nej vad vilken vilket vilka vem \
            vems vart varför hur när då där här än också bara mycket mer någon något några alla allt \
            under över ut upp ner in mellan genom efter innan utan sedan åt göra gör gjorde man \
            deras hans hennes dess"
        }
        Language::German => {
            "und oder aber so wenn dass daß der die das dem den des ein eine einer eines einem einen \
            er sie es wir uns unser unsere ihr euch ihre ihrem ihren ihrer ihres sein seine seinem \
            seinen seiner seines ich mich mir mein meine du dich dir dein deine ist sind war waren \
            wurde wurden wird werden worden bin bist sei gewesen hat haben hatte hatten habe kann \
            können konnte konnten soll sollen sollte will wollen wollte muss müssen musste darf \
            dürfen von in im ins an am auf bei beim für aus mit zu zum zur nach über unter vor durch \
            um bis als wie was welche welcher welches welchen welchem wer wem wen wessen wo wohin \
            woher wann warum wieso nicht kein keine keinen keiner nein auch nur sehr mehr da dort \
            hier man sich noch schon dieser diese dieses diesem diesen jener doch denn"
        }
        Language::French => {
            "et ou mais donc or ni car si que qui quoi dont où quand comment pourquoi combien quel \
            quelle quels quelles le la les l un une des du de d au aux ce cet cette ces il elle ils \
            elles on nous vous tu je me te se moi toi lui leur leurs son sa ses mon ma mes ton ta \
            tes notre nos votre vos est sont était étaient être été suis es a ont avait avaient \
            avoir eu ai as fait faire peut peuvent pouvait doit doivent dans en sur sous par pour \
            avec sans chez vers à ne pas plus non aussi très y qu c s n j m t même comme entre"
        }
        Language::Spanish => {
            "y o u e pero si que quien quién quienes quiénes cual cuál cuales cuáles cuyo donde dónde \
            cuando cuándo como cómo porque por qué para con sin sobre entre el la los las lo un una \
            unos unas de del a al en es son era eran fue fueron ser sido está están estaba estar ha \
            han había haber hay tiene tienen tenía yo tú él ella ellos ellas nosotros vosotros me te \
            se nos os le les mi mis tu tus su sus este esta estos estas ese esa eso esos esas aquel \
            no ni también muy más ya cuánto cuánta cuántos cuántas desde hasta"
        }
        Language::Italian => {
            "e ed o ma se che chi cui quale quali dove quando come perché quanto quanta quanti quante \
            il lo la i gli le un uno una di del dello della dei degli delle a al allo alla ai agli \
            alle da dal dallo dalla dai dalle in nel nello nella nei negli nelle su sul sulla con \
            per tra fra è sono era erano essere stato stata stati fu ha hanno aveva avere io tu lui \
            lei noi voi loro mi ti si ci vi suo sua suoi sue mio mia questo questa questi queste \
            quello quella non anche più molto"
        }
        Language::Dutch => {
            "en of maar als dat die dit deze de het een er hij zij ze wij we ons onze jullie u uw je \
            jouw ik mij me mijn is zijn was waren ben bent geweest wordt worden werd werden heeft \
            hebben had hadden kan kunnen kon zal zullen zou moet moeten mag van in op aan bij voor \
            uit met te tot naar over onder door om wat welke welk wie wiens waar wanneer waarom hoe \
            niet geen nee ook zeer meer daar hier hun haar hem zich nog al dan"
        }
        Language::Danish => {
            "og eller men så hvis at som det den de dem denne dette disse en et han hun vi os vores i \
            jer du dig din dit dine jeg mig min mit mine sin sit sine er var være været bliver blev \
            blive blevet har havde have haft kan kunne skal skulle vil ville må måtte af på ved for \
            fra med til hos ikke nej hvad hvilken hvilket hvilke hvem hvor hvorfor hvordan hvornår \
            når da der her end også kun meget mere nogen noget alle alt under over ud op ned ind \
            mellem gennem efter om man deres hans hendes"
        }
        Language::Norwegian => {
            "og eller men så hvis at som det den de dem denne dette disse en ei et han hun vi oss vår \
            vårt våre dere du deg din ditt dine jeg meg min mitt mine sin sitt sine er var være vært \
            blir ble bli blitt har hadde ha hatt kan kunne skal skulle vil ville må måtte av i på \
            ved for fra med til hos ikke nei hva hvilken hvilket hvilke hvem hvor hvorfor hvordan \
            når da der her enn også bare mye mer noen noe alle alt under over ut opp ned inn mellom \
            gjennom etter om man deres hans hennes"
        }
        Language::Portuguese => {
            "e ou mas se que quem qual quais cujo onde quando como porque porquê por para com sem \
            sobre entre o a os as um uma uns umas de do da dos das em no na nos nas ao aos à às é \
            são era eram foi foram ser sido está estão estava estar há tem têm tinha ter havia eu tu \
            ele ela eles elas nós vós você vocês me te lhe lhes meu minha seu sua seus suas este \
            esta estes estas esse essa isso aquele não nem também muito mais já quanto quanta \
            quantos quantas pelo pela pelos pelas até desde"
        }
        Language::Finnish => {
            "ja tai mutta jos että joka jotka mikä mitkä mitä minkä kuka ketkä kenen missä mistä \
            mihin milloin miksi miten kuinka montako on ovat oli olivat olla ollut olen olet ei \
            eivät en et se ne tämä nämä tuo nuo hän he me te minä sinä sen niiden tämän hänen heidän \
            meidän teidän minun sinun myös vain hyvin kun kuin niin siellä täällä tuli tulee ole voi \
            voivat"
        }
        Language::Hungarian => {
            "a az egy és vagy de ha hogy aki ami amely mi ki mely melyik hol hová honnan mikor miért \
            hogyan hány mennyi van vannak volt voltak lesz lenni nem ne is csak ez ezt azt ezek azok \
            én te ő ti ők meg már még mint majd akkor itt ott"
        }
        Language::Romanian => {
            "și sau dar dacă că care cine ce cui unde când cum de cât câtă câți câte un o unui unei \
            al a ai ale cel cea cei cele la în din pe cu pentru fără prin spre este sunt era erau fi \
            fost au avea avut are el ea ei ele noi voi eu tu se își îi le lui lor său sa nu nici mai \
            foarte acest această acești aceste"
        }
        Language::Russian => {
            "и или но а если что чтобы который которая которое которые кто кого кому чей где куда \
            откуда когда почему зачем как сколько какой какая какое какие в во на с со у к ко по о \
            об от до из за для при под над без через это этот эта эти тот та те то он она оно они мы \
            вы я ты его её их нас вас меня тебя ему ей им был была было были быть есть будет не ни \
            да нет же ли бы также только очень ещё уже свой своя свои"
        }
        Language::Turkish => {
            "ve veya ile ama eğer ki bu şu o bunlar şunlar onlar bir ben sen biz siz benim senin onun \
            bizim sizin ne neden niçin nasıl nerede nereye nereden zaman kim kimin hangi kaç mi mı \
            mu mü için gibi kadar daha çok de da değil var yok olan olarak oldu olduğu idi"
        }
        Language::Greek => {
            "και ή αλλά αν ότι που ποιος ποια ποιο ποιοι ποιες πού πότε γιατί πώς πόσο πόσα πόσοι ο η \
            το οι τα του της των τον την τους τις ένας μια ένα σε στο στη στην στον στους στις στα \
            από με για προς χωρίς είναι ήταν είχε έχει έχουν να θα δεν μη μην αυτός αυτή αυτό αυτοί \
            εγώ εσύ εμείς εσείς μου σου μας σας ως κατά μετά πριν"
        }
        Language::Arabic => {
            "في من إلى على عن مع هذا هذه ذلك تلك هؤلاء الذي التي الذين هو هي هم هن أنا أنت نحن كان \
            كانت كانوا يكون تكون أن إن لا لم لن ما ماذا متى أين كيف لماذا كم أي هل و أو ثم بل لكن قد \
            كل بعض عند بين حتى منذ بعد قبل غير"
        }
        Language::Tamil => {
            "ஒரு இது அது இந்த அந்த என்று என்ன எங்கே எப்போது எப்படி ஏன் யார் எந்த எத்தனை மற்றும் \
            அல்லது ஆனால் உள்ள இருந்து என உள்ளது ஆகும் இருந்தது"
        }
        Language::Chinese => "的 了 是 在 和 与 吗 呢 吧 啊 什么 哪里 哪 谁 怎么 为什么 多少 几 有",
        Language::Japanese => "の は が を に で と も へ か や です ます した する こと",
        Language::Korean | Language::Thai | Language::Other => "",
    }
}
