//! What is observed of a piece: the names of the features, and a sparse list of their values.

use crate::lexicon::Cue;

/// Declares the features without a cue, one line each.
macro_rules! features {
    ($($variant:ident = $name:literal,)+) => {
        /// A feature that does not depend on a cue.
        #[derive(Debug, Clone, Copy, PartialEq, Eq)]
        pub(super) enum Plain { $($variant,)+ }

        /// The names of the features that do not depend on a cue.
        const PLAIN: &[&str] = &[$($name),+];
    };
}

features! {
    Always = "always",
    // Length and shape.
    UpToThreeWords = "words:1-3",
    UpToEightWords = "words:4-8",
    UpToTwentyWords = "words:9-20",
    ManyWords = "words:21-",
    VeryManyWords = "words:90-",
    EndsSentence = "ends:sentence",
    EndsColon = "ends:colon",
    EndsQuestion = "ends:question",
    EndsExclamation = "ends:exclamation",
    EndsOpen = "ends:open",
    StartsLower = "starts:lower",
    NameLike = "shape:name",
    Attribution = "shape:attribution",
    TwoSided = "shape:two-sided",
    AllCapitals = "shape:capitals",
    HasUrl = "has:url",
    EndsWithUrl = "ends:url",
    HasHashtag = "has:hashtag",
    HasEmoji = "has:emoji",
    StartsWithEmoji = "starts:emoji",
    HasDigits = "has:digits",
    HasYear = "has:year",
    HasMoney = "has:money",
    Figures = "share:figures",
    Questions = "count:questions",
    Exclamations = "count:exclamations",
    OpensWithQuote = "opens:quote",
    Quoted = "share:quoted",
    Separators = "shape:separators",
    // Form.
    Item = "form:item",
    Quote = "form:quote",
    Rule = "form:rule",
    Front = "form:front-matter",
    Code = "form:code",
    MarkedHeading = "form:heading",
    TopHeading = "form:heading-1",
    // Phrases of the head and the foot.
    Marker = "phrase:marker",
    MarkerOpens = "opens:marker",
    MarkerAlone = "alone:marker",
    BylineOpens = "opens:byline",
    BylineAfter = "phrase:byline-after",
    DateLike = "phrase:date",
    Weekday = "phrase:weekday",
    Boilerplate = "phrase:boilerplate",
    BoilerplateTwice = "phrase:boilerplate-2",
    BoilerplateShare = "share:boilerplate",
    Chat = "phrase:chat",
    ChatOpens = "opens:chat",
    ListLeadEnds = "ends:list-lead",
    // Place in the whole text.
    First = "place:first",
    Second = "place:second",
    Third = "place:third",
    Last = "place:last",
    LastButOne = "place:last-but-one",
    BeforeBody = "place:before-body",
    AfterBody = "place:after-body",
    // Place in the body, as a share of its length: hats round 0, 1/4, 1/2, 3/4 and 1.
    Place0 = "body:0",
    Place1 = "body:1/4",
    Place2 = "body:1/2",
    Place3 = "body:3/4",
    Place4 = "body:1",
    BodyFirst = "body:first",
    BodySecond = "body:second",
    BodyLast = "body:last",
    BodyLastButOne = "body:last-but-one",
    SmallBody = "body:small",
    LargeBody = "body:large",
    // The neighbours.
    ParallelOpening = "near:parallel-opening",
    AfterColon = "near:after-colon",
    AfterBlank = "near:after-blank",
    Alike = "near:alike",
    // Against the rest of the text.
    MoreNames = "more:names",
    FewerNames = "fewer:names",
    MoreFigures = "more:figures",
    FewerFigures = "fewer:figures",
    MoreWords = "more:words",
    FewerWords = "fewer:words",
    UnderHeading = "near:under-heading",
    // Valence against the rest of the text.
    Brighter = "valence:brighter",
    Darker = "valence:darker",
    BeforeBrighter = "valence:before-brighter",
    BeforeDarker = "valence:before-darker",
    NextBrighter = "valence:next-brighter",
    NextDarker = "valence:next-darker",
    TurnsBrighter = "valence:turns-brighter",
    TurnsDarker = "valence:turns-darker",
    BrightHeading = "valence:bright-heading",
    DarkHeading = "valence:dark-heading",
    NoGood = "share:no-good",
    NoIll = "share:no-ill",
    BrightOpening = "valence:bright-opening",
    DarkOpening = "valence:dark-opening",
    // The text as a whole.
    HasReference = "text:reference",
    TextQuoted = "text:quoted",
    TextFigures = "text:figures",
    TextValence = "text:valence",
    TextAnalogy = "text:analogy",
    TextHeaded = "text:headed",
}

/// How a cue is observed: it opens the piece, or stands in it, as a share of its words.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Way {
    Opens,
    Share,
}

/// The number of ways.
const WAYS: usize = 2;

/// The number of features.
pub(crate) const FEATURES: usize = PLAIN.len() + Cue::ALL.len() * WAYS;

/// A feature, by its position among the weights.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub(crate) struct Feature(u16);

impl Feature {
    /// The one that every piece has.
    pub(super) const ALWAYS: Self = Self(Plain::Always as u16);

    /// The feature that a cue is observed in this way.
    pub(super) const fn cue(cue: Cue, way: Way) -> Self {
        Self((PLAIN.len() + cue as usize * WAYS + way as usize) as u16)
    }

    /// Its position among the weights.
    pub(crate) const fn index(self) -> usize {
        self.0 as usize
    }

    /// The name under which weights, evidence and fitting know it.
    pub(crate) fn name(self) -> String {
        let position = self.index();
        match PLAIN.get(position) {
            Some(name) => (*name).to_owned(),
            None => {
                let (cue, way) = ((position - PLAIN.len()) / WAYS, (position - PLAIN.len()) % WAYS);
                let way = if way == 0 { "opens" } else { "share" };
                format!("{way}:cue:{}", Cue::ALL.get(cue).map_or("?", |cue| cue.name()))
            }
        }
    }

    /// The cue that it observes.
    pub(crate) fn as_cue(self) -> Option<Cue> {
        let position = self.index().checked_sub(PLAIN.len())?;
        Cue::ALL.get(position / WAYS).copied()
    }

    /// Every feature, in the order of the weights.
    pub(crate) fn all() -> impl Iterator<Item = Self> {
        (0..FEATURES as u16).map(Self)
    }
}

impl From<Plain> for Feature {
    fn from(plain: Plain) -> Self {
        Self(plain as u16)
    }
}

/// The features observed of each piece, in one list.
#[derive(Debug, Clone, Default)]
pub(crate) struct Observations {
    values: Vec<(Feature, f32)>,
    /// Where the features of each piece begin.
    starts: Vec<u32>,
}

impl Observations {
    /// No features yet, and room for those of some pieces.
    pub(super) fn with_room(pieces: usize) -> Self {
        Self { values: Vec::with_capacity(pieces * 48), starts: Vec::with_capacity(pieces) }
    }

    /// Begins the next piece.
    pub(super) fn begin(&mut self) {
        self.starts.push(u32::try_from(self.values.len()).unwrap_or(u32::MAX));
    }

    /// Notes a feature of the piece begun last. A value of zero says nothing and is left out.
    pub(super) fn note(&mut self, feature: impl Into<Feature>, value: f32) {
        if value != 0.0 {
            self.values.push((feature.into(), value));
        }
    }

    /// Notes that a feature is there.
    pub(super) fn mark(&mut self, feature: impl Into<Feature>, present: bool) {
        if present {
            self.note(feature, 1.0);
        }
    }

    /// The features of a piece.
    pub(crate) fn of(&self, piece: usize) -> &[(Feature, f32)] {
        let start = self.starts.get(piece).map_or(self.values.len(), |&start| start as usize);
        let end = self.starts.get(piece + 1).map_or(self.values.len(), |&end| end as usize);
        self.values.get(start..end).unwrap_or_default()
    }
}
