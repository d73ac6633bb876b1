//! Whole folders of articles.

use super::*;

fn corpus(files: &[(&str, &[u8])]) -> tempfile::TempDir {
    let folder = tempfile::tempdir().expect("a folder");
    for (path, bytes) in files {
        let path = folder.path().join(path);
        fs::create_dir_all(path.parent().expect("a parent")).expect("a folder");
        fs::write(path, bytes).expect("a file");
    }
    folder
}

fn read(folder: &tempfile::TempDir) -> (Vec<String>, Vec<(String, SkipReason)>) {
    let (articles, skipped) = Corpus::new(folder.path(), 1_000)
        .read_all()
        .expect("a readable folder");
    let paths = articles
        .into_iter()
        .map(|article| article.source.path)
        .collect();
    let skipped = skipped
        .into_iter()
        .map(|file| (file.path, file.reason))
        .collect();
    (paths, skipped)
}

#[test]
fn every_file_becomes_an_article_or_is_skipped_with_a_reason() {
    let folder = corpus(&[
        ("b/one.md", b"# One\n\nText."),
        ("a.txt", b"Title\n\nSome text."),
        ("page.HTML", b"<html><body><p>Words.</p></body></html>"),
        ("z-copy.md", b"# One\n\nText."),
        ("bad.md", b"---\ndate: soon\n---\nText."),
        ("empty.txt", b""),
        ("latin.txt", b"Caf\xe9"),
        ("large.txt", &[b'x'; 1_001]),
        ("photo.jpg", b"\xff\xd8"),
        (".hidden.md", b"Text."),
        (".gitignore", b"a.txt"),
        (".lodestarignore", b"drafts/\n*.tmp.md\n"),
        ("drafts/x.md", b"Text, not yet."),
        ("y.tmp.md", b"Text."),
    ]);
    let (articles, skipped) = read(&folder);
    assert_eq!(articles, ["a.txt", "b/one.md", "page.HTML"]);
    let broken = SkipReason::BrokenFrontMatter {
        line: 2,
        problem: "`date` is \"soon\"; write a date like 2024-08-16".into(),
    };
    let expected = [
        ("bad.md", broken),
        ("empty.txt", SkipReason::Empty),
        (
            "large.txt",
            SkipReason::TooLarge {
                bytes: 1_001,
                limit: 1_000,
            },
        ),
        ("latin.txt", SkipReason::NotUtf8 { offset: 3 }),
        (
            "photo.jpg",
            SkipReason::UnknownFormat {
                extension: "jpg".into(),
            },
        ),
        (
            "z-copy.md",
            SkipReason::Duplicate {
                of: "b/one.md".into(),
            },
        ),
    ];
    let expected: Vec<_> = expected
        .into_iter()
        .map(|(path, reason)| (path.to_owned(), reason))
        .collect();
    assert_eq!(skipped, expected);
}

#[test]
fn a_file_changed_after_the_scan_is_read_as_it_is_then() {
    let folder = corpus(&[("a.md", b"Old text.")]);
    let scan = Corpus::new(folder.path(), 1_000).scan().expect("a scan");
    fs::write(folder.path().join("a.md"), "New text.").expect("a file");
    let file = scan.files.first().expect("a file");
    let article = file.read().expect("an article");
    assert_eq!(article.hash, ContentHash::of(b"New text."));
    assert_ne!(article.hash, file.hash);
    fs::write(folder.path().join("a.md"), [b'x'; 2_000]).expect("a file");
    let reason = file.read().expect_err("it is too large now").reason;
    assert_eq!(
        reason,
        SkipReason::TooLarge {
            bytes: 2_000,
            limit: 1_000
        }
    );
}

#[test]
fn a_missing_folder_gives_a_helpful_error() {
    let folder = corpus(&[("a.md", b"Text.")]);
    let missing = Corpus::new(folder.path().join("no"), 1)
        .scan()
        .expect_err("no folder");
    assert!(missing.to_string().contains("create it"));
    let file = Corpus::new(folder.path().join("a.md"), 1)
        .scan()
        .expect_err("a file");
    assert!(matches!(file, CorpusError::NotAFolder { .. }));
}

#[cfg(unix)]
mod unix {
    use super::*;
    use std::os::unix::ffi::OsStrExt;
    use std::os::unix::fs::symlink;

    #[test]
    fn links_stay_inside_the_corpus() {
        let outside = corpus(&[("secret.md", b"Secret."), ("more/x.md", b"More secrets.")]);
        let folder = corpus(&[("real/a.md", b"Text."), (".store/b.md", b"Other text.")]);
        let root = folder.path();
        symlink(outside.path().join("secret.md"), root.join("leak.md")).expect("a link");
        symlink(outside.path(), root.join("leaks")).expect("a link");
        symlink("real", root.join("again")).expect("a link");
        symlink(".store/b.md", root.join("b.md")).expect("a link");
        symlink("nowhere.md", root.join("dead.md")).expect("a link");
        symlink("..", root.join("real/up")).expect("a link");
        let (articles, skipped) = read(&folder);
        assert_eq!(articles, ["b.md", "real/a.md"]);
        let reasons: Vec<_> = skipped
            .iter()
            .map(|(path, reason)| (path.as_str(), reason.clone()))
            .collect();
        assert!(reasons.contains(&("leak.md", SkipReason::LeavesCorpus)));
        assert!(reasons.contains(&("leaks", SkipReason::LeavesCorpus)));
        let duplicate = SkipReason::Duplicate {
            of: "real/a.md".into(),
        };
        assert!(reasons.contains(&("again/a.md", duplicate)));
        assert!(reasons.contains(&("real/up", SkipReason::LinkLoop)));
        assert!(
            reasons.iter().any(|(path, reason)| *path == "dead.md"
                && matches!(reason, SkipReason::Unreadable { .. }))
        );
        assert!(!reasons.iter().any(|(path, _)| path.contains("secret")));
    }

    #[test]
    fn special_files_and_odd_names_are_reported_unopened() {
        let folder = corpus(&[("a.md", b"Text.")]);
        let socket = std::os::unix::net::UnixListener::bind(folder.path().join("s.md"));
        let name = std::ffi::OsStr::from_bytes(b"caf\xe9.md");
        let is_named = fs::write(folder.path().join(name), "Other text.").is_ok();
        let (articles, skipped) = read(&folder);
        assert_eq!(articles, ["a.md"]);
        assert!(socket.is_err() || skipped.contains(&("s.md".into(), SkipReason::NotAFile)));
        let odd = ("caf\u{fffd}.md".to_owned(), SkipReason::NameNotUtf8);
        assert!(!is_named || skipped.contains(&odd));
    }
}
