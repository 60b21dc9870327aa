//! A JSON value that is no larger than it may be.

use serde::de::{DeserializeSeed, Deserializer, MapAccess, SeqAccess, Visitor};
use serde_json::{Map, Number, Value};

/// A JSON value of no more than so many parts: what is larger is refused before it is in memory.
pub(super) struct Budget<'b> {
    /// How many parts it may still have.
    pub left: &'b mut usize,
    /// Set where it has more.
    pub large: &'b mut bool,
}

impl Budget<'_> {
    fn take<E: serde::de::Error>(&mut self, parts: usize) -> Result<(), E> {
        if *self.left < parts {
            *self.large = true;
            return Err(E::custom("too large"));
        }
        *self.left -= parts;
        Ok(())
    }

    fn again(&mut self) -> Budget<'_> {
        Budget { left: &mut *self.left, large: &mut *self.large }
    }
}

impl<'de> DeserializeSeed<'de> for Budget<'_> {
    type Value = Value;

    fn deserialize<D: Deserializer<'de>>(mut self, deserializer: D) -> Result<Value, D::Error> {
        self.take(1)?;
        deserializer.deserialize_any(self)
    }
}

impl<'de> Visitor<'de> for Budget<'_> {
    type Value = Value;

    fn expecting(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str("a JSON value")
    }

    fn visit_bool<E>(self, value: bool) -> Result<Value, E> {
        Ok(Value::Bool(value))
    }

    fn visit_i64<E>(self, value: i64) -> Result<Value, E> {
        Ok(Value::from(value))
    }

    fn visit_u64<E>(self, value: u64) -> Result<Value, E> {
        Ok(Value::from(value))
    }

    fn visit_f64<E>(self, value: f64) -> Result<Value, E> {
        Ok(Number::from_f64(value).map_or(Value::Null, Value::Number))
    }

    fn visit_unit<E>(self) -> Result<Value, E> {
        Ok(Value::Null)
    }

    fn visit_str<E: serde::de::Error>(mut self, text: &str) -> Result<Value, E> {
        self.take(text.len() / 32)?;
        Ok(Value::from(text))
    }

    fn visit_seq<A: SeqAccess<'de>>(mut self, mut list: A) -> Result<Value, A::Error> {
        let mut all = Vec::new();
        while let Some(value) = list.next_element_seed(self.again())? {
            all.push(value);
        }
        Ok(Value::Array(all))
    }

    fn visit_map<A: MapAccess<'de>>(mut self, mut map: A) -> Result<Value, A::Error> {
        let mut all = Map::new();
        while let Some(key) = map.next_key::<String>()? {
            self.take(1 + key.len() / 32)?;
            let value = map.next_value_seed(self.again())?;
            all.insert(key, value);
        }
        Ok(Value::Object(all))
    }
}
