//! Words of a receipt.

/// Short, common words. No two of them are one slip apart (a letter wrong, missing, added, or two exchanged): whoever
/// makes one has typed a word that is none of them.
const WORDS: &str = include_str!("words.txt");
/// Words of receipts that were given before: still read, never given. One slip makes another word of many of them.
const BEFORE: &str = include_str!("words-before.txt");
/// Words of one receipt: five of 256 are 40 bits, and a wrong try is slowed down.
pub const WORDS_EACH: usize = 5;

/// Five words from as many random bytes; each word is as likely as any other.
pub fn words(random: [u8; WORDS_EACH]) -> Vec<&'static str> {
    let all: Vec<&str> = WORDS.lines().collect();
    random.iter().filter_map(|byte| all.get(usize::from(*byte)).copied()).collect()
}

/// A receipt as people type it: capitals, spaces, commas and dashes do not matter. Nothing where it is not
/// five known words.
pub fn tidy(typed: &str) -> Option<String> {
    let words = split(typed);
    let known = words.iter().all(|word| WORDS.lines().chain(BEFORE.lines()).any(|one| one == word));
    (words.len() == WORDS_EACH && known).then(|| words.join("-"))
}

fn split(typed: &str) -> Vec<String> {
    let small = typed.to_lowercase();
    let words = small.split(|letter: char| !letter.is_alphabetic()).filter(|word| !word.is_empty());
    words.map(str::to_owned).collect()
}

/// A word that is not given, and those it may have been.
#[derive(Debug, PartialEq, Eq)]
pub struct Slip {
    /// As it was typed.
    pub typed: String,
    /// The words one slip away.
    pub meant: Vec<&'static str>,
}

/// What is wrong with words that led to nothing.
#[derive(Debug, PartialEq, Eq)]
pub struct Misread {
    /// How many words there are.
    pub count: usize,
    /// The words that are not given. One of those given before is among them where it may have been another.
    pub slips: Vec<Slip>,
    /// The same with each slip put right; as it was typed where one may have been several words, or none.
    pub mended: String,
}

/// Looks for slips in words that led to nothing.
pub fn misread(typed: &str) -> Misread {
    let words = split(typed);
    let slips: Vec<Option<Slip>> = words.iter().map(|word| slip(word)).collect();
    let mended: Option<Vec<String>> = words
        .iter()
        .zip(&slips)
        .map(|(word, slip)| match slip.as_ref().map(|slip| &slip.meant[..]) {
            None => Some(word.clone()),
            Some([one]) => Some((*one).to_owned()),
            Some(_) => None,
        })
        .collect();
    Misread {
        count: words.len(),
        slips: slips.into_iter().flatten().collect(),
        mended: mended.map_or_else(|| typed.trim().to_owned(), |words| words.join(" ")),
    }
}

fn slip(word: &str) -> Option<Slip> {
    let is_in = |words: &str| words.lines().any(|one| one == word);
    let meant: Vec<_> = WORDS.lines().filter(|one| strsim::osa_distance(word, one) == 1).collect();
    let is_slip = !(is_in(WORDS) || is_in(BEFORE) && meant.is_empty());
    is_slip.then(|| Slip { typed: word.to_owned(), meant })
}

#[cfg(test)]
mod tests {
    use super::{BEFORE, Misread, Slip, WORDS, misread, tidy, words};

    #[test]
    fn there_are_256_short_words_and_none_is_one_slip_from_another() {
        let all: Vec<&str> = WORDS.lines().collect();
        assert_eq!(all.len(), 256);
        for (at, one) in all.iter().enumerate() {
            assert!((2..=8).contains(&one.len()) && one.chars().all(|c| c.is_ascii_lowercase()), "{one}");
            for other in &all[at + 1..] {
                assert!(strsim::osa_distance(one, other) > 1, "{one} {other}");
            }
            assert!(!BEFORE.lines().any(|before| before == *one), "{one} is given and is not");
        }
    }

    #[test]
    fn a_receipt_is_read_as_people_type_it() {
        let given = words([0, 1, 2, 3, 255]).join("-");
        assert_eq!(tidy(&given.to_uppercase().replace('-', " , ")), Some(given.clone()));
        assert_eq!(tidy(&format!("  {}. ", given.replace('-', "\n"))), Some(given));
        assert_eq!(tidy("appel berg"), None);
        assert_eq!(tidy("appel berg xyzzy brug brief"), None);
    }

    #[test]
    fn a_receipt_of_before_is_still_read() {
        let before: Vec<&str> = BEFORE.lines().take(5).collect();
        assert_eq!(tidy(&before.join(" ")), Some(before.join("-")));
    }

    #[test]
    fn one_slip_in_any_word_is_found_and_named() {
        for word in WORDS.lines() {
            for at in 0..word.len() {
                let slipped = format!("{}q{}", &word[..at], &word[at + 1..]);
                let typed = format!("Appel, {slipped} brug-brief vlinder");
                let found = misread(&typed);
                let [slip] = &found.slips[..] else { panic!("{slipped}: {:?}", found.slips) };
                assert_eq!((found.count, &slip.typed), (5, &slipped));
                assert!(slip.meant.contains(&word), "{slipped}: {:?}", slip.meant);
                if slip.meant.len() == 1 {
                    assert_eq!(found.mended, format!("appel {word} brug brief vlinder"));
                }
            }
        }
    }

    #[test]
    fn what_may_have_been_any_word_stays_as_it_was_typed() {
        let typed = " appel xyzzy brug brief vlinder";
        let slips = vec![Slip { typed: "xyzzy".into(), meant: vec![] }];
        assert_eq!(misread(typed), Misread { count: 5, slips, mended: typed.trim().into() });
        assert_eq!(misread("appel brug"), Misread { count: 2, slips: vec![], mended: "appel brug".into() });
        assert_eq!(misread(""), Misread { count: 0, slips: vec![], mended: String::new() });
        // A word of before may be one that is given, with a slip.
        assert_eq!(misread("paard").slips, vec![Slip { typed: "paard".into(), meant: vec!["baard"] }]);
    }
}
