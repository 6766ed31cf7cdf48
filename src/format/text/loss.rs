//! What plain text does not carry: the one table of its names and words.

use crate::diagnostic::{Diagnostic, Report, Severity};
use crate::path::Path;

/// Declares the losses, one line each: the variant, its name, how much it matters, what is lost, what to do.
macro_rules! losses {
    ($($variant:ident = $name:literal, $severity:ident, $message:literal, $help:literal;)+) => {
        /// A kind of loss.
        #[derive(Debug, Clone, Copy, PartialEq, Eq)]
        pub(super) enum Loss { $($variant,)+ }

        impl Loss {
            fn at(self, path: Path) -> Diagnostic {
                let (name, severity, message, help) = match self {
                    $( Self::$variant => ($name, Severity::$severity, $message, $help), )+
                };
                Diagnostic::new(name, severity, message).at(path).with_help(help)
            }
        }
    };
}

losses! {
    Markup = "lost-markup", Note, "plain text has no emphasis and no code; the words stay", "write Markdown or JSON to keep it";
    Link = "lost-link", Warning, "plain text has no links; the words stay, the address goes",
        "write Markdown or JSON to keep it, or put the address into the text";
    Image = "lost-image", Warning, "plain text has no pictures; the description stays, the address goes",
        "write Markdown or JSON to keep it";
    Html = "lost-html", Warning, "plain text has no HTML; it is left out", "write Markdown or JSON to keep it";
    Element = "lost-element", Warning, "an element of a later version is left out", "write JSON to keep it";
    Break = "lost-break", Note, "a line end becomes a space", "write Markdown or JSON to keep it";
    Space = "lost-space", Note, "white space at the edge of a line, or a line end inside a text, is not kept",
        "take it out where it was not meant";
    Seam = "lost-seam", Note, "texts that stand side by side become one", "join them, or write JSON to keep them apart";
    Citation = "lost-citation", Warning, "a citation is read as text, or a text as a citation",
        "write citations as `[3]`, several of them or with a list of references";
    Attribution = "lost-attribution", Note, "an attribution is read as a paragraph",
        "write it as `— Name` below a quotation";
    Code = "lost-code", Warning, "plain text has no blocks of code; the lines become a paragraph",
        "write Markdown or JSON to keep it";
    Shape = "lost-shape", Warning, "a list or a quotation keeps its words, and not all of its shape",
        "make each item and each quoted paragraph one line";
    Level = "lost-level", Note, "the level of a heading is brought to 1 to 6", "give it a level from 1 to 6";
    Keys = "lost-keys", Warning, "the unknown keys of a block are left out", "write Markdown or JSON to keep them";
    Depth = "lost-depth", Warning, "a key whose value is more than 100 deep is left out", "make the value less deep";
    Reply = "lost-reply", Warning, "a reply becomes a section after the one that it answers",
        "write Markdown or JSON to keep it a reply";
    Block = "lost-block", Warning, "a block that plain text has no form for is left out",
        "write Markdown or JSON to keep it";
    Heading = "lost-heading", Warning, "a heading without a letter or a digit is left out",
        "give the section a heading with words, or none";
    Tail = "lost-tail", Error, "the text has more lines than are read one by one; the last become one paragraph",
        "write the article as JSON";
}

/// The losses found so far.
#[derive(Debug, Default)]
pub(super) struct Losses {
    report: Report,
    count: usize,
}

impl Losses {
    /// Notes a loss; one of a kind at a place is enough.
    pub(super) fn add(&mut self, loss: Loss, path: &Path) {
        self.count += 1;
        let finding = loss.at(path.clone());
        let is_known = self.report.iter().rev().take_while(|known| known.path == *path).any(|known| *known == finding);
        if !is_known {
            self.report.push(finding);
        }
    }

    /// How many were noted.
    pub(super) const fn count(&self) -> usize {
        self.count
    }

    pub(super) fn into_report(self) -> Report {
        let mut report = self.report;
        report.sort();
        report
    }
}
