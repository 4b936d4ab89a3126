import { beforeEach, describe, expect, it, vi } from 'vitest';
import { createOpener } from '../../../main/shell/opener.ts';
import type { LinkStanding } from '../../../shared/model/links.ts';
import { createMemoryLog } from '../support/memory-log.ts';
import { ada } from '../support/session.ts';
import { makeCalls } from './harness.ts';

const system = vi.hoisted(() => ({ opened: [] as string[] }));

vi.mock('electron', () => ({
  shell: {
    async openExternal(address: string) {
      system.opened.push(address);
    },
  },
}));

beforeEach(() => {
  system.opened.length = 0;
});

/** Calls with the shell's own way to other programs, on a system where `standing` opens `tel:`. */
function makeCallsWhere(standing: LinkStanding) {
  const made = makeCalls();
  const opener = createOpener(createMemoryLog(), () => Promise.resolve(standing));
  made.world.openTel = (number) => opener.openTel(number);
  return made;
}

describe('calling with this device', () => {
  it('hands the number to the program that opens such links, and writes it down', async () => {
    const made = makeCallsWhere('other');
    expect(await made.calls.callWithDevice('(212) 555-0142')).toEqual({
      ok: true,
      value: { outcome: 'opened', keyIn: undefined },
    });
    expect(system.opened).toEqual([`tel:${ada}`]);
    expect(await made.rows()).toMatchObject([
      { outcome: 'handed-over', direction: 'outbound', party: { number: ada }, keyIn: undefined },
    ]);
    expect(made.activities()).toEqual([{ kind: 'call', outcome: 'handed-over' }]);
    expect(made.client.placed).toEqual([]);
  });

  it.each(['sidetone', 'none', 'unknown'] as const)(
    'never comes back to Sidetone as a link: where %s opens them the number is shown',
    async (standing) => {
      const made = makeCallsWhere(standing);
      expect(await made.calls.callWithDevice(ada)).toEqual({
        ok: true,
        value: { outcome: 'show-number', number: ada, keyIn: undefined },
      });
      expect(system.opened).toEqual([]);
      expect(await made.rows()).toMatchObject([{ outcome: 'handed-over' }]);
      expect(made.client.placed).toEqual([]);
    },
  );

  it.each(['other', 'sidetone'] as const)(
    'tells an extension, which no link carries, and keeps it with the call: %s',
    async (standing) => {
      const made = makeCallsWhere(standing);
      const given = await made.calls.callWithDevice('(212) 555-0142 x438');
      expect(given).toMatchObject({ ok: true, value: { keyIn: '438' } });
      expect(await made.rows()).toMatchObject([{ party: { number: ada }, keyIn: '438' }]);
      expect(system.opened.join()).not.toContain('438');
    },
  );

  it('shows the number when the other program could not be opened', async () => {
    const made = makeCalls();
    made.world.canOpen = false;
    expect(await made.calls.callWithDevice(ada)).toMatchObject({
      value: { outcome: 'show-number', number: ada },
    });
    expect(made.opened).toEqual([ada]);
  });

  it('lets a short number pass without a question, for the user dials it', async () => {
    const made = makeCallsWhere('none');
    expect(await made.calls.callWithDevice('411')).toEqual({
      ok: true,
      value: { outcome: 'show-number', number: '411', keyIn: undefined },
    });
    expect(made.archive.db.prepare('SELECT number, extension_number FROM call').all()).toEqual([
      { number: null, extension_number: '411' },
    ]);
  });

  it('hands no emergency number over', async () => {
    const made = makeCallsWhere('other');
    expect(await made.calls.callWithDevice('911')).toMatchObject({
      failure: { message: 'number.emergency' },
    });
    expect(system.opened).toEqual([]);
    expect(await made.rows()).toEqual([]);
  });
});
