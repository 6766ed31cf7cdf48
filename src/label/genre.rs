//! The genre of a text, where the caller names none.

use std::sync::LazyLock;

use crate::profile::Profile;

use super::labeller::is_body;
use super::lattice::Step;
use super::outline::Outline;
use super::state::State;

/// The genre of a text: that of the axis on which most stances of its headings lie; without any, what was read says it.
pub(super) fn genre(outline: &Outline, way: &[Step]) -> &'static Profile {
    static ALL: LazyLock<Vec<Profile>> = LazyLock::new(Profile::all);
    static USUAL: LazyLock<[Profile; 4]> =
        LazyLock::new(|| [Profile::pro_contra(), Profile::outlook(), Profile::comment(), Profile::any()]);
    let [pro_contra, outlook, comment, any] = &*USUAL;
    let mut best = (0, None);
    for profile in &*ALL {
        let axis = profile.axis();
        let own = outline.stances().filter(|stance| stance.takes_side() && axis.is_some() && stance.axis() == axis);
        let count = own.count();
        if count > best.0 {
            best = (count, Some(profile));
        }
    }
    if let Some(profile) = best.1 {
        return profile;
    }
    let has = |state: State| way.iter().any(|step| step.state == state);
    // Below another headline stands another article.
    let body = way.iter().skip_while(|step| !is_body(step.state)).take_while(|step| step.state != State::Title);
    if body.filter(|step| step.state == State::Author).count() >= 2 {
        // Where each side has a writer of its own, they speak for and against.
        pro_contra
    } else if has(State::Welcome) || has(State::Warning) {
        outlook
    } else if has(State::Own) {
        comment
    } else {
        any
    }
}
