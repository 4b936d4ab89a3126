import { describe, expect, it } from 'vitest';
import { passUntil, startSignedIn } from '../support/core-world.ts';

describe('the tray', () => {
  it('shows what waits, whom one was in touch with, and how the user stands', async () => {
    const { clock, get, core, events } = await startSignedIn();
    const view = await passUntil(clock, async () => {
      const now = await get('tray.get', undefined);
      expect(now.people).toHaveLength(5);
      expect(now.presence.status).toBe('available');
      return now;
    });
    expect(view).toMatchObject({
      standing: 'ready',
      quiet: { own: undefined, server: false },
      presence: { status: 'available', canSet: { can: true } },
    });
    // What RingCentral has comes in bit by bit.
    await passUntil(clock, async () => {
      const { unread } = await get('tray.get', undefined);
      expect(unread.texts).toBeGreaterThan(0);
      expect(unread).toEqual({
        texts: await get('messages.count-unread', undefined),
        calls: await get('calls.count-new', undefined),
        voicemails: await get('voicemail.count-unread', undefined),
      });
    });
    const names = view.people.map(({ label }) => label);
    expect(new Set(names).size).toBe(5);

    expect(await get('presence.set', { status: 'busy' })).toMatchObject({ status: 'busy' });
    expect((await get('tray.get', undefined)).presence.status).toBe('busy');
    await passUntil(clock, () =>
      expect(events).toContainEqual({
        name: 'changed',
        topics: expect.arrayContaining([{ area: 'presence' }]),
      }),
    );

    await core.router.call('session.sign-out', { eraseArchive: false });
    const after = await get('tray.get', undefined);
    expect(after).toMatchObject({ standing: 'signed-out', people: [] });
    expect(after.presence.canSet.can).toBe(false);
  });
});
