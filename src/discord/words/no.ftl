### Hva boten sier på norsk (bokmål).

## Kommandoer

command_ask = spør
    .description = Svarer på et spørsmål ut fra artiklene
option_ask_question = spørsmål
    .description = Det du vil vite
option_ask_private = privat
    .description = Vis svaret bare til deg
option_ask_for = til
    .description = Medlemmet svaret er til
command_help = hjelp
    .description = Viser hvordan du spør, og hvordan du søker mer nøyaktig
command_reindex = indekser
    .description = Leser artiklene på nytt og viser hva som er endret
command_index = indeks
    .description = Viser hva som skjedde med indeksen, og går tilbake til en tidligere
command_index_rollback = tilbake
    .description = Lar en tidligere generasjon av indeksen svare igjen
command_index_history = historikk
    .description = Viser hvem som endret indeksen, når, og hva det førte til
option_index_rollback_generation = generasjon
    .description = Nummeret på generasjonen; den forrige hvis det mangler
command_status = status
    .description = Viser hvordan det står til med indeksen
command_settings = innstillinger
    .description = Viser og endrer hvordan jeg oppfører meg i en kanal
option_settings_channel = kanal
    .description = Kanalen; denne hvis du utelater den
option_settings_mode = modus
    .description = Når jeg svarer der
option_settings_answers_in = svar-i
    .description = Hvor svarene mine havner
option_settings_forum = forum
    .description = Om jeg hjelper til med nye innlegg i et forum
option_settings_solved_tag = løst-tagg
    .description = Taggen som markerer et foruminnlegg som løst
option_settings_digest = ukebrev
    .description = Om jeg hver uke skriver i kanalen hvordan det har gått med spørsmålene
command_stats = statistikk
    .description = Viser hvordan det har gått med spørsmålene i det siste
option_stats_days = dager
    .description = Hvor mange dager tilbake
command_doctor = feilsøk
    .description = Sjekker om jeg kan arbeide her, og sier hvordan du retter det som er galt
command_privacy = personvern
    .description = Viser eller sletter det jeg har lagret om deg
command_privacy_show = vis
    .description = Viser det jeg har lagret om deg
command_privacy_forget = glem
    .description = Sletter det jeg har lagret om deg
menu_find_articles = Finn artikler om dette
choice_off = Aldri
choice_when_asked = Når noen spør
choice_when_confident = Når jeg er sikker
choice_channel = I kanalen
choice_thread = I en tråd

## Hjelp

help = Spør meg om noe: skriv spørsmålet etter navnet mitt, send det til meg som direktemelding, svar på en melding med navnet mitt, eller bruk `/{ command_ask }`. Jeg svarer med avsnitt fra artiklene.
help_page =
    {"**"}Slik spør du**
    Skriv spørsmålet etter navnet mitt, send det til meg som direktemelding, svar på en melding med navnet mitt, eller bruk `/{ command_ask }`. Svar på et av svarene mine for å spørre videre.

    {"**"}Slik søker du mer nøyaktig**
    - `"elektrisk bil"`: akkurat disse ordene, i denne rekkefølgen
    - `-lastebil`: ingenting med dette ordet
    - `in:historie`: bare i deler eller artikler med dette i tittelen
    - `after:2024` eller `before:2025-06`: bare artikler fra etter eller før dette
    - `lang:no`: bare artikler på dette språket

## Svar

closest = Jeg er ikke sikker på om dette svarer på spørsmålet. De nærmeste avsnittene:
not_covered = Artiklene tar ikke opp dette.
nearest = Artikler som kommer nærmest:
nearest_buttons = Mener du en av disse? Trykk på en tittel for å spørre om den.
unseen = -# Finnes ikke i noen artikkel: { $words }
narrowed = -# Jeg lette bare blant: { $filters }
nothing_among = Ingenting passer både til spørsmålet og { $filters }. Prøv uten.
question_cut =
    -# Spørsmålet ditt var langt; jeg brukte { $used ->
        [one] det første tegnet
       *[other] de første { $used } tegnene
    }.
searched_for = -# Jeg søkte etter { $words }.
sources_differ = -# Kildene er ikke enige: { $sources }
refreshed = -# Artiklene er endret siden du spurte, så resultatene er nye.
unverified = ubekreftet kilde
source_changed = Kilden ble endret { $when }. Nå står det:
source_gone = Kilden ble endret { $when }. Avsnittet som siteres her, finnes ikke lenger i artiklene.
further_source_gone = Et annet avsnitt som siteres her, finnes ikke lenger i artiklene.
answer_before = Svaret før det:
suggested_by = -# Foreslått av { $helper }
answer_for = Til { $member }:
page_of = Side { $page } av { $pages }
no_more_passages = Det finnes ikke flere avsnitt om dette.
section_gone = Den delen finnes ikke lenger i artiklene.

## Knapper

button_more = Flere avsnitt
button_section = Hele delen
button_back = Tilbake
button_next = Neste side
button_post = Send denne
button_tell_editors = Si fra til redaktørene
button_tell_me = Si fra når det finnes et svar
button_tell_me_not = Ikke si fra
button_solved = Dette løste det
button_publish = Publiser
button_discard = Forkast
button_details = Detaljer
button_forget = Glem alt
button_cancel = Avbryt

## Etter en knapp

only_asker_or_moderator = Det kan bare den som spurte, eller en moderator gjøre.
button_too_old = Denne knappen er for gammel. Spør på nytt med `/{ command_ask }`.
not_saved = Det kan jeg dessverre ikke lagre akkurat nå. Prøv igjen om noen minutter.
feedback_thanks = Takk!
feedback_taken_back = Trukket tilbake.
feedback_noted = Takk. Det hjelper til med å gjøre artiklene bedre.
feedback_placeholder = Hva var galt?
feedback_wrong = Det er feil
feedback_outdated = Det er utdatert
feedback_off_topic = Det var ikke det jeg spurte om
feedback_unclear = Det er uklart
told_editors = Takk. Redaktørene kommer til å se spørsmålet ditt.
told_editors_already = Redaktørene kjenner allerede til dette spørsmålet.
reminder_set = Jeg sender deg en melding når artiklene har et svar.
reminder_taken_back = Jeg sender deg ingen melding om dette.
reminder_answer =
    Du spurte: { $question }
    Nå har artiklene et svar:
solved_thanks = Så fint at det hjalp. Innlegget er merket som løst.
solved_untagged = Så fint at det hjalp. Jeg har ikke lov til å endre emneknaggene på innlegget, så merk det gjerne som løst selv.

## "Finn artikler om dette" og innlegg i forum

found_for_message = Avsnitt om den meldingen. Velg ett for å sende det som svar.
found_nothing = Jeg fant ingenting i artiklene om den meldingen.
message_without_text = Den meldingen har ingen tekst jeg kan søke etter.
message_gone = Den meldingen finnes ikke lenger.
posted = Sendt.
forum_opening = Kanskje disse avsnittene hjelper:

## Hvorfor det ikke ble noe svar

no_words = Jeg fant ingen ord å søke etter i det. Spør meg gjerne i en setning.
busy = For mange spørsmål venter akkurat nå. Spør igjen om et minutt.
cooldown_user = Du har spurt mye på kort tid. Du kan spørre igjen om { $left }.
cooldown_channel = Det stilles mange spørsmål i denne kanalen. Du kan spørre igjen om { $left }.
cooldown_server = Det stilles mange spørsmål på denne serveren. Du kan spørre igjen om { $left }.
no_index = Jeg har ikke lest noen artikler ennå. Noen med tillatelsen Administrer server kan starte det med `/{ command_reindex }`.
restarting = Jeg holder på å starte på nytt. Prøv igjen om et minutt.
interrupted = Jeg ble startet på nytt før dette var ferdig. Prøv igjen om et minutt.
failed = Noe gikk galt hos meg, beklager. Prøv igjen; hvis det ikke går over, gi denne ID-en til dem som drifter meg: `{ $id }`
unreadable_reference = Jeg kan ikke lese meldingen du svarte på: Discord viser den til meg bare når den nevner meg. Skriv spørsmålet til meg, eller bruk `/{ command_ask }`.
missing_reference = Meldingen du svarte på, finnes ikke lenger. Skriv spørsmålet til meg, eller bruk `/{ command_ask }`.
may_not_write = Jeg får ikke skrive i { $channel }, så jeg svarer deg her.
turned_off = Jeg er slått av i { $channel }, så jeg svarer ikke der. Medlemmer med tillatelsen Administrer server kan endre det med `/{ command_settings }`.
thread_refused = -# Jeg får ikke starte en tråd her, så jeg svarer i kanalen.
not_allowed = Det kan bare medlemmer med tillatelsen Administrer server gjøre.
server_only = Det virker bare på en server.

## Indeksering

reindex_running = { $by } har allerede startet en indeksering. { $progress }
phase_scanning = Leter etter artikler
phase_indexing = Leser artikler
phase_writing = Skriver indeksen
phase_verifying = Kontrollerer indeksen
phase_comparing = Sammenligner svar
phase_publishing = Publiserer indeksen
phase_progress =
    { $phase }: { $done } av { $total ->
        [one] { $total } fil
       *[other] { $total } filer
    }, { $failed } mislyktes
phase_questions = { $phase }: { $done } av { $total } spørsmål
reindex_over = Indekseringen er avsluttet; se meldingen nedenfor.
reindex_done =
    {"**"}Indekseringen er ferdig** etter { $took }: { $articles ->
        [one] { $articles } artikkel
       *[other] { $articles } artikler
    }, { $passages ->
        [one] { $passages } avsnitt
       *[other] { $passages } avsnitt
    }.
reindex_unchanged = Ingenting var endret, så indeksen blir som den er.
reindex_failed = **Indekseringen mislyktes.** Svarene kommer fortsatt fra den forrige indeksen. Loggen sier hvorfor, under ID-en `{ $id }`
added = **Lagt til** { $count }
changed = **Endret** { $count }
removed = **Fjernet** { $count }
skipped =
    {"**"}Hoppet over** { $count ->
        [one] { $count } fil
       *[other] { $count } filer
    }
and_more = og { $count } til

## Publiseringer

release_waiting =
    {"**"}Klar til publisering**, bygd på { $took }: { $articles ->
        [one] { $articles } artikkel
       *[other] { $articles } artikler
    }, { $passages ->
        [one] { $passages } avsnitt
       *[other] { $passages } avsnitt
    }. Svarene kommer fortsatt fra den forrige indeksen.
release_held_rule = Den venter på at noen trykker på en knapp, slik `release.auto_publish` sier.
release_held_golden = Den venter fordi den ville ta det riktige svaret fra { $count } kontrollspørsmål.
release_held_unjudged = Den venter fordi kontrollspørsmålene ikke kunne stilles: { $problem }
release_held_empty = Den venter fordi ingen artikkel ville bli igjen.
release_held_undone = Den venter fordi noen gikk tilbake fra nettopp disse filene.
release_golden = {"**"}Kontrollspørsmål**: { $asked } stilt. Annet første avsnitt: { $changed }; riktig svar mistet: { $worse }, fått: { $better }
release_recent = {"**"}Nylige spørsmål**: { $asked } stilt. Blir besvart: { $answered }; blir ikke lenger besvart: { $stopped }
release_size = Avsnitt { $before } → { $after }, på disk { $disk_before } → { $disk_after }
release_calibration = Kalibrering: besvart fra en sikkerhet på { $answered_before } → { $answered }, dekket fra { $covered_before } → { $covered }
golden_before = før: { $passage }
golden_after = etter: { $passage }
golden_nothing = ingen avsnitt
details_answered = **Blir besvart**
details_stopped = **Blir ikke lenger besvart**
details_elsewhere = og { $count } til, stilt privat eller andre steder
release_published = **Publisert** av { $by }.
release_discarded = **Forkastet** av { $by }. Svarene kommer fra den forrige indeksen.
release_gone = Den finnes ikke lenger: den ble publisert eller forkastet, eller en annen er publisert siden.
time_left = omtrent { $left } igjen av dette trinnet
reindex_cancelled = **Indekseringen ble avbrutt.** Indeksen blir som den er.
reindex_not_running = Den indekseringen pågår ikke lenger.
rolled_back = **Generasjon { $to } svarer igjen**, som generasjon { $generation }.
rollback_nothing = Det finnes ingen tidligere generasjon å gå tilbake til.
rollback_other = Den generasjonen er ikke bevart. Jeg kan gå tilbake til: { $kept }
history_heading = **Hva som skjedde med indeksen**
history_empty = Ingenting ennå.
history_published = { $when } generasjon { $generation } publisert av { $by }
history_rolled_back = { $when } { $by } gikk tilbake til generasjon { $to }, som generasjon { $generation }
history_discarded = { $when } { $by } forkastet det som var bygd
history_counts = { $added } lagt til, { $changed } endret, { $removed } fjernet, { $skipped } hoppet over
history_worse = riktige svar på kontrollspørsmål mistet: { $count }
automatic_files = -# Startet av endrede filer
automatic_sources = -# Startet av endringer i kildene som følges
automatic_schedule = -# Startet av tidsplanen

## Status

no_index_yet = **Ingen indeks ennå.** `/{ command_reindex }` bygger en.
generation = **Generasjon { $generation }**, publisert { $published }
thresholds = Besvart fra en sikkerhet på { $answered }, dekket fra { $covered }, kalibrert med { $questions } spørsmål
size =
    { $articles ->
        [one] { $articles } artikkel
       *[other] { $articles } artikler
    }, { $passages ->
        [one] { $passages } avsnitt
       *[other] { $passages } avsnitt
    }, { $disk } på disk
last_reindex = Siste indeksering { $started }, tok { $took }
last_failure = Siste feil: { $reason }
running_reindex = Indeksering av { $by }: { $progress }

## Innstillinger

settings_heading = **Innstillinger for { $channel }**
settings_mode =
    Når jeg svarer: { $mode ->
        [off] aldri
        [asked] når noen spør meg
       *[confident] når noen spør meg, og når jeg er sikker på svaret
    }
settings_answers_in =
    Hvor svarene havner: { $place ->
        [channel] i kanalen
       *[thread] i en egen tråd
    }
settings_forum =
    Nye innlegg i dette forumet: { $state ->
        [on] jeg hjelper til når jeg er sikker på svaret
       *[off] jeg er stille
    }
settings_saved = Lagret.
settings_for_now = Lagret til jeg starter på nytt: det går ikke an å skrive til databasen min. `/{ command_doctor }` sier mer.
settings_needs_content = For å svare uten å bli spurt trenger jeg Message Content Intent. Den som drifter meg, kan slå det på på applikasjonens Bot-side på <https://discord.com/developers/applications> og sette `discord.message_content = true`.
settings_no_forum = { $channel } er ikke et forum.
settings_solved_tag = Tagg for løste innlegg: { $tag }
settings_no_solved_tag = Ingen tagg markerer løste innlegg; velg en med alternativet `{ option_settings_solved_tag }`.
settings_no_such_tag = { $channel } har ingen tagg som heter { $tag }. Taggene der: { $tags }

## Statistikk

stats_heading =
    {"**"}Statistikk for { $days ->
        [one] i dag
       *[other] de siste { $days } dagene
    }**
digest_heading = **Ukebrev**: { $from } til { $to }
stats_nothing = Ingen spurte om noe i denne tiden.
stats_questions =
    Spørsmål: { $questions }{ $change }, fra { $people ->
        [one] { $people } person
       *[other] { $people } personer
    }
stats_answered = 🟦 Besvart: { $count } ({ $share } %{ $change })
stats_closest = 🟨 Nærmeste avsnitt: { $count } ({ $share } %{ $change })
stats_not_covered = 🟥 Tas ikke opp: { $count } ({ $share } %{ $change })
stats_votes = Stemmer: 👍 { $up }{ $up_change } · 👎 { $down }{ $down_change }
stats_most_asked = **Oftest spurt**
stats_asked_by =
    { $question } ({ $people ->
        [one] { $people } person
       *[other] { $people } personer
    })
stats_gaps =
    {"**"}Åpne** { $count ->
        [one] { $count } spørsmål uten godt svar
       *[other] { $count } spørsmål uten godt svar
    }
stats_gap =
    { $question } ({ $times ->
        [one] én gang
       *[other] { $times } ganger
    })
stats_slowest = **Tregeste svar**
stats_oldest = **Eldste artikler**
stats_unused =
    {"**"}Ubrukt** { $count ->
        [one] { $count } av { $articles } artikler svarte ikke på noe i denne tiden, for eksempel:
       *[other] { $count } av { $articles } artikler svarte ikke på noe i denne tiden, for eksempel:
    }
stats_article = { $title }, { $date }
stats_compared =
    -# ▲ og ▼ sammenligner med samme tid { $days ->
        [one] én dag
       *[other] { $days } dager
    } tidligere; andeler i prosentpoeng
stats_no_texts = -# Jeg nevner ingen spørsmål, fordi teksten i dem ikke lagres (`privacy.questions`).
stats_discreet = -# Jeg nevner ingen spørsmål her, fordi alle kan se kanalen.
stats_chart = Søylediagram over spørsmålene hver dag fra { $from } til { $to }; besvart, nærmeste avsnitt, tas ikke opp: { $days }
settings_digest = Ukebrev: sendes til { $channel }, neste { $next }
settings_digest_discreet = Alle kan se den kanalen, så ukebrevet nevner ingen spørsmål der.
settings_digest_forum = { $channel } er et forum. Velg en tekstkanal for ukebrevet.

## Feilsøking

doctor_heading = **Feilsøking for { $channel }**
doctor_well = Alt er i orden.
doctor_permissions_well = Tillatelser: jeg har alle jeg trenger her.
doctor_permission_missing = Jeg mangler tillatelsen **{ $permission }** her. Løsning: rediger kanalen, åpne Tillatelser, velg rollen min og tillat **{ $permission }**.
permission_view = Vis kanal
permission_send = Send meldinger
permission_create_threads = Opprett offentlige tråder
permission_send_in_threads = Send meldinger i tråder
permission_embed = Bygg inn lenker
permission_attach = Legg ved filer
permission_history = Les meldingshistorikk
permission_manage_posts = Administrer tråder og innlegg
doctor_threads_refused = Svarene skal havne i tråder her, men jeg får ikke opprette noen, så jeg svarer i kanalen. Løsning: rediger kanalen, åpne Tillatelser, velg rollen min og tillat **{ permission_create_threads }** og **{ permission_send_in_threads }**.
doctor_intents_well = Intents: jeg hører alt jeg trenger.
doctor_content_off = Jeg skal svare uten å bli spurt her, men Message Content Intent er av. Løsning: slå det på på applikasjonens Bot-side på <https://discord.com/developers/applications>, sett `discord.message_content = true` og start meg på nytt.
doctor_commands_well = Kommandoer: registrert.
doctor_commands_missing = Kommandoene mine er ikke registrert som de skal. Løsning: start meg på nytt; hvis det ikke hjelper, inviter meg igjen med scopet `applications.commands`.
doctor_index_well = Indeks: bygget { $built }.
doctor_index_missing = Det finnes ingen indeks. Løsning: kjør `/{ command_reindex }`.
doctor_index_old = Indeksen er gammel: bygget { $built }. Løsning: kjør `/{ command_reindex }`.
doctor_index_failed = Den siste indekseringen mislyktes { $when }: { $reason }. Løsning: fjern årsaken, og kjør så `/{ command_reindex }`.
doctor_admin_channel_well = Adminkanal: jeg kan skrive i { $channel }.
doctor_admin_channel_failed = Jeg kunne ikke skrive i adminkanalen { $channel }: { $reason }. Løsning: la meg se den og sende meldinger der, eller sett `discord.admin_channel` til en annen.
doctor_store_well = Database: kan leses og skrives.
doctor_store_failed = Databasen kan ikke brukes: { $reason }. Innstillinger og vurderinger varer bare til jeg starter på nytt. Løsning: sjekk at disken har plass og at jeg får skrive til `store.path`, og start meg så på nytt.
doctor_clock_well = Klokke: går riktig.
doctor_clock_off = Klokken min går { $off } feil. Løsning: slå på tidssynkronisering (NTP) på maskinen som kjører meg.
doctor_disk_well = Disk: { $free } ledig.
doctor_disk_low = Bare { $free } igjen på disken. Løsning: frigjør plass, eller flytt `index.dir` til en større disk.

## Artiklene

command_corpus = artikler
    .description = Viser, legger til, endrer og sjekker artiklene
command_corpus_list = liste
    .description = Viser alle artikler
option_corpus_list_search = søk
    .description = Ord i en tittel, en sti eller en tagg
command_corpus_show = vis
    .description = Viser en artikkel
option_corpus_show_article = artikkel
    .description = Stien eller tittelen, eller en del av den
command_corpus_add = legg-til
    .description = Legger til en artikkel fra en fil eller nettside, etter en forhåndsvisning
option_corpus_add_file = fil
    .description = Markdown, HTML, tekst, PDF eller Word
option_corpus_add_url = url
    .description = Adressen til en side, med https://
command_corpus_remove = fjern
    .description = Fjerner en artikkel; det kan angres
option_corpus_remove_article = artikkel
    .description = Stien eller tittelen, eller en del av den
command_corpus_set = angi
    .description = Endrer tittel, tagger eller tillit for en artikkel
option_corpus_set_article = artikkel
    .description = Stien eller tittelen, eller en del av den
option_corpus_set_title = tittel
    .description = Den nye tittelen
option_corpus_set_tags = tagger
    .description = De nye taggene, med komma mellom; - for ingen
option_corpus_set_trust = tillit
    .description = Hvor mye man stoler på artikkelen
command_corpus_sources = kilder
    .description = Viser stedene på nettet der artiklene følges
command_corpus_health = helse
    .description = Leter etter gjentakelser, motsigelser og hull i artiklene
choice_high_trust = Høy
choice_normal_trust = Normal
choice_low_trust = Lav
button_add = Legg til
button_remove = Fjern
button_undo = Angre
corpus_heading =
    {"**"}{ $articles ->
        [one] { $articles } artikkel
       *[other] { $articles } artikler
    }**
corpus_waiting = ikke indeksert ennå
corpus_skipped = utelatt: { $reason }
corpus_trust =
    { $level ->
        [high] høy tillit
        [low] lav tillit
       *[normal] normal tillit
    }
corpus_used =
    vist { $times ->
        [one] { $times } gang
       *[other] { $times } ganger
    }
corpus_words =
    { $words ->
        [one] { $words } ord
       *[other] { $words } ord
    }
corpus_tags = Tagger: { $tags }
corpus_added_by = Lagt til { $at } av { $by }, fra { $from }
corpus_sections =
    { $count ->
        [one] { $count } avsnitt
       *[other] { $count } avsnitt
    }: { $sections }
corpus_no_such = Det finnes ingen artikkel som heter { $name }.
corpus_several = Flere artikler kan menes med { $name }. Bruk stien til en av dem:
corpus_preview = Skal jeg legge til denne artikkelen?
corpus_one_of = Gi meg enten en fil eller adressen til en side.
corpus_refused = Det går ikke: { $reason }
corpus_gone = Det finnes ikke lenger; det er alt tatt hånd om, eller for lenge siden.
corpus_added = Lagt til som { $path }.
corpus_not_added = Ingenting ble lagt til.
corpus_indexing = Indeksen oppdateres…
corpus_indexed = Indeksen er oppdatert.
corpus_waits = Svarene blir som de er til noen publiserer det, se `/{ command_index } { command_index_history }`.
corpus_remove_question = Skal jeg fjerne { $path }? Det kan angres etterpå.
corpus_removed = { $path } er fjernet.
corpus_restored = { $path } er tilbake.
corpus_kept = Ingenting ble endret.
corpus_set_nothing = Si hva som skal endres: tittelen, taggene eller tilliten.
corpus_set_done = { $path } er endret.
sources_none = Ingen kilder følges. Den som kjører meg, kan angi noen under `[[source]]` i konfigurasjonen.
sources_heading =
    {"**"}{ $sources ->
        [one] { $sources } kilde
       *[other] { $sources } kilder
    }**
source_new = { $name }: ikke sett på ennå
source_failed = { $name }: mislyktes { $when }: { $reason }
source_well =
    { $name }: { $articles ->
        [one] { $articles } artikkel
       *[other] { $articles } artikler
    }, sett på { $when }
health_well = Jeg fant ingen feil i artiklene.
health_heading =
    {"**"}{ $findings ->
        [one] { $findings } ting å se på
       *[other] { $findings } ting å se på
    }**
health_twins = Nesten samme tekst ({ $percent } %): { $one } og { $other }
health_differ = Ulike tall: { $one } sier «{ $said }», { $other } sier «{ $otherwise }»
health_long =
    Et svært langt avsnitt: { $place }, { $words ->
        [one] { $words } ord
       *[other] { $words } ord
    }
health_empty = En overskrift uten tekst: { $place }
health_undated = Ingen dato: { $path }
health_link = En lenke til ingenting i { $path }: { $target }
health_unused = Ingen svar har vist den: { $path }
health_disliked = Flere 👎 enn 👍 ({ $down } mot { $up }): { $path }

## Personvern

privacy_nothing = Jeg har ikke lagret noe om deg.
privacy_stored =
    Jeg har lagret om deg: { $questions ->
        [one] { $questions } spørsmål
       *[other] { $questions } spørsmål
    }, { $ratings ->
        [one] { $ratings } vurdering
       *[other] { $ratings } vurderinger
    }, { $reminders ->
        [one] { $reminders } påminnelse
       *[other] { $reminders } påminnelser
    }.
privacy_kept =
    { $how ->
        [full] Jeg lagrer teksten i spørsmål
        [hashed] Jeg lagrer spørsmål bare som et fingeravtrykk som ikke kan leses
       *[off] Jeg lagrer ikke teksten i spørsmål
    }; alt slettes etter { $days ->
        [one] { $days } dag
       *[other] { $days } dager
    }.
privacy_forget_question = Skal jeg slette alt jeg har lagret om deg? Det kan ikke angres.
privacy_forgotten = Ferdig. Jeg har ikke lenger noe lagret om deg.
privacy_failed = Jeg når ikke databasen min akkurat nå, så ingenting er slettet. Prøv igjen senere.
privacy_unreachable = Jeg når ikke databasen min akkurat nå. Prøv igjen senere.

## Verdier

calendar_day =
    { $day }. { $month ->
        [1] januar
        [2] februar
        [3] mars
        [4] april
        [5] mai
        [6] juni
        [7] juli
        [8] august
        [9] september
        [10] oktober
        [11] november
       *[12] desember
    } { $year }
decimal = { $whole },{ $tenths }
list_comma = {", "}
seconds = { $seconds } s
minutes = { $minutes } min { $seconds } s
hours = { $hours } t { $minutes } min
bytes = { $size } B
kibibytes = { $size } KiB
mebibytes = { $size } MiB
gibibytes = { $size } GiB

## Hull, gullspørsmål, forklaringer, justering og tall.

command_gaps = hull
    .description = Viser og avgjør det som fikk dårlige eller ingen svar
command_gaps_list = liste
    .description = Viser det som er åpent, like spørsmål sammen
command_gaps_mark = merk
    .description = Avgjør hva som skjer med et spørsmål og dets like
option_gaps_mark_question = spørsmål
    .description = Spørsmålet
option_gaps_mark_as = som
    .description = Hva som bestemmes
option_gaps_mark_article = artikkel
    .description = Artikkelen som dekker det; det blir et gullspørsmål
option_gaps_mark_member = medlem
    .description = Hvem som skriver en artikkel om det
command_gaps_export = eksporter
    .description = Gir alt som en tabell for regneark
command_golden = gullspørsmål
    .description = Holder styr på spørsmål med kjent rett artikkel
command_golden_add = legg-til
    .description = Legger til et spørsmål med riktig artikkel
option_golden_add_question = spørsmål
    .description = Spørsmålet, slik folk stiller det
option_golden_add_article = artikkel
    .description = Artikkelen som besvarer det
command_golden_list = liste
    .description = Viser gullspørsmålene
command_golden_remove = fjern
    .description = Fjerner et gullspørsmål
option_golden_remove_question = spørsmål
    .description = Gullspørsmålet
command_golden_run = kjør
    .description = Stiller gullspørsmålene og viser hvilke som blir feil
command_explain = forklar
    .description = Forteller hvorfor et spørsmål besvares slik
option_explain_question = spørsmål
    .description = Spørsmålet
option_explain_expected = forventet
    .description = Artikkelen som burde ha svart
command_tune = juster
    .description = Endrer hvordan det svares, og viser først hva det gjør
command_tune_synonym = synonym
    .description = Lar ord bety det samme
option_tune_synonym_words = ord
    .description = Ordene, skilt med komma
option_tune_synonym_reason = årsak
    .description = Hvorfor, for dem som leser historikken
command_tune_pin = fest
    .description = Fester svaret på et spørsmål til en artikkel eller del
option_tune_pin_question = spørsmål
    .description = Spørsmålet, ord for ord
option_tune_pin_article = artikkel
    .description = Artikkelen eller delen som besvarer det
option_tune_pin_reason = årsak
    .description = Hvorfor, for dem som leser historikken
command_tune_trust = tillit
    .description = Sier hvor langt en artikkel er til å stole på
option_tune_trust_article = artikkel
    .description = Artikkelen
option_tune_trust_trust = tillit
    .description = Hvor langt
option_tune_trust_reason = årsak
    .description = Hvorfor, for dem som leser historikken
command_tune_confidence = sikkerhet
    .description = Sier hvor sikkert et svar må være
option_tune_confidence_percent = prosent
    .description = Andel udekkede spørsmål som likevel kan besvares, i prosent
option_tune_confidence_reason = årsak
    .description = Hvorfor, for dem som leser historikken
command_tune_history = historikk
    .description = Viser hva som er endret, av hvem og hvorfor, og angrer det
command_audit = logg
    .description = Viser hva administratorer har gjort
menu_right_articles = Dette er riktig artikkel
choice_wont_cover = Dekkes ikke
choice_covered = Dekkes av en artikkel
choice_assigned = Tildelt et medlem
choice_open_again = Åpen igjen
choice_trust_high = Høy
choice_trust_normal = Vanlig
choice_trust_low = Lav: vises som ubekreftet
button_apply = Bruk
gaps_heading =
    {"**"}Hull:** { $count ->
        [one] { $count } spørsmål er åpent
       *[other] { $count } spørsmål er åpne
    }, de vanligste først
gaps_none = Ingenting er åpent: alle spørsmål ble dekket, og ingen svar ble stemt ned.
gap_counts = { $not_covered } × ikke dekket, { $voted_down } × stemt ned, { $reported } × meldt
gap_alike = og { $count } like
gap_state =
    { $state ->
        [wont] dekkes ikke
        [covered] dekkes av { $by }
        [assigned] tildelt { $by }
       *[open] åpen
    }
gap_marked = { $question }: { $state }.
gap_is_golden = Det er et gullspørsmål nå.
gap_needs_article = Hvilken artikkel dekker det? Velg den i alternativet `{ option_gaps_mark_article }`.
gap_needs_member = Hvem skriver om det? Velg i alternativet `{ option_gaps_mark_member }`.
gaps_exported =
    Alle hull som tabell: { $count ->
        [one] { $count } spørsmål
       *[other] { $count } spørsmål
    }
question_unknown = Jeg kjenner ikke det spørsmålet her. Velg et av dem jeg foreslår.
article_unknown = Jeg kjenner ingen artikkel som heter { $article }. Velg en av dem jeg foreslår.
golden_heading =
    {"**"}{ $count ->
        [one] { $count } gullspørsmål
       *[other] { $count } gullspørsmål
    }**
golden_none = Det finnes ingen gullspørsmål ennå. `/{ command_golden } { command_golden_add }` legger til et, og det gjør menyen på et svar også.
golden_added =
    { $how ->
        [new] Lagt til som gullspørsmål:
        [extended] Enda en riktig artikkel for et gullspørsmål:
       *[known] Det er allerede et gullspørsmål:
    } { $question } → { $article }
golden_removed = Ikke lenger et gullspørsmål: { $question }
golden_result = **{ $right } av { $asked } gullspørsmål** besvares fra riktig artikkel.
golden_wrong = - { $question }: ventet { $expected } (plass { $rank }), først er { $first }
golden_failed = Filen med gullspørsmål kan ikke brukes: { $reason }. Løsning: rett filen, eller sjekk at jeg får skrive den og mappen.
golden_no_answer = Den meldingen viser ikke noe svar fra meg som jeg husker. Bruk menyen på et svar, eller `/{ command_golden } { command_golden_add }`.
explain_state =
    { $state ->
        [answered] {"**"}Besvart**
        [closest] {"**"}Nær, kanskje ikke et svar**
       *[not_covered] {"**"}Ikke dekket**
    }: sikkerhet { $confidence }; besvart fra { $answered }, dekket fra { $covered }
explain_signals = -# Sikkerheten består av { $parts }
explain_word =
    {"*"}{ $word }* som { $stems }, i { $passages ->
        [one] { $passages } avsnitt
       *[other] { $passages } avsnitt
    }
explain_also = også { $words }
explain_candidates =
    { $count ->
        [one] { $count } avsnitt
       *[other] { $count } avsnitt
    } ble rangert; de første:
explain_lacks = mangler { $words }
explain_pinned = Administratorer har festet svaret til { $place }.
expected_first = **{ $article }** kommer først.
expected_gone = **{ $article }** er ikke i indeksen.
expected_missing = **{ $article }** var ikke blant kandidatene: det nærmeste avsnittet mangler { $words }.
expected_crowded = **{ $article }** var ikke blant kandidatene: alle ordene er der, men for mange andre avsnitt passer bedre.
expected_behind = **{ $article }** er på plass { $rank }, { $by } bak.
expected_most = Den første leder mest i { $name }: { $first } mot { $own }, som veier { $weighs }.
tune_effects =
    { $change }
    Det ville endre { $changed } av { $tried } gullspørsmål og nylige spørsmål.
tune_effect = - { $question }: { $before } → { $after }
tune_outlook =
    { $state ->
        [answered] besvart fra { $place }
        [closest] nær { $place }
       *[not_covered] ikke dekket ({ $place })
    }
tune_bad_synonyms = Oppgi to eller flere ord, skilt med komma: `bil, vogn`.
tune_gone = Den endringen er allerede avgjort.
tune_applied = Tatt i bruk: { $change }
tune_undone = Angret: { $change }
change_synonym = **Samme betydning:** { $words }
change_pin = **Festet:** { $question } → { $place }
change_trust =
    {"**"}Tillit:** { $article } → { $trust ->
        [high] høy
        [low] lav
       *[normal] vanlig
    }
change_confidence = **Udekkede spørsmål som likevel kan besvares:** { $percent } %
change_by = { $by }, { $when }: { $reason }
change_undone = angret av { $by }, { $when }
changes_heading = **Endringer i hvordan jeg svarer**
changes_none = Ingenting er endret: konfigurasjonen gjelder.
audit_heading = **Hva administratorer har gjort**
audit_none = Administratorer har ikke gjort noe som noteres ennå.
somebody = noen som er glemt
