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
button_forget = Glöm allt
button_cancel = Avbryt

## Efter en knapp

only_asker = Det kan bara den som frågade göra.
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
phase_publishing = Publicerar indexet
phase_progress =
    { $phase }: { $done } av { $total ->
        [one] { $total } fil
       *[other] { $total } filer
    }, { $failed } misslyckades
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
doctor_threads_refused = Svaren ska hamna i trådar här, men jag får inte skapa några, så jag svarar i kanalen.
doctor_intents_well = Intents: jag hör allt jag behöver.
doctor_content_off = Jag ska svara utan att bli tillfrågad här, men Message Content Intent är av. Åtgärd: slå på det på applikationens Bot-sida på <https://discord.com/developers/applications>, sätt `discord.message_content = true` och starta om mig.
doctor_commands_well = Kommandon: registrerade.
doctor_commands_missing = Mina kommandon är inte registrerade som de ska. Åtgärd: starta om mig; om det inte hjälper, bjud in mig igen med scopet `applications.commands`.
doctor_index_well = Index: byggt { $built }.
doctor_index_missing = Det finns inget index. Åtgärd: kör `/{ command_reindex }`.
doctor_index_old = Indexet är gammalt: byggt { $built }. Åtgärd: kör `/{ command_reindex }`.
doctor_index_failed = Den senaste indexeringen misslyckades { $when }: { $reason }. Åtgärd: ta bort orsaken och kör sedan `/{ command_reindex }`.
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
