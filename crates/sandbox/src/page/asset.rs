//! The page's files, which are in the program.

/// A file and what it is.
pub(super) struct Asset {
    path: &'static str,
    pub(super) content_type: &'static str,
    pub(super) text: &'static str,
}

const SCRIPT: &str = "text/javascript; charset=utf-8";
const STYLE: &str = "text/css; charset=utf-8";

/// Files of the folder `web`, served below `/page/`.
macro_rules! files {
    ($($name:literal: $content_type:expr,)*) => {
        &[$(Asset {
            path: concat!("/page/", $name),
            content_type: $content_type,
            text: include_str!(concat!("web/", $name)),
        },)*]
    };
}

const INDEX: &Asset = &Asset {
    path: "/",
    content_type: "text/html; charset=utf-8",
    text: include_str!("web/index.html"),
};

const FILES: &[Asset] = files! {
    "base.css": STYLE,
    "frame.css": STYLE,
    "message.css": STYLE,
    "text.css": STYLE,
    "component.css": STYLE,
    "composer.css": STYLE,
    "overlay.css": STYLE,
    "drawer.css": STYLE,
    "main.js": SCRIPT,
    "avatar.js": SCRIPT,
    "command.js": SCRIPT,
    "components.js": SCRIPT,
    "composer.js": SCRIPT,
    "dom.js": SCRIPT,
    "drawer.js": SCRIPT,
    "embed.js": SCRIPT,
    "emoji.js": SCRIPT,
    "field.js": SCRIPT,
    "form.js": SCRIPT,
    "forum.js": SCRIPT,
    "header.js": SCRIPT,
    "interaction.js": SCRIPT,
    "language.js": SCRIPT,
    "live.js": SCRIPT,
    "markdown.js": SCRIPT,
    "media.js": SCRIPT,
    "members.js": SCRIPT,
    "menu.js": SCRIPT,
    "message.js": SCRIPT,
    "messages.js": SCRIPT,
    "names.js": SCRIPT,
    "notice.js": SCRIPT,
    "parse.js": SCRIPT,
    "picker.js": SCRIPT,
    "scene.js": SCRIPT,
    "sidebar.js": SCRIPT,
    "suggestions.js": SCRIPT,
    "time.js": SCRIPT,
};

impl Asset {
    pub(super) fn at(path: &str) -> Option<&'static Self> {
        if path == INDEX.path {
            return Some(INDEX);
        }
        FILES.iter().find(|file| file.path == path)
    }
}

#[cfg(test)]
mod tests {
    use std::fs;

    use super::*;

    #[test]
    fn every_file_of_the_page_is_served() {
        let folder = concat!(env!("CARGO_MANIFEST_DIR"), "/src/page/web");
        for entry in fs::read_dir(folder).unwrap() {
            let name = entry.unwrap().file_name().into_string().unwrap();
            let path = format!("/page/{name}");
            assert!(name == "index.html" || Asset::at(&path).is_some(), "{name}");
        }
    }

    #[test]
    fn a_file_has_one_noun_and_says_what_it_is() {
        for file in FILES {
            assert!(file.text.lines().count() <= 400, "{} is long", file.path);
            let begins = file.text.starts_with("// ") || file.text.starts_with("/* ");
            assert!(begins, "{} does not say what it is", file.path);
        }
    }

    #[test]
    fn no_file_writes_markup_from_text() {
        for file in FILES {
            for way in [
                "innerHTML",
                "outerHTML",
                "insertAdjacentHTML",
                "document.write",
                "eval(",
            ] {
                assert!(!file.text.contains(way), "{} has {way}", file.path);
            }
        }
    }
}
