//! PyYAML, a reader of YAML 1.1, where Python has it.

use std::io::Write;
use std::process::{Command, Stdio};

use serde_json::Value;

/// Reads a JSON list of YAML texts, writes the list of what they say.
const SCRIPT: &str = "import json, sys, yaml
texts = json.load(sys.stdin)
json.dump([yaml.safe_load(text) for text in texts], sys.stdout)
";

/// Checks that PyYAML reads each text as its value; says so where there is no PyYAML.
pub(crate) fn assert_reads(pages: &[(String, Value)]) {
    let probe = Command::new("python3").args(["-c", "import yaml"]).output();
    if !probe.is_ok_and(|output| output.status.success()) {
        writeln!(std::io::stderr(), "PyYAML is not here: skipped").unwrap_or_default();
        return;
    }
    let texts: Vec<&str> = pages.iter().map(|(text, _)| text.as_str()).collect();
    let mut python = Command::new("python3")
        .args(["-c", SCRIPT])
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .spawn()
        .expect("python3 runs");
    let input = serde_json::to_vec(&texts).expect("texts are JSON");
    let mut stdin = python.stdin.take().expect("a pipe");
    let feeder = std::thread::spawn(move || stdin.write_all(&input));
    let output = python.wait_with_output().expect("python3 ends");
    feeder.join().expect("the thread ends").expect("python3 reads all");
    assert!(output.status.success(), "PyYAML refuses something");
    let read: Vec<Value> = serde_json::from_slice(&output.stdout).expect("a list");
    assert_eq!(read.len(), pages.len());
    for (read, (text, expected)) in read.iter().zip(pages) {
        assert_eq!(read, expected, "{text}");
    }
}
