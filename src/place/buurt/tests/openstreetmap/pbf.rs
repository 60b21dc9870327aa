//! Writes the few messages of OpenStreetMap's PBF format that these tests need, uncompressed.

/// A member of a relation: role and way.
pub struct Member(pub &'static str, pub i64);

/// A file in the making.
#[derive(Default)]
pub struct Pbf {
    strings: Vec<String>,
    groups: Vec<u8>,
    required: Option<&'static str>,
    /// The field of a block in which its content is: 1, as it is; 6 is lz4, 7 is zstd.
    field: Option<u64>,
    /// How many bytes a block says it unpacks to, where that is not so.
    said: Option<u64>,
}

impl Pbf {
    pub fn requiring(feature: &'static str) -> Self {
        Self { required: Some(feature), ..Self::default() }
    }

    /// A file whose blocks say that they are packed otherwise.
    pub fn in_field(field: u64) -> Self {
        Self { field: Some(field), ..Self::default() }
    }

    /// A file whose blocks say that they unpack to so many bytes.
    pub fn saying(bytes: u64) -> Self {
        Self { said: Some(bytes), ..Self::default() }
    }

    pub fn node(&mut self, id: i64, lon: f64, lat: f64, tags: &[(&str, &str)]) {
        self.version(id, (lon, lat), tags, None);
    }

    /// A node with its version, and whether it is still there.
    pub fn version(
        &mut self,
        id: i64,
        (lon, lat): (f64, f64),
        tags: &[(&str, &str)],
        version: Option<(u64, bool)>,
    ) {
        let mut node = Vec::new();
        number(&mut node, 1, zigzag(id));
        self.tags(&mut node, tags);
        if let Some((version, visible)) = version {
            let mut info = Vec::new();
            number(&mut info, 1, version);
            number(&mut info, 6, u64::from(visible));
            bytes(&mut node, 4, &info);
        }
        #[allow(clippy::cast_possible_truncation)]
        for (field, degrees) in [(8, lat), (9, lon)] {
            number(&mut node, field, zigzag((degrees * 1e7).round() as i64));
        }
        self.group(1, &node);
    }

    pub fn way(&mut self, id: i64, refs: &[i64], tags: &[(&str, &str)]) {
        self.located(id, refs, &[], tags);
    }

    /// A way that says itself where its nodes are.
    pub fn located(&mut self, id: i64, refs: &[i64], at: &[(f64, f64)], tags: &[(&str, &str)]) {
        let mut way = Vec::new();
        number(&mut way, 1, id.cast_unsigned());
        self.tags(&mut way, tags);
        packed(&mut way, 8, &deltas(refs));
        if !at.is_empty() {
            #[allow(clippy::cast_possible_truncation)]
            let units = |degrees: f64| (degrees * 1e7).round() as i64;
            packed(&mut way, 9, &deltas(&at.iter().map(|at| units(at.1)).collect::<Vec<_>>()));
            packed(&mut way, 10, &deltas(&at.iter().map(|at| units(at.0)).collect::<Vec<_>>()));
        }
        self.group(3, &way);
    }

    pub fn relation(&mut self, id: i64, members: &[Member], tags: &[(&str, &str)]) {
        let mut relation = Vec::new();
        number(&mut relation, 1, id.cast_unsigned());
        self.tags(&mut relation, tags);
        let roles: Vec<u64> = members.iter().map(|member| self.string(member.0)).collect();
        packed(&mut relation, 8, &roles);
        packed(&mut relation, 9, &deltas(&members.iter().map(|member| member.1).collect::<Vec<_>>()));
        packed(&mut relation, 10, &vec![1; members.len()]);
        self.group(4, &relation);
    }

    /// The header block alone.
    pub fn header(&self) -> Vec<u8> {
        let mut header = Vec::new();
        for feature in ["OsmSchema-V0.6", "DenseNodes"].into_iter().chain(self.required) {
            bytes(&mut header, 4, feature.as_bytes());
        }
        block("OSMHeader", &header)
    }

    pub fn bytes(&self) -> Vec<u8> {
        let mut table = Vec::new();
        bytes(&mut table, 1, b"");
        for string in &self.strings {
            bytes(&mut table, 1, string.as_bytes());
        }
        let mut data = Vec::new();
        bytes(&mut data, 1, &table);
        data.extend(&self.groups);
        [self.header(), block_in("OSMData", &data, self.field.unwrap_or(1), self.said)].concat()
    }

    fn group(&mut self, field: u64, message: &[u8]) {
        let mut group = Vec::new();
        bytes(&mut group, field, message);
        bytes(&mut self.groups, 2, &group);
    }

    fn tags(&mut self, message: &mut Vec<u8>, tags: &[(&str, &str)]) {
        let keys: Vec<u64> = tags.iter().map(|tag| self.string(tag.0)).collect();
        let values: Vec<u64> = tags.iter().map(|tag| self.string(tag.1)).collect();
        packed(message, 2, &keys);
        packed(message, 3, &values);
    }

    /// Place in the string table; 0 is the empty string.
    fn string(&mut self, text: &str) -> u64 {
        let at = self.strings.iter().position(|string| string == text).unwrap_or_else(|| {
            self.strings.push(text.to_owned());
            self.strings.len() - 1
        });
        at as u64 + 1
    }
}

fn block(kind: &str, content: &[u8]) -> Vec<u8> {
    block_in(kind, content, 1, None)
}

fn block_in(kind: &str, content: &[u8], field: u64, said: Option<u64>) -> Vec<u8> {
    let mut blob = Vec::new();
    number(&mut blob, 2, said.unwrap_or(content.len() as u64));
    bytes(&mut blob, field, content);
    let mut header = Vec::new();
    bytes(&mut header, 1, kind.as_bytes());
    number(&mut header, 3, blob.len() as u64);
    let length = u32::try_from(header.len()).unwrap().to_be_bytes();
    [&length[..], &header, &blob].concat()
}

fn varint(out: &mut Vec<u8>, mut value: u64) {
    while value >= 0x80 {
        out.push(value.to_le_bytes()[0] | 0x80);
        value >>= 7;
    }
    out.push(value.to_le_bytes()[0]);
}

fn number(out: &mut Vec<u8>, field: u64, value: u64) {
    varint(out, field << 3);
    varint(out, value);
}

fn bytes(out: &mut Vec<u8>, field: u64, content: &[u8]) {
    varint(out, field << 3 | 2);
    varint(out, content.len() as u64);
    out.extend(content);
}

fn packed(out: &mut Vec<u8>, field: u64, values: &[u64]) {
    let mut content = Vec::new();
    for value in values {
        varint(&mut content, *value);
    }
    bytes(out, field, &content);
}

fn zigzag(value: i64) -> u64 {
    ((value << 1) ^ (value >> 63)).cast_unsigned()
}

fn deltas(values: &[i64]) -> Vec<u64> {
    let mut last = 0_i64;
    values.iter().map(|value| zigzag(value.wrapping_sub(std::mem::replace(&mut last, *value)))).collect()
}
