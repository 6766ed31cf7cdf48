//! A sequence of pieces of text → roles and stances, with evidence and confidence.

mod heading;

pub use heading::read_heading;
