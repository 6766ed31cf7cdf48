//! Which characters of a plain text must be escaped, so that it is read back as that text.
//!
//! The table is made for CommonMark, and for the common extensions (tables, strikethrough, mathematics, superscript,
//! footnotes, definition lists) as far as that costs ordinary text no backslash.

use std::fmt::Write as _;

use super::bare::Addresses;

/// What stands round a text in its line.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Next {
    /// The end of the line or of the block.
    End,
    /// The backslash of a hard break.
    Break,
    /// The closing delimiter of an emphasis.
    Delimiter,
    /// Something that begins with `[`.
    Bracket,
    /// Anything else.
    Other,
}

impl Next {
    /// True where the text is the last of its line.
    pub(super) const fn ends_line(self) -> bool {
        matches!(self, Self::End | Self::Break)
    }
}

/// What kind of line is written.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Line {
    /// The lines of a paragraph.
    Paragraph,
    /// The one line of a heading after `#`, which cannot open another block.
    Heading,
    /// The lines of a heading that is underlined.
    Underlined,
}

/// Whether a text stands inside the brackets of a link or an image.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Label {
    Outside,
    Inside,
    /// Inside, after the brackets of another link or image in the same label.
    AfterInner,
}

/// Where a text stands.
#[derive(Debug, Clone, Copy)]
pub(super) struct Context {
    /// What comes after the text.
    pub(super) next: Next,
    /// Whether it stands inside the brackets of a link or an image.
    pub(super) label: Label,
    /// The line in which it stands.
    pub(super) line: Line,
    /// True where code, an address or a tag in the same block holds `$`, which no backslash can be put before.
    pub(super) has_raw_dollar: bool,
}

/// A character and when it needs a backslash.
struct Rule {
    character: char,
    when: When,
}

/// When a character would be read as markup.
#[derive(Clone, Copy)]
enum When {
    Always,
    /// At the start of a line.
    LineStart,
    /// At the start of a line, before a space or the end of the line.
    LineStartBeforeSpace,
    /// At the start of a line that has nothing but these characters and spaces.
    LineOf(&'static str),
    /// After the one to nine digits at the start of a line, before a space or the end of the line.
    AfterLineNumber,
    /// At the start of a line, where one to six of them stand before a space or the end of the line.
    HeadingStart,
    /// In the run that ends a heading.
    HeadingEnd,
    /// At the very end of a heading, where extensions look for attributes.
    HeadingLast,
    /// Before ASCII punctuation and what is written as a reference, or at the end of the text.
    BeforePunctuation,
    /// Unless a space stands on both sides.
    NotAlone,
    /// Unless letters or digits, or spaces, stand on both sides.
    NotInWord,
    /// After something visible, where it could close what another one opened, and beside a delimiter.
    AfterVisible,
    /// Where mathematics could begin and end in code.
    BesideRawDollar,
    /// Inside the brackets of a link or an image.
    InLabel,
    /// Where it could open a tag or an address.
    BeforeTag,
    /// Where a character reference could begin.
    BeforeReference,
    /// At the end of the text, before something that begins with `[`.
    BeforeBracket,
    /// In what extensions take for an address, where that would swallow markup.
    InAddress,
    /// After `{`, where the templates of Jekyll, Hugo and Zola begin.
    AfterBrace,
}

const fn rule(character: char, when: When) -> Rule {
    Rule { character, when }
}

/// The characters that can be markup. CommonMark 0.31.2, sections 2.4, 4 and 6.
const RULES: &[Rule] = &[
    rule('\\', When::BeforePunctuation),
    rule('`', When::Always),
    rule('*', When::NotAlone),
    rule('*', When::LineStart),
    rule('_', When::NotInWord),
    rule('_', When::LineOf("_")),
    rule('[', When::Always),
    rule(']', When::InLabel),
    rule('<', When::BeforeTag),
    rule('&', When::BeforeReference),
    rule('!', When::BeforeBracket),
    rule('#', When::HeadingStart),
    rule('#', When::HeadingEnd),
    rule('}', When::HeadingLast),
    rule('>', When::LineStart),
    rule('-', When::LineStartBeforeSpace),
    rule('-', When::LineOf("-:|")),
    rule('+', When::LineStartBeforeSpace),
    rule('+', When::LineOf("+")),
    rule('=', When::LineOf("=")),
    rule('.', When::AfterLineNumber),
    rule(')', When::AfterLineNumber),
    rule(':', When::LineStart),
    rule(':', When::InAddress),
    rule('.', When::InAddress),
    rule('|', When::LineStart),
    rule('~', When::AfterVisible),
    rule('~', When::LineOf("~")),
    rule('~', When::LineStartBeforeSpace),
    rule('$', When::AfterVisible),
    rule('$', When::BesideRawDollar),
    rule('^', When::AfterVisible),
    rule('{', When::AfterBrace),
    rule('%', When::AfterBrace),
];

/// The longest name of a character reference, in bytes, with room to spare (HTML's longest has 31).
const MAX_REFERENCE: usize = 40;

/// A character of a text with what stands before and after it.
struct Place<'a> {
    /// The line as written so far.
    line: &'a str,
    /// The character before it in the text; `None` at the start of the text.
    before: Option<char>,
    /// The text after it.
    after: &'a str,
    context: Context,
    /// True where an address begins that would swallow markup.
    swallows: bool,
}

/// Appends a text that stands in a line; `line_start` is the byte of `out` at which the line starts.
pub(super) fn write_text(out: &mut String, line_start: usize, text: &str, after_delimiter: bool, context: Context) {
    let mut address = Addresses::new(context);
    let mut before = None;
    let mut chars = text.char_indices();
    while let Some((at, c)) = chars.next() {
        let line = out.get(line_start..).unwrap_or_default();
        let after = chars.as_str();
        let swallows = matches!(c, ':' | '.') && address.swallows(text, at, after);
        let place = Place { line, before, after, context, swallows };
        let at_edge = (before.is_none() && after_delimiter) || (after.is_empty() && context.next == Next::Delimiter);
        if must_be_reference(c, &place) || (at_edge && c.is_whitespace()) {
            write_reference(out, c);
        } else {
            if must_be_escaped(c, &place) {
                out.push('\\');
            }
            out.push(c);
        }
        before = Some(c);
    }
}

/// True for a character that would be read as markup here.
fn must_be_escaped(c: char, place: &Place<'_>) -> bool {
    c.is_ascii_punctuation() && RULES.iter().any(|rule| rule.character == c && rule.when.holds(place))
}

/// True where every character of the text stands as it is after `before` in its line.
pub(super) fn is_plain(before: char, text: &str, context: Context) -> bool {
    let line = String::from(before);
    let mut before = Some(before);
    let mut chars = text.chars();
    while let Some(c) = chars.next() {
        let place = Place { line: &line, before, after: chars.as_str(), context, swallows: false };
        if must_be_reference(c, &place) || must_be_escaped(c, &place) {
            return false;
        }
        before = Some(c);
    }
    true
}

/// Appends a character as a numeric reference.
pub(super) fn write_reference(out: &mut String, c: char) {
    // Writing to a string cannot fail.
    let _ = write!(out, "&#{};", u32::from(c));
}

/// True for what would be lost or read as a line end: controls, and white space at the ends of a line.
fn must_be_reference(c: char, place: &Place<'_>) -> bool {
    match c {
        ' ' => place.line.is_empty() || (place.after.is_empty() && place.context.next.ends_line()),
        '\u{feff}' => place.line.is_empty(),
        '\0'..='\x1f' | '\x7f' => true,
        _ => false,
    }
}

impl When {
    fn holds(self, place: &Place<'_>) -> bool {
        let Place { line, before, after, context, swallows } = *place;
        let next = after.chars().next();
        let in_heading = context.line == Line::Heading;
        let starts_line = line.is_empty() && !in_heading;
        let before_space = next.map_or(context.next.ends_line(), |c| matches!(c, ' ' | '\t' | '\n'));
        // The last space of a text may be written as a reference.
        let is_alone = line.ends_with(' ') && after.starts_with(' ') && after.len() > 1;
        match self {
            Self::Always => true,
            Self::LineStart => starts_line,
            Self::LineStartBeforeSpace => starts_line && before_space,
            Self::LineOf(characters) => {
                starts_line && context.next.ends_line() && after.chars().all(|c| c == ' ' || characters.contains(c))
            }
            Self::AfterLineNumber => {
                (1..=9).contains(&line.len())
                    && line.bytes().all(|byte| byte.is_ascii_digit())
                    && before_space
                    && !in_heading
            }
            Self::HeadingStart if !starts_line => false,
            Self::HeadingStart => {
                let rest = after.trim_start_matches('#');
                let ends = rest.chars().next().map_or(context.next.ends_line(), |c| matches!(c, ' ' | '\t'));
                after.len() - rest.len() < 6 && ends
            }
            Self::HeadingEnd => {
                let opens_run = before.map_or(line.is_empty() || line.ends_with(' '), |c| c == ' ');
                in_heading && opens_run && context.next.ends_line() && after.trim_start_matches('#').is_empty()
            }
            Self::HeadingLast => context.line != Line::Paragraph && next.is_none() && context.next == Next::End,
            Self::BeforePunctuation => next.is_none_or(|c| {
                c.is_ascii_punctuation() || c.is_control() || (c.is_whitespace() && after.len() == c.len_utf8())
            }),
            Self::NotAlone => !is_alone,
            Self::NotInWord => {
                let in_word = |c: Option<char>| c.is_some_and(char::is_alphanumeric);
                !(is_alone || (in_word(before) && in_word(next)))
            }
            Self::AfterVisible => {
                let at_edge = next.is_none() && context.next == Next::Delimiter;
                at_edge || !(line.is_empty() || line.ends_with(' '))
            }
            Self::BesideRawDollar => context.has_raw_dollar,
            Self::InLabel => context.label != Label::Outside,
            Self::BeforeTag => next.is_none_or(|c| c.is_ascii_alphabetic() || matches!(c, '/' | '!' | '?')),
            Self::BeforeReference => is_reference(after, context.next),
            // Where an address is judged, the line is not at hand.
            Self::AfterBrace => before == Some('{') || line.ends_with('{'),
            Self::BeforeBracket => next.is_none() && context.next == Next::Bracket,
            Self::InAddress => swallows,
        }
    }
}

/// True where the text after `&` may be a character reference.
pub(super) fn is_reference(after: &str, next: Next) -> bool {
    let name =
        after.bytes().take(MAX_REFERENCE).take_while(|byte| byte.is_ascii_alphanumeric() || *byte == b'#').count();
    match after.as_bytes().get(name) {
        Some(byte) => *byte == b';' && name > 0,
        None => name > 0 && next != Next::End,
    }
}
