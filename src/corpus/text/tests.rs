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
fn a_title_that_is_repeated_stands_once() {
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
        "/../shared/seed/where-are-polestar-cars-made.txt"
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
