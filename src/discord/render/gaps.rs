//! What was asked and not answered well: as a list to decide on, and as a table.

use super::lists::{Listed, person};
use crate::discord::escape;
use crate::discord::words::Words;
use crate::store::{Decision, Gap};

/// Room for a question, in UTF-16 code units.
const QUESTION: usize = 120;
/// Room for an article's path.
const ARTICLE: usize = 80;
/// How many channels are named.
const CHANNELS: usize = 3;

/// One entry per group of similar questions.
pub(in crate::discord) fn gaps(words: Words, groups: &[Vec<Gap>]) -> Listed {
    Listed {
        heading: words.gaps_heading(groups.len()),
        nothing: words.gaps_none(),
        entries: groups
            .iter()
            .filter_map(|group| entry(words, group))
            .collect(),
    }
}

fn entry(words: Words, group: &[Gap]) -> Option<String> {
    let first = group.first()?;
    let sum = |of: fn(&Gap) -> u64| {
        let sum: u64 = group.iter().map(of).sum();
        usize::try_from(sum).unwrap_or(usize::MAX)
    };
    let counts = words.gap_counts(
        sum(|it| it.not_covered),
        sum(|it| it.voted_down),
        sum(|it| it.reporters),
    );
    let mut channels: Vec<u64> = Vec::new();
    for channel in group.iter().flat_map(|it| &it.channels) {
        if !channels.contains(channel) && channels.len() < CHANNELS {
            channels.push(*channel);
        }
    }
    let channels: Vec<String> = channels.iter().map(|id| format!("<#{id}>")).collect();
    let last = group.iter().map(|it| it.last_at).max()?;
    let mut line = format!("- **{}**", escape::line(&first.text, QUESTION));
    if group.len() > 1 {
        line.push_str(&format!(" {}", words.gap_alike(group.len() - 1)));
    }
    line.push_str(&format!(
        "\n-# {counts} · {} · {}",
        channels.join(" "),
        words.relative(last)
    ));
    if first.decision != Decision::Open {
        line.push_str(&format!(" · {}", state(words, &first.decision)));
    }
    Some(line)
}

fn state(words: Words, decision: &Decision) -> String {
    match decision {
        Decision::Open => words.gap_state("open", ""),
        Decision::WontCover => words.gap_state("wont", ""),
        Decision::CoveredBy(article) => words.gap_state("covered", &escape::line(article, ARTICLE)),
        Decision::AssignedTo(member) => words.gap_state("assigned", &person(words, Some(*member))),
    }
}

/// The decision on a question and similar ones, `count` in total.
pub(in crate::discord) fn gap_marked(
    words: Words,
    question: &str,
    decision: &Decision,
    count: usize,
) -> String {
    let mut question = format!("**{}**", escape::line(question, QUESTION));
    if count > 1 {
        question.push_str(&format!(" {}", words.gap_alike(count - 1)));
    }
    words.gap_marked(&question, &state(words, decision))
}

/// All gaps as comma-separated values (RFC 4180), with a byte order mark so that spreadsheets
/// recognise the encoding. A field that a spreadsheet would take for a formula begins with an
/// apostrophe, as <https://owasp.org/www-community/attacks/CSV_Injection> advises.
pub(in crate::discord) fn gaps_table(groups: &[Vec<Gap>]) -> String {
    let mut table = String::from("\u{feff}");
    row(
        &mut table,
        &[
            "group",
            "question",
            "not_covered",
            "voted_down",
            "reported",
            "channels",
            "last",
            "state",
            "article_or_member",
        ]
        .map(str::to_owned),
    );
    for (number, group) in groups.iter().enumerate() {
        for gap in group {
            let channels: Vec<String> = gap.channels.iter().map(u64::to_string).collect();
            let (state, by) = match &gap.decision {
                Decision::Open => ("open", String::new()),
                Decision::WontCover => ("wont_cover", String::new()),
                Decision::CoveredBy(article) => ("covered", article.clone()),
                Decision::AssignedTo(member) => ("assigned", member.to_string()),
            };
            row(
                &mut table,
                &[
                    (number + 1).to_string(),
                    gap.text.clone(),
                    gap.not_covered.to_string(),
                    gap.voted_down.to_string(),
                    gap.reporters.to_string(),
                    channels.join(" "),
                    format!("{:.0}", gap.last_at),
                    state.to_owned(),
                    by,
                ],
            );
        }
    }
    table
}

fn row(table: &mut String, fields: &[String]) {
    let quoted: Vec<String> = fields.iter().map(|field| quoted(field)).collect();
    table.push_str(&quoted.join(","));
    table.push_str("\r\n");
}

fn quoted(field: &str) -> String {
    let shown = field.trim_start_matches(|c: char| c.is_whitespace() || c.is_control());
    let is_formula = shown.starts_with(['=', '+', '-', '@', '＝', '＋', '－', '＠'])
        || field.starts_with(['\t', '\r', '\n']);
    let guard = if is_formula { "'" } else { "" };
    format!("\"{guard}{}\"", field.replace('"', "\"\""))
}

#[cfg(test)]
mod tests {
    use jiff::Timestamp;

    use super::*;
    use crate::store::MissedId;

    fn gap(text: &str, decision: Decision) -> Gap {
        Gap {
            id: MissedId(1),
            text: text.to_owned(),
            not_covered: 2,
            voted_down: 1,
            reporters: 0,
            channels: vec![41],
            last_at: Timestamp::from_second(1_900_000_000).unwrap(),
            decision,
        }
    }

    #[test]
    fn alike_questions_are_one_entry_with_their_sums() {
        let groups = [vec![
            gap("Who *invented* it?", Decision::AssignedTo(7)),
            gap("Its inventor?", Decision::Open),
        ]];
        let listed = gaps(Words::ENGLISH, &groups);
        assert_eq!(
            listed.entries[0],
            "- **Who \\*invented\\* it?** and 1 alike\n-# 4 × not covered, 2 × voted down, \
             0 × reported · <#41> · <t:1900000000:R> · assigned to <@7>"
        );
    }

    #[test]
    fn no_field_of_the_table_is_a_formula() {
        let texts = [
            "=1+1",
            " +cmd|' /C calc'!A0",
            "@SUM(A1)",
            "-2",
            "\t=1",
            "\u{ff1d}1",
            "a \"b\", c\nd",
        ];
        let group = texts.map(|text| gap(text, Decision::CoveredBy("=x.md".to_owned())));
        let table = gaps_table(&[group.to_vec()]);
        let rows: Vec<&str> = table.split("\r\n").collect();
        assert_eq!(rows.len(), texts.len() + 2);
        for (row, text) in rows.iter().skip(1).zip(texts).take(6) {
            assert!(
                row.starts_with(&format!("\"1\",\"'{text}\",\"2\"")),
                "{row}"
            );
            assert!(row.ends_with("\"covered\",\"'=x.md\""), "{row}");
        }
        assert!(rows[7].contains("\"a \"\"b\"\", c\nd\""), "{}", rows[7]);
    }
}
