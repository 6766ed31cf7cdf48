//! One file or folder for each format; formats do not know each other.

#[cfg(feature = "json")]
pub mod csl;
#[cfg(feature = "json")]
pub mod json;
#[cfg(feature = "markdown")]
pub mod markdown;
#[cfg(feature = "json")]
pub mod schema_org;
pub mod text;
