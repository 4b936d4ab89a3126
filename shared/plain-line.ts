/**
 * Controls that turn the order of reading round: of what follows them in a line, not only of the
 * name or text they come with.
 */
const directions = /[\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069]/g;
/** Line ends, tabs, nulls, and what only a terminal understands. */
// oxlint-disable-next-line no-control-regex
const controls = /[\u0000-\u001f\u007f-\u009f\u2028\u2029]+/g;

/** What strangers wrote as part of a line of ours: it cannot change how the rest of it reads. */
export function plainLine(text: string): string {
  return text.replace(directions, '').replace(controls, ' ').trim();
}

/** A text of several lines without what would turn round what stands beside it. */
export function withoutDirections(text: string): string {
  return text.replace(directions, '');
}
