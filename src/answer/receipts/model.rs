//! Words of a receipt.

/// Short, common words that are hard to mistake for each other.
const WORDS: &str = include_str!("words.txt");
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
    let small = typed.to_lowercase();
    let words: Vec<&str> =
        small.split(|letter: char| !letter.is_alphabetic()).filter(|word| !word.is_empty()).collect();
    let known = words.iter().all(|word| WORDS.lines().any(|one| one == *word));
    (words.len() == WORDS_EACH && known).then(|| words.join("-"))
}

#[cfg(test)]
mod tests {
    use super::{WORDS, tidy, words};

    #[test]
    fn there_are_256_short_words_and_none_is_there_twice() {
        let all: Vec<&str> = WORDS.lines().collect();
        let mut once = all.clone();
        once.sort_unstable();
        once.dedup();
        assert_eq!((all.len(), once.len()), (256, 256));
        assert!(
            all.iter()
                .all(|word| (2..=8).contains(&word.len()) && word.chars().all(|c| c.is_ascii_lowercase()))
        );
    }

    #[test]
    fn a_receipt_is_read_as_people_type_it() {
        let given = words([0, 1, 2, 3, 255]).join("-");
        assert_eq!(tidy(&given.to_uppercase().replace('-', " , ")), Some(given.clone()));
        assert_eq!(tidy(&format!("  {}. ", given.replace('-', "\n"))), Some(given));
        assert_eq!(tidy("appel berg"), None);
        assert_eq!(tidy("appel berg xyzzy boot bos"), None);
    }
}
