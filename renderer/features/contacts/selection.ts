import type { ContactId } from '../../../shared/model/ids.ts';

/** Who is selected, while contacts are being selected; `anchor` is who was pressed last. */
export type Selection = {
  readonly ids: ReadonlySet<ContactId>;
  readonly anchor: ContactId | undefined;
};

/** As many as main takes for one list. */
export const mostSelected = 5_000;

export const nobody: Selection = { ids: new Set(), anchor: undefined };

/**
 * Presses someone: in or out; with Shift everyone from the last one pressed to here becomes what
 * that one is, in the order of the list. Beyond `mostSelected` nobody more comes in.
 */
export function pressSelection(
  { ids, anchor }: Selection,
  id: ContactId,
  order: readonly ContactId[],
  isRange: boolean,
): Selection {
  const next = new Set(ids);
  const [from, to] = [order.indexOf(anchor ?? id), order.indexOf(id)];
  const isStretch = isRange && anchor !== undefined && from >= 0 && to >= 0;
  const pressed = isStretch ? order.slice(Math.min(from, to), Math.max(from, to) + 1) : [id];
  const isIn = isStretch ? ids.has(anchor) : !ids.has(id);
  for (const one of pressed) {
    if (!isIn) next.delete(one);
    else if (next.size < mostSelected) next.add(one);
  }
  return { ids: next, anchor: id };
}
