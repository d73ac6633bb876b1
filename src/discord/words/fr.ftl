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

only_asker = Seule la personne qui a posé la question peut faire cela.
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
doctor_threads_refused = Les réponses doivent aller dans des fils ici, mais je n’ai pas le droit d’en créer, je réponds donc dans le salon.
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
button_undo = Annuler le retrait
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
