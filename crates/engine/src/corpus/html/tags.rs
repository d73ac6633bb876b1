//! Reduces a page to the tags that matter for its text, before it is parsed.
//!
//! Deep nesting makes HTML parsers take quadratic time and can exhaust the stack of tree walks. So
//! scripts, styles, comments and inline formatting are removed first, and elements nested deeper
//! than in any real page are unwrapped. This follows the parser's rules for implied end tags only
//! as far as that requires.

mod inline;

use std::collections::HashSet;

/// Deepest nesting of elements; real pages stay below 60.
const MAX_DEPTH: usize = 128;

/// Most `<time>` elements kept; an article needs one or two.
const MAX_TIMES: usize = 100;

/// Elements removed with their content.
const DROPPED: &[&str] = &[
    "audio", "button", "canvas", "datalist", "iframe", "noembed", "noframes", "noscript", "object",
    "rp", "rt", "script", "select", "style", "svg", "template", "textarea", "video", "xmp",
];

/// Void or rare tags, which need no count.
const FREE: &[&str] = &[
    "a", "base", "body", "br", "head", "hr", "html", "img", "link", "meta",
];

/// Elements that give structure to text.
const NESTED: &[&str] = &[
    "address",
    "article",
    "aside",
    "blockquote",
    "caption",
    "center",
    "dd",
    "details",
    "dialog",
    "div",
    "dl",
    "dt",
    "fieldset",
    "figcaption",
    "figure",
    "footer",
    "form",
    "h1",
    "h2",
    "h3",
    "h4",
    "h5",
    "h6",
    "header",
    "hgroup",
    "li",
    "main",
    "menu",
    "nav",
    "ol",
    "p",
    "pre",
    "section",
    "summary",
    "table",
    "tbody",
    "td",
    "tfoot",
    "th",
    "thead",
    "tr",
    "ul",
];

/// The page without anything that could overwhelm a parser.
pub(super) fn tame(source: &str) -> String {
    let mut tamer = Tamer {
        rest: source,
        out: String::with_capacity(source.len()),
        open: Vec::new(),
        unwrapped: 0,
        times: 0,
        absent: HashSet::new(),
    };
    tamer.out.push_str("<!DOCTYPE html>");
    while tamer.step() {}
    tamer.out
}

struct Tamer<'a> {
    rest: &'a str,
    out: String,
    open: Vec<&'static str>,
    /// Number of open elements below the depth limit.
    unwrapped: usize,
    times: usize,
    /// Strings that no longer occur in the rest of the page.
    absent: HashSet<String>,
}

impl<'a> Tamer<'a> {
    /// Copies text up to the next tag and handles that; returns false at the end.
    fn step(&mut self) -> bool {
        let Some((text, rest)) = self.rest.split_once('<') else {
            self.out.push_str(self.rest);
            return false;
        };
        self.out.push_str(text);
        self.rest = rest;
        if let Some(comment) = rest.strip_prefix("!--") {
            self.rest = comment;
            if !comment.starts_with('>') {
                self.skip_past("-->");
            }
        } else if rest.starts_with(['!', '?']) {
            self.skip_past(">");
        } else if rest.starts_with(|c: char| c.is_ascii_alphabetic() || c == '/') {
            let Some(tag) = self.take_tag() else {
                return false;
            };
            self.tag(tag);
        } else {
            self.out.push('<');
        }
        true
    }

    /// The tag without its angle brackets; `None` if it never ends.
    fn take_tag(&mut self) -> Option<&'a str> {
        let mut quote = None;
        let mut after_equals = false;
        for (at, byte) in self.rest.bytes().enumerate() {
            match (quote, byte) {
                (Some(open), _) if byte == open => quote = None,
                (Some(_), _) => {}
                (None, b'>') => {
                    let (tag, rest) = self.rest.split_at_checked(at)?;
                    self.rest = rest.strip_prefix('>')?;
                    return Some(tag);
                }
                (None, b'"' | b'\'') if after_equals => quote = Some(byte),
                (None, _) => {}
            }
            after_equals = byte == b'=' || (after_equals && byte.is_ascii_whitespace());
        }
        None
    }

    fn tag(&mut self, tag: &'a str) {
        let (closing, body) = match tag.strip_prefix('/') {
            Some(body) => (true, body),
            None => (false, tag),
        };
        let name = body
            .split(|c: char| c.is_ascii_whitespace() || c == '/')
            .next()
            .unwrap_or_default()
            .to_ascii_lowercase();
        let name = name.as_str();
        if !closing && inline::is_aside(name, body, self.rest) {
            self.skip_element(name);
        } else if name == "button" && self.is_read(closing, body) {
            if closing && self.open.last() == Some(&"p") {
                self.close("p", "/p");
            }
        } else if let Some(name) = known(NESTED, name) {
            if closing {
                self.close(name, tag);
            } else {
                self.enter(name, tag);
            }
        } else if known(FREE, name).is_some() {
            if !closing || name == "a" {
                self.keep(tag);
            }
        } else if name == "title" || (name == "script" && body.contains("ld+json")) {
            self.keep_whole(name, tag, closing);
        } else if known(DROPPED, name).is_some() {
            if !closing && self.skip_past(&format!("</{name}")) {
                self.skip_past(">");
            }
        } else if (name == "time" || (name == "abbr" && (closing || body.contains("published"))))
            && (closing || self.times < MAX_TIMES)
        {
            self.times += usize::from(!closing);
            self.keep(tag);
        }
    }

    /// Whether a button's text is part of the page: it is in a heading, or unfolds text below it
    /// and then becomes a paragraph.
    fn is_read(&mut self, closing: bool, body: &str) -> bool {
        let in_heading = self
            .open
            .last()
            .is_some_and(|open| matches!(*open, "h1" | "h2" | "h3" | "h4" | "h5" | "h6" | "dt"));
        let unfolds = !closing && inline::unfolds(body);
        if unfolds && !in_heading {
            self.enter("p", "p");
        }
        closing || in_heading || unfolds
    }

    /// Skips past the end of an element whose start tag has been read; stays put if it has no end.
    fn skip_element(&mut self, name: &str) {
        let (start, end) = (format!("<{name}"), format!("</{name}"));
        let before = self.rest;
        let mut depth = 1_usize;
        while depth > 0 {
            let here = self.rest;
            if !self.skip_past(&end) {
                self.rest = before;
                return;
            }
            let inside = here.get(..here.len() - self.rest.len()).unwrap_or_default();
            depth = depth - 1 + inside.matches(&start).count();
        }
        self.skip_past(">");
    }

    fn keep(&mut self, tag: &str) {
        self.out.push('<');
        self.out.push_str(tag);
        self.out.push('>');
    }

    /// Keeps an element with raw text, up to its end tag.
    fn keep_whole(&mut self, name: &str, tag: &str, closing: bool) {
        let before = self.rest;
        if closing || !self.skip_past(&format!("</{name}")) {
            return;
        }
        let length = before.len() - self.rest.len();
        let content = before.get(..length).unwrap_or_default();
        self.skip_past(">");
        if !content.contains("<!--") {
            self.keep(tag);
            self.out.push_str(content);
            self.out.push('>');
        }
    }

    fn enter(&mut self, name: &'static str, tag: &str) {
        while let Some(top) = self.open.last() {
            if !ended_by(top, name) {
                break;
            }
            self.open.pop();
        }
        if self.open.len() >= MAX_DEPTH {
            self.unwrapped += 1;
            return;
        }
        self.open.push(name);
        self.keep(tag);
    }

    fn close(&mut self, name: &'static str, tag: &str) {
        if self.unwrapped > 0 {
            self.unwrapped -= 1;
            return;
        }
        let in_table = matches!(
            name,
            "caption" | "table" | "tbody" | "td" | "tfoot" | "th" | "thead" | "tr"
        );
        let depth = self.open.iter().rposition(|open| {
            *open == name
                || *open == "table"
                || (!in_table && matches!(*open, "caption" | "td" | "th"))
                || (name == "li" && matches!(*open, "ol" | "ul"))
        });
        if let Some(depth) = depth
            && self.open.get(depth) == Some(&name)
        {
            self.open.truncate(depth);
            self.keep(tag);
        }
    }

    /// Skips past the next `end`, in any case; stays put and returns false if there is none.
    fn skip_past(&mut self, end: &str) -> bool {
        if self.absent.contains(end) {
            return false;
        }
        let found = self
            .rest
            .as_bytes()
            .windows(end.len())
            .position(|window| window.eq_ignore_ascii_case(end.as_bytes()))
            .and_then(|at| self.rest.get(at + end.len()..));
        match found {
            Some(rest) => self.rest = rest,
            None => {
                self.absent.insert(end.to_owned());
            }
        }
        found.is_some()
    }
}

fn known(names: &'static [&'static str], name: &str) -> Option<&'static str> {
    names.iter().copied().find(|known| *known == name)
}

/// Whether the start of one element implies the end of another.
fn ended_by(open: &str, begins: &str) -> bool {
    match open {
        "p" => true,
        "li" => begins == "li",
        "dt" | "dd" => matches!(begins, "dt" | "dd"),
        "td" | "th" => matches!(begins, "td" | "th" | "tr" | "tbody" | "tfoot" | "thead"),
        "tr" => matches!(begins, "tr" | "tbody" | "tfoot" | "thead"),
        "thead" | "tbody" | "tfoot" => matches!(begins, "tbody" | "tfoot" | "thead"),
        _ => false,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn tamed(source: &str) -> String {
        tame(source).replacen("<!DOCTYPE html>", "", 1)
    }

    #[test]
    fn everything_but_text_is_removed() {
        let page = "<!doctype html><!-- a > b --><style>p > a {}</style><p class=\"x>y\">1 < 2 \
                    <SCRIPT>if (a<b) '</p>'</SCRIPT><b>bold</b></p><svg><path/></svg>";
        assert_eq!(tamed(page), "<p class=\"x>y\">1 < 2 bold</p>");
    }

    #[test]
    fn notes_and_screen_reader_text_are_removed_and_questions_on_buttons_stay() {
        let page = "<h2>Age<span class=\"mw-editsection\">[<span>edit</span>]</span></h2>\
                    <p>Old<sup class=reference>[1]</sup>, m<sup>2</sup>, so<sup><a href=\"#n\">2</a>\
                    </sup> <ruby>漢<rt>かん</rt></ruby> <span class=x>it</span></p>";
        assert_eq!(tamed(page), "<h2>Age</h2><p>Old, m2, so 漢 it</p>");
        let page = "<h3><button>Where?</button></h3><button class='faq-q'>When?</button>\
                    <button>Share</button><div>Now</div>";
        assert_eq!(tamed(page), "<h3>Where?</h3><p>When?</p><div>Now</div>");
    }

    #[test]
    fn structured_data_and_the_title_are_kept_whole() {
        let page =
            "<title>a <b> c</title><script type='application/ld+json'>{\"a\":\"<p>\"}</script>";
        assert_eq!(tamed(page), page);
    }

    #[test]
    fn nesting_is_bounded_and_the_text_stays() {
        let deep = 100_000;
        let page = format!("{}deep{}after", "<div>".repeat(deep), "</div>".repeat(deep));
        let tame = tamed(&page);
        assert_eq!(tame.matches("<div>").count(), MAX_DEPTH);
        assert_eq!(tame.matches("</div>").count(), MAX_DEPTH);
        assert!(tame.contains("deep"));
    }

    #[test]
    fn omitted_end_tags_do_not_add_depth() {
        let page = "<ul>".to_owned() + &"<li>one<p>two".repeat(1_000) + "</ul>";
        assert_eq!(tamed(&page), page);
    }

    #[test]
    fn unfinished_markup_takes_linear_time() {
        for piece in [
            "<!--",
            "<script>",
            "<a href=\"",
            "<",
            "</",
            "<button>",
            "<span class=sr-only>",
            "<sup><a href=\"#",
        ] {
            assert!(tamed(&piece.repeat(100_000)).len() <= 100_000 * piece.len());
        }
    }
}
