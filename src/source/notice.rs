//! What is noticed while a text is read: the names of the findings, each with its page.

/// A finding of the reading, and its page in Markdown.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Notice {
    pub(crate) name: &'static str,
    pub(crate) page: &'static str,
}

/// Declares the findings of the reading, each with its page.
macro_rules! notices {
    ($($constant:ident = $name:literal: $page:literal,)+) => {
        impl Notice {
            $(pub(crate) const $constant: Self = Self { name: $name, page: $page };)+

            /// All of them.
            pub(crate) const ALL: &'static [Self] = &[$(Self::$constant),+];
        }
    };
}

notices! {
    EMPTY_TEXT = "empty-text": "\
Reports a text that holds no article.

# What it does
Finds a text without a letter and without a digit.

# Why
The file is empty, or what stood in it was lost on the way.

# Example
An empty file, or one of nothing but dashes.

# Use instead
The text of an article.",
    NUL_CHARACTER = "nul-character": "\
Reports NUL characters in a text.

# What it does
Counts the characters U+0000. Where they are a quarter of the text or more, it is an error.

# Why
UTF-16 read as another encoding has one for nearly every letter; elsewhere they are left by broken programs, and Markdown
cannot carry them.

# Example
A file in UTF-16 without a byte order mark.

# Use instead
The same file in UTF-8.",
    UNKNOWN_LANGUAGE = "unknown-language": "\
Reports a text whose language could not be told.

# What it does
Looks for the commonest words of the languages of the lexicon in the longest paragraph, then in the whole text, and finds
none that leads clearly.

# Why
Headings and phrases are read by language. Without it only the head and the form of a text are read well.

# Example
A text in a language that the lexicon does not have, or of a few words.

# Use instead
`Parser::new().language(…)`, or a lexicon with that language.",
    TOO_MANY_LINES = "too-many-lines": "\
Reports a text with more lines than an article can have.

# What it does
Reads the first lines one by one, and keeps the rest as one paragraph.

# Why
It is a book, a log or several articles in one file.

# Example
A file that holds the articles of a year.

# Use instead
A file for each article.",
    UNREAD_DATE = "unread-date": "\
Reports a line that looks like a date and gives none.

# What it does
Finds lines in the head of a text with the words and numbers of a date that the calendar does not have, that give a year of
two digits, or that can be read in two ways.

# Why
A guess would be wrong as often as right. The line is kept as unclassified text.

# Example
```text
31 février 2025
```

# Use instead
```text
28 février 2025
```",
    UNCLASSIFIED = "unclassified": "\
Reports a part of a text whose role could not be told.

# What it does
Names each part that was kept in a section with the role `unclassified`: no heading stands over it, and neither its words
nor its place say surely enough what it is.

# Why
What the text does not say is not guessed, and nothing is dropped.

# Example
A paragraph between two others that could belong to either.

# Use instead
A heading over it, or a role set in the article.",
}
