//! One file or folder for each format; formats do not know each other. `serde` is the shape that those share which go
//! through serde.

#[cfg(feature = "json")]
pub mod json;
mod serde;
