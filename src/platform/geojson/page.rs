//! Whether a file is one page of more: services give a thousand features at a time and say where the next are.

use serde::{Deserialize, Serialize};
use serde_json::Value;

/// How services call the number of features that were asked for: OGC API, WFS, STAC and others.
const TOTALS: [&str; 7] =
    ["numberMatched", "totalFeatures", "matched", "totalCount", "total_count", "total", "count"];
/// How they say that there are more.
const FLAGS: [&str; 4] = ["exceededTransferLimit", "hasMore", "has_more", "more"];
/// How they say where the next are.
const NEXTS: [&str; 6] = ["next", "next_url", "nextPage", "nextLink", "@odata.nextLink", "next_page"];
/// In which members all this stands, beside the features or one deep.
const MEMBERS: [&str; 8] =
    ["links", "_links", "context", "pagination", "paging", "meta", "metadata", "properties"];

/// A file that is one page of an answer that has more.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub struct Page {
    /// Features that are on other pages; nothing where it does not say how many.
    pub missing: Option<u64>,
}

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
            // Among properties of any kind a total is of anything.
            Value::Object(members) if key == "properties" => {
                for (key, value) in members.iter().filter(|(key, _)| FLAGS.contains(&key.as_str())) {
                    self.one(key, value);
                }
            }
            Value::Object(members) if MEMBERS.contains(&key) => {
                for (key, value) in members {
                    self.one(key, value);
                }
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

    /// Which page a file with so many features is; nothing where it is whole.
    pub fn page(&self, read: u64) -> Option<Page> {
        let missing = self.total.map(|total| total.saturating_sub(read)).filter(|more| *more > 0);
        (self.has_next || missing.is_some()).then_some(Page { missing })
    }
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::*;

    fn page(members: &Value) -> Option<Page> {
        let mut pages = Pages::default();
        for (key, value) in members.as_object().unwrap() {
            if Pages::is_told_by(key) {
                pages.add(key, value);
            }
        }
        pages.page(1)
    }

    #[test]
    fn services_say_in_their_own_ways_that_there_is_more() {
        let next = json!([{"rel": "self", "href": "x"}, {"rel": "next", "href": "y"}]);
        for (members, wanted) in [
            (json!({"numberMatched": 1000, "numberReturned": 1, "links": next}), Some(999)),
            (json!({"numberMatched": 1000}), Some(999)),
            (json!({"links": next}), None),
            (json!({"_links": {"next": {"href": "y"}}}), None),
            (json!({"exceededTransferLimit": true}), None),
            (json!({"properties": {"exceededTransferLimit": true}}), None),
            (json!({"totalFeatures": 7, "numberMatched": "unknown"}), Some(6)),
            (json!({"context": {"matched": 3, "returned": 1}}), Some(2)),
            (json!({"count": 5, "next": "https://x/?page=2", "previous": null}), Some(4)),
        ] {
            assert_eq!(page(&members), Some(Page { missing: wanted }), "{members}");
        }
    }

    #[test]
    fn a_whole_file_is_no_page() {
        for members in [
            json!({}),
            json!({"numberMatched": 1, "numberReturned": 1, "links": [{"rel": "self", "href": "x"}]}),
            json!({"exceededTransferLimit": false, "next": null, "_links": {"self": {"href": "x"}}}),
            json!({"count": 1, "total": "veel", "links": "x", "properties": null}),
            json!({"properties": {"total": 900, "next": "x"}}),
        ] {
            assert_eq!(page(&members), None, "{members}");
        }
    }
}
