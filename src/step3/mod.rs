//! What professionals do with the layers: figures beside them, what is coming, what they assume, decide and take along.
//! Uses `layers` and what is below it; knows nothing of what is answered to residents.

pub mod agenda;
pub mod assumptions;
pub mod boards;
pub mod coming;
pub mod compare;
pub mod evidence;
pub mod indicators;
pub mod verdieping;

#[cfg(feature = "ssr")]
pub mod dossier;
#[cfg(feature = "ssr")]
pub mod frame;
#[cfg(feature = "ssr")]
pub mod interchange;
#[cfg(feature = "ssr")]
pub mod picker;
#[cfg(feature = "ssr")]
pub mod themes;
#[cfg(feature = "ssr")]
pub mod unheard;
