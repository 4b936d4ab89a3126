import { describe, expect, it } from 'vitest';
import { createDoNotCall } from '../../../main/core/do-not-call/service.ts';
import type { CountryCode, E164 } from '../../../shared/model/ids.ts';
import { openInProcessArchive } from '../../db/in-process.ts';
import { ManualClock } from '../support/manual-clock.ts';

function makeList() {
  const archive = openInProcessArchive();
  const clock = new ManualClock();
  const told: string[] = [];
  const list = createDoNotCall({
    archive,
    clock,
    events: { changed: (...topics) => void told.push(...topics.map(({ area }) => area)) },
    session: { homeCountry: () => 'US' as CountryCode },
  });
  const numbers = async (): Promise<readonly string[]> =>
    (await list.list({ limit: 50 })).items.map(({ number }) => number);
  return { archive, clock, told, list, numbers };
}

describe('the do-not-call list', () => {
  it('takes many numbers in any form, one a line', async () => {
    const { list, told } = makeList();
    const text = ' (212) 555-0142\r\n\n+1 212.555.0143\n1-212-555-0144 x9\n+1 (212) 555-0142 ';
    expect(await list.add(text, 'They asked')).toEqual({ ok: true, value: { added: 3 } });
    expect((await list.list({ limit: 50 })).items).toMatchObject([
      { number: '+12125550142', reason: 'They asked' },
      { number: '+12125550143', reason: 'They asked' },
      { number: '+12125550144', reason: 'They asked' },
    ]);
    expect(told).toEqual(['do-not-call']);
  });

  it('names the line that is no number, and adds none then', async () => {
    const { list, numbers, told } = makeList();
    expect(await list.add('212 555 0142\nAda Brook\n212 555 0143', '')).toMatchObject({
      failure: { message: 'do-not-call.line-invalid', params: { typed: 'Ada Brook' } },
    });
    expect(await list.add('411', '')).toMatchObject({
      failure: { message: 'do-not-call.line-invalid' },
    });
    expect(await list.add(' \n ', '')).toMatchObject({ failure: { message: 'number.empty' } });
    expect(await numbers()).toEqual([]);
    expect(told).toEqual([]);
  });

  it('stays as it is when a number is added again or taken off again', async () => {
    const { clock, list, numbers, told } = makeList();
    await list.add('212 555 0142', 'first');
    await clock.advance(1_000);
    expect(await list.add('+12125550142', 'second')).toEqual({ ok: true, value: { added: 0 } });
    expect((await list.list({ limit: 50 })).items).toMatchObject([{ reason: 'first' }]);
    await list.remove('+12125550142' as E164);
    await list.remove('+12125550142' as E164);
    expect(await numbers()).toEqual([]);
    expect(told).toEqual(['do-not-call', 'do-not-call']);
  });

  it('knows a number in any form', async () => {
    const { list } = makeList();
    await list.add('212 555 0142', '');
    expect(await list.has('1 (212) 555-0142')).toBe(true);
    expect(await list.has('(212) 555-0143')).toBe(false);
    expect(await list.has('nobody')).toBe(false);
  });

  it('is read page by page, the last added first, each once', async () => {
    const { clock, list } = makeList();
    for (const [start, count] of [
      [100, 3],
      [110, 4],
    ] as const) {
      const lines = Array.from({ length: count }, (_, index) => `+12125550${start + index}`);
      await list.add(lines.join('\n'), '');
      await clock.advance(1_000);
    }
    const seen: string[] = [];
    let after: string | undefined;
    do {
      const page = await list.list({ after, limit: 2 });
      seen.push(...page.items.map(({ number }) => number.slice(-3)));
      after = page.next;
    } while (after !== undefined);
    expect(seen).toEqual(['110', '111', '112', '113', '100', '101', '102']);
  });

  it('names whoever has a number', async () => {
    const { archive, list } = makeList();
    archive.db.exec(`
      INSERT INTO contact (id, person_id, source, server_id, name, availability)
        VALUES (1, 1, 'personal', 'c1', 'Ada Brook', 'Alive');
      INSERT INTO contact_number (contact_id, label, number, typed, rank)
        VALUES (1, 'mobile', '+12125550142', '212 555 0142', 0)`);
    await list.add('212 555 0142', '');
    const { items } = await list.list({ limit: 50 });
    expect(items[0]?.party.name).toBe('Ada Brook');
  });
});
