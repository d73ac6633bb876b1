### Vad botten säger på svenska.

## Kommandon

command_ask = fråga
    .description = Svarar på en fråga ur artiklarna
option_ask_question = fråga
    .description = Det du vill veta
option_ask_private = privat
    .description = Visa svaret bara för dig
option_ask_for = till
    .description = Medlemmen som svaret är till
command_help = hjälp
    .description = Visar hur du frågar och hur du söker mer exakt
command_reindex = indexera
    .description = Läser artiklarna på nytt och visar vad som ändrats
command_index = index
    .description = Visar vad som hände med indexet, och går tillbaka till ett tidigare
command_index_rollback = tillbaka
    .description = Låter en tidigare generation av indexet svara igen
command_index_history = historik
    .description = Visar vem som ändrade indexet, när, och vad det ledde till
option_index_rollback_generation = generation
    .description = Generationens nummer; den förra om det utelämnas
command_status = status
    .description = Visar hur det står till med indexet
command_settings = inställningar
    .description = Visar och ändrar hur jag beter mig i en kanal
option_settings_channel = kanal
    .description = Kanalen; den här om du utelämnar den
option_settings_mode = läge
    .description = När jag svarar där
option_settings_answers_in = svar-i
    .description = Var mina svar hamnar
option_settings_forum = forum
    .description = Om jag hjälper till med nya inlägg i ett forum
option_settings_solved_tag = löst-tagg
    .description = Taggen som markerar ett foruminlägg som löst
option_settings_digest = veckobrev
    .description = Om jag varje vecka skriver i kanalen hur det har gått med frågorna
command_stats = statistik
    .description = Visar hur det har gått med frågorna på sistone
option_stats_days = dagar
    .description = Hur många dagar tillbaka
command_doctor = felsök
    .description = Kontrollerar om jag kan arbeta här och säger hur du rättar det som är fel
command_privacy = integritet
    .description = Visar eller raderar det jag har sparat om dig
command_privacy_show = visa
    .description = Visar det jag har sparat om dig
command_privacy_forget = glöm
    .description = Raderar det jag har sparat om dig
menu_find_articles = Hitta artiklar om det här
choice_off = Aldrig
choice_when_asked = När någon frågar
choice_when_confident = När jag är säker
choice_channel = I kanalen
choice_thread = I en tråd

## Hjälp

help = Fråga mig något: skriv din fråga efter mitt namn, skicka den till mig som direktmeddelande, svara på ett meddelande med mitt namn eller använd `/{ command_ask }`. Jag svarar med stycken ur artiklarna.
help_page =
    {"**"}Så frågar du**
    Skriv din fråga efter mitt namn, skicka den till mig som direktmeddelande, svara på ett meddelande med mitt namn eller använd `/{ command_ask }`. Svara på ett av mina svar för att fråga vidare.

    {"**"}Så söker du mer exakt**
    - `"elektrisk bil"`: exakt de orden, i den ordningen
    - `-lastbil`: inget med det ordet
    - `in:historia`: bara i avsnitt eller artiklar med det i titeln
    - `after:2024` eller `before:2025-06`: bara artiklar från efter eller före det
    - `lang:sv`: bara artiklar på det språket

## Svar

closest = Jag är inte säker på att det här besvarar frågan. De närmaste styckena:
not_covered = Artiklarna tar inte upp det här.
nearest = Artiklar som kommer närmast:
nearest_buttons = Menar du någon av de här? Tryck på en titel för att fråga om den.
unseen = -# Finns inte i någon artikel: { $words }
narrowed = -# Jag letade bara bland: { $filters }
nothing_among = Inget passar både frågan och { $filters }. Försök utan.
question_cut =
    -# Din fråga var lång; jag använde { $used ->
        [one] det första tecknet
       *[other] de första { $used } tecknen
    }.
searched_for = -# Jag sökte efter { $words }.
sources_differ = -# Källorna är inte överens: { $sources }
refreshed = -# Artiklarna har ändrats sedan du frågade, så resultaten är nya.
unverified = obekräftad källa
source_changed = Källan ändrades { $when }. Nu står det:
source_gone = Källan ändrades { $when }. Stycket som citeras här finns inte längre i artiklarna.
further_source_gone = Ett annat stycke som citeras här finns inte längre i artiklarna.
answer_before = Svaret dessförinnan:
suggested_by = -# Föreslaget av { $helper }
answer_for = Till { $member }:
page_of = Sida { $page } av { $pages }
no_more_passages = Det finns inga fler stycken om det här.
section_gone = Det avsnittet finns inte längre i artiklarna.

## Knappar

button_more = Fler stycken
button_section = Hela avsnittet
button_back = Tillbaka
button_next = Nästa sida
button_post = Skicka det här
button_tell_editors = Säg till redaktörerna
button_tell_me = Säg till när det finns ett svar
button_tell_me_not = Säg inte till
button_solved = Det här löste det
button_publish = Publicera
button_discard = Förkasta
button_details = Detaljer
button_forget = Glöm allt
button_cancel = Avbryt

## Efter en knapp

only_asker_or_moderator = Det kan bara den som frågade eller en moderator göra.
button_too_old = Den här knappen är för gammal. Fråga igen med `/{ command_ask }`.
not_saved = Jag kan tyvärr inte spara det just nu. Försök igen om några minuter.
feedback_thanks = Tack!
feedback_taken_back = Taget tillbaka.
feedback_noted = Tack. Det hjälper till att göra artiklarna bättre.
feedback_placeholder = Vad var det för fel?
feedback_wrong = Det är fel
feedback_outdated = Det är inaktuellt
feedback_off_topic = Det var inte det jag frågade om
feedback_unclear = Det är otydligt
told_editors = Tack. Redaktörerna kommer att se din fråga.
told_editors_already = Redaktörerna känner redan till den här frågan.
reminder_set = Jag skickar ett meddelande till dig när artiklarna har ett svar.
reminder_taken_back = Jag skickar inget meddelande om det här.
reminder_answer =
    Du frågade: { $question }
    Nu har artiklarna ett svar:
solved_thanks = Kul att det hjälpte. Inlägget är markerat som löst.
solved_untagged = Kul att det hjälpte. Jag får inte ändra inläggets taggar, så markera det gärna som löst själv.

## "Hitta artiklar om det här" och inlägg i forum

found_for_message = Stycken om det meddelandet. Välj ett för att skicka det som svar.
found_nothing = Jag hittade inget i artiklarna om det meddelandet.
message_without_text = Det meddelandet har ingen text som jag kan söka efter.
message_gone = Det meddelandet finns inte längre.
posted = Skickat.
forum_opening = De här styckena kanske hjälper:

## Varför det inte blev något svar

no_words = Jag hittade inga ord att söka efter i det. Fråga mig gärna i en mening.
busy = För många frågor väntar just nu. Fråga igen om en minut.
cooldown_user = Du har frågat mycket på kort tid. Du kan fråga igen om { $left }.
cooldown_channel = Det ställs många frågor i den här kanalen. Du kan fråga igen om { $left }.
cooldown_server = Det ställs många frågor på den här servern. Du kan fråga igen om { $left }.
no_index = Jag har inte läst några artiklar än. Någon med behörigheten Hantera server kan starta det med `/{ command_reindex }`.
restarting = Jag håller på att starta om. Försök igen om en minut.
interrupted = Jag startades om innan det här var klart. Försök igen om en minut.
failed = Något gick fel hos mig, förlåt. Försök igen; om det inte går över, ge det här id:t till dem som sköter mig: `{ $id }`
unreadable_reference = Jag kan inte läsa meddelandet du svarade på: Discord visar det för mig bara när det nämner mig. Skriv frågan till mig eller använd `/{ command_ask }`.
missing_reference = Meddelandet du svarade på finns inte längre. Skriv frågan till mig eller använd `/{ command_ask }`.
may_not_write = Jag får inte skriva i { $channel }, så jag svarar dig här.
turned_off = Jag är avstängd i { $channel }, så jag svarar inte där. Medlemmar med behörigheten Hantera server kan ändra det med `/{ command_settings }`.
thread_refused = -# Jag får inte starta en tråd här, så jag svarar i kanalen.
not_allowed = Det kan bara medlemmar med behörigheten Hantera server göra.
server_only = Det fungerar bara på en server.

## Indexering

reindex_running = { $by } har redan startat en indexering. { $progress }
phase_scanning = Letar efter artiklar
phase_indexing = Läser artiklar
phase_writing = Skriver indexet
phase_verifying = Kontrollerar indexet
phase_comparing = Jämför svar
phase_publishing = Publicerar indexet
phase_progress =
    { $phase }: { $done } av { $total ->
        [one] { $total } fil
       *[other] { $total } filer
    }, { $failed } misslyckades
phase_questions =
    { $phase }: { $done } av { $total ->
        [one] { $total } fråga
       *[other] { $total } frågor
    }
reindex_over = Indexeringen är avslutad; se meddelandet nedan.
reindex_done =
    {"**"}Indexeringen är klar** efter { $took }: { $articles ->
        [one] { $articles } artikel
       *[other] { $articles } artiklar
    }, { $passages ->
        [one] { $passages } stycke
       *[other] { $passages } stycken
    }.
reindex_unchanged = Inget hade ändrats, så indexet får vara som det är.
reindex_failed = **Indexeringen misslyckades.** Svaren kommer fortfarande från det tidigare indexet. Loggen säger varför, under id:t `{ $id }`
added = **Tillagda** { $count }
changed = **Ändrade** { $count }
removed = **Borttagna** { $count }
skipped =
    {"**"}Hoppade över** { $count ->
        [one] { $count } fil
       *[other] { $count } filer
    }
and_more = och { $count } till

## Publiceringar

release_waiting =
    {"**"}Redo att publiceras**, byggt på { $took }: { $articles ->
        [one] { $articles } artikel
       *[other] { $articles } artiklar
    }, { $passages ->
        [one] { $passages } stycke
       *[other] { $passages } stycken
    }. Svaren kommer fortfarande från det tidigare indexet.
release_held_rule = Det väntar på att någon trycker på en knapp, som `release.auto_publish` säger.
release_held_golden =
    Det väntar eftersom det skulle ta det rätta svaret från { $count ->
        [one] { $count } kontrollfråga
       *[other] { $count } kontrollfrågor
    }.
release_held_unjudged = Det väntar eftersom kontrollfrågorna inte kunde ställas: { $problem }
release_held_empty = Det väntar eftersom ingen artikel skulle bli kvar.
release_held_undone = Det väntar eftersom någon gick tillbaka från just de här filerna.
release_golden = {"**"}Kontrollfrågor**: { $asked } ställda. Annat första stycke: { $changed }; rätt svar förlorat: { $worse }, vunnet: { $better }
release_recent = {"**"}Senaste frågor**: { $asked } ställda. Blir besvarade: { $answered }; blir inte längre besvarade: { $stopped }
release_size = Stycken { $before } → { $after }, på disk { $disk_before } → { $disk_after }
release_calibration = Kalibrering: besvarad från en säkerhet på { $answered_before } → { $answered }, täckt från { $covered_before } → { $covered }
golden_before = före: { $passage }
golden_after = efter: { $passage }
golden_nothing = inget stycke
details_answered = **Blir besvarade**
details_stopped = **Blir inte längre besvarade**
details_elsewhere = och { $count } till, ställda privat eller någon annanstans
release_published = **Publicerat** av { $by }.
release_discarded = **Förkastat** av { $by }. Svaren kommer från det tidigare indexet.
release_gone = Det finns inte längre: det har publicerats eller förkastats, eller så har ett annat publicerats sedan dess.
time_left = ungefär { $left } kvar av detta steg
reindex_cancelled = **Indexeringen avbröts.** Indexet får vara som det är.
reindex_not_running = Den indexeringen pågår inte längre.
rolled_back = **Generation { $to } svarar igen**, som generation { $generation }.
rollback_nothing = Det finns ingen tidigare generation att gå tillbaka till.
rollback_other = Den generationen finns inte kvar. Jag kan gå tillbaka till: { $kept }
history_heading = **Vad som hände med indexet**
history_empty = Inget än.
history_published = { $when } generation { $generation } publicerad av { $by }
history_rolled_back = { $when } { $by } gick tillbaka till generation { $to }, som generation { $generation }
history_discarded = { $when } { $by } förkastade det som hade byggts
history_counts = { $added } tillagda, { $changed } ändrade, { $removed } borttagna, { $skipped } överhoppade
history_worse = rätta svar på kontrollfrågor förlorade: { $count }
automatic_files = -# Startad av ändrade filer
automatic_sources = -# Startad av ändringar i de källor som följs
automatic_schedule = -# Startad av schemat

## Status

no_index_yet = **Inget index än.** `/{ command_reindex }` bygger ett.
generation = **Generation { $generation }**, publicerad { $published }
thresholds = Besvarad från en säkerhet på { $answered }, täckt från { $covered }, kalibrerad med { $questions } frågor
size =
    { $articles ->
        [one] { $articles } artikel
       *[other] { $articles } artiklar
    }, { $passages ->
        [one] { $passages } stycke
       *[other] { $passages } stycken
    }, { $disk } på disk
last_reindex = Senaste indexeringen { $started }, tog { $took }
last_failure = Senaste felet: { $reason }
running_reindex = Indexering av { $by }: { $progress }

## Inställningar

settings_heading = **Inställningar för { $channel }**
settings_mode =
    När jag svarar: { $mode ->
        [off] aldrig
        [asked] när någon frågar mig
       *[confident] när någon frågar mig, och när jag är säker på svaret
    }
settings_answers_in =
    Var svaren hamnar: { $place ->
        [channel] i kanalen
       *[thread] i en egen tråd
    }
settings_forum =
    Nya inlägg i det här forumet: { $state ->
        [on] jag hjälper till när jag är säker på svaret
       *[off] jag är tyst
    }
settings_saved = Sparat.
settings_for_now = Sparat tills jag startas om: det går inte att skriva till min databas. `/{ command_doctor }` säger mer.
settings_needs_content = För att svara utan att bli tillfrågad behöver jag Message Content Intent. Den som sköter mig kan slå på det på applikationens Bot-sida på <https://discord.com/developers/applications> och sätta `discord.message_content = true`.
settings_no_forum = { $channel } är inget forum.
settings_solved_tag = Tagg för lösta inlägg: { $tag }
settings_no_solved_tag = Ingen tagg markerar lösta inlägg; välj en med alternativet `{ option_settings_solved_tag }`.
settings_no_such_tag = { $channel } har ingen tagg som heter { $tag }. Taggarna där: { $tags }

## Statistik

stats_heading =
    {"**"}Statistik för { $days ->
        [one] i dag
       *[other] de senaste { $days } dagarna
    }**
digest_heading = **Veckobrev**: { $from } till { $to }
stats_nothing = Ingen frågade något under den tiden.
stats_questions =
    Frågor: { $questions }{ $change }, från { $people ->
        [one] { $people } person
       *[other] { $people } personer
    }
stats_answered = 🟦 Besvarade: { $count } ({ $share } %{ $change })
stats_closest = 🟨 Närmaste stycken: { $count } ({ $share } %{ $change })
stats_not_covered = 🟥 Tas inte upp: { $count } ({ $share } %{ $change })
stats_votes = Röster: 👍 { $up }{ $up_change } · 👎 { $down }{ $down_change }
stats_most_asked = **Vanligaste frågorna**
stats_asked_by =
    { $question } ({ $people ->
        [one] { $people } person
       *[other] { $people } personer
    })
stats_gaps =
    {"**"}Öppna** { $count ->
        [one] { $count } fråga utan bra svar
       *[other] { $count } frågor utan bra svar
    }
stats_gap =
    { $question } ({ $times ->
        [one] en gång
       *[other] { $times } gånger
    })
stats_slowest = **Långsammaste svaren**
stats_oldest = **Äldsta artiklarna**
stats_unused =
    {"**"}Oanvända** { $count ->
        [one] { $count } av { $articles } artiklar besvarade inget under den tiden, till exempel:
       *[other] { $count } av { $articles } artiklar besvarade inget under den tiden, till exempel:
    }
stats_article = { $title }, { $date }
stats_compared =
    -# ▲ och ▼ jämför med samma tid { $days ->
        [one] en dag
       *[other] { $days } dagar
    } tidigare; andelar i procentenheter
stats_no_texts = -# Jag nämner inga frågor, eftersom deras text inte sparas (`privacy.questions`).
stats_discreet = -# Jag nämner inga frågor här, eftersom alla kan se kanalen.
stats_chart = Stapeldiagram över frågorna varje dag från { $from } till { $to }; besvarade, närmaste stycken, tas inte upp: { $days }
settings_digest = Veckobrev: skickas till { $channel }, nästa { $next }
settings_digest_discreet = Alla kan se den kanalen, så veckobrevet nämner inga frågor där.
settings_digest_forum = { $channel } är ett forum. Välj en textkanal för veckobrevet.

## Felsökning

doctor_heading = **Felsökning för { $channel }**
doctor_well = Allt är som det ska.
doctor_permissions_well = Behörigheter: jag har alla jag behöver här.
doctor_permission_missing = Jag saknar behörigheten **{ $permission }** här. Åtgärd: redigera kanalen, öppna Behörigheter, välj min roll och tillåt **{ $permission }**.
permission_view = Visa kanal
permission_send = Skicka meddelanden
permission_create_threads = Skapa offentliga trådar
permission_send_in_threads = Skicka meddelanden i trådar
permission_embed = Bädda in länkar
permission_attach = Bifoga filer
permission_history = Läs meddelandehistorik
permission_manage_posts = Hantera trådar och inlägg
doctor_threads_refused = Svaren ska hamna i trådar här, men jag får inte skapa några, så jag svarar i kanalen. Åtgärd: redigera kanalen, öppna Behörigheter, välj min roll och tillåt **{ permission_create_threads }** och **{ permission_send_in_threads }**.
doctor_intents_well = Intents: jag hör allt jag behöver.
doctor_content_off = Jag ska svara utan att bli tillfrågad här, men Message Content Intent är av. Åtgärd: slå på det på applikationens Bot-sida på <https://discord.com/developers/applications>, sätt `discord.message_content = true` och starta om mig.
doctor_commands_well = Kommandon: registrerade.
doctor_commands_missing = Mina kommandon är inte registrerade som de ska. Åtgärd: starta om mig; om det inte hjälper, bjud in mig igen med scopet `applications.commands`.
doctor_index_well = Index: byggt { $built }.
doctor_index_missing = Det finns inget index. Åtgärd: kör `/{ command_reindex }`.
doctor_index_old = Indexet är gammalt: byggt { $built }. Åtgärd: kör `/{ command_reindex }`.
doctor_index_failed = Den senaste indexeringen misslyckades { $when }: { $reason }. Åtgärd: ta bort orsaken och kör sedan `/{ command_reindex }`.
doctor_admin_channel_well = Adminkanal: jag kan skriva i { $channel }.
doctor_admin_channel_failed = Jag kunde inte skriva i adminkanalen { $channel }: { $reason }. Åtgärd: låt mig se den och skicka meddelanden där, eller sätt `discord.admin_channel` till en annan.
doctor_store_well = Databas: går att läsa och skriva.
doctor_store_failed = Databasen går inte att använda: { $reason }. Inställningar och omdömen finns bara kvar tills jag startas om. Åtgärd: kontrollera att disken har plats och att jag får skriva till `store.path`, och starta sedan om mig.
doctor_clock_well = Klocka: går rätt.
doctor_clock_off = Min klocka går { $off } fel. Åtgärd: slå på tidssynkronisering (NTP) på datorn som kör mig.
doctor_disk_well = Disk: { $free } ledigt.
doctor_disk_low = Bara { $free } kvar på disken. Åtgärd: frigör utrymme eller flytta `index.dir` till en större disk.

## Artiklarna

command_corpus = artiklar
    .description = Visar, lägger till, ändrar och granskar artiklarna
command_corpus_list = lista
    .description = Visar alla artiklar
option_corpus_list_search = sök
    .description = Ord i en titel, en sökväg eller en tagg
command_corpus_show = visa
    .description = Visar en artikel
option_corpus_show_article = artikel
    .description = Dess sökväg eller titel, eller en del av den
command_corpus_add = lägg-till
    .description = Lägger till en artikel från en fil eller webbsida, efter en förhandsvisning
option_corpus_add_file = fil
    .description = Markdown, HTML, text, PDF eller Word
option_corpus_add_url = url
    .description = Adressen till en sida, med https://
command_corpus_remove = ta-bort
    .description = Tar bort en artikel; det går att ångra
option_corpus_remove_article = artikel
    .description = Dess sökväg eller titel, eller en del av den
command_corpus_set = ange
    .description = Ändrar en artikels titel, taggar eller tillit
option_corpus_set_article = artikel
    .description = Dess sökväg eller titel, eller en del av den
option_corpus_set_title = titel
    .description = Den nya titeln
option_corpus_set_tags = taggar
    .description = De nya taggarna, med komma emellan; - för inga
option_corpus_set_trust = tillit
    .description = Hur mycket man litar på artikeln
command_corpus_sources = källor
    .description = Visar de platser på webben vars artiklar följs
command_corpus_health = hälsa
    .description = Letar efter upprepningar, motsägelser och luckor i artiklarna
choice_high_trust = Hög
choice_normal_trust = Normal
choice_low_trust = Låg
button_add = Lägg till
button_remove = Ta bort
button_undo = Ångra
corpus_heading =
    {"**"}{ $articles ->
        [one] { $articles } artikel
       *[other] { $articles } artiklar
    }**
corpus_waiting = ännu inte indexerad
corpus_skipped = utelämnad: { $reason }
corpus_trust =
    { $level ->
        [high] hög tillit
        [low] låg tillit
       *[normal] normal tillit
    }
corpus_used =
    visad { $times ->
        [one] { $times } gång
       *[other] { $times } gånger
    }
corpus_words =
    { $words ->
        [one] { $words } ord
       *[other] { $words } ord
    }
corpus_tags = Taggar: { $tags }
corpus_added_by = Tillagd { $at } av { $by }, från { $from }
corpus_sections =
    { $count ->
        [one] { $count } avsnitt
       *[other] { $count } avsnitt
    }: { $sections }
corpus_no_such = Det finns ingen artikel som heter { $name }.
corpus_several = Flera artiklar kan menas med { $name }. Ange sökvägen till en av dem:
corpus_preview = Ska jag lägga till den här artikeln?
corpus_one_of = Ge mig antingen en fil eller adressen till en sida.
corpus_refused = Det går inte: { $reason }
corpus_gone = Det finns inte längre; det är redan avklarat, eller för länge sedan.
corpus_added = Tillagd som { $path }.
corpus_not_added = Inget lades till.
corpus_indexing = Indexet uppdateras…
corpus_indexed = Indexet är uppdaterat.
corpus_waits = Svaren förblir som de är tills någon publicerar det, se `/{ command_index } { command_index_history }`.
corpus_remove_question = Ska jag ta bort { $path }? Det går att ångra efteråt.
corpus_removed = { $path } är borttagen.
corpus_restored = { $path } är tillbaka.
corpus_kept = Inget har ändrats.
corpus_set_nothing = Säg vad som ska ändras: titeln, taggarna eller tilliten.
corpus_set_done = { $path } är ändrad.
sources_none = Inga källor följs. Den som kör mig kan ange några under `[[source]]` i konfigurationen.
sources_heading =
    {"**"}{ $sources ->
        [one] { $sources } källa
       *[other] { $sources } källor
    }**
source_new = { $name }: ännu inte besökt
source_failed = { $name }: misslyckades { $when }: { $reason }
source_well =
    { $name }: { $articles ->
        [one] { $articles } artikel
       *[other] { $articles } artiklar
    }, besökt { $when }
health_well = Jag hittade inga fel i artiklarna.
health_heading =
    {"**"}{ $findings ->
        [one] { $findings } sak att se över
       *[other] { $findings } saker att se över
    }**
health_twins = Nästan samma text ({ $percent } %): { $one } och { $other }
health_differ = Olika tal: { $one } säger ”{ $said }”, { $other } säger ”{ $otherwise }”
health_long =
    Ett mycket långt avsnitt: { $place }, { $words ->
        [one] { $words } ord
       *[other] { $words } ord
    }
health_empty = En rubrik utan text: { $place }
health_undated = Inget datum: { $path }
health_link = En länk till ingenting i { $path }: { $target }
health_unused = Inget svar har visat den: { $path }
health_disliked = Fler 👎 än 👍 ({ $down } mot { $up }): { $path }

## Integritet

privacy_nothing = Jag har inte sparat något om dig.
privacy_stored =
    Jag har sparat om dig: { $questions ->
        [one] { $questions } fråga
       *[other] { $questions } frågor
    }, { $ratings ->
        [one] { $ratings } omdöme
       *[other] { $ratings } omdömen
    }, { $reminders ->
        [one] { $reminders } påminnelse
       *[other] { $reminders } påminnelser
    }.
privacy_kept =
    { $how ->
        [full] Jag sparar frågornas text
        [hashed] Jag sparar frågor bara som ett fingeravtryck som inte går att läsa
       *[off] Jag sparar inte frågornas text
    }; allt raderas efter { $days ->
        [one] { $days } dag
       *[other] { $days } dagar
    }.
privacy_forget_question = Ska jag radera allt jag har sparat om dig? Det går inte att ångra.
privacy_forgotten = Klart. Jag har inte längre något sparat om dig.
privacy_failed = Jag når inte min databas just nu, så inget har raderats. Försök igen senare.
privacy_unreachable = Jag når inte min databas just nu. Försök igen senare.

## Värden

calendar_day =
    { $day } { $month ->
        [1] januari
        [2] februari
        [3] mars
        [4] april
        [5] maj
        [6] juni
        [7] juli
        [8] augusti
        [9] september
        [10] oktober
        [11] november
       *[12] december
    } { $year }
decimal = { $whole },{ $tenths }
list_comma = {", "}
seconds = { $seconds } s
minutes = { $minutes } min { $seconds } s
hours = { $hours } h { $minutes } min
bytes = { $size } B
kibibytes = { $size } KiB
mebibytes = { $size } MiB
gibibytes = { $size } GiB

## Luckor, guldfrågor, förklaringar, justering och statistik.

command_gaps = luckor
    .description = Visar och avgör det som fått dåliga eller inga svar
command_gaps_list = lista
    .description = Visar det som är öppet, lika frågor tillsammans
command_gaps_mark = markera
    .description = Avgör vad som händer med en fråga och dess likar
option_gaps_mark_question = fråga
    .description = Frågan
option_gaps_mark_as = som
    .description = Vad som beslutas
option_gaps_mark_article = artikel
    .description = Artikeln som täcker den; den blir en guldfråga
option_gaps_mark_member = medlem
    .description = Vem som skriver en artikel om det
command_gaps_export = exportera
    .description = Ger allt som en tabell för kalkylprogram
command_golden = guldfrågor
    .description = Sköter frågor vars rätta artikel är känd
command_golden_add = lägg-till
    .description = Lägger till en fråga med dess rätta artikel
option_golden_add_question = fråga
    .description = Frågan, så som folk ställer den
option_golden_add_article = artikel
    .description = Artikeln som besvarar den
command_golden_list = lista
    .description = Visar guldfrågorna
command_golden_remove = ta-bort
    .description = Tar bort en guldfråga
option_golden_remove_question = fråga
    .description = Guldfrågan
command_golden_run = kör
    .description = Ställer guldfrågorna och visar vilka som blir fel
command_explain = förklara
    .description = Berättar varför en fråga besvaras som den gör
option_explain_question = fråga
    .description = Frågan
option_explain_expected = väntad
    .description = Artikeln som borde ha svarat
command_tune = justera
    .description = Ändrar hur frågor besvaras och visar först vad det gör
command_tune_synonym = synonym
    .description = Låter ord betyda samma sak
option_tune_synonym_words = ord
    .description = Orden, åtskilda med kommatecken
option_tune_synonym_reason = orsak
    .description = Varför, för dem som läser historiken
command_tune_pin = fäst
    .description = Fäster svaret på en fråga vid en artikel eller ett avsnitt
option_tune_pin_question = fråga
    .description = Frågan, ord för ord
option_tune_pin_article = artikel
    .description = Artikeln eller avsnittet som besvarar den
option_tune_pin_reason = orsak
    .description = Varför, för dem som läser historiken
command_tune_trust = förtroende
    .description = Säger hur långt en artikel är att lita på
option_tune_trust_article = artikel
    .description = Artikeln
option_tune_trust_trust = förtroende
    .description = Hur långt
option_tune_trust_reason = orsak
    .description = Varför, för dem som läser historiken
command_tune_confidence = säkerhet
    .description = Säger hur säkert ett svar måste vara
option_tune_confidence_percent = procent
    .description = Andel ej täckta frågor som ändå får besvaras, i procent
option_tune_confidence_reason = orsak
    .description = Varför, för dem som läser historiken
command_tune_history = historik
    .description = Visar vad som ändrats, av vem och varför, och ångrar det
command_audit = logg
    .description = Visar vad administratörer har gjort
menu_right_articles = Det här är rätt artikel
choice_wont_cover = Täcks inte
choice_covered = Täcks av en artikel
choice_assigned = Tilldelad en medlem
choice_open_again = Öppen igen
choice_trust_high = Högt
choice_trust_normal = Normalt
choice_trust_low = Lågt: visas som ej verifierad
button_apply = Tillämpa
gaps_heading =
    {"**"}Luckor:** { $count ->
        [one] { $count } fråga är öppen
       *[other] { $count } frågor är öppna
    }, de vanligaste först
gaps_none = Inget är öppet: alla frågor täcktes och inget svar röstades ner.
gap_counts = { $not_covered } × ej täckt, { $voted_down } × nedröstad, { $reported } × anmäld
gap_alike = och { $count } likadana
gap_state =
    { $state ->
        [wont] täcks inte
        [covered] täcks av { $by }
        [assigned] tilldelad { $by }
       *[open] öppen
    }
gap_marked = { $question }: { $state }.
gap_is_golden = Den är en guldfråga nu.
gap_needs_article = Vilken artikel täcker den? Välj den i alternativet `{ option_gaps_mark_article }`.
gap_needs_member = Vem skriver om det? Välj i alternativet `{ option_gaps_mark_member }`.
gaps_exported =
    Alla luckor som tabell: { $count ->
        [one] { $count } fråga
       *[other] { $count } frågor
    }
question_unknown = Jag känner inte till den frågan här. Välj en av dem jag föreslår.
article_unknown = Jag känner ingen artikel som heter { $article }. Välj en av dem jag föreslår.
golden_heading =
    {"**"}{ $count ->
        [one] { $count } guldfråga
       *[other] { $count } guldfrågor
    }**
golden_none = Det finns inga guldfrågor ännu. `/{ command_golden } { command_golden_add }` lägger till en, liksom menyn på ett svar.
golden_added =
    { $how ->
        [new] Tillagd som guldfråga:
        [extended] Ännu en rätt artikel för en guldfråga:
       *[known] Det är redan en guldfråga:
    } { $question } → { $article }
golden_removed = Inte längre en guldfråga: { $question }
golden_result = **{ $right } av { $asked } guldfrågor** besvaras från rätt artikel.
golden_wrong = - { $question }: väntat { $expected } (plats { $rank }), först är { $first }
golden_failed = Filen med guldfrågor kan inte användas: { $reason }. Åtgärd: rätta filen, eller se till att jag får skriva den och dess mapp.
golden_no_answer = Det meddelandet visar inget svar från mig som jag minns. Använd menyn på ett svar, eller `/{ command_golden } { command_golden_add }`.
explain_state =
    { $state ->
        [answered] {"**"}Besvarad**
        [closest] {"**"}Nära, kanske inget svar**
       *[not_covered] {"**"}Ej täckt**
    }: säkerhet { $confidence }; besvarad från { $answered }, täckt från { $covered }
explain_signals = -# Säkerheten består av { $parts }
explain_word =
    {"*"}{ $word }* som { $stems }, i { $passages ->
        [one] { $passages } stycke
       *[other] { $passages } stycken
    }
explain_also = även { $words }
explain_candidates =
    { $count ->
        [one] { $count } stycke
       *[other] { $count } stycken
    } rangordnades; de första:
explain_lacks = saknar { $words }
explain_pinned = Administratörer har fäst svaret vid { $place }.
expected_first = **{ $article }** kommer först.
expected_gone = **{ $article }** finns inte i indexet.
expected_missing = **{ $article }** fanns inte bland kandidaterna: dess närmaste stycke saknar { $words }.
expected_crowded = **{ $article }** fanns inte bland kandidaterna: den har alla ord, men för många andra stycken passar bättre.
expected_behind = **{ $article }** är på plats { $rank }, { $by } efter.
expected_most = Den första leder mest i { $name }: { $first } mot { $own }, vilket väger { $weighs }.
tune_effects =
    { $change }
    Det skulle ändra { $changed } av { $tried } guldfrågor och senaste frågor.
tune_effect = - { $question }: { $before } → { $after }
tune_outlook =
    { $state ->
        [answered] besvarad ur { $place }
        [closest] nära { $place }
       *[not_covered] ej täckt ({ $place })
    }
tune_bad_synonyms = Ange två eller fler ord, åtskilda med kommatecken: `bil, vagn`.
tune_gone = Den ändringen är redan avgjord.
tune_applied = Tillämpat: { $change }
tune_undone = Ångrat: { $change }
change_synonym = **Samma betydelse:** { $words }
change_pin = **Fäst:** { $question } → { $place }
change_trust =
    {"**"}Förtroende:** { $article } → { $trust ->
        [high] högt
        [low] lågt
       *[normal] normalt
    }
change_confidence = **Ej täckta frågor som ändå får besvaras:** { $percent } %
change_by = { $by }, { $when }: { $reason }
change_undone = ångrat av { $by }, { $when }
changes_heading = **Ändringar i hur jag svarar**
changes_none = Inget har ändrats: konfigurationen gäller.
audit_heading = **Vad administratörer har gjort**
audit_none = Administratörer har inte gjort något som antecknas ännu.
somebody = någon som har glömts
