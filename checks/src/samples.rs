//! Labelled samples: articles whose lines were given their roles by hand.
//!
//! They are not part of the repository. The folder is named by the variable `COMMENTARY_SAMPLES`; without it,
//! `shared/samples` beside the repository is read. Where neither is there, tests say so and pass.

use std::fs;
use std::path::{Path, PathBuf};

/// The folders of samples, in the order in which they are read.
pub const FOLDERS: [&str; 3] = ["full", "genres", "training"];

/// An article and the roles of its lines.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Sample {
    /// One of [`FOLDERS`].
    pub folder: &'static str,
    /// The file's name without its ending.
    pub name: String,
    /// The text; bytes that are no UTF-8 are replaced.
    pub text: String,
    /// Line numbers, from 1, and roles as written, in the order of the file.
    pub labels: Vec<(usize, String)>,
}

/// Every sample, or nothing, with a note on standard error, where there are none.
///
/// # Panics
///
/// Where the folder is named by `COMMENTARY_SAMPLES` and is not there, or a label file is not in the described form.
///
/// # Examples
///
/// ```
/// use commentary_checks::samples::samples;
///
/// let Some(samples) = samples() else { return };
/// assert!(samples.iter().all(|sample| !sample.labels.is_empty()));
/// ```
#[must_use]
pub fn samples() -> Option<Vec<Sample>> {
    let Some(root) = crate::outside("COMMENTARY_SAMPLES", "shared/samples") else {
        crate::note_skipped("samples");
        return None;
    };
    Some(samples_in(&root))
}

/// The samples below `root`.
///
/// # Panics
///
/// As [`samples`].
#[must_use]
pub fn samples_in(root: &Path) -> Vec<Sample> {
    FOLDERS.iter().flat_map(|folder| read_folder(root, folder)).collect()
}

/// The samples of one folder, by name. A folder that is not there has none.
fn read_folder(root: &Path, folder: &'static str) -> Vec<Sample> {
    let Ok(entries) = fs::read_dir(root.join(folder)) else { return Vec::new() };
    let mut texts: Vec<PathBuf> = entries.filter_map(|entry| Some(entry.ok()?.path())).collect();
    texts.retain(|path| path.extension().is_some_and(|extension| extension == "txt"));
    texts.sort();
    texts.iter().filter_map(|path| read_sample(folder, path)).collect()
}

/// A text with its labels; a text without labels is no sample.
fn read_sample(folder: &'static str, path: &Path) -> Option<Sample> {
    let labels = fs::read_to_string(path.with_extension("labels.tsv")).ok()?;
    let bytes = fs::read(path).unwrap_or_else(|error| panic!("{} cannot be read: {error}", path.display()));
    let labels = read_labels(&labels).unwrap_or_else(|line| panic!("{}: not a label: {line:?}", path.display()));
    let name = path.file_stem()?.to_string_lossy().into_owned();
    Some(Sample { folder, name, text: String::from_utf8_lossy(&bytes).into_owned(), labels })
}

/// The rows of a label file, or the first that has no line number and role. A header row may come first.
fn read_labels(text: &str) -> Result<Vec<(usize, String)>, String> {
    let header = |row: &&str| row.starts_with("line\trole");
    let skipped = usize::from(text.lines().next().as_ref().is_some_and(header));
    let rows = text.lines().skip(skipped).filter(|row| !row.is_empty());
    rows.map(|row| read_label(row).ok_or_else(|| row.to_owned())).collect()
}

fn read_label(row: &str) -> Option<(usize, String)> {
    let mut fields = row.split('\t');
    let line = fields.next()?.parse().ok()?;
    Some((line, fields.next().filter(|role| !role.is_empty())?.to_owned()))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn labels_are_read_with_and_without_a_header() {
        let expected = Ok(vec![(1, "title".to_owned()), (3, "heading:summary".to_owned())]);
        assert_eq!(read_labels("line\trole\tfirst_words\n1\ttitle\tA b\n3\theading:summary\tFacts\n"), expected);
        assert_eq!(read_labels("1\ttitle\tA b\r\n3\theading:summary\n"), expected);
        assert_eq!(read_labels("1\ttitle\nthree\tsummary\n"), Err("three\tsummary".to_owned()));
        assert_eq!(read_labels("1\t\n"), Err("1\t".to_owned()));
    }

    #[test]
    fn a_folder_of_samples_is_read_whole() {
        let root = std::env::temp_dir().join(format!("commentary-samples-{}", std::process::id()));
        fs::create_dir_all(root.join("genres")).unwrap();
        fs::write(root.join("genres/b.x.txt"), b"caf\xe9\n").unwrap();
        fs::write(root.join("genres/b.x.labels.tsv"), "1\tother\tcaf\n").unwrap();
        fs::write(root.join("genres/alone.txt"), "no labels").unwrap();
        let samples = samples_in(&root);
        fs::remove_dir_all(&root).unwrap();
        let labels = vec![(1, "other".to_owned())];
        let sample = Sample { folder: "genres", name: "b.x".to_owned(), text: "caf\u{fffd}\n".to_owned(), labels };
        assert_eq!(samples, [sample]);
    }

    #[test]
    fn every_label_belongs_to_a_line_with_words() {
        let Some(samples) = samples() else { return };
        for folder in FOLDERS {
            assert!(samples.iter().any(|sample| sample.folder == folder), "{folder} is empty");
        }
        for sample in &samples {
            let lines: Vec<&str> = sample.text.split('\n').collect();
            for (line, role) in &sample.labels {
                let text = lines.get(line - 1).unwrap_or_else(|| panic!("{}: no line {line}", sample.name));
                assert!(!text.trim().is_empty(), "{}: line {line} is empty and labelled {role}", sample.name);
            }
        }
    }
}
