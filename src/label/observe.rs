//! The evidence that is built in: form, phrases, place and neighbours become features.

use crate::lexicon::Cue;

use super::feature::{Feature, Observations, Plain, Way};
use super::outline::Outline;
use super::piece::{Form, Piece};
use super::scan::Shape;
use super::sentence::ends_sentence;

/// The text as a whole, in a few numbers.
struct Whole {
    body: Vec<usize>,
    valence: f32,
    names: f32,
    words: f32,
    quoted: f32,
    figures: f32,
    has_reference: bool,
    has_analogy: bool,
    is_headed: bool,
}

/// Observes every piece that is `open`: what may be only one thing, after what may be only one thing, needs no features.
/// The outline tells which role the heading above has announced.
pub(super) fn observe(pieces: &[Piece<'_>], shapes: &[Shape], outline: &Outline, open: &[bool]) -> Observations {
    let announced: Vec<bool> = (0..pieces.len()).map(|at| outline.above(at).is_some()).collect();
    let announced = announced.as_slice();
    let whole = Whole::of(pieces, shapes, announced);
    let mut observations = Observations::with_room(pieces.len());
    let first_body = whole.body.first().copied().unwrap_or(usize::MAX);
    let last_body = whole.body.last().copied().unwrap_or(0);
    let mut rank = 0;
    for (position, (piece, shape)) in pieces.iter().zip(shapes).enumerate() {
        let out = &mut observations;
        out.begin();
        let is_body = whole.body.get(rank) == Some(&position);
        rank += usize::from(is_body);
        if open.get(position) == Some(&false) {
            continue;
        }
        form(out, piece, shape);
        phrases(out, shape);
        out.mark(Plain::TwoSided, outline.is_two_sided(position));
        out.mark(Plain::First, position == 0);
        out.mark(Plain::Second, position == 1);
        out.mark(Plain::Third, position == 2);
        out.mark(Plain::Last, position + 1 == pieces.len());
        out.mark(Plain::LastButOne, position + 2 == pieces.len());
        out.mark(Plain::BeforeBody, position < first_body);
        out.mark(Plain::AfterBody, position > last_body);
        if is_body {
            place(out, rank - 1, whole.body.len());
            among(out, &whole, shapes, rank - 1, shape);
        }
        neighbours(out, pieces, shapes, position);
        out.mark(Plain::UnderHeading, announced.get(position).copied().unwrap_or_default());
        let relative = shape.valence - whole.valence;
        out.note(Plain::Brighter, relative.max(0.0) * 2.0);
        out.note(Plain::Darker, (-relative).max(0.0) * 2.0);
        out.mark(Plain::HasReference, whole.has_reference);
        out.note(Plain::TextQuoted, whole.quoted);
        out.note(Plain::TextFigures, whole.figures);
        out.note(Plain::TextValence, whole.valence);
        out.mark(Plain::TextAnalogy, whole.has_analogy);
        out.mark(Plain::TextHeaded, whole.is_headed);
    }
    observations
}

impl Whole {
    fn of(pieces: &[Piece<'_>], shapes: &[Shape], announced: &[bool]) -> Self {
        let body: Vec<usize> = pieces
            .iter()
            .zip(shapes)
            .enumerate()
            .filter(|(_, (piece, shape))| shape.is_body(piece))
            .map(|(at, _)| at)
            .collect();
        // What was only glanced at says nothing of the text as a whole.
        let seen = || body.iter().filter_map(|&at| shapes.get(at)).filter(|shape| !shape.is_glance);
        let count = seen().count().max(1) as f32;
        let of_body = |measure: &dyn Fn(&Shape) -> f32| seen().map(measure).sum::<f32>() / count;
        let share = |count: u32, words: u32| count as f32 / words.max(1) as f32;
        Self {
            valence: of_body(&|shape| shape.valence),
            names: of_body(&|shape| share(shape.capitalised, shape.words)),
            words: of_body(&|shape| shape.length),
            quoted: of_body(&|shape| share(shape.quoted, shape.words)) * 4.0,
            figures: of_body(&|shape| share(shape.figures, shape.words)) * 20.0,
            has_reference: shapes.iter().any(|shape| shape.marker_opens && shape.url.is_some()),
            has_analogy: body.iter().filter_map(|&at| shapes.get(at)).any(|shape| shape.opens(Cue::Example)),
            is_headed: announced.iter().any(|&announced| announced),
            body,
        }
    }
}

/// Length, shape and form.
fn form(out: &mut Observations, piece: &Piece<'_>, shape: &Shape) {
    let text = piece.text;
    out.mark(Plain::Always, true);
    out.mark(Plain::UpToThreeWords, shape.words <= 3);
    out.mark(Plain::UpToEightWords, (4..=8).contains(&shape.words));
    out.mark(Plain::UpToTwentyWords, (9..=20).contains(&shape.words));
    out.mark(Plain::ManyWords, shape.words > 20);
    out.mark(Plain::VeryManyWords, shape.length > 90.5);
    let ends_url = shape.url.is_some_and(|(_, end)| end as usize + 1 >= text.len());
    let is_bare = text.as_bytes().last().is_some_and(|&last| last == b'.' || last.is_ascii_alphanumeric());
    let ends_sentence = ends_sentence(text);
    let closing = ['»', '”', '"', '*', '_', ')', ' ', '\u{a0}', '\u{202f}'];
    let bare = if is_bare { text } else { text.trim_end_matches(closing) };
    out.mark(Plain::EndsColon, bare.ends_with([':', '：']));
    out.mark(Plain::EndsQuestion, bare.ends_with('?'));
    out.mark(Plain::EndsExclamation, bare.ends_with('!'));
    let ends_cited = bare.ends_with(']') && ends_sentence;
    out.mark(Plain::EndsSentence, (bare.ends_with(['.', '…']) || ends_cited) && !ends_url);
    out.mark(Plain::EndsOpen, !ends_sentence && !ends_url);
    out.mark(Plain::StartsLower, text.starts_with(char::is_lowercase));
    let is_common = shape.starts_common && !shape.byline_opens;
    let few = (1..=5).contains(&shape.words) && !is_common;
    let name_like = few && shape.capitalised * 3 >= shape.words * 2 && shape.figures == 0 && !ends_sentence;
    out.mark(Plain::NameLike, name_like && shape.url.is_none() && !shape.has_hashtag);
    out.mark(Plain::Attribution, shape.is_attribution(piece));
    out.mark(Plain::AllCapitals, shape.all_capitals);
    out.mark(Plain::HasUrl, shape.url.is_some());
    out.mark(Plain::EndsWithUrl, ends_url);
    out.mark(Plain::HasHashtag, shape.has_hashtag);
    out.mark(Plain::HasEmoji, shape.has_emoji);
    out.mark(Plain::StartsWithEmoji, shape.starts_with_emoji);
    out.mark(Plain::HasDigits, shape.figures > 0);
    out.mark(Plain::HasYear, shape.years > 0);
    out.mark(Plain::HasMoney, shape.has_money);
    let per_word = |count: u32, scale: f32| (count as f32 * scale / shape.words.max(8) as f32).min(2.0);
    out.note(Plain::Figures, per_word(shape.figures, 15.0));
    out.note(Plain::Questions, (shape.questions as f32).min(3.0) / 2.0);
    out.note(Plain::Exclamations, (shape.exclamations as f32).min(3.0) / 2.0);
    out.mark(Plain::OpensWithQuote, text.starts_with(['«', '“', '"', '„']));
    out.note(Plain::Quoted, per_word(shape.quoted, 2.0));
    out.mark(Plain::Separators, shape.separators >= 2);
    out.mark(Plain::Item, piece.form == Form::Item);
    out.mark(Plain::Quote, piece.form == Form::Quote);
    out.mark(Plain::Rule, piece.form == Form::Rule);
    out.mark(Plain::Front, piece.form == Form::FrontMatter);
    out.mark(Plain::Code, piece.form == Form::Code);
    out.mark(Plain::MarkedHeading, piece.form.is_heading());
    out.mark(Plain::TopHeading, piece.form == Form::Heading { level: 1 });
}

/// Phrases: those of the head and the foot, and the cues.
fn phrases(out: &mut Observations, shape: &Shape) {
    out.mark(Plain::Marker, shape.marker > 0);
    out.mark(Plain::MarkerOpens, shape.marker_opens);
    out.mark(Plain::MarkerAlone, shape.marker_alone);
    out.mark(Plain::BylineOpens, shape.byline_opens);
    out.mark(Plain::BylineAfter, shape.byline_after && shape.words < 12);
    out.mark(Plain::DateLike, shape.month && shape.figures > 0 && shape.words < 12);
    out.mark(Plain::Weekday, shape.weekday);
    out.mark(Plain::Boilerplate, shape.boilerplate > 0);
    out.mark(Plain::BoilerplateTwice, shape.boilerplate > 1);
    out.note(Plain::BoilerplateShare, (shape.boilerplate_bytes as f32 / (6.0 * shape.words.max(1) as f32)).min(1.0));
    out.mark(Plain::Chat, shape.chat > 0);
    out.mark(Plain::ChatOpens, shape.chat_opens);
    out.mark(Plain::ListLeadEnds, shape.list_lead_ends);
    for cue in shape.present() {
        out.mark(Feature::cue(cue, Way::Opens), shape.opens(cue));
        let share = f32::from(shape.count(cue)) * 25.0 / (shape.words.max(15) as f32);
        out.note(Feature::cue(cue, Way::Share), share.min(3.0));
    }
    let share = |count: u8| (f32::from(count) * 25.0 / (shape.words.max(15) as f32)).min(3.0);
    out.note(Plain::NoGood, share(shape.no_good));
    out.note(Plain::NoIll, share(shape.no_ill));
    let opens = |cue| f32::from(u8::from(shape.opens(cue)));
    out.note(Plain::BrightOpening, opens(Cue::Praise) + opens(Cue::Positive) + opens(Cue::Hope));
    out.note(Plain::DarkOpening, opens(Cue::Alarm) + opens(Cue::Negative) + opens(Cue::Risk));
}

/// The place in the body: the `rank`-th of `count` pieces of running text.
fn place(out: &mut Observations, rank: usize, count: usize) {
    let share = (rank as f32 + 0.5) / count.max(1) as f32;
    let hats = [Plain::Place0, Plain::Place1, Plain::Place2, Plain::Place3, Plain::Place4];
    for (step, hat) in hats.into_iter().enumerate() {
        out.note(hat, (1.0 - (share * 4.0 - step as f32).abs()).max(0.0));
    }
    out.mark(Plain::BodyFirst, rank == 0);
    out.mark(Plain::BodySecond, rank == 1);
    out.mark(Plain::BodyLast, rank + 1 == count);
    out.mark(Plain::BodyLastButOne, rank + 2 == count);
    out.mark(Plain::SmallBody, count < 6);
    out.mark(Plain::LargeBody, count > 14);
}

/// A piece of running text among the others: what it has more or less of, and what its neighbours are like.
fn among(out: &mut Observations, whole: &Whole, shapes: &[Shape], rank: usize, own: &Shape) {
    let mut lean = |more: Plain, less: Plain, difference: f32| {
        out.note(more, difference.clamp(0.0, 2.0));
        out.note(less, (-difference).clamp(0.0, 2.0));
    };
    let share = |count: u32| count as f32 / own.words.max(8) as f32;
    lean(Plain::MoreNames, Plain::FewerNames, (share(own.capitalised) - whole.names) * 10.0);
    lean(Plain::MoreFigures, Plain::FewerFigures, share(own.figures) * 20.0 - whole.figures);
    lean(Plain::MoreWords, Plain::FewerWords, own.length / whole.words.max(8.0) - 1.0);
    let neighbour = |rank: usize| whole.body.get(rank).and_then(|&at| shapes.get(at));
    let before = rank.checked_sub(1).and_then(neighbour);
    if let Some(before) = before {
        lean(Plain::BeforeBrighter, Plain::BeforeDarker, (before.valence - whole.valence) * 2.0);
        lean(Plain::TurnsBrighter, Plain::TurnsDarker, (own.valence - before.valence) * 2.0);
    }
    if let Some(next) = neighbour(rank + 1) {
        lean(Plain::NextBrighter, Plain::NextDarker, (next.valence - whole.valence) * 2.0);
    }
    out.note(Plain::Alike, before.map_or(0.0, |before| own.likeness(before) * 2.0));
}

/// What stands before and after, and who opens in the same way.
fn neighbours(out: &mut Observations, pieces: &[Piece<'_>], shapes: &[Shape], position: usize) {
    let before = position.checked_sub(1).and_then(|at| Some((pieces.get(at)?, shapes.get(at)?)));
    out.mark(Plain::AfterColon, before.is_some_and(|(piece, _)| piece.text.ends_with([':', '：'])));
    if let Some((_, above)) = before.filter(|(_, above)| above.words <= 12) {
        out.mark(Plain::BrightHeading, above.valence > 0.0);
        out.mark(Plain::DarkHeading, above.valence < 0.0);
    }
    out.mark(Plain::AfterBlank, pieces.get(position).is_some_and(|piece| piece.after_blank));
    let Some(own) = shapes.get(position).filter(|own| own.words > 8) else { return };
    // A window keeps this linear: opposed views stand near each other.
    let near = position.saturating_sub(8)..(position + 9).min(shapes.len());
    let same = near.filter(|&at| at != position).filter_map(|at| shapes.get(at));
    out.mark(Plain::ParallelOpening, same.filter(|other| other.words > 8).any(|other| other.opening == own.opening));
}
