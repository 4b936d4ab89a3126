import { beforeAll, describe, expect, it, vi } from 'vitest';
import { callChannel, eventChannel, type Bridge } from '../../shared/contract/bridge.ts';
import { asked } from './support/electron.ts';
import { filesWith } from './support/product.ts';

vi.mock('electron', () => import('./support/electron.ts'));

let bridge: Bridge;
beforeAll(async () => {
  await import('../../preload/index.ts');
  bridge = asked.exposed.get('bridge') as Bridge;
});

// The built preload is looked at in test/shell/bundles.test.ts.
describe('security 7: a page gets two functions and no way to Electron', () => {
  it('under one name', () => {
    expect([...asked.exposed.keys()]).toEqual(['bridge']);
    expect(Object.keys(bridge).toSorted()).toEqual(['call', 'on']);
  });

  it('which speak on one channel, whatever name they are given', async () => {
    await bridge.call('settings.get', undefined);
    expect(asked.invoked.at(-1)).toEqual([callChannel, 'settings.get', undefined]);
    expect([...asked.heard.keys()]).toEqual([eventChannel]);
  });

  it('and hand over what main said, never Electron’s event', () => {
    const heard = vi.fn();
    const end = bridge.on(heard);
    const event = { sender: { send: () => undefined } };
    asked.heard.get(eventChannel)?.(event, { name: 'changed', topics: [] });
    expect(heard.mock.calls).toEqual([[{ name: 'changed', topics: [] }]]);
    end();
  });

  it('and nothing else in the window’s code asks for Electron', () => {
    expect(filesWith(/from 'electron'|require\('electron'\)/, ['renderer', 'shared'])).toEqual([]);
  });
});
