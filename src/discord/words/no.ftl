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
button_forget = Glem alt
button_cancel = Avbryt

## Etter en knapp

only_asker = Det kan bare den som spurte, gjøre.
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
phase_publishing = Publiserer indeksen
phase_progress =
    { $phase }: { $done } av { $total ->
        [one] { $total } fil
       *[other] { $total } filer
    }, { $failed } mislyktes
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
doctor_threads_refused = Svarene skal havne i tråder her, men jeg får ikke opprette noen, så jeg svarer i kanalen.
doctor_intents_well = Intents: jeg hører alt jeg trenger.
doctor_content_off = Jeg skal svare uten å bli spurt her, men Message Content Intent er av. Løsning: slå det på på applikasjonens Bot-side på <https://discord.com/developers/applications>, sett `discord.message_content = true` og start meg på nytt.
doctor_commands_well = Kommandoer: registrert.
doctor_commands_missing = Kommandoene mine er ikke registrert som de skal. Løsning: start meg på nytt; hvis det ikke hjelper, inviter meg igjen med scopet `applications.commands`.
doctor_index_well = Indeks: bygget { $built }.
doctor_index_missing = Det finnes ingen indeks. Løsning: kjør `/{ command_reindex }`.
doctor_index_old = Indeksen er gammel: bygget { $built }. Løsning: kjør `/{ command_reindex }`.
doctor_index_failed = Den siste indekseringen mislyktes { $when }: { $reason }. Løsning: fjern årsaken, og kjør så `/{ command_reindex }`.
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
