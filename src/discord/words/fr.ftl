### Ce que le bot dit en français. Devant « : », « ; », « ? » et « ! », une espace insécable.

## Commandes

command_ask = demander
    .description = Répond à une question à partir des articles
option_ask_question = question
    .description = Ce que vous voulez savoir
option_ask_private = privé
    .description = Ne montrer la réponse qu’à vous
option_ask_for = pour
    .description = Le membre à qui la réponse est destinée
command_help = aide
    .description = Montre comment poser une question et chercher plus précisément
command_reindex = réindexer
    .description = Relit les articles et montre ce qui a changé
command_index = index
    .description = Montre ce qu’est devenu l’index et revient à un précédent
command_index_rollback = revenir
    .description = Fait répondre de nouveau une génération précédente de l’index
command_index_history = historique
    .description = Montre qui a changé l’index, quand et avec quel résultat
option_index_rollback_generation = génération
    .description = Le numéro de la génération ; la précédente s’il manque
command_status = état
    .description = Montre l’état de l’index
command_settings = réglages
    .description = Montre et modifie mon comportement dans un salon
option_settings_channel = salon
    .description = Le salon ; celui-ci par défaut
option_settings_mode = mode
    .description = Quand j’y réponds
option_settings_answers_in = réponses-dans
    .description = Où vont mes réponses
option_settings_forum = forum
    .description = Si j’aide dans les nouveaux posts d’un forum
option_settings_solved_tag = tag-résolu
    .description = Le tag qui marque un post du forum comme résolu
option_settings_digest = bilan-hebdo
    .description = Si je publie chaque semaine dans le salon ce que les questions sont devenues
command_stats = statistiques
    .description = Montre ce que les questions sont devenues ces derniers temps
option_stats_days = jours
    .description = Combien de jours en arrière
command_doctor = diagnostic
    .description = Vérifie que je peux travailler ici et dit comment réparer ce qui ne va pas
command_privacy = confidentialité
    .description = Montre ou efface ce que j’ai enregistré sur vous
command_privacy_show = montrer
    .description = Montre ce que j’ai enregistré sur vous
command_privacy_forget = oublier
    .description = Efface ce que j’ai enregistré sur vous
menu_find_articles = Chercher des articles
choice_off = Jamais
choice_when_asked = Quand on me le demande
choice_when_confident = Quand je suis sûr
choice_channel = Dans le salon
choice_thread = Dans un fil

## Aide

help = Posez-moi une question : écrivez-la après mon nom, envoyez-la-moi en message privé, répondez à un message avec mon nom, ou utilisez `/{ command_ask }`. Je réponds avec des passages des articles.
help_page =
    {"**"}Poser une question**
    Écrivez votre question après mon nom, envoyez-la-moi en message privé, répondez à un message avec mon nom, ou utilisez `/{ command_ask }`. Répondez à l’une de mes réponses pour poursuivre.

    {"**"}Chercher plus précisément**
    - `"voiture électrique"` : exactement ces mots, dans cet ordre
    - `-camion` : rien qui contienne ce mot
    - `in:histoire` : seulement les sections ou articles dont le titre contient ce mot
    - `after:2024` ou `before:2025-06` : seulement les articles d’après ou d’avant
    - `lang:fr` : seulement les articles dans cette langue

## Réponses

closest = Je ne suis pas sûr que cela réponde à la question. Les passages les plus proches :
not_covered = Les articles n’en parlent pas.
nearest = Articles les plus proches :
nearest_buttons = Pensez-vous à l’un de ceux-ci ? Cliquez sur un titre pour poser la question.
unseen = -# Introuvable dans les articles : { $words }
narrowed = -# J’ai cherché seulement parmi : { $filters }
nothing_among = Rien ne correspond à la fois à la question et à { $filters }. Essayez sans.
question_cut =
    -# Votre question était longue ; j’en ai utilisé { $used ->
        [one] le premier caractère
       *[other] les { $used } premiers caractères
    }.
searched_for = -# J’ai cherché { $words }.
sources_differ = -# Les sources se contredisent : { $sources }
refreshed = -# Les articles ont changé depuis votre question ; ces résultats sont donc nouveaux.
unverified = source non vérifiée
source_changed = La source a changé le { $when }. On y lit désormais :
source_gone = La source a changé le { $when }. Le passage cité ici ne figure plus dans les articles.
further_source_gone = Un autre passage cité ici ne figure plus dans les articles.
answer_before = La réponse précédente :
suggested_by = -# Proposé par { $helper }
answer_for = Pour { $member } :
page_of = Page { $page } sur { $pages }
no_more_passages = Il n’y a pas d’autre passage à ce sujet.
section_gone = Cette section ne figure plus dans les articles.

## Boutons

button_more = Plus de passages
button_section = Toute la section
button_back = Retour
button_next = Page suivante
button_post = Publier ceci
button_tell_editors = Prévenir la rédaction
button_tell_me = M’avertir quand il y a une réponse
button_tell_me_not = Ne pas m’avertir
button_solved = Cela m’a aidé
button_publish = Publier
button_discard = Abandonner
button_details = Détails
button_forget = Tout oublier
button_cancel = Annuler

## Après un bouton

only_asker_or_moderator = Seule la personne qui a posé la question ou un modérateur peut faire cela.
button_too_old = Ce bouton est trop ancien. Reposez la question avec `/{ command_ask }`.
not_saved = Je ne peux pas enregistrer cela pour le moment, désolé. Réessayez dans quelques minutes.
feedback_thanks = Merci !
feedback_taken_back = C’est annulé.
feedback_noted = Merci. Cela aide à améliorer les articles.
feedback_placeholder = Qu’est-ce qui n’allait pas ?
feedback_wrong = C’est faux
feedback_outdated = Ce n’est plus à jour
feedback_off_topic = Ce n’est pas ce que j’ai demandé
feedback_unclear = Ce n’est pas clair
told_editors = Merci. La rédaction verra votre question.
told_editors_already = La rédaction connaît déjà cette question.
reminder_set = Je vous enverrai un message quand les articles auront une réponse.
reminder_taken_back = Je ne vous enverrai pas de message à ce sujet.
reminder_answer =
    Vous avez demandé : { $question }
    Les articles ont maintenant une réponse :
solved_thanks = Tant mieux si cela a aidé. Le post est marqué comme résolu.
solved_untagged = Tant mieux si cela a aidé. Je ne peux pas modifier les tags de ce post ; marquez-le vous-même comme résolu.

## « Chercher des articles » et posts des forums

found_for_message = Passages pour ce message. Choisissez-en un pour le publier en réponse.
found_nothing = Je n’ai rien trouvé dans les articles pour ce message.
message_without_text = Ce message ne contient pas de texte que je puisse chercher.
message_gone = Ce message n’existe plus.
posted = Publié.
forum_opening = Ces passages peuvent aider :

## Pourquoi il n’y a pas de réponse

no_words = Je n’y ai trouvé aucun mot à chercher. Posez-moi la question en une phrase.
busy = Trop de questions attendent en ce moment. Reposez la vôtre dans une minute.
cooldown_user = Vous venez de poser beaucoup de questions. Vous pourrez en poser d’autres dans { $left }.
cooldown_channel = Beaucoup de questions sont posées dans ce salon. Vous pourrez en poser dans { $left }.
cooldown_server = Beaucoup de questions sont posées sur ce serveur. Vous pourrez en poser dans { $left }.
no_index = Je n’ai pas encore lu d’articles. Une personne ayant la permission Gérer le serveur peut lancer la lecture avec `/{ command_reindex }`.
restarting = Je redémarre. Réessayez dans une minute.
interrupted = J’ai été redémarré avant d’avoir fini. Réessayez dans une minute.
failed = Quelque chose s’est mal passé de mon côté, désolé. Réessayez ; si cela persiste, donnez cet identifiant aux personnes qui s’occupent de moi : `{ $id }`
unreadable_reference = Je ne peux pas lire le message auquel vous avez répondu : Discord ne me le montre que s’il me mentionne. Écrivez-moi la question ou utilisez `/{ command_ask }`.
missing_reference = Le message auquel vous avez répondu n’existe plus. Écrivez-moi la question ou utilisez `/{ command_ask }`.
may_not_write = Je n’ai pas le droit d’écrire dans { $channel }, je vous réponds donc ici.
turned_off = Je suis désactivé dans { $channel }, je n’y réponds donc pas. Les membres ayant la permission Gérer le serveur peuvent changer cela avec `/{ command_settings }`.
thread_refused = -# Je n’ai pas le droit d’ouvrir un fil ici, je réponds donc dans le salon.
not_allowed = Seuls les membres ayant la permission Gérer le serveur peuvent faire cela.
server_only = Cela ne fonctionne que sur un serveur.

## Réindexation

reindex_running = { $by } a déjà lancé une réindexation. { $progress }
phase_scanning = Recherche des articles
phase_indexing = Lecture des articles
phase_writing = Écriture de l’index
phase_verifying = Vérification de l’index
phase_comparing = Comparaison des réponses
phase_publishing = Publication de l’index
phase_progress =
    { $phase } : { $done } sur { $total ->
        [one] { $total } fichier
       *[other] { $total } fichiers
    }, { $failed } en échec
phase_questions =
    { $phase } : { $done } sur { $total ->
        [one] { $total } question
       *[other] { $total } questions
    }
reindex_over = La réindexation est terminée ; voir le message ci-dessous.
reindex_done =
    {"**"}Réindexation terminée** en { $took } : { $articles ->
        [one] { $articles } article
       *[other] { $articles } articles
    }, { $passages ->
        [one] { $passages } passage
       *[other] { $passages } passages
    }.
reindex_unchanged = Rien n’avait changé, l’index reste donc tel quel.
reindex_failed = **La réindexation a échoué.** Les réponses viennent toujours de l’index précédent. Le journal dit pourquoi, sous l’identifiant `{ $id }`
added = **Ajoutés** { $count }
changed = **Modifiés** { $count }
removed = **Retirés** { $count }
skipped =
    {"**"}Ignorés** { $count ->
        [one] { $count } fichier
       *[other] { $count } fichiers
    }
and_more = et { $count } de plus

## Publications

release_waiting =
    {"**"}Prêt à publier**, construit en { $took } : { $articles ->
        [one] { $articles } article
       *[other] { $articles } articles
    }, { $passages ->
        [one] { $passages } passage
       *[other] { $passages } passages
    }. Les réponses viennent encore de l’index précédent.
release_held_rule = Il attend que quelqu’un appuie sur un bouton, comme le veut `release.auto_publish`.
release_held_golden =
    Il attend, car perdraient leur bonne réponse : { $count ->
        [one] { $count } question de référence
       *[other] { $count } questions de référence
    }.
release_held_unjudged = Il attend, car les questions de référence n’ont pas pu être posées : { $problem }
release_held_empty = Il attend, car il ne resterait aucun article.
release_held_undone = Il attend, car quelqu’un est revenu en arrière depuis exactement ces fichiers.
release_golden = {"**"}Questions de référence** : { $asked } posées. Autre premier passage : { $changed } ; bonne réponse perdue : { $worse }, gagnée : { $better }
release_recent = {"**"}Questions récentes** : { $asked } posées. Trouvent une réponse : { $answered } ; n’en ont plus : { $stopped }
release_size = Passages { $before } → { $after }, sur disque { $disk_before } → { $disk_after }
release_calibration = Étalonnage : répondu à partir d’une confiance de { $answered_before } → { $answered }, couvert à partir de { $covered_before } → { $covered }
golden_before = avant : { $passage }
golden_after = après : { $passage }
golden_nothing = aucun passage
details_answered = **Trouvent une réponse**
details_stopped = **N’ont plus de réponse**
details_elsewhere = et { $count } de plus, posées en privé ou ailleurs
release_published = **Publié** par { $by }.
release_discarded = **Abandonné** par { $by }. Les réponses viennent de l’index précédent.
release_gone = Cela n’existe plus : il a été publié ou abandonné, ou un autre a été publié depuis.
time_left = encore environ { $left } pour cette étape
reindex_cancelled = **La réindexation a été annulée.** L’index reste tel quel.
reindex_not_running = Cette réindexation n’est plus en cours.
rolled_back = **La génération { $to } répond de nouveau**, comme génération { $generation }.
rollback_nothing = Il n’y a pas de génération précédente à laquelle revenir.
rollback_other = Cette génération n’est pas conservée. Je peux revenir à : { $kept }
history_heading = **Ce qu’est devenu l’index**
history_empty = Rien pour l’instant.
history_published = { $when } génération { $generation } publiée par { $by }
history_rolled_back = { $when } { $by } est revenu à la génération { $to }, comme génération { $generation }
history_discarded = { $when } { $by } a abandonné ce qui était construit
history_counts = { $added } ajoutés, { $changed } modifiés, { $removed } retirés, { $skipped } ignorés
history_worse = bonnes réponses de référence perdues : { $count }
automatic_files = -# Lancée par des fichiers modifiés
automatic_sources = -# Lancée par des changements dans les sources suivies
automatic_schedule = -# Lancée par la planification

## État

no_index_yet = **Pas encore d’index.** `/{ command_reindex }` en construit un.
generation = **Génération { $generation }**, publiée { $published }
thresholds = Répondu à partir d’une confiance de { $answered }, couvert à partir de { $covered }, étalonné avec { $questions } questions
size =
    { $articles ->
        [one] { $articles } article
       *[other] { $articles } articles
    }, { $passages ->
        [one] { $passages } passage
       *[other] { $passages } passages
    }, { $disk } sur le disque
last_reindex = Dernière réindexation { $started }, durée { $took }
last_failure = Dernier échec : { $reason }
running_reindex = Réindexation par { $by } : { $progress }

## Réglages

settings_heading = **Réglages de { $channel }**
settings_mode =
    Quand je réponds : { $mode ->
        [off] jamais
        [asked] quand on me le demande
       *[confident] quand on me le demande, et quand je suis sûr de la réponse
    }
settings_answers_in =
    Où vont les réponses : { $place ->
        [channel] dans le salon
       *[thread] dans un fil à part
    }
settings_forum =
    Nouveaux posts de ce forum : { $state ->
        [on] j’aide quand je suis sûr de la réponse
       *[off] je me tais
    }
settings_saved = Enregistré.
settings_for_now = Enregistré jusqu’à mon redémarrage : impossible d’écrire dans ma base de données. `/{ command_doctor }` en dit plus.
settings_needs_content = Pour répondre sans qu’on me le demande, j’ai besoin du Message Content Intent. La personne qui s’occupe de moi peut l’activer sur la page Bot de l’application, sur <https://discord.com/developers/applications>, et mettre `discord.message_content = true`.
settings_no_forum = { $channel } n’est pas un forum.
settings_solved_tag = Tag des posts résolus : { $tag }
settings_no_solved_tag = Aucun tag ne marque les posts résolus ; choisissez-en un avec l’option `{ option_settings_solved_tag }`.
settings_no_such_tag = { $channel } n’a pas de tag nommé { $tag }. Ses tags : { $tags }

## Statistiques

stats_heading =
    {"**"}Statistiques { $days ->
        [one] d’aujourd’hui
       *[other] des { $days } derniers jours
    }**
digest_heading = **Bilan de la semaine** : du { $from } au { $to }
stats_nothing = Personne n’a posé de question pendant cette période.
stats_questions =
    Questions : { $questions }{ $change }, de { $people ->
        [one] { $people } personne
       *[other] { $people } personnes
    }
stats_answered = 🟦 Répondues : { $count } ({ $share } %{ $change })
stats_closest = 🟨 Passages les plus proches : { $count } ({ $share } %{ $change })
stats_not_covered = 🟥 Non couvertes : { $count } ({ $share } %{ $change })
stats_votes = Votes : 👍 { $up }{ $up_change } · 👎 { $down }{ $down_change }
stats_most_asked = **Les plus posées**
stats_asked_by =
    { $question } ({ $people ->
        [one] { $people } personne
       *[other] { $people } personnes
    })
stats_gaps =
    {"**"}En suspens** { $count ->
        [one] { $count } question sans bonne réponse
       *[other] { $count } questions sans bonne réponse
    }
stats_gap =
    { $question } ({ $times ->
        [one] { $times } fois
       *[other] { $times } fois
    })
stats_slowest = **Réponses les plus lentes**
stats_oldest = **Articles les plus anciens**
stats_unused =
    {"**"}Inutilisés** { $count ->
        [one] { $count } article sur { $articles } n’a répondu à rien pendant cette période, par exemple :
       *[other] { $count } articles sur { $articles } n’ont répondu à rien pendant cette période, par exemple :
    }
stats_article = { $title }, { $date }
stats_compared =
    -# ▲ et ▼ comparent avec la même période, { $days ->
        [one] un jour
       *[other] { $days } jours
    } plus tôt ; parts en points de pourcentage
stats_no_texts = -# Je ne cite aucune question, car leur texte n’est pas conservé (`privacy.questions`).
stats_discreet = -# Je ne cite aucune question ici, car tout le monde peut voir ce salon.
stats_chart = Diagramme en barres des questions de chaque jour, du { $from } au { $to } ; répondues, passages les plus proches, non couvertes : { $days }
settings_digest = Bilan de la semaine : envoyé dans { $channel }, le prochain { $next }
settings_digest_discreet = Tout le monde peut voir ce salon, donc le bilan n’y citera aucune question.
settings_digest_forum = { $channel } est un forum. Choisissez un salon textuel pour le bilan.

## Diagnostic

doctor_heading = **Diagnostic de { $channel }**
doctor_well = Tout va bien.
doctor_permissions_well = Permissions : j’ai ici tout ce qu’il me faut.
doctor_permission_missing = Il me manque ici la permission **{ $permission }**. Solution : modifiez le salon, ouvrez Permissions, choisissez mon rôle et autorisez **{ $permission }**.
permission_view = Voir le salon
permission_send = Envoyer des messages
permission_create_threads = Créer des fils publics
permission_send_in_threads = Envoyer des messages dans les fils
permission_embed = Intégrer des liens
permission_attach = Joindre des fichiers
permission_history = Voir les anciens messages
permission_manage_posts = Gérer les fils et les posts
doctor_threads_refused = Les réponses doivent aller dans des fils ici, mais je n’ai pas le droit d’en créer, je réponds donc dans le salon. Solution : modifiez le salon, ouvrez Permissions, choisissez mon rôle et autorisez **{ permission_create_threads }** et **{ permission_send_in_threads }**.
doctor_intents_well = Intents : j’entends tout ce qu’il me faut.
doctor_content_off = Je dois répondre ici sans qu’on me le demande, mais le Message Content Intent est désactivé. Solution : activez-le sur la page Bot de l’application, sur <https://discord.com/developers/applications>, mettez `discord.message_content = true` et redémarrez-moi.
doctor_commands_well = Commandes : enregistrées.
doctor_commands_missing = Mes commandes ne sont pas enregistrées comme il faut. Solution : redémarrez-moi ; si cela ne suffit pas, réinvitez-moi avec le scope `applications.commands`.
doctor_index_well = Index : construit { $built }.
doctor_index_missing = Il n’y a pas d’index. Solution : lancez `/{ command_reindex }`.
doctor_index_old = L’index est ancien : construit { $built }. Solution : lancez `/{ command_reindex }`.
doctor_index_failed = La dernière réindexation a échoué { $when } : { $reason }. Solution : supprimez la cause, puis lancez `/{ command_reindex }`.
doctor_admin_channel_well = Salon d’administration : je peux écrire dans { $channel }.
doctor_admin_channel_failed = Je n’ai pas pu écrire dans le salon d’administration { $channel } : { $reason }. Solution : laissez-moi le voir et y envoyer des messages, ou mettez-en un autre dans `discord.admin_channel`.
doctor_store_well = Base de données : lisible et modifiable.
doctor_store_failed = La base de données est inutilisable : { $reason }. Les réglages et les avis ne durent que jusqu’à mon redémarrage. Solution : vérifiez que le disque a de la place et que je peux écrire dans `store.path`, puis redémarrez-moi.
doctor_clock_well = Horloge : à l’heure.
doctor_clock_off = Mon horloge a un écart de { $off }. Solution : activez la synchronisation de l’heure (NTP) sur la machine où je tourne.
doctor_disk_well = Disque : { $free } libres.
doctor_disk_low = Il ne reste que { $free } sur le disque. Solution : libérez de la place ou déplacez `index.dir` sur un disque plus grand.

## Les articles

command_corpus = articles
    .description = Liste, ajoute, modifie et vérifie les articles
command_corpus_list = liste
    .description = Liste les articles
option_corpus_list_search = recherche
    .description = Mots d’un titre, d’un chemin ou d’une étiquette
command_corpus_show = montrer
    .description = Montre un article
option_corpus_show_article = article
    .description = Son chemin ou son titre, ou une partie
command_corpus_add = ajouter
    .description = Ajoute un article depuis un fichier ou une page web, après un aperçu
option_corpus_add_file = fichier
    .description = Markdown, HTML, texte, PDF ou Word
option_corpus_add_url = url
    .description = L’adresse d’une page, avec https://
command_corpus_remove = retirer
    .description = Retire un article ; c’est réversible
option_corpus_remove_article = article
    .description = Son chemin ou son titre, ou une partie
command_corpus_set = définir
    .description = Change le titre, les étiquettes ou la confiance d’un article
option_corpus_set_article = article
    .description = Son chemin ou son titre, ou une partie
option_corpus_set_title = titre
    .description = Le nouveau titre
option_corpus_set_tags = étiquettes
    .description = Les nouvelles étiquettes, séparées par des virgules ; - pour aucune
option_corpus_set_trust = confiance
    .description = À quel point l’article est fiable
command_corpus_sources = sources
    .description = Montre les endroits du web dont les articles sont suivis
command_corpus_health = santé
    .description = Cherche répétitions, contradictions et lacunes dans les articles
choice_high_trust = Élevée
choice_normal_trust = Normale
choice_low_trust = Faible
button_add = Ajouter
button_remove = Retirer
button_undo = Défaire
corpus_heading =
    {"**"}{ $articles ->
        [one] { $articles } article
       *[other] { $articles } articles
    }**
corpus_waiting = pas encore indexé
corpus_skipped = écarté : { $reason }
corpus_trust =
    { $level ->
        [high] confiance élevée
        [low] confiance faible
       *[normal] confiance normale
    }
corpus_used =
    montré { $times ->
        [one] { $times } fois
       *[other] { $times } fois
    }
corpus_words =
    { $words ->
        [one] { $words } mot
       *[other] { $words } mots
    }
corpus_tags = Étiquettes : { $tags }
corpus_added_by = Ajouté le { $at } par { $by }, depuis { $from }
corpus_sections =
    { $count ->
        [one] { $count } section
       *[other] { $count } sections
    } : { $sections }
corpus_no_such = Il n’y a pas d’article nommé { $name }.
corpus_several = Plusieurs articles peuvent correspondre à { $name }. Utilisez le chemin de l’un d’eux :
corpus_preview = Dois-je ajouter cet article ?
corpus_one_of = Donnez-moi soit un fichier, soit l’adresse d’une page.
corpus_refused = C’est impossible : { $reason }
corpus_gone = Cela n’existe plus ; c’est déjà traité, ou trop ancien.
corpus_added = Ajouté sous { $path }.
corpus_not_added = Rien n’a été ajouté.
corpus_indexing = L’index est en cours de mise à jour…
corpus_indexed = L’index est à jour.
corpus_waits = Les réponses restent telles quelles jusqu’à ce que quelqu’un publie, voir `/{ command_index } { command_index_history }`.
corpus_remove_question = Dois-je retirer { $path } ? Vous pourrez annuler ensuite.
corpus_removed = { $path } est retiré.
corpus_restored = { $path } est de retour.
corpus_kept = Rien n’a été changé.
corpus_set_nothing = Dites-moi quoi changer : le titre, les étiquettes ou la confiance.
corpus_set_done = { $path } est modifié.
sources_none = Aucune source n’est suivie. La personne qui m’exploite peut en indiquer sous `[[source]]` dans la configuration.
sources_heading =
    {"**"}{ $sources ->
        [one] { $sources } source
       *[other] { $sources } sources
    }**
source_new = { $name } : pas encore consultée
source_failed = { $name } : échec { $when } : { $reason }
source_well =
    { $name } : { $articles ->
        [one] { $articles } article
       *[other] { $articles } articles
    }, consultée { $when }
health_well = Je n’ai rien trouvé à redire aux articles.
health_heading =
    {"**"}{ $findings ->
        [one] { $findings } point à examiner
       *[other] { $findings } points à examiner
    }**
health_twins = Presque le même texte ({ $percent } %) : { $one } et { $other }
health_differ = Chiffres différents : { $one } dit « { $said } », { $other } dit « { $otherwise } »
health_long =
    Une section très longue : { $place }, { $words ->
        [one] { $words } mot
       *[other] { $words } mots
    }
health_empty = Un titre sans texte : { $place }
health_undated = Pas de date : { $path }
health_link = Un lien mort dans { $path } : { $target }
health_unused = Aucune réponse ne l’a montré : { $path }
health_disliked = Plus de 👎 que de 👍 ({ $down } contre { $up }) : { $path }

## Confidentialité

privacy_nothing = Je n’ai rien enregistré sur vous.
privacy_stored =
    J’ai enregistré sur vous : { $questions ->
        [one] { $questions } question
       *[other] { $questions } questions
    }, { $ratings ->
        [one] { $ratings } avis
       *[other] { $ratings } avis
    }, { $reminders ->
        [one] { $reminders } rappel
       *[other] { $reminders } rappels
    }.
privacy_kept =
    { $how ->
        [full] Je garde le texte des questions
        [hashed] Je ne garde des questions qu’une empreinte illisible
       *[off] Je ne garde pas le texte des questions
    } ; tout est effacé après { $days ->
        [one] { $days } jour
       *[other] { $days } jours
    }.
privacy_forget_question = Dois-je effacer tout ce que j’ai enregistré sur vous ? C’est irréversible.
privacy_forgotten = C’est fait. Je n’ai plus rien d’enregistré sur vous.
privacy_failed = Ma base de données est inaccessible pour le moment ; rien n’a donc été effacé. Réessayez plus tard.
privacy_unreachable = Ma base de données est inaccessible pour le moment. Réessayez plus tard.

## Valeurs

calendar_day =
    { $day ->
        [1] 1er
       *[other] { $day }
    } { $month ->
        [1] janvier
        [2] février
        [3] mars
        [4] avril
        [5] mai
        [6] juin
        [7] juillet
        [8] août
        [9] septembre
        [10] octobre
        [11] novembre
       *[12] décembre
    } { $year }
decimal = { $whole },{ $tenths }
list_comma = {", "}
seconds = { $seconds } s
minutes = { $minutes } min { $seconds } s
hours = { $hours } h { $minutes } min
bytes = { $size } o
kibibytes = { $size } Kio
mebibytes = { $size } Mio
gibibytes = { $size } Gio

## Lacunes, questions d’or, explications, réglages et chiffres.

command_gaps = lacunes
    .description = Montre et règle ce qui a reçu peu ou pas de réponse
command_gaps_list = liste
    .description = Montre ce qui est ouvert, questions proches ensemble
command_gaps_mark = marquer
    .description = Décide du sort d’une question et de ses semblables
option_gaps_mark_question = question
    .description = La question concernée
option_gaps_mark_as = comme
    .description = Ce qui est décidé
option_gaps_mark_article = article
    .description = L’article qui y répond ; elle devient une question d’or
option_gaps_mark_member = membre
    .description = Qui écrit un article à ce sujet
command_gaps_export = exporter
    .description = Donne le tout comme tableau pour un tableur
command_golden = référence
    .description = Gère les questions dont le bon article est connu
command_golden_add = ajouter
    .description = Ajoute une question avec son bon article
option_golden_add_question = question
    .description = La question, comme on la pose
option_golden_add_article = article
    .description = L’article qui y répond
command_golden_list = liste
    .description = Montre les questions d’or
command_golden_remove = retirer
    .description = Retire une question d’or
option_golden_remove_question = question
    .description = La question d’or
command_golden_run = lancer
    .description = Pose les questions d’or et dit lesquelles échouent
command_explain = expliquer
    .description = Dit pourquoi une question reçoit cette réponse
option_explain_question = question
    .description = La question posée
option_explain_expected = attendu
    .description = L’article qui aurait dû répondre
command_tune = régler
    .description = Change les réponses et montre d’abord l’effet
command_tune_synonym = synonyme
    .description = Donne le même sens à des mots
option_tune_synonym_words = mots
    .description = Les mots, séparés par des virgules
option_tune_synonym_reason = raison
    .description = Pourquoi, pour qui lit l’historique
command_tune_pin = épingler
    .description = Épingle la réponse à une question sur une section
option_tune_pin_question = question
    .description = La question, mot pour mot
option_tune_pin_article = article
    .description = L’article ou la section qui y répond
option_tune_pin_reason = raison
    .description = Pourquoi, pour qui lit l’historique
command_tune_trust = confiance
    .description = Dit à quel point on se fie à un article
option_tune_trust_article = article
    .description = L’article concerné
option_tune_trust_trust = confiance
    .description = À quel point
option_tune_trust_reason = raison
    .description = Pourquoi, pour qui lit l’historique
command_tune_confidence = certitude
    .description = Dit à quel point une réponse doit être sûre
option_tune_confidence_percent = pourcent
    .description = Part de questions non couvertes qui peuvent avoir réponse
option_tune_confidence_reason = raison
    .description = Pourquoi, pour qui lit l’historique
command_tune_history = historique
    .description = Montre ce qui a changé, par qui et pourquoi, et l’annule
command_audit = journal
    .description = Montre ce que les admins ont fait
menu_right_articles = C’est le bon article
choice_wont_cover = Ne sera pas couvert
choice_covered = Couvert par un article
choice_assigned = Confié à un membre
choice_open_again = De nouveau ouvert
choice_trust_high = Élevée
choice_trust_normal = Normale
choice_trust_low = Faible : montré comme non vérifié
button_apply = Appliquer
gaps_heading =
    {"**"}Lacunes :** { $count ->
        [one] { $count } question ouverte
       *[other] { $count } questions ouvertes
    }, les plus posées d’abord
gaps_none = Rien d’ouvert : toutes les questions étaient couvertes et aucune réponse n’a été rejetée.
gap_counts = { $not_covered } × non couverte, { $voted_down } × rejetée, { $reported } × signalée
gap_alike = et { $count } semblables
gap_state =
    { $state ->
        [wont] ne sera pas couverte
        [covered] couverte par { $by }
        [assigned] confiée à { $by }
       *[open] ouverte
    }
gap_marked = { $question } : { $state }.
gap_is_golden = C’est maintenant une question d’or.
gap_needs_article = Quel article y répond ? Choisissez-le dans l’option `{ option_gaps_mark_article }`.
gap_needs_member = Qui écrit à ce sujet ? Choisissez dans l’option `{ option_gaps_mark_member }`.
gaps_exported =
    Toutes les lacunes en tableau : { $count ->
        [one] { $count } question
       *[other] { $count } questions
    }
question_unknown = Je ne connais pas cette question ici. Choisissez-en une que je propose.
article_unknown = Je ne connais pas d’article nommé { $article }. Choisissez-en un que je propose.
golden_heading =
    {"**"}{ $count ->
        [one] { $count } question d’or
       *[other] { $count } questions d’or
    }**
golden_none = Il n’y a pas encore de question d’or. `/{ command_golden } { command_golden_add }` en ajoute une, comme le menu d’une réponse.
golden_added =
    { $how ->
        [new] Ajoutée comme question d’or :
        [extended] Un autre bon article pour une question d’or :
       *[known] C’est déjà une question d’or :
    } { $question } → { $article }
golden_removed = Ce n’est plus une question d’or : { $question }
golden_result = **{ $right } questions d’or sur { $asked }** ont leur réponse dans le bon article.
golden_wrong = - { $question } : attendu { $expected } (rang { $rank }), premier { $first }
golden_failed = Le fichier des questions d’or est inutilisable : { $reason }. Solution : corrigez-le, ou vérifiez que je peux l’écrire avec son dossier.
golden_no_answer = Ce message ne montre aucune réponse de moi dont je me souvienne. Utilisez le menu d’une réponse, ou `/{ command_golden } { command_golden_add }`.
explain_state =
    { $state ->
        [answered] {"**"}Répondu**
        [closest] {"**"}Proche, peut-être pas une réponse**
       *[not_covered] {"**"}Non couvert**
    }: certitude { $confidence } ; répondu dès { $answered }, couvert dès { $covered }
explain_signals = -# La certitude se compose de { $parts }
explain_word =
    {"*"}{ $word }* comme { $stems }, dans { $passages ->
        [one] { $passages } passage
       *[other] { $passages } passages
    }
explain_also = aussi { $words }
explain_candidates =
    { $count ->
        [one] { $count } passage classé
       *[other] { $count } passages classés
    } ; les premiers :
explain_lacks = sans { $words }
explain_pinned = Les admins ont épinglé la réponse sur { $place }.
expected_first = **{ $article }** vient en premier.
expected_gone = **{ $article }** n’est pas dans l’index.
expected_missing = **{ $article }** n’était pas candidat : à son passage le plus proche il manque { $words }.
expected_crowded = **{ $article }** n’était pas candidat : il a tous les mots, mais trop d’autres passages conviennent mieux.
expected_behind = **{ $article }** est au rang { $rank }, { $by } derrière.
expected_most = Le premier mène surtout pour { $name } : { $first } contre { $own }, ce qui pèse { $weighs }.
tune_effects =
    { $change }
    Cela changerait { $changed } question(s) sur { $tried }, d’or et récentes.
tune_effect = - { $question } : { $before } → { $after }
tune_outlook =
    { $state ->
        [answered] répondu par { $place }
        [closest] proche de { $place }
       *[not_covered] non couvert ({ $place })
    }
tune_bad_synonyms = Donnez deux mots ou plus, séparés par des virgules : `auto, voiture`.
tune_gone = Ce changement est déjà réglé.
tune_applied = Appliqué : { $change }
tune_undone = Annulé : { $change }
change_synonym = **Même sens :** { $words }
change_pin = **Épinglé :** { $question } → { $place }
change_trust =
    {"**"}Confiance :** { $article } → { $trust ->
        [high] élevée
        [low] faible
       *[normal] normale
    }
change_confidence = **Questions non couvertes qui peuvent quand même avoir réponse :** { $percent } %
change_by = { $by }, { $when } : { $reason }
change_undone = annulé par { $by }, { $when }
changes_heading = **Changements dans mes réponses**
changes_none = Rien n’a changé : la configuration s’applique.
audit_heading = **Ce que les admins ont fait**
audit_none = Les admins n’ont encore rien fait qui soit noté.
somebody = une personne oubliée
