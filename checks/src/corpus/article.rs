//! One article: its head, its sections and their layout.

use std::collections::HashSet;

use super::grammar::{Grammar, Story};
use super::spelling::Habits;
use super::{Language, Layout};

/// Lines up to this length, in bytes, may come again: headings, bylines, "click here". Spelling may add a few bytes.
const REPEATED_BELOW: usize = 48;

/// How often a paragraph is made anew until it stands nowhere else.
const ATTEMPTS: usize = 16;

/// The sections in their order: the list of each, and its share of the article in percent.
const SECTIONS: &[(&str, usize)] =
    &[("summary", 26), ("neutral", 21), ("example", 13), ("optimistic", 19), ("pessimistic", 19), ("conclusion", 5)];

/// The smallest and the largest aim for an article's size, in bytes. What is written comes out a little longer.
const SIZES: (usize, usize) = (1250, 7350);

/// An article that is being written.
struct Writer<'a> {
    story: Story<'a>,
    seen: &'a mut HashSet<String>,
    language: Language,
    headings: Headings,
    habits: Habits,
    text: String,
}

/// How a headed article writes its headings.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Headings {
    None,
    Plain,
    Markdown,
    Capitals,
}

/// Writes an article. `seen` holds the paragraphs that stand in the corpus already.
pub(super) fn write(story: Story<'_>, language: Language, layout: Layout, seen: &mut HashSet<String>) -> String {
    let mut story = story;
    let habits = Habits::new(story.random());
    let headings = match layout {
        Layout::Headless => Headings::None,
        Layout::Headed => story.random().pick(&[Headings::Plain, Headings::Markdown, Headings::Capitals]),
    };
    let mut writer = Writer { story, seen, language, headings, habits, text: String::new() };
    writer.head();
    writer.sections();
    if writer.story.random().chance(70) {
        writer.line("boilerplate");
    }
    writer.text.truncate(writer.text.trim_end().len());
    if writer.story.random().chance(90) {
        writer.text.push('\n');
    }
    writer.text
}

impl Writer<'_> {
    /// Title, teaser, date, byline and reference, each of which may be missing.
    fn head(&mut self) {
        if self.story.random().chance(55) {
            let marker = if self.headings == Headings::Markdown { "# " } else { "" };
            self.line_after(marker, "title");
            if self.story.random().chance(60) {
                self.line("teaser");
            }
        }
        for (part, percent) in [("date", 40), ("byline", 85), ("reference", 90)] {
            if self.story.random().chance(percent) {
                self.line(part);
            }
        }
    }

    fn sections(&mut self) {
        let aim = self.story.random().between(SIZES.0, SIZES.1);
        for &(name, percent) in SECTIONS {
            let left_out = match name {
                "example" => 10,
                "conclusion" => 60,
                _ => 0,
            };
            if self.story.random().chance(left_out) {
                continue;
            }
            self.heading(name);
            self.section(name, aim * percent / 100);
        }
    }

    /// Paragraphs of the section `name`, of about `aim` bytes together.
    fn section(&mut self, name: &str, aim: usize) {
        let end = self.text.len() + aim;
        let mut opens = true;
        while opens || self.text.len() + 60 < end {
            let left = end.saturating_sub(self.text.len());
            let Some(paragraph) = self.paragraph(name, opens, left) else { return };
            self.push(&paragraph);
            if opens && name == "summary" && self.story.random().chance(45) {
                self.list();
            }
            opens = false;
        }
        if name == "example" && aim > 300 {
            self.line("lesson");
        }
    }

    /// A paragraph that stands nowhere else: two to four sentences, or one where the section has little room `left`.
    fn paragraph(&mut self, name: &str, opens: bool, left: usize) -> Option<String> {
        let sentences = self.story.random().between(2, 4);
        let opening = matches!(name, "summary" | "neutral" | "example" | "optimistic" | "pessimistic") && opens;
        self.unseen(|story| {
            let mut text = String::new();
            for at in 0..sentences {
                if at > 0 {
                    if text.len() + 60 > left {
                        break;
                    }
                    text.push(' ');
                }
                let sentence = if opening && at == 0 { story.next(&format!("{name}_open")) } else { story.next(name) };
                text.push_str(&sentence);
            }
            text
        })
    }

    /// A list, or the line that announced one which an extractor has lost.
    fn list(&mut self) {
        self.line("list_open");
        if self.story.random().chance(50) {
            return;
        }
        let marker = self.story.random().pick(&["- ", "• ", "* ", "1. "]);
        for number in 1..=self.story.random().between(2, 4) {
            let marker = marker.replace('1', &number.to_string());
            self.line_after(&marker, "item");
        }
    }

    fn heading(&mut self, name: &str) {
        if self.headings == Headings::None {
            return;
        }
        let heading = self.story.next(&format!("heading_{name}"));
        match self.headings {
            Headings::Markdown => self.push(&format!("## {heading}")),
            Headings::Capitals => self.push_line(&format!("{} :", heading.to_uppercase())),
            Headings::Plain | Headings::None => self.push(&heading),
        }
    }

    fn line(&mut self, name: &str) {
        self.line_after("", name);
    }

    /// One alternative of the list `name` as a block, after `marker`.
    fn line_after(&mut self, marker: &str, name: &str) {
        if let Some(line) = self.unseen(|story| story.next(name)) {
            self.push(&format!("{marker}{line}"));
        }
    }

    /// What `make` gives, once that is short or new to the corpus; nothing where it runs out of new texts.
    fn unseen(&mut self, mut make: impl FnMut(&mut Story<'_>) -> String) -> Option<String> {
        for _ in 0..ATTEMPTS {
            let made = make(&mut self.story);
            if made.len() <= REPEATED_BELOW || self.seen.insert(made.clone()) {
                return Some(made);
            }
        }
        None
    }

    /// Adds a block and what stands between blocks.
    fn push(&mut self, block: &str) {
        self.push_line(block);
        self.gap();
    }

    fn push_line(&mut self, line: &str) {
        let english = self.language == Language::English;
        // English sets no space before a colon.
        let line = if english { line.replace(" :", ":") } else { line.to_owned() };
        let random = self.story.random();
        let set = if english { self.habits.english(&line, random) } else { self.habits.french(&line, random) };
        self.text.push_str(&set);
        self.text.push('\n');
    }

    /// Plain and Markdown articles set blank lines; extracted and capital ones do not.
    fn gap(&mut self) {
        if matches!(self.headings, Headings::Plain | Headings::Markdown) {
            self.text.push('\n');
        }
    }
}

/// The grammar of a language.
pub(super) fn grammar(language: Language) -> Grammar {
    match language {
        Language::French => {
            Grammar::new(&[include_str!("french_words.txt"), include_str!("french_sentences.txt")], '\u{202f}', ',')
        }
        Language::English => {
            Grammar::new(&[include_str!("english_words.txt"), include_str!("english_sentences.txt")], ',', '.')
        }
    }
}
