//! What each observation is worth: data, fitted on labelled texts.

use std::collections::BTreeMap;
use std::sync::LazyLock;

use serde::{Deserialize, Serialize};

use super::chain::{Row, StepFactors, Steps};
use super::feature::{FEATURES, Feature, Observations};
use super::fitted;
use super::lattice::{LANES, Lanes, Paths};
use super::state::{STATES, State};

/// What each observation is worth for each state, and each step from state to state.
///
/// The built-in weights were fitted on labelled texts by the program `fit` of this repository, which anyone can run
/// again on texts of their own; `fitted.rs` says on what, how, and with which result. A set of weights is data: it can be
/// stored and loaded by any serde format, and given to a [`Labeller`](super::Labeller).
///
/// # Examples
///
/// ```
/// use commentary::label::Weights;
///
/// let weights = Weights::builtin();
/// assert!(weights.features().any(|name| name == "opens:cue:example"));
/// assert!(weights.weight("opens:cue:example", "example") > weights.weight("opens:cue:example", "summary"));
/// ```
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(try_from = "Data", into = "Data")]
pub struct Weights {
    /// One row for each feature.
    features: Vec<Row>,
    /// What a feature of a piece says for staying in the state of the piece before.
    stay: Vec<f32>,
    steps: Steps,
    /// The exponentials of the steps, taken once.
    factors: StepFactors,
    /// For each feature what it is worth for each state and for staying, in whole vectors.
    lanes: Vec<Lanes>,
    paths: Paths,
}

impl Weights {
    fn new(features: Vec<Row>, stay: Vec<f32>, steps: Steps) -> Self {
        let (factors, paths) = (StepFactors::new(&steps), Paths::new(&steps));
        let lanes = features.iter().zip(&stay).map(|(row, &stay)| lanes(row, stay)).collect();
        Self { features, stay, steps, factors, lanes, paths }
    }

    /// The weights that are built in.
    #[must_use]
    pub fn builtin() -> &'static Self {
        static BUILTIN: LazyLock<Weights> = LazyLock::new(from_fitted);
        &BUILTIN
    }

    /// Weights that say nothing: every sequence is as good as any other.
    #[must_use]
    pub fn zero() -> Self {
        let row = [0.0; STATES];
        let steps = Steps { start: row, end: row, step: [row; STATES] };
        Self::new(vec![row; FEATURES], vec![0.0; FEATURES], steps)
    }

    /// The names of the features, in their order.
    pub fn features(&self) -> impl Iterator<Item = String> {
        Feature::all().map(Feature::name)
    }

    /// The names of the states, in their order.
    pub fn states() -> impl Iterator<Item = &'static str> {
        State::ALL.into_iter().map(State::name)
    }

    /// What a feature is worth for a state, in natural logarithms of odds; 0 for names that do not exist.
    #[must_use]
    pub fn weight(&self, feature: &str, state: &str) -> f32 {
        let row = Feature::all().find(|known| known.name() == feature).map(|known| self.row(known));
        let column = State::ALL.into_iter().find(|known| known.name() == state).map(State::index);
        row.zip(column).and_then(|(row, column)| row.get(column).copied()).unwrap_or_default()
    }

    /// What a feature says for staying in the state of the piece before; 0 for a name that does not exist.
    #[must_use]
    pub fn stay(&self, feature: &str) -> f32 {
        let known = Feature::all().find(|known| known.name() == feature);
        known.and_then(|known| self.stay.get(known.index()).copied()).unwrap_or_default()
    }

    /// What the step from a state to a state is worth; `None` stands for the beginning and the end of the text.
    #[must_use]
    pub fn step(&self, from: Option<&str>, to: Option<&str>) -> f32 {
        let find = |name: &str| State::ALL.into_iter().find(|known| known.name() == name).map(State::index);
        let row = match (from, to) {
            (Some(from), None) => find(from).and_then(|from| self.steps.end.get(from)),
            (None, Some(to)) => find(to).and_then(|to| self.steps.start.get(to)),
            (Some(from), Some(to)) => {
                let row = find(from).and_then(|from| self.steps.step.get(from));
                row.zip(find(to)).and_then(|(row, to)| row.get(to))
            }
            (None, None) => None,
        };
        row.copied().unwrap_or_default()
    }

    pub(crate) fn row(&self, feature: Feature) -> Row {
        self.features.get(feature.index()).copied().unwrap_or([0.0; STATES])
    }

    /// What a feature is worth for a state.
    pub(super) fn weight_of(&self, feature: Feature, state: State) -> f32 {
        self.lanes.get(feature.index()).and_then(|row| row.get(state.index())).copied().unwrap_or_default()
    }

    pub(crate) const fn steps(&self) -> &Steps {
        &self.steps
    }

    pub(crate) const fn step_factors(&self) -> &StepFactors {
        &self.factors
    }

    /// The steps between states, ready for reading.
    pub(super) const fn paths(&self) -> &Paths {
        &self.paths
    }

    /// The scores of each state of a piece, and what staying is worth there.
    pub(super) fn score(&self, observations: &Observations, piece: usize) -> Lanes {
        let mut sums = [0.0; LANES];
        for &(feature, value) in observations.of(piece) {
            if let Some(weights) = self.lanes.get(feature.index()) {
                sums.iter_mut().zip(weights).for_each(|(slot, weight)| *slot += weight * value);
            }
        }
        sums
    }

    /// All weights in one row, for fitting: features by states, staying, start, end, steps.
    pub(crate) fn to_flat(&self) -> Vec<f32> {
        let rows = self.features.iter().flatten().chain(&self.stay).chain(&self.steps.start).chain(&self.steps.end);
        rows.chain(self.steps.step.iter().flatten()).copied().collect()
    }

    /// The weights from one row, as [`to_flat`](Self::to_flat) gives it. What is missing is 0.
    pub(crate) fn from_flat(flat: &[f32]) -> Self {
        let mut numbers = flat.iter().copied();
        let mut row = || -> Row { std::array::from_fn(|_| numbers.next().unwrap_or_default()) };
        let features = (0..FEATURES).map(|_| row()).collect();
        let rest = flat.get(FEATURES * STATES..).unwrap_or_default();
        let stay = (0..FEATURES).map(|at| rest.get(at).copied().unwrap_or_default()).collect();
        let mut numbers = rest.iter().copied().skip(FEATURES);
        let mut row = || -> Row { std::array::from_fn(|_| numbers.next().unwrap_or_default()) };
        let (start, end) = (row(), row());
        Self::new(features, stay, Steps { start, end, step: std::array::from_fn(|_| row()) })
    }
}

/// A row of weights for the states and the weight of staying, in whole vectors.
fn lanes(row: &Row, stay: f32) -> Lanes {
    let mut lanes = [0.0; LANES];
    lanes.iter_mut().zip(row.iter().chain([&stay])).for_each(|(slot, &weight)| *slot = weight);
    lanes
}

/// The fitted weights, by their names: a feature or a state that is new since they were fitted has no weight yet.
fn from_fitted() -> Weights {
    let columns: Vec<Option<usize>> =
        Weights::states().map(|name| fitted::STATES.iter().position(|&known| known == name)).collect();
    let row = |fitted: &[f32]| -> Row {
        std::array::from_fn(|state| {
            let column = columns.get(state).copied().flatten();
            column.and_then(|column| fitted.get(column).copied()).unwrap_or_default()
        })
    };
    let (mut features, mut stay) = (vec![[0.0; STATES]; FEATURES], vec![0.0; FEATURES]);
    for (position, feature) in Feature::all().enumerate() {
        let name = feature.name();
        let Some((_, staying, weights)) = fitted::FEATURES.iter().find(|(known, ..)| *known == name) else { continue };
        if let (Some(slot), Some(staying_slot)) = (features.get_mut(position), stay.get_mut(position)) {
            (*slot, *staying_slot) = (row(weights), *staying);
        }
    }
    let step = std::array::from_fn(|state| {
        let from = columns.get(state).copied().flatten();
        row(from.and_then(|from| fitted::STEP.get(from).copied()).unwrap_or_default())
    });
    Weights::new(features, stay, Steps { start: row(fitted::START), end: row(fitted::END), step })
}

/// The form in which weights are stored: names → numbers, zeros left out.
#[derive(Serialize, Deserialize)]
struct Data {
    features: BTreeMap<String, BTreeMap<String, f32>>,
    stay: BTreeMap<String, f32>,
    start: BTreeMap<String, f32>,
    end: BTreeMap<String, f32>,
    steps: BTreeMap<String, BTreeMap<String, f32>>,
}

/// A name in stored weights that this version does not know.
///
/// # Examples
///
/// ```
/// use commentary::label::Weights;
///
/// let json = r#"{"features":{"weather":{"summary":1.0}},"stay":{},"start":{},"end":{},"steps":{}}"#;
/// # #[cfg(feature = "json")] {
/// let error = serde_json::from_str::<Weights>(json).unwrap_err();
/// assert_eq!(error.to_string(), "`weather` names no feature or state of these weights");
/// # }
/// ```
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("`{}` names no feature or state of these weights", .0.escape_debug())]
pub struct WeightsError(String);

fn named(row: &Row) -> BTreeMap<String, f32> {
    let pairs = Weights::states().zip(row).filter(|&(_, &weight)| weight != 0.0);
    pairs.map(|(name, &weight)| (name.to_owned(), weight)).collect()
}

fn unnamed(data: &BTreeMap<String, f32>) -> Result<Row, WeightsError> {
    let mut row = [0.0; STATES];
    for (name, &weight) in data {
        let state = State::ALL.into_iter().find(|state| state.name() == name);
        let slot = state.and_then(|state| row.get_mut(state.index()));
        *slot.ok_or_else(|| WeightsError(name.clone()))? = weight;
    }
    Ok(row)
}

fn feature(name: &str) -> Result<Feature, WeightsError> {
    Feature::all().find(|known| known.name() == name).ok_or_else(|| WeightsError(name.to_owned()))
}

impl From<Weights> for Data {
    fn from(weights: Weights) -> Self {
        let rows = Feature::all().map(|feature| (feature.name(), named(&weights.row(feature))));
        let stay = Feature::all().zip(&weights.stay).filter(|&(_, &weight)| weight != 0.0);
        let steps = Weights::states().zip(&weights.steps.step).map(|(name, row)| (name.to_owned(), named(row)));
        Self {
            features: rows.filter(|(_, row)| !row.is_empty()).collect(),
            stay: stay.map(|(feature, &weight)| (feature.name(), weight)).collect(),
            start: named(&weights.steps.start),
            end: named(&weights.steps.end),
            steps: steps.filter(|(_, row)| !row.is_empty()).collect(),
        }
    }
}

impl TryFrom<Data> for Weights {
    type Error = WeightsError;

    fn try_from(data: Data) -> Result<Self, WeightsError> {
        let (mut features, mut stay) = (vec![[0.0; STATES]; FEATURES], vec![0.0; FEATURES]);
        for (name, row) in &data.features {
            let slot = features.get_mut(feature(name)?.index());
            *slot.ok_or_else(|| WeightsError(name.clone()))? = unnamed(row)?;
        }
        for (name, &weight) in &data.stay {
            let slot = stay.get_mut(feature(name)?.index());
            *slot.ok_or_else(|| WeightsError(name.clone()))? = weight;
        }
        let mut steps = Steps { start: unnamed(&data.start)?, end: unnamed(&data.end)?, step: [[0.0; STATES]; STATES] };
        for (name, row) in &data.steps {
            let state = State::ALL.into_iter().find(|state| state.name() == name);
            let slot = state.and_then(|state| steps.step.get_mut(state.index()));
            *slot.ok_or_else(|| WeightsError(name.clone()))? = unnamed(row)?;
        }
        Ok(Self::new(features, stay, steps))
    }
}

#[cfg(test)]
mod tests {
    use super::Weights;
    use crate::label::feature::Feature;
    use crate::label::fitted;

    #[test]
    fn the_fitted_weights_know_every_feature_and_state() {
        let names: Vec<String> = Feature::all().map(Feature::name).collect();
        let fitted: Vec<&str> = fitted::FEATURES.iter().map(|(name, ..)| *name).collect();
        assert_eq!(fitted, names, "run the program `fit` again");
        assert_eq!(fitted::STATES.to_vec(), Weights::states().collect::<Vec<_>>(), "run the program `fit` again");
    }

    #[test]
    fn weights_survive_being_laid_flat() {
        assert_eq!(&Weights::from_flat(&Weights::builtin().to_flat()), Weights::builtin());
    }
}
