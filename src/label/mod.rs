//! A sequence of pieces of text → roles and stances, with evidence and confidence.
//!
//! Two readers need this, plain text and Markdown: each cuts a text into [`Piece`]s in its own way, and a [`Labeller`]
//! reads them. Headings decide where there are any. What they leave open is read as one sequence by a linear-chain model
//! whose [`Weights`] are data, fitted on labelled texts; see [`Fit`]. A caller can add a source of evidence; see
//! [`EvidenceSource`].

mod announce;
mod bare;
mod booklet;
mod chain;
mod citation;
mod doubt;
mod evidence;
mod feature;
mod fit;
mod fitted;
mod frame;
mod genre;
mod glance;
mod hands;
mod heading;
mod hint;
mod holder;
mod interview;
mod labeller;
mod lattice;
mod line;
mod lines;
mod link;
mod listed;
mod marker;
mod memory;
mod observe;
mod opener;
mod outline;
mod piece;
mod prepared;
mod rival;
mod run_in;
mod scan;
mod scenario;
mod sentence;
mod signed;
mod signs;
mod speaker;
mod state;
mod table;
mod weights;

pub(crate) use citation::{Citations, is_attribution, is_quotation, listed};
pub use evidence::{Confidence, Evidence, EvidenceSource, Scores};
pub use fit::{Example, Fit, Gold};
pub use heading::read_heading;
pub use labeller::{Labeller, Reading};
pub(crate) use line::{SEPARATORS, is_space};
pub use link::addresses;
pub(crate) use link::{ends_in_address, goes_on_address};
pub(crate) use marker::{Marker, PARTING, write_marker};
pub(crate) use piece::MAX_PIECES;
pub use piece::{Form, Piece};
pub(crate) use sentence::ends_sentence;
pub use state::Label;
pub use weights::{Weights, WeightsError};
