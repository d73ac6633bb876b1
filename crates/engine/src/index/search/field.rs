//! The fields that a query searches, and a value for each of them.

use tantivy::schema::Field;

use super::super::schema::Fields;

/// A field, in the order in which scores are summed.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub(super) enum SearchField {
    /// Stems of the text.
    Body,
    /// Words of the text as written.
    Exact,
    /// Stems of the article's title.
    Title,
    /// Stems of the headings above the passage.
    Headings,
}

impl SearchField {
    pub(super) const ALL: [Self; 4] = [Self::Body, Self::Exact, Self::Title, Self::Headings];

    /// The field in tantivy's schema.
    pub(super) fn of(self, fields: &Fields) -> Field {
        match self {
            Self::Body => fields.body,
            Self::Exact => fields.exact,
            Self::Title => fields.title,
            Self::Headings => fields.headings,
        }
    }
}

/// A value for each field.
#[derive(Debug, Clone)]
pub(super) struct PerField<T> {
    body: T,
    exact: T,
    title: T,
    headings: T,
}

impl<T> PerField<T> {
    pub(super) fn new(mut make: impl FnMut(SearchField) -> T) -> Self {
        Self {
            body: make(SearchField::Body),
            exact: make(SearchField::Exact),
            title: make(SearchField::Title),
            headings: make(SearchField::Headings),
        }
    }

    pub(super) fn try_new<E>(mut make: impl FnMut(SearchField) -> Result<T, E>) -> Result<Self, E> {
        Ok(Self {
            body: make(SearchField::Body)?,
            exact: make(SearchField::Exact)?,
            title: make(SearchField::Title)?,
            headings: make(SearchField::Headings)?,
        })
    }

    pub(super) fn get(&self, field: SearchField) -> &T {
        match field {
            SearchField::Body => &self.body,
            SearchField::Exact => &self.exact,
            SearchField::Title => &self.title,
            SearchField::Headings => &self.headings,
        }
    }

    pub(super) fn get_mut(&mut self, field: SearchField) -> &mut T {
        match field {
            SearchField::Body => &mut self.body,
            SearchField::Exact => &mut self.exact,
            SearchField::Title => &mut self.title,
            SearchField::Headings => &mut self.headings,
        }
    }

    /// In the order of [`SearchField::ALL`].
    pub(super) fn iter(&self) -> impl Iterator<Item = (SearchField, &T)> {
        SearchField::ALL
            .into_iter()
            .map(|field| (field, self.get(field)))
    }

    /// In the order of [`SearchField::ALL`].
    pub(super) fn iter_mut(&mut self) -> impl Iterator<Item = (SearchField, &mut T)> {
        let Self {
            body,
            exact,
            title,
            headings,
        } = self;
        SearchField::ALL
            .into_iter()
            .zip([body, exact, title, headings])
    }
}
