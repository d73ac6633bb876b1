### Wat de bot in het Nederlands zegt.

## Opdrachten

command_ask = vraag
    .description = Beantwoordt een vraag uit de artikelen
option_ask_question = vraag
    .description = Wat je wilt weten
option_ask_private = privé
    .description = Het antwoord alleen aan jou laten zien
option_ask_for = voor
    .description = Het lid voor wie het antwoord is
command_help = help
    .description = Laat zien hoe je iets vraagt en hoe je preciezer zoekt
command_reindex = indexeren
    .description = Leest de artikelen opnieuw en laat zien wat er veranderd is
command_index = index
    .description = Laat zien wat er met de index gebeurde, en gaat terug naar een eerdere
command_index_rollback = terug
    .description = Laat een eerdere generatie van de index weer antwoorden
command_index_history = geschiedenis
    .description = Laat zien wie de index wanneer wijzigde, en wat ervan werd
option_index_rollback_generation = generatie
    .description = Het nummer van de generatie; de vorige als het ontbreekt
command_status = status
    .description = Laat zien hoe het met de index staat
command_settings = instellingen
    .description = Laat zien en verandert hoe ik me in een kanaal gedraag
option_settings_channel = kanaal
    .description = Het kanaal; dit kanaal als je het weglaat
option_settings_mode = modus
    .description = Wanneer ik daar antwoord
option_settings_answers_in = antwoorden-in
    .description = Waar mijn antwoorden komen
option_settings_forum = forum
    .description = Of ik help bij nieuwe berichten op een forum
option_settings_solved_tag = opgelost-tag
    .description = De tag die een forumbericht als opgelost markeert
option_settings_digest = weekoverzicht
    .description = Of ik elke week in het kanaal schrijf hoe het met de vragen ging
command_stats = statistieken
    .description = Laat zien hoe het de laatste tijd met de vragen ging
option_stats_days = dagen
    .description = Hoeveel dagen terug
command_doctor = diagnose
    .description = Controleert of ik hier kan werken en vertelt hoe je problemen oplost
command_privacy = privacy
    .description = Laat zien of verwijdert wat ik over je heb opgeslagen
command_privacy_show = toon
    .description = Laat zien wat ik over je heb opgeslagen
command_privacy_forget = vergeet
    .description = Verwijdert wat ik over je heb opgeslagen
menu_find_articles = Zoek artikelen hierover
choice_off = Nooit
choice_when_asked = Als iemand het vraagt
choice_when_confident = Als ik het zeker weet
choice_channel = In het kanaal
choice_thread = In een thread

## Help

help = Vraag me iets: schrijf je vraag achter mijn naam, stuur me een privébericht, beantwoord een bericht met mijn naam, of gebruik `/{ command_ask }`. Ik antwoord met passages uit de artikelen.
help_page =
    {"**"}Zo vraag je iets**
    Schrijf je vraag achter mijn naam, stuur me een privébericht, beantwoord een bericht met mijn naam, of gebruik `/{ command_ask }`. Beantwoord een antwoord van mij om door te vragen.

    {"**"}Zo zoek je preciezer**
    - `"elektrische auto"`: precies deze woorden, in deze volgorde
    - `-vrachtwagen`: niets met dit woord
    - `in:geschiedenis`: alleen in delen of artikelen met dit in de titel
    - `after:2024` of `before:2025-06`: alleen artikelen van daarna of daarvoor
    - `lang:nl`: alleen artikelen in deze taal

## Antwoorden

closest = Ik weet niet zeker of dit je vraag beantwoordt. De passages die het dichtst in de buurt komen:
not_covered = Hier gaan de artikelen niet over.
nearest = Artikelen die het dichtst in de buurt komen:
nearest_buttons = Bedoel je een van deze? Druk op een titel om ernaar te vragen.
unseen = -# In geen enkel artikel gevonden: { $words }
narrowed = -# Ik heb alleen gezocht in: { $filters }
nothing_among = Niets past zowel bij de vraag als bij { $filters }. Probeer het zonder.
question_cut =
    -# Je vraag was lang; ik heb { $used ->
        [one] alleen het eerste teken
       *[other] de eerste { $used } tekens
    } gebruikt.
searched_for = -# Ik heb gezocht naar { $words }.
sources_differ = -# De bronnen spreken elkaar tegen: { $sources }
refreshed = -# De artikelen zijn veranderd sinds je vraag, dus deze resultaten zijn nieuw.
unverified = niet-gecontroleerde bron
source_changed = De bron is op { $when } gewijzigd. Er staat nu:
source_gone = De bron is op { $when } gewijzigd. De passage die hier wordt geciteerd, staat niet meer in de artikelen.
further_source_gone = Een andere passage die hier wordt geciteerd, staat niet meer in de artikelen.
answer_before = Het antwoord daarvoor:
suggested_by = -# Voorgesteld door { $helper }
answer_for = Voor { $member }:
page_of = Pagina { $page } van { $pages }
no_more_passages = Er zijn hierover geen passages meer.
section_gone = Dat deel staat niet meer in de artikelen.

## Knoppen

button_more = Meer passages
button_section = Het hele deel
button_back = Terug
button_next = Volgende pagina
button_post = Dit plaatsen
button_tell_editors = Aan de redactie melden
button_tell_me = Meld het als er een antwoord is
button_tell_me_not = Meld het niet
button_solved = Dit heeft geholpen
button_publish = Publiceren
button_discard = Weggooien
button_details = Details
button_forget = Alles vergeten
button_cancel = Annuleren

## Na een knop

only_asker_or_moderator = Dat kan alleen degene die de vraag stelde of een moderator.
button_too_old = Deze knop is te oud. Stel je vraag opnieuw met `/{ command_ask }`.
not_saved = Dat kan ik nu helaas niet opslaan. Probeer het over een paar minuten opnieuw.
feedback_thanks = Bedankt!
feedback_taken_back = Teruggenomen.
feedback_noted = Bedankt. Dat helpt om de artikelen beter te maken.
feedback_placeholder = Wat klopte er niet?
feedback_wrong = Het is fout
feedback_outdated = Het is verouderd
feedback_off_topic = Dat vroeg ik niet
feedback_unclear = Het is onduidelijk
told_editors = Bedankt. De redactie krijgt je vraag te zien.
told_editors_already = De redactie kent deze vraag al.
reminder_set = Ik stuur je een bericht zodra er een antwoord in de artikelen staat.
reminder_taken_back = Ik stuur je hier geen bericht over.
reminder_answer =
    Je vroeg: { $question }
    Er staat nu een antwoord in de artikelen:
solved_thanks = Fijn dat het geholpen heeft. Het bericht is als opgelost gemarkeerd.
solved_untagged = Fijn dat het geholpen heeft. Ik mag de tags van dit bericht niet wijzigen, dus markeer het zelf als opgelost.

## "Zoek artikelen hierover" en berichten op forums

found_for_message = Passages bij dat bericht. Kies er een om die als antwoord te plaatsen.
found_nothing = Ik heb bij dat bericht niets in de artikelen gevonden.
message_without_text = In dat bericht staat geen tekst waarnaar ik kan zoeken.
message_gone = Dat bericht bestaat niet meer.
posted = Geplaatst.
forum_opening = Misschien helpen deze passages:

## Waarom er geen antwoord is

no_words = Daar zitten geen woorden in waarnaar ik kan zoeken. Stel je vraag in een zin.
busy = Er wachten nu te veel vragen. Vraag het over een minuut nog eens.
cooldown_user = Je hebt net heel veel gevraagd. Over { $left } kun je weer iets vragen.
cooldown_channel = In dit kanaal worden veel vragen gesteld. Over { $left } kun je weer iets vragen.
cooldown_server = Op deze server worden veel vragen gesteld. Over { $left } kun je weer iets vragen.
no_index = Ik heb nog geen artikelen gelezen. Iemand met de machtiging Server beheren kan dat starten met `/{ command_reindex }`.
restarting = Ik ben aan het herstarten. Probeer het over een minuut opnieuw.
interrupted = Ik ben herstart voordat dit klaar was. Probeer het over een minuut opnieuw.
failed = Er ging bij mij iets mis, sorry. Probeer het opnieuw; als het zo blijft, geef dan deze id door aan de mensen die mij beheren: `{ $id }`
unreadable_reference = Ik kan het bericht waarop je reageerde niet lezen: Discord laat het me alleen zien als ik erin genoemd word. Schrijf de vraag aan mij, of gebruik `/{ command_ask }`.
missing_reference = Het bericht waarop je reageerde bestaat niet meer. Schrijf de vraag aan mij, of gebruik `/{ command_ask }`.
may_not_write = Ik mag niet schrijven in { $channel }, dus ik antwoord je hier.
turned_off = Ik sta uit in { $channel }, dus ik antwoord daar niet. Leden met de machtiging Server beheren kunnen dat veranderen met `/{ command_settings }`.
thread_refused = -# Ik mag hier geen thread starten, dus ik antwoord in het kanaal.
not_allowed = Dat kunnen alleen leden met de machtiging Server beheren.
server_only = Dat werkt alleen op een server.

## Indexeren

reindex_running = { $by } is al met indexeren begonnen. { $progress }
phase_scanning = Artikelen zoeken
phase_indexing = Artikelen lezen
phase_writing = De index schrijven
phase_verifying = De index controleren
phase_comparing = Antwoorden worden vergeleken
phase_publishing = De index publiceren
phase_progress =
    { $phase }: { $done } van { $total ->
        [one] { $total } bestand
       *[other] { $total } bestanden
    }, { $failed } mislukt
phase_questions =
    { $phase }: { $done } van { $total ->
        [one] { $total } vraag
       *[other] { $total } vragen
    }
reindex_over = Het indexeren is afgelopen; zie het bericht hieronder.
reindex_done =
    {"**"}Klaar met indexeren** in { $took }: { $articles ->
        [one] { $articles } artikel
       *[other] { $articles } artikelen
    }, { $passages ->
        [one] { $passages } passage
       *[other] { $passages } passages
    }.
reindex_unchanged = Er was niets veranderd, dus de index blijft zoals die is.
reindex_failed = **Het indexeren is mislukt.** Antwoorden komen nog uit de vorige index. In het logboek staat waarom, onder de id `{ $id }`
added = **Toegevoegd** { $count }
changed = **Gewijzigd** { $count }
removed = **Verwijderd** { $count }
skipped =
    {"**"}Overgeslagen** { $count ->
        [one] { $count } bestand
       *[other] { $count } bestanden
    }
and_more = en nog { $count }

## Publicaties

release_waiting =
    {"**"}Klaar om te publiceren**, gebouwd in { $took }: { $articles ->
        [one] { $articles } artikel
       *[other] { $articles } artikelen
    }, { $passages ->
        [one] { $passages } passage
       *[other] { $passages } passages
    }. Antwoorden komen nog uit de vorige index.
release_held_rule = Het wacht tot iemand op een knop drukt, zoals `release.auto_publish` zegt.
release_held_golden =
    Het wacht omdat het juiste antwoord zou verdwijnen bij { $count ->
        [one] { $count } modelvraag
       *[other] { $count } modelvragen
    }.
release_held_unjudged = Het wacht omdat de modelvragen niet gesteld konden worden: { $problem }
release_held_empty = Het wacht omdat er geen artikel zou overblijven.
release_held_undone = Het wacht omdat iemand juist van deze bestanden is teruggegaan.
release_golden = {"**"}Modelvragen**: { $asked } gesteld. Andere eerste passage: { $changed }; juiste antwoord verloren: { $worse }, gekregen: { $better }
release_recent = {"**"}Recente vragen**: { $asked } gesteld. Nu beantwoord: { $answered }; niet meer beantwoord: { $stopped }
release_size = Passages { $before } → { $after }, op schijf { $disk_before } → { $disk_after }
release_calibration = Kalibratie: beantwoord vanaf een zekerheid van { $answered_before } → { $answered }, gedekt vanaf { $covered_before } → { $covered }
golden_before = eerst: { $passage }
golden_after = daarna: { $passage }
golden_nothing = geen passage
details_answered = **Nu beantwoord**
details_stopped = **Niet meer beantwoord**
details_elsewhere = en nog { $count }, privé of elders gesteld
release_published = **Gepubliceerd** door { $by }.
release_discarded = **Weggegooid** door { $by }. Antwoorden komen uit de vorige index.
release_gone = Dat is er niet meer: het is gepubliceerd of weggegooid, of er is sindsdien een andere gepubliceerd.
time_left = nog ongeveer { $left } in deze stap
reindex_cancelled = **Het indexeren is geannuleerd.** De index blijft zoals die is.
reindex_not_running = Dat indexeren is niet meer bezig.
rolled_back = **Generatie { $to } antwoordt weer**, als generatie { $generation }.
rollback_nothing = Er is geen eerdere generatie om naar terug te gaan.
rollback_other = Die generatie is niet bewaard. Ik kan terug naar: { $kept }
history_heading = **Wat er met de index gebeurde**
history_empty = Nog niets.
history_published = { $when } generatie { $generation } gepubliceerd door { $by }
history_rolled_back = { $when } { $by } ging terug naar generatie { $to }, als generatie { $generation }
history_discarded = { $when } { $by } gooide weg wat gebouwd was
history_counts = { $added } toegevoegd, { $changed } gewijzigd, { $removed } verwijderd, { $skipped } overgeslagen
history_worse = juiste antwoorden op modelvragen verloren: { $count }
automatic_files = -# Gestart door gewijzigde bestanden
automatic_sources = -# Gestart door wijzigingen in de gevolgde bronnen
automatic_schedule = -# Gestart door het schema

## Status

no_index_yet = **Nog geen index.** `/{ command_reindex }` bouwt er een.
generation = **Generatie { $generation }**, gepubliceerd { $published }
thresholds = Beantwoord vanaf een zekerheid van { $answered }, gedekt vanaf { $covered }, gekalibreerd met { $questions } vragen
size =
    { $articles ->
        [one] { $articles } artikel
       *[other] { $articles } artikelen
    }, { $passages ->
        [one] { $passages } passage
       *[other] { $passages } passages
    }, { $disk } op schijf
last_reindex = Laatst geïndexeerd { $started }, duurde { $took }
last_failure = Laatste fout: { $reason }
running_reindex = Indexeren door { $by }: { $progress }

## Instellingen

settings_heading = **Instellingen voor { $channel }**
settings_mode =
    Wanneer ik antwoord: { $mode ->
        [off] nooit
        [asked] als iemand het me vraagt
       *[confident] als iemand het me vraagt, en als ik zeker ben van het antwoord
    }
settings_answers_in =
    Waar antwoorden komen: { $place ->
        [channel] in het kanaal
       *[thread] in een eigen thread
    }
settings_forum =
    Nieuwe berichten op dit forum: { $state ->
        [on] ik help als ik zeker ben van het antwoord
       *[off] ik blijf stil
    }
settings_saved = Opgeslagen.
settings_for_now = Opgeslagen tot ik herstart: er kan niet naar mijn database worden geschreven. `/{ command_doctor }` vertelt meer.
settings_needs_content = Om ongevraagd te antwoorden heb ik de Message Content Intent nodig. Wie mij beheert, kan die aanzetten op de Bot-pagina van de applicatie op <https://discord.com/developers/applications> en `discord.message_content = true` instellen.
settings_no_forum = { $channel } is geen forum.
settings_solved_tag = Tag voor opgeloste berichten: { $tag }
settings_no_solved_tag = Geen tag markeert opgeloste berichten; kies er een met de optie `{ option_settings_solved_tag }`.
settings_no_such_tag = { $channel } heeft geen tag met de naam { $tag }. De tags daar: { $tags }

## Statistieken

stats_heading =
    {"**"}Statistieken van { $days ->
        [one] vandaag
       *[other] de afgelopen { $days } dagen
    }**
digest_heading = **Weekoverzicht**: { $from } tot en met { $to }
stats_nothing = In deze tijd heeft niemand iets gevraagd.
stats_questions =
    Vragen: { $questions }{ $change }, van { $people ->
        [one] { $people } persoon
       *[other] { $people } personen
    }
stats_answered = 🟦 Beantwoord: { $count } ({ $share }%{ $change })
stats_closest = 🟨 Dichtstbijzijnde passages: { $count } ({ $share }%{ $change })
stats_not_covered = 🟥 Niet gedekt: { $count } ({ $share }%{ $change })
stats_votes = Stemmen: 👍 { $up }{ $up_change } · 👎 { $down }{ $down_change }
stats_most_asked = **Meest gevraagd**
stats_asked_by =
    { $question } ({ $people ->
        [one] { $people } persoon
       *[other] { $people } personen
    })
stats_gaps =
    {"**"}Open** { $count ->
        [one] { $count } vraag zonder goed antwoord
       *[other] { $count } vragen zonder goed antwoord
    }
stats_gap =
    { $question } ({ $times ->
        [one] één keer
       *[other] { $times } keer
    })
stats_slowest = **Traagste antwoorden**
stats_oldest = **Oudste artikelen**
stats_unused =
    {"**"}Ongebruikt** { $count ->
        [one] { $count } van { $articles } artikelen heeft in deze tijd niets beantwoord, bijvoorbeeld:
       *[other] { $count } van { $articles } artikelen hebben in deze tijd niets beantwoord, bijvoorbeeld:
    }
stats_article = { $title }, { $date }
stats_compared =
    -# ▲ en ▼ vergelijken met dezelfde tijd { $days ->
        [one] een dag
       *[other] { $days } dagen
    } eerder; aandelen in procentpunten
stats_no_texts = -# Ik noem geen vragen, omdat hun tekst niet wordt bewaard (`privacy.questions`).
stats_discreet = -# Ik noem hier geen vragen, omdat iedereen dit kanaal kan zien.
stats_chart = Staafdiagram van de vragen per dag van { $from } tot en met { $to }; beantwoord, dichtstbijzijnde passages, niet gedekt: { $days }
settings_digest = Weekoverzicht: gaat naar { $channel }, de volgende { $next }
settings_digest_discreet = Iedereen kan dat kanaal zien, dus het weekoverzicht noemt daar geen vragen.
settings_digest_forum = { $channel } is een forum. Kies een tekstkanaal voor het weekoverzicht.

## Diagnose

doctor_heading = **Diagnose voor { $channel }**
doctor_well = Alles is in orde.
doctor_permissions_well = Machtigingen: ik heb hier alles wat ik nodig heb.
doctor_permission_missing = Ik mis hier de machtiging **{ $permission }**. Oplossing: bewerk het kanaal, open Machtigingen, kies mijn rol en sta **{ $permission }** toe.
permission_view = Kanaal weergeven
permission_send = Berichten versturen
permission_create_threads = Openbare threads maken
permission_send_in_threads = Berichten in threads versturen
permission_embed = Links insluiten
permission_attach = Bestanden bijvoegen
permission_history = Berichtgeschiedenis lezen
permission_manage_posts = Threads en berichten beheren
doctor_threads_refused = Antwoorden horen hier in threads, maar ik mag er geen maken, dus ik antwoord in het kanaal. Oplossing: bewerk het kanaal, open Machtigingen, kies mijn rol en sta **{ permission_create_threads }** en **{ permission_send_in_threads }** toe.
doctor_intents_well = Intents: ik hoor alles wat ik nodig heb.
doctor_content_off = Ik moet hier ongevraagd antwoorden, maar de Message Content Intent staat uit. Oplossing: zet die aan op de Bot-pagina van de applicatie op <https://discord.com/developers/applications>, stel `discord.message_content = true` in en herstart me.
doctor_commands_well = Opdrachten: geregistreerd.
doctor_commands_missing = Mijn opdrachten zijn niet goed geregistreerd. Oplossing: herstart me; als dat niet helpt, nodig me opnieuw uit met de scope `applications.commands`.
doctor_index_well = Index: gebouwd { $built }.
doctor_index_missing = Er is geen index. Oplossing: voer `/{ command_reindex }` uit.
doctor_index_old = De index is oud: gebouwd { $built }. Oplossing: voer `/{ command_reindex }` uit.
doctor_index_failed = Het laatste indexeren is { $when } mislukt: { $reason }. Oplossing: neem de oorzaak weg en voer dan `/{ command_reindex }` uit.
doctor_admin_channel_well = Beheerkanaal: ik kan in { $channel } schrijven.
doctor_admin_channel_failed = Ik kon niet in het beheerkanaal { $channel } schrijven: { $reason }. Oplossing: laat me het zien en er berichten sturen, of zet `discord.admin_channel` op een ander kanaal.
doctor_store_well = Database: kan worden gelezen en geschreven.
doctor_store_failed = De database is niet bruikbaar: { $reason }. Instellingen en beoordelingen blijven alleen bewaard tot ik herstart. Oplossing: controleer of de schijf ruimte heeft en of ik naar `store.path` mag schrijven, en herstart me dan.
doctor_clock_well = Klok: loopt goed.
doctor_clock_off = Mijn klok loopt { $off } verkeerd. Oplossing: zet tijdsynchronisatie (NTP) aan op de computer waarop ik draai.
doctor_disk_well = Schijf: { $free } vrij.
doctor_disk_low = Nog maar { $free } vrij op de schijf. Oplossing: maak ruimte, of verplaats `index.dir` naar een grotere schijf.

## De artikelen

command_corpus = artikelen
    .description = Toont, voegt toe, wijzigt en controleert de artikelen
command_corpus_list = lijst
    .description = Toont alle artikelen
option_corpus_list_search = zoek
    .description = Woorden in een titel, pad of tag
command_corpus_show = toon
    .description = Toont één artikel
option_corpus_show_article = artikel
    .description = Het pad of de titel, of een deel ervan
command_corpus_add = toevoegen
    .description = Voegt een artikel toe uit een bestand of webpagina, na een voorbeeld
option_corpus_add_file = bestand
    .description = Markdown, HTML, tekst, PDF of Word
option_corpus_add_url = url
    .description = Het adres van een pagina, met https://
command_corpus_remove = verwijderen
    .description = Verwijdert een artikel; dat kan ongedaan worden gemaakt
option_corpus_remove_article = artikel
    .description = Het pad of de titel, of een deel ervan
command_corpus_set = instellen
    .description = Wijzigt titel, tags of vertrouwen van een artikel
option_corpus_set_article = artikel
    .description = Het pad of de titel, of een deel ervan
option_corpus_set_title = titel
    .description = De nieuwe titel
option_corpus_set_tags = tags
    .description = De nieuwe tags, met komma’s ertussen; - voor geen
option_corpus_set_trust = vertrouwen
    .description = Hoezeer het artikel wordt vertrouwd
command_corpus_sources = bronnen
    .description = Toont de plekken op het web waarvan artikelen worden gevolgd
command_corpus_health = gezondheid
    .description = Zoekt herhalingen, tegenspraak en gaten in de artikelen
choice_high_trust = Hoog
choice_normal_trust = Normaal
choice_low_trust = Laag
button_add = Toevoegen
button_remove = Verwijderen
button_undo = Ongedaan maken
corpus_heading =
    {"**"}{ $articles ->
        [one] { $articles } artikel
       *[other] { $articles } artikelen
    }**
corpus_waiting = nog niet geïndexeerd
corpus_skipped = overgeslagen: { $reason }
corpus_trust =
    { $level ->
        [high] hoog vertrouwen
        [low] laag vertrouwen
       *[normal] normaal vertrouwen
    }
corpus_used =
    { $times ->
        [one] { $times } keer
       *[other] { $times } keer
    } getoond
corpus_words =
    { $words ->
        [one] { $words } woord
       *[other] { $words } woorden
    }
corpus_tags = Tags: { $tags }
corpus_added_by = Toegevoegd { $at } door { $by }, uit { $from }
corpus_sections =
    { $count ->
        [one] { $count } sectie
       *[other] { $count } secties
    }: { $sections }
corpus_no_such = Er is geen artikel met de naam { $name }.
corpus_several = Met { $name } kunnen meerdere artikelen bedoeld zijn. Gebruik het pad van één ervan:
corpus_preview = Zal ik dit artikel toevoegen?
corpus_one_of = Geef me een bestand of het adres van een pagina.
corpus_refused = Dat kan niet: { $reason }
corpus_gone = Dat is er niet meer; het is al afgehandeld, of te lang geleden.
corpus_added = Toegevoegd als { $path }.
corpus_not_added = Er is niets toegevoegd.
corpus_indexing = De index wordt bijgewerkt…
corpus_indexed = De index is bijgewerkt.
corpus_waits = De antwoorden blijven zoals ze zijn tot iemand het publiceert, zie `/{ command_index } { command_index_history }`.
corpus_remove_question = Zal ik { $path } verwijderen? Dat kan daarna ongedaan worden gemaakt.
corpus_removed = { $path } is verwijderd.
corpus_restored = { $path } is terug.
corpus_kept = Er is niets veranderd.
corpus_set_nothing = Zeg wat ik moet wijzigen: de titel, de tags of het vertrouwen.
corpus_set_done = { $path } is gewijzigd.
sources_none = Er worden geen bronnen gevolgd. Wie mij beheert, kan er onder `[[source]]` in de configuratie noemen.
sources_heading =
    {"**"}{ $sources ->
        [one] { $sources } bron
       *[other] { $sources } bronnen
    }**
source_new = { $name }: nog niet bekeken
source_failed = { $name }: mislukt { $when }: { $reason }
source_well =
    { $name }: { $articles ->
        [one] { $articles } artikel
       *[other] { $articles } artikelen
    }, bekeken { $when }
health_well = Ik heb niets mis gevonden met de artikelen.
health_heading =
    {"**"}{ $findings ->
        [one] { $findings } punt om te bekijken
       *[other] { $findings } punten om te bekijken
    }**
health_twins = Bijna dezelfde tekst ({ $percent } %): { $one } en { $other }
health_differ = Verschillende getallen: { $one } zegt “{ $said }”, { $other } zegt “{ $otherwise }”
health_long =
    Een heel lange sectie: { $place }, { $words ->
        [one] { $words } woord
       *[other] { $words } woorden
    }
health_empty = Een kop zonder tekst: { $place }
health_undated = Geen datum: { $path }
health_link = Een link naar niets in { $path }: { $target }
health_unused = Geen antwoord heeft het getoond: { $path }
health_disliked = Meer 👎 dan 👍 ({ $down } tegen { $up }): { $path }

## Privacy

privacy_nothing = Ik heb niets over je opgeslagen.
privacy_stored =
    Over jou heb ik opgeslagen: { $questions ->
        [one] { $questions } vraag
       *[other] { $questions } vragen
    }, { $ratings ->
        [one] { $ratings } beoordeling
       *[other] { $ratings } beoordelingen
    }, { $reminders ->
        [one] { $reminders } herinnering
       *[other] { $reminders } herinneringen
    }.
privacy_kept =
    { $how ->
        [full] Ik bewaar de tekst van vragen
        [hashed] Ik bewaar vragen alleen als een vingerafdruk die niet te lezen is
       *[off] Ik bewaar de tekst van vragen niet
    }; alles wordt na { $days ->
        [one] { $days } dag
       *[other] { $days } dagen
    } verwijderd.
privacy_forget_question = Zal ik alles verwijderen wat ik over je heb opgeslagen? Dat kan niet ongedaan worden gemaakt.
privacy_forgotten = Klaar. Ik heb niets meer over je opgeslagen.
privacy_failed = Ik kan nu niet bij mijn database, dus er is niets verwijderd. Probeer het later opnieuw.
privacy_unreachable = Ik kan nu niet bij mijn database. Probeer het later opnieuw.

## Waarden

calendar_day =
    { $day } { $month ->
        [1] januari
        [2] februari
        [3] maart
        [4] april
        [5] mei
        [6] juni
        [7] juli
        [8] augustus
        [9] september
        [10] oktober
        [11] november
       *[12] december
    } { $year }
decimal = { $whole },{ $tenths }
list_comma = {", "}
seconds = { $seconds } s
minutes = { $minutes } min { $seconds } s
hours = { $hours } u { $minutes } min
bytes = { $size } B
kibibytes = { $size } KiB
mebibytes = { $size } MiB
gibibytes = { $size } GiB

## Gaten, gouden vragen, uitleg, afstemming en cijfers.

command_gaps = gaten
    .description = Toont en beslist wat niet of niet goed beantwoord is
command_gaps_list = lijst
    .description = Toont wat openstaat, gelijke vragen samen
command_gaps_mark = markeer
    .description = Beslist over een vraag en gelijke vragen
option_gaps_mark_question = vraag
    .description = De vraag
option_gaps_mark_as = als
    .description = Wat besloten wordt
option_gaps_mark_article = artikel
    .description = Het artikel dat het dekt; het wordt een gouden vraag
option_gaps_mark_member = lid
    .description = Wie er een artikel over schrijft
command_gaps_export = exporteer
    .description = Geeft alles als tabel voor een spreadsheet
command_golden = goudvragen
    .description = Beheert vragen waarvan het juiste artikel bekend is
command_golden_add = toevoegen
    .description = Voegt een vraag met het juiste artikel toe
option_golden_add_question = vraag
    .description = De vraag, zoals mensen die stellen
option_golden_add_article = artikel
    .description = Het artikel dat haar beantwoordt
command_golden_list = lijst
    .description = Toont de gouden vragen
command_golden_remove = verwijderen
    .description = Verwijdert een gouden vraag
option_golden_remove_question = vraag
    .description = De gouden vraag
command_golden_run = uitvoeren
    .description = Stelt de gouden vragen en toont wat misgaat
command_explain = verklaar
    .description = Vertelt waarom een vraag zo beantwoord wordt
option_explain_question = vraag
    .description = De vraag
option_explain_expected = verwacht
    .description = Het artikel dat had moeten antwoorden
command_tune = afstemmen
    .description = Verandert hoe geantwoord wordt en toont eerst het gevolg
command_tune_synonym = synoniem
    .description = Laat woorden hetzelfde betekenen
option_tune_synonym_words = woorden
    .description = De woorden, gescheiden door komma’s
option_tune_synonym_reason = reden
    .description = Waarom, voor wie de geschiedenis leest
command_tune_pin = vastzetten
    .description = Zet het antwoord op een vraag vast op een artikel of deel
option_tune_pin_question = vraag
    .description = De vraag, woord voor woord
option_tune_pin_article = artikel
    .description = Het artikel of deel dat haar beantwoordt
option_tune_pin_reason = reden
    .description = Waarom, voor wie de geschiedenis leest
command_tune_trust = vertrouwen
    .description = Zegt hoe ver een artikel vertrouwd wordt
option_tune_trust_article = artikel
    .description = Het artikel
option_tune_trust_trust = vertrouwen
    .description = Hoe ver
option_tune_trust_reason = reden
    .description = Waarom, voor wie de geschiedenis leest
command_tune_confidence = zekerheid
    .description = Zegt hoe zeker een antwoord moet zijn
option_tune_confidence_percent = procent
    .description = Deel van niet-gedekte vragen dat toch beantwoord mag worden
option_tune_confidence_reason = reden
    .description = Waarom, voor wie de geschiedenis leest
command_tune_history = geschiedenis
    .description = Toont wat door wie en waarom veranderd is, en herstelt het
command_audit = logboek
    .description = Toont wat beheerders gedaan hebben
menu_right_articles = Dit is het juiste artikel
choice_wont_cover = Wordt niet gedekt
choice_covered = Gedekt door een artikel
choice_assigned = Toegewezen aan een lid
choice_open_again = Weer open
choice_trust_high = Hoog
choice_trust_normal = Gewoon
choice_trust_low = Laag: getoond als niet geverifieerd
button_apply = Toepassen
gaps_heading =
    {"**"}Gaten:** { $count ->
        [one] { $count } vraag staat
       *[other] { $count } vragen staan
    } open, de meest gestelde eerst
gaps_none = Er staat niets open: alle vragen waren gedekt en geen antwoord werd weggestemd.
gap_counts = { $not_covered } × niet gedekt, { $voted_down } × weggestemd, { $reported } × gemeld
gap_alike = en { $count } gelijke
gap_state =
    { $state ->
        [wont] wordt niet gedekt
        [covered] gedekt door { $by }
        [assigned] toegewezen aan { $by }
       *[open] open
    }
gap_marked = { $question }: { $state }.
gap_is_golden = Het is nu een gouden vraag.
gap_needs_article = Welk artikel dekt het? Kies het in de optie `{ option_gaps_mark_article }`.
gap_needs_member = Wie schrijft erover? Kies in de optie `{ option_gaps_mark_member }`.
gaps_exported =
    Alle gaten als tabel: { $count ->
        [one] { $count } vraag
       *[other] { $count } vragen
    }
question_unknown = Die vraag ken ik hier niet. Kies er een die ik voorstel.
article_unknown = Ik ken geen artikel met de naam { $article }. Kies er een die ik voorstel.
golden_heading =
    {"**"}{ $count ->
        [one] { $count } gouden vraag
       *[other] { $count } gouden vragen
    }**
golden_none = Er zijn nog geen gouden vragen. `/{ command_golden } { command_golden_add }` voegt er een toe, net als het menu van een antwoord.
golden_added =
    { $how ->
        [new] Toegevoegd als gouden vraag:
        [extended] Nog een juist artikel voor een gouden vraag:
       *[known] Dat is al een gouden vraag:
    } { $question } → { $article }
golden_removed = Geen gouden vraag meer: { $question }
golden_result = **{ $right } van { $asked } gouden vragen** worden uit het juiste artikel beantwoord.
golden_wrong = - { $question }: verwacht { $expected } (plaats { $rank }), eerste is { $first }
golden_failed = Het bestand met gouden vragen is niet bruikbaar: { $reason }. Oplossing: verbeter het bestand, of zorg dat ik het en de map mag schrijven.
golden_no_answer = Dat bericht toont geen antwoord van mij dat ik me herinner. Gebruik het menu van een antwoord, of `/{ command_golden } { command_golden_add }`.
explain_state =
    { $state ->
        [answered] {"**"}Beantwoord**
        [closest] {"**"}Dichtbij, misschien geen antwoord**
       *[not_covered] {"**"}Niet gedekt**
    }: zekerheid { $confidence }; beantwoord vanaf { $answered }, gedekt vanaf { $covered }
explain_signals = -# De zekerheid bestaat uit { $parts }
explain_word =
    {"*"}{ $word }* als { $stems }, in { $passages ->
        [one] { $passages } passage
       *[other] { $passages } passages
    }
explain_also = ook { $words }
explain_candidates =
    { $count ->
        [one] { $count } passage werd
       *[other] { $count } passages werden
    } gerangschikt; de eerste:
explain_lacks = mist { $words }
explain_pinned = Beheerders hebben het antwoord vastgezet op { $place }.
expected_first = **{ $article }** komt eerst.
expected_gone = **{ $article }** staat niet in de index.
expected_missing = **{ $article }** was geen kandidaat: de dichtstbijzijnde passage mist { $words }.
expected_crowded = **{ $article }** was geen kandidaat: alle woorden zijn er, maar te veel andere passages passen beter.
expected_behind = **{ $article }** staat op plaats { $rank }, { $by } achter.
expected_most = De eerste ligt het meest voor in { $name }: { $first } tegen { $own }, dat weegt { $weighs }.
tune_effects =
    { $change }
    Dat zou { $changed } van { $tried } gouden en recente vragen veranderen.
tune_effect = - { $question }: { $before } → { $after }
tune_outlook =
    { $state ->
        [answered] beantwoord uit { $place }
        [closest] dicht bij { $place }
       *[not_covered] niet gedekt ({ $place })
    }
tune_bad_synonyms = Geef twee of meer woorden, gescheiden door komma’s: `auto, wagen`.
tune_gone = Die wijziging is al afgehandeld.
tune_applied = Toegepast: { $change }
tune_undone = Ongedaan gemaakt: { $change }
change_synonym = **Zelfde betekenis:** { $words }
change_pin = **Vastgezet:** { $question } → { $place }
change_trust =
    {"**"}Vertrouwen:** { $article } → { $trust ->
        [high] hoog
        [low] laag
       *[normal] gewoon
    }
change_confidence = **Niet-gedekte vragen die toch beantwoord mogen worden:** { $percent } %
change_by = { $by }, { $when }: { $reason }
change_undone = ongedaan gemaakt door { $by }, { $when }
changes_heading = **Wijzigingen in hoe ik antwoord**
changes_none = Er is niets veranderd: de configuratie geldt.
audit_heading = **Wat beheerders deden**
audit_none = Beheerders hebben nog niets gedaan dat wordt bijgehouden.
somebody = iemand die vergeten is
