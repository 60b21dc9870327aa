//! Whether a file is one page of more: services give a thousand features at a time and say where the next are.

use serde_json::Value;

/// How services call the number of features that were asked for: OGC API and WFS, GeoServer, STAC, and others.
const TOTALS: [&str; 7] =
    ["numberMatched", "totalFeatures", "matched", "totalCount", "total_count", "total", "count"];
/// How they say that there are more.
const FLAGS: [&str; 4] = ["exceededTransferLimit", "hasMore", "has_more", "more"];
/// How they say where the next are.
const NEXTS: [&str; 6] = ["next", "next_url", "nextPage", "nextLink", "@odata.nextLink", "next_page"];
/// In which members all this stands, beside the features or one deep.
const MEMBERS: [&str; 8] =
    ["links", "_links", "context", "pagination", "paging", "meta", "metadata", "properties"];

/// What a collection says of other pages.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Pages {
    total: Option<u64>,
    has_next: bool,
}

impl Pages {
    /// Whether a member of a collection can say something of other pages.
    pub fn is_told_by(key: &str) -> bool {
        [TOTALS.as_slice(), &FLAGS, &NEXTS, &MEMBERS].iter().any(|keys| keys.contains(&key))
    }

    /// Takes a member into account.
    pub fn add(&mut self, key: &str, value: &Value) {
        match value {
            Value::Object(members) if MEMBERS.contains(&key) => {
                members.iter().for_each(|(key, value)| self.one(key, value));
            }
            Value::Array(links) if key.ends_with("links") => {
                self.has_next |= links.iter().any(|link| link["rel"] == "next");
            }
            value => self.one(key, value),
        }
    }

    fn one(&mut self, key: &str, value: &Value) {
        if TOTALS.contains(&key) {
            self.total = self.total.max(value.as_u64());
        }
        // An address, or an object with one.
        let is_link = value.as_str().is_some_and(|text| !text.is_empty()) || value["href"].is_string();
        self.has_next |= FLAGS.contains(&key) && value == true || NEXTS.contains(&key) && is_link;
    }

    /// How many features are missing of a file that has so many; nothing where it is whole, or nothing within where it does not say
    /// how many.
    pub fn missing(&self, read: u64) -> Option<Option<u64>> {
        let more = self.total.map(|total| total.saturating_sub(read)).filter(|more| *more > 0);
        (self.has_next || more.is_some()).then_some(more)
    }
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::*;

    fn missing(members: &Value, read: u64) -> Option<Option<u64>> {
        let mut pages = Pages::default();
        for (key, value) in members.as_object().unwrap() {
            if Pages::is_told_by(key) {
                pages.add(key, value);
            }
        }
        pages.missing(read)
    }

    #[test]
    fn services_say_in_their_own_ways_that_there_is_more() {
        let next = json!([{"rel": "self", "href": "x"}, {"rel": "next", "href": "y"}]);
        for (members, wanted) in [
            (json!({"numberMatched": 1000, "numberReturned": 1, "links": next}), Some(Some(999))),
            (json!({"numberMatched": 1000}), Some(Some(999))),
            (json!({"links": next}), Some(None)),
            (json!({"_links": {"next": {"href": "y"}}}), Some(None)),
            (json!({"exceededTransferLimit": true}), Some(None)),
            (json!({"properties": {"exceededTransferLimit": true}}), Some(None)),
            (json!({"totalFeatures": 7, "numberMatched": "unknown"}), Some(Some(6))),
            (json!({"context": {"matched": 3, "returned": 1}}), Some(Some(2))),
            (json!({"count": 5, "next": "https://x/?page=2", "previous": null}), Some(Some(4))),
        ] {
            assert_eq!(missing(&members, 1), wanted, "{members}");
        }
    }

    #[test]
    fn a_whole_file_is_no_page() {
        for members in [
            json!({}),
            json!({"numberMatched": 1, "numberReturned": 1, "links": [{"rel": "self", "href": "x"}]}),
            json!({"exceededTransferLimit": false, "next": null, "_links": {"self": {"href": "x"}}}),
            json!({"count": 1, "total": "veel", "links": "x", "properties": null}),
        ] {
            assert_eq!(missing(&members, 1), None, "{members}");
        }
    }
}
