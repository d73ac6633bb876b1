//! The kinds of components, and what is counted over all components of a message or modal.

use std::collections::HashSet;
use std::ops::RangeInclusive;

use crate::form::field::Field;

pub(super) const ACTION_ROW: i64 = 1;
pub(super) const BUTTON: i64 = 2;
pub(super) const STRING_SELECT: i64 = 3;
pub(super) const TEXT_INPUT: i64 = 4;
pub(super) const USER_SELECT: i64 = 5;
pub(super) const ROLE_SELECT: i64 = 6;
pub(super) const MENTIONABLE_SELECT: i64 = 7;
pub(super) const CHANNEL_SELECT: i64 = 8;
pub(super) const SECTION: i64 = 9;
pub(super) const TEXT_DISPLAY: i64 = 10;
pub(super) const THUMBNAIL: i64 = 11;
pub(super) const MEDIA_GALLERY: i64 = 12;
pub(super) const FILE: i64 = 13;
pub(super) const SEPARATOR: i64 = 14;
pub(super) const CONTAINER: i64 = 17;
pub(super) const LABEL: i64 = 18;
pub(super) const FILE_UPLOAD: i64 = 19;
pub(super) const RADIO_GROUP: i64 = 21;
pub(super) const CHECKBOX_GROUP: i64 = 22;
pub(super) const CHECKBOX: i64 = 23;

/// Components of a message with that flag, those inside others included.
pub(super) const IN_ALL: usize = 40;
/// Characters in all text displays of a message.
const TEXT_IN_ALL: usize = 4000;
const TEXT: RangeInclusive<usize> = 1..=4000;
const CUSTOM_ID: RangeInclusive<usize> = 1..=100;

/// What has to be counted over all components of a message or modal.
#[derive(Default)]
pub(super) struct Census<'a> {
    components: usize,
    characters: usize,
    custom_ids: HashSet<&'a str>,
    ids: HashSet<i64>,
}

impl<'a> Census<'a> {
    /// The type of a component, counted.
    pub(super) fn kind(&mut self, component: &Field<'a>, allowed: &[i64]) -> Option<i64> {
        self.components += 1;
        let kind = component.variant(allowed)?;
        if let Some(field) = component.get("id")
            && let Some(id) = field.integer(0..=i64::from(i32::MAX))
            && id != 0
            && !self.ids.insert(id)
        {
            field.problem(
                "COMPONENT_ID_DUPLICATED",
                "Component id cannot be duplicated",
            );
        }
        Some(kind)
    }

    pub(super) fn custom_id(&mut self, field: &Field<'a>) {
        if let Some(id) = field.text(CUSTOM_ID)
            && !self.custom_ids.insert(id)
        {
            field.problem(
                "COMPONENT_CUSTOM_ID_DUPLICATED",
                "Component custom id cannot be duplicated",
            );
        }
    }

    pub(super) fn text(&mut self, display: &Field<'a>) {
        let content = display
            .required("content")
            .and_then(|field| field.text(TEXT));
        self.characters += content.map_or(0, |text| text.chars().count());
    }

    /// Reports what is too much in all.
    pub(super) fn close(&self, list: &Field<'_>) {
        if self.components > IN_ALL {
            list.problem(
                "COMPONENT_MAX_TOTAL_COMPONENTS_EXCEEDED",
                &format!("Total number of components cannot exceed {IN_ALL}"),
            );
        }
        if self.characters > TEXT_IN_ALL {
            list.problem(
                "COMPONENT_DISPLAYABLE_TEXT_SIZE_EXCEEDED",
                &format!("Component displayable text size exceeds maximum size of {TEXT_IN_ALL}"),
            );
        }
    }
}

pub(super) fn flag(component: &Field<'_>, key: &str) {
    if let Some(value) = component.get(key) {
        value.boolean();
    }
}
