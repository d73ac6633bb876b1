//! Polls and their limits, from Discord's "Poll Create Request Object".

use std::ops::RangeInclusive;

use super::field::Field;

const QUESTION: RangeInclusive<usize> = 1..=300;
const ANSWERS: RangeInclusive<usize> = 1..=10;
const ANSWER: RangeInclusive<usize> = 1..=55;
const HOURS: RangeInclusive<i64> = 1..=768;

pub(super) fn poll(poll: &Field<'_>) {
    if !poll.is_model() {
        return;
    }
    let question = poll.required("question").filter(Field::is_model);
    if let Some(text) = question.and_then(|question| question.required("text")) {
        text.text(QUESTION);
    }
    for answer in poll
        .required("answers")
        .iter()
        .flat_map(|answers| answers.list(ANSWERS))
        .filter(Field::is_model)
    {
        let media = answer.required("poll_media").filter(Field::is_model);
        if let Some(text) = media.and_then(|media| media.required("text")) {
            text.text(ANSWER);
        }
    }
    if let Some(duration) = poll.get("duration") {
        duration.integer(HOURS);
    }
    if let Some(multiple) = poll.get("allow_multiselect") {
        multiple.boolean();
    }
    if let Some(layout) = poll.get("layout_type") {
        layout.one_of(&[1]);
    }
}
