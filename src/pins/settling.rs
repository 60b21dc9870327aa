//! Taking out of the released layers what was withdrawn, behind the requests: whoever withdraws something has their words
//! gone at once and waits for no layer.

use std::collections::HashMap;
use std::sync::{Mutex, PoisonError};

use super::store;
use super::{PinError, settle};
use crate::platform::App;

/// The trajecten of which somebody looks for what can leave; each with whether more was withdrawn since they began.
#[derive(Default)]
pub struct Settling(Mutex<HashMap<String, bool>>);

impl Settling {
    fn with<T>(&self, work: impl FnOnce(&mut HashMap<String, bool>) -> T) -> T {
        let mut all = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        let done = work(&mut all);
        metrics::gauge!("buurtblik_settling").set(f64::from(u32::try_from(all.len()).unwrap_or(u32::MAX)));
        done
    }

    /// Whether nobody looks yet: then whoever asks does. Else who looks goes round once more.
    fn begins(&self, traject: &str) -> bool {
        self.with(|all| all.insert(traject.to_owned(), true).is_none())
    }

    /// Whether there is (again) something to look for; where not, the looking has ended.
    fn goes_on(&self, traject: &str) -> bool {
        self.with(|all| match all.get_mut(traject) {
            Some(more) if *more => {
                *more = false;
                true
            }
            _ => {
                all.remove(traject);
                false
            }
        })
    }
}

/// Takes out of the released layers what can leave, in a while: thirty people who withdraw something at once have it looked
/// for once or twice, not thirty times. Where the server stops before, it is done when it starts ([`settle_left`]).
pub fn settle_soon(app: &App, traject: &str) {
    if !app.settling.begins(traject) {
        return;
    }
    let (app, traject) = (app.clone(), traject.to_owned());
    tokio::spawn(async move {
        while app.settling.goes_on(&traject) {
            if let Err(error) = settle(&app, &traject).await {
                tracing::warn!(%error, "what was withdrawn is still in the layers; it leaves with what is withdrawn next");
            }
        }
    });
}

/// Does what a server that stopped had not done yet: of every traject in which something withdrawn is still in the layers.
///
/// # Errors
/// The database's.
pub async fn settle_left(app: &App) -> Result<(), PinError> {
    for traject in store::still_leaving(&app.db).await? {
        settle_soon(app, &traject);
    }
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::Settling;

    #[test]
    fn who_comes_while_somebody_looks_is_looked_for_in_one_round_more() {
        let settling = Settling::default();
        assert!(settling.begins("a") && settling.goes_on("a"));
        assert!(!settling.begins("a") && !settling.begins("a") && settling.begins("b"));
        assert!(settling.goes_on("a"), "once for both");
        assert!(!settling.goes_on("a"));
        assert!(settling.begins("a"), "and then anew");
    }
}
