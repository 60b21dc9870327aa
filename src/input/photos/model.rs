//! What a photo is, and what it may be.

use serde::{Deserialize, Serialize};

use crate::input::session::{Kind, Moment};
use crate::place::buurt::Place;

/// The longest caption, in Unicode scalar values.
pub const MAX_CAPTION_CHARS: usize = 500;

/// The largest file that is looked at, in bytes (25 MB; a photo of 48 megapixels is some 15 MB).
pub const MAX_PHOTO_BYTES: usize = 25_000_000;

/// The largest picture that is decoded, in pixels (64 MP).
pub const MAX_PHOTO_PIXELS: u64 = 64_000_000;

/// The most memory that one photo may take while it is made safe, in bytes, the uploaded file itself not
/// counted. Known from the file's header, before anything is decoded. Room for a baseline JPEG of 64 MP or a
/// progressive one of some 36 MP; a server that makes one safe stays below 300 MB.
pub const MAX_DECODE_BYTES: u64 = 216 * 1024 * 1024;

/// A caption: 0 to [`MAX_CAPTION_CHARS`] Unicode scalar values, no NUL; kept exactly as it was written.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(try_from = "String", into = "String")]
pub struct Caption(String);

impl Caption {
    /// The words themselves; empty where nobody wrote any.
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

impl TryFrom<String> for Caption {
    type Error = PhotoError;

    fn try_from(text: String) -> Result<Self, PhotoError> {
        if text.contains('\0') {
            return Err(PhotoError::CaptionHasNul);
        }
        let chars = text.chars().count();
        if chars > MAX_CAPTION_CHARS {
            return Err(PhotoError::CaptionTooLong { chars });
        }
        Ok(Self(text))
    }
}

impl From<Caption> for String {
    fn from(caption: Caption) -> Self {
        caption.0
    }
}

/// What the pages know about one photo.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Photo {
    /// Made by the client that sent it (UUID, version 4).
    pub id: String,
    /// What the maker wrote beside it.
    pub caption: String,
    /// Random 128 bits in hexadecimal: where it is served. It changes with every approval.
    pub address: String,
    /// Width of the large version, in pixels, upright.
    pub width: u32,
    /// Height of the large version, in pixels, upright.
    pub height: u32,
    /// A blurred impression of some 25 bytes, to show until the picture is there
    /// (<https://evanw.github.io/thumbhash/>).
    pub thumbhash: Vec<u8>,
    /// Somebody approved it: others may see it.
    pub approved: bool,
    /// Whoever sent it says that it may be on the poster.
    pub poster: bool,
}

impl Photo {
    /// Where one size of it is served (`thumb` or `large`).
    pub fn url(&self, size: &str) -> String {
        format!("/photos/{}?size={size}", self.address)
    }

    /// As the list of pins shows it.
    pub fn json(&self) -> serde_json::Value {
        serde_json::json!({
            "id": self.id, "caption": self.caption, "width": self.width, "height": self.height,
            "thumbhash": self.thumbhash, "poster": self.poster, "thumb": self.url("thumb"), "large": self.url("large"),
        })
    }
}

/// What is said of a photo of a walk, beside its caption.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct About {
    /// Where it was taken.
    pub place: Option<Place>,
    /// What kind of observation.
    pub kind: Option<Kind>,
    /// A theme of the traject.
    pub theme: Option<String>,
    /// The time of day it is about.
    pub moment: Option<Moment>,
    /// Its place in the order of the walk.
    pub at: u32,
    /// One of those to look at first.
    pub matters: bool,
}

/// A photo's place in a walk.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct OnWalk {
    /// UUID of the walk.
    pub walk: String,
    /// What is said of it. Where it is a pin too, place, kind, theme and moment are the pin's, and nothing here.
    pub about: About,
}

/// The two sizes that are kept.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum PhotoSize {
    /// For the list and the map: at most 320 px on its longest side.
    Thumb,
    /// To look at: at most 2048 px on its longest side.
    Large,
}

impl PhotoSize {
    /// The longest side, in pixels. A smaller photo is never enlarged.
    pub const fn longest_side(self) -> u32 {
        match self {
            Self::Thumb => 320,
            Self::Large => 2048,
        }
    }
}

/// What a file turned out to be when it was no photo that can be kept, so that the refusal can say it.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Foreign {
    /// HEIC or HEIF: what an iPhone makes unless it is told otherwise.
    Heic,
    /// A moving WebP.
    AnimatedWebp,
    /// A GIF.
    Gif,
    /// A picture of another type: AVIF, JPEG XL, TIFF, BMP, or a camera's raw file.
    OtherImage,
    /// A film: MP4, `QuickTime`, `WebM`, AVI.
    Video,
    /// An SVG drawing.
    Svg,
    /// A web page.
    Html,
    /// A PDF.
    Pdf,
    /// A ZIP archive, or an office document, which is one.
    Zip,
    /// Ordinary text.
    Text,
    /// Something else.
    Unknown,
}

/// Why a photo or its caption was refused. Nothing of the file is kept.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum PhotoError {
    /// The file has more than [`MAX_PHOTO_BYTES`].
    #[error("the file has {bytes} bytes, more than {MAX_PHOTO_BYTES}")]
    TooManyBytes {
        /// Its size, as far as it was read.
        bytes: u64,
    },
    /// The picture has more than [`MAX_PHOTO_PIXELS`].
    #[error("the picture is {width} by {height} pixels, more than {MAX_PHOTO_PIXELS} in all")]
    TooManyPixels {
        /// Width in pixels, from the header.
        width: u32,
        /// Height in pixels, from the header.
        height: u32,
    },
    /// Decoding it would take more than [`MAX_DECODE_BYTES`].
    #[error(
        "decoding {width} by {height} pixels would take {bytes} bytes of memory, more than {MAX_DECODE_BYTES}"
    )]
    TooMuchMemory {
        /// Width in pixels, from the header.
        width: u32,
        /// Height in pixels, from the header.
        height: u32,
        /// The estimate from the header.
        bytes: u64,
    },
    /// It is no JPEG, PNG or WebP, whatever its name says.
    #[error("the content is {0:?}, not a JPEG, PNG or still WebP")]
    UnsupportedType(Foreign),
    /// There are no bytes at all.
    #[error("the file is empty")]
    Empty,
    /// The file stops before the picture does.
    #[error("the file is cut off: {0}")]
    CutOff(&'static str),
    /// The file is damaged, or of a variant that nobody's camera makes.
    #[error("the picture cannot be decoded: {0}")]
    CannotDecode(String),
    /// The caption has more than [`MAX_CAPTION_CHARS`].
    #[error("the caption has {chars} characters, more than {MAX_CAPTION_CHARS}")]
    CaptionTooLong {
        /// Its length in Unicode scalar values.
        chars: usize,
    },
    /// The caption holds a NUL, which no database keeps alike.
    #[error("the caption holds a NUL character")]
    CaptionHasNul,
    /// The server is stopping and takes no more work.
    #[error("the server is stopping")]
    Stopping,
    /// Our own part failed on a sound picture: a fault in the program, not in the photo.
    #[error("the photo could not be made smaller: {0}")]
    Failed(String),
}

impl PhotoError {
    /// The HTTP status of the contract.
    pub const fn status(&self) -> u16 {
        match self {
            Self::TooManyBytes { .. } | Self::TooManyPixels { .. } | Self::TooMuchMemory { .. } => 413,
            Self::UnsupportedType(_) => 415,
            Self::Empty
            | Self::CutOff(_)
            | Self::CannotDecode(_)
            | Self::CaptionTooLong { .. }
            | Self::CaptionHasNul => 422,
            Self::Stopping => 503,
            Self::Failed(_) => 500,
        }
    }

    /// The name of this problem: the key of its text is `problem-` and this, with a `.detail`.
    pub const fn code(&self) -> &'static str {
        match self {
            Self::TooManyBytes { .. } => "photo-too-large",
            Self::TooManyPixels { .. } | Self::TooMuchMemory { .. } => "photo-too-many-pixels",
            Self::UnsupportedType(foreign) => match foreign {
                Foreign::Heic => "photo-type-heic",
                Foreign::AnimatedWebp | Foreign::Gif | Foreign::Video => "photo-type-moving",
                Foreign::OtherImage | Foreign::Svg => "photo-type-other-image",
                Foreign::Html | Foreign::Pdf | Foreign::Zip | Foreign::Text | Foreign::Unknown => {
                    "photo-type-no-image"
                }
            },
            Self::Empty => "photo-empty",
            Self::CutOff(_) => "photo-cut-off",
            Self::CannotDecode(_) => "photo-cannot-decode",
            Self::CaptionTooLong { .. } => "photo-caption-too-long",
            Self::CaptionHasNul => "photo-caption-has-nul",
            Self::Stopping => "photo-stopping",
            Self::Failed(_) => "photo-failed",
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_caption_may_be_empty_and_keeps_its_spaces() {
        assert_eq!(Caption::try_from(String::new()).map(String::from), Ok(String::new()));
        assert_eq!(
            Caption::try_from(" de brug \n".to_owned()).map(String::from),
            Ok(" de brug \n".to_owned())
        );
    }

    #[test]
    fn a_caption_is_measured_in_characters_and_not_in_bytes() {
        assert!(Caption::try_from("🌳".repeat(MAX_CAPTION_CHARS)).is_ok());
        assert_eq!(
            Caption::try_from("é".repeat(MAX_CAPTION_CHARS + 1)),
            Err(PhotoError::CaptionTooLong { chars: MAX_CAPTION_CHARS + 1 })
        );
    }

    #[test]
    fn a_nul_is_refused_also_when_it_comes_as_json() {
        assert_eq!(Caption::try_from("a\0b".to_owned()), Err(PhotoError::CaptionHasNul));
        assert!(serde_json::from_str::<Caption>(r#""a\u0000b""#).is_err());
        assert!(serde_json::from_str::<Caption>(r#""brug""#).is_ok());
    }
}
