import { describe, expect, it } from 'vitest';
import { createLinksHandlers } from '../../../main/core/links/handlers.ts';
import { createLinks } from '../../../main/core/links/service.ts';
import { createSettings } from '../../../main/core/settings/service.ts';
import { createFakeLinkHandlers } from '../support/link-handlers.ts';
import { createMemoryLog } from '../support/memory-log.ts';

function make(options: { readonly diskIsFull?: boolean } = {}) {
  const handlers = createFakeLinkHandlers();
  const told: string[] = [];
  const events = {
    changed: (...topics: readonly { readonly area: string }[]) =>
      void told.push(...topics.map(({ area }) => area)),
  };
  const settings = createSettings({
    store: {
      read: () => ({ value: {} }),
      write: () => {
        if (options.diskIsFull) throw new Error('ENOSPC');
      },
    },
    archiveFile: 'archive.db',
    log: createMemoryLog(),
    events,
  });
  return {
    handlers,
    told,
    settings,
    calls: createLinksHandlers(createLinks({ handlers, settings, events })),
  };
}

describe('phone links', () => {
  it('tells who opens them, and whether the user has been asked', async () => {
    const { calls } = make();
    expect(await calls['links.get'](undefined)).toEqual({
      ok: true,
      value: {
        standings: { tel: 'other', callto: 'other', sms: 'other' },
        otherName: 'Softphone',
        way: 'register',
        platform: 'linux',
        canGiveBack: true,
        wasAsked: false,
      },
    });
  });

  it('are taken and given back on request, and the window hears of it', async () => {
    const { calls, handlers, told } = make();
    const taken = await calls['links.take'](undefined);
    expect(taken).toMatchObject({ ok: true, value: { standings: { tel: 'sidetone' } } });
    expect(told).toContain('links');
    const given = await calls['links.give-back'](undefined);
    expect(given).toMatchObject({ ok: true, value: { standings: { tel: 'other' } } });
    expect(handlers.now).toBe('other');
  });

  it('say why they could not be taken', async () => {
    const { calls, handlers } = make();
    handlers.refuses = true;
    expect(await calls['links.take'](undefined)).toMatchObject({
      ok: false,
      failure: { message: 'links.not-registered' },
    });
    expect(handlers.now).toBe('other');
  });

  it('are asked about once: no answer, and no change by another program, brings the question back', async () => {
    const { calls, handlers, settings } = make();
    expect(await calls['links.asked'](undefined)).toEqual({ ok: true, value: undefined });
    expect(settings.get().askedForLinks).toBe(true);
    handlers.now = 'other';
    expect(await calls['links.get'](undefined)).toMatchObject({ value: { wasAsked: true } });
    expect(handlers.now).toBe('other');
  });

  it('need not be asked about when the user has decided in the settings', async () => {
    const { calls, settings } = make();
    await calls['links.take'](undefined);
    expect(settings.get().askedForLinks).toBe(true);
  });

  it('are taken although the answer could not be written down, and asking says so', async () => {
    const { calls, handlers } = make({ diskIsFull: true });
    expect(await calls['links.take'](undefined)).toMatchObject({ ok: true });
    expect(handlers.now).toBe('sidetone');
    expect(await calls['links.asked'](undefined)).toMatchObject({
      ok: false,
      failure: { message: 'settings.not-saved' },
    });
  });
});
