//! What is nobody's fault but ours, told once for every room.

use thiserror::Error;

use super::clock::NoRandomness;
use super::given::NotGiven;
use super::{DbError, DeletionsError, Problem};

/// Something of the machine or of the program itself failed: whoever asked did nothing wrong, and can do nothing about it but ask
/// again. The enum of a room has it as one variant ([`crate::faults`]).
#[derive(Debug, Error)]
pub enum Fault {
    /// The database.
    #[error(transparent)]
    Db(#[from] DbError),
    /// The system's randomness.
    #[error(transparent)]
    Chance(#[from] NoRandomness),
    /// The list of what was deleted cannot be written.
    #[error(transparent)]
    Deletions(#[from] DeletionsError),
    /// A room above did not give what it does.
    #[error(transparent)]
    NotGiven(#[from] NotGiven),
}

impl From<Fault> for Problem {
    fn from(fault: Fault) -> Self {
        Self::internal(&fault)
    }
}

/// Every fault becomes the variant `Fault` of a room's enum, so that `?` takes it.
#[macro_export]
macro_rules! faults {
    ($error:ty) => {
        $crate::faults!($error: $crate::platform::DbError, $crate::platform::clock::NoRandomness, $crate::platform::DeletionsError, $crate::platform::given::NotGiven);
    };
    ($error:ty: $($fault:ty),+) => {
        $(impl From<$fault> for $error {
            fn from(fault: $fault) -> Self {
                Self::Fault(fault.into())
            }
        })+
    };
}
