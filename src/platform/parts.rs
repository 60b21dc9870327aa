//! What rooms keep while the program runs, without the platform knowing what it is.

use std::any::{Any, TypeId};
use std::collections::HashMap;
use std::sync::{Arc, PoisonError, RwLock};

/// What rooms keep in memory while the program runs, each under its own type, such as areas that were read. It is made when it
/// is first asked for. Cheap to clone: every clone reaches the same.
#[derive(Clone, Default)]
pub struct Parts(Arc<RwLock<HashMap<TypeId, Kept>>>);

type Kept = Arc<dyn Any + Send + Sync>;

impl Parts {
    /// The one `T` of this program.
    pub fn of<T: Any + Send + Sync + Default>(&self) -> Arc<T> {
        let id = TypeId::of::<T>();
        let known = self.0.read().unwrap_or_else(PoisonError::into_inner).get(&id).cloned();
        let part = known.unwrap_or_else(|| {
            let mut parts = self.0.write().unwrap_or_else(PoisonError::into_inner);
            parts.entry(id).or_insert_with(|| Arc::new(T::default())).clone()
        });
        // Under the id of a type there is only that type.
        part.downcast::<T>().unwrap_or_default()
    }
}

#[cfg(test)]
mod tests {
    use std::sync::Mutex;

    use super::Parts;

    #[test]
    fn each_type_is_made_once_and_every_clone_reaches_it() {
        let parts = Parts::default();
        *parts.of::<Mutex<u32>>().lock().unwrap() = 7;
        *parts.of::<Mutex<String>>().lock().unwrap() = "zeven".to_owned();
        let clone = parts.clone();
        assert_eq!(*clone.of::<Mutex<u32>>().lock().unwrap(), 7);
        assert_eq!(*clone.of::<Mutex<String>>().lock().unwrap(), "zeven");
        assert_eq!(*Parts::default().of::<Mutex<u32>>().lock().unwrap(), 0);
    }
}
