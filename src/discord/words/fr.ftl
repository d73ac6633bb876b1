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
automatic_schedule = -# Lancée par la planification
source_changed = -# ⚠️ Source modifiée le { $when } : ce qui est cité ici ne vaut peut-être plus.

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
