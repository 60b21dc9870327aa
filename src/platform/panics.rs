//! What becomes of a panic: a line in the log; and none where a reader of strangers' files is known to panic, which is an error
//! of the file.

use std::cell::Cell;
use std::panic::{AssertUnwindSafe, catch_unwind, set_hook, take_hook};

thread_local! {
    static QUIET: Cell<bool> = const { Cell::new(false) };
}

/// Keeps panics silent that [`quietly`] catches. Called once, where the program begins: the hook is the process's own.
pub fn start() {
    let usual = take_hook();
    set_hook(Box::new(move |info| {
        if !QUIET.get() {
            usual(info);
        }
    }));
}

/// Runs `work`; whether it came to its end. A panic in it ends there, is not reported where the program began with [`start`], and
/// may leave half done what it changed.
pub fn quietly(work: impl FnOnce()) -> bool {
    let before = QUIET.replace(true);
    let outcome = catch_unwind(AssertUnwindSafe(work));
    QUIET.set(before);
    outcome.is_ok()
}

#[cfg(test)]
mod tests {
    use super::quietly;

    #[test]
    fn a_panic_inside_ends_there_and_so_does_the_next() {
        for _ in 0..2 {
            assert!(!quietly(|| panic!("nee")));
            assert!(quietly(|| {}));
        }
    }
}
