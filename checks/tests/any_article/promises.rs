//! What writing promises of an article.

use commentary::markdown::{Reader, Writer};
use commentary::{Article, json};
use proptest::prelude::*;

/// What a property says of a case.
pub(crate) type Outcome = Result<(), TestCaseError>;

/// JSON gives back the article, and the same bytes when it is written again.
pub(crate) fn check_json(article: &Article) -> Outcome {
    let written = json::to_string(article).map_err(|error| TestCaseError::fail(error.to_string()))?;
    let read = json::from_str(&written).map_err(|error| TestCaseError::fail(format!("{error}: {written}")))?;
    prop_assert_eq!(&read, article, "{}", written);
    prop_assert_eq!(json::to_string(&read).unwrap(), written);
    let pretty = json::to_string_pretty(article).unwrap();
    let read = json::from_slice(pretty.as_bytes()).map_err(|error| TestCaseError::fail(error.to_string()))?;
    prop_assert_eq!(&read, article, "{}", pretty);
    prop_assert_eq!(json::to_string_pretty(&read).unwrap(), pretty);
    Ok(())
}

/// JSON gives back the article, but that numbers may be written in another form: the second time it is the same.
pub(crate) fn check_json_but_for_numbers(article: &Article) -> Outcome {
    let written = json::to_string(article).unwrap();
    let read = json::from_str(&written).map_err(|error| TestCaseError::fail(format!("{error}: {written}")))?;
    prop_assert_eq!(json::to_string(&read).unwrap(), written);
    check_json(&read)
}

/// A refusal says where it is and what was expected.
pub(crate) fn check_refusal(article: &Article, error: &json::Error) -> Outcome {
    let message = error.to_string();
    let reasons = [
        "a key that has no field of its own in `extra`", "a whole number from 1 to 6",
        "an unknown element with a `type`", "a number up to 1.7e308",
    ];
    prop_assert!(reasons.iter().any(|reason| message.contains(reason)), "{}: {:?}", message, article);
    Ok(())
}

/// Markdown gives back the article, and the same bytes when it is written again.
pub(crate) fn check_markdown(article: &Article, writer: &Writer) -> Outcome {
    let written = writer.article(article);
    let read = Reader::new().article(&written);
    let read = read.map_err(|error| TestCaseError::fail(format!("{error}:\n{written}")))?;
    prop_assert_eq!(&read, article, "{}", written);
    prop_assert_eq!(writer.article(&read), written);
    Ok(())
}
