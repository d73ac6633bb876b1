//! Reads the head and foot of a plain text: its title, its metadata, and the page furniture that an
//! export leaves around it.
//!
//! Recognised lines are taken out (they become empty); anything else stays.

use super::{lines, mail};
use crate::corpus::draft::Metadata;
use crate::corpus::{dates, furniture_lines, plain, values};

/// Nonblank lines from the top in which a title can repeat.
const HEAD_LINES: usize = 15;

/// Most words of a title.
const MAX_TITLE_WORDS: usize = 25;

/// Fewest words of a title whose repetition is significant.
const MIN_REPEATED_WORDS: usize = 2;

/// Fewest spaces before a centred line.
const MIN_CENTRED_INDENT: usize = 12;

/// Most words of a line above the title that names the site.
const MAX_SITE_WORDS: usize = 6;

/// Nonblank lines at the end that are searched for a page footer.
const FOOT_LINES: usize = 40;

/// Takes title, metadata and furniture out of the lines. `title` is the front matter's.
pub(super) fn take(lines: &mut [&str], title: Option<&str>) -> Metadata {
    let mut metadata = mail::take(lines).unwrap_or_else(|| fields(lines));
    if metadata.title.is_none() {
        metadata.title = match title {
            Some(title) => {
                take_repeated(lines, Some(title));
                None
            }
            None => take_repeated(lines, None)
                .or_else(|| title_above_byline(lines))
                .or_else(|| first_line(lines))
                .or_else(|| centred(lines)),
        };
    }
    head(lines, &mut metadata);
    foot(lines, &mut metadata);
    for line in lines.iter_mut() {
        if let Some(tags) = furniture_lines::keywords(line) {
            metadata.tags.extend(tags);
            *line = "";
        } else if furniture_lines::is_sharing(line)
            || furniture_lines::is_counters(line)
            || is_of_contents(line)
        {
            *line = "";
        }
    }
    metadata
}

/// Whether a line belongs to a table of contents, with dots up to the page: `1. Scope ....... 2`.
fn is_of_contents(line: &str) -> bool {
    let before = line.trim_end_matches(|c: char| c.is_ascii_digit() || c == ' ');
    before.len() < line.len() && (before.ends_with(".....") || before.ends_with(". . . ."))
}

/// The nonblank lines, from the top.
fn filled<'a>(lines: &'a [&str]) -> impl DoubleEndedIterator<Item = usize> + 'a {
    (0..lines.len()).filter(|at| lines.get(*at).is_some_and(|line| !line.trim().is_empty()))
}

fn line<'a>(lines: &[&'a str], at: usize) -> &'a str {
    lines.get(at).map_or("", |line| line.trim())
}

fn clear(lines: &mut [&str], at: usize) {
    if let Some(line) = lines.get_mut(at) {
        *line = "";
    }
}

/// Takes `Title: …` and the like out of the first lines, as in mail and some exports.
fn fields(lines: &mut [&str]) -> Metadata {
    let mut metadata = Metadata::default();
    let is_title = |at: &usize| {
        let key = line(lines, *at).split(':').next().unwrap_or_default();
        matches!(key.to_lowercase().as_str(), "title" | "titel")
    };
    let first = filled(lines).take(HEAD_LINES).find(is_title);
    let Some(first) = first.or_else(|| filled(lines).next()) else {
        return metadata;
    };
    let mut taken = Vec::new();
    for at in filled(lines).filter(|at| *at >= first) {
        let Some((key, value)) = line(lines, at).split_once(':') else {
            break;
        };
        let value = value.trim();
        match key.trim().to_lowercase().as_str() {
            "title" | "titel" => {
                metadata.title = Some(value.to_owned()).filter(|title| !title.is_empty())
            }
            "author" | "autor" => {
                metadata.author = Some(value.to_owned()).filter(|name| !name.is_empty())
            }
            "date" | "published" | "datum" => metadata.date = dates::date(value),
            "updated" => metadata.updated = dates::date(value),
            "url" | "link" => metadata.url = values::url(value),
            "lang" | "language" => metadata.language = values::language(value),
            "tags" | "keywords" | "categories" => metadata.tags.extend(values::tags(value)),
            _ => break,
        }
        taken.push(at);
    }
    if metadata.title.is_none() {
        return Metadata::default();
    }
    for at in taken {
        clear(lines, at);
    }
    metadata
}

/// Takes the first line that occurs more than once at the top, or each that equals `known`,
/// together with short lines around it, such as the site's name.
fn take_repeated(lines: &mut [&str], known: Option<&str>) -> Option<String> {
    let head: Vec<usize> = filled(lines).take(HEAD_LINES).collect();
    let is_title = |at: &usize| {
        let words = line(lines, *at).split_whitespace().count();
        (MIN_REPEATED_WORDS..=MAX_TITLE_WORDS).contains(&words)
            && !plain::is_prose(line(lines, *at))
            && lines::marked(line(lines, *at)).is_none()
            && !lines::is_rule(line(lines, *at))
    };
    let same = |a: &usize, text: &str| {
        let line = line(lines, *a);
        plain::same_words(line, text) || plain::same_words(without_site(line), text)
    };
    let title = match known {
        Some(known) => known.to_owned(),
        None => head
            .iter()
            .enumerate()
            .find(|(rank, at)| {
                let later = head.get(rank + 1..).unwrap_or_default();
                let title = without_site(line(lines, **at));
                is_title(at) && later.iter().any(|other| same(other, title))
            })
            .map(|(_, at)| without_site(line(lines, *at)).to_owned())?,
    };
    let places: Vec<usize> = head.iter().copied().filter(|at| same(at, &title)).collect();
    let last = *places.last()?;
    let is_furniture = |at: usize| {
        places.contains(&at)
            || (places.len() > 1
                && line(lines, at).split_whitespace().count() <= MAX_SITE_WORDS
                && !plain::ends_sentence(line(lines, at)))
    };
    let taken: Vec<usize> = head
        .into_iter()
        .filter(|at| *at <= last && is_furniture(*at))
        .collect();
    for at in taken {
        clear(lines, at);
    }
    clear_underline(lines, last);
    Some(title)
}

/// A page's title without the site's name after it.
fn without_site(line: &str) -> &str {
    [" | ", " :: ", " « "]
        .iter()
        .find_map(|separator| line.rsplit_once(separator))
        .map_or(line, |(title, _)| title)
}

/// Takes the line above the first byline or counter; short lines above it name the site.
fn title_above_byline(lines: &mut [&str]) -> Option<String> {
    let head: Vec<usize> = filled(lines)
        .take(HEAD_LINES)
        .take_while(|at| !plain::is_prose(line(lines, *at)))
        .collect();
    let byline = head.iter().position(|at| is_about(line(lines, *at)))?;
    let above = head.get(..byline)?;
    let (title, site) = above
        .iter()
        .rposition(|at| !lines::is_rule(line(lines, *at)))
        .and_then(|rank| Some((*above.get(rank)?, above.get(..rank)?)))?;
    if !is_title(line(lines, title)) {
        return None;
    }
    let found = line(lines, title).to_owned();
    let site: Vec<usize> = site
        .iter()
        .copied()
        .filter(|at| {
            let text = line(lines, *at);
            text.split_whitespace().count() <= MAX_SITE_WORDS
                && !plain::ends_sentence(text)
                && !text.starts_with(char::is_lowercase)
        })
        .collect();
    for at in site {
        clear(lines, at);
    }
    clear_underline(lines, title);
    clear(lines, title);
    Some(found)
}

/// Takes a first line that is isolated or underlined.
fn first_line(lines: &mut [&str]) -> Option<String> {
    let at = filled(lines).find(|at| !is_furniture(line(lines, *at)))?;
    let text = line(lines, at).to_owned();
    let below = line(lines, at + 1);
    let has_more = filled(lines).any(|other| other > at);
    let is_alone = below.is_empty() || lines::is_rule(below);
    if !is_alone || !has_more || !is_title(&text) || opens_numbering(lines, at) {
        return None;
    }
    clear_underline(lines, at);
    clear(lines, at);
    let title = text.trim_start_matches('#').trim_matches(['=', ' ']);
    Some(title.to_owned())
}

/// Whether a line is the first of numbered headings: `1 Scope` with `2 Terms` below.
fn opens_numbering(lines: &[&str], first: usize) -> bool {
    let has_number = |at: usize, number: &str| {
        let rest = line(lines, at).strip_prefix(number);
        rest.is_some_and(|rest| rest.starts_with([' ', '.', ')']))
    };
    has_number(first, "1") && filled(lines).any(|at| at > first && has_number(at, "2"))
}

/// Takes an isolated, centred line at the top.
fn centred(lines: &mut [&str]) -> Option<String> {
    let at = filled(lines).take(HEAD_LINES).find(|at| {
        let indent = lines
            .get(*at)
            .map_or(0, |line| line.len() - line.trim_start().len());
        let above = at.checked_sub(1).map_or("", |above| line(lines, above));
        indent >= MIN_CENTRED_INDENT
            && above.is_empty()
            && line(lines, at + 1).is_empty()
            && is_title(line(lines, *at))
    })?;
    let title = line(lines, at).to_owned();
    clear(lines, at);
    Some(title)
}

fn clear_underline(lines: &mut [&str], title: usize) {
    if lines::is_rule(line(lines, title + 1)) {
        clear(lines, title + 1);
    }
}

fn is_title(text: &str) -> bool {
    text.split_whitespace().count() <= MAX_TITLE_WORDS
        && !text.ends_with(['.', ',', ';', ':', '。', '，', '：'])
        && lines::marked(text).is_none_or(|(mark, _)| mark != lines::Mark::Bullet)
        && lines::columns(text).is_none()
        && lines::quoted(text).is_none()
        && !lines::is_fence(text)
        && !lines::is_rule(text)
}

/// Whether a line is about the article: its author, its date, how often it was read.
fn is_about(text: &str) -> bool {
    furniture_lines::is_counters(text)
        || furniture_lines::is_name_with_counters(text)
        || furniture_lines::byline(text).is_some()
}

fn is_furniture(text: &str) -> bool {
    is_about(text) || furniture_lines::is_menu(text) || furniture_lines::is_sharing(text)
}

/// Takes the furniture before the first running text.
fn head(lines: &mut [&str], metadata: &mut Metadata) {
    let head: Vec<usize> = filled(lines)
        .take_while(|at| !plain::is_prose(line(lines, *at)))
        .take(HEAD_LINES)
        .filter(|at| is_furniture(line(lines, *at)))
        .collect();
    take_about(lines, &head, metadata);
}

/// Takes the furniture after the last running text.
fn foot(lines: &mut [&str], metadata: &mut Metadata) {
    let foot: Vec<usize> = filled(lines)
        .rev()
        .take(FOOT_LINES)
        .take_while(|at| {
            let text = line(lines, *at);
            !plain::is_prose(text)
                || is_furniture(text)
                || furniture_lines::keywords(text).is_some()
        })
        .collect();
    let has_text_above = |at: usize| filled(lines).any(|above| above < at);
    let related = foot
        .iter()
        .copied()
        .filter(|at| furniture_lines::is_related_heading(line(lines, *at)) && has_text_above(*at))
        .min();
    let taken: Vec<usize> = foot
        .into_iter()
        .filter(|at| {
            is_furniture(line(lines, *at)) || related.is_some_and(|related| *at >= related)
        })
        .collect();
    take_about(lines, &taken, metadata);
}

fn take_about(lines: &mut [&str], taken: &[usize], metadata: &mut Metadata) {
    for at in taken {
        if let Some(byline) = furniture_lines::byline(line(lines, *at)) {
            metadata.author = metadata.author.take().or(byline.author);
            metadata.date = metadata.date.or(byline.date);
            metadata.updated = metadata.updated.or(byline.updated);
        }
        if let Some(tags) = furniture_lines::keywords(line(lines, *at)) {
            metadata.tags.extend(tags);
        }
        clear(lines, *at);
    }
}
