//! Weighted sums of named features.

/// Declares a struct of `f32` features with methods for their names and values, in order.
macro_rules! features {
    (
        $(#[$doc:meta])*
        $name:ident { $($(#[$field_doc:meta])* $field:ident,)* }
    ) => {
        $(#[$doc])*
        #[derive(Debug, Clone, Copy, Default, PartialEq)]
        pub(super) struct $name { $($(#[$field_doc])* pub(super) $field: f32,)* }

        impl $name {
            pub(super) const NAMES: &[&str] = &[$(stringify!($field),)*];

            pub(super) fn values(&self) -> [f32; Self::NAMES.len()] {
                [$(self.$field,)*]
            }
        }
    };
}
pub(super) use features;

/// A weighted sum.
#[derive(Debug, Clone, PartialEq, Default)]
pub(crate) struct Linear {
    pub bias: f32,
    /// In the order of the features.
    pub weights: Vec<f32>,
}

impl Linear {
    /// The weighted sum of values given in the order of the weights.
    #[must_use]
    pub(crate) fn score(&self, values: &[f32]) -> f32 {
        let products = self
            .weights
            .iter()
            .zip(values)
            .map(|(weight, value)| weight * value);
        self.bias + products.sum::<f32>()
    }
}
