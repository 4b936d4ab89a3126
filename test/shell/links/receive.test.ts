import { EventEmitter } from 'node:events';
import { describe, expect, it } from 'vitest';
import type { AppEvent } from '../../../shared/contract/index.ts';
import { createLinkInbox } from '../../../main/shell/links/inbox.ts';
import {
  proposeLinks,
  receiveOpenedUrls,
  receiveSecondStarts,
} from '../../../main/shell/links/receive.ts';
import { createFakeClock, createFakeLog, settle } from '../support/fakes.ts';

const link = 'tel:+15550100142';

function makeApp() {
  const app = new EventEmitter();
  const taken: string[] = [];
  const shown: string[] = [];
  return {
    app: app as unknown as Pick<Electron.App, 'on'>,
    emit: app.emit.bind(app),
    taken,
    shown,
    inbox: { put: (text: string) => void taken.push(text) },
    show: () => void shown.push('window'),
  };
}

describe('a second start', () => {
  it('with a link hands it over and leaves the window where it is', () => {
    const { app, emit, inbox, taken, shown, show } = makeApp();
    receiveSecondStarts(app, inbox, show);
    emit('second-instance', {}, ['sidetone', '--', link], '/', { link });
    expect(taken).toEqual([link]);
    expect(shown).toEqual([]);
  });

  it('without one shows the window, whatever Chromium made of its arguments', () => {
    const { app, emit, inbox, taken, shown, show } = makeApp();
    receiveSecondStarts(app, inbox, show);
    emit('second-instance', {}, ['sidetone', '--', link, 'tel:911'], '/', {});
    emit('second-instance', {}, ['sidetone'], '/', null);
    emit('second-instance', {}, ['sidetone'], '/', { link: '--inspect' });
    expect(taken).toEqual([]);
    expect(shown).toHaveLength(3);
  });
});

describe('an address that macOS opens', () => {
  it('is taken when it is a link of ours, and nobody else opens it', () => {
    const { app, emit, inbox, taken } = makeApp();
    receiveOpenedUrls(app, inbox);
    let prevented = 0;
    const event = { preventDefault: () => (prevented += 1) };
    emit('open-url', event, link);
    emit('open-url', event, 'file:///etc/passwd');
    expect(taken).toEqual([link]);
    expect(prevented).toBe(2);
  });
});

describe('links on their way to the core', () => {
  it('are proposed as links, again when the session changes, and never otherwise', async () => {
    const listeners: ((event: AppEvent) => void)[] = [];
    const proposed: unknown[] = [];
    let shown = 0;
    let isSignedIn = false;
    const inbox = createLinkInbox({ clock: createFakeClock(), log: createFakeLog() });
    proposeLinks(
      inbox,
      {
        on(listener) {
          listeners.push(listener);
          return () => true;
        },
        propose(text) {
          proposed.push(text);
          return Promise.resolve(isSignedIn);
        },
      },
      () => (shown += 1),
    );
    inbox.put(link);
    await settle();
    expect(shown).toBe(1);
    isSignedIn = true;
    const tell = (event: AppEvent): void => listeners.forEach((listener) => listener(event));
    tell({ name: 'changed', topics: [{ area: 'calls' }] });
    tell({ name: 'navigate', to: { screen: 'calls' } });
    await settle();
    expect(proposed).toHaveLength(1);
    tell({ name: 'changed', topics: [{ area: 'calls' }, { area: 'session' }] });
    await settle();
    expect(proposed).toEqual([
      { text: link, source: 'link' },
      { text: link, source: 'link' },
    ]);
    expect(inbox.isWaiting()).toBe(false);
  });
});
