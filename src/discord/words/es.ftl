### Lo que el bot dice en español, para España y Latinoamérica.

## Comandos

command_ask = preguntar
    .description = Responde a una pregunta con los artículos
option_ask_question = pregunta
    .description = Lo que quieres saber
option_ask_private = privado
    .description = Mostrarte la respuesta solo a ti
option_ask_for = para
    .description = El miembro para quien es la respuesta
command_help = ayuda
    .description = Muestra cómo preguntar y cómo buscar con más precisión
command_reindex = reindexar
    .description = Vuelve a leer los artículos y muestra qué ha cambiado
command_index = índice
    .description = Muestra qué ha sido del índice y vuelve a uno anterior
command_index_rollback = volver
    .description = Hace que vuelva a responder una generación anterior del índice
command_index_history = historial
    .description = Muestra quién cambió el índice, cuándo y con qué resultado
option_index_rollback_generation = generación
    .description = El número de la generación; si falta, la anterior
command_status = estado
    .description = Muestra el estado del índice
command_settings = ajustes
    .description = Muestra y cambia cómo me comporto en un canal
option_settings_channel = canal
    .description = El canal; este si no indicas ninguno
option_settings_mode = modo
    .description = Cuándo respondo ahí
option_settings_answers_in = respuestas-en
    .description = Adónde van mis respuestas
option_settings_forum = foro
    .description = Si ayudo en las publicaciones nuevas de un foro
option_settings_solved_tag = etiqueta-resuelto
    .description = La etiqueta que marca una publicación del foro como resuelta
option_settings_digest = resumen-semanal
    .description = Si publico cada semana en el canal qué tal ha ido con las preguntas
command_stats = estadísticas
    .description = Muestra qué tal ha ido con las preguntas últimamente
option_stats_days = días
    .description = Cuántos días hacia atrás
command_doctor = diagnóstico
    .description = Comprueba si puedo trabajar aquí y dice cómo arreglar lo que falla
command_privacy = privacidad
    .description = Muestra o borra lo que he guardado sobre ti
command_privacy_show = mostrar
    .description = Muestra lo que he guardado sobre ti
command_privacy_forget = olvidar
    .description = Borra lo que he guardado sobre ti
menu_find_articles = Buscar artículos sobre esto
choice_off = Nunca
choice_when_asked = Cuando me preguntan
choice_when_confident = Cuando tengo seguridad
choice_channel = En el canal
choice_thread = En un hilo

## Ayuda

help = Pregúntame algo: escribe tu pregunta después de mi nombre, envíamela por mensaje directo, responde a un mensaje con mi nombre o usa `/{ command_ask }`. Respondo con pasajes de los artículos.
help_page =
    {"**"}Cómo preguntar**
    Escribe tu pregunta después de mi nombre, envíamela por mensaje directo, responde a un mensaje con mi nombre o usa `/{ command_ask }`. Responde a una de mis respuestas para seguir preguntando.

    {"**"}Cómo buscar con más precisión**
    - `"vehículo eléctrico"`: exactamente estas palabras, en este orden
    - `-camión`: nada que tenga esta palabra
    - `in:historia`: solo secciones o artículos con esto en el título
    - `after:2024` o `before:2025-06`: solo artículos posteriores o anteriores
    - `lang:es`: solo artículos en este idioma

## Respuestas

closest = No estoy seguro de que esto responda a la pregunta. Los pasajes más cercanos:
not_covered = Los artículos no tratan esto.
nearest = Los artículos que más se acercan:
nearest_buttons = ¿Te refieres a uno de estos? Pulsa un título para preguntar por él.
unseen = -# No aparece en ningún artículo: { $words }
narrowed = -# Solo he buscado entre: { $filters }
nothing_among = Nada encaja a la vez con la pregunta y con { $filters }. Prueba sin eso.
question_cut =
    -# Tu pregunta era larga; usé { $used ->
        [one] el primer carácter
       *[other] los primeros { $used } caracteres
    }.
searched_for = -# He buscado { $words }.
sources_differ = -# Las fuentes no coinciden: { $sources }
refreshed = -# Los artículos han cambiado desde que preguntaste, así que estos resultados son nuevos.
unverified = fuente sin verificar
source_changed = La fuente cambió el { $when }. Ahora dice:
source_gone = La fuente cambió el { $when }. El pasaje citado aquí ya no está en los artículos.
further_source_gone = Otro pasaje citado aquí ya no está en los artículos.
answer_before = La respuesta anterior:
suggested_by = -# Sugerido por { $helper }
answer_for = Para { $member }:
page_of = Página { $page } de { $pages }
no_more_passages = No hay más pasajes sobre esto.
section_gone = Esa sección ya no está en los artículos.

## Botones

button_more = Más pasajes
button_section = Toda la sección
button_back = Atrás
button_next = Página siguiente
button_post = Publicar esto
button_tell_editors = Avisar a la redacción
button_tell_me = Avísame cuando haya una respuesta
button_tell_me_not = No me avises
button_solved = Esto lo resolvió
button_publish = Publicar
button_discard = Descartar
button_details = Detalles
button_forget = Olvidarlo todo
button_cancel = Cancelar

## Después de un botón

only_asker_or_moderator = Solo puede hacerlo quien preguntó o un moderador.
button_too_old = Este botón es demasiado antiguo. Vuelve a preguntar con `/{ command_ask }`.
not_saved = Ahora mismo no puedo guardarlo, lo siento. Inténtalo de nuevo en unos minutos.
feedback_thanks = ¡Gracias!
feedback_taken_back = Retirado.
feedback_noted = Gracias. Eso ayuda a mejorar los artículos.
feedback_placeholder = ¿Qué fallaba?
feedback_wrong = Es incorrecto
feedback_outdated = Está desactualizado
feedback_off_topic = No es lo que pregunté
feedback_unclear = No está claro
told_editors = Gracias. La redacción verá tu pregunta.
told_editors_already = La redacción ya conoce esta pregunta.
reminder_set = Te enviaré un mensaje cuando los artículos tengan una respuesta.
reminder_taken_back = No te enviaré ningún mensaje sobre esto.
reminder_answer =
    Preguntaste: { $question }
    Ahora los artículos tienen una respuesta:
solved_thanks = Me alegro de que ayudara. La publicación está marcada como resuelta.
solved_untagged = Me alegro de que ayudara. No puedo cambiar las etiquetas de esta publicación; márcala tú como resuelta.

## «Buscar artículos sobre esto» y publicaciones de foros

found_for_message = Pasajes para ese mensaje. Elige uno para publicarlo como respuesta.
found_nothing = No he encontrado nada en los artículos para ese mensaje.
message_without_text = Ese mensaje no tiene texto que pueda buscar.
message_gone = Ese mensaje ya no existe.
posted = Publicado.
forum_opening = Puede que estos pasajes ayuden:

## Por qué no hay respuesta

no_words = No he encontrado palabras que buscar ahí. Pregúntame con una frase, por favor.
busy = Hay demasiadas preguntas esperando ahora mismo. Vuelve a preguntar en un minuto.
cooldown_user = Has preguntado mucho hace un momento. Podrás volver a preguntar en { $left }.
cooldown_channel = Se están haciendo muchas preguntas en este canal. Podrás volver a preguntar en { $left }.
cooldown_server = Se están haciendo muchas preguntas en este servidor. Podrás volver a preguntar en { $left }.
no_index = Todavía no he leído ningún artículo. Alguien con el permiso Gestionar servidor puede iniciarlo con `/{ command_reindex }`.
restarting = Me estoy reiniciando. Inténtalo de nuevo en un minuto.
interrupted = Me reiniciaron antes de terminar esto. Inténtalo de nuevo en un minuto.
failed = Algo ha fallado por mi parte, lo siento. Inténtalo de nuevo; si sigue igual, da este identificador a quienes me administran: `{ $id }`
unreadable_reference = No puedo leer el mensaje al que respondiste: Discord solo me lo muestra cuando me menciona. Escríbeme la pregunta o usa `/{ command_ask }`.
missing_reference = El mensaje al que respondiste ya no existe. Escríbeme la pregunta o usa `/{ command_ask }`.
may_not_write = No puedo escribir en { $channel }, así que te respondo aquí.
turned_off = Estoy desactivado en { $channel }, así que no respondo allí. Los miembros con el permiso Gestionar servidor pueden cambiarlo con `/{ command_settings }`.
thread_refused = -# No puedo abrir un hilo aquí, así que respondo en el canal.
not_allowed = Solo pueden hacerlo los miembros con el permiso Gestionar servidor.
server_only = Eso solo funciona en un servidor.

## Reindexación

reindex_running = { $by } ya ha iniciado una reindexación. { $progress }
phase_scanning = Buscando artículos
phase_indexing = Leyendo artículos
phase_writing = Escribiendo el índice
phase_verifying = Comprobando el índice
phase_comparing = Comparando respuestas
phase_publishing = Publicando el índice
phase_progress =
    { $phase }: { $done } de { $total ->
        [one] { $total } archivo
       *[other] { $total } archivos
    }, { $failed } con error
phase_questions =
    { $phase }: { $done } de { $total ->
        [one] { $total } pregunta
       *[other] { $total } preguntas
    }
reindex_over = La reindexación ha terminado; mira el mensaje de abajo.
reindex_done =
    {"**"}Reindexación terminada** en { $took }: { $articles ->
        [one] { $articles } artículo
       *[other] { $articles } artículos
    }, { $passages ->
        [one] { $passages } pasaje
       *[other] { $passages } pasajes
    }.
reindex_unchanged = No había cambiado nada, así que el índice se queda como está.
reindex_failed = **La reindexación ha fallado.** Las respuestas siguen saliendo del índice anterior. El registro dice por qué, con el identificador `{ $id }`
added = **Añadidos** { $count }
changed = **Cambiados** { $count }
removed = **Quitados** { $count }
skipped =
    {"**"}Omitidos** { $count ->
        [one] { $count } archivo
       *[other] { $count } archivos
    }
and_more = y { $count } más

## Publicaciones

release_waiting =
    {"**"}Listo para publicar**, construido en { $took }: { $articles ->
        [one] { $articles } artículo
       *[other] { $articles } artículos
    }, { $passages ->
        [one] { $passages } pasaje
       *[other] { $passages } pasajes
    }. Las respuestas siguen saliendo del índice anterior.
release_held_rule = Espera a que alguien pulse un botón, como dice `release.auto_publish`.
release_held_golden =
    Espera porque perderían su respuesta correcta: { $count ->
        [one] { $count } pregunta de referencia
       *[other] { $count } preguntas de referencia
    }.
release_held_unjudged = Espera porque no se pudieron hacer las preguntas de referencia: { $problem }
release_held_empty = Espera porque no quedaría ningún artículo.
release_held_undone = Espera porque alguien volvió atrás desde exactamente estos archivos.
release_golden = {"**"}Preguntas de referencia**: { $asked } hechas. Otro primer pasaje: { $changed }; respuesta correcta perdida: { $worse }, ganada: { $better }
release_recent = {"**"}Preguntas recientes**: { $asked } hechas. Pasan a tener respuesta: { $answered }; dejan de tenerla: { $stopped }
release_size = Pasajes { $before } → { $after }, en disco { $disk_before } → { $disk_after }
release_calibration = Calibración: respondida a partir de una confianza de { $answered_before } → { $answered }, cubierta a partir de { $covered_before } → { $covered }
golden_before = antes: { $passage }
golden_after = después: { $passage }
golden_nothing = ningún pasaje
details_answered = **Pasan a tener respuesta**
details_stopped = **Dejan de tener respuesta**
details_elsewhere = y { $count } más, hechas en privado o en otro lugar
release_published = **Publicado** por { $by }.
release_discarded = **Descartado** por { $by }. Las respuestas salen del índice anterior.
release_gone = Eso ya no existe: se publicó o se descartó, o se ha publicado otro desde entonces.
time_left = quedan unos { $left } en este paso
reindex_cancelled = **La reindexación se ha cancelado.** El índice se queda como está.
reindex_not_running = Esa reindexación ya no está en marcha.
rolled_back = **La generación { $to } vuelve a responder**, como generación { $generation }.
rollback_nothing = No hay ninguna generación anterior a la que volver.
rollback_other = Esa generación no se conserva. Puedo volver a: { $kept }
history_heading = **Qué ha sido del índice**
history_empty = Todavía nada.
history_published = { $when } generación { $generation } publicada por { $by }
history_rolled_back = { $when } { $by } volvió a la generación { $to }, como generación { $generation }
history_discarded = { $when } { $by } descartó lo construido
history_counts = { $added } añadidos, { $changed } cambiados, { $removed } quitados, { $skipped } omitidos
history_worse = respuestas correctas de referencia perdidas: { $count }
automatic_files = -# Iniciada por archivos cambiados
automatic_sources = -# Iniciada por cambios en las fuentes seguidas
automatic_schedule = -# Iniciada por el programa

## Estado

no_index_yet = **Todavía no hay índice.** `/{ command_reindex }` crea uno.
generation = **Generación { $generation }**, publicada { $published }
thresholds = Respondida a partir de una confianza de { $answered }, cubierta a partir de { $covered }, calibrado con { $questions } preguntas
size =
    { $articles ->
        [one] { $articles } artículo
       *[other] { $articles } artículos
    }, { $passages ->
        [one] { $passages } pasaje
       *[other] { $passages } pasajes
    }, { $disk } en disco
last_reindex = Última reindexación { $started }, tardó { $took }
last_failure = Último fallo: { $reason }
running_reindex = Reindexación de { $by }: { $progress }

## Ajustes

settings_heading = **Ajustes de { $channel }**
settings_mode =
    Cuándo respondo: { $mode ->
        [off] nunca
        [asked] cuando me preguntan
       *[confident] cuando me preguntan y cuando sé la respuesta con seguridad
    }
settings_answers_in =
    Adónde van las respuestas: { $place ->
        [channel] al canal
       *[thread] a un hilo propio
    }
settings_forum =
    Publicaciones nuevas de este foro: { $state ->
        [on] ayudo cuando sé la respuesta con seguridad
       *[off] no digo nada
    }
settings_saved = Guardado.
settings_for_now = Guardado hasta que me reinicie: no se puede escribir en mi base de datos. `/{ command_doctor }` dice más.
settings_needs_content = Para responder sin que me pregunten necesito el Message Content Intent. Quien me administra puede activarlo en la página Bot de la aplicación, en <https://discord.com/developers/applications>, y poner `discord.message_content = true`.
settings_no_forum = { $channel } no es un foro.
settings_solved_tag = Etiqueta de las publicaciones resueltas: { $tag }
settings_no_solved_tag = Ninguna etiqueta marca las publicaciones resueltas; elige una con la opción `{ option_settings_solved_tag }`.
settings_no_such_tag = { $channel } no tiene ninguna etiqueta llamada { $tag }. Sus etiquetas: { $tags }

## Estadísticas

stats_heading =
    {"**"}Estadísticas de { $days ->
        [one] hoy
       *[other] los últimos { $days } días
    }**
digest_heading = **Resumen semanal**: del { $from } al { $to }
stats_nothing = Nadie preguntó nada en este tiempo.
stats_questions =
    Preguntas: { $questions }{ $change }, de { $people ->
        [one] { $people } persona
       *[other] { $people } personas
    }
stats_answered = 🟦 Respondidas: { $count } ({ $share } %{ $change })
stats_closest = 🟨 Pasajes más cercanos: { $count } ({ $share } %{ $change })
stats_not_covered = 🟥 No tratadas: { $count } ({ $share } %{ $change })
stats_votes = Votos: 👍 { $up }{ $up_change } · 👎 { $down }{ $down_change }
stats_most_asked = **Las más preguntadas**
stats_asked_by =
    { $question } ({ $people ->
        [one] { $people } persona
       *[other] { $people } personas
    })
stats_gaps =
    {"**"}Pendientes** { $count ->
        [one] { $count } pregunta sin buena respuesta
       *[other] { $count } preguntas sin buena respuesta
    }
stats_gap =
    { $question } ({ $times ->
        [one] una vez
       *[other] { $times } veces
    })
stats_slowest = **Respuestas más lentas**
stats_oldest = **Artículos más antiguos**
stats_unused =
    {"**"}Sin uso** { $count ->
        [one] { $count } de { $articles } artículos no respondió nada en este tiempo, por ejemplo:
       *[other] { $count } de { $articles } artículos no respondieron nada en este tiempo, por ejemplo:
    }
stats_article = { $title }, { $date }
stats_compared =
    -# ▲ y ▼ comparan con el mismo tiempo { $days ->
        [one] un día
       *[other] { $days } días
    } antes; porcentajes en puntos porcentuales
stats_no_texts = -# No nombro preguntas, porque su texto no se guarda (`privacy.questions`).
stats_discreet = -# No nombro preguntas aquí, porque todos pueden ver este canal.
stats_chart = Gráfico de barras de las preguntas de cada día, del { $from } al { $to }; respondidas, pasajes más cercanos, no tratadas: { $days }
settings_digest = Resumen semanal: va a { $channel }, el próximo { $next }
settings_digest_discreet = Todos pueden ver ese canal, así que el resumen no nombrará preguntas allí.
settings_digest_forum = { $channel } es un foro. Elige un canal de texto para el resumen.

## Diagnóstico

doctor_heading = **Diagnóstico de { $channel }**
doctor_well = Todo está bien.
doctor_permissions_well = Permisos: tengo aquí todos los que necesito.
doctor_permission_missing = Me falta aquí el permiso **{ $permission }**. Solución: edita el canal, abre Permisos, elige mi rol y permite **{ $permission }**.
permission_view = Ver canal
permission_send = Enviar mensajes
permission_create_threads = Crear hilos públicos
permission_send_in_threads = Enviar mensajes en hilos
permission_embed = Insertar enlaces
permission_attach = Adjuntar archivos
permission_history = Leer el historial de mensajes
permission_manage_posts = Gestionar hilos y publicaciones
doctor_threads_refused = Aquí las respuestas deben ir a hilos, pero no puedo crear ninguno, así que respondo en el canal. Solución: edita el canal, abre Permisos, elige mi rol y permite **{ permission_create_threads }** y **{ permission_send_in_threads }**.
doctor_intents_well = Intents: oigo todo lo que necesito.
doctor_content_off = Aquí debo responder sin que me pregunten, pero el Message Content Intent está desactivado. Solución: actívalo en la página Bot de la aplicación, en <https://discord.com/developers/applications>, pon `discord.message_content = true` y reiníciame.
doctor_commands_well = Comandos: registrados.
doctor_commands_missing = Mis comandos no están registrados como deberían. Solución: reiníciame; si sigue igual, invítame de nuevo con el scope `applications.commands`.
doctor_index_well = Índice: creado { $built }.
doctor_index_missing = No hay índice. Solución: ejecuta `/{ command_reindex }`.
doctor_index_old = El índice es antiguo: creado { $built }. Solución: ejecuta `/{ command_reindex }`.
doctor_index_failed = La última reindexación falló { $when }: { $reason }. Solución: elimina la causa y ejecuta `/{ command_reindex }`.
doctor_admin_channel_well = Canal de administración: puedo escribir en { $channel }.
doctor_admin_channel_failed = No pude escribir en el canal de administración { $channel }: { $reason }. Solución: permíteme verlo y enviar mensajes allí, o pon otro en `discord.admin_channel`.
doctor_store_well = Base de datos: se puede leer y escribir.
doctor_store_failed = La base de datos no se puede usar: { $reason }. Los ajustes y las valoraciones solo duran hasta que me reinicie. Solución: comprueba que el disco tenga espacio y que yo pueda escribir en `store.path`, y reiníciame.
doctor_clock_well = Reloj: en hora.
doctor_clock_off = Mi reloj tiene un desfase de { $off }. Solución: activa la sincronización de la hora (NTP) en el equipo donde funciono.
doctor_disk_well = Disco: { $free } libres.
doctor_disk_low = Solo quedan { $free } en el disco. Solución: libera espacio o mueve `index.dir` a un disco más grande.

## Los artículos

command_corpus = articulos
    .description = Muestra, añade, cambia y revisa los artículos
command_corpus_list = lista
    .description = Muestra todos los artículos
option_corpus_list_search = buscar
    .description = Palabras de un título, una ruta o una etiqueta
command_corpus_show = mostrar
    .description = Muestra un artículo
option_corpus_show_article = articulo
    .description = Su ruta o título, o una parte
command_corpus_add = añadir
    .description = Añade un artículo de un archivo o página web, tras una vista previa
option_corpus_add_file = archivo
    .description = Markdown, HTML, texto, PDF o Word
option_corpus_add_url = url
    .description = La dirección de una página, con https://
command_corpus_remove = quitar
    .description = Quita un artículo; se puede deshacer
option_corpus_remove_article = articulo
    .description = Su ruta o título, o una parte
command_corpus_set = definir
    .description = Cambia el título, las etiquetas o la confianza de un artículo
option_corpus_set_article = articulo
    .description = Su ruta o título, o una parte
option_corpus_set_title = titulo
    .description = El título nuevo
option_corpus_set_tags = etiquetas
    .description = Las etiquetas nuevas, separadas por comas; - para ninguna
option_corpus_set_trust = confianza
    .description = Cuánto se confía en el artículo
command_corpus_sources = fuentes
    .description = Muestra los sitios web cuyos artículos se siguen
command_corpus_health = salud
    .description = Busca repeticiones, contradicciones y lagunas en los artículos
choice_high_trust = Alta
choice_normal_trust = Normal
choice_low_trust = Baja
button_add = Añadir
button_remove = Quitar
button_undo = Deshacer
corpus_heading =
    {"**"}{ $articles ->
        [one] { $articles } artículo
       *[other] { $articles } artículos
    }**
corpus_waiting = aún sin indexar
corpus_skipped = omitido: { $reason }
corpus_trust =
    { $level ->
        [high] confianza alta
        [low] confianza baja
       *[normal] confianza normal
    }
corpus_used =
    mostrado { $times ->
        [one] { $times } vez
       *[other] { $times } veces
    }
corpus_words =
    { $words ->
        [one] { $words } palabra
       *[other] { $words } palabras
    }
corpus_tags = Etiquetas: { $tags }
corpus_added_by = Añadido el { $at } por { $by }, desde { $from }
corpus_sections =
    { $count ->
        [one] { $count } sección
       *[other] { $count } secciones
    }: { $sections }
corpus_no_such = No hay ningún artículo llamado { $name }.
corpus_several = { $name } puede referirse a varios artículos. Usa la ruta de uno:
corpus_preview = ¿Añado este artículo?
corpus_one_of = Dame un archivo o la dirección de una página.
corpus_refused = No puedo hacerlo: { $reason }
corpus_gone = Eso ya no existe; ya se resolvió o fue hace demasiado tiempo.
corpus_added = Añadido como { $path }.
corpus_not_added = No se añadió nada.
corpus_indexing = El índice se está actualizando…
corpus_indexed = El índice está actualizado.
corpus_waits = Las respuestas se quedan como están hasta que alguien lo publique, véase `/{ command_index } { command_index_history }`.
corpus_remove_question = ¿Quito { $path }? Después se puede deshacer.
corpus_removed = { $path } se quitó.
corpus_restored = { $path } ha vuelto.
corpus_kept = No se cambió nada.
corpus_set_nothing = Dime qué cambiar: el título, las etiquetas o la confianza.
corpus_set_done = { $path } se cambió.
sources_none = No se sigue ninguna fuente. Quien me administra puede indicarlas en `[[source]]` en la configuración.
sources_heading =
    {"**"}{ $sources ->
        [one] { $sources } fuente
       *[other] { $sources } fuentes
    }**
source_new = { $name }: aún sin consultar
source_failed = { $name }: falló { $when }: { $reason }
source_well =
    { $name }: { $articles ->
        [one] { $articles } artículo
       *[other] { $articles } artículos
    }, consultada { $when }
health_well = No encontré ningún problema en los artículos.
health_heading =
    {"**"}{ $findings ->
        [one] { $findings } cosa por revisar
       *[other] { $findings } cosas por revisar
    }**
health_twins = Casi el mismo texto ({ $percent } %): { $one } y { $other }
health_differ = Números distintos: { $one } dice «{ $said }», { $other } dice «{ $otherwise }»
health_long =
    Una sección muy larga: { $place }, { $words ->
        [one] { $words } palabra
       *[other] { $words } palabras
    }
health_empty = Un encabezado sin texto: { $place }
health_undated = Sin fecha: { $path }
health_link = Un enlace a nada en { $path }: { $target }
health_unused = Ninguna respuesta lo ha mostrado: { $path }
health_disliked = Más 👎 que 👍 ({ $down } frente a { $up }): { $path }

## Privacidad

privacy_nothing = No he guardado nada sobre ti.
privacy_stored =
    He guardado sobre ti: { $questions ->
        [one] { $questions } pregunta
       *[other] { $questions } preguntas
    }, { $ratings ->
        [one] { $ratings } valoración
       *[other] { $ratings } valoraciones
    }, { $reminders ->
        [one] { $reminders } recordatorio
       *[other] { $reminders } recordatorios
    }.
privacy_kept =
    { $how ->
        [full] Guardo el texto de las preguntas
        [hashed] De las preguntas solo guardo una huella que no se puede leer
       *[off] No guardo el texto de las preguntas
    }; todo se borra después de { $days ->
        [one] { $days } día
       *[other] { $days } días
    }.
privacy_forget_question = ¿Borro todo lo que he guardado sobre ti? No se puede deshacer.
privacy_forgotten = Hecho. Ya no tengo nada guardado sobre ti.
privacy_failed = Ahora mismo no puedo acceder a mi base de datos, así que no se ha borrado nada. Inténtalo más tarde.
privacy_unreachable = Ahora mismo no puedo acceder a mi base de datos. Inténtalo más tarde.

## Valores

calendar_day =
    { $day } de { $month ->
        [1] enero
        [2] febrero
        [3] marzo
        [4] abril
        [5] mayo
        [6] junio
        [7] julio
        [8] agosto
        [9] septiembre
        [10] octubre
        [11] noviembre
       *[12] diciembre
    } de { $year }
decimal = { $whole },{ $tenths }
list_comma = {", "}
seconds = { $seconds } s
minutes = { $minutes } min { $seconds } s
hours = { $hours } h { $minutes } min
bytes = { $size } B
kibibytes = { $size } KiB
mebibytes = { $size } MiB
gibibytes = { $size } GiB

## Lagunas, preguntas de oro, explicaciones, ajustes y cifras.

command_gaps = lagunas
    .description = Muestra y resuelve lo que no se respondió bien
command_gaps_list = lista
    .description = Muestra lo pendiente, con las preguntas parecidas juntas
command_gaps_mark = marcar
    .description = Decide qué pasa con una pregunta y sus parecidas
option_gaps_mark_question = pregunta
    .description = La pregunta
option_gaps_mark_as = como
    .description = Lo que se decide
option_gaps_mark_article = artículo
    .description = El artículo que la cubre; se vuelve pregunta de oro
option_gaps_mark_member = miembro
    .description = Quién escribe un artículo sobre ello
command_gaps_export = exportar
    .description = Da todo como tabla para hoja de cálculo
command_golden = referencia
    .description = Guarda preguntas cuyo artículo correcto se conoce
command_golden_add = añadir
    .description = Añade una pregunta con su artículo correcto
option_golden_add_question = pregunta
    .description = La pregunta, como la hace la gente
option_golden_add_article = artículo
    .description = El artículo que la responde
command_golden_list = lista
    .description = Muestra las preguntas de oro
command_golden_remove = quitar
    .description = Quita una pregunta de oro
option_golden_remove_question = pregunta
    .description = La pregunta de oro
command_golden_run = probar
    .description = Hace las preguntas de oro y dice cuáles fallan
command_explain = explicar
    .description = Dice por qué una pregunta se responde así
option_explain_question = pregunta
    .description = La pregunta
option_explain_expected = esperado
    .description = El artículo que debía responder
command_tune = ajustar
    .description = Cambia cómo se responde y muestra antes el efecto
command_tune_synonym = sinónimo
    .description = Hace que varias palabras signifiquen lo mismo
option_tune_synonym_words = palabras
    .description = Las palabras, separadas por comas
option_tune_synonym_reason = motivo
    .description = Por qué, para quien lea el historial
command_tune_pin = fijar
    .description = Fija la respuesta a una pregunta en una sección
option_tune_pin_question = pregunta
    .description = La pregunta, palabra por palabra
option_tune_pin_article = artículo
    .description = El artículo o la sección que la responde
option_tune_pin_reason = motivo
    .description = Por qué, para quien lea el historial
command_tune_trust = confianza
    .description = Dice cuánto se confía en un artículo
option_tune_trust_article = artículo
    .description = El artículo
option_tune_trust_trust = confianza
    .description = Cuánto
option_tune_trust_reason = motivo
    .description = Por qué, para quien lea el historial
command_tune_confidence = certeza
    .description = Dice lo segura que debe ser una respuesta
option_tune_confidence_percent = porcentaje
    .description = Parte de preguntas no cubiertas que puede responderse
option_tune_confidence_reason = motivo
    .description = Por qué, para quien lea el historial
command_tune_history = historial
    .description = Muestra qué se cambió, quién y por qué, y lo deshace
command_audit = auditoría
    .description = Muestra lo que hicieron los administradores
menu_right_articles = Este es el artículo correcto
choice_wont_cover = No se cubrirá
choice_covered = Cubierto por un artículo
choice_assigned = Asignado a un miembro
choice_open_again = Abierto de nuevo
choice_trust_high = Alta
choice_trust_normal = Media
choice_trust_low = Baja: se muestra sin verificar
button_apply = Aplicar
gaps_heading =
    {"**"}Lagunas:** { $count ->
        [one] { $count } pregunta pendiente
       *[other] { $count } preguntas pendientes
    }, las más hechas primero
gaps_none = No hay nada pendiente: todo se cubrió y ninguna respuesta fue rechazada.
gap_counts = { $not_covered } × no cubierta, { $voted_down } × rechazada, { $reported } × avisada
gap_alike = y { $count } parecidas
gap_state =
    { $state ->
        [wont] no se cubrirá
        [covered] cubierta por { $by }
        [assigned] asignada a { $by }
       *[open] pendiente
    }
gap_marked = { $question }: { $state }.
gap_is_golden = Ahora es una pregunta de oro.
gap_needs_article = ¿Qué artículo la cubre? Elígelo en la opción `{ option_gaps_mark_article }`.
gap_needs_member = ¿Quién escribe sobre ello? Elige en la opción `{ option_gaps_mark_member }`.
gaps_exported =
    Todas las lagunas como tabla: { $count ->
        [one] { $count } pregunta
       *[other] { $count } preguntas
    }
question_unknown = No conozco esa pregunta aquí. Elige una de las que sugiero.
article_unknown = No conozco ningún artículo llamado { $article }. Elige uno de los que sugiero.
golden_heading =
    {"**"}{ $count ->
        [one] { $count } pregunta de oro
       *[other] { $count } preguntas de oro
    }**
golden_none = Aún no hay preguntas de oro. `/{ command_golden } { command_golden_add }` añade una, igual que el menú de una respuesta.
golden_added =
    { $how ->
        [new] Añadida como pregunta de oro:
        [extended] Otro artículo correcto para una pregunta de oro:
       *[known] Ya es una pregunta de oro:
    } { $question } → { $article }
golden_removed = Ya no es una pregunta de oro: { $question }
golden_result = **{ $right } de { $asked } preguntas de oro** se responden con el artículo correcto.
golden_wrong = - { $question }: se esperaba { $expected } (puesto { $rank }), primero { $first }
golden_failed = El archivo de preguntas de oro no se puede usar: { $reason }. Solución: corrige el archivo o comprueba que puedo escribirlo, y su carpeta.
golden_no_answer = Ese mensaje no muestra ninguna respuesta mía que recuerde. Usa el menú de una respuesta, o `/{ command_golden } { command_golden_add }`.
explain_state =
    { $state ->
        [answered] {"**"}Respondida**
        [closest] {"**"}Cerca, quizá no responda**
       *[not_covered] {"**"}No cubierta**
    }: certeza { $confidence }; respondida desde { $answered }, cubierta desde { $covered }
explain_signals = -# La certeza se compone de { $parts }
explain_word =
    {"*"}{ $word }* como { $stems }, en { $passages ->
        [one] { $passages } pasaje
       *[other] { $passages } pasajes
    }
explain_also = también { $words }
explain_candidates =
    { $count ->
        [one] { $count } pasaje ordenado
       *[other] { $count } pasajes ordenados
    }; los primeros:
explain_lacks = le falta { $words }
explain_pinned = Los administradores fijaron la respuesta en { $place }.
expected_first = **{ $article }** va primero.
expected_gone = **{ $article }** no está en el índice.
expected_missing = **{ $article }** no estaba entre los candidatos: a su pasaje más cercano le falta { $words }.
expected_crowded = **{ $article }** no estaba entre los candidatos: tiene todas las palabras, pero demasiados pasajes encajan mejor.
expected_behind = **{ $article }** está en el puesto { $rank }, { $by } por detrás.
expected_most = El primero aventaja sobre todo en { $name }: { $first } frente a { $own }, que pesa { $weighs }.
tune_effects =
    { $change }
    Eso cambiaría { $changed } de { $tried } preguntas de oro y recientes.
tune_effect = - { $question }: { $before } → { $after }
tune_outlook =
    { $state ->
        [answered] respondida con { $place }
        [closest] cerca de { $place }
       *[not_covered] no cubierta ({ $place })
    }
tune_bad_synonyms = Da dos palabras o más, separadas por comas: `coche, auto`.
tune_gone = Ese cambio ya está resuelto.
tune_applied = Aplicado: { $change }
tune_undone = Deshecho: { $change }
change_synonym = **Mismo significado:** { $words }
change_pin = **Fijada:** { $question } → { $place }
change_trust =
    {"**"}Confianza:** { $article } → { $trust ->
        [high] alta
        [low] baja
       *[normal] media
    }
change_confidence = **Preguntas no cubiertas que pueden responderse igualmente:** { $percent } %
change_by = { $by }, { $when }: { $reason }
change_undone = deshecho por { $by }, { $when }
changes_heading = **Cambios en cómo respondo**
changes_none = No se ha cambiado nada: vale la configuración.
audit_heading = **Lo que hicieron los administradores**
audit_none = Los administradores aún no han hecho nada que se anote.
somebody = alguien a quien se olvidó
