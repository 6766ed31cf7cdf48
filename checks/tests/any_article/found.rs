//! What the long runs found, each with the article that showed it.
