//! How questions begin, language by language.

/// Words that identify a language, and words that begin a question in it. All lists are in lower
/// case and space-separated.
pub(in crate::discord) struct Grammar {
    /// "where", "wann": a sentence that begins with one asks, unless a subject follows at once
    /// ("when I was young").
    interrogatives: &'static str,
    /// "is", "kann": a sentence that begins with one asks if a subject follows at once.
    verbs: &'static str,
    /// Subjects: pronouns and articles.
    subjects: &'static str,
    /// Pronouns that turn an interrogative into a conjunction.
    pronouns: &'static str,
    /// Beginnings that make a question by themselves: "does anyone", "how to".
    phrases: &'static [&'static str],
    /// More frequent words, to identify the language.
    frequent: &'static str,
}

const GRAMMARS: &[Grammar] = &[
    // English
    Grammar {
        interrogatives: "where when who whom whose why how what which where's when's who's why's \
            how's what's wheres whats hows",
        verbs: "is are was were does did can could will would should shall may has had isn't \
            aren't don't doesn't can't couldn't won't",
        subjects: "i you we they he she it the a an this that these those there any anyone anybody \
            someone somebody my your our their his her",
        pronouns: "i you we they he she",
        phrases: &[
            "does anyone",
            "does anybody",
            "does someone",
            "anyone know",
            "anybody know",
            "anyone knows",
            "do you",
            "do i",
            "do we",
            "do they",
            "do people",
            "have you",
            "have they",
            "how to",
            "i wonder",
            "i was wondering",
            "any idea",
            "any ideas",
            "any chance",
        ],
        frequent: "of to in on for with and or not my from at by be",
    },
    // Swedish
    Grammar {
        interrogatives: "var när vem vems varför hur vad vilken vilket vilka vart varifrån",
        verbs: "är kan ska får finns har vill måste går gäller behöver blir var skulle kunde",
        subjects: "jag du vi de dom han hon det den man ni någon nån några en ett min din",
        pronouns: "jag du vi de dom han hon man ni",
        phrases: &[
            "vet någon",
            "vet nån",
            "någon som vet",
            "nån som vet",
            "undrar",
        ],
        frequent: "och att som på för med av inte till från i om",
    },
    // German
    Grammar {
        interrogatives: "wo wann wer wem wen wessen warum wieso weshalb wie was welche welcher \
            welches welchen wohin woher womit wofür wieviel",
        verbs: "ist sind kann können darf dürfen muss müssen gibt hat haben wird werden soll sollte \
            will war waren könnte könnt kannst hast",
        subjects: "ich du wir sie er es man ihr der die das ein eine einen jemand mein dein dieser",
        pronouns: "ich du wir sie er es man ihr",
        phrases: &[
            "weiß jemand",
            "weiss jemand",
            "kennt jemand",
            "hat jemand",
            "weiß wer",
        ],
        frequent: "und nicht mit von zu auf für den dem im am nach",
    },
    // Norwegian, and Danish, which is close enough
    Grammar {
        interrogatives: "hvor når hvem hvorfor hvordan hva hvilken hvilket hvilke hvorhen hvornår hvad",
        verbs: "er kan skal får finnes har vil må går gjelder blir var skulle kunne findes",
        subjects: "jeg du vi de han hun det den man dere noen en ei et min din nogen",
        pronouns: "jeg du vi de han hun man dere",
        phrases: &[
            "vet noen",
            "noen som vet",
            "er det noen",
            "ved nogen",
            "lurer på",
        ],
        frequent: "og å som på for med av ikke til fra i om at",
    },
    // Dutch
    Grammar {
        interrogatives: "waar wanneer wie waarom hoe wat welke welk waarheen hoeveel",
        verbs: "is zijn kan kunnen mag mogen moet moeten heeft hebben wordt worden zal zou gaat was",
        subjects: "ik je jij we wij ze zij hij het u men jullie de een er iemand mijn dit dat",
        pronouns: "ik je jij we wij ze zij hij men jullie",
        phrases: &["weet iemand", "heeft iemand", "kent iemand"],
        frequent: "en van niet met voor op aan naar te bij",
    },
    // French
    Grammar {
        interrogatives: "où quand qui pourquoi comment combien quel quelle quels quelles que quoi",
        verbs: "est sont peut peuvent faut existe a ont puis pouvez",
        subjects: "ce on il elle je nous vous y le la les un une mon ton t",
        pronouns: "je tu il elle on nous vous ils elles j'ai",
        phrases: &[
            "est ce",
            "est-ce",
            "qu'est",
            "qu’est",
            "quelqu'un sait",
            "quelqu’un sait",
            "y a-t-il",
            "y a t",
        ],
        frequent: "de des du et en pour avec dans pas sur au aux",
    },
    // Spanish
    Grammar {
        interrogatives: "dónde donde cuándo cuando quién quien quiénes cómo como qué cuál cuáles \
            cuánto cuánta cuántos cuántas adónde",
        verbs: "hay es está están puedo puede se tiene existe",
        subjects: "el la los las un una alguien algún alguna yo mi tu puede",
        pronouns: "yo tú él ella nosotros ellos ellas me te nos era estaba fui",
        phrases: &[
            "alguien sabe",
            "por qué",
            "para qué",
            "sabe alguien",
            "hay algún",
            "hay alguna",
        ],
        frequent: "de que y en del para con no por al lo su",
    },
];

/// Words that can precede a question.
const GREETINGS: &str = "hi hello hey hiya yo so and but ok okay well um please sorry all everyone \
    everybody guys folks team hej hejsan hallå tja men och så alla hallo moin servus und aber also \
    leute alle zusammen hei heisann og goedemorgen dag en maar allemaal bonjour salut coucou et mais \
    alors tous hola buenas y pero pues todos";

/// Tags that ask for agreement, not for an answer.
const TAGS: &[&str] = &[
    "right",
    "ok",
    "okay",
    "huh",
    "eh",
    "no",
    "yes",
    "innit",
    "isn't it",
    "isn’t it",
    "aren't they",
    "aren’t they",
    "doesn't it",
    "doesn’t it",
    "don't you",
    "don’t you",
    "you know",
    "eller hur",
    "eller",
    "va",
    "visst",
    "oder",
    "oder nicht",
    "nicht wahr",
    "ne",
    "gell",
    "ikke sant",
    "vel",
    "ikke",
    "toch",
    "hè",
    "niet",
    "non",
    "n'est-ce pas",
    "n’est-ce pas",
    "hein",
    "verdad",
    "cierto",
    "no es así",
];

/// Chinese question words; a sentence without a question mark that has one asks.
const CHINESE: &[&str] = &[
    "什么",
    "怎么",
    "为什么",
    "哪里",
    "哪儿",
    "哪个",
    "哪些",
    "谁",
    "几点",
    "多少",
    "何时",
    "如何",
    "是否",
    "能不能",
    "有没有",
    "是不是",
    "可不可以",
    "请问",
];
/// Phrases with those words that state something.
const CHINESE_STATEMENTS: &[&str] = &["没什么", "什么都", "怎么都", "谁都", "多少都"];
/// How questions end in Chinese, Japanese and Korean.
const ENDINGS: &[&str] = &[
    "吗",
    "呢",
    "か",
    "かな",
    "の？",
    "까",
    "나요",
    "가요",
    "인가",
    "는지요",
    "ㄹ까",
];

impl Grammar {
    /// Whether a sentence of these words begins like a question.
    pub(in crate::discord) fn begins(&self, words: &[String]) -> bool {
        let joined = words.iter().take(3).cloned().collect::<Vec<_>>().join(" ");
        if self.phrases.iter().any(|it| begins_with_words(&joined, it)) {
            return true;
        }
        let (Some(first), Some(second)) = (words.first(), words.get(1)) else {
            return false;
        };
        if has(self.interrogatives, first) {
            return !has(self.pronouns, second);
        }
        words.len() > 2 && has(self.verbs, first) && has(self.subjects, second)
    }

    fn familiarity(&self, words: &[String]) -> usize {
        let lists = [
            self.interrogatives,
            self.verbs,
            self.subjects,
            self.frequent,
        ];
        let known = |word: &&String| lists.iter().any(|list| has(list, word));
        let phrases = words
            .windows(2)
            .filter(|two| self.phrases.contains(&two.join(" ").as_str()));
        words.iter().filter(known).count() + phrases.count()
    }
}

/// The grammars that fit a text best: several if they tie, none if none fits.
pub(in crate::discord) fn of(text: &str) -> Vec<&'static Grammar> {
    use unicode_segmentation::UnicodeSegmentation as _;
    let words: Vec<String> = text.unicode_words().map(str::to_lowercase).collect();
    let familiar: Vec<(usize, &Grammar)> = GRAMMARS
        .iter()
        .map(|grammar| (grammar.familiarity(&words), grammar))
        .collect();
    let most = familiar.iter().map(|(known, _)| *known).max().unwrap_or(0);
    familiar
        .into_iter()
        .filter(|(known, _)| *known == most && most > 0)
        .map(|(_, grammar)| grammar)
        .collect()
}

pub(in crate::discord) fn is_greeting(word: &str) -> bool {
    has(GREETINGS, word)
}

/// Whether a last clause only asks for agreement.
pub(in crate::discord) fn is_tag(clause: &str) -> bool {
    TAGS.contains(&clause)
}

/// Whether most letters of a text are of a script without spaces, or Korean, whose questions also
/// show at their end.
pub(in crate::discord) fn is_spaceless(text: &str) -> bool {
    let letters = text.chars().filter(|letter| letter.is_alphabetic());
    let (mut all, mut spaceless) = (0usize, 0usize);
    for letter in letters {
        all += 1;
        spaceless += usize::from(matches!(
            letter,
            '\u{3040}'..='\u{30ff}' | '\u{3400}'..='\u{9fff}' | '\u{ac00}'..='\u{d7a3}'
        ));
    }
    spaceless * 2 > all
}

/// Whether a sentence in such a script asks without a question mark.
pub(in crate::discord) fn asks_without_spaces(sentence: &str) -> bool {
    let bare = sentence.trim_end_matches(['。', '.', ' ', '~', '～']);
    if ENDINGS.iter().any(|ending| bare.ends_with(ending)) {
        return true;
    }
    let ended = sentence.ends_with(['。', '！', '!', '.']);
    let has = |words: &[&str]| words.iter().any(|word| sentence.contains(word));
    !ended && has(CHINESE) && !has(CHINESE_STATEMENTS)
}

fn has(list: &str, word: &str) -> bool {
    list.split_whitespace().any(|known| known == word)
}

fn begins_with_words(text: &str, phrase: &str) -> bool {
    text.strip_prefix(phrase)
        .is_some_and(|rest| rest.is_empty() || rest.starts_with(' '))
}
