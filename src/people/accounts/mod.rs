//! Staff, their roles and tokens, and the audit trail.

mod model;

#[cfg(feature = "ssr")]
mod api;
#[cfg(feature = "ssr")]
mod error;
#[cfg(feature = "ssr")]
mod page;
#[cfg(feature = "ssr")]
mod passwords;
#[cfg(feature = "ssr")]
mod service;
#[cfg(feature = "ssr")]
mod store;

pub use model::*;

#[cfg(feature = "ssr")]
pub use api::{Signed, routes};
#[cfg(feature = "ssr")]
pub use error::AccountError;
#[cfg(feature = "ssr")]
pub use service::{
    Entry, NewStaff, add, exported, give_traject, grant, is_any, list, looked, name, new_link, record,
    refused, revoke, tidy, trail,
};
#[cfg(feature = "ssr")]
pub(crate) use store::name_of;
