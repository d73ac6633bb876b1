//! Every sentence the bot says, and the names and descriptions of its commands, in the reader's
//! language.
//!
//! The sentences are in `words/*.ftl`, one [Fluent](https://projectfluent.org) file per language,
//! with `en.ftl` as the reference. [`Words`] has a method for each, so that the compiler checks
//! that call sites pass the values a sentence takes. Values arrive ready to show: nothing here
//! escapes or measures.
//!
//! A new sentence is a line in the table below and a message of its name in every file; the tests
//! report what was forgotten.

mod locale;
mod values;

use fluent_bundle::{FluentArgs, FluentValue};

use locale::Locale;

/// The bot's words in one language.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Words(Locale);

macro_rules! sentences {
    ($($sentence:ident($($value:ident: $kind:ty),*);)*) => {
        impl Words {
            $(pub(super) fn $sentence(self, $($value: $kind),*) -> String {
                self.say(
                    stringify!($sentence),
                    [$((stringify!($value), FluentValue::from($value))),*],
                )
            })*
        }

        /// Every sentence with the names and types of its values.
        #[cfg(test)]
        const SENTENCES: &[(&str, &[(&str, &str)])] = &[
            $((stringify!($sentence), &[$((stringify!($value), stringify!($kind))),*]),)*
        ];
    };
}

sentences! {
    help();
    help_page();

    // Answers.
    closest();
    not_covered();
    nearest();
    nearest_buttons();
    unseen(words: &str);
    searched_for(words: &str);
    sources_differ(sources: &str);
    narrowed(filters: &str);
    nothing_among(filters: &str);
    question_cut(used: usize);
    refreshed();
    page_of(page: usize, pages: usize);
    no_more_passages();
    section_gone();
    unverified();
    source_changed(when: &str);
    source_gone(when: &str);
    further_source_gone();
    answer_before();

    // Buttons and their replies.
    button_more();
    button_back();
    button_next();
    button_section();
    button_tell_editors();
    button_tell_me();
    button_tell_me_not();
    button_too_old();
    not_saved();
    only_asker_or_moderator();
    feedback_thanks();
    feedback_taken_back();
    feedback_noted();
    feedback_placeholder();
    feedback_wrong();
    feedback_outdated();
    feedback_off_topic();
    feedback_unclear();
    told_editors();
    told_editors_already();
    reminder_set();
    reminder_taken_back();
    reminder_answer(question: &str);

    // Why there is no answer.
    no_words();
    busy();
    cooldown_user(left: &str);
    cooldown_channel(left: &str);
    cooldown_server(left: &str);
    thread_refused();
    no_index();
    restarting();
    interrupted();
    failed(id: &str);
    unreadable_reference();
    missing_reference();
    may_not_write(channel: &str);
    not_allowed();
    server_only();

    turned_off(channel: &str);

    // "Find articles for this" and posts in forums.
    found_for_message();
    found_nothing();
    message_without_text();
    message_gone();
    posted();
    suggested_by(helper: &str);
    answer_for(member: &str);
    button_post();
    forum_opening();
    button_solved();
    solved_thanks();
    solved_untagged();

    // Settings.
    settings_heading(channel: &str);
    settings_mode(mode: &str);
    settings_answers_in(place: &str);
    settings_forum(state: &str);
    settings_solved_tag(tag: &str);
    settings_no_solved_tag();
    settings_no_such_tag(channel: &str, tag: &str, tags: &str);
    settings_no_forum(channel: &str);
    settings_saved();
    settings_for_now();
    settings_needs_content();
    settings_digest(channel: &str, next: &str);
    settings_digest_discreet();
    settings_digest_forum(channel: &str);

    // Statistics.
    stats_heading(days: usize);
    digest_heading(from: &str, to: &str);
    stats_nothing();
    stats_questions(questions: usize, change: &str, people: usize);
    stats_answered(count: usize, share: usize, change: &str);
    stats_closest(count: usize, share: usize, change: &str);
    stats_not_covered(count: usize, share: usize, change: &str);
    stats_votes(up: usize, up_change: &str, down: usize, down_change: &str);
    stats_most_asked();
    stats_asked_by(question: &str, people: usize);
    stats_gaps(count: usize);
    stats_gap(question: &str, times: usize);
    stats_slowest();
    stats_oldest();
    stats_unused(count: usize, articles: usize);
    stats_article(title: &str, date: &str);
    stats_compared(days: usize);
    stats_no_texts();
    stats_discreet();
    stats_chart(from: &str, to: &str, days: &str);

    // Check-up.
    doctor_heading(channel: &str);
    doctor_well();
    doctor_permissions_well();
    doctor_permission_missing(permission: &str);
    permission_view();
    permission_send();
    permission_create_threads();
    permission_send_in_threads();
    permission_embed();
    permission_attach();
    permission_history();
    permission_manage_posts();
    doctor_threads_refused();
    doctor_intents_well();
    doctor_content_off();
    doctor_commands_well();
    doctor_commands_missing();
    doctor_index_well(built: &str);
    doctor_index_missing();
    doctor_index_old(built: &str);
    doctor_index_failed(when: &str, reason: &str);
    doctor_admin_channel_well(channel: &str);
    doctor_admin_channel_failed(channel: &str, reason: &str);
    doctor_store_well();
    doctor_store_failed(reason: &str);
    doctor_clock_well();
    doctor_clock_off(off: &str);
    doctor_disk_well(free: &str);
    doctor_disk_low(free: &str);

    // The corpus.
    button_add();
    button_remove();
    button_undo();
    corpus_heading(articles: usize);
    corpus_waiting();
    corpus_skipped(reason: &str);
    corpus_trust(level: &str);
    corpus_used(times: usize);
    corpus_words(words: usize);
    corpus_tags(tags: &str);
    corpus_added_by(by: &str, at: &str, from: &str);
    corpus_sections(count: usize, sections: &str);
    corpus_no_such(name: &str);
    corpus_several(name: &str);
    corpus_preview();
    corpus_one_of();
    corpus_refused(reason: &str);
    corpus_gone();
    corpus_added(path: &str);
    corpus_not_added();
    corpus_indexing();
    corpus_indexed();
    corpus_waits();
    corpus_remove_question(path: &str);
    corpus_removed(path: &str);
    corpus_restored(path: &str);
    corpus_kept();
    corpus_set_nothing();
    corpus_set_done(path: &str);
    sources_none();
    sources_heading(sources: usize);
    source_new(name: &str);
    source_failed(name: &str, reason: &str, when: &str);
    source_well(name: &str, articles: usize, when: &str);
    health_well();
    health_heading(findings: usize);
    health_twins(one: &str, other: &str, percent: usize);
    health_differ(one: &str, said: &str, other: &str, otherwise: &str);
    health_long(place: &str, words: usize);
    health_empty(place: &str);
    health_undated(path: &str);
    health_link(path: &str, target: &str);
    health_unused(path: &str);
    health_disliked(path: &str, up: usize, down: usize);

    // Privacy.
    privacy_nothing();
    privacy_stored(questions: usize, ratings: usize, reminders: usize);
    privacy_kept(how: &str, days: usize);
    privacy_forget_question();
    privacy_forgotten();
    privacy_failed();
    privacy_unreachable();
    button_forget();
    button_cancel();

    // Reindexing.
    reindex_running(by: &str, progress: &str);
    phase_scanning();
    phase_indexing();
    phase_writing();
    phase_verifying();
    phase_comparing();
    phase_publishing();
    phase_progress(phase: &str, done: usize, total: usize, failed: usize);
    phase_questions(phase: &str, done: usize, total: usize);
    reindex_over();
    reindex_done(took: &str, articles: usize, passages: usize);
    reindex_unchanged();
    reindex_failed(id: &str);
    added(count: usize);
    changed(count: usize);
    removed(count: usize);
    skipped(count: usize);
    and_more(count: usize);

    // Releases.
    release_waiting(took: &str, articles: usize, passages: usize);
    release_held_rule();
    release_held_golden(count: usize);
    release_held_unjudged(problem: &str);
    release_held_empty();
    release_held_undone();
    release_golden(asked: usize, changed: usize, worse: usize, better: usize);
    release_recent(asked: usize, answered: usize, stopped: usize);
    release_size(before: usize, after: usize, disk_before: &str, disk_after: &str);
    release_calibration(answered_before: &str, answered: &str, covered_before: &str, covered: &str);
    golden_before(passage: &str);
    golden_after(passage: &str);
    golden_nothing();
    details_answered();
    details_stopped();
    details_elsewhere(count: usize);
    release_published(by: &str);
    release_discarded(by: &str);
    release_gone();
    button_publish();
    button_discard();
    button_details();
    time_left(left: &str);
    reindex_cancelled();
    reindex_not_running();
    rolled_back(to: &str, generation: &str);
    rollback_nothing();
    rollback_other(kept: &str);
    history_heading();
    history_empty();
    history_published(when: &str, generation: &str, by: &str);
    history_rolled_back(when: &str, by: &str, to: &str, generation: &str);
    history_discarded(when: &str, by: &str);
    history_counts(added: usize, changed: usize, removed: usize, skipped: usize);
    history_worse(count: usize);
    automatic_files();
    automatic_sources();
    automatic_schedule();

    // Status.
    no_index_yet();
    generation(generation: &str, published: &str);
    size(articles: usize, passages: usize, disk: &str);
    thresholds(answered: &str, covered: &str, questions: usize);
    last_reindex(started: &str, took: &str);
    last_failure(reason: &str);
    running_reindex(by: &str, progress: &str);

    // Gaps.
    gaps_heading(count: usize);
    gaps_none();
    gap_counts(not_covered: usize, voted_down: usize, reported: usize);
    gap_alike(count: usize);
    gap_state(state: &str, by: &str);
    gap_marked(question: &str, state: &str);
    gap_is_golden();
    gap_needs_article();
    gap_needs_member();
    gaps_exported(count: usize);
    question_unknown();
    article_unknown(article: &str);

    // Golden questions.
    golden_heading(count: usize);
    golden_none();
    golden_added(how: &str, question: &str, article: &str);
    golden_removed(question: &str);
    golden_result(right: usize, asked: usize);
    golden_wrong(question: &str, expected: &str, first: &str, rank: &str);
    golden_failed(reason: &str);
    golden_no_answer();

    // Explaining.
    explain_state(state: &str, confidence: &str, answered: &str, covered: &str);
    explain_signals(parts: &str);
    explain_word(word: &str, stems: &str, passages: usize);
    explain_also(words: &str);
    explain_candidates(count: usize);
    explain_lacks(words: &str);
    explain_pinned(place: &str);
    expected_first(article: &str);
    expected_gone(article: &str);
    expected_missing(article: &str, words: &str);
    expected_crowded(article: &str);
    expected_behind(article: &str, rank: &str, by: &str);
    expected_most(name: &str, first: &str, own: &str, weighs: &str);

    // Tuning.
    button_apply();
    tune_effects(change: &str, changed: usize, tried: usize);
    tune_effect(question: &str, before: &str, after: &str);
    tune_outlook(state: &str, place: &str);
    tune_bad_synonyms();
    tune_gone();
    tune_applied(change: &str);
    tune_undone(change: &str);
    change_synonym(words: &str);
    change_pin(question: &str, place: &str);
    change_trust(article: &str, trust: &str);
    change_confidence(percent: &str);
    change_by(by: &str, when: &str, reason: &str);
    change_undone(by: &str, when: &str);
    changes_heading();
    changes_none();
    audit_heading();
    audit_none();
    somebody();

    // Values.
    calendar_day(day: usize, month: usize, year: &str);
    decimal(whole: &str, tenths: &str);
    list_comma();
    seconds(seconds: &str);
    minutes(minutes: &str, seconds: &str);
    hours(hours: &str, minutes: &str);
    bytes(size: &str);
    kibibytes(size: &str);
    mebibytes(size: &str);
    gibibytes(size: &str);
}

impl Words {
    /// The language of the log, and for people who speak none of the bot's languages.
    pub(super) const ENGLISH: Self = Self(Locale::English);

    /// The words for a Discord locale such as `sv-SE`; English for an unsupported one.
    pub(super) fn of(locale: &str) -> Self {
        Self(Locale::of(locale))
    }

    /// Discord's code for the language, the first if it has several.
    pub(super) fn code(self) -> &'static str {
        self.0.codes().first().copied().unwrap_or_default()
    }

    /// Every language but English, with Discord's codes for it.
    pub(super) fn translations() -> impl Iterator<Item = (&'static str, Self)> {
        let others = Locale::ALL.iter().filter(|it| **it != Locale::English);
        others.flat_map(|it| it.codes().iter().map(|code| (*code, Self(*it))))
    }

    /// The name of a command, option or choice; `None` if it has none.
    pub(super) fn name(self, key: &str) -> Option<String> {
        self.text(key, None, &FluentArgs::new())
    }

    /// The description of a command or option; `None` if it has none.
    pub(super) fn description(self, key: &str) -> Option<String> {
        self.text(key, Some("description"), &FluentArgs::new())
    }

    fn say<'a, const N: usize>(self, key: &str, values: [(&'a str, FluentValue<'a>); N]) -> String {
        let values = FluentArgs::from_iter(values);
        self.text(key, None, &values)
            .or_else(|| Self::ENGLISH.text(key, None, &values))
            .unwrap_or_else(|| key.to_owned())
    }

    fn text(self, key: &str, attribute: Option<&str>, values: &FluentArgs<'_>) -> Option<String> {
        let bundle = self.0.bundle();
        let message = bundle.get_message(key)?;
        let pattern = match attribute {
            None => message.value()?,
            Some(name) => message.get_attribute(name)?.value(),
        };
        let mut errors = Vec::new();
        let text = bundle.format_pattern(pattern, Some(values), &mut errors);
        if !errors.is_empty() {
            tracing::error!(key, language = ?self.0, ?errors, "a sentence is incomplete");
        }
        Some(text.into_owned())
    }
}

#[cfg(test)]
mod tests;
