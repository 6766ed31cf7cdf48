//! Mojibake: UTF-8 that was read as another encoding, and how to undo it.
//!
//! `rÃ©fÃ©rence` is `référence` in UTF-8, read as Windows-1252. [`repair`] puts back what can be proved, says what it
//! changed, and what is lost for good. Reading an article ([`parse`](fn@crate::parse)) looks through such damage to tell
//! the roles of its parts, and reports it; it keeps the text as it is. So repair first, and then read:
//!
//! ```
//! use commentary::{mojibake, parse};
//!
//! let damaged = "Article en rÃ©fÃ©renceÂ\u{a0}: https://canal.example/\n";
//! let repair = mojibake::repair(damaged);
//! assert_eq!(repair.text, "Article en référence\u{a0}: https://canal.example/\n");
//! assert_eq!(repair.changes[0].to_string(), "12..16: “é”, which was read as Windows-1252");
//! assert!(parse(&repair.text).report.find("mojibake").is_none());
//! ```

mod encoding;
mod line;
mod loss;

use std::fmt;

use crate::span::Span;

pub use encoding::Encoding;
use line::{Cell, Reading};
pub use loss::Loss;

/// How often a text is undone at most: once, or twice where it was misread twice.
const ROUNDS: u8 = 2;

/// A text whose damage was undone. See [`repair`].
///
/// # Examples
///
/// ```
/// use commentary::mojibake::repair;
///
/// assert!(repair("Un château à Paris").is_sound());
/// ```
#[derive(Debug, Clone, PartialEq, Eq, Default)]
#[non_exhaustive]
pub struct Repair {
    /// The text, with what could be proved put back.
    pub text: String,
    /// What was changed, in the order of the text.
    pub changes: Vec<Change>,
    /// What is lost for good, in the order of the text. It stays as it was.
    pub losses: Vec<Loss>,
}

/// Some characters that were put back.
///
/// # Examples
///
/// ```
/// use commentary::mojibake::{Encoding, repair};
///
/// let repair = repair("lÃ¢â‚¬â„¢Ã©tÃ©");
/// assert_eq!(repair.text, "l’été");
/// let change = &repair.changes[0];
/// assert_eq!((change.text.as_str(), change.encoding, change.rounds), ("’", Encoding::Windows1252, 2));
/// ```
#[derive(Debug, Clone, PartialEq, Eq)]
#[non_exhaustive]
pub struct Change {
    /// Where they stood in the damaged text.
    pub span: Span,
    /// What stands there now.
    pub text: String,
    /// The encoding as which they were read; the one undone last, where there were two.
    pub encoding: Encoding,
    /// How often they were misread: 1 or 2.
    pub rounds: u8,
}

impl fmt::Display for Change {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let times = if self.rounds > 1 { ", twice" } else { "" };
        write!(f, "{}: {}, which was read as {}{times}", self.span, crate::diagnostic::quote(&self.text), self.encoding)
    }
}

impl Repair {
    /// True where nothing was changed and nothing is lost.
    #[must_use]
    pub fn is_sound(&self) -> bool {
        self.changes.is_empty() && self.losses.is_empty()
    }

    /// A part of the damaged text as it was meant, with the likeliest guess for what is lost.
    pub(crate) fn guess(&self, source: &str, span: Span) -> String {
        let mut out = String::new();
        let mut at = span.start();
        let changes = self.changes.iter().map(|change| (change.span, change.text.clone()));
        let losses = self.losses.iter().map(|loss| (loss.span, loss.likely.map(String::from).unwrap_or_default()));
        let first = |spans: &mut dyn Iterator<Item = Span>| spans.filter(|own| own.end() <= span.start()).count();
        let changes = changes.skip(first(&mut self.changes.iter().map(|change| change.span)));
        let losses = losses.skip(first(&mut self.losses.iter().map(|loss| loss.span)));
        let mut parts: Vec<(Span, String)> = changes.take_while(|(own, _)| own.start() < span.end()).collect();
        parts.extend(losses.take_while(|(own, _)| own.start() < span.end()));
        parts.sort_by_key(|(own, _)| own.start());
        for (own, text) in parts {
            out.push_str(source.get(at..own.start()).unwrap_or_default());
            out.push_str(&text);
            at = own.end().max(at);
        }
        out.push_str(source.get(at..span.end()).unwrap_or_default());
        out
    }
}

/// Undoes mojibake: UTF-8 that was read as Windows-1252, ISO-8859-1, ISO-8859-15 or ISO-8859-16, once or twice.
///
/// Each line is looked at by itself, as texts are often put together from several sources; a line may hold sound and
/// damaged words side by side. A change is made only where it can be proved: the characters are bytes of UTF-8 that give a
/// character of European texts, reading that character as the encoding gives them back, and nobody would have written them
/// beside one another; where somebody might have (`AMANHÃ”`), other damage must bear it out. Where bytes were dropped on
/// the way, as some programs drop 0x80 to 0x9F, nothing can be proved: the text stays, and the loss is reported.
///
/// A sound text comes back unchanged. Time is in proportion to the text.
///
/// # Examples
///
/// ```
/// use commentary::mojibake::repair;
///
/// let repair = repair("Le château de référence\nRÃ©sumÃ©Â\u{a0}: un peu tiÃ¨de\n");
/// assert_eq!(repair.text, "Le château de référence\nRésumé\u{a0}: un peu tiède\n");
///
/// // ’ was three bytes, and two of them are gone.
/// let repair = commentary::mojibake::repair("lâĂ©lectricitĂ©");
/// assert_eq!(repair.text, "lâélectricité");
/// assert_eq!((repair.losses[0].span.range(), repair.losses[0].likely), (1..3, Some('’')));
/// ```
#[must_use]
pub fn repair(text: &str) -> Repair {
    let mut repair = Repair::default();
    if !is_damaged(text) {
        repair.text.push_str(text);
        return repair;
    }
    let mut lines = lines_beyond_ascii(text);
    let mut evidence = Evidence::of(&lines);
    let mut losses = Vec::new();
    for round in 1..=ROUNDS {
        for cells in &mut lines {
            let Some(reading) = evidence.best(cells) else {
                if round == 1 {
                    losses.extend(loss::alone(cells, &evidence));
                }
                continue;
            };
            let in_text = evidence.strong(reading.encoding);
            if round == 1 {
                losses.extend(loss::beside(cells, &reading, in_text));
            }
            undo(cells, &reading, in_text, round);
        }
        evidence = Evidence::of(&lines);
        if evidence.total() == 0 {
            break;
        }
    }
    let mut at = 0;
    for cell in lines.iter().flatten() {
        repair.text.push_str(text.get(at..cell.span.start()).unwrap_or_default());
        repair.text.push(cell.c);
        at = cell.span.end();
        repair.note(cell);
    }
    repair.text.push_str(text.get(at..).unwrap_or_default());
    repair.losses = losses;
    repair
}

impl Repair {
    /// Notes what was done to a character; neighbours of one kind are one change.
    fn note(&mut self, cell: &Cell) {
        let Some(encoding) = cell.encoding else { return };
        match self.changes.last_mut() {
            Some(last)
                if last.span.end() == cell.span.start() && last.encoding == encoding && last.rounds == cell.rounds =>
            {
                last.span = last.span.join(cell.span);
                last.text.push(cell.c);
            }
            _ => self.changes.push(Change { span: cell.span, text: cell.c.to_string(), encoding, rounds: cell.rounds }),
        }
    }
}

/// True where a text holds damage that proves itself.
pub(crate) fn is_damaged(text: &str) -> bool {
    let lines = text.split(['\n', '\r']).zip(starts(text));
    may_be_damaged(text)
        && lines.filter(|(line, _)| may_be_damaged(line)).any(|(line, start)| {
            let cells = cells(line, start);
            Encoding::ALL
                .iter()
                .filter_map(|&encoding| Reading::of(&cells, encoding))
                .any(|reading| reading.strong() > 0)
        })
}

/// False where no character that stands for a first byte of UTF-8 has one beyond ASCII after it, as in most texts.
fn may_be_damaged(text: &str) -> bool {
    // Such characters are two bytes long: U+00C2 to U+00F4, and what ISO-8859-16 has in their place.
    text.as_bytes().windows(3).any(|bytes| matches!(bytes, [0xC3..=0xC5 | 0xC8, _, 0x80..=0xFF]))
}

/// Where the lines of a text begin that [`str::split`] at single line ends gives.
fn starts(text: &str) -> impl Iterator<Item = usize> {
    std::iter::once(0).chain(text.match_indices(['\n', '\r']).map(|(at, _)| at + 1))
}

/// The characters of the lines that hold others than ASCII.
fn lines_beyond_ascii(text: &str) -> Vec<Vec<Cell>> {
    let lines = text.split(['\n', '\r']).zip(starts(text)).filter(|(line, _)| !line.is_ascii());
    lines.map(|(line, start)| cells(line, start)).collect()
}

fn cells(line: &str, start: usize) -> Vec<Cell> {
    let cell = |(at, c): (usize, char)| Cell {
        c,
        span: Span::new(start + at, start + at + c.len_utf8()),
        encoding: None,
        rounds: 0,
    };
    line.char_indices().map(cell).collect()
}

/// What a whole text says for each encoding, in the order of [`Encoding::ALL`].
#[derive(Debug, Clone, Copy, Default)]
struct Evidence {
    strong: [usize; 4],
    /// How many lines or characters speak against it.
    against: [usize; 4],
}

impl Evidence {
    fn of(lines: &[Vec<Cell>]) -> Self {
        let mut evidence = Self::default();
        for cells in lines {
            for ((encoding, strong), against) in
                Encoding::ALL.into_iter().zip(&mut evidence.strong).zip(&mut evidence.against)
            {
                if let Some(reading) = Reading::of(cells, encoding) {
                    *strong += reading.strong();
                    *against += reading.sound + reading.odd;
                } else if cells.iter().any(|cell| line::is_left(encoding, cell.c)) {
                    *against += 1;
                }
            }
        }
        evidence
    }

    fn total(&self) -> usize {
        self.strong.iter().sum()
    }

    fn get(list: &[usize; 4], encoding: Encoding) -> usize {
        let position = Encoding::ALL.iter().position(|&own| own == encoding);
        position.and_then(|position| list.get(position)).copied().unwrap_or_default()
    }

    fn strong(&self, encoding: Encoding) -> usize {
        Self::get(&self.strong, encoding)
    }

    /// The reading of a line by the encoding that explains most of it; the whole text decides between equals.
    fn best(&self, cells: &[Cell]) -> Option<Reading> {
        let readings = Encoding::ALL.into_iter().filter_map(|encoding| Reading::of(cells, encoding));
        let proved = readings.filter(|reading| reading.proved(self.strong(reading.encoding)).next().is_some());
        proved.min_by_key(|reading| (reading.sound, reading.odd, Self::get(&self.against, reading.encoding)))
    }
}

/// Puts back the characters of a line that are proved.
fn undo(cells: &mut Vec<Cell>, reading: &Reading, in_text: usize, round: u8) {
    let mut out = Vec::with_capacity(cells.len());
    let mut at = 0;
    for sequence in reading.proved(in_text) {
        out.extend(cells.get(at..sequence.at).unwrap_or_default());
        at = sequence.at + sequence.cells;
        let last = cells.get(at - 1);
        if let (Some(first), Some(last)) = (cells.get(sequence.at), last) {
            let span = first.span.join(last.span);
            out.push(Cell { c: sequence.meant, span, encoding: Some(reading.encoding), rounds: round });
        }
    }
    out.extend(cells.get(at..).unwrap_or_default());
    *cells = out;
}
