//! Rust source as tokens with line numbers, comments left out, and the paths written in it.

/// What a token is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Kind {
    /// An identifier, keyword or number.
    Word,
    /// A punctuation mark; `::` is one mark.
    Mark,
    /// The content of a string literal.
    Text,
}

/// A token and the line it stands on, counted from 1.
#[derive(Debug, Clone)]
pub(crate) struct Token {
    pub(crate) kind: Kind,
    pub(crate) text: String,
    pub(crate) line: usize,
}

impl Token {
    /// True for this word or mark; never for the content of a string.
    pub(crate) fn is(&self, text: &str) -> bool {
        self.kind != Kind::Text && self.text == text
    }
}

/// Splits `source` into tokens. Comments, character literals and lifetimes leave none.
pub(crate) fn tokens(source: &str) -> Vec<Token> {
    Lexer { chars: source.chars().collect(), at: 0, line: 1, tokens: Vec::new() }.run()
}

struct Lexer {
    chars: Vec<char>,
    at: usize,
    line: usize,
    tokens: Vec<Token>,
}

impl Lexer {
    fn run(mut self) -> Vec<Token> {
        while let Some(c) = self.peek(0) {
            match c {
                '/' if self.peek(1) == Some('/') => self.skip_while(|c| c != '\n'),
                '/' if self.peek(1) == Some('*') => self.block_comment(),
                '"' => self.string(),
                '\'' => self.quote(),
                c if c.is_alphanumeric() || c == '_' => self.word(),
                c if c.is_whitespace() => self.advance(1),
                ':' if self.peek(1) == Some(':') => self.mark("::"),
                c => self.mark(&c.to_string()),
            }
        }
        self.tokens
    }

    fn peek(&self, ahead: usize) -> Option<char> {
        self.chars.get(self.at + ahead).copied()
    }

    fn advance(&mut self, count: usize) {
        for _ in 0..count {
            self.line += usize::from(self.peek(0) == Some('\n'));
            self.at += 1;
        }
    }

    fn skip_while(&mut self, keep: impl Fn(char) -> bool) {
        while self.peek(0).is_some_and(&keep) {
            self.advance(1);
        }
    }

    fn push(&mut self, kind: Kind, text: String, line: usize) {
        self.tokens.push(Token { kind, text, line });
    }

    fn mark(&mut self, text: &str) {
        self.push(Kind::Mark, text.to_owned(), self.line);
        self.advance(text.chars().count());
    }

    /// Block comments nest.
    fn block_comment(&mut self) {
        let mut depth = 0;
        while let Some(c) = self.peek(0) {
            match (c, self.peek(1)) {
                ('/', Some('*')) => depth += 1,
                ('*', Some('/')) => depth -= 1,
                _ => {
                    self.advance(1);
                    continue;
                }
            }
            self.advance(2);
            if depth == 0 {
                return;
            }
        }
    }

    /// An identifier, or a prefix (`r`, `b`, `c`, `br`, `cr`) of a string or character literal.
    fn word(&mut self) {
        let (start, line) = (self.at, self.line);
        self.skip_while(|c| c.is_alphanumeric() || c == '_');
        let word: String = self.chars[start..self.at].iter().collect();
        let hashes = self.chars[self.at..].iter().take_while(|&&c| c == '#').count();
        let opens_string = self.peek(hashes) == Some('"');
        match word.as_str() {
            "r" | "br" | "cr" if opens_string => self.raw_string(hashes),
            "b" | "c" if hashes == 0 && opens_string => self.string(),
            "b" if self.peek(0) == Some('\'') => self.quote(),
            // A raw identifier such as `r#type`: the word follows.
            "r" if hashes == 1 => self.advance(1),
            _ => self.push(Kind::Word, word, line),
        }
    }

    fn string(&mut self) {
        let line = self.line;
        let mut text = String::new();
        self.advance(1);
        while let Some(c) = self.peek(0) {
            self.advance(1);
            match c {
                '"' => break,
                '\\' => self.advance(1),
                c => text.push(c),
            }
        }
        self.push(Kind::Text, text, line);
    }

    fn raw_string(&mut self, hashes: usize) {
        let line = self.line;
        let end: Vec<char> = std::iter::once('"').chain(std::iter::repeat_n('#', hashes)).collect();
        self.advance(hashes + 1);
        let start = self.at;
        while self.at < self.chars.len() && !self.chars[self.at..].starts_with(&end) {
            self.advance(1);
        }
        let text = self.chars[start..self.at].iter().collect();
        self.advance(end.len());
        self.push(Kind::Text, text, line);
    }

    /// A character literal, or the tick of a lifetime or label, whose name is no path.
    fn quote(&mut self) {
        if self.peek(1) == Some('\\') {
            self.advance(3);
            self.skip_while(|c| c != '\'');
            self.advance(1);
        } else if self.peek(2) == Some('\'') {
            self.advance(3);
        } else {
            self.advance(1);
            self.skip_while(|c| c.is_alphanumeric() || c == '_');
        }
    }
}

/// A path as written, such as `crate::model::Axis`, one for each leaf of a group.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Written {
    /// The segments; a glob is `*`, a macro variable `$name`.
    pub(crate) segments: Vec<String>,
    /// The module it stands in, from the crate root.
    pub(crate) module: Vec<String>,
    /// The line of its last segment.
    pub(crate) line: usize,
}

/// The paths of a file that begin at the crate, at a parent, at the module itself or at the standard library.
///
/// `module` is the file's own module. Inline modules, macro bodies and paths that stand as strings in attributes
/// (`#[serde(with = "…")]`) count too.
pub(crate) fn paths(module: &[String], tokens: &[Token]) -> Vec<Written> {
    let mut found = Vec::new();
    let mut inline: Vec<(String, usize)> = Vec::new();
    let mut depth = 0;
    let mut at = 0;
    while let Some(token) = tokens.get(at) {
        if token.is("{") {
            depth += 1;
            if let Some(name) = inline_module(tokens, at) {
                inline.push((name, depth));
            }
        } else if token.is("}") {
            inline.retain(|(_, opened)| *opened < depth);
            depth = depth.saturating_sub(1);
        }
        let here = || module.iter().cloned().chain(inline.iter().map(|(name, _)| name.clone())).collect::<Vec<_>>();
        if token.kind == Kind::Text && is_path_attribute(tokens, at) {
            let inner: Vec<Token> =
                self::tokens(&token.text).into_iter().map(|inner| Token { line: token.line, ..inner }).collect();
            found.extend(paths(&here(), &inner));
        }
        if begins_path(tokens, at) {
            let mut leaves = Vec::new();
            at = expand(tokens, at, Vec::new(), &mut leaves);
            let module = here();
            found.extend(leaves.into_iter().map(|(segments, line)| Written { segments, module: module.clone(), line }));
        } else {
            at += 1;
        }
    }
    found
}

/// The name before the brace at `at`, where it opens an inline module.
fn inline_module(tokens: &[Token], at: usize) -> Option<String> {
    let name = tokens.get(at.checked_sub(1)?)?;
    tokens.get(at.checked_sub(2)?)?.is("mod").then(|| name.text.clone())
}

/// True for the string of `name = "path"` inside an attribute other than `doc`.
fn is_path_attribute(tokens: &[Token], at: usize) -> bool {
    let before = |back: usize| at.checked_sub(back).and_then(|at| tokens.get(at));
    let is_value = before(1).is_some_and(|token| token.is("=")) && !before(2).is_some_and(|token| token.is("doc"));
    let opening = tokens[..at].iter().rposition(|token| token.is("[") || token.is("]") || token.is(";"));
    is_value
        && opening.is_some_and(|open| {
            let hash = tokens[..open].iter().rev().find(|token| !token.is("!"));
            tokens[open].is("[") && hash.is_some_and(|token| token.is("#"))
        })
}

/// True where a path of interest begins: at `crate`, `super`, `self`, or a standard crate's name.
fn begins_path(tokens: &[Token], at: usize) -> bool {
    let before = |back: usize| at.checked_sub(back).and_then(|at| tokens.get(at));
    let is_before = |back: usize, text: &str| before(back).is_some_and(|token| token.is(text));
    let root = ["crate", "super", "self", "std", "core", "alloc"].iter().any(|root| tokens[at].is(root));
    let goes_on = tokens.get(at + 1).is_some_and(|next| next.is("::") || next.is("as"));
    // `a::std` is a name inside `a`; `::std` is the crate.
    let inside = is_before(1, "::") && before(2).is_some_and(|token| token.kind == Kind::Word && !token.is("use"));
    let visibility = is_before(1, "in") && is_before(2, "(") && is_before(3, "pub");
    root && goes_on && !inside && !visibility
}

/// Collects the leaves of the path or group at `at`, and gives the position after it.
fn expand(tokens: &[Token], mut at: usize, mut prefix: Vec<String>, out: &mut Vec<(Vec<String>, usize)>) -> usize {
    let line = |at: usize| tokens.get(at).map_or(0, |token| token.line);
    loop {
        match tokens.get(at) {
            Some(token) if token.kind == Kind::Word => prefix.push(token.text.clone()),
            Some(token) if token.is("*") => prefix.push("*".to_owned()),
            Some(token) if token.is("$") && tokens.get(at + 1).is_some() => {
                at += 1;
                prefix.push(format!("${}", tokens[at].text));
            }
            Some(token) if token.is("{") => {
                at += 1;
                while tokens.get(at).is_some_and(|token| !token.is("}")) {
                    at = expand(tokens, at, prefix.clone(), out);
                    while tokens.get(at).is_some_and(|token| !token.is(",") && !token.is("}")) {
                        at += 1;
                    }
                    at += usize::from(tokens.get(at).is_some_and(|token| token.is(",")));
                }
                return at + 1;
            }
            // `Vec::<u8>` and the like: the path has ended before the mark.
            _ => {
                out.push((prefix, line(at.saturating_sub(1))));
                return at;
            }
        }
        at += 1;
        if !tokens.get(at).is_some_and(|token| token.is("::")) {
            out.push((prefix, line(at - 1)));
            return at;
        }
        at += 1;
    }
}
