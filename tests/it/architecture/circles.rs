//! Which modules know each other in a circle.
//!
//! At each level of a crate the modules beside each other are compared, each with everything below
//! it. An import leads to the module that an item comes from, also through a re-export of a parent;
//! a parent that declares its children does not know them by that.

use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::path::Path;

use super::{code, rust_files};

/// `["discord", "ask"]` for `discord/ask.rs`; empty for `lib.rs`.
type Module = Vec<String>;

/// Modules beside each other, by name, with those of them that each one uses.
type Level = BTreeMap<String, BTreeSet<String>>;

/// The circles of a crate's modules, longest first, each sorted: `discord: ask, render`.
pub(super) fn circles(source: &Path) -> Vec<Vec<String>> {
    let modules = Modules::read(source);
    let mut circles: Vec<Vec<String>> = modules.levels().values().flat_map(strong_parts).collect();
    circles.sort_by_key(|circle| std::cmp::Reverse(circle.len()));
    circles
}

struct Modules {
    /// The paths that each module imports, from the crate's root.
    imports: BTreeMap<Module, Vec<Module>>,
}

impl Modules {
    fn read(source: &Path) -> Self {
        let files: Vec<(Module, String)> = rust_files(source)
            .into_iter()
            .filter(|path| !super::is_test(path))
            .map(|path| {
                let text = fs::read_to_string(source.join(&path)).unwrap();
                (module_of(&path), code(&text))
            })
            .collect();
        let known: BTreeSet<&Module> = files.iter().map(|(module, _)| module).collect();
        let imports = files
            .iter()
            .map(|(module, code)| {
                let paths = paths(code).into_iter();
                let absolute = paths.filter_map(|path| absolute(&known, module, &path));
                (module.clone(), absolute.collect())
            })
            .collect();
        Self { imports }
    }

    /// The module that an item is from: the longest known beginning of its path, followed through
    /// the imports of a module that only hands it on.
    fn home(&self, path: &[String], depth: usize) -> Module {
        let found = (0..=path.len()).rev();
        let found = found.map(|len| &path[..len]);
        let module = found
            .into_iter()
            .find(|it| self.imports.contains_key(*it))
            .unwrap_or_default()
            .to_vec();
        let Some(name) = path.get(module.len()) else {
            return module;
        };
        let from = self.imports.get(&module).into_iter().flatten();
        let mut from = from.filter(|it| it.last() == Some(name) && !path.starts_with(it));
        match from.next() {
            Some(from) if depth > 0 => self.home(from, depth - 1),
            _ => module,
        }
    }

    fn levels(&self) -> BTreeMap<Module, Level> {
        let mut levels: BTreeMap<Module, Level> = BTreeMap::new();
        for (module, paths) in &self.imports {
            for path in paths {
                let used = self.home(path, 4);
                let shared = module.iter().zip(&used).take_while(|(a, b)| a == b).count();
                if let (Some(one), Some(other)) = (module.get(shared), used.get(shared)) {
                    let level = levels.entry(module[..shared].to_vec()).or_default();
                    level.entry(one.clone()).or_default().insert(other.clone());
                }
            }
        }
        levels
    }
}

fn module_of(path: &Path) -> Module {
    let parts = path.with_extension("");
    let parts = parts.components();
    let parts: Module = parts
        .map(|it| it.as_os_str().to_string_lossy().into_owned())
        .collect();
    match parts.as_slice() {
        [root] if root == "lib" || root == "main" => Vec::new(),
        _ => parts,
    }
}

/// A path as seen from the crate's root; `None` for one of another crate.
fn absolute(known: &BTreeSet<&Module>, module: &Module, path: &[String]) -> Option<Module> {
    let mut base = module.clone();
    let mut rest = path;
    while let Some((first, others)) = rest.split_first() {
        match first.as_str() {
            "crate" => base.clear(),
            "super" => drop(base.pop()),
            "self" => {}
            _ => break,
        }
        rest = others;
    }
    let is_child = || {
        let child: Module = module.iter().chain(path.first()).cloned().collect();
        known.contains(&child)
    };
    if rest.len() == path.len() && !is_child() {
        return None;
    }
    base.extend(rest.iter().cloned());
    Some(base)
}

/// Every path that is imported, and every one that begins with `crate`, `super` or `self`.
fn paths(code: &str) -> Vec<Vec<String>> {
    let mut paths = Vec::new();
    let mut rest = code;
    while let Some((before, after)) = rest.split_once("use ") {
        let is_word = before.ends_with(|it: char| it.is_alphanumeric() || it == '_');
        let Some((tree, after_tree)) = after.split_once(';') else {
            break;
        };
        if is_word {
            rest = after;
            continue;
        }
        expand(&[], tree, &mut paths);
        rest = after_tree;
    }
    for word in code.split(|it: char| !(it.is_alphanumeric() || it == '_' || it == ':')) {
        let parts: Vec<String> = word.split("::").map(str::to_owned).collect();
        let begins = ["crate", "super", "self"].contains(&parts[0].as_str());
        if begins && parts.len() > 1 {
            paths.push(parts);
        }
    }
    paths
}

/// `a::{b, c::d}` as `a::b` and `a::c::d`.
fn expand(before: &[String], tree: &str, paths: &mut Vec<Vec<String>>) {
    let mut depth = 0_usize;
    let parts = tree.split(|it: char| {
        match it {
            '{' => depth += 1,
            '}' => depth = depth.saturating_sub(1),
            _ => {}
        }
        it == ',' && depth == 0
    });
    for part in parts.map(str::trim).filter(|it| !it.is_empty()) {
        let (path, inner) = match part.split_once('{') {
            Some((path, inner)) => (path, inner.trim_end().strip_suffix('}')),
            None => (part, None),
        };
        let path = path.split(" as ").next().unwrap_or_default();
        let names = path.split("::").map(str::trim).filter(|it| !it.is_empty());
        let names: Vec<String> = before
            .iter()
            .cloned()
            .chain(names.map(str::to_owned))
            .collect();
        match inner {
            Some(inner) => expand(&names, inner, paths),
            None => paths.push(names),
        }
    }
}

/// The strongly connected parts with more than one module: everything that reaches each other.
fn strong_parts(level: &Level) -> Vec<Vec<String>> {
    let reached: BTreeMap<&String, BTreeSet<&String>> = level
        .keys()
        .map(|from| (from, reach(level, from)))
        .collect();
    let mut parts: BTreeSet<Vec<String>> = BTreeSet::new();
    for (from, to) in &reached {
        let back = to
            .iter()
            .filter(|to| reached.get(*to).is_some_and(|it| it.contains(from)));
        let part: Vec<String> = back.map(|it| (*it).clone()).collect();
        if part.len() > 1 {
            parts.insert(part);
        }
    }
    parts.into_iter().collect()
}

fn reach<'a>(level: &'a Level, from: &String) -> BTreeSet<&'a String> {
    let mut reached = BTreeSet::new();
    let mut next: Vec<&String> = level.get(from).into_iter().flatten().collect();
    while let Some(module) = next.pop() {
        if reached.insert(module) {
            next.extend(level.get(module).into_iter().flatten());
        }
    }
    reached
}

#[test]
fn a_circle_is_found_through_a_reexport() {
    let place = tempfile::tempdir().unwrap();
    let write = |name: &str, text: &str| {
        let path = place.path().join(name);
        fs::create_dir_all(path.parent().unwrap()).unwrap();
        fs::write(path, text).unwrap();
    };
    write("lib.rs", "mod a;\nmod b;\nmod c;\npub use a::One;\n");
    write(
        "a.rs",
        "mod inner;\nuse crate::b::{self, Two};\npub struct One;\n",
    );
    write("a/inner.rs", "use super::One;\n");
    write("b.rs", "use crate::One;\npub struct Two;\n");
    write("c.rs", "use crate::{a, b::Two};\n");
    assert_eq!(circles(place.path()), [["a", "b"]]);
}
