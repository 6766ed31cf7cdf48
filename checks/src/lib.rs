//! What the tests and benchmarks of `commentary` share: made-up articles, labelled samples, hostile files, timing.

pub mod corpus;
