//! Plain text → Parsed.
