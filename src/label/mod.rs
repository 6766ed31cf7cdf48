//! A sequence of pieces of text → roles and stances, with evidence and confidence.

mod heading;
mod piece;
mod state;

pub use heading::read_heading;
pub use piece::{Form, Piece};
pub use state::Label;
