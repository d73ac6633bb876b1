//! Finds links between files of the corpus that lead nowhere.

use std::path::{Component, Path};

use percent_encoding::percent_decode_str;
use pulldown_cmark::{Event, Parser, Tag};

use super::format::Format;
use super::{Corpus, CorpusError};

/// A link to a missing file.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct DeadLink {
    /// The path of the file with the link.
    pub path: String,
    /// The target as written.
    pub target: String,
}

impl Corpus {
    /// The links in Markdown files that lead to no file, or out of the corpus. Web addresses and
    /// anchors within a page are not checked.
    ///
    /// # Errors
    /// The same as [`Self::scan`].
    pub fn dead_links(&self) -> Result<Vec<DeadLink>, CorpusError> {
        let scan = self.scan()?;
        let mut dead = Vec::new();
        for file in scan.files.iter().filter(|it| it.format == Format::Markdown) {
            let Ok(bytes) = file.bytes() else { continue };
            let text = String::from_utf8_lossy(&bytes);
            for event in Parser::new(&text) {
                let Event::Start(Tag::Link { dest_url, .. }) = event else {
                    continue;
                };
                if !leads_somewhere(&file.root, &file.path, &dest_url) {
                    dead.push(DeadLink {
                        path: file.path.clone(),
                        target: dest_url.to_string(),
                    });
                }
            }
        }
        Ok(dead)
    }
}

/// Whether a target is not a file, or a file that exists.
fn leads_somewhere(root: &Path, from: &str, target: &str) -> bool {
    let path = target.split(['#', '?']).next().unwrap_or_default();
    let is_file = Path::new(path).extension().is_some() && !path.contains(':');
    if path.is_empty() || path.starts_with("//") || !is_file {
        return true;
    }
    let decoded = percent_decode_str(path).decode_utf8_lossy();
    let mut parts: Vec<&std::ffi::OsStr> = Vec::new();
    if !decoded.starts_with('/') {
        let folder = Path::new(from).parent();
        parts.extend(folder.into_iter().flat_map(Path::iter));
    }
    for part in Path::new(decoded.as_ref()).components() {
        match part {
            Component::Normal(name) => parts.push(name),
            Component::ParentDir if parts.pop().is_none() => return false,
            _ => {}
        }
    }
    let mut location = root.to_owned();
    location.extend(parts);
    location.try_exists().unwrap_or(false)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn links_between_files_are_followed() {
        let folder = tempfile::TempDir::new().unwrap();
        let root = folder.path();
        std::fs::create_dir(root.join("hot")).unwrap();
        std::fs::write(root.join("my milk.md"), "# Milk\n\nMilk is white.").unwrap();
        std::fs::write(
            root.join("hot/tea.md"),
            "# Tea\n\n[milk](../my%20milk.md#cold) [web](https://example.org/x.html) [top](#a) \
             [home](/my%20milk.md) [lost](gone.md) [out](../../etc/passwd.txt) [mail](mailto:a@b.c)",
        )
        .unwrap();
        let dead = Corpus::new(root, 10_000).dead_links().unwrap();
        let told: Vec<(&str, &str)> = dead.iter().map(|it| (&*it.path, &*it.target)).collect();
        assert_eq!(
            told,
            [
                ("hot/tea.md", "gone.md"),
                ("hot/tea.md", "../../etc/passwd.txt")
            ]
        );
    }
}
