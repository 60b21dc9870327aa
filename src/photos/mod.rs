//! A picture with a caption, made safe to keep.
