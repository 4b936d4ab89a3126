import { describe, expect, test } from 'vitest';
import type { Page } from '../../../shared/model/app.ts';
import type { Outline } from '../../../shared/model/history.ts';
import { LongRows } from '../../../renderer/app/long-rows.ts';

type Row = { readonly id: number; readonly day: number };

const blockSize = 200;

/** A list of rows with falling ids, ten a day, that a test may change. */
function makeList(total: number) {
  const world = {
    ids: Array.from({ length: total }, (_, index) => total - index),
    asked: [] as (string | undefined)[],
    fails: false,
  };
  const outline = (): Outline => ({
    total: world.ids.length,
    blockSize,
    blocks: Array.from({ length: Math.ceil(world.ids.length / blockSize) }, (_, block) =>
      block === 0 ? undefined : String(world.ids[block * blockSize - 1]),
    ),
  });
  const fetchBlock = async (after: string | undefined, limit: number): Promise<Page<Row>> => {
    world.asked.push(after);
    await Promise.resolve();
    if (world.fails) throw new Error('away');
    const from = after === undefined ? 0 : world.ids.indexOf(Number(after)) + 1;
    const items = world.ids
      .slice(from, from + limit)
      .map((id) => ({ id, day: Math.ceil(id / 10) }));
    return { items, next: undefined };
  };
  const rows = new LongRows<Row>({
    fetchBlock,
    keyOf: ({ id }) => String(id),
    groupOf: ({ day }) => String(day),
  });
  return { world, outline, rows, fetchBlock };
}

const settled = () => new Promise((resolve) => setTimeout(resolve, 0));
const sight = (first: number, isForward = true) => ({ first, last: first + 12, isForward });

describe('the rows of a long list', () => {
  test('begin with the first page, before the length is known', async () => {
    const { rows, fetchBlock } = makeList(1_000);
    rows.begin(await fetchBlock(undefined, 60));
    const { total, rowAt, version, shapes } = rows.getSnapshot();
    expect([total, rowAt(0)?.id, rowAt(59)?.id, version]).toEqual([60, 1_000, 941, 0]);
    expect(shapes[0]).toEqual([0, 10, 20, 30, 40, 50]);
  });

  test('are read where they are looked at, and ahead, before the eye is there', async () => {
    const { rows, outline, world } = makeList(100_000);
    await rows.adopt(outline());
    for (let first = 0; first < 20_000; first += 40) {
      rows.look(sight(first));
      const { rowAt } = rows.getSnapshot();
      for (let index = first; index <= first + 12; index += 1) {
        expect(rowAt(index)?.id).toBe(100_000 - index);
      }
      await settled();
    }
    // Each block once.
    expect(new Set(world.asked).size).toBe(world.asked.length);
  });

  test('far from sight are let go of, and headings stay known', async () => {
    const { rows, outline } = makeList(100_000);
    await rows.adopt(outline());
    for (let first = 0; first < 50_000; first += 150) {
      rows.look(sight(first));
      await settled();
      expect(rows.kept).toBeLessThanOrEqual(11 * blockSize);
    }
    expect(rows.getSnapshot().rowAt(0)).toBeUndefined();
    expect(rows.getSnapshot().shapes[3]).toHaveLength(20);
  });

  test('that were leapt to arrive, and the last block is as long as it says', async () => {
    const { rows, outline } = makeList(100_050);
    await rows.adopt(outline());
    rows.look(sight(100_037));
    await settled();
    const { rowAt, total } = rows.getSnapshot();
    expect(rowAt(total - 1)?.id).toBe(1);
    expect(rowAt(total)).toBeUndefined();
  });

  test('move together when others come in above, and only those in sight are read anew', async () => {
    const { rows, outline, world } = makeList(10_000);
    await rows.adopt(outline());
    rows.look(sight(5_000));
    await settled();
    const looked = rows.getSnapshot().rowAt(5_000)?.id;
    world.ids.unshift(10_003, 10_002, 10_001);
    world.asked.length = 0;
    await rows.adopt(outline());
    const { shift, version, rowAt, total } = rows.getSnapshot();
    expect([shift, version, total]).toEqual([3, 2, 10_003]);
    expect(rowAt(5_003)?.id).toBe(looked);
    await settled();
    expect(world.asked.length).toBeLessThanOrEqual(4);
  });

  test('stay where they are when older ones come in below, or one of them goes', async () => {
    const { rows, outline, world } = makeList(1_000);
    await rows.adopt(outline());
    rows.look(sight(300));
    await settled();
    world.ids.push(0, -1, -2);
    await rows.adopt(outline());
    expect(rows.getSnapshot().shift).toBe(0);
    // The first one in sight goes: the second one takes its place.
    world.ids.splice(300, 1);
    await rows.adopt(outline());
    expect(rows.getSnapshot().shift).toBe(-1);
    expect(rows.getSnapshot().rowAt(300)?.id).toBe(699);
  });

  test('of the latest change are shown, whichever answers first', async () => {
    const { rows, outline, world } = makeList(400);
    const first = rows.adopt(outline());
    world.ids.unshift(401);
    await Promise.all([first, rows.adopt(outline())]);
    expect(rows.getSnapshot()).toMatchObject({ total: 401, version: 1 });
    expect(rows.getSnapshot().rowAt(0)?.id).toBe(401);
  });

  test('that could not be read are asked for when they are looked at again', async () => {
    const { rows, outline, world } = makeList(10_000);
    await rows.adopt(outline());
    world.fails = true;
    rows.look(sight(5_000));
    await settled();
    expect(rows.getSnapshot().rowAt(5_000)).toBeUndefined();
    world.fails = false;
    rows.look(sight(5_000));
    await settled();
    expect(rows.getSnapshot().rowAt(5_000)?.id).toBe(5_000);
  });
});
