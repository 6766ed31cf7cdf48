//! Dates as coarse as their source: a year, a month, a day, or a time of day.

use std::fmt;
use std::str::FromStr;

use chrono::{DateTime, Datelike, FixedOffset, NaiveDate, NaiveDateTime, NaiveTime, TimeZone, Timelike};

/// A date as coarse as its source.
///
/// Years run from 1 to 9999, times to the nanosecond, offsets from UTC in whole minutes up to ±23:59. Dates compare by
/// the first moment they may mean, then the coarser comes first; offsets are not taken into account.
///
/// # Examples
///
/// ```
/// use commentary::{Date, Precision};
///
/// let month: Date = "2025-06".parse()?;
/// assert_eq!((month.year(), month.month(), month.day()), (2025, Some(6), None));
/// assert_eq!(month.precision(), Precision::Month);
/// assert!("2025-02-30".parse::<Date>().is_err());
/// assert!("25-06-17".parse::<Date>().is_err()); // two-digit years are refused
/// # Ok::<(), commentary::DateError>(())
/// ```
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct Date {
    /// The day, and the time where it is known; the first of what is not known.
    first: NaiveDateTime,
    precision: Precision,
    /// Minutes east of UTC.
    offset: Option<i16>,
}

/// How much of a [`Date`] is known.
///
/// # Examples
///
/// ```
/// use commentary::{Date, Precision};
///
/// assert_eq!("2025".parse::<Date>().unwrap().precision(), Precision::Year);
/// assert!(Precision::Year < Precision::Day);
/// ```
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
#[non_exhaustive]
pub enum Precision {
    /// The year only.
    Year,
    /// The year and the month.
    Month,
    /// The day.
    Day,
    /// The hour and the minute.
    Minute,
    /// The second, or a fraction of it.
    Second,
}

/// What is no date.
///
/// # Examples
///
/// ```
/// use commentary::Date;
///
/// assert_eq!("2025-13".parse::<Date>().unwrap_err().to_string(), "there is no such day or time");
/// assert_eq!(
///     "12 May".parse::<Date>().unwrap_err().to_string(),
///     "expected a date such as `2025`, `2025-06`, `2025-06-17` or `2025-06-17T18:40:00+02:00`"
/// );
/// ```
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
#[non_exhaustive]
pub enum DateError {
    /// The text has not the form of a date.
    #[error("expected a date such as `2025`, `2025-06`, `2025-06-17` or `2025-06-17T18:40:00+02:00`")]
    Form,
    /// The form is right, but the calendar or the clock has no such moment, or the year is not from 1 to 9999.
    #[error("there is no such day or time")]
    Range,
    /// The year has two digits, so that its century is a guess.
    #[error("expected a year of four digits, found one of two")]
    TwoDigitYear,
    /// Day and month are both numbers up to 12, and the language does not say which comes first.
    #[error("day and month cannot be told apart; write the date as `2025-06-17`, or name the region, as in `en-GB`")]
    Ambiguous,
    /// The day of the week that is named is not that of the date.
    #[error("the date does not fall on the day of the week that is named")]
    Weekday,
}

impl Date {
    /// The longest text, in bytes, that is read as a date.
    pub const MAX_LENGTH: usize = 64;

    /// A year, from 1 to 9999.
    ///
    /// # Errors
    ///
    /// Any other year.
    pub fn from_year(year: u16) -> Result<Self, DateError> {
        Self::build(year, 1, 1, NaiveTime::MIN, Precision::Year)
    }

    /// A month of a year; January is 1.
    ///
    /// # Errors
    ///
    /// A month outside 1 to 12, a year outside 1 to 9999.
    pub fn from_month(year: u16, month: u8) -> Result<Self, DateError> {
        Self::build(year, month, 1, NaiveTime::MIN, Precision::Month)
    }

    /// A day.
    ///
    /// # Errors
    ///
    /// A day that the (Gregorian) calendar does not have, a year outside 1 to 9999.
    pub fn from_day(year: u16, month: u8, day: u8) -> Result<Self, DateError> {
        Self::build(year, month, day, NaiveTime::MIN, Precision::Day)
    }

    /// This day at an hour and a minute.
    ///
    /// # Errors
    ///
    /// A date coarser than a day, an hour above 23, a minute above 59.
    pub fn at(self, hour: u8, minute: u8) -> Result<Self, DateError> {
        let time = NaiveTime::from_hms_opt(hour.into(), minute.into(), 0).ok_or(DateError::Range)?;
        if self.precision < Precision::Day {
            return Err(DateError::Range);
        }
        Ok(Self { first: self.first.date().and_time(time), precision: Precision::Minute, offset: self.offset })
    }

    fn build(year: u16, month: u8, day: u8, time: NaiveTime, precision: Precision) -> Result<Self, DateError> {
        let date = NaiveDate::from_ymd_opt(year.into(), month.into(), day.into());
        let date = date.filter(|date| (1..=9999).contains(&date.year())).ok_or(DateError::Range)?;
        Ok(Self { first: date.and_time(time), precision, offset: None })
    }

    /// The year.
    #[must_use]
    pub fn year(self) -> u16 {
        u16::try_from(self.first.year()).unwrap_or_default()
    }

    /// The month, from 1, where it is known.
    #[must_use]
    pub fn month(self) -> Option<u8> {
        let month = u8::try_from(self.first.month()).unwrap_or_default();
        (self.precision >= Precision::Month).then_some(month)
    }

    /// The day of the month, from 1, where it is known.
    #[must_use]
    pub fn day(self) -> Option<u8> {
        let day = u8::try_from(self.first.day()).unwrap_or_default();
        (self.precision >= Precision::Day).then_some(day)
    }

    /// The time of day, where it is known.
    #[must_use]
    pub fn time(self) -> Option<NaiveTime> {
        (self.precision >= Precision::Minute).then(|| self.first.time())
    }

    /// The minutes east of UTC, where they are known.
    #[must_use]
    pub const fn offset_minutes(self) -> Option<i16> {
        self.offset
    }

    /// How much of it is known.
    #[must_use]
    pub const fn precision(self) -> Precision {
        self.precision
    }
}

impl FromStr for Date {
    type Err = DateError;

    /// Reads a strict subset of ISO 8601: `2025`, `2025-06`, `2025-06-17`, then `T18:40`, seconds, a fraction of up to
    /// nine digits, and `Z` or an offset in hours and minutes.
    ///
    /// # Errors
    ///
    /// `25-06-17`, `2025-6-7`, `2025-02-30`, `2025-06-17T24:00`, and any text longer than
    /// [`MAX_LENGTH`](Self::MAX_LENGTH).
    fn from_str(text: &str) -> Result<Self, DateError> {
        if text.len() > Self::MAX_LENGTH {
            return Err(DateError::Form);
        }
        let (date, time) = match text.split_once('T') {
            Some((date, time)) => (date, Some(time)),
            None => (text, None),
        };
        let mut parts = date.split('-');
        let year = digits(parts.next().unwrap_or_default(), 4)?;
        let month = parts.next().map(|part| digits(part, 2)).transpose()?;
        let day = parts.next().map(|part| digits(part, 2)).transpose()?;
        if parts.next().is_some() || (time.is_some() && day.is_none()) {
            return Err(DateError::Form);
        }
        let year = u16::try_from(year).map_err(|_| DateError::Range)?;
        let small = |part: u32| u8::try_from(part).map_err(|_| DateError::Range);
        let date = match (month, day) {
            (Some(month), Some(day)) => Self::from_day(year, small(month)?, small(day)?),
            (Some(month), None) => Self::from_month(year, small(month)?),
            _ => Self::from_year(year),
        }?;
        time.map_or(Ok(date), |time| read_time(date, time))
    }
}

/// Reads a number of exactly `count` digits.
fn digits(text: &str, count: usize) -> Result<u32, DateError> {
    let good = text.len() == count && text.bytes().all(|byte| byte.is_ascii_digit());
    if good { text.parse().map_err(|_| DateError::Form) } else { Err(DateError::Form) }
}

/// Adds a time of day and an offset, written after `T`, to a day.
fn read_time(date: Date, text: &str) -> Result<Date, DateError> {
    let at = text.find(['Z', '+', '-']).unwrap_or(text.len());
    let (clock, zone) = text.split_at_checked(at).ok_or(DateError::Form)?;
    let mut parts = clock.split(':');
    let hour = digits(parts.next().unwrap_or_default(), 2)?;
    let minute = digits(parts.next().unwrap_or_default(), 2)?;
    let (second, nano, precision) = match parts.next() {
        None => (0, 0, Precision::Minute),
        Some(part) => {
            let (second, fraction) = part.split_once('.').unwrap_or((part, "0"));
            if !(1..=9).contains(&fraction.len()) {
                return Err(DateError::Form);
            }
            (digits(second, 2)?, digits(&format!("{fraction:0<9}"), 9)?, Precision::Second)
        }
    };
    if parts.next().is_some() {
        return Err(DateError::Form);
    }
    let time = NaiveTime::from_hms_nano_opt(hour, minute, second, nano).ok_or(DateError::Range)?;
    let offset = match zone {
        "" => None,
        "Z" => Some(0),
        _ => Some(read_offset(zone)?),
    };
    Ok(Date { first: date.first.date().and_time(time), precision, offset })
}

/// Reads `+02:00`.
fn read_offset(zone: &str) -> Result<i16, DateError> {
    let (sign, rest) = match zone.split_at_checked(1) {
        Some(("-", rest)) => (-1, rest),
        Some((_, rest)) => (1, rest),
        None => return Err(DateError::Form),
    };
    let (hours, minutes) = rest.split_once(':').ok_or(DateError::Form)?;
    let (hours, minutes) = (digits(hours, 2)?, digits(minutes, 2)?);
    if hours > 23 || minutes > 59 {
        return Err(DateError::Range);
    }
    i16::try_from(hours * 60 + minutes).map(|total| sign * total).map_err(|_| DateError::Range)
}

impl fmt::Display for Date {
    /// Writes the form that `FromStr` reads.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{:04}", self.year())?;
        if let Some(month) = self.month() {
            write!(f, "-{month:02}")?;
        }
        if let Some(day) = self.day() {
            write!(f, "-{day:02}")?;
        }
        if let Some(time) = self.time() {
            write!(f, "T{:02}:{:02}", time.hour(), time.minute())?;
            if self.precision == Precision::Second {
                write!(f, ":{:02}", time.second())?;
                match time.nanosecond() {
                    0 => {}
                    nano => write!(f, ".{}", format!("{nano:09}").trim_end_matches('0'))?,
                }
            }
        }
        match self.offset {
            None => Ok(()),
            Some(0) => f.write_str("Z"),
            Some(minutes) => {
                let sign = if minutes < 0 { '-' } else { '+' };
                write!(f, "{sign}{:02}:{:02}", minutes.abs() / 60, minutes.abs() % 60)
            }
        }
    }
}

impl TryFrom<NaiveDate> for Date {
    type Error = DateError;

    /// # Errors
    ///
    /// Years outside 1 to 9999.
    fn try_from(date: NaiveDate) -> Result<Self, DateError> {
        let year = u16::try_from(date.year()).map_err(|_| DateError::Range)?;
        let (month, day) = (u8::try_from(date.month()), u8::try_from(date.day()));
        Self::from_day(year, month.map_err(|_| DateError::Range)?, day.map_err(|_| DateError::Range)?)
    }
}

impl<Tz: TimeZone> TryFrom<DateTime<Tz>> for Date {
    type Error = DateError;

    /// # Errors
    ///
    /// Years outside 1 to 9999, leap seconds, and offsets that are not whole minutes.
    fn try_from(moment: DateTime<Tz>) -> Result<Self, DateError> {
        use chrono::Offset;
        let seconds = moment.offset().fix().local_minus_utc();
        let shift = chrono::TimeDelta::seconds(seconds.into());
        let local = moment.naive_utc().checked_add_signed(shift).ok_or(DateError::Range)?;
        if seconds % 60 != 0 || local.nanosecond() >= 1_000_000_000 {
            return Err(DateError::Range);
        }
        let offset = i16::try_from(seconds / 60).map_err(|_| DateError::Range)?;
        let day = Self::try_from(local.date())?;
        Ok(Self { first: day.first.date().and_time(local.time()), precision: Precision::Second, offset: Some(offset) })
    }
}

impl TryFrom<Date> for NaiveDate {
    type Error = DateError;

    /// # Errors
    ///
    /// A date coarser than a day.
    fn try_from(date: Date) -> Result<Self, DateError> {
        if date.precision >= Precision::Day { Ok(date.first.date()) } else { Err(DateError::Range) }
    }
}

impl TryFrom<Date> for DateTime<FixedOffset> {
    type Error = DateError;

    /// # Errors
    ///
    /// A date without a time of day or without an offset.
    fn try_from(date: Date) -> Result<Self, DateError> {
        let offset = date.offset.filter(|_| date.precision >= Precision::Minute).ok_or(DateError::Range)?;
        let zone = FixedOffset::east_opt(i32::from(offset) * 60).ok_or(DateError::Range)?;
        zone.from_local_datetime(&date.first).single().ok_or(DateError::Range)
    }
}
