//! Data of any shape, for keys that this version does not know.

use std::fmt;
use std::str::FromStr;

/// A value of JSON's shape.
///
/// # Examples
///
/// ```
/// use commentary::{Extra, Value};
///
/// let mut extra = Extra::new();
/// extra.insert("layout", Value::from("page"));
/// assert_eq!(extra.get("layout").and_then(Value::as_str), Some("page"));
/// ```
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Value {
    /// `null`.
    Null,
    /// `true` or `false`.
    Bool(bool),
    /// A number, kept digit by digit.
    Number(Number),
    /// A text.
    String(String),
    /// A list.
    Array(Vec<Value>),
    /// Keys and values, in the order in which they were written.
    Object(Extra),
}

impl Value {
    /// The text, where it is one.
    #[must_use]
    pub fn as_str(&self) -> Option<&str> {
        match self {
            Self::String(text) => Some(text),
            _ => None,
        }
    }

    /// The keys and values, where it is an object.
    #[must_use]
    pub fn as_object(&self) -> Option<&Extra> {
        match self {
            Self::Object(members) => Some(members),
            _ => None,
        }
    }

    /// The items, where it is a list.
    #[must_use]
    pub fn as_array(&self) -> Option<&[Self]> {
        match self {
            Self::Array(items) => Some(items),
            _ => None,
        }
    }
}

impl From<&str> for Value {
    fn from(text: &str) -> Self {
        Self::String(text.to_owned())
    }
}

impl From<String> for Value {
    fn from(text: String) -> Self {
        Self::String(text)
    }
}

impl From<bool> for Value {
    fn from(truth: bool) -> Self {
        Self::Bool(truth)
    }
}

impl From<i64> for Value {
    fn from(number: i64) -> Self {
        Self::Number(number.into())
    }
}

impl From<Vec<Self>> for Value {
    fn from(items: Vec<Self>) -> Self {
        Self::Array(items)
    }
}

impl From<Extra> for Value {
    fn from(members: Extra) -> Self {
        Self::Object(members)
    }
}

/// A number in JSON's notation, kept as it was written: no digit is lost, whatever its length.
///
/// # Examples
///
/// ```
/// use commentary::Number;
///
/// let long: Number = "123456789012345678901234567890".parse()?;
/// assert_eq!(long.to_string(), "123456789012345678901234567890");
/// assert_eq!(long.as_i64(), None);
/// assert_eq!("-5".parse::<Number>()?.as_i64(), Some(-5));
/// assert!("01".parse::<Number>().is_err());
/// # Ok::<(), commentary::NumberError>(())
/// ```
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub struct Number(Box<str>);

/// A text that is no number in JSON's notation (RFC 8259, section 6).
///
/// # Examples
///
/// ```
/// use commentary::Number;
///
/// assert_eq!("NaN".parse::<Number>().unwrap_err().to_string(), "expected a number such as `5`, `-2.5` or `1e9`");
/// ```
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("expected a number such as `5`, `-2.5` or `1e9`")]
pub struct NumberError;

impl Number {
    /// The number as written.
    #[must_use]
    pub fn as_str(&self) -> &str {
        &self.0
    }

    /// The number, where it is whole and fits.
    #[must_use]
    pub fn as_i64(&self) -> Option<i64> {
        self.0.parse().ok()
    }

    /// The number, where it is whole, not negative and fits.
    #[must_use]
    pub fn as_u64(&self) -> Option<u64> {
        self.0.parse().ok()
    }

    /// The nearest floating-point number; infinite where it is out of range.
    #[must_use]
    pub fn as_f64(&self) -> f64 {
        self.0.parse().unwrap_or(f64::INFINITY)
    }
}

impl FromStr for Number {
    type Err = NumberError;

    /// Reads JSON's notation, without white space around it.
    ///
    /// # Errors
    ///
    /// `01`, `.5`, `5.`, `+5`, `1e`, `NaN`, an empty text.
    fn from_str(text: &str) -> Result<Self, NumberError> {
        let unsigned = text.strip_prefix('-').unwrap_or(text);
        let (mantissa, exponent) = match unsigned.split_once(['e', 'E']) {
            Some((mantissa, exponent)) => (mantissa, Some(exponent.strip_prefix(['+', '-']).unwrap_or(exponent))),
            None => (unsigned, None),
        };
        let (whole, fraction) = match mantissa.split_once('.') {
            Some((whole, fraction)) => (whole, Some(fraction)),
            None => (mantissa, None),
        };
        let digits = |part: &str| !part.is_empty() && part.bytes().all(|byte| byte.is_ascii_digit());
        let good = digits(whole)
            && (whole == "0" || !whole.starts_with('0'))
            && fraction.is_none_or(digits)
            && exponent.is_none_or(digits);
        if good { Ok(Self(text.into())) } else { Err(NumberError) }
    }
}

impl From<i64> for Number {
    fn from(number: i64) -> Self {
        Self(number.to_string().into())
    }
}

impl From<u64> for Number {
    fn from(number: u64) -> Self {
        Self(number.to_string().into())
    }
}

impl fmt::Display for Number {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.pad(&self.0)
    }
}

/// Keys and values in the order in which they were written; each key stands once.
///
/// An empty one costs no memory but a pointer.
///
/// # Examples
///
/// ```
/// use commentary::Extra;
///
/// let mut extra = Extra::new();
/// assert!(extra.is_empty());
/// extra.insert("weight", 5);
/// extra.insert("layout", "page");
/// let keys: Vec<&str> = extra.iter().map(|(key, _)| key).collect();
/// assert_eq!(keys, ["weight", "layout"]);
/// ```
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Extra {
    #[expect(clippy::box_collection, reason = "almost always empty, and it stands in every node of the tree")]
    members: Option<Box<Vec<(String, Value)>>>,
}

impl Extra {
    /// No key at all.
    #[must_use]
    pub const fn new() -> Self {
        Self { members: None }
    }

    /// True where there is no key.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.len() == 0
    }

    /// The number of keys.
    #[must_use]
    pub fn len(&self) -> usize {
        self.members.as_ref().map_or(0, |members| members.len())
    }

    /// The value of a key.
    #[must_use]
    pub fn get(&self, key: &str) -> Option<&Value> {
        self.iter().find(|(name, _)| *name == key).map(|(_, value)| value)
    }

    /// Sets a key, and gives the value that it had. A new key goes to the end.
    pub fn insert(&mut self, key: impl Into<String>, value: impl Into<Value>) -> Option<Value> {
        let (key, value) = (key.into(), value.into());
        let members = self.members.get_or_insert_default();
        match members.iter_mut().find(|(name, _)| *name == key) {
            Some((_, old)) => Some(std::mem::replace(old, value)),
            None => {
                members.push((key, value));
                None
            }
        }
    }

    /// Appends a key that is known not to be there yet, without looking for it.
    pub(crate) fn append(&mut self, key: String, value: Value) {
        self.members.get_or_insert_default().push((key, value));
    }

    /// The value of a key, to be changed.
    pub(crate) fn get_mut(&mut self, key: &str) -> Option<&mut Value> {
        self.members.as_mut()?.iter_mut().find(|(name, _)| name == key).map(|(_, value)| value)
    }

    /// Takes a key out, and gives its value.
    pub fn remove(&mut self, key: &str) -> Option<Value> {
        let members = self.members.as_mut()?;
        let position = members.iter().position(|(name, _)| name == key)?;
        let (_, value) = members.remove(position);
        if members.is_empty() {
            self.members = None;
        }
        Some(value)
    }

    /// The keys and values in order.
    pub fn iter(&self) -> impl Iterator<Item = (&str, &Value)> {
        self.members.iter().flat_map(|members| members.iter()).map(|(key, value)| (key.as_str(), value))
    }
}

impl<K: Into<String>, V: Into<Value>> FromIterator<(K, V)> for Extra {
    /// Collects keys and values; where a key comes twice, the last value stays.
    fn from_iter<I: IntoIterator<Item = (K, V)>>(members: I) -> Self {
        let mut extra = Self::new();
        for (key, value) in members {
            extra.insert(key, value);
        }
        extra
    }
}

impl IntoIterator for Extra {
    type Item = (String, Value);
    type IntoIter = std::vec::IntoIter<(String, Value)>;

    fn into_iter(self) -> Self::IntoIter {
        self.members.map(|members| *members).unwrap_or_default().into_iter()
    }
}
