//! Plain texts as people and exports write them.

use super::*;
use jiff::civil::date;

fn draft(text: &str) -> Draft {
    read(text, &Metadata::default())
}

fn heading(level: u8, text: &str) -> Block {
    Block::Heading {
        level,
        text: text.into(),
    }
}

fn paragraph(text: &str) -> Block {
    Block::Paragraph(text.into())
}

fn list(ordered: bool, items: &[&str]) -> Block {
    Block::List {
        ordered,
        items: items.iter().map(|item| (*item).to_owned()).collect(),
    }
}

#[test]
fn a_blog_export_is_its_title_and_its_text() {
    let found = draft(
        "The Daily Loaf\n\nHome | Recipes | About\n\nWhy rye bread keeps for weeks\n\
         Posted on March 3, 2024 by Åsa Ek | 3 comments\n5 min read\nShare on Facebook\n\n\
         Rye flour binds more water than wheat flour does, and gives it up slowly.\n\n\
         What the acid does\n\nSourdough keeps mould away for a long time.\n\n\
         Tags: rye, sourdough\n\nWrap the loaf in cloth, never in plastic foil.\n\n\
         Share this:\nFacebook Twitter Pinterest\n\nRelated posts\n\nHow to store flour\n\
         Ten ways with crumbs\n\n© 2024 The Daily Loaf. All rights reserved.\n",
    );
    assert_eq!(
        found.metadata.title.as_deref(),
        Some("Why rye bread keeps for weeks")
    );
    assert_eq!(found.metadata.author.as_deref(), Some("Åsa Ek"));
    assert_eq!(found.metadata.date, Some(date(2024, 3, 3)));
    assert_eq!(found.metadata.tags, ["rye", "sourdough"]);
    assert_eq!(
        found.blocks,
        [
            paragraph("Rye flour binds more water than wheat flour does, and gives it up slowly."),
            heading(1, "What the acid does"),
            paragraph("Sourdough keeps mould away for a long time."),
            paragraph("Wrap the loaf in cloth, never in plastic foil."),
        ]
    );
}

#[test]
fn a_repeated_title_is_kept_once() {
    let found = draft(
        "Skip to content\nHARBOUR NEWS\nNew ferry to Gotland\n\nJonas Berg 1.2K views\n\
         New ferry to Gotland\n\nThe new ferry will sail from May, the company said on Monday.\n",
    );
    assert_eq!(
        found.metadata.title.as_deref(),
        Some("New ferry to Gotland")
    );
    assert_eq!(
        found.blocks,
        [paragraph(
            "The new ferry will sail from May, the company said on Monday."
        )]
    );
}

#[test]
fn a_recipe_loses_nothing() {
    let found = draft(
        "Grandma's apple cake\n\nIngredients\n200 g flour\n2 eggs\n1 l milk\n\nMethod\n\
         1. Mix it all.\n2. Bake for 40 minutes\n   at 180 degrees.\n\n3. Let it cool.\n\nServes 4\n",
    );
    assert_eq!(
        found.metadata.title.as_deref(),
        Some("Grandma's apple cake")
    );
    assert_eq!(
        found.blocks,
        [
            paragraph("Ingredients"),
            paragraph("200 g flour"),
            paragraph("2 eggs"),
            paragraph("1 l milk"),
            paragraph("Method"),
            list(
                true,
                &[
                    "Mix it all.",
                    "Bake for 40 minutes at 180 degrees.",
                    "Let it cool."
                ]
            ),
            paragraph("Serves 4"),
        ]
    );
}

#[test]
fn minutes_keep_every_line() {
    let found = draft(
        "Board meeting, 5 May\n\nPresent: Anna, Bo\nAbsent: Carl\n\n1. Roof\n\nAnna reports that \
         the roof leaks again.\n\n2. Budget\n\nBo presents the budget for next year.\n\n\
         Action items:\n- Bo calls the roofer\n- Anna pays\n",
    );
    assert_eq!(
        found.metadata.title.as_deref(),
        Some("Board meeting, 5 May")
    );
    assert_eq!(
        found.blocks,
        [
            paragraph("Present: Anna, Bo"),
            paragraph("Absent: Carl"),
            heading(1, "1. Roof"),
            paragraph("Anna reports that the roof leaks again."),
            heading(1, "2. Budget"),
            paragraph("Bo presents the budget for next year."),
            paragraph("Action items:"),
            list(false, &["Bo calls the roofer", "Anna pays"]),
        ]
    );
}

#[test]
fn broken_lines_and_every_kind_of_heading() {
    let found = draft(
        "# lodestar\n\nINSTALLING\n\nYou need a compiler. It is the only thing that has to be\n\
         there before you begin, and it is free of charge.\n\nFrom source\n-----------\n\
         Fetch the source with git and build it in place, as the notes\nof each release say.\n\n\
         ```\nmake\n  install\n```\n\n> Works for me,\n> said the author.\n\n\
         Name\tSize\tYear\nsmall\t1\t2020\nlarge\t9\t2021\n",
    );
    assert_eq!(found.metadata.title.as_deref(), Some("lodestar"));
    assert_eq!(
        found.blocks,
        [
            heading(1, "INSTALLING"),
            paragraph(
                "You need a compiler. It is the only thing that has to be there before you begin, \
                 and it is free of charge."
            ),
            heading(2, "From source"),
            paragraph(
                "Fetch the source with git and build it in place, as the notes of each release say."
            ),
            Block::Code("make\n  install".into()),
            Block::Quote("Works for me, said the author.".into()),
            Block::Table {
                header: vec!["Name".into(), "Size".into(), "Year".into()],
                rows: vec![
                    vec!["small".into(), "1".into(), "2020".into()],
                    vec!["large".into(), "9".into(), "2021".into()],
                ],
            },
        ]
    );
}

#[test]
fn text_without_any_structure_stays_as_it_is() {
    let found = draft("It was a dark night.\nThe end");
    assert_eq!(found.metadata.title, None);
    assert_eq!(
        found.blocks,
        [paragraph("It was a dark night."), paragraph("The end")]
    );
}

#[test]
fn exported_fields_are_read() {
    let found = draft("Title: Rye\nAuthor: Åsa Ek\nDate: 3 March 2024\n\nRye is a grain.\n");
    assert_eq!(found.metadata.title.as_deref(), Some("Rye"));
    assert_eq!(found.metadata.date, Some(date(2024, 3, 3)));
    assert_eq!(found.blocks, [paragraph("Rye is a grain.")]);
}

#[test]
fn a_saved_blog_post_comes_out_clean() {
    let path = concat!(
        env!("CARGO_MANIFEST_DIR"),
        "/../../../shared/seed/where-are-polestar-cars-made.txt"
    );
    let Ok(text) = std::fs::read_to_string(path) else {
        println!("not tested: there is no file {path}");
        return;
    };
    let found = draft(&text);
    assert_eq!(
        found.metadata.title.as_deref(),
        Some("Where Are Polestar Cars Made? Global Production Overview 2025")
    );
    let headings: Vec<&str> = found
        .blocks
        .iter()
        .filter_map(|block| match block {
            Block::Heading { level: 1, text } => Some(text.as_str()),
            _ => None,
        })
        .collect();
    assert_eq!(
        headings,
        [
            "Primary Production Sites",
            "Supporting Production and Supply Chain Networks",
            "Manufacturing Philosophy: Sustainability and Transparency",
        ]
    );
    assert_eq!(found.blocks.len(), 11);
    assert!(found.blocks.iter().all(|block| match block {
        Block::Paragraph(text) => plain::is_prose(text),
        other => matches!(other, Block::Heading { .. }),
    }));
    assert!(
        found
            .metadata
            .tags
            .contains(&"polestar manufacturing".to_owned())
    );
}

#[test]
fn a_mail_is_its_subject_and_its_text() {
    let found = draft(
        "From: Anna Berg <anna@example.org>\nTo: team@example.org\nSubject: Re: Server move\n\
         Date: Tue, 14 May 2024 09:12:33 +0200\nX-Mailer: none\n\n\
         The server moves on Saturday at ten, and stays off until noon.\n\n-- \nAnna\nTel. 1\n",
    );
    assert_eq!(found.metadata.title.as_deref(), Some("Server move"));
    assert_eq!(found.metadata.author.as_deref(), Some("Anna Berg"));
    assert_eq!(found.metadata.date, Some(date(2024, 5, 14)));
    let text = "The server moves on Saturday at ten, and stays off until noon.";
    assert_eq!(found.blocks, [paragraph(text)]);
}

#[test]
fn a_table_of_aligned_columns_keeps_its_names() {
    let found = draft(
        "Garden shop\n\nPrice list\n\nItem        Price    Note\nShears      25 EUR   steel\n\
         Gloves      12 EUR   leather\n\n+-------+------+\n| Code  | Size |\n+-------+------+\n\
         | Magic | four |\n+-------+------+\n",
    );
    let words = |text: &str| text.split('|').map(str::to_owned).collect::<Vec<_>>();
    assert_eq!(
        found.blocks,
        [
            heading(1, "Price list"),
            Block::Table {
                header: words("Item|Price|Note"),
                rows: vec![words("Shears|25 EUR|steel"), words("Gloves|12 EUR|leather")],
            },
            Block::Table {
                header: words("Code|Size"),
                rows: vec![words("Magic|four")],
            },
        ]
    );
}

#[test]
fn numbered_headings_keep_their_levels() {
    let text = "It describes the cooling circuit of the kiln, and applies to all models.";
    let found = draft(&format!(
        "1 Scope\n\n{text}\n\n1.1 Terms\n\n{text}\n\n2 Repair\n\n{text}\n"
    ));
    assert_eq!(found.metadata.title, None);
    assert_eq!(
        found.blocks,
        [
            heading(1, "1 Scope"),
            paragraph(text),
            heading(2, "1.1 Terms"),
            paragraph(text),
            heading(1, "2 Repair"),
            paragraph(text),
        ]
    );
}

#[test]
fn a_specification_takes_its_centred_title_and_loses_its_table_of_contents() {
    let found = draft(
        "Working Group                 J. Doe\nMemo: 9                     May 1998\n\n\
         \u{20}                    The Teapot Protocol\n\nContents\n\n\
         \u{20}  1. Scope ............................ 2\n\n1. Scope\n\n\
         \u{20}  Teapots are controlled over a network, and answer on port 4180.\n\n2. End\n\n\
         \u{20}  Nothing else is said here about teapots, kettles or cups.\n",
    );
    assert_eq!(found.metadata.title.as_deref(), Some("The Teapot Protocol"));
    assert!(found.blocks.contains(&heading(1, "1. Scope")));
    assert!(!format!("{:?}", found.blocks).contains("...."));
}

#[test]
fn headings_of_wikis_and_chapters_in_capitals_are_headings() {
    let text = "The city was founded in the seventh century by a bishop of some fame.";
    let found = draft(&format!(
        "= Ghent =\n\n== History ==\n{text}\n\nCHAPTER I.\n\n{text}\n"
    ));
    assert_eq!(found.metadata.title.as_deref(), Some("Ghent"));
    assert_eq!(
        found.blocks,
        [
            heading(1, "History"),
            paragraph(text),
            heading(2, "CHAPTER I."),
            paragraph(text),
        ]
    );
}

#[test]
fn a_title_with_the_site_behind_it_is_the_same_title() {
    let found = draft(
        "Green Thumb\n\nHow to prune roses\n\nHow to prune roses | Green Thumb\nBy Ann Bell\n\n\
         Roses need a hard cut once a year, and in cold regions not before April.\n",
    );
    assert_eq!(found.metadata.title.as_deref(), Some("How to prune roses"));
    assert_eq!(found.blocks.len(), 1);
}

#[test]
fn a_chinese_header_names_author_and_date() {
    let found = draft(
        "工厂的历史\n\n发布日期：2021年10月20日\n\n作者：张伟\n\n工厂位于浙江省台州市路桥区，由吉利于2016年建成。现有员工约四千人。\n\n・第一条\n・第二条\n",
    );
    assert_eq!(found.metadata.title.as_deref(), Some("工厂的历史"));
    assert_eq!(found.metadata.author.as_deref(), Some("张伟"));
    assert_eq!(found.metadata.date, Some(date(2021, 10, 20)));
    assert_eq!(found.blocks.len(), 2);
}

#[test]
fn no_line_of_a_broken_paragraph_is_lost_above_a_title() {
    let found = draft(
        "This text is for the use of anyone anywhere at no cost and with\nalmost no restrictions.\n\n\
         Title: The River\n\nAuthor: Ada Moor\n\nWe left the quay at dawn, and the river was still.\n",
    );
    assert_eq!(found.metadata.title.as_deref(), Some("The River"));
    assert_eq!(found.metadata.author.as_deref(), Some("Ada Moor"));
    assert!(format!("{:?}", found.blocks).contains("with almost no restrictions."));
}
