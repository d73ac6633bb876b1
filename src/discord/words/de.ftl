### Was der Bot auf Deutsch sagt.

## Befehle

command_ask = fragen
    .description = Beantwortet eine Frage aus den Artikeln
option_ask_question = frage
    .description = Was du wissen möchtest
option_ask_private = privat
    .description = Die Antwort nur dir zeigen
option_ask_for = für
    .description = Das Mitglied, für das die Antwort ist
command_help = hilfe
    .description = Zeigt, wie du fragst und wie du genauer suchst
command_reindex = indexieren
    .description = Liest die Artikel neu ein und zeigt, was sich geändert hat
command_index = index
    .description = Zeigt, was mit dem Index geschah, und geht zu einem früheren zurück
command_index_rollback = zurück
    .description = Lässt eine frühere Generation des Index wieder antworten
command_index_history = verlauf
    .description = Zeigt, wer den Index wann geändert hat und was daraus wurde
option_index_rollback_generation = generation
    .description = Die Nummer der Generation; ohne Angabe die vorige
command_status = status
    .description = Zeigt den Zustand des Index
command_settings = einstellungen
    .description = Zeigt und ändert, wie ich mich in einem Kanal verhalte
option_settings_channel = kanal
    .description = Der Kanal; ohne Angabe dieser hier
option_settings_mode = modus
    .description = Wann ich dort antworte
option_settings_answers_in = antworten-in
    .description = Wohin meine Antworten kommen
option_settings_forum = forum
    .description = Ob ich bei neuen Beiträgen eines Forums helfe
option_settings_solved_tag = gelöst-tag
    .description = Das Tag, das einen Beitrag des Forums als gelöst markiert
option_settings_digest = wochenbericht
    .description = Ob ich jede Woche im Kanal schreibe, wie es mit den Fragen lief
command_stats = statistik
    .description = Zeigt, wie es zuletzt mit den Fragen lief
option_stats_days = tage
    .description = Wie viele Tage zurück
command_doctor = diagnose
    .description = Prüft, ob ich hier arbeiten kann, und sagt, wie sich Fehler beheben lassen
command_privacy = datenschutz
    .description = Zeigt oder löscht, was ich über dich gespeichert habe
command_privacy_show = zeigen
    .description = Zeigt, was ich über dich gespeichert habe
command_privacy_forget = vergessen
    .description = Löscht, was ich über dich gespeichert habe
menu_find_articles = Artikel dazu suchen
choice_off = Nie
choice_when_asked = Wenn ich gefragt werde
choice_when_confident = Wenn ich mir sicher bin
choice_channel = Im Kanal
choice_thread = In einem Thread

## Hilfe

help = Frag mich etwas: Schreib deine Frage hinter meinen Namen, schick sie mir als Direktnachricht, antworte auf eine Nachricht mit meinem Namen oder nutze `/{ command_ask }`. Ich antworte mit Textstellen aus den Artikeln.
help_page =
    {"**"}So fragst du**
    Schreib deine Frage hinter meinen Namen, schick sie mir als Direktnachricht, antworte auf eine Nachricht mit meinem Namen oder nutze `/{ command_ask }`. Antworte auf eine meiner Antworten, um weiterzufragen.

    {"**"}So suchst du genauer**
    - `"elektrisches Auto"`: genau diese Wörter in dieser Reihenfolge
    - `-lastwagen`: nichts mit diesem Wort
    - `in:geschichte`: nur in Abschnitten oder Artikeln mit diesem Wort im Titel
    - `after:2024` oder `before:2025-06`: nur Artikel von danach oder davor
    - `lang:de`: nur Artikel in dieser Sprache

## Antworten

closest = Ich bin nicht sicher, ob das die Frage beantwortet. Die nächstliegenden Textstellen:
not_covered = Dazu steht nichts in den Artikeln.
nearest = Artikel, die dem am nächsten kommen:
nearest_buttons = Meinst du eines davon? Drück auf einen Titel, um danach zu fragen.
unseen = -# In keinem Artikel gefunden: { $words }
narrowed = -# Gesucht habe ich nur in: { $filters }
nothing_among = Nichts passt sowohl zur Frage als auch zu { $filters }. Versuch es ohne.
question_cut =
    -# Deine Frage war lang; ich habe { $used ->
        [one] nur das erste Zeichen
       *[other] die ersten { $used } Zeichen
    } verwendet.
searched_for = -# Ich habe nach { $words } gesucht.
sources_differ = -# Die Quellen widersprechen sich: { $sources }
refreshed = -# Die Artikel haben sich seit deiner Frage geändert, deshalb sind die Ergebnisse neu.
unverified = ungeprüfte Quelle
source_changed = Die Quelle wurde am { $when } geändert. Jetzt steht dort:
source_gone = Die Quelle wurde am { $when } geändert. Den hier zitierten Abschnitt gibt es in den Artikeln nicht mehr.
further_source_gone = Einen weiteren hier zitierten Abschnitt gibt es in den Artikeln nicht mehr.
answer_before = Die Antwort davor:
suggested_by = -# Vorgeschlagen von { $helper }
answer_for = Für { $member }:
page_of = Seite { $page } von { $pages }
no_more_passages = Dazu gibt es keine weiteren Textstellen.
section_gone = Diesen Abschnitt gibt es in den Artikeln nicht mehr.

## Knöpfe

button_more = Weitere Textstellen
button_section = Ganzer Abschnitt
button_back = Zurück
button_next = Nächste Seite
button_post = Das posten
button_tell_editors = Der Redaktion melden
button_tell_me = Sag mir, wenn es eine Antwort gibt
button_tell_me_not = Sag mir nichts
button_solved = Das hat geholfen
button_publish = Veröffentlichen
button_discard = Verwerfen
button_details = Einzelheiten
button_forget = Alles vergessen
button_cancel = Abbrechen

## Nach einem Knopf

only_asker_or_moderator = Das kann nur, wer gefragt hat, oder jemand aus der Moderation.
button_too_old = Dieser Knopf ist zu alt. Bitte frag noch einmal mit `/{ command_ask }`.
not_saved = Das kann ich gerade leider nicht speichern. Bitte versuch es in ein paar Minuten noch einmal.
feedback_thanks = Danke!
feedback_taken_back = Zurückgenommen.
feedback_noted = Danke. Das hilft, die Artikel zu verbessern.
feedback_placeholder = Was stimmte daran nicht?
feedback_wrong = Es ist falsch
feedback_outdated = Es ist veraltet
feedback_off_topic = Danach habe ich nicht gefragt
feedback_unclear = Es ist unklar
told_editors = Danke. Die Redaktion wird deine Frage sehen.
told_editors_already = Die Redaktion kennt diese Frage schon.
reminder_set = Ich schicke dir eine Nachricht, sobald es in den Artikeln eine Antwort gibt.
reminder_taken_back = Ich schicke dir dazu keine Nachricht.
reminder_answer =
    Du hast gefragt: { $question }
    Jetzt gibt es in den Artikeln eine Antwort:
solved_thanks = Schön, dass es geholfen hat. Der Beitrag ist als gelöst markiert.
solved_untagged = Schön, dass es geholfen hat. Ich darf die Tags dieses Beitrags nicht ändern; bitte markiere ihn selbst als gelöst.

## "Artikel dazu suchen" und Beiträge in Foren

found_for_message = Textstellen zu dieser Nachricht. Wähle eine aus, um sie als Antwort zu posten.
found_nothing = Ich habe zu dieser Nachricht nichts in den Artikeln gefunden.
message_without_text = Diese Nachricht enthält keinen Text, nach dem ich suchen könnte.
message_gone = Diese Nachricht gibt es nicht mehr.
posted = Gepostet.
forum_opening = Vielleicht helfen diese Textstellen:

## Warum es keine Antwort gibt

no_words = Darin habe ich keine Wörter gefunden, nach denen ich suchen kann. Bitte frag mich in einem Satz.
busy = Im Moment warten zu viele Fragen. Bitte frag in einer Minute noch einmal.
cooldown_user = Du hast gerade sehr viel gefragt. In { $left } kannst du wieder fragen.
cooldown_channel = In diesem Kanal wird gerade viel gefragt. In { $left } kannst du wieder fragen.
cooldown_server = Auf diesem Server wird gerade viel gefragt. In { $left } kannst du wieder fragen.
no_index = Ich habe noch keine Artikel gelesen. Wer die Berechtigung „Server verwalten“ hat, kann das mit `/{ command_reindex }` starten.
restarting = Ich starte gerade neu. Bitte versuch es in einer Minute noch einmal.
interrupted = Ich wurde neu gestartet, bevor das fertig war. Bitte versuch es in einer Minute noch einmal.
failed = Bei mir ist etwas schiefgegangen, tut mir leid. Bitte versuch es noch einmal; wenn es so bleibt, nenne denen, die mich betreiben, diese ID: `{ $id }`
unreadable_reference = Ich kann die Nachricht, auf die du geantwortet hast, nicht lesen: Discord zeigt sie mir nur, wenn sie mich erwähnt. Bitte schreib mir die Frage oder nutze `/{ command_ask }`.
missing_reference = Die Nachricht, auf die du geantwortet hast, gibt es nicht mehr. Bitte schreib mir die Frage oder nutze `/{ command_ask }`.
may_not_write = Ich darf in { $channel } nicht schreiben, deshalb antworte ich dir hier.
turned_off = Ich bin in { $channel } ausgeschaltet, deshalb antworte ich dort nicht. Mitglieder mit der Berechtigung „Server verwalten“ können das mit `/{ command_settings }` ändern.
thread_refused = -# Ich darf hier keinen Thread starten, deshalb antworte ich im Kanal.
not_allowed = Das können nur Mitglieder mit der Berechtigung „Server verwalten“.
server_only = Das geht nur auf einem Server.

## Indexieren

reindex_running = { $by } hat das Indexieren schon gestartet. { $progress }
phase_scanning = Suche Artikel
phase_indexing = Lese Artikel
phase_writing = Schreibe den Index
phase_verifying = Prüfe den Index
phase_comparing = Antworten werden verglichen
phase_publishing = Veröffentliche den Index
phase_progress =
    { $phase }: { $done } von { $total ->
        [one] { $total } Datei
       *[other] { $total } Dateien
    }, { $failed } fehlgeschlagen
phase_questions =
    { $phase }: { $done } von { $total ->
        [one] { $total } Frage
       *[other] { $total } Fragen
    }
reindex_over = Das Indexieren ist beendet; siehe die Nachricht unten.
reindex_done =
    {"**"}Fertig indexiert** in { $took }: { $articles ->
        [one] { $articles } Artikel
       *[other] { $articles } Artikel
    }, { $passages ->
        [one] { $passages } Textstelle
       *[other] { $passages } Textstellen
    }.
reindex_unchanged = Es hatte sich nichts geändert, der Index bleibt also, wie er ist.
reindex_failed = **Das Indexieren ist fehlgeschlagen.** Antworten kommen weiter aus dem bisherigen Index. Der Grund steht im Log unter der ID `{ $id }`
added = **Neu** { $count }
changed = **Geändert** { $count }
removed = **Entfernt** { $count }
skipped =
    {"**"}Übersprungen** { $count ->
        [one] { $count } Datei
       *[other] { $count } Dateien
    }
and_more = und { $count } weitere

## Veröffentlichungen

release_waiting =
    {"**"}Bereit zum Veröffentlichen**, gebaut in { $took }: { $articles ->
        [one] { $articles } Artikel
       *[other] { $articles } Artikel
    }, { $passages ->
        [one] { $passages } Textstelle
       *[other] { $passages } Textstellen
    }. Antworten kommen noch aus dem bisherigen Index.
release_held_rule = Es wartet auf einen Knopfdruck, wie `release.auto_publish` es will.
release_held_golden =
    Es wartet, weil es die richtige Antwort nähme: { $count ->
        [one] { $count } Musterfrage
       *[other] { $count } Musterfragen
    }.
release_held_unjudged = Es wartet, weil die Musterfragen nicht gestellt werden konnten: { $problem }
release_held_empty = Es wartet, weil kein Artikel übrig bliebe.
release_held_undone = Es wartet, weil jemand von genau diesen Dateien zurückgegangen ist.
release_golden = {"**"}Musterfragen**: { $asked } gestellt. Andere erste Textstelle: { $changed }; richtige Antwort verloren: { $worse }, gewonnen: { $better }
release_recent = {"**"}Letzte Fragen**: { $asked } gestellt. Neu beantwortet: { $answered }; nicht mehr beantwortet: { $stopped }
release_size = Textstellen { $before } → { $after }, auf der Platte { $disk_before } → { $disk_after }
release_calibration = Kalibrierung: beantwortet ab einer Sicherheit von { $answered_before } → { $answered }, abgedeckt ab { $covered_before } → { $covered }
golden_before = vorher: { $passage }
golden_after = nachher: { $passage }
golden_nothing = keine Textstelle
details_answered = **Neu beantwortet**
details_stopped = **Nicht mehr beantwortet**
details_elsewhere = und { $count } weitere, die privat oder anderswo gestellt wurden
release_published = **Veröffentlicht** von { $by }.
release_discarded = **Verworfen** von { $by }. Antworten kommen aus dem bisherigen Index.
release_gone = Das gibt es nicht mehr: Es wurde veröffentlicht oder verworfen, oder ein anderes wurde seither veröffentlicht.
time_left = noch etwa { $left } in diesem Schritt
reindex_cancelled = **Das Indexieren wurde abgebrochen.** Der Index bleibt, wie er ist.
reindex_not_running = Dieses Indexieren läuft nicht mehr.
rolled_back = **Generation { $to } antwortet wieder**, als Generation { $generation }.
rollback_nothing = Es gibt keine frühere Generation, zu der ich zurückgehen könnte.
rollback_other = Diese Generation ist nicht mehr da. Zurückgehen kann ich zu: { $kept }
history_heading = **Was mit dem Index geschah**
history_empty = Noch nichts.
history_published = { $when } Generation { $generation } veröffentlicht von { $by }
history_rolled_back = { $when } { $by } ging zurück zu Generation { $to }, als Generation { $generation }
history_discarded = { $when } { $by } verwarf, was gebaut war
history_counts = { $added } neu, { $changed } geändert, { $removed } entfernt, { $skipped } übersprungen
history_worse = richtige Antworten auf Musterfragen verloren: { $count }
automatic_files = -# Gestartet durch geänderte Dateien
automatic_sources = -# Gestartet durch Änderungen in den verfolgten Quellen
automatic_schedule = -# Gestartet durch den Zeitplan

## Status

no_index_yet = **Noch kein Index.** `/{ command_reindex }` baut einen.
generation = **Generation { $generation }**, veröffentlicht { $published }
thresholds = Beantwortet ab einer Sicherheit von { $answered }, abgedeckt ab { $covered }, kalibriert mit { $questions } Fragen
size =
    { $articles ->
        [one] { $articles } Artikel
       *[other] { $articles } Artikel
    }, { $passages ->
        [one] { $passages } Textstelle
       *[other] { $passages } Textstellen
    }, { $disk } auf der Festplatte
last_reindex = Zuletzt indexiert { $started }, Dauer { $took }
last_failure = Letzter Fehler: { $reason }
running_reindex = Indexieren durch { $by }: { $progress }

## Einstellungen

settings_heading = **Einstellungen für { $channel }**
settings_mode =
    Wann ich antworte: { $mode ->
        [off] nie
        [asked] wenn ich gefragt werde
       *[confident] wenn ich gefragt werde und wenn ich mir der Antwort sicher bin
    }
settings_answers_in =
    Wohin Antworten kommen: { $place ->
        [channel] in den Kanal
       *[thread] in einen eigenen Thread
    }
settings_forum =
    Neue Beiträge dieses Forums: { $state ->
        [on] ich helfe, wenn ich mir der Antwort sicher bin
       *[off] ich bleibe still
    }
settings_saved = Gespeichert.
settings_for_now = Gespeichert bis zu meinem Neustart: In meine Datenbank lässt sich nicht schreiben. Mehr sagt `/{ command_doctor }`.
settings_needs_content = Um ungefragt zu antworten, brauche ich den Message Content Intent. Wer mich betreibt, kann ihn auf der Bot-Seite der Anwendung unter <https://discord.com/developers/applications> einschalten und `discord.message_content = true` setzen.
settings_no_forum = { $channel } ist kein Forum.
settings_solved_tag = Tag für gelöste Beiträge: { $tag }
settings_no_solved_tag = Kein Tag markiert gelöste Beiträge; wähle eins mit der Option `{ option_settings_solved_tag }`.
settings_no_such_tag = { $channel } hat kein Tag namens { $tag }. Die Tags dort: { $tags }

## Statistik

stats_heading =
    {"**"}Statistik: { $days ->
        [one] heute
       *[other] die letzten { $days } Tage
    }**
digest_heading = **Wochenbericht**: { $from } bis { $to }
stats_nothing = In dieser Zeit hat niemand etwas gefragt.
stats_questions =
    Fragen: { $questions }{ $change }, von { $people ->
        [one] { $people } Person
       *[other] { $people } Personen
    }
stats_answered = 🟦 Beantwortet: { $count } ({ $share } %{ $change })
stats_closest = 🟨 Nächstliegende Textstellen: { $count } ({ $share } %{ $change })
stats_not_covered = 🟥 Nicht abgedeckt: { $count } ({ $share } %{ $change })
stats_votes = Stimmen: 👍 { $up }{ $up_change } · 👎 { $down }{ $down_change }
stats_most_asked = **Am häufigsten gefragt**
stats_asked_by =
    { $question } ({ $people ->
        [one] { $people } Person
       *[other] { $people } Personen
    })
stats_gaps =
    {"**"}Offen** { $count ->
        [one] { $count } Frage ohne gute Antwort
       *[other] { $count } Fragen ohne gute Antwort
    }
stats_gap =
    { $question } ({ $times ->
        [one] einmal
       *[other] { $times }-mal
    })
stats_slowest = **Langsamste Antworten**
stats_oldest = **Älteste Artikel**
stats_unused =
    {"**"}Ungenutzt** { $count ->
        [one] { $count } von { $articles } Artikeln hat in dieser Zeit nichts beantwortet, zum Beispiel:
       *[other] { $count } von { $articles } Artikeln haben in dieser Zeit nichts beantwortet, zum Beispiel:
    }
stats_article = { $title }, { $date }
stats_compared =
    -# ▲ und ▼ vergleichen mit derselben Zeit { $days ->
        [one] einen Tag
       *[other] { $days } Tage
    } früher; Anteile in Prozentpunkten
stats_no_texts = -# Ich nenne keine Fragen, weil ihr Text nicht gespeichert wird (`privacy.questions`).
stats_discreet = -# Ich nenne hier keine Fragen, weil alle diesen Kanal sehen können.
stats_chart = Balkendiagramm der Fragen an jedem Tag vom { $from } bis zum { $to }; beantwortet, nächstliegende Textstellen, nicht abgedeckt: { $days }
settings_digest = Wochenbericht: geht an { $channel }, der nächste { $next }
settings_digest_discreet = Alle können diesen Kanal sehen, deshalb nennt der Wochenbericht dort keine Fragen.
settings_digest_forum = { $channel } ist ein Forum. Bitte wähle für den Wochenbericht einen Textkanal.

## Diagnose

doctor_heading = **Diagnose für { $channel }**
doctor_well = Alles in Ordnung.
doctor_permissions_well = Berechtigungen: Ich habe hier alle, die ich brauche.
doctor_permission_missing = Mir fehlt hier die Berechtigung **{ $permission }**. Abhilfe: Kanal bearbeiten, „Berechtigungen“ öffnen, meine Rolle auswählen und **{ $permission }** erlauben.
permission_view = Kanal anzeigen
permission_send = Nachrichten senden
permission_create_threads = Öffentliche Threads erstellen
permission_send_in_threads = Nachrichten in Threads senden
permission_embed = Links einbetten
permission_attach = Dateien anhängen
permission_history = Nachrichtenverlauf anzeigen
permission_manage_posts = Threads und Beiträge verwalten
doctor_threads_refused = Antworten sollen hier in Threads kommen, aber ich darf keine erstellen, deshalb antworte ich im Kanal. Abhilfe: Kanal bearbeiten, „Berechtigungen“ öffnen, meine Rolle auswählen und **{ permission_create_threads }** und **{ permission_send_in_threads }** erlauben.
doctor_intents_well = Intents: Ich höre alles, was ich brauche.
doctor_content_off = Ich soll hier ungefragt antworten, aber der Message Content Intent ist aus. Abhilfe: auf der Bot-Seite der Anwendung unter <https://discord.com/developers/applications> einschalten, `discord.message_content = true` setzen und mich neu starten.
doctor_commands_well = Befehle: registriert.
doctor_commands_missing = Meine Befehle sind nicht richtig registriert. Abhilfe: mich neu starten; wenn das nicht hilft, mich mit dem Scope `applications.commands` neu einladen.
doctor_index_well = Index: gebaut { $built }.
doctor_index_missing = Es gibt keinen Index. Abhilfe: `/{ command_reindex }` ausführen.
doctor_index_old = Der Index ist alt: gebaut { $built }. Abhilfe: `/{ command_reindex }` ausführen.
doctor_index_failed = Das letzte Indexieren ist { $when } fehlgeschlagen: { $reason }. Abhilfe: die Ursache beheben, dann `/{ command_reindex }` ausführen.
doctor_admin_channel_well = Admin-Kanal: Ich kann in { $channel } schreiben.
doctor_admin_channel_failed = Ich konnte nicht in den Admin-Kanal { $channel } schreiben: { $reason }. Abhilfe: Lass mich ihn sehen und dort schreiben, oder setze `discord.admin_channel` auf einen anderen.
doctor_store_well = Datenbank: lesbar und beschreibbar.
doctor_store_failed = Die Datenbank ist nicht benutzbar: { $reason }. Einstellungen und Bewertungen halten nur bis zu meinem Neustart. Abhilfe: prüfen, ob die Festplatte Platz hat und ich `store.path` beschreiben darf, dann mich neu starten.
doctor_clock_well = Uhr: geht richtig.
doctor_clock_off = Meine Uhr geht { $off } falsch. Abhilfe: Zeitsynchronisierung (NTP) auf dem Rechner einschalten, auf dem ich laufe.
doctor_disk_well = Festplatte: { $free } frei.
doctor_disk_low = Auf der Festplatte sind nur noch { $free } frei. Abhilfe: Platz schaffen oder `index.dir` auf eine größere Festplatte legen.

## Die Artikel

command_corpus = artikel
    .description = Zeigt, ergänzt, ändert und prüft die Artikel
command_corpus_list = liste
    .description = Zeigt alle Artikel
option_corpus_list_search = suche
    .description = Wörter in Titel, Pfad oder Schlagwort
command_corpus_show = zeigen
    .description = Zeigt einen Artikel
option_corpus_show_article = artikel
    .description = Sein Pfad oder Titel, oder ein Teil davon
command_corpus_add = hinzufügen
    .description = Fügt einen Artikel aus einer Datei oder Webseite hinzu, nach einer Vorschau
option_corpus_add_file = datei
    .description = Markdown, HTML, Text, PDF oder Word
option_corpus_add_url = url
    .description = Die Adresse einer Seite, mit https://
command_corpus_remove = entfernen
    .description = Entfernt einen Artikel; das lässt sich rückgängig machen
option_corpus_remove_article = artikel
    .description = Sein Pfad oder Titel, oder ein Teil davon
command_corpus_set = setzen
    .description = Ändert Titel, Schlagwörter oder Vertrauen eines Artikels
option_corpus_set_article = artikel
    .description = Sein Pfad oder Titel, oder ein Teil davon
option_corpus_set_title = titel
    .description = Der neue Titel
option_corpus_set_tags = schlagwörter
    .description = Die neuen Schlagwörter, mit Komma getrennt; - für keine
option_corpus_set_trust = vertrauen
    .description = Wie sehr dem Artikel vertraut wird
command_corpus_sources = quellen
    .description = Zeigt die Stellen im Web, deren Artikeln gefolgt wird
command_corpus_health = zustand
    .description = Sucht Wiederholungen, Widersprüche und Lücken in den Artikeln
choice_high_trust = Hoch
choice_normal_trust = Normal
choice_low_trust = Niedrig
button_add = Hinzufügen
button_remove = Entfernen
button_undo = Rückgängig machen
corpus_heading =
    {"**"}{ $articles ->
        [one] { $articles } Artikel
       *[other] { $articles } Artikel
    }**
corpus_waiting = noch nicht im Index
corpus_skipped = ausgelassen: { $reason }
corpus_trust =
    { $level ->
        [high] hohes Vertrauen
        [low] geringes Vertrauen
       *[normal] normales Vertrauen
    }
corpus_used =
    { $times ->
        [one] { $times } Mal
       *[other] { $times } Mal
    } gezeigt
corpus_words =
    { $words ->
        [one] { $words } Wort
       *[other] { $words } Wörter
    }
corpus_tags = Schlagwörter: { $tags }
corpus_added_by = Hinzugefügt { $at } von { $by }, aus { $from }
corpus_sections =
    { $count ->
        [one] { $count } Abschnitt
       *[other] { $count } Abschnitte
    }: { $sections }
corpus_no_such = Es gibt keinen Artikel namens { $name }.
corpus_several = Mit { $name } können mehrere Artikel gemeint sein. Bitte nimm den Pfad von einem:
corpus_preview = Soll ich diesen Artikel hinzufügen?
corpus_one_of = Gib mir entweder eine Datei oder die Adresse einer Seite.
corpus_refused = Das geht nicht: { $reason }
corpus_gone = Das gibt es nicht mehr; es ist schon erledigt oder zu lange her.
corpus_added = Hinzugefügt als { $path }.
corpus_not_added = Es wurde nichts hinzugefügt.
corpus_indexing = Der Index wird aktualisiert …
corpus_indexed = Der Index ist aktuell.
corpus_waits = Die Antworten bleiben, wie sie sind, bis es jemand veröffentlicht, siehe `/{ command_index } { command_index_history }`.
corpus_remove_question = Soll ich { $path } entfernen? Das lässt sich danach rückgängig machen.
corpus_removed = { $path } ist entfernt.
corpus_restored = { $path } ist wieder da.
corpus_kept = Es wurde nichts geändert.
corpus_set_nothing = Sag mir, was ich ändern soll: Titel, Schlagwörter oder Vertrauen.
corpus_set_done = { $path } ist geändert.
sources_none = Es wird keinen Quellen gefolgt. Wer mich betreibt, kann unter `[[source]]` in der Konfiguration welche nennen.
sources_heading =
    {"**"}{ $sources ->
        [one] { $sources } Quelle
       *[other] { $sources } Quellen
    }**
source_new = { $name }: noch nicht angesehen
source_failed = { $name }: fehlgeschlagen { $when }: { $reason }
source_well =
    { $name }: { $articles ->
        [one] { $articles } Artikel
       *[other] { $articles } Artikel
    }, angesehen { $when }
health_well = An den Artikeln habe ich nichts auszusetzen.
health_heading =
    {"**"}{ $findings ->
        [one] { $findings } Sache zum Ansehen
       *[other] { $findings } Sachen zum Ansehen
    }**
health_twins = Fast derselbe Text ({ $percent } %): { $one } und { $other }
health_differ = Verschiedene Zahlen: { $one } sagt „{ $said }“, { $other } sagt „{ $otherwise }“
health_long =
    Ein sehr langer Abschnitt: { $place }, { $words ->
        [one] { $words } Wort
       *[other] { $words } Wörter
    }
health_empty = Eine Überschrift ohne Text: { $place }
health_undated = Kein Datum: { $path }
health_link = Ein Link ins Leere in { $path }: { $target }
health_unused = Keine Antwort hat ihn gezeigt: { $path }
health_disliked = Mehr 👎 als 👍 ({ $down } zu { $up }): { $path }

## Datenschutz

privacy_nothing = Ich habe nichts über dich gespeichert.
privacy_stored =
    Über dich habe ich gespeichert: { $questions ->
        [one] { $questions } Frage
       *[other] { $questions } Fragen
    }, { $ratings ->
        [one] { $ratings } Bewertung
       *[other] { $ratings } Bewertungen
    }, { $reminders ->
        [one] { $reminders } Erinnerung
       *[other] { $reminders } Erinnerungen
    }.
privacy_kept =
    { $how ->
        [full] Ich speichere den Text von Fragen
        [hashed] Ich speichere Fragen nur als Fingerabdruck, der sich nicht lesen lässt
       *[off] Ich speichere den Text von Fragen nicht
    }; alles wird nach { $days ->
        [one] { $days } Tag
       *[other] { $days } Tagen
    } gelöscht.
privacy_forget_question = Soll ich alles löschen, was ich über dich gespeichert habe? Das lässt sich nicht rückgängig machen.
privacy_forgotten = Erledigt. Ich habe nichts mehr über dich gespeichert.
privacy_failed = Ich erreiche meine Datenbank gerade nicht, es wurde also nichts gelöscht. Bitte versuch es später noch einmal.
privacy_unreachable = Ich erreiche meine Datenbank gerade nicht. Bitte versuch es später noch einmal.

## Werte

calendar_day =
    { $day }. { $month ->
        [1] Januar
        [2] Februar
        [3] März
        [4] April
        [5] Mai
        [6] Juni
        [7] Juli
        [8] August
        [9] September
        [10] Oktober
        [11] November
       *[12] Dezember
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

## Lücken, goldene Fragen, Erklärungen, Anpassung und Zahlen.

command_gaps = lücken
    .description = Zeigt und klärt, was schlecht oder nicht beantwortet wurde
command_gaps_list = liste
    .description = Zeigt, was offen ist, ähnliche Fragen zusammen
command_gaps_mark = markieren
    .description = Entscheidet über eine Frage und ähnliche
option_gaps_mark_question = frage
    .description = Die Frage
option_gaps_mark_as = als
    .description = Was entschieden wird
option_gaps_mark_article = artikel
    .description = Der Artikel, der sie abdeckt; sie wird eine goldene Frage
option_gaps_mark_member = mitglied
    .description = Wer einen Artikel darüber schreibt
command_gaps_export = exportieren
    .description = Gibt alles als Tabelle für Tabellenprogramme aus
command_golden = goldfragen
    .description = Verwaltet Fragen, deren richtiger Artikel bekannt ist
command_golden_add = hinzufügen
    .description = Fügt eine Frage mit ihrem richtigen Artikel hinzu
option_golden_add_question = frage
    .description = Die Frage, wie Leute sie stellen
option_golden_add_article = artikel
    .description = Der Artikel, der sie beantwortet
command_golden_list = liste
    .description = Zeigt die goldenen Fragen
command_golden_remove = entfernen
    .description = Entfernt eine goldene Frage
option_golden_remove_question = frage
    .description = Die goldene Frage
command_golden_run = prüfen
    .description = Stellt die goldenen Fragen und zeigt, was schiefgeht
command_explain = erklären
    .description = Sagt, warum eine Frage so beantwortet wird
option_explain_question = frage
    .description = Die Frage
option_explain_expected = erwartet
    .description = Der Artikel, der hätte antworten sollen
command_tune = anpassen
    .description = Ändert, wie geantwortet wird, und zeigt zuerst die Wirkung
command_tune_synonym = synonym
    .description = Lässt Wörter dasselbe bedeuten
option_tune_synonym_words = wörter
    .description = Die Wörter, durch Kommas getrennt
option_tune_synonym_reason = grund
    .description = Warum, für alle, die den Verlauf lesen
command_tune_pin = anheften
    .description = Heftet die Antwort auf eine Frage an einen Abschnitt
option_tune_pin_question = frage
    .description = Die Frage, Wort für Wort
option_tune_pin_article = artikel
    .description = Der Artikel oder Abschnitt, der sie beantwortet
option_tune_pin_reason = grund
    .description = Warum, für alle, die den Verlauf lesen
command_tune_trust = vertrauen
    .description = Sagt, wie weit einem Artikel vertraut wird
option_tune_trust_article = artikel
    .description = Der Artikel
option_tune_trust_trust = vertrauen
    .description = Wie weit
option_tune_trust_reason = grund
    .description = Warum, für alle, die den Verlauf lesen
command_tune_confidence = sicherheit
    .description = Sagt, wie sicher eine Antwort sein muss
option_tune_confidence_percent = prozent
    .description = Anteil nicht abgedeckter Fragen, die doch beantwortet werden
option_tune_confidence_reason = grund
    .description = Warum, für alle, die den Verlauf lesen
command_tune_history = verlauf
    .description = Zeigt, was wer warum geändert hat, und macht es rückgängig
command_audit = protokoll
    .description = Zeigt, was Admins getan haben
menu_right_articles = Das ist der richtige Artikel
choice_wont_cover = Wird nicht abgedeckt
choice_covered = Von einem Artikel abgedeckt
choice_assigned = Einem Mitglied zugewiesen
choice_open_again = Wieder offen
choice_trust_high = Hoch
choice_trust_normal = Mittel
choice_trust_low = Niedrig: als ungeprüft gezeigt
button_apply = Anwenden
gaps_heading =
    {"**"}Lücken:** { $count ->
        [one] { $count } Frage ist
       *[other] { $count } Fragen sind
    } offen, die häufigsten zuerst
gaps_none = Nichts ist offen: Alle Fragen waren abgedeckt, und keine Antwort wurde abgelehnt.
gap_counts = { $not_covered } × nicht abgedeckt, { $voted_down } × abgelehnt, { $reported } × gemeldet
gap_alike = und { $count } ähnliche
gap_state =
    { $state ->
        [wont] wird nicht abgedeckt
        [covered] abgedeckt von { $by }
        [assigned] zugewiesen an { $by }
       *[open] offen
    }
gap_marked = { $question }: { $state }.
gap_is_golden = Sie ist jetzt eine goldene Frage.
gap_needs_article = Welcher Artikel deckt sie ab? Wähle ihn in der Option `{ option_gaps_mark_article }`.
gap_needs_member = Wer schreibt darüber? Wähle in der Option `{ option_gaps_mark_member }`.
gaps_exported =
    Alle Lücken als Tabelle: { $count ->
        [one] { $count } Frage
       *[other] { $count } Fragen
    }
question_unknown = Diese Frage kenne ich hier nicht. Wähle eine, die ich vorschlage.
article_unknown = Ich kenne keinen Artikel namens { $article }. Wähle einen, den ich vorschlage.
golden_heading =
    {"**"}{ $count ->
        [one] { $count } goldene Frage
       *[other] { $count } goldene Fragen
    }**
golden_none = Es gibt noch keine goldenen Fragen. `/{ command_golden } { command_golden_add }` fügt eine hinzu, ebenso das Menü einer Antwort.
golden_added =
    { $how ->
        [new] Als goldene Frage hinzugefügt:
        [extended] Ein weiterer richtiger Artikel für eine goldene Frage:
       *[known] Das ist schon eine goldene Frage:
    } { $question } → { $article }
golden_removed = Keine goldene Frage mehr: { $question }
golden_result = **{ $right } von { $asked } goldenen Fragen** werden aus dem richtigen Artikel beantwortet.
golden_wrong = - { $question }: erwartet { $expected } (Platz { $rank }), zuerst kommt { $first }
golden_failed = Die Datei der goldenen Fragen ist nicht benutzbar: { $reason }. Abhilfe: Korrigiere die Datei oder prüfe, ob ich sie und ihren Ordner schreiben darf.
golden_no_answer = Diese Nachricht zeigt keine Antwort von mir, an die ich mich erinnere. Nimm das Menü einer Antwort oder `/{ command_golden } { command_golden_add }`.
explain_state =
    { $state ->
        [answered] {"**"}Beantwortet**
        [closest] {"**"}Nah, vielleicht keine Antwort**
       *[not_covered] {"**"}Nicht abgedeckt**
    }: Sicherheit { $confidence }; beantwortet ab { $answered }, abgedeckt ab { $covered }
explain_signals = -# Die Sicherheit besteht aus { $parts }
explain_word =
    {"*"}{ $word }* als { $stems }, in { $passages ->
        [one] { $passages } Abschnitt
       *[other] { $passages } Abschnitten
    }
explain_also = auch { $words }
explain_candidates =
    { $count ->
        [one] { $count } Abschnitt wurde
       *[other] { $count } Abschnitte wurden
    } geordnet; die ersten:
explain_lacks = ohne { $words }
explain_pinned = Admins haben die Antwort an { $place } geheftet.
expected_first = **{ $article }** kommt zuerst.
expected_gone = **{ $article }** ist nicht im Index.
expected_missing = **{ $article }** war nicht unter den Kandidaten: Dem nächsten Abschnitt fehlt { $words }.
expected_crowded = **{ $article }** war nicht unter den Kandidaten: Alle Wörter sind da, aber zu viele andere Abschnitte passen besser.
expected_behind = **{ $article }** ist auf Platz { $rank }, { $by } dahinter.
expected_most = Der erste führt am meisten in { $name }: { $first } zu { $own }, das wiegt { $weighs }.
tune_effects =
    { $change }
    Das würde { $changed } von { $tried } goldenen und jüngsten Fragen ändern.
tune_effect = - { $question }: { $before } → { $after }
tune_outlook =
    { $state ->
        [answered] beantwortet aus { $place }
        [closest] nah an { $place }
       *[not_covered] nicht abgedeckt ({ $place })
    }
tune_bad_synonyms = Gib zwei oder mehr Wörter an, durch Kommas getrennt: `Auto, Wagen`.
tune_gone = Diese Änderung ist schon erledigt.
tune_applied = Angewendet: { $change }
tune_undone = Rückgängig gemacht: { $change }
change_synonym = **Gleiche Bedeutung:** { $words }
change_pin = **Angeheftet:** { $question } → { $place }
change_trust =
    {"**"}Vertrauen:** { $article } → { $trust ->
        [high] hoch
        [low] niedrig
       *[normal] mittel
    }
change_confidence = **Nicht abgedeckte Fragen, die doch beantwortet werden dürfen:** { $percent } %
change_by = { $by }, { $when }: { $reason }
change_undone = rückgängig gemacht von { $by }, { $when }
changes_heading = **Änderungen daran, wie ich antworte**
changes_none = Nichts wurde geändert: Die Konfiguration gilt.
audit_heading = **Was Admins getan haben**
audit_none = Admins haben noch nichts getan, was festgehalten wird.
somebody = jemand, der vergessen wurde
