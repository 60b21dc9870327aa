//! What rooms above do for rooms below, given when the program is opened.

use std::any::{Any, TypeId, type_name};
use std::collections::HashMap;
use std::sync::Arc;

use thiserror::Error;

use super::problem::Problem;

/// What rooms above do for rooms below: a room that needs something of a room above it says so in a type of its own, and gets a
/// value of that type when the program is opened. Cheap to clone.
#[derive(Clone, Default)]
pub struct Given(Arc<HashMap<TypeId, Arc<dyn Any + Send + Sync>>>);

/// Nobody gave what a room needs: the program was put together wrongly.
#[derive(Debug, Error)]
#[error("no room above gave {0}")]
pub struct NotGiven(&'static str);

impl From<NotGiven> for Problem {
    fn from(error: NotGiven) -> Self {
        Self::internal(&error)
    }
}

impl Given {
    /// The same, and this.
    #[must_use]
    pub fn with<T: Any + Send + Sync>(mut self, given: T) -> Self {
        Arc::make_mut(&mut self.0).insert(TypeId::of::<T>(), Arc::new(given));
        self
    }

    /// What was given under this type.
    ///
    /// # Errors
    /// It was not given. That is never taken for nothing to do: what is to be done would be left undone without anybody seeing it.
    pub fn of<T: Any + Send + Sync>(&self) -> Result<Arc<T>, NotGiven> {
        let found = self.0.get(&TypeId::of::<T>()).cloned();
        found.and_then(|given| given.downcast::<T>().ok()).ok_or(NotGiven(type_name::<T>()))
    }
}

#[cfg(test)]
mod tests {
    use super::Given;

    #[test]
    fn what_was_given_is_there_and_what_was_not_is_an_error() {
        let given = Given::default().with(7_u32).with("zeven");
        assert_eq!((*given.of::<u32>().unwrap(), *given.of::<&str>().unwrap()), (7, "zeven"));
        assert!(given.of::<u64>().unwrap_err().to_string().contains("u64"));
    }
}
