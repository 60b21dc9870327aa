//! How the camera was held: read from EXIF, applied to the pixels, and then forgotten.

use super::pixels::Pixels;

/// The largest EXIF block that is looked at, in bytes. A JPEG cannot hold more; a PNG could.
pub(super) const MAX_EXIF_BYTES: usize = 65_536;

/// One of the eight orientations of EXIF (CIPA DC-008, tag 0x0112).
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Orientation(u32);

impl Orientation {
    /// As it should be: nothing to turn.
    pub(super) const UPRIGHT: Self = Self(1);

    /// Reads the orientation from a TIFF-like block; upright where the block is damaged or says nothing.
    pub(super) fn from_exif(block: &[u8]) -> Self {
        // Some writers keep JPEG's prefix in other containers.
        let block = block.strip_prefix(b"Exif\0\0").unwrap_or(block);
        if block.len() > MAX_EXIF_BYTES {
            return Self::UPRIGHT;
        }
        let mut reader = exif::Reader::new();
        reader.continue_on_error(true);
        reader
            .read_raw(block.to_vec())
            .or_else(|error| error.distill_partial_result(|_| {}))
            .ok()
            .and_then(|exif| exif.get_field(exif::Tag::Orientation, exif::In::PRIMARY)?.value.get_uint(0))
            .filter(|value| (1..=8).contains(value))
            .map_or(Self::UPRIGHT, Self)
    }

    /// Turns and mirrors the picture so that it is upright.
    pub(super) fn apply(self, picture: Pixels) -> Pixels {
        match picture.space.channels() {
            _ if self == Self::UPRIGHT => picture,
            1 => self.turn::<1>(picture),
            _ => self.turn::<3>(picture),
        }
    }

    /// Where each pixel of a `width` × `height` picture goes, as pixel numbers in the upright one: that of the
    /// first pixel, the step for one to the right, and the step for one down.
    fn path(self, width: isize, height: isize) -> (isize, isize, isize) {
        let (right, down) = (width - 1, height - 1);
        match self.0 {
            2 => (right, -1, width),
            3 => (down * width + right, -1, -width),
            4 => (down * width, 1, -width),
            5 => (0, height, 1),
            6 => (down, height, -1),
            7 => (right * height + down, -height, -1),
            8 => (right * height, -height, 1),
            _ => (0, 1, width),
        }
    }

    fn turn<const CHANNELS: usize>(self, picture: Pixels) -> Pixels {
        let Pixels { width, height, space, data } = picture;
        let (columns, rows) = (width as usize, height as usize);
        let (start, right, down) = self.path(columns.cast_signed(), rows.cast_signed());
        let mut turned = vec![0; data.len()];
        let (from, _) = data.as_chunks::<CHANNELS>();
        let (to, _) = turned.as_chunks_mut::<CHANNELS>();
        for (y, row) in from.chunks_exact(columns).enumerate() {
            let mut at = start + y.cast_signed() * down;
            for pixel in row {
                to[at.cast_unsigned()] = *pixel;
                at += right;
            }
        }
        let (width, height) = if self.0 >= 5 { (height, width) } else { (width, height) };
        Pixels { width, height, space, data: turned }
    }
}

#[cfg(test)]
mod tests {
    use super::super::pixels::Space;
    use super::*;

    fn picture(width: u32, height: u32, data: &[u8]) -> Pixels {
        Pixels { width, height, space: Space::Luma, data: data.to_vec() }
    }

    #[test]
    fn every_orientation_puts_the_letter_f_upright() {
        // The letter F, upright: 3 wide, 4 high.
        let upright = picture(
            3,
            4,
            b"FFF\
                                      F..\
                                      FF.\
                                      F..",
        );
        let held: [(u32, Pixels); 8] = [
            (1, upright.clone()),
            (2, picture(3, 4, b"FFF..F.FF..F")),
            (3, picture(3, 4, b"..F.FF..FFFF")),
            (4, picture(3, 4, b"F..FF.F..FFF")),
            (5, picture(4, 3, b"FFFFF.F.F...")),
            (6, picture(4, 3, b"F...F.F.FFFF")),
            (7, picture(4, 3, b"...F.F.FFFFF")),
            (8, picture(4, 3, b"FFFF.F.F...F")),
        ];
        for (number, picture) in held {
            assert_eq!(Orientation(number).apply(picture), upright, "orientation {number}");
        }
    }

    #[test]
    fn damaged_exif_leaves_a_photo_as_it_is() {
        let loops = b"II*\0\x08\0\0\0\0\0\x08\0\0\0";
        let too_large = vec![b'I'; MAX_EXIF_BYTES + 1];
        for block in [b"".as_slice(), b"II", b"MM\0*\xFF\xFF\xFF\xFF", loops, &too_large, &[0xFF; 300]] {
            assert_eq!(Orientation::from_exif(block), Orientation::UPRIGHT);
        }
    }

    #[test]
    fn an_orientation_is_found_also_when_what_follows_is_damaged() {
        let mut block = b"II*\0\x08\0\0\0\x02\0".to_vec();
        block.extend_from_slice(b"\x12\x01\x03\0\x01\0\0\0\x06\0\0\0"); // orientation 6
        block.extend_from_slice(b"\x0F\x01\x02\0\xFF\xFF\0\0\xFF\xFF\0\0"); // a name outside the block
        block.extend_from_slice(b"\xFF\xFF\xFF\x7F");
        assert_eq!(Orientation::from_exif(&block), Orientation(6));
        block[18] = 9;
        assert_eq!(Orientation::from_exif(&block), Orientation::UPRIGHT);
    }
}
