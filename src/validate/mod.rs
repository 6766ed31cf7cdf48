//! Article → Report: rules that say what an article lacks or what is wrong with it.
//!
//! [`validate`](fn@validate) runs every built-in rule. A [`Validator`] can leave rules out, change how much their findings
//! matter, and run rules of your own. Each rule is a type in [`rules`] whose page says what it does, why, and what to
//! write instead; [`explain`] gives the same page by name.
//!
//! ```
//! use commentary::validate::explain;
//! use commentary::{Article, Profile, Section, Stance, validate};
//!
//! let article = Article::new("A roof over the canal")
//!     .author("Dana Whitcombe")
//!     .language("en".parse()?)
//!     .section(Section::perspective(Stance::Optimistic).paragraph("Every mile saves water."));
//!
//! let report = validate(&article, &Profile::any());
//! assert_eq!(
//!     report.to_string(),
//!     "warning[missing-reference]: the article names no source\n\
//!      warning[missing-perspective]: only one perspective takes a side\n"
//! );
//! assert!(explain("missing-reference").is_some_and(|page| page.contains("# Use instead")));
//! # Ok::<(), commentary::LanguageError>(())
//! ```

mod absence;
mod allowance;
mod choices;
mod explain;
mod fix;
mod parts;
mod placing;
mod rule;
pub mod rules;
mod sample;
mod subject;
mod unknown;
mod validator;
mod views;

pub use explain::explain;
pub use fix::Fixed;
pub use rule::Rule;
pub use subject::Subject;
pub use validator::{Validator, validate};
