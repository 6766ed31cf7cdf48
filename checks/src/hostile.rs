//! Hostile files: damaged, huge, deep and deceitful inputs, with what must become of them.
//!
//! They are not part of the repository. `COMMENTARY_HOSTILE` names a folder in which they have been made; without it,
//! `shared/hostile/make.py` beside the repository makes the smaller ones, where Python 3 is there to run it.

use std::collections::hash_map::DefaultHasher;
use std::hash::{Hash, Hasher};
use std::path::{Path, PathBuf};
use std::process::Command;
use std::{env, fs};

use serde::Deserialize;

/// One hostile file.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Hostile {
    /// Its path in the folder, such as `text/enc-01-empty.txt`.
    pub path: String,
    /// What is in it; not always UTF-8.
    pub bytes: Vec<u8>,
    /// Which reader it is for: `plain text`, `markdown` or `json`.
    pub entry: String,
    /// `ok`, `warn`, `reject` or `either`.
    pub verdict: String,
}

/// A row of the folder's list of files.
#[derive(Deserialize)]
struct Row {
    file: String,
    entry: String,
    verdict: String,
}

/// Every hostile file, made below `scratch` if need be, or nothing, with a note on standard error, where they cannot be
/// had.
///
/// In an integration test, `scratch` is `env!("CARGO_TARGET_TMPDIR")`.
///
/// # Panics
///
/// Where the folder is named by `COMMENTARY_HOSTILE` and is not there, or the files cannot be made or read.
#[must_use]
pub fn hostile(scratch: &Path) -> Option<Vec<Hostile>> {
    let folder = folder(scratch)?;
    let read = |path: &str| {
        fs::read(folder.join(path)).unwrap_or_else(|error| panic!("{path} cannot be read in {folder:?}: {error}"))
    };
    let rows: Vec<Row> = serde_json::from_slice(&read("MANIFEST.json"))
        .unwrap_or_else(|error| panic!("MANIFEST.json in {folder:?} is no list of files: {error}"));
    let file = |row: Row| Hostile { bytes: read(&row.file), path: row.file, entry: row.entry, verdict: row.verdict };
    Some(rows.into_iter().map(file).collect())
}

/// The folder of the hostile files, in which the tables `field_values.json`, `urls.json`, `spots.json` and
/// `dates.json` lie too; made below `scratch` if need be.
///
/// # Panics
///
/// As [`hostile`].
#[must_use]
pub fn folder(scratch: &Path) -> Option<PathBuf> {
    if env::var_os("COMMENTARY_HOSTILE").is_some() {
        return crate::outside("COMMENTARY_HOSTILE", "");
    }
    let script = crate::outside("", "shared/hostile/make.py");
    let made = script.filter(|_| has_python()).map(|script| make(&script, scratch));
    if made.is_none() {
        crate::note_skipped("hostile files");
    }
    made
}

fn has_python() -> bool {
    Command::new("python3").arg("--version").output().is_ok_and(|output| output.status.success())
}

/// Makes the files below `scratch`, unless this version of the script has made them already.
fn make(script: &Path, scratch: &Path) -> PathBuf {
    let source = fs::read(script).unwrap_or_else(|error| panic!("{script:?} cannot be read: {error}"));
    let mut hasher = DefaultHasher::new();
    source.hash(&mut hasher);
    let folder = scratch.join(format!("hostile-{:016x}", hasher.finish()));
    if folder.is_dir() {
        return folder;
    }
    // Tests run side by side: each makes its own and the first to finish gives it the name.
    let thread = format!("{:?}", std::thread::current().id()).replace(['(', ')'], "");
    let own = folder.with_extension(format!("{}-{thread}", std::process::id()));
    let output = Command::new("python3").arg(script).arg(&own).arg("--small").output();
    let output = output.unwrap_or_else(|error| panic!("python3 cannot be run: {error}"));
    assert!(output.status.success(), "{script:?} failed: {}", String::from_utf8_lossy(&output.stderr));
    if fs::rename(&own, &folder).is_err() {
        assert!(folder.is_dir(), "{own:?} cannot be renamed to {folder:?}");
        // Left behind it does no harm but cost room.
        fs::remove_dir_all(&own).unwrap_or_default();
    }
    folder
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_files_are_made_and_each_has_a_reader_and_a_verdict() {
        let scratch = env::temp_dir().join(format!("commentary-hostile-{}", std::process::id()));
        let Some(files) = hostile(&scratch) else { return };
        let again = hostile(&scratch);
        fs::remove_dir_all(&scratch).unwrap_or_default();
        assert!(files.len() > 100, "only {} files", files.len());
        assert_eq!(again.as_ref(), Some(&files), "the second time they are read again");
        for file in &files {
            assert!(["plain text", "markdown", "json"].contains(&file.entry.as_str()), "{}: {}", file.path, file.entry);
            assert!(["ok", "warn", "reject", "either"].contains(&file.verdict.as_str()), "{}", file.path);
        }
        let empty = files.iter().find(|file| file.path == "text/enc-01-empty.txt").unwrap();
        assert_eq!((empty.bytes.len(), empty.verdict.as_str()), (0, "reject"));
    }
}
