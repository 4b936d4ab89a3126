import { describe, expect, it } from 'vitest';
import { createQuick } from '../../../main/core/quick/service.ts';
import type { CountryCode, ThreadId } from '../../../shared/model/ids.ts';
import type { SessionView } from '../../../shared/model/session.ts';
import { ok } from '../../../shared/result.ts';
import { openInProcessArchive } from '../../db/in-process.ts';
import { createFakeQuickWindow } from '../support/quick-window.ts';
import { createCountingRandom } from '../support/session.ts';

function makeQuick() {
  const archive = openInProcessArchive();
  archive.db.exec(`
    INSERT INTO contact (id, source, server_id, name) VALUES (1, 'personal', '1', 'Ada Brook');
    INSERT INTO contact_number (contact_id, label, typed, number)
      VALUES (1, 'mobile', '415 555 0142', '+14155550142');
  `);
  const window = createFakeQuickWindow();
  const told: string[] = [];
  const opened: unknown[] = [];
  const session = { state: 'signed-in', demo: false, account: undefined } as unknown as SessionView;
  const state = { session };
  const quick = createQuick({
    archive,
    window,
    random: createCountingRandom(),
    events: { changed: (...topics) => void told.push(...topics.map(({ area }) => area)) },
    mainWindow: { open: (to) => void opened.push(to) },
    session: { requireView: () => ok(state.session), homeCountry: () => 'US' as CountryCode },
  });
  return { quick, window, told, opened, state };
}

describe('the small window for a text', () => {
  it('opens filled in, people by name, and sends nothing', async () => {
    const { quick, told, window } = makeQuick();
    await quick.open({ to: ['(415) 555-0142', 'nobody\u202e at all'], body: 'Hi' });
    expect(quick.get()).toMatchObject({
      to: [
        { number: '+14155550142', party: { name: 'Ada Brook' } },
        { number: 'nobody at all', party: undefined },
      ],
      body: 'Hi',
    });
    expect(window.isShown()).toBe(true);
    expect(told).toEqual(['quick']);
  });

  it('is another text each time it is opened', async () => {
    const { quick } = makeQuick();
    await quick.open({});
    const first = quick.get()?.id;
    await quick.open({ threadId: '7' as ThreadId });
    expect(quick.get()).toMatchObject({ threadId: '7', to: [] });
    expect(quick.get()?.id).not.toBe(first);
  });

  it('is not taken from whoever is writing in it by a link', async () => {
    const { quick, window } = makeQuick();
    expect(await quick.offer({ to: ['+14155550142'] })).toBe(true);
    expect(await quick.offer({ to: ['+14155550143'] })).toBe(false);
    expect(quick.get()?.to).toMatchObject([{ number: '+14155550142' }]);
    quick.close();
    expect(window.isShown()).toBe(false);
    expect(quick.get()).toBeUndefined();
    expect(await quick.offer({ to: ['+14155550143'] })).toBe(true);
  });

  it('leads to signing in while nobody has', async () => {
    const { opened, quick, state, window } = makeQuick();
    state.session = { ...state.session, state: 'signed-out' };
    expect(await quick.offer({ to: ['+14155550142'] })).toBe(false);
    await quick.open({});
    expect(opened).toEqual([{ screen: 'messages', compose: true }]);
    expect(window.isShown()).toBe(false);
  });

  it('is as high as its page says', () => {
    const { quick, window } = makeQuick();
    quick.fit(412);
    expect(window.height).toBe(412);
  });
});
