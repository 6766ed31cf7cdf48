//! Writes the schema files anew: `cargo run -p commentary-checks --bin schemas`.

use std::io;

use commentary_checks::schemas::FILES;

fn main() -> io::Result<()> {
    FILES.iter().try_for_each(|file| std::fs::write(file.path(), file.made()))
}
