//! No circle of files: from what a file names no way leads back to it.
//!
//! A name that a `mod.rs` hands out is followed to the file it comes from. A `mod.rs`, and every other file with parts in files
//! of their own, names those parts and is named by them: it is in no circle.

use std::collections::{BTreeMap, BTreeSet, VecDeque};

use super::{Source, branches, names_test, sources};

/// A path as words: `super`, `store`, `Pins`.
type Way = Vec<String>;

/// From which file to which, with the first place where it is so.
type Arrows<'a> = BTreeMap<(&'a str, &'a str), String>;

/// The files by the modules that they are.
struct House<'a>(BTreeMap<Way, &'a Source>);

/// Hands on names: the name (`*` for all) and where it comes from.
type Handed = (String, Way);

impl<'a> House<'a> {
    fn of(sources: &'a [Source]) -> Self {
        // The program itself is no part of the library.
        let files = sources.iter().filter(|source| source.path != "main.rs");
        Self(files.map(|source| (module_of(&source.path), source)).collect())
    }

    /// Whether a file is a `mod.rs`, or has parts in files of their own.
    fn is_door(&self, source: &Source) -> bool {
        let module = module_of(&source.path);
        source.path.ends_with("mod.rs") || self.within(&module).any(|part| part.len() > module.len())
    }

    /// The modules of which a path is the beginning.
    fn within(&self, way: &Way) -> impl Iterator<Item = &Way> {
        self.0.range(way.clone()..).map(|(module, _)| module).take_while(|module| module.starts_with(way))
    }

    /// The file in which stands what a path in this module names; nothing for what is of another crate.
    fn find(&self, from: &[String], way: &[String], doors_left: usize) -> Option<&'a Source> {
        let (mut at, mut rest) = self.begin(from, way)?;
        while let [next, after @ ..] = rest {
            let deeper: Way = at.iter().chain([next]).cloned().collect();
            if self.within(&deeper).next().is_none() {
                break;
            }
            (at, rest) = (deeper, after);
        }
        let here = *self.0.get(&at)?;
        let [name, ..] = rest else { return Some(here) };
        if doors_left == 0 || !self.is_door(here) {
            return Some(here);
        }
        let handed = handed_on(here);
        if let Some((_, from_there)) = handed.iter().find(|(known, _)| known == name) {
            let way: Way = from_there.iter().chain(&rest[1..]).cloned().collect();
            return self.find(&at, &way, doors_left - 1);
        }
        if declares(here, name) {
            return Some(here);
        }
        let all = handed.iter().filter(|(known, _)| known == "*");
        let mut all = all.filter_map(|(_, way)| self.find(&at, way, doors_left - 1));
        all.find(|there| there.words.iter().any(|word| word.text == *name)).or(Some(here))
    }

    /// The module in which a path begins, and what of it is left.
    fn begin<'w>(&self, from: &[String], way: &'w [String]) -> Option<(Way, &'w [String])> {
        match way {
            [first, rest @ ..] if first == "crate" => Some((Way::new(), rest)),
            [first, rest @ ..] if first == "self" => Some((from.to_vec(), rest)),
            [first, ..] if first == "super" => {
                let steps = way.iter().take_while(|word| *word == "super").count();
                let at = from.len().checked_sub(steps)?;
                Some((from[..at].to_vec(), &way[steps..]))
            }
            [first, ..] => {
                let part: Way = from.iter().chain([first]).cloned().collect();
                self.0.contains_key(&part).then(|| (from.to_vec(), way))
            }
            [] => None,
        }
    }

    fn arrows(&self) -> Arrows<'a> {
        let mut found = Arrows::new();
        for (module, source) in self.0.iter().filter(|(_, source)| !self.is_door(source)) {
            for (line, way) in ways(source) {
                let there = self.find(module, &way, 8);
                let there = there.filter(|there| there.path != source.path && !self.is_door(there));
                if let Some(there) = there {
                    let what = format!("{} is of src/{}", way.join("::"), there.path);
                    found.entry((&source.path, &there.path)).or_insert_with(|| source.at(line, &what));
                }
            }
        }
        found
    }
}

/// `input/pins/store.rs` is `input`, `pins`, `store`; `input/pins/mod.rs` is `input`, `pins`.
fn module_of(path: &str) -> Way {
    let mut module: Way = path.trim_end_matches(".rs").split('/').map(str::to_owned).collect();
    module.pop_if(|last| matches!(last.as_str(), "mod" | "lib"));
    module
}

/// Every path of a file that begins with `crate`, `self` or `super`, imported or not.
fn ways(source: &Source) -> Vec<(usize, Way)> {
    let text = |at: usize| source.words.get(at).map_or("", |word| word.text.as_str());
    let begins = |at: &usize| {
        matches!(text(*at), "crate" | "self" | "super")
            && (text(at + 1), text(at + 2)) == (":", ":")
            && (*at == 0 || text(at - 1) != ":")
    };
    let mut all = Vec::new();
    for at in (0..source.words.len()).filter(begins) {
        let mut found = Vec::new();
        branches(&source.words, at, &[], &mut found);
        all.extend(found.into_iter().map(|mut way| {
            // `store::{self, Pins}` and `model::*` name the file.
            way.pop_if(|last| matches!(last.as_str(), "self" | "*"));
            (source.words[at].line, way)
        }));
    }
    all
}

/// What a file imports or hands out, by the name it has there.
fn handed_on(source: &Source) -> Vec<Handed> {
    fn read(tree: &syn::UseTree, before: &[String], found: &mut Vec<Handed>) {
        let with = |name: &syn::Ident| -> Way { before.iter().cloned().chain([name.to_string()]).collect() };
        match tree {
            syn::UseTree::Path(path) => read(&path.tree, &with(&path.ident), found),
            syn::UseTree::Group(group) => group.items.iter().for_each(|tree| read(tree, before, found)),
            syn::UseTree::Glob(_) => found.push(("*".to_owned(), before.to_vec())),
            syn::UseTree::Rename(named) if named.ident == "self" => {
                found.push((named.rename.to_string(), before.to_vec()));
            }
            syn::UseTree::Rename(named) => found.push((named.rename.to_string(), with(&named.ident))),
            syn::UseTree::Name(name) if name.ident == "self" => {
                found.extend(before.last().map(|last| (last.clone(), before.to_vec())));
            }
            syn::UseTree::Name(name) => found.push((name.ident.to_string(), with(&name.ident))),
        }
    }
    let mut found = Vec::new();
    for item in &source.file.items {
        if let syn::Item::Use(import) = item
            && !import.attrs.iter().any(names_test)
        {
            read(&import.tree, &[], &mut found);
        }
    }
    found
}

/// Whether a file has something of this name itself.
fn declares(source: &Source, name: &str) -> bool {
    source.file.items.iter().any(|item| match item {
        syn::Item::Const(item) => item.ident == name,
        syn::Item::Enum(item) => item.ident == name,
        syn::Item::Fn(item) => item.sig.ident == name,
        syn::Item::Static(item) => item.ident == name,
        syn::Item::Struct(item) => item.ident == name,
        syn::Item::Trait(item) => item.ident == name,
        syn::Item::Type(item) => item.ident == name,
        _ => false,
    })
}

/// The shortest way from a file back to itself.
fn way_back<'a>(arrows: &Arrows<'a>, file: &'a str) -> Option<Vec<&'a str>> {
    let mut known = BTreeSet::new();
    let mut open = VecDeque::from([vec![file]]);
    while let Some(way) = open.pop_front() {
        let at = way[way.len() - 1];
        for (_, next) in arrows.keys().filter(|(from, _)| *from == at) {
            if *next == file {
                return Some(way);
            }
            if known.insert(*next) {
                open.push_back(way.iter().copied().chain([*next]).collect());
            }
        }
    }
    None
}

/// Circles that have no file in common, each as the places that close it.
fn circles(sources: &[Source]) -> Vec<Vec<String>> {
    let arrows = House::of(sources).arrows();
    let files: BTreeSet<&str> = arrows.keys().map(|(from, _)| *from).collect();
    let (mut told, mut found) = (BTreeSet::new(), Vec::new());
    for file in files {
        if let Some(way) = way_back(&arrows, file).filter(|way| way.iter().all(|one| !told.contains(one))) {
            let ends = way.iter().copied().cycle().skip(1);
            found.push(way.iter().copied().zip(ends).map(|arrow| arrows[&arrow].clone()).collect());
            told.extend(way);
        }
    }
    found
}

#[test]
fn no_files_stand_in_a_circle() {
    let found: Vec<String> = circles(&sources()).iter().map(|circle| circle.join("\n")).collect();
    assert!(
        found.is_empty(),
        "\n{}\n\nWhat several files need stands in a file below them.\n",
        found.join("\n\n")
    );
}

#[test]
fn a_circle_of_files_is_caught() {
    let of = |texts: &[(&str, &str)]| {
        let sources: Vec<Source> = texts.iter().map(|(path, text)| Source::new(path, text)).collect();
        circles(&sources)
    };
    let service = ("input/pins/service.rs", "use super::store; pub struct Pins;");
    let by_name = of(&[service, ("input/pins/store.rs", "use super::{Other, service::{Found, Pins}};")]);
    assert_eq!(
        by_name,
        [[
            "src/input/pins/service.rs:1: super::store is of src/input/pins/store.rs",
            "src/input/pins/store.rs:1: super::service::Found is of src/input/pins/service.rs",
        ]]
    );
    let door = ("input/pins/mod.rs", "mod service; mod store; pub use service::{Pins, laid as put};");
    for inside in [
        "use super::Pins;",
        "use crate::{input::pins::{put}, platform::App};",
        "fn f() { super::service::laid() }",
        "fn f() { view! { <p>{crate::input::pins::put()}</p> } }",
    ] {
        assert_eq!(of(&[service, door, ("input/pins/store.rs", inside)]).len(), 1, "{inside}");
    }
    let all = ("input/pins/mod.rs", "mod service; mod store; pub use service::*;");
    assert_eq!(of(&[service, all, ("input/pins/store.rs", "use super::Pins;")]).len(), 1);
    let three = [
        ("place/buurt/a.rs", "use super::b::B;"),
        ("place/buurt/b.rs", "use super::super::coast::C;"),
        ("place/coast.rs", "fn f() { crate::place::buurt::a::f() }"),
    ];
    assert_eq!(of(&three)[0].len(), 3);
    let mut two = three.to_vec();
    two.extend([service, ("input/pins/store.rs", "use super::service::Pins;")]);
    assert_eq!(of(&two).len(), 2);
}

#[test]
fn what_is_no_circle_of_files_is_allowed() {
    let of = |texts: &[(&str, &str)]| {
        let sources: Vec<Source> = texts.iter().map(|(path, text)| Source::new(path, text)).collect();
        circles(&sources).len()
    };
    let service = ("input/pins/service.rs", "use super::store;");
    let door = ("input/pins/mod.rs", "mod service; mod store; pub use service::f; pub fn g() {}");
    for inside in [
        // The door itself, and what is declared in it.
        "use super::g;",
        "use crate::input::pins;",
        // A test of the store may give it what the service gives.
        "#[cfg(test)] mod tests { use super::super::service::f; }",
        "#[cfg(test)] use super::f;",
        // Another crate, a field, a function of its own.
        "use service::f; fn g(store: Store) -> u8 { self::h(store.service) } fn h() {}",
        "pub(super) fn g(service: &Service) { service.f(); }",
    ] {
        assert_eq!(of(&[service, door, ("input/pins/store.rs", inside)]), 0, "{inside}");
    }
    let parts = [
        ("input/pins/hints.rs", "mod dates; use dates::find; pub struct Hint;"),
        ("input/pins/hints/dates.rs", "use super::Hint;"),
    ];
    assert_eq!(of(&parts), 0, "a file and its parts");
}
