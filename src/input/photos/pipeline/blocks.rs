//! Where the picture of an ordinary JPEG really stops: its blocks are counted by their codes (ITU-T T.81, F.2.2), and no
//! pixels are made of them. Asked only where a file has no end, so that a whole picture with a film behind it is told from
//! half a picture.

use super::segments::{Layout, next_marker, segment};

/// One past the last byte of the blocks of a baseline picture in one scan; `None` where one of them is missing or cannot be
/// read. `scan_start`: one past the header of its scan.
pub(super) fn end(bytes: &[u8], scan_start: usize, frame: &Layout) -> Option<usize> {
    let scan = Scan::before(bytes, scan_start)?;
    let order: Vec<(u32, &[u16], &[u16])> = scan.order(frame)?;
    let (h_max, v_max) = frame.sampling.iter().fold((1, 1), |(h, v), (ch, cv)| (h.max(*ch), v.max(*cv)));
    // A single colour is told block by block, whatever its factors say (A.2.2).
    let (h_max, v_max) = if order.len() == 1 { (1, 1) } else { (u32::from(h_max), u32::from(v_max)) };
    let units = u64::from(frame.width.div_ceil(8 * h_max)) * u64::from(frame.height.div_ceil(8 * v_max));
    let mut bits = Bits { bytes, at: scan_start, hold: 0, held: 0 };
    for unit in 0..units {
        if scan.interval > 0 && unit > 0 && unit.is_multiple_of(u64::from(scan.interval)) {
            bits.restart()?;
        }
        for (blocks, dc, ac) in &order {
            for _ in 0..*blocks {
                bits.block(dc, ac)?;
            }
        }
    }
    Some(bits.end())
}

/// What the segments before a scan say of its codes.
#[derive(Default)]
struct Scan {
    /// By class (0 mean colours, 1 grain) and number: for each sixteen bits the length of the code they begin with, and its
    /// symbol.
    tables: [[Vec<u16>; 4]; 2],
    /// Units between two restarts; 0 for none.
    interval: u16,
    /// Numbers of the colours, as the frame has them.
    numbers: Vec<u8>,
    /// Number of each colour in the scan, and its tables.
    colours: Vec<[u8; 2]>,
}

/// How many blocks of a colour are in a unit, and its codes of the first number and of the others.
type Colour<'a> = (u32, &'a [u16], &'a [u16]);

impl Scan {
    fn before(bytes: &[u8], scan_start: usize) -> Option<Self> {
        let (mut scan, mut at) = (Self::default(), 2);
        loop {
            let (from, marker) = next_marker(bytes, at).ok()?;
            let body = segment(bytes, from + 2).ok()?;
            at = from + 4 + body.len();
            match marker {
                0xC0 | 0xC1 => {
                    scan.numbers = body.get(6..)?.as_chunks::<3>().0.iter().map(|[n, ..]| *n).collect();
                }
                0xC4 => scan.read_tables(body)?,
                0xDD => scan.interval = u16::from_be_bytes(body.get(..2)?.try_into().ok()?),
                0xDA if at == scan_start => {
                    let count = usize::from(*body.first()?);
                    scan.colours = body.get(1..=2 * count)?.as_chunks::<2>().0.to_vec();
                    return Some(scan);
                }
                0xDA => return None,
                _ => {}
            }
        }
    }

    /// Reads the tables of one segment (B.2.4.2).
    fn read_tables(&mut self, mut body: &[u8]) -> Option<()> {
        while let Some((head, rest)) = body.split_at_checked(17) {
            let count = head[1..].iter().map(|count| usize::from(*count)).sum();
            let (symbols, next) = rest.split_at_checked(count)?;
            let (class, number) = (usize::from(head[0] >> 4), usize::from(head[0] & 15));
            *self.tables.get_mut(class)?.get_mut(number)? = table(&head[1..], symbols)?;
            body = next;
        }
        Some(())
    }

    /// The colours in the order of a unit: how many blocks, and their codes.
    fn order(&self, frame: &Layout) -> Option<Vec<Colour<'_>>> {
        let colour = |[number, tables]: &[u8; 2]| {
            let at = self.numbers.iter().position(|known| known == number)?;
            let (h, v) = *frame.sampling.get(at)?;
            let blocks = if self.colours.len() == 1 { 1 } else { u32::from(h) * u32::from(v) };
            let [dc, ac] = [(0, tables >> 4), (1, tables & 15)]
                .map(|(class, number): (usize, u8)| self.tables[class].get(usize::from(number)));
            Some((blocks, dc?.as_slice(), ac?.as_slice()))
        };
        self.colours.iter().map(colour).collect()
    }
}

/// Codes as a table of all sixteen bits (annex C): the length in the high byte, the symbol in the low; 0 where there is none.
fn table(counts: &[u8], symbols: &[u8]) -> Option<Vec<u16>> {
    let mut all = vec![0; 1 << 16];
    let (mut code, mut next) = (0_usize, symbols.iter());
    for (length, count) in (1_u16..=16).zip(counts) {
        for _ in 0..*count {
            let entry = length << 8 | u16::from(*next.next()?);
            let (from, few) = (code << (16 - length), 1_usize << (16 - length));
            all.get_mut(from..from + few)?.fill(entry);
            code += 1;
        }
        code <<= 1;
    }
    Some(all)
}

/// Coded data, bit by bit.
struct Bits<'a> {
    bytes: &'a [u8],
    at: usize,
    hold: u64,
    held: u32,
}

impl Bits<'_> {
    /// Holds sixteen bits or more, as far as there are: at a marker the data stop.
    fn fill(&mut self) {
        while self.held <= 32 {
            let (byte, taken) = match (self.bytes.get(self.at), self.bytes.get(self.at + 1)) {
                (Some(0xFF), Some(0)) => (0xFF, 2),
                (Some(0xFF) | None, _) => return,
                (Some(byte), _) => (*byte, 1),
            };
            (self.hold, self.held, self.at) =
                (self.hold << 8 | u64::from(byte), self.held + 8, self.at + taken);
        }
    }

    fn skip(&mut self, count: u32) -> Option<()> {
        self.fill();
        self.held = self.held.checked_sub(count)?;
        Some(())
    }

    fn symbol(&mut self, codes: &[u16]) -> Option<u8> {
        self.fill();
        // Behind the last bit ones are read: no code is made of ones only.
        let missing = 16_u32.saturating_sub(self.held);
        let window = (self.hold << missing | ((1 << missing) - 1)) >> (self.held + missing - 16) & 0xFFFF;
        let [length, symbol] = codes.get(usize::try_from(window).ok()?)?.to_be_bytes();
        if length == 0 {
            return None;
        }
        self.skip(u32::from(length))?;
        Some(symbol)
    }

    fn block(&mut self, dc: &[u16], ac: &[u16]) -> Option<()> {
        let bits = self.symbol(dc)?;
        self.skip(u32::from(bits & 15))?;
        let mut known = 1;
        while known < 64 {
            let symbol = self.symbol(ac)?;
            match (symbol >> 4, symbol & 15) {
                (15, 0) => known += 16,
                (_, 0) => break,
                (zeros, bits) => {
                    known += u32::from(zeros) + 1;
                    self.skip(u32::from(bits))?;
                }
            }
        }
        Some(())
    }

    /// Steps over a restart marker, which begins at a whole byte.
    fn restart(&mut self) -> Option<()> {
        if self.held >= 8 {
            return None;
        }
        while self.bytes.get(self.at..self.at + 2)? == [0xFF, 0xFF] {
            self.at += 1;
        }
        if !matches!(self.bytes.get(self.at..self.at + 2)?, [0xFF, 0xD0..=0xD7]) {
            return None;
        }
        (self.at, self.hold, self.held) = (self.at + 2, 0, 0);
        Some(())
    }

    /// One past the byte that was read last; what was only held is given back.
    fn end(&self) -> usize {
        (0..self.held / 8).fold(self.at, |at, _| {
            let stuffed = at >= 2 && self.bytes[at - 2..at] == [0xFF, 0];
            at - if stuffed { 2 } else { 1 }
        })
    }
}
