//! How sure a view that takes a side must be to be told.

use super::chain::Allowed;
use super::labeller::is_body;
use super::lattice::Step;
use super::state::State;

/// How much surer a perspective that takes a side must be than another part of the body, in a text that is read as
/// surely as [`USUAL`]; in a text that is read less surely, more, and the other way round, within [`SIDE_DOUBTS`].
const SIDE_DOUBT: f32 = 0.42;

/// How surely the body of a text without headings is read, where it is of a usual manner.
const USUAL: f32 = 0.8;

/// How much the doubt of sides grows for each part that a text is read less surely than usual.
const SLOPE: f32 = 2.0;

/// The bounds of the doubt of sides.
const SIDE_DOUBTS: (f32, f32) = (0.4, 0.7);

/// How much surer than another part a view that takes a side must be in this text: columns full of irony are read with
/// more doubt throughout, and single paragraphs of them are often wrong.
pub(super) fn side_doubt(way: &[Step], allowed: &[Allowed]) -> f32 {
    let (mut sum, mut count) = (0.0, 0.0_f32);
    for (step, allowed) in way.iter().zip(allowed) {
        if is_body(step.state) && allowed.has(State::Welcome.index()) {
            sum += step.share;
            count += 1.0;
        }
    }
    let usual = if count > 0.0 { sum / count } else { 1.0 };
    (SIDE_DOUBT + SLOPE * (USUAL - usual)).clamp(SIDE_DOUBTS.0, SIDE_DOUBTS.1)
}
