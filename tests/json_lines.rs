//! Corpora: one article a line.
#![cfg(feature = "json")]

use std::io::{self, BufRead, BufReader, Read};

use commentary::json::lines::{Reader, Writer};
use commentary::json::{self, ErrorKind};
use commentary::{Article, Section, Value};

/// What each line is: the title of an article, or the message of an error.
fn outcomes(file: &[u8]) -> Vec<Result<String, String>> {
    let all = |reader: Reader<&[u8]>| -> Vec<_> {
        reader.map(|item| item.map(|article| article.title.unwrap()).map_err(|error| error.to_string())).collect()
    };
    let found = all(Reader::new(file));
    // A small buffer below cuts lines, line ends and the byte order mark anywhere.
    for size in 1..9 {
        let small = Reader::new(BufReader::with_capacity(size, file));
        let small: Vec<_> =
            small.map(|item| item.map(|article| article.title.unwrap()).map_err(|error| error.to_string())).collect();
        assert_eq!(small, found, "with a buffer of {size} bytes");
    }
    found
}

fn line(title: &str) -> String {
    format!(r#"{{"schema_version":1,"title":"{title}"}}"#)
}

#[test]
fn a_bad_line_is_named_and_the_next_one_is_read() {
    let file = [
        line("one").as_bytes(),
        b"\n",
        b"{\"schema_version\":1,\n",
        b"\n   \t\r\n",
        line("two").as_bytes(),
        b"\r\n",
        b"{\"schema_version\":1,\"title\":\"caf\xE9\"}\n",
        b"{\"schema_version\":7}\n",
        b"[]\n",
        line("three").as_bytes(),
    ]
    .concat();
    assert_eq!(
        outcomes(&file),
        [
            Ok("one".to_owned()),
            Err("EOF while parsing a value at line 2 column 20".to_owned()),
            Ok("two".to_owned()),
            Err("expected UTF-8, found the byte 0xE9 at line 6 column 33".to_owned()),
            Err("schema_version: expected schema version 1, found 7: read it with a later version of this crate at \
                 line 7 column 19"
                .to_owned()),
            Err("expected an object, found an array at line 8 column 2".to_owned()),
            Ok("three".to_owned()),
        ]
    );
}

#[test]
fn a_byte_order_mark_and_missing_or_empty_last_lines_are_no_faults() {
    let good = |text: &str| assert_eq!(outcomes(text.as_bytes()), [Ok("one".to_owned())], "{text:?}");
    good(&line("one"));
    good(&format!("\u{FEFF}{}\r\n", line("one")));
    good(&format!("\u{FEFF}\n\n{}\n\n\n", line("one")));
    for empty in ["", "\n", "\r\n\r\n", "\u{FEFF}", "\u{FEFF}\n  "] {
        assert_eq!(outcomes(empty.as_bytes()), [], "{empty:?}");
    }
    let utf_16: Vec<u8> = "\u{FEFF}{}\n".encode_utf16().flat_map(u16::to_le_bytes).collect();
    assert_eq!(outcomes(&utf_16)[0], Err("expected UTF-8, found UTF-16 at line 1".to_owned()));
}

#[test]
fn the_number_of_the_line_can_be_asked_for() {
    let file = format!("\n{}\n\n{}", line("one"), line("two"));
    let mut reader = Reader::new(file.as_bytes());
    assert_eq!(reader.line(), 0);
    let mut numbers = Vec::new();
    while let Some(article) = reader.next() {
        numbers.push((reader.line(), article.unwrap().title.unwrap()));
    }
    assert_eq!(numbers, [(2, "one".to_owned()), (4, "two".to_owned())]);
    assert!(reader.next().is_none());
    assert_eq!(reader.line(), 4);
}

#[test]
fn a_line_may_be_as_long_as_the_limit_and_no_longer() {
    let file = format!("{}\n{}\n{}\n{}", line("1234"), line("12345"), line("123456"), line("12345678"));
    let length = line("12345").len();
    let read = |max: usize| -> Vec<bool> {
        [1, 7, 4096]
            .map(|size| {
                let below = BufReader::with_capacity(size, file.as_bytes());
                Reader::new(below).max_length(max).map(|item| item.is_ok()).collect::<Vec<bool>>()
            })
            .into_iter()
            .reduce(|one, other| if one == other { one } else { panic!("the buffer's size decides") })
            .unwrap()
    };
    assert_eq!(read(length), [true, true, false, false]);
    assert_eq!(read(length - 1), [true, false, false, false]);
    assert_eq!(read(length + 3), [true, true, true, true]);
    assert_eq!(read(0), [false, false, false, false]);
    let error = Reader::new(file.as_bytes()).max_length(length).nth(2).unwrap().unwrap_err();
    assert_eq!((error.kind(), error.line(), error.column()), (ErrorKind::TooLong, Some(3), None));
}

/// A line without an end, of which only so many bytes come at a time.
struct Endless {
    left: u64,
    chunk: [u8; 4096],
}

impl Read for Endless {
    fn read(&mut self, _: &mut [u8]) -> io::Result<usize> {
        unreachable!("lines are read through the buffer")
    }
}

impl BufRead for Endless {
    fn fill_buf(&mut self) -> io::Result<&[u8]> {
        let there = usize::try_from(self.left.min(4096)).unwrap();
        Ok(&self.chunk[..there])
    }

    fn consume(&mut self, count: usize) {
        self.left -= count as u64;
    }
}

#[test]
fn the_rest_of_a_long_line_takes_no_memory() {
    // 8 GiB would neither fit in memory here nor take a second, were they kept.
    let mut reader = Reader::new(Endless { left: 8 << 30, chunk: [b' '; 4096] }).max_length(1 << 20);
    assert_eq!(reader.next().unwrap().unwrap_err().kind(), ErrorKind::TooLong);
    assert!(reader.next().is_none());
}

/// Gives a good line, then is interrupted, then fails for good.
struct Failing {
    line: Vec<u8>,
    calls: usize,
}

impl Read for Failing {
    fn read(&mut self, _: &mut [u8]) -> io::Result<usize> {
        unreachable!("lines are read through the buffer")
    }
}

impl BufRead for Failing {
    fn fill_buf(&mut self) -> io::Result<&[u8]> {
        self.calls += 1;
        match self.calls {
            1 => Err(io::Error::from(io::ErrorKind::Interrupted)),
            2 => Ok(&self.line),
            _ => Err(io::Error::other("the disk is gone")),
        }
    }

    fn consume(&mut self, _: usize) {}
}

#[test]
fn a_failing_reader_ends_the_corpus() {
    let mut reader = Reader::new(Failing { line: format!("{}\n", line("one")).into_bytes(), calls: 0 });
    assert_eq!(reader.next().unwrap().unwrap().title.as_deref(), Some("one"));
    let error = reader.next().unwrap().unwrap_err();
    assert_eq!((error.kind(), error.line()), (ErrorKind::Io, Some(2)));
    assert_eq!(error.to_string(), "the reader or the writer failed at line 2");
    assert_eq!(std::error::Error::source(&error).unwrap().to_string(), "the disk is gone");
    assert!(reader.next().is_none() && reader.next().is_none());
}

#[test]
fn what_is_written_is_read_back_and_a_refused_article_leaves_nothing_behind() {
    let mut refused = Article::new("two");
    refused.extra.insert("title", "twice");
    let one = Article::new("a\nb\r\u{2028}c").section(Section::summary().paragraph("d\n\ne"));
    let mut writer = Writer::new(Vec::new());
    writer.write(&one).unwrap();
    assert_eq!(writer.write(&refused).unwrap_err().kind(), ErrorKind::Data);
    writer.write(&Article::new("three")).unwrap();
    let file = writer.into_inner();
    assert_eq!(file, format!("{}\n{}\n", json::to_string(&one).unwrap(), line("three")).into_bytes());
    let read: Vec<Article> = Reader::new(file.as_slice()).map(Result::unwrap).collect();
    assert_eq!(read, [one, Article::new("three")]);
}

#[test]
fn many_lines_with_unknown_keys_and_faults_are_all_accounted_for() {
    let mut file = String::new();
    for number in 0..3000 {
        file += &if number % 3 == 0 { format!("{{{number}\n") } else { line(&number.to_string()) + "\n" };
    }
    let (good, bad): (Vec<_>, Vec<_>) = Reader::new(file.as_bytes()).partition(Result::is_ok);
    assert_eq!((good.len(), bad.len()), (2000, 1000));
    let lines: Vec<usize> = bad.into_iter().map(|error| error.unwrap_err().line().unwrap()).collect();
    assert!(lines.iter().zip(0..).all(|(line, position)| *line == 3 * position + 1));
    let article = json::from_str(r#"{"schema_version":1,"zz":1}"#).unwrap();
    assert_eq!(article.extra.get("zz"), Some(&Value::from(1)));
}
