//! The outline: which headings a text has, and what stands under which.

use crate::lexicon::Index;
use crate::model::{Axis, Role, Stance};
use crate::span::Span;

use super::announce::{Found, HEAD_LINES, Known, find};
use super::bare::{MAX_BARE_WORDS, is_lone_item, looks_like_bare_heading};
use super::hint::both_sides;
use super::lines::{Lines, is_quoted};
use super::piece::{Form, Piece};
use super::scan::Shape;

/// A heading that announces a role.
#[derive(Debug, Clone)]
pub(super) struct Announcement {
    /// The position of the heading among the pieces.
    pub(super) at: usize,
    pub(super) role: Role,
    /// True where the heading is run into its paragraph, and the piece is part of what it announces.
    runs_in: bool,
    span: Span,
}

/// The headings of a text.
#[derive(Debug, Clone, Default)]
pub(super) struct Outline {
    announcements: Vec<Announcement>,
    /// For each piece the position of the announcement it stands under.
    under: Vec<Option<u32>>,
    /// For each piece what it is beside an announcement.
    kinds: Vec<Kind>,
    /// The stances that the headline names together, as in "Pros and cons of X".
    named: Vec<Stance>,
    /// The lines of the head that do so.
    two_sided: Vec<usize>,
}

/// How many sections are compared with the last.
const MAX_COMPARED: usize = 4;

/// How many lines from its end are looked at for who wrote a section.
const MAX_NOTICES: usize = 4;

/// What a piece is in the outline, if it announces nothing.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Kind {
    /// No heading that the outline knows.
    Text,
    /// A heading that announces nothing known, and ends the section above.
    Silent,
    /// A heading inside the section above.
    Sub,
    /// Who wrote the section above.
    Signature,
    /// Where the words above or below are taken from.
    Credit,
}

impl Outline {
    /// Reads the headings among some pieces.
    pub(super) fn of(pieces: &[Piece<'_>], shapes: &[Shape], index: &Index) -> Self {
        let (mut named, mut two_sided) = (Vec::new(), Vec::new());
        for (at, (piece, shape)) in pieces.iter().zip(shapes).take(HEAD_LINES).enumerate() {
            let sides = if shape.words <= MAX_BARE_WORDS && shape.stances > 1 {
                both_sides(index, piece.text)
            } else {
                Vec::new()
            };
            if !sides.is_empty() {
                two_sided.push(at);
                named.extend(sides);
            }
        }
        let lines = Lines { pieces, shapes, index };
        let Found { mut known, ends } = find(&lines, &named);
        // "Pro and contra: should shops open?" is the headline.
        for &at in &two_sided {
            if let Some(slot) = known.get_mut(at) {
                *slot = None;
            }
        }
        let mut outline = Self { named, two_sided, ..Self::default() };
        if known.iter().all(Option::is_none) {
            outline.under = vec![None; pieces.len()];
            outline.kinds = vec![Kind::Text; pieces.len()];
            return outline;
        }
        outline.under.reserve_exact(pieces.len());
        outline.kinds.reserve_exact(pieces.len());
        outline.announcements.reserve_exact(known.iter().flatten().count());
        let has_bare = known.iter().flatten().any(|known| known.is_bare);
        let last_side = known.iter().rposition(|known| known.as_ref().is_some_and(Known::takes_side));
        let mut level_above = 0;
        let mut current = None;
        for (at, (piece, known)) in pieces.iter().zip(known).enumerate() {
            let mut kind = Kind::Text;
            if ends.binary_search(&at).is_ok() {
                current = None;
            }
            // What only hints at a part of the article, below a heading that names one, is a heading inside that section.
            let is_below = |known: &Known| {
                known.is_hint && known.role.stance().is_none() && current.is_some() && known.level > level_above
            };
            if let Some(known) = known.filter(|known| !is_below(known)) {
                current = u32::try_from(outline.announcements.len()).ok();
                level_above = known.level;
                let Known { role, runs_in, .. } = known;
                outline.announcements.push(Announcement { at, role, runs_in, span: piece.span });
            } else if current.is_some() {
                kind = outline.unknown(&lines, at, level_above, has_bare, last_side);
            }
            if kind == Kind::Silent {
                current = None;
            }
            outline.kinds.push(kind);
            outline.under.push(current);
        }
        outline.close_run_in(pieces);
        outline.deal(pieces);
        outline.sign(&lines);
        outline
    }

    /// Where each heading run into its paragraph is followed by the next, or stands in a list, the last of them announces
    /// no more than its own paragraph.
    fn close_run_in(&mut self, pieces: &[Piece<'_>]) {
        let run: Vec<usize> = self.announcements.iter().rev().take_while(|one| one.runs_in).map(|one| one.at).collect();
        let Some(&last) = run.first() else { return };
        let is_item = pieces.get(last).is_some_and(|piece| piece.form == Form::Item);
        let is_tight = run.len() > 1 && run.iter().zip(run.iter().skip(1)).all(|(later, one)| one + 1 == *later);
        if is_item || is_tight {
            self.under.iter_mut().skip(last + 1).for_each(|slot| *slot = None);
            self.kinds.iter_mut().skip(last + 1).for_each(|slot| *slot = Kind::Text);
        }
    }

    /// What a piece below an announcement is, where it announces nothing known itself.
    fn unknown(&self, lines: &Lines<'_>, at: usize, level_above: u8, has_bare: bool, last_side: Option<usize>) -> Kind {
        let Lines { pieces, shapes, .. } = *lines;
        let Some(piece) = pieces.get(at) else { return Kind::Text };
        if let Form::Heading { level } = piece.form {
            // A heading that announces nothing known ends the section above, unless it lies below it.
            return if level <= level_above { Kind::Silent } else { Kind::Text };
        }
        let is_thesis = |above: &&Announcement| {
            let axis = above.role.stance().filter(|stance| stance.takes_side()).and_then(Stance::axis);
            above.at + 1 == at && !above.runs_in && axis.is_some_and(|axis| axis != Axis::Politics)
        };
        // Words of a side in quotation marks, right below its heading.
        if is_quoted(piece.text) && self.announcements.last().filter(is_thesis).is_some() && lines.is_thesis(at) {
            return Kind::Sub;
        }
        if is_lone_item(pieces, shapes, at) {
            return Kind::Sub;
        }
        if !has_bare || !looks_like_bare_heading(pieces, shapes, at) {
            return Kind::Text;
        }
        let Some(above) = self.announcements.last() else { return Kind::Silent };
        if above.at + 2 == at && lines.is_signature(at - 1) && lines.is_affiliation(at) {
            return Kind::Text;
        }
        let opens = above.at + 1 == at && !above.runs_in;
        let takes_side = above.role.stance().is_some_and(Stance::takes_side);
        // A side is still to come: this line parts the section above, as others before it did.
        let is_between = last_side.is_some_and(|last| at < last) && (takes_side || self.kinds.contains(&Kind::Sub));
        let is_alike = takes_side && self.subs_of(self.announcements.len() - 1) < self.most_subs();
        if opens || is_between || is_alike { Kind::Sub } else { Kind::Silent }
    }

    /// How many headings stand inside the section of an announcement.
    fn subs_of(&self, position: usize) -> usize {
        let end = self.announcements.get(position + 1).map_or(self.kinds.len(), |next| next.at);
        let from = self.announcements.get(position).map_or(end, |own| own.at);
        self.kinds.get(from..end).unwrap_or_default().iter().filter(|&&kind| kind == Kind::Sub).count()
    }

    /// The most headings that stand inside the section of a side above the last.
    fn most_subs(&self) -> usize {
        let count = self.announcements.len().saturating_sub(1);
        let sides = self.announcements.iter().take(count).enumerate().rev().take(MAX_COMPARED);
        let sides = sides.filter(|(_, one)| one.role.stance().is_some_and(Stance::takes_side));
        sides.map(|(position, _)| self.subs_of(position)).max().unwrap_or_default()
    }

    /// Two opposed headings one after the other, and then their paragraphs in turn: deals these out.
    fn deal(&mut self, pieces: &[Piece<'_>]) {
        for second in 1..self.announcements.len() {
            let pair = self.announcements.get(second - 1).zip(self.announcements.get(second));
            let Some((one, other)) = pair else { continue };
            let opposed = one.role.stance().zip(other.role.stance()).is_some_and(|(one, other)| one.opposes(other));
            if !opposed || one.at + 1 != other.at || one.runs_in || other.runs_in {
                continue;
            }
            let (from, position) = (other.at + 1, u32::try_from(second).ok());
            let count = self.under.iter().skip(from).take_while(|&&under| under == position).count();
            let own = pieces.iter().skip(from).take(count);
            let is_plain = own.clone().all(|piece| matches!(piece.form, Form::Paragraph | Form::Item));
            let has_sub = self.kinds.iter().skip(from).take(count).any(|&kind| kind == Kind::Sub);
            if count >= 2 && count % 2 == 0 && is_plain && !has_sub {
                let first = u32::try_from(second - 1).ok();
                self.under.iter_mut().skip(from).take(count).step_by(2).for_each(|slot| *slot = first);
            }
        }
    }

    /// Finds the lines at the beginning and the end of the sections of a debate that name who wrote them. A sentence does
    /// so where every side has one: "Dana Ruiz owns a bookshop."
    fn sign(&mut self, lines: &Lines<'_>) {
        self.credit(lines);
        let is_side = |one: &Announcement| matches!(one.role.stance(), Some(Stance::For | Stance::Against));
        let sides = self.announcements.iter().enumerate().filter(|(_, one)| is_side(one) && !one.runs_in);
        let sides: Vec<(usize, usize)> = sides.map(|(position, one)| (position, one.at)).collect();
        let mut stances = sides.iter().filter_map(|&(position, _)| self.announcements.get(position)?.role.stance());
        if !stances.next().is_some_and(|first| stances.any(|other| other != first)) {
            return;
        }
        let mut signatures = Vec::new();
        let mut closing = Vec::new();
        for &(position, at) in &sides {
            let position = u32::try_from(position).ok();
            let own = |at: &usize| {
                self.under.get(*at).copied().flatten() == position
                    && matches!(self.kinds.get(*at), Some(Kind::Text | Kind::Sub))
            };
            let below = (at + 1..at + 3).take_while(own);
            let mut is_signed = false;
            signatures.extend(below.take_while(|&at| {
                is_signed = lines.is_signature(at) || is_signed && lines.is_affiliation(at);
                is_signed
            }));
            let is_notice = |at: &usize| lines.get(*at).is_some_and(|(_, shape)| shape.looks_like_boilerplate());
            // Paragraphs that were dealt out reach into the section below.
            let reach = position.map_or(0, |position| position as usize + 2);
            let reach = self.announcements.get(reach).map_or(lines.pieces.len(), |next| next.at);
            let end = (at + 1..reach).rfind(own);
            let Some(end) = end else { continue };
            let last = || (at + 1..=end).rev().filter(own).take(MAX_NOTICES);
            closing.extend(last().find(|&at| lines.is_about_writer(at)));
            signatures.extend(last().skip_while(is_notice).take_while(|&at| lines.is_signature(at)));
        }
        if closing.len() == sides.len() {
            signatures.append(&mut closing);
        }
        for at in signatures {
            if let Some(kind) = self.kinds.get_mut(at) {
                *kind = Kind::Signature;
            }
        }
    }

    /// Finds the lines that credit an outlet, first or last in what a political side says.
    fn credit(&mut self, lines: &Lines<'_>) {
        for at in 0..lines.pieces.len() {
            let is_below = self.under.get(at).is_some_and(Option::is_some) && self.kinds.get(at) == Some(&Kind::Text);
            if is_below && self.heading(at).is_none() && lines.is_source(at) {
                self.kinds.get_mut(at).into_iter().for_each(|kind| *kind = Kind::Credit);
            }
        }
        let is_political = |role: &Role| role.stance().and_then(Stance::axis) == Some(Axis::Politics);
        let has_politics = self.announcements.iter().any(|one| is_political(&one.role));
        for (position, one) in self.announcements.iter().enumerate() {
            let is_guest = has_politics && one.role.stance() == Some(&Stance::Guest);
            if !is_guest && !is_political(&one.role) {
                continue;
            }
            let position = u32::try_from(position).ok();
            let own =
                (one.at + 1..lines.pieces.len()).take_while(|&at| self.under.get(at).copied().flatten() == position);
            let is_credit = |at: &usize| {
                let is_below_title = || lines.is_outlet(*at) && lines.is_quoted_title(*at - 1);
                lines.is_credit(*at) || lines.is_quoted_title(*at) || is_below_title()
            };
            for at in own.filter(is_credit) {
                if let Some(kind) = self.kinds.get_mut(at) {
                    *kind = Kind::Credit;
                }
            }
        }
    }

    /// The stances that headings announce, and those that a headline names together.
    pub(super) fn stances(&self) -> impl Iterator<Item = &Stance> {
        let announced = self.announcements.iter().filter_map(|announcement| announcement.role.stance());
        announced.chain(&self.named)
    }

    /// True for a line of the head that names two opposed stances.
    pub(super) fn is_two_sided(&self, piece: usize) -> bool {
        self.two_sided.contains(&piece)
    }

    /// True for a heading whose words announce nothing known: what stands under it is told by its own words.
    pub(super) fn is_silent(&self, piece: usize) -> bool {
        self.kinds.get(piece) == Some(&Kind::Silent)
    }

    /// True for a heading without a mark of its own inside the section above it.
    pub(super) fn is_sub(&self, piece: usize) -> bool {
        self.kinds.get(piece) == Some(&Kind::Sub)
    }

    /// True for a line that names who wrote the section it stands in.
    pub(super) fn is_signature(&self, piece: usize) -> bool {
        self.kinds.get(piece) == Some(&Kind::Signature)
    }

    /// True for a line that names the outlet whose view stands beside it.
    pub(super) fn is_credit(&self, piece: usize) -> bool {
        self.kinds.get(piece) == Some(&Kind::Credit)
    }

    /// The announcement that a piece stands under; a heading stands under itself.
    pub(super) fn announcement(&self, piece: usize) -> Option<&Announcement> {
        let position = self.under.get(piece).copied().flatten()?;
        self.announcements.get(position as usize)
    }

    /// True for what stands under a heading and above another: it belongs to that section, whatever its words. Notices
    /// and closing words stand at the end of a text.
    pub(super) fn is_closed(&self, piece: usize) -> bool {
        let position = self.under.get(piece).copied().flatten();
        position.is_some_and(|position| (position as usize) + 1 < self.announcements.len())
    }

    /// The role announced above a piece.
    pub(super) fn above(&self, piece: usize) -> Option<&Role> {
        self.announcement(piece).map(|announcement| &announcement.role)
    }

    /// The role that a piece announces, where it is a heading.
    pub(super) fn heading(&self, piece: usize) -> Option<&Role> {
        let own = self.announcement(piece).filter(|announcement| announcement.at == piece && !announcement.runs_in);
        own.map(|announcement| &announcement.role)
    }

    /// True for the first of what stands under a heading, or is run into it.
    pub(super) fn begins(&self, piece: usize) -> bool {
        let takes_side = |one: &Announcement| one.role.stance().is_some_and(Stance::takes_side);
        self.announcement(piece).is_some_and(|one| one.at == piece || one.at + 1 == piece && takes_side(one))
    }

    /// Where the heading stands under which a piece stands.
    pub(super) fn heading_of(&self, piece: usize) -> Option<Span> {
        self.announcement(piece).map(|announcement| announcement.span)
    }
}
