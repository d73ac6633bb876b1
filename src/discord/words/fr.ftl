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
phase_publishing = Publication de l’index
phase_progress =
    { $phase } : { $done } sur { $total ->
        [one] { $total } fichier
       *[other] { $total } fichiers
    }, { $failed } en échec
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
button_undo = Annuler le changement
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
