//! Article → Report.
