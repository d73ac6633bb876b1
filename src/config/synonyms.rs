//! The file of synonyms beside the articles. Which words mean the same depends on what the articles are
//! about: "plant" is a factory in one corpus and a flower in another.

use std::fs::File;
use std::io::{self, Read as _};
use std::path::Path;

use super::problem::{Place, Problem};
use super::sections::Synonyms;

/// The file beside the folder of articles.
const USUAL_FILE: &str = "synonyms.txt";

/// A larger file is not a list that somebody wrote.
const MAX_BYTES: u64 = 1024 * 1024;

impl Synonyms {
    /// Adds the groups of the file, if there is one, to those of the configuration.
    pub(super) fn load(&mut self, articles: &Path) -> Result<(), Problem> {
        let usual = articles.with_file_name(USUAL_FILE);
        let path = self.file.as_deref().unwrap_or(&usual);
        let text = match read(path) {
            Ok(text) => text,
            Err(error) if self.file.is_none() && error.kind() == io::ErrorKind::NotFound => {
                return Ok(());
            }
            Err(error) => {
                return Err(Problem {
                    place: Place::File(path.display().to_string()),
                    text: format!(
                        "cannot be read as synonyms: {error}; correct it, or set synonyms.file to \
                         another file"
                    ),
                });
            }
        };
        let lines = text.lines().map(str::trim);
        let groups = lines.filter(|line| !line.is_empty() && !line.starts_with('#'));
        let groups: Vec<&str> = groups.chain(self.groups.lines()).collect();
        self.groups = groups.join("\n");
        Ok(())
    }
}

fn read(path: &Path) -> io::Result<String> {
    let mut bytes = Vec::new();
    File::open(path)?
        .take(MAX_BYTES + 1)
        .read_to_end(&mut bytes)?;
    if u64::try_from(bytes.len()).is_ok_and(|len| len > MAX_BYTES) {
        return Err(io::Error::other(format!(
            "it is larger than {MAX_BYTES} bytes"
        )));
    }
    let text = String::from_utf8(bytes).map_err(|_| io::Error::other("it is not UTF-8"))?;
    Ok(text.trim_start_matches('\u{feff}').to_owned())
}
