//! Pieces of Markdown, one under another, and where a blank line must stand between them.

/// A block as Markdown, without the line end after it.
#[derive(Debug, Clone)]
pub(super) struct Piece {
    pub(super) form: Form,
    pub(super) text: String,
}

/// What a piece looks like to a reader of lines.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Form {
    Paragraph,
    /// A heading underlined, on as many lines as it has.
    Underlined,
    Heading,
    Quote,
    /// A list that may follow a paragraph at once: its first item is not empty and has no number but 1.
    InterruptingList,
    List,
    Code,
    Rule,
    Html,
    /// One of our comments.
    Comment,
}

impl Piece {
    pub(super) const fn new(form: Form, text: String) -> Self {
        Self { form, text }
    }
}

impl Form {
    /// True where a piece of this form may stand on the line after one of the form `before`. CommonMark, sections 4 and 5.
    const fn may_follow(self, before: Self) -> bool {
        let interrupts =
            matches!(self, Self::Heading | Self::InterruptingList | Self::Code | Self::Rule | Self::Comment);
        match before {
            Self::Heading | Self::Underlined | Self::Rule | Self::Code | Self::Comment => true,
            Self::Paragraph => interrupts || matches!(self, Self::Quote),
            Self::Quote => interrupts,
            Self::InterruptingList | Self::List => {
                matches!(self, Self::Heading | Self::Code | Self::Rule | Self::Comment | Self::Quote)
            }
            Self::Html => false,
        }
    }
}

/// True where no blank line is needed between the pieces.
pub(super) fn can_touch(pieces: &[Piece]) -> bool {
    pieces.iter().zip(pieces.iter().skip(1)).all(|(before, after)| after.form.may_follow(before.form))
}

/// The pieces one under another, with `between` between them.
pub(super) fn join(pieces: &[Piece], between: &str) -> String {
    let mut out = String::with_capacity(pieces.iter().map(|piece| piece.text.len() + between.len()).sum());
    for (position, piece) in pieces.iter().enumerate() {
        if position > 0 {
            out.push_str(between);
        }
        out.push_str(&piece.text);
    }
    out
}

/// Appends lines, the first after `first` and the others after `rest`; white space at the end of a prefix goes where
/// nothing follows it.
pub(super) fn indent(out: &mut String, text: &str, first: &str, rest: &str) {
    for (position, line) in text.split('\n').enumerate() {
        let prefix = if position == 0 { first } else { rest };
        if position > 0 {
            out.push('\n');
        }
        out.push_str(if line.is_empty() { prefix.trim_end() } else { prefix });
        out.push_str(line);
    }
}
