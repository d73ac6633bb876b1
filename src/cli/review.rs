//! Words findings about the articles for a terminal.

use lodestar_engine::review::{Finding, SectionId};

pub(super) fn told(finding: &Finding) -> String {
    match finding {
        Finding::Twins {
            one,
            other,
            percent,
        } => format!(
            "almost the same text ({percent} %): {} and {}",
            shown(one),
            shown(other)
        ),
        Finding::Differ {
            one,
            other,
            said,
            said_otherwise,
        } => format!(
            "different numbers: {} says {said:?}, {} says {said_otherwise:?}",
            shown(one),
            shown(other)
        ),
        Finding::Long { place, words } => {
            format!("a very long section: {}, {words} words", shown(place))
        }
        Finding::Empty { place } => format!("a heading without text: {}", shown(place)),
        Finding::Undated { path } => format!("no date: {path}"),
        Finding::DeadLink { path, target } => format!("a link to nothing in {path}: {target}"),
        Finding::Unused { path } => format!("no answer has shown it: {path}"),
        Finding::Disliked { path, up, down } => {
            format!("more votes against than for ({down} to {up}): {path}")
        }
    }
}

fn shown(place: &SectionId) -> String {
    match &place.heading {
        Some(heading) => format!("{} › {heading}", place.path),
        None => place.path.clone(),
    }
}
