//! Blocks: lines become paragraphs, headings, items, quotes, rules and front matter.

use std::borrow::Cow;

use crate::label::{Form, MAX_PIECES, Piece, ends_in_address, goes_on_address};
use crate::span::Span;

use super::census::Census;
use super::front::Front;
use super::lines::{Line, Lines, SEPARATORS};

/// A block of the source: what is labelled, and the mark that made it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Block<'a> {
    pub(super) piece: Piece<'a>,
    /// The number of a numbered item.
    pub(super) number: Option<u64>,
    /// Everything from the first byte of the mark to the last of the block.
    pub(super) whole: Span,
    /// True where the end of a line stands inside an address.
    pub(super) is_broken: bool,
}

/// The longest line, in characters, of a text that was wrapped by hand or by a mail program.
const WRAP: usize = 110;

/// The longest text, in bytes, that holds an address broken over several lines and may go on with another one.
const MAX_BROKEN: usize = 4_000;

/// Cuts a text into blocks.
pub(super) fn blocks<'a>(source: &'a str, census: Census, front: Option<&Front>) -> Vec<Block<'a>> {
    let mut blocks: Vec<Block<'_>> = Vec::with_capacity((source.len() / 128 + 8).min(1024));
    let mut lines = Lines::new(source, census).peekable();
    let mut fence: Option<&str> = None;
    while let Some(line) = lines.next() {
        if blocks.len() + 1 == MAX_PIECES && lines.peek().is_some() {
            blocks.push(rest(source, &line));
            break;
        }
        if front.is_some_and(|front| front.whole.contains(Span::new(line.start, line.end()))) {
            blocks.push(Block::plain(&line, Form::FrontMatter));
            continue;
        }
        if let Some(mark) = code_fence(line.text) {
            let closes = fence.is_some_and(|open| mark.starts_with(open) && line.text == mark);
            fence = if closes { None } else { fence.or(Some(mark)) };
            blocks.push(Block::plain(&line, Form::Rule));
            continue;
        }
        if let Some(level) = underline(line.text).filter(|_| !line.after_blank) {
            if let Some(above) = blocks.last_mut().filter(|above| may_be_underlined(above)) {
                above.piece.form = Form::Heading { level };
                above.whole = above.whole.join(Span::new(line.start, line.end()));
                continue;
            }
        }
        if blocks.last_mut().is_some_and(|above| above.take_rest_of_address(source, &line)) {
            continue;
        }
        blocks.push(read(&line));
    }
    join_wrapped(source, blocks)
}

impl<'a> Block<'a> {
    /// A block that is one line without a mark.
    fn plain(line: &Line<'a>, form: Form) -> Self {
        let span = Span::new(line.start, line.end());
        let mut piece = Piece::new(line.text, form, span);
        piece.after_blank = line.after_blank;
        Self { piece, number: None, whole: span, is_broken: false }
    }

    /// Its text, with an address that was broken at the end of a line made whole.
    pub(super) fn text(&self) -> Cow<'a, str> {
        self.unbroken(self.piece.text)
    }

    /// A version of its text with an address that was broken made whole.
    pub(super) fn unbroken<'t>(&self, text: &'t str) -> Cow<'t, str> {
        if !self.is_broken {
            return Cow::Borrowed(text);
        }
        let lines = text.split(|c| matches!(c, '\n' | '\r') || SEPARATORS.contains(&c));
        lines.map(|line| line.trim_matches(super::lines::is_space)).collect()
    }

    /// Takes in a line that is the rest of an address at the end of this block.
    fn take_rest_of_address(&mut self, source: &'a str, line: &Line<'a>) -> bool {
        let may_go_on = matches!(self.piece.form, Form::Paragraph | Form::Item | Form::Quote) && !line.after_blank;
        let is_long = self.is_broken && self.piece.text.len() > MAX_BROKEN;
        if !may_go_on || is_long || line.text.contains(' ') {
            return false;
        }
        let text = self.text();
        if !ends_in_address(&text) || !goes_on_address(&text, line.text) {
            return false;
        }
        let span = Span::new(line.start, line.end());
        let joined = self.piece.span.join(span);
        let Some(text) = joined.slice(source) else { return false };
        (self.piece.text, self.piece.span, self.whole, self.is_broken) = (text, joined, self.whole.join(span), true);
        true
    }

    /// The same block with its text at `from..to` of the line, after a mark.
    fn marked(mut self, line: &Line<'a>, text: &'a str, form: Form) -> Self {
        let from = offset(line.text, text);
        self.piece.text = text;
        self.piece.form = form;
        self.piece.span = Span::new(line.start + from, line.start + from + text.len());
        self
    }
}

/// Where `part`, a slice of `whole`, begins in it.
fn offset(whole: &str, part: &str) -> usize {
    (part.as_ptr() as usize).saturating_sub(whole.as_ptr() as usize)
}

/// Reads the mark of a line.
fn read<'a>(line: &Line<'a>) -> Block<'a> {
    let block = Block::plain(line, Form::Paragraph);
    let text = line.text;
    if text.starts_with(|c: char| c.is_ascii_uppercase()) {
        // No mark begins with a letter; most lines end here.
        return block;
    }
    if !text.contains(char::is_alphanumeric) {
        let is_mark = text.chars().all(|c| c.is_ascii_punctuation() || c.is_whitespace() || "–—•·…".contains(c));
        return if is_mark { block.marked(line, text, Form::Rule) } else { block };
    }
    if let Some((level, heading)) = atx(text) {
        return block.marked(line, emphasised(heading).unwrap_or(heading), Form::Heading { level });
    }
    if let Some(bold) = strong(text) {
        return block.marked(line, bold, Form::Heading { level: 7 });
    }
    if let Some(quoted) = text.strip_prefix('>') {
        return block.marked(line, quoted.trim_start_matches(['>', ' ']), Form::Quote);
    }
    if let Some(item) = bullet(text) {
        let mut block = block.marked(line, item, Form::Item);
        block.piece.mark = text.chars().next();
        return block;
    }
    if let Some((number, item)) = numbered(text) {
        let mut block = block.marked(line, strong(item).unwrap_or(item), Form::Item);
        block.number = Some(number);
        return block;
    }
    match emphasised(text) {
        Some(inner) => block.marked(line, inner, Form::Paragraph),
        None => block,
    }
}

/// `## Heading ##`: the level and the text.
fn atx(text: &str) -> Option<(u8, &str)> {
    let level = text.bytes().take_while(|&byte| byte == b'#').count();
    let rest = text.get(level..)?;
    if !(1..=6).contains(&level) || !rest.starts_with([' ', '\t', '\u{a0}']) {
        return None;
    }
    let heading = rest.trim().trim_end_matches('#').trim_end();
    heading.contains(char::is_alphanumeric).then_some((u8::try_from(level).ok()?, heading))
}

/// `**text**` from end to end, where nothing inside ends the emphasis.
fn strong(text: &str) -> Option<&str> {
    let mark = ["**", "__"].into_iter().find(|mark| text.starts_with(mark))?;
    let inner = text.strip_prefix(mark)?.trim_end_matches([':', ' ']).strip_suffix(mark)?;
    let inner = inner.trim();
    let few = inner.split_whitespace().take(15).count() < 15;
    (few && !inner.contains(mark) && inner.contains(char::is_alphanumeric)).then_some(inner)
}

/// `*text*` from end to end.
fn emphasised(text: &str) -> Option<&str> {
    let mark = text.chars().next().filter(|mark| matches!(mark, '*' | '_'))?;
    let inner = text.strip_prefix(mark)?.strip_suffix(mark)?;
    let good = !inner.starts_with([' ', mark]) && !inner.ends_with([' ', mark]) && !inner.contains(mark);
    good.then_some(inner)
}

/// A bullet before an item, and a space after it.
fn bullet(text: &str) -> Option<&str> {
    let mark = text.chars().next()?;
    let rest = text.get(mark.len_utf8()..)?;
    let is_bullet = matches!(
        mark,
        '-' | '*'
            | '+'
            | '•'
            | '◦'
            | '‣'
            | '▪'
            | '▸'
            | '►'
            | '●'
            | '○'
            | '·'
            | '–'
            | '➢'
            | '✓'
            | '✔'
            | '✗'
            | '✘'
            | '☑'
            | '☒'
            | '■'
    );
    let item = rest.trim_start_matches([' ', '\t', '\u{a0}', '\u{202f}']);
    (is_bullet && item.len() < rest.len() && !item.is_empty()).then_some(item)
}

/// `1. text` or `1) text`, with a number of up to three digits.
fn numbered(text: &str) -> Option<(u64, &str)> {
    let digits = text.bytes().take_while(u8::is_ascii_digit).count();
    let number = text.get(..digits)?.parse().ok().filter(|_| digits <= 3)?;
    let rest = text.get(digits..)?.strip_prefix(['.', ')'])?;
    let item = rest.trim_start_matches([' ', '\t', '\u{a0}', '\u{202f}']);
    (item.len() < rest.len() && !item.is_empty()).then_some((number, item))
}

/// The level of a heading that this line underlines.
fn underline(text: &str) -> Option<u8> {
    let all = |mark: char| text.len() >= 3 && text.chars().all(|c| c == mark);
    if all('=') {
        Some(1)
    } else if all('-') {
        Some(2)
    } else {
        None
    }
}

/// True for a line that an underline makes a heading: short, and without a mark of its own.
fn may_be_underlined(block: &Block<'_>) -> bool {
    block.piece.form == Form::Paragraph && block.piece.text.split_whitespace().take(16).count() < 16
}

/// The mark of a line that opens or closes a block of code.
fn code_fence(text: &str) -> Option<&str> {
    ["```", "~~~"].into_iter().find(|mark| text.starts_with(mark) && !text.get(3..).unwrap_or_default().contains('`'))
}

/// Everything from a line to the end of the text as one block.
fn rest<'a>(source: &'a str, line: &Line<'a>) -> Block<'a> {
    let text = source.get(line.start..).unwrap_or_default().trim_end_matches(super::lines::is_space);
    Block::plain(&Line { text, ..*line }, Form::Paragraph)
}

/// Joins the lines of paragraphs that were wrapped, in texts that part their paragraphs by empty lines.
fn join_wrapped<'a>(source: &'a str, blocks: Vec<Block<'a>>) -> Vec<Block<'a>> {
    let goes_on = |above: &Block<'_>, below: &Block<'_>| {
        let plain = above.piece.form == Form::Paragraph && below.piece.form == Form::Paragraph;
        plain && !below.piece.after_blank && !above.is_broken && !below.is_broken
    };
    let is_wrapped = |above: &Block<'_>| {
        !crate::label::ends_sentence(above.piece.text) && (35..=WRAP).contains(&length_up_to_wrap(above.piece.text))
    };
    let pairs = blocks.windows(2).filter_map(|pair| match pair {
        [above, below] if goes_on(above, below) => Some((is_wrapped(above), starts_inside(below.piece.text))),
        _ => None,
    });
    let (mut wrapped, mut inside, mut all) = (0, 0, 0);
    for (is_wrapped, is_inside) in pairs {
        (wrapped, inside, all) = (wrapped + usize::from(is_wrapped), inside + usize::from(is_inside), all + 1);
    }
    let groups = blocks.iter().filter(|block| block.piece.after_blank).count();
    if all == 0 || wrapped * 5 < all * 3 || inside * 3 < all || groups < 2 {
        return blocks;
    }
    let mut joined: Vec<Block<'a>> = Vec::with_capacity(blocks.len());
    for block in blocks {
        match joined.last_mut() {
            Some(above) if goes_on(above, &block) && fits(source, above) => {
                above.whole = above.whole.join(block.whole);
                above.piece.span = above.piece.span.join(block.piece.span);
                above.piece.text = above.piece.span.slice(source).unwrap_or(above.piece.text);
            }
            _ => joined.push(block),
        }
    }
    joined
}

/// True for a line that begins as the inside of a sentence does: with a small letter, or none.
fn starts_inside(line: &str) -> bool {
    !line.starts_with(char::is_uppercase)
}

/// The number of characters of a line; of one that is longer than wrapped lines are, some number above theirs.
fn length_up_to_wrap(line: &str) -> usize {
    if line.len() > 4 * WRAP { line.len() } else { line.chars().count() }
}

/// True where the last line of a block is short enough to have been wrapped and long enough not to end there by itself.
fn fits(source: &str, block: &Block<'_>) -> bool {
    let text = block.whole.slice(source).unwrap_or_default();
    let last = text.rsplit(['\n', '\r']).next().unwrap_or(text);
    (35..=WRAP).contains(&length_up_to_wrap(last))
}
