//! What residents say and send: the moments at which they are asked, their pins, photos and walks, and who looks at these first.
//! Uses `place`, `people` and what is below them; knows nothing of layers or of what professionals make of it.

pub mod arrivals;
pub mod moderation;
pub mod photos;
pub mod pins;
pub mod session;
pub mod walks;

#[cfg(feature = "ssr")]
pub mod latecomers;
