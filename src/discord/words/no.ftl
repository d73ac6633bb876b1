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
automatic_schedule = -# Startet av tidsplanen
source_changed = -# ⚠️ Kilden ble endret { $when }: det som er sitert her, stemmer kanskje ikke lenger.

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
