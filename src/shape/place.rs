//! Where the reader or the writer is: the path, how deep, and what went wrong there.

use std::borrow::Cow;
use std::cell::{Cell, RefCell};
use std::fmt;

use serde::{de, ser};

use super::fault::{Fault, MAX_LEVELS};
use crate::diagnostic::escape;
use crate::path::{Path, Step};

/// Where the reader or the writer is. One is made for each document and lent to every part.
///
/// Steps are added on the way in and taken back on the way out. After an error they stay, so that whoever started can
/// tell where it was, also for errors of the format itself, which know nothing of paths.
#[derive(Debug, Default)]
pub(crate) struct Place {
    steps: RefCell<Vec<Step>>,
    levels: Cell<usize>,
    fault: RefCell<Option<Fault>>,
    versioned: Cell<bool>,
    digits: RefCell<Digits>,
}

/// Digits of numbers that go through serde as floating-point numbers, which may have others.
#[cfg_attr(not(feature = "json"), expect(dead_code, reason = "only this crate's JSON knows the digits"))]
#[derive(Debug, Default)]
enum Digits {
    /// The format does not know them, or cannot write them.
    #[default]
    Lost,
    /// On reading: the numbers as written, in the order in which they come.
    Written(std::vec::IntoIter<Box<str>>),
    /// On writing: the digits of the number that comes next, if it has any of its own.
    Next(Option<Box<str>>),
}

impl Place {
    /// Goes to the value of a key.
    pub(crate) fn enter_key(&self, key: impl Into<Cow<'static, str>>) {
        self.steps.borrow_mut().push(Step::Key(key.into()));
    }

    /// Goes to an item of an array.
    pub(super) fn enter_index(&self, position: usize) {
        self.steps.borrow_mut().push(Step::Index(position));
    }

    /// Goes back out of a key or an item.
    pub(super) fn leave(&self) {
        self.steps.borrow_mut().pop();
    }

    /// Goes back out of a key, and gives it back.
    pub(super) fn leave_key(&self) -> String {
        match self.steps.borrow_mut().pop() {
            Some(Step::Key(key)) => key.into_owned(),
            Some(Step::Index(_)) | None => String::new(),
        }
    }

    /// Opens an array or an object.
    pub(super) fn open(&self) -> Result<(), Fault> {
        let levels = self.levels.get() + 1;
        self.levels.set(levels);
        if levels > MAX_LEVELS { Err(Fault::TooDeep) } else { Ok(()) }
    }

    /// Closes an array or an object.
    pub(super) fn close(&self) {
        self.levels.set(self.levels.get().saturating_sub(1));
    }

    /// Keeps a fault, and gives an error of the format for it that names the place.
    pub(crate) fn refuse<E: de::Error>(&self, fault: Fault) -> E {
        let error = E::custom(Located { path: &self.path(), fault: &fault });
        self.fault.replace(Some(fault));
        error
    }

    /// [`refuse`](Self::refuse) for a value of another kind than expected.
    #[cfg(feature = "json")]
    pub(crate) fn refuse_other<E: de::Error>(&self, expected: &'static str, found: &str) -> E {
        self.refuse(Fault::mismatch(expected, &found))
    }

    /// [`refuse`](Self::refuse) for writers.
    pub(super) fn refuse_to_write<E: ser::Error>(&self, fault: Fault) -> E {
        let error = E::custom(Located { path: &self.path(), fault: &fault });
        self.fault.replace(Some(fault));
        error
    }

    /// Notes that the document has said its version.
    pub(super) fn set_versioned(&self) {
        self.versioned.set(true);
    }

    /// True where the document has said its version.
    #[cfg(feature = "json")]
    pub(crate) fn is_versioned(&self) -> bool {
        self.versioned.get()
    }

    /// The fault that stopped it, where it was not one of the format itself.
    #[cfg(feature = "json")]
    pub(crate) fn take_fault(&self) -> Option<Fault> {
        self.fault.take()
    }

    /// Gives the numbers of a text that is to be read, as written; those that come as whole numbers are not among them.
    #[cfg(feature = "json")]
    pub(super) fn set_digits(&self, written: Vec<Box<str>>) {
        self.digits.replace(Digits::Written(written.into_iter()));
    }

    /// Tells that the writer asks for the digits of each floating-point number, by [`take_digits`](Self::take_digits).
    #[cfg(feature = "json")]
    pub(super) fn take_digits_on_writing(&self) {
        self.digits.replace(Digits::Next(None));
    }

    /// Gives the digits of the number that is written next.
    pub(super) fn give_digits(&self, digits: &str) {
        if let Digits::Next(next) = &mut *self.digits.borrow_mut() {
            *next = Some(digits.into());
        }
    }

    /// The digits of a number that came or goes as this one, where they are known.
    pub(super) fn take_digits(&self, number: f64) -> Option<Box<str>> {
        let digits = match &mut *self.digits.borrow_mut() {
            Digits::Lost => None,
            Digits::Written(numbers) => numbers.next(),
            Digits::Next(next) => next.take(),
        };
        digits.filter(|digits| digits.parse() == Ok(number))
    }

    /// The path to here.
    pub(crate) fn path(&self) -> Path {
        self.steps.borrow().iter().fold(Path::root(), |path, step| match step {
            Step::Key(key) => path.key(key.clone()),
            Step::Index(position) => path.index(*position),
        })
    }
}

/// Something and the place where it is: `sections[2].stance: expected a string, found 5`.
pub(crate) struct Located<'a, F> {
    pub(crate) path: &'a Path,
    pub(crate) fault: &'a F,
}

impl<F: fmt::Display> fmt::Display for Located<'_, F> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        /// Keys can be as long as their author likes; a message stays on a screen.
        const LONGEST: usize = 200;
        if !self.path.is_root() {
            let path = self.path.to_string();
            match path.char_indices().nth(LONGEST).and_then(|(end, _)| path.get(..end)) {
                Some(beginning) => write!(f, "{}…: ", escape(beginning))?,
                None => write!(f, "{}: ", escape(&path))?,
            }
        }
        self.fault.fmt(f)
    }
}
