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
button_forget = Olvidarlo todo
button_cancel = Cancelar

## Después de un botón

only_asker = Solo puede hacerlo quien preguntó.
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
phase_publishing = Publicando el índice
phase_progress =
    { $phase }: { $done } de { $total ->
        [one] { $total } archivo
       *[other] { $total } archivos
    }, { $failed } con error
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
doctor_threads_refused = Aquí las respuestas deben ir a hilos, pero no puedo crear ninguno, así que respondo en el canal.
doctor_intents_well = Intents: oigo todo lo que necesito.
doctor_content_off = Aquí debo responder sin que me pregunten, pero el Message Content Intent está desactivado. Solución: actívalo en la página Bot de la aplicación, en <https://discord.com/developers/applications>, pon `discord.message_content = true` y reiníciame.
doctor_commands_well = Comandos: registrados.
doctor_commands_missing = Mis comandos no están registrados como deberían. Solución: reiníciame; si sigue igual, invítame de nuevo con el scope `applications.commands`.
doctor_index_well = Índice: creado { $built }.
doctor_index_missing = No hay índice. Solución: ejecuta `/{ command_reindex }`.
doctor_index_old = El índice es antiguo: creado { $built }. Solución: ejecuta `/{ command_reindex }`.
doctor_index_failed = La última reindexación falló { $when }: { $reason }. Solución: elimina la causa y ejecuta `/{ command_reindex }`.
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
