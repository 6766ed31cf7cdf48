//! Fitted weights.

use super::chain::Row;
use super::state::STATES;

pub(super) const FEATURES: &[(&str, Row)] = &[];
pub(super) const STAY: [f32; 0] = [];
pub(super) const START: Row = [0.0; STATES];
pub(super) const END: Row = [0.0; STATES];
pub(super) const STEP: [Row; STATES] = [[0.0; STATES]; STATES];
