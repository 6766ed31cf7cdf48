//! The schema files are those that the code makes.

use commentary_checks::schemas::FILES;

#[test]
fn every_schema_file_is_what_the_code_makes() {
    for file in FILES {
        let path = file.path();
        let found = std::fs::read_to_string(&path).unwrap_or_default().replace("\r\n", "\n");
        let advice = "write it anew with `cargo run -p commentary-checks --bin schemas`, and see what changed: a schema \
                      that has been released must go on accepting what it accepted";
        assert!(found == file.made(), "{} is not what the code makes: {advice}", path.display());
    }
}
