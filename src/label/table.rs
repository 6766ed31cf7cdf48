//! Tables whose cells were laid one below the other: "Item", "For", "Against", and then three lines for each row.

use crate::model::{Axis, Perspective, Role, Stance};

use super::announce::Known;
use super::heading::{name, read, undecorated};
use super::lines::Lines;
use super::piece::Form;
use super::sentence::ends_sentence;

/// The most columns of a table.
const MAX_COLUMNS: usize = 6;

/// The fewest rows below the first.
const MIN_ROWS: usize = 2;

/// The most words of a cell at the head of a row or of a column.
const MAX_HEAD_WORDS: u32 = 8;

/// Lets the cells of tables announce the views of their columns, or of their rows. Gives the lines at which tables end.
pub(super) fn lay_out(lines: &Lines<'_>, known: &mut [Option<Known>]) -> Vec<usize> {
    let mut ends = figure_rows(lines, known);
    let mut start = 0;
    while start < lines.pieces.len() {
        let end = (start + 1..lines.pieces.len()).find(|&at| !is_below(lines, at)).unwrap_or(lines.pieces.len());
        if end - start > MIN_ROWS * 2 && (columns(lines, known, start, end) || rows(lines, known, start, end)) {
            ends.push(end);
        }
        start = end;
    }
    ends
}

/// True for a line right below another, as a cell is.
fn is_below(lines: &Lines<'_>, at: usize) -> bool {
    lines.get(at).is_some_and(|(piece, _)| !piece.after_blank && matches!(piece.form, Form::Paragraph | Form::Item))
}

/// True for a few words that are no sentence.
fn is_head(lines: &Lines<'_>, at: usize) -> bool {
    lines.get(at).is_some_and(|(piece, shape)| {
        (1..=MAX_HEAD_WORDS).contains(&shape.words) && shape.url.is_none() && !ends_sentence(piece.text)
    })
}

/// The view that a line announces as a heading.
fn view(known: &[Option<Known>], at: usize) -> Option<&Role> {
    let known = known.get(at)?.as_ref().filter(|known| known.takes_side() && !known.runs_in)?;
    Some(&known.role)
}

/// A table in which each view has a column.
fn columns(lines: &Lines<'_>, known: &mut [Option<Known>], start: usize, end: usize) -> bool {
    let Some(first) = (start..end).find(|&at| view(known, at).is_some()) else { return false };
    let axis = view(known, first).and_then(Role::stance).and_then(Stance::axis);
    let mut views: Vec<Role> = Vec::new();
    for at in (first..end).take(MAX_COLUMNS).take_while(|&at| is_head(lines, at)) {
        let Some(role) = view(known, at).filter(|role| role.stance().and_then(Stance::axis) == axis) else { break };
        if views.iter().any(|other| other.stance() == role.stance()) {
            break;
        }
        views.push(role.clone());
    }
    let stances = || views.iter().filter_map(Role::stance);
    let is_opposed = stances().any(|one| stances().any(|other| one.opposes(other)));
    let is_named = first > start && is_head(lines, first - 1);
    let columns = views.len() + usize::from(is_named);
    let body = first + views.len();
    let count = end - body;
    if !is_opposed || columns < 3 || count % columns != 0 || count < columns * MIN_ROWS {
        return false;
    }
    let is_side = |at: usize| {
        let stance = view(known, at).and_then(Role::stance);
        stance.is_some_and(|own| views.iter().any(|view| view.stance() == Some(own)))
    };
    if !is_named && (body..end).any(is_side) || is_named && !(body..end).step_by(columns).all(|at| is_head(lines, at)) {
        return false;
    }
    for (position, slot) in known.iter_mut().take(end).skip(body).enumerate() {
        let column = position % columns;
        let view = column.checked_sub(usize::from(is_named)).and_then(|column| views.get(column));
        let (role, runs_in) = view.map_or((Role::Background, false), |role| (content(role), true));
        *slot = Some(Known { role, level: 6, is_bare: false, runs_in, is_hint: false });
    }
    true
}

/// The view of a cell: that of a column without what the head of the column says besides.
fn content(role: &Role) -> Role {
    role.stance().map_or(Role::Unclassified, |stance| Perspective::new(stance.clone()).into())
}

/// A table of figures in which each view has a row.
fn rows(lines: &Lines<'_>, known: &mut [Option<Known>], start: usize, end: usize) -> bool {
    let count = end - start;
    let has_figures = |at: usize| lines.get(at).is_some_and(|(_, shape)| shape.figures > 0);
    for columns in (3..=MAX_COLUMNS).filter(|columns| count % columns == 0 && count / columns > MIN_ROWS) {
        let heads = || (start + columns..end).step_by(columns);
        let is_table = (start..end).all(|at| is_head(lines, at))
            && !(start..start + columns).any(has_figures)
            && heads().all(|head| !has_figures(head) && (head..head + columns).any(has_figures));
        if !is_table {
            continue;
        }
        let views: Vec<Option<Role>> = heads().map(|at| row_view(lines, at)).collect();
        let stances = || views.iter().flatten().filter_map(Role::stance);
        known.iter_mut().take(end).skip(start).for_each(|slot| *slot = None);
        if !stances().any(|one| stances().any(|other| one.opposes(other))) {
            return true;
        }
        for (at, view) in heads().zip(views) {
            let role = view.unwrap_or_else(|| Role::perspective(Stance::Base));
            if let Some(slot) = known.get_mut(at) {
                *slot = Some(Known { role, level: 6, is_bare: false, runs_in: true, is_hint: false });
            }
        }
        return true;
    }
    false
}

/// The view that the head of a row names: by a name, or by the good or ill that its words say.
fn row_view(lines: &Lines<'_>, at: usize) -> Option<Role> {
    let (piece, shape) = lines.get(at)?;
    let named = read(lines.index, piece.text).filter(|role| role.stance().is_some());
    named.or_else(|| {
        let stance = match shape.valence {
            valence if valence > 0.0 => Stance::Optimistic,
            valence if valence < 0.0 => Stance::Pessimistic,
            _ => return None,
        };
        Some(Role::perspective(stance))
    })
}

/// Rows of one line each, a view and its figures: "Bullish 10.50 € 25 %". Of shares of votes they are figures only.
fn figure_rows(lines: &Lines<'_>, known: &mut [Option<Known>]) -> Vec<usize> {
    let mut ends = Vec::new();
    let mut at = 0;
    while at < lines.pieces.len() {
        let found: Vec<Role> = (at..lines.pieces.len()).map_while(|at| figure_row(lines, at)).collect();
        let stances: Vec<&Stance> = found.iter().filter_map(Role::stance).collect();
        if !stances.iter().any(|one| stances.iter().any(|other| one.opposes(other))) {
            at += found.len().max(1);
            continue;
        }
        let is_vote = stances.iter().any(|stance| stance.axis() == Some(Axis::Position));
        let end = at + found.len();
        for (slot, role) in known.iter_mut().skip(at).zip(found) {
            let row = Known { role, level: 6, is_bare: false, runs_in: true, is_hint: false };
            *slot = Some(row).filter(|_| !is_vote);
        }
        // What names the columns, and the heading above them, are no part of the view above.
        let mut first = at;
        while first > 1
            && at - first < MIN_ROWS
            && is_head(lines, first - 1)
            && view(known, first - 1).is_none_or(|_| at == first)
        {
            first -= 1;
            known.get_mut(first).into_iter().for_each(|slot| *slot = None);
        }
        ends.extend([first, end]);
        at = end;
    }
    ends
}

/// The view of a line that is the name of one, and figures after it.
fn figure_row(lines: &Lines<'_>, at: usize) -> Option<Role> {
    let (piece, shape) = lines.get(at).filter(|(_, shape)| shape.figures > 0 && shape.words <= MAX_HEAD_WORDS)?;
    let is_line = shape.may_name && matches!(piece.form, Form::Paragraph | Form::Item);
    let cut = piece.text.find(|c: char| c.is_ascii_digit()).filter(|_| is_line)?;
    let (label, figures) = piece.text.split_at_checked(cut)?;
    let few = figures.split(|c: char| !c.is_alphabetic()).all(|word| word.chars().count() <= 3);
    let is_row = few && figures.split_whitespace().count() > 1 && !label.contains('(');
    let role = name(lines.index, undecorated(label)).filter(|_| is_row)?;
    role.stance().is_some().then_some(role)
}
