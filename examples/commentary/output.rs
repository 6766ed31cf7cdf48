//! Standard output and standard error: in colour on a terminal, and quiet once their reader has gone.

use std::fmt::{self, Display};
use std::io::{self, BufWriter, IsTerminal, Write};

use anstream::AutoStream;
use anstyle::{AnsiColor, Style};
use commentary::{Polarity, Role};

/// The word "error".
pub(crate) const ERROR: Style = AnsiColor::BrightRed.on_default().bold();
/// Titles and file names.
pub(crate) const STRONG: Style = Style::new().bold();
/// What may be passed over at first.
pub(crate) const FAINT: Style = Style::new().dimmed();
/// Nothing to mend.
pub(crate) const GOOD: Style = AnsiColor::Green.on_default();
/// Commands to type.
pub(crate) const COMMAND: Style = AnsiColor::Cyan.on_default();

/// A stream to write to.
///
/// A reader that closes the pipe, as `head` does, is no error: what is written after that goes nowhere.
pub(crate) struct Output {
    stream: Box<dyn Write>,
    is_terminal: bool,
    is_closed: bool,
}

impl Output {
    /// Standard output, for people: colour is taken out where nobody would see it.
    pub(crate) fn stdout() -> Self {
        Self::new(AutoStream::auto(io::stdout()), io::stdout().is_terminal())
    }

    /// Standard error, for people.
    pub(crate) fn stderr() -> Self {
        Self::new(AutoStream::auto(io::stderr()), io::stderr().is_terminal())
    }

    /// Standard output, for data: every byte goes out as it is.
    pub(crate) fn data() -> Self {
        Self::new(io::stdout(), io::stdout().is_terminal())
    }

    fn new(stream: impl Write + 'static, is_terminal: bool) -> Self {
        Self { stream: Box::new(BufWriter::new(stream)), is_terminal, is_closed: false }
    }

    /// True where a terminal shows it.
    pub(crate) const fn is_terminal(&self) -> bool {
        self.is_terminal
    }

    /// True where nobody reads any more.
    pub(crate) const fn is_closed(&self) -> bool {
        self.is_closed
    }

    fn heed<T>(&mut self, done: io::Result<T>, instead: T) -> io::Result<T> {
        match done {
            Err(error) if error.kind() == io::ErrorKind::BrokenPipe => {
                self.is_closed = true;
                Ok(instead)
            }
            done => done,
        }
    }
}

impl Write for Output {
    fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
        if self.is_closed {
            return Ok(bytes.len());
        }
        let done = self.stream.write(bytes);
        self.heed(done, bytes.len())
    }

    fn flush(&mut self) -> io::Result<()> {
        if self.is_closed {
            return Ok(());
        }
        let done = self.stream.flush();
        self.heed(done, ())
    }
}

/// `content` in a style. Width and alignment are those of the content.
pub(crate) const fn paint<T: Display>(style: Style, content: T) -> Painted<T> {
    Painted { style, content }
}

/// Something in a style. See [`paint`].
pub(crate) struct Painted<T> {
    style: Style,
    content: T,
}

impl<T: Display> Display for Painted<T> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}", self.style)?;
        self.content.fmt(f)?;
        write!(f, "{:#}", self.style)
    }
}

/// The style for a role: views that welcome and views that warn are told apart at a glance, what is no part of the
/// article steps back.
pub(crate) fn style_of(role: &Role) -> Style {
    match role {
        Role::Perspective(perspective) => match perspective.stance.polarity() {
            Some(Polarity::Positive) => AnsiColor::Green.on_default(),
            Some(Polarity::Negative) => AnsiColor::Magenta.on_default(),
            Some(Polarity::Neutral) => AnsiColor::Cyan.on_default(),
            None => AnsiColor::Yellow.on_default(),
        },
        Role::Boilerplate | Role::Unclassified => FAINT,
        _ => Style::new(),
    }
}
