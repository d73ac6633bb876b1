### What the bot says in English. `en.ftl` is the reference: the other languages hold the same
### messages with the same variables. A message is one paragraph: a line break here is one there.

## Commands: what people type, each with its description.

command_ask = ask
    .description = Answers a question from the articles
option_ask_question = question
    .description = What you want to know
option_ask_private = private
    .description = Show the answer to you alone
option_ask_for = for
    .description = The member the answer is for
command_help = help
    .description = Shows how to ask, and how to search more exactly
command_reindex = reindex
    .description = Reads the articles again and shows what changed
command_index = index
    .description = Shows what became of the index, and goes back to an earlier one
command_index_rollback = rollback
    .description = Makes an earlier generation of the index answer again
command_index_history = history
    .description = Shows who changed the index when, and what became of it
option_index_rollback_generation = generation
    .description = The number of the generation; the one before if left out
command_status = status
    .description = Shows the state of the index
command_settings = settings
    .description = Shows and changes how I behave in a channel
option_settings_channel = channel
    .description = The channel; this one if left out
option_settings_mode = mode
    .description = When I answer there
option_settings_answers_in = answers-in
    .description = Where my answers go
option_settings_forum = forum
    .description = Whether I help with new posts of a forum
option_settings_solved_tag = solved-tag
    .description = The tag that marks a post of the forum as solved
option_settings_digest = digest
    .description = Whether I post here every week how questions went
command_stats = stats
    .description = Shows how questions went lately
option_stats_days = days
    .description = How many days back
command_doctor = doctor
    .description = Checks whether I can work here, and tells how to fix what is wrong
command_privacy = privacy
    .description = Shows or deletes what I have stored about you
command_privacy_show = show
    .description = Shows what I have stored about you
command_privacy_forget = forget
    .description = Deletes what I have stored about you
menu_find_articles = Find articles for this
choice_off = Never
choice_when_asked = When asked
choice_when_confident = When confident
choice_channel = In the channel
choice_thread = In a thread

## Help.

help = Ask me something: write your question after my name, send it to me as a direct message, reply to a message with my name, or use `/{ command_ask }`. I answer with passages from the articles.
help_page =
    {"**"}How to ask**
    Write your question after my name, send it to me as a direct message, reply to a message with my name, or use `/{ command_ask }`. Reply to an answer of mine to ask further.

    {"**"}How to search more exactly**
    - `"final assembly"`: exactly these words, in this order
    - `-truck`: nothing with this word
    - `in:history`: only in sections or articles with this in their title
    - `after:2024` or `before:2025-06`: only articles from after or before then
    - `lang:sv`: only articles in this language

## Answers.

closest = I'm not sure this answers it. The closest passages:
not_covered = The articles don't cover this.
nearest = Articles that come nearest:
nearest_buttons = Do you mean one of these? Press a title to ask about it.
unseen = -# Not found in any article: { $words }
narrowed = -# I looked only among: { $filters }
nothing_among = Nothing fits both the question and { $filters }. Try it without.
question_cut =
    -# Your question was long; I used its first { $used ->
        [one] { $used } character
       *[other] { $used } characters
    }.
searched_for = -# I searched for { $words }.
sources_differ = -# Sources differ on this: { $sources }
refreshed = -# The articles have changed since you asked, so these results are new.
unverified = unverified source
source_changed = Source changed on { $when }. It now says:
source_gone = Source changed on { $when }. The passage quoted here is no longer in the articles.
further_source_gone = Another passage quoted here is no longer in the articles.
answer_before = The answer before that:
suggested_by = -# Suggested by { $helper }
answer_for = For { $member }:
page_of = Page { $page } of { $pages }
no_more_passages = There are no more passages about this.
section_gone = That section is no longer in the articles.

## Buttons, at most 80 characters each; Discord shows about 35.

button_more = More passages
button_section = Whole section
button_back = Back
button_next = Next page
button_post = Post this
button_tell_editors = Tell the editors
button_tell_me = Tell me when there is an answer
button_tell_me_not = Don't tell me
button_solved = This solved it
button_publish = Publish
button_discard = Discard
button_details = Details
button_forget = Forget all of it
button_cancel = Cancel

## After a button.

only_asker_or_moderator = Only the person who asked or a moderator can do that.
button_too_old = This button is too old. Please ask again with `/{ command_ask }`.
not_saved = I can't save that at the moment, sorry. Please try again in a few minutes.
feedback_thanks = Thank you!
feedback_taken_back = Taken back.
feedback_noted = Thank you. That helps to make the articles better.
feedback_placeholder = What was wrong with it?
feedback_wrong = It is wrong
feedback_outdated = It is out of date
feedback_off_topic = It is not what I asked
feedback_unclear = It is unclear
told_editors = Thank you. The editors will see your question.
told_editors_already = The editors know about this question already.
reminder_set = I will send you a message when the articles have an answer.
reminder_taken_back = I won't send you a message about this.
reminder_answer =
    You asked: { $question }
    The articles have an answer now:
solved_thanks = Glad it helped. The post is marked as solved.
solved_untagged = Glad it helped. I may not change the tags of this post, so please mark it as solved yourself.

## "Find articles for this" and posts in forums.

found_for_message = Passages for that message. Choose one to post it as a reply.
found_nothing = I found nothing in the articles for that message.
message_without_text = That message has no text that I could search for.
message_gone = That message is gone.
posted = Posted.
forum_opening = These passages may help:

## Why there is no answer.

no_words = I found no words to search for in that. Ask me in a sentence, please.
busy = Too many questions are waiting right now. Please ask again in a minute.
cooldown_user = You have asked a lot just now. You can ask again in { $left }.
cooldown_channel = Many questions are being asked in this channel. You can ask again in { $left }.
cooldown_server = Many questions are being asked in this server. You can ask again in { $left }.
no_index = I have not read any articles yet. Somebody with the Manage Server permission can start that with `/{ command_reindex }`.
restarting = I am restarting. Please try again in a minute.
interrupted = I was restarted before this was finished. Please try again in a minute.
failed = Something went wrong on my side, sorry. Please try again; if it stays, tell the people who run me this id: `{ $id }`
unreadable_reference = I can't read the message you replied to: Discord shows it to me only when it mentions me. Please write the question to me, or use `/{ command_ask }`.
missing_reference = The message you replied to is gone. Please write the question to me, or use `/{ command_ask }`.
may_not_write = I may not write in { $channel }, so I answer you here.
turned_off = I am turned off in { $channel }, so I don't answer there. Members with the Manage Server permission can change that with `/{ command_settings }`.
thread_refused = -# I may not start a thread here, so I answer in the channel.
not_allowed = Only members with the Manage Server permission can do that.
server_only = That works in a server only.

## Reindexing.

reindex_running = { $by } has started a reindex already. { $progress }
phase_scanning = Looking for articles
phase_indexing = Reading articles
phase_writing = Writing the index
phase_verifying = Checking the index
phase_comparing = Comparing answers
phase_publishing = Publishing the index
phase_progress =
    { $phase }: { $done } of { $total ->
        [one] { $total } file
       *[other] { $total } files
    }, { $failed } failed
phase_questions =
    { $phase }: { $done } of { $total ->
        [one] { $total } question
       *[other] { $total } questions
    }
reindex_over = The reindex has ended; see the message below.
reindex_done =
    {"**"}Reindex done** in { $took }: { $articles ->
        [one] { $articles } article
       *[other] { $articles } articles
    }, { $passages ->
        [one] { $passages } passage
       *[other] { $passages } passages
    }.
reindex_unchanged = Nothing had changed, so the index stays as it is.
reindex_failed = **The reindex failed.** Answers still come from the index before. The log says why, under the id `{ $id }`
added = **Added** { $count }
changed = **Changed** { $count }
removed = **Removed** { $count }
skipped =
    {"**"}Skipped** { $count ->
        [one] { $count } file
       *[other] { $count } files
    }
and_more = and { $count } more

## Releases.

release_waiting =
    {"**"}Ready to publish**, built in { $took }: { $articles ->
        [one] { $articles } article
       *[other] { $articles } articles
    }, { $passages ->
        [one] { $passages } passage
       *[other] { $passages } passages
    }. Answers still come from the index before.
release_held_rule = It waits for somebody to press a button, as `release.auto_publish` says.
release_held_golden =
    It waits because it would take the right answer from { $count ->
        [one] { $count } golden question
       *[other] { $count } golden questions
    }.
release_held_unjudged = It waits because the golden questions could not be asked: { $problem }
release_held_empty = It waits because no article would be left.
release_held_undone = It waits because somebody went back from the very same files.
release_golden = {"**"}Golden questions**: { $asked } asked. Another first passage: { $changed }; right answer lost: { $worse }, gained: { $better }
release_recent = {"**"}Recent questions**: { $asked } asked. Become answered: { $answered }; stop being answered: { $stopped }
release_size = Passages { $before } → { $after }, on disk { $disk_before } → { $disk_after }
release_calibration = Calibration: answered from a confidence of { $answered_before } → { $answered }, covered from { $covered_before } → { $covered }
golden_before = before: { $passage }
golden_after = after: { $passage }
golden_nothing = no passage
details_answered = **Become answered**
details_stopped = **Stop being answered**
details_elsewhere = and { $count } more, asked in private or elsewhere
release_published = **Published** by { $by }.
release_discarded = **Discarded** by { $by }. Answers come from the index before.
release_gone = That is no longer there: it was published or discarded, or another one was published since.
time_left = about { $left } left in this step
reindex_cancelled = **The reindex was cancelled.** The index stays as it is.
reindex_not_running = That reindex is not running any more.
rolled_back = **Generation { $to } answers again**, as generation { $generation }.
rollback_nothing = There is no earlier generation to go back to.
rollback_other = That generation is not kept. I can go back to: { $kept }
history_heading = **What became of the index**
history_empty = Nothing yet.
history_published = { $when } generation { $generation } published by { $by }
history_rolled_back = { $when } { $by } went back to generation { $to }, as generation { $generation }
history_discarded = { $when } { $by } discarded what was built
history_counts = { $added } added, { $changed } changed, { $removed } removed, { $skipped } skipped
history_worse = right answers of golden questions lost: { $count }
automatic_files = -# Started by changed files
automatic_sources = -# Started by changes in the followed sources
automatic_schedule = -# Started by the schedule

## Status.

no_index_yet = **No index yet.** `/{ command_reindex }` builds one.
generation = **Generation { $generation }**, published { $published }
thresholds = Answered from a confidence of { $answered }, covered from { $covered }, calibrated with { $questions } questions
size =
    { $articles ->
        [one] { $articles } article
       *[other] { $articles } articles
    }, { $passages ->
        [one] { $passages } passage
       *[other] { $passages } passages
    }, { $disk } on disk
last_reindex = Last reindex { $started }, took { $took }
last_failure = Last failure: { $reason }
running_reindex = Reindex by { $by }: { $progress }

## Settings.

settings_heading = **Settings for { $channel }**
settings_mode =
    When I answer: { $mode ->
        [off] never
        [asked] when asked
       *[confident] when asked, and when I am confident of the answer
    }
settings_answers_in =
    Where answers go: { $place ->
        [channel] into the channel
       *[thread] into a thread of their own
    }
settings_forum =
    New posts of this forum: { $state ->
        [on] I help when I am confident of the answer
       *[off] I stay silent
    }
settings_saved = Saved.
settings_for_now = Saved until I restart: my store can't be written. `/{ command_doctor }` says more.
settings_needs_content = To answer without being asked I need the Message Content intent. Whoever runs me can turn it on on the Bot page of the application at <https://discord.com/developers/applications> and set `discord.message_content = true`.
settings_no_forum = { $channel } is not a forum.
settings_solved_tag = Tag of solved posts: { $tag }
settings_no_solved_tag = No tag marks solved posts; choose one with the option `{ option_settings_solved_tag }`.
settings_no_such_tag = { $channel } has no tag called { $tag }. Its tags: { $tags }

## Statistics, for admins; the digest tells the same every week.

stats_heading =
    {"**"}Statistics of { $days ->
        [one] today
       *[other] the last { $days } days
    }**
digest_heading = **Weekly digest**: { $from } to { $to }
stats_nothing = Nobody asked anything in this time.
stats_questions =
    Questions: { $questions }{ $change }, from { $people ->
        [one] { $people } person
       *[other] { $people } people
    }
stats_answered = 🟦 Answered: { $count } ({ $share }%{ $change })
stats_closest = 🟨 Closest passages: { $count } ({ $share }%{ $change })
stats_not_covered = 🟥 Not covered: { $count } ({ $share }%{ $change })
stats_votes = Votes: 👍 { $up }{ $up_change } · 👎 { $down }{ $down_change }
stats_most_asked = **Asked most**
stats_asked_by =
    { $question } ({ $people ->
        [one] { $people } person
       *[other] { $people } people
    })
stats_gaps =
    {"**"}Open** { $count ->
        [one] { $count } question without a good answer
       *[other] { $count } questions without a good answer
    }
stats_gap =
    { $question } ({ $times ->
        [one] once
       *[other] { $times } times
    })
stats_slowest = **Slowest answers**
stats_oldest = **Oldest articles**
stats_unused =
    {"**"}Unused** { $count ->
        [one] { $count } of { $articles } articles answered nothing in this time, such as:
       *[other] { $count } of { $articles } articles answered nothing in this time, such as:
    }
stats_article = { $title }, { $date }
stats_compared =
    -# ▲ and ▼ compare with the same time { $days ->
        [one] a day
       *[other] { $days } days
    } earlier; shares in percentage points
stats_no_texts = -# I name no questions, because their texts are not kept (`privacy.questions`).
stats_discreet = -# I name no questions here, because everybody can see this channel.
stats_chart = Bar chart of the questions of each day from { $from } to { $to }; answered, closest passages, not covered: { $days }
settings_digest = Weekly digest: goes to { $channel }, next { $next }
settings_digest_discreet = Everybody can see that channel, so the digest will name no questions there.
settings_digest_forum = { $channel } is a forum. Please choose a text channel for the digest.

## Check-up, each problem with its fix.

doctor_heading = **Check-up for { $channel }**
doctor_well = Everything is fine.
doctor_permissions_well = Permissions: I have all I need here.
doctor_permission_missing = I lack the permission **{ $permission }** here. Fix: edit the channel, open Permissions, choose my role and allow **{ $permission }**.
permission_view = View Channel
permission_send = Send Messages
permission_create_threads = Create Public Threads
permission_send_in_threads = Send Messages in Threads
permission_embed = Embed Links
permission_attach = Attach Files
permission_history = Read Message History
permission_manage_posts = Manage Threads and Posts
doctor_threads_refused = Answers should go into threads here, but I may not create any, so I answer in the channel. Fix: edit the channel, open Permissions, choose my role and allow **{ permission_create_threads }** and **{ permission_send_in_threads }**.
doctor_intents_well = Intents: I hear all I need.
doctor_content_off = I should answer without being asked here, but the Message Content intent is off. Fix: turn it on on the Bot page of the application at <https://discord.com/developers/applications>, set `discord.message_content = true` and restart me.
doctor_commands_well = Commands: registered.
doctor_commands_missing = My commands are not registered as they should be. Fix: restart me; if it stays, invite me again with the `applications.commands` scope.
doctor_index_well = Index: built { $built }.
doctor_index_missing = There is no index. Fix: run `/{ command_reindex }`.
doctor_index_old = The index is old: built { $built }. Fix: run `/{ command_reindex }`.
doctor_index_failed = The last reindex failed { $when }: { $reason }. Fix: remove the cause, then run `/{ command_reindex }`.
doctor_admin_channel_well = Admin channel: I can write to { $channel }.
doctor_admin_channel_failed = I could not write to the admin channel { $channel }: { $reason }. Fix: let me view it and send messages there, or set `discord.admin_channel` to another one.
doctor_store_well = Store: can be read and written.
doctor_store_failed = The store can't be used: { $reason }. Settings and feedback last only until I restart. Fix: check that the disk has room and that I may write to `store.path`, then restart me.
doctor_clock_well = Clock: right.
doctor_clock_off = My clock is { $off } off. Fix: turn on time synchronisation (NTP) on the machine that runs me.
doctor_disk_well = Disk: { $free } free.
doctor_disk_low = Only { $free } left on the disk. Fix: make room, or move `index.dir` to a larger disk.

## The corpus.

command_corpus = corpus
    .description = Lists, adds, changes and checks the articles
command_corpus_list = list
    .description = Lists the articles
option_corpus_list_search = search
    .description = Words in a title, a path or a tag
command_corpus_show = show
    .description = Shows one article
option_corpus_show_article = article
    .description = Its path or title, or a part of it
command_corpus_add = add
    .description = Adds an article from a file or a web page, after a preview
option_corpus_add_file = file
    .description = Markdown, HTML, text, PDF or Word
option_corpus_add_url = url
    .description = The address of a page, with https://
command_corpus_remove = remove
    .description = Removes an article; that can be undone
option_corpus_remove_article = article
    .description = Its path or title, or a part of it
command_corpus_set = set
    .description = Changes the title, tags or trust of an article
option_corpus_set_article = article
    .description = Its path or title, or a part of it
option_corpus_set_title = title
    .description = The new title
option_corpus_set_tags = tags
    .description = The new tags, with commas between them; - for none
option_corpus_set_trust = trust
    .description = How far the article is trusted
command_corpus_sources = sources
    .description = Shows the places on the web whose articles are followed
command_corpus_health = health
    .description = Looks for repetitions, contradictions and gaps in the articles
choice_high_trust = High
choice_normal_trust = Normal
choice_low_trust = Low
button_add = Add
button_remove = Remove
button_undo = Undo
corpus_heading =
    {"**"}{ $articles ->
        [one] { $articles } article
       *[other] { $articles } articles
    }**
corpus_waiting = not indexed yet
corpus_skipped = left out: { $reason }
corpus_trust =
    { $level ->
        [high] high trust
        [low] low trust
       *[normal] normal trust
    }
corpus_used =
    shown { $times ->
        [one] { $times } time
       *[other] { $times } times
    }
corpus_words =
    { $words ->
        [one] { $words } word
       *[other] { $words } words
    }
corpus_tags = Tags: { $tags }
corpus_added_by = Added { $at } by { $by }, from { $from }
corpus_sections =
    { $count ->
        [one] { $count } section
       *[other] { $count } sections
    }: { $sections }
corpus_no_such = There is no article called { $name }.
corpus_several = Several articles may be meant by { $name }. Please use the path of one:
corpus_preview = Shall I add this article?
corpus_one_of = Give me either a file or the address of a page.
corpus_refused = I can't do that: { $reason }
corpus_gone = That is not there any more; it was dealt with already, or too long ago.
corpus_added = Added as { $path }.
corpus_not_added = Nothing was added.
corpus_indexing = The index is being brought up to date…
corpus_indexed = The index is up to date.
corpus_waits = Answers stay as they are until somebody publishes it, see `/{ command_index } { command_index_history }`.
corpus_remove_question = Shall I remove { $path }? You can undo that afterwards.
corpus_removed = Removed { $path }.
corpus_restored = { $path } is back.
corpus_kept = Nothing was changed.
corpus_set_nothing = Tell me what to change: the title, the tags or the trust.
corpus_set_done = Changed { $path }.
sources_none = No sources are followed. Whoever runs me can name some under `[[source]]` in the configuration.
sources_heading =
    {"**"}{ $sources ->
        [one] { $sources } source
       *[other] { $sources } sources
    }**
source_new = { $name }: not looked at yet
source_failed = { $name }: failed { $when }: { $reason }
source_well =
    { $name }: { $articles ->
        [one] { $articles } article
       *[other] { $articles } articles
    }, looked at { $when }
health_well = I found nothing wrong with the articles.
health_heading =
    {"**"}{ $findings ->
        [one] { $findings } thing to look at
       *[other] { $findings } things to look at
    }**
health_twins = Almost the same text ({ $percent } %): { $one } and { $other }
health_differ = Different numbers: { $one } says “{ $said }”, { $other } says “{ $otherwise }”
health_long =
    A very long section: { $place }, { $words ->
        [one] { $words } word
       *[other] { $words } words
    }
health_empty = A heading without text: { $place }
health_undated = No date: { $path }
health_link = A link to nothing in { $path }: { $target }
health_unused = No answer has shown it: { $path }
health_disliked = More 👎 than 👍 ({ $down } to { $up }): { $path }

## Privacy.

privacy_nothing = I have stored nothing about you.
privacy_stored =
    I have stored about you: { $questions ->
        [one] { $questions } question
       *[other] { $questions } questions
    }, { $ratings ->
        [one] { $ratings } rating
       *[other] { $ratings } ratings
    }, { $reminders ->
        [one] { $reminders } reminder
       *[other] { $reminders } reminders
    }.
privacy_kept =
    { $how ->
        [full] I keep the text of questions
        [hashed] I keep questions only as a fingerprint that can't be read
       *[off] I don't keep the text of questions
    }; everything is deleted after { $days ->
        [one] { $days } day
       *[other] { $days } days
    }.
privacy_forget_question = Shall I delete everything I have stored about you? That can't be undone.
privacy_forgotten = Done. I have stored nothing about you any more.
privacy_failed = I can't reach my store at the moment, so nothing was deleted. Please try again later.
privacy_unreachable = I can't reach my store at the moment. Please try again later.

## Values.

calendar_day =
    { $day } { $month ->
        [1] January
        [2] February
        [3] March
        [4] April
        [5] May
        [6] June
        [7] July
        [8] August
        [9] September
        [10] October
        [11] November
       *[12] December
    } { $year }
decimal = { $whole }.{ $tenths }
list_comma = {", "}
seconds = { $seconds } s
minutes = { $minutes } min { $seconds } s
hours = { $hours } h { $minutes } min
bytes = { $size } B
kibibytes = { $size } KiB
mebibytes = { $size } MiB
gibibytes = { $size } GiB

## Gaps, golden questions, explaining, tuning and figures.

command_gaps = gaps
    .description = Shows and settles what was asked and not answered well
command_gaps_list = list
    .description = Shows what is open, alike questions together
command_gaps_mark = mark
    .description = Decides what becomes of a question and those alike
option_gaps_mark_question = question
    .description = The question
option_gaps_mark_as = as
    .description = What is decided
option_gaps_mark_article = article
    .description = The article that covers it; it becomes a golden question
option_gaps_mark_member = member
    .description = Who writes an article about it
command_gaps_export = export
    .description = Gives all of it as a table, for a spreadsheet
command_golden = golden
    .description = Keeps questions whose right article is known
command_golden_add = add
    .description = Adds a question with its right article
option_golden_add_question = question
    .description = The question, as people ask it
option_golden_add_article = article
    .description = The article that answers it
command_golden_list = list
    .description = Shows the golden questions
command_golden_remove = remove
    .description = Removes a golden question
option_golden_remove_question = question
    .description = The golden question
command_golden_run = run
    .description = Asks the golden questions and tells which go wrong
command_explain = explain
    .description = Tells why a question is answered as it is
option_explain_question = question
    .description = The question
option_explain_expected = expected
    .description = The article that should have answered
command_tune = tune
    .description = Changes how questions are answered, and shows first what that does
command_tune_synonym = synonym
    .description = Lets words mean the same
option_tune_synonym_words = words
    .description = The words, parted by commas
option_tune_synonym_reason = reason
    .description = Why, for those who read the history
command_tune_pin = pin
    .description = Pins the answer to a question to an article or section
option_tune_pin_question = question
    .description = The question, word for word
option_tune_pin_article = article
    .description = The article or section that answers it
option_tune_pin_reason = reason
    .description = Why, for those who read the history
command_tune_trust = trust
    .description = Says how far an article is trusted
option_tune_trust_article = article
    .description = The article
option_tune_trust_trust = trust
    .description = How far
option_tune_trust_reason = reason
    .description = Why, for those who read the history
command_tune_confidence = confidence
    .description = Says how sure an answer has to be
option_tune_confidence_percent = percent
    .description = Uncovered questions that may be answered all the same, in percent
option_tune_confidence_reason = reason
    .description = Why, for those who read the history
command_tune_history = history
    .description = Shows what was changed, by whom and why, and undoes it
command_audit = audit
    .description = Shows what admins did
menu_right_articles = This is the right article
choice_wont_cover = Won't cover
choice_covered = Covered by an article
choice_assigned = Assigned to a member
choice_open_again = Open again
choice_trust_high = High
choice_trust_normal = Normal
choice_trust_low = Low: shown as unverified
button_apply = Apply
gaps_heading =
    {"**"}Gaps:** { $count ->
        [one] { $count } question is
       *[other] { $count } questions are
    } open, those asked most often first
gaps_none = Nothing is open: all questions were covered, and no answer was voted down.
gap_counts = { $not_covered } × not covered, { $voted_down } × voted down, { $reported } × reported
gap_alike = and { $count } alike
gap_state =
    { $state ->
        [wont] won't be covered
        [covered] covered by { $by }
        [assigned] assigned to { $by }
       *[open] open
    }
gap_marked = { $question }: { $state }.
gap_is_golden = It is a golden question now.
gap_needs_article = Which article covers it? Choose it in the option `{ option_gaps_mark_article }`.
gap_needs_member = Who writes about it? Choose them in the option `{ option_gaps_mark_member }`.
gaps_exported =
    All gaps as a table: { $count ->
        [one] { $count } question
       *[other] { $count } questions
    }
question_unknown = I know no such question here. Choose one of those I suggest.
article_unknown = I know no article called { $article }. Choose one of those I suggest.
golden_heading =
    {"**"}{ $count ->
        [one] { $count } golden question
       *[other] { $count } golden questions
    }**
golden_none = There are no golden questions yet. `/{ command_golden } { command_golden_add }` adds one, and so does the menu of an answer.
golden_added =
    { $how ->
        [new] Added as a golden question:
        [extended] Another right article for a golden question:
       *[known] That is a golden question already:
    } { $question } → { $article }
golden_removed = No longer a golden question: { $question }
golden_result = **{ $right } of { $asked } golden questions** are answered from the right article.
golden_wrong = - { $question }: expected { $expected } (place { $rank }), first is { $first }
golden_failed = The file of golden questions can't be used: { $reason }. Fix: correct that file, or check that I may write to it and its folder.
golden_no_answer = That message shows no answer of mine that I remember. Use the menu of an answer, or `/{ command_golden } { command_golden_add }`.
explain_state =
    { $state ->
        [answered] {"**"}Answered**
        [closest] {"**"}Near, perhaps not an answer**
       *[not_covered] {"**"}Not covered**
    }: confidence { $confidence }; answered from { $answered }, covered from { $covered }
explain_signals = -# The confidence is made of { $parts }
explain_word =
    {"*"}{ $word }* as { $stems }, in { $passages ->
        [one] { $passages } passage
       *[other] { $passages } passages
    }
explain_also = also { $words }
explain_candidates =
    { $count ->
        [one] { $count } passage was
       *[other] { $count } passages were
    } ranked; the first:
explain_lacks = lacks { $words }
explain_pinned = Admins pinned the answer to { $place }.
expected_first = **{ $article }** comes first.
expected_gone = **{ $article }** is not in the index.
expected_missing = **{ $article }** was not among the candidates: its nearest passage lacks { $words }.
expected_crowded = **{ $article }** was not among the candidates: it has all the words, but too many other passages fit better.
expected_behind = **{ $article }** is at place { $rank }, { $by } behind.
expected_most = The first is ahead most in { $name }: { $first } to { $own }, which weighs { $weighs }.
tune_effects =
    { $change }
    That would change { $changed } of { $tried } golden and recent questions.
tune_effect = - { $question }: { $before } → { $after }
tune_outlook =
    { $state ->
        [answered] answered from { $place }
        [closest] near { $place }
       *[not_covered] not covered ({ $place })
    }
tune_bad_synonyms = Give two words or more, parted by commas: `car, wagon`.
tune_gone = That change has been settled already.
tune_applied = Applied: { $change }
tune_undone = Undone: { $change }
change_synonym = **Same meaning:** { $words }
change_pin = **Pinned:** { $question } → { $place }
change_trust =
    {"**"}Trust:** { $article } → { $trust ->
        [high] high
        [low] low
       *[normal] normal
    }
change_confidence = **Uncovered questions that may be answered all the same:** { $percent } %
change_by = { $by }, { $when }: { $reason }
change_undone = undone by { $by }, { $when }
changes_heading = **Changes to how I answer**
changes_none = Nothing has been changed: the configuration holds.
audit_heading = **What admins did**
audit_none = Admins have done nothing yet that is written down.
somebody = somebody who was forgotten
