import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { hasTrayHost, type TrayHostTools } from '../../../main/shell/tray/tray-host.ts';

const withBus = { DBUS_SESSION_BUS_ADDRESS: 'unix:path=/run/user/1000/bus' };

/** A Linux desktop on which only these programs are there, and what they answer. */
function desktop(answers: Readonly<Record<string, string>>, env: TrayHostTools['env'] = withBus) {
  const asked: string[] = [];
  const tools: TrayHostTools = {
    platform: 'linux',
    env,
    async run(program, args) {
      asked.push([program, ...args].join(' '));
      const answer = answers[program];
      if (answer === undefined) throw new Error(`spawn ${program} ENOENT`);
      return answer;
    },
  };
  return { tools, asked };
}

describe('the tray of a Linux desktop', () => {
  it.each([
    ['gdbus', '(true,)\n', true],
    ['gdbus', '(false,)\n', false],
    ['dbus-send', '   boolean true', true],
    ['dbus-send', '   boolean false', false],
  ])('%s says %j: %s', async (program, answer, expected) => {
    const { tools, asked } = desktop({ [program]: answer });
    expect(await hasTrayHost(tools)).toBe(expected);
    expect(asked.at(-1)).toContain('org.freedesktop.DBus.NameHasOwner');
    expect(asked.at(-1)).toContain('org.kde.StatusNotifierWatcher');
  });

  it('is not there when nothing can be asked', async () => {
    const { tools, asked } = desktop({});
    expect(await hasTrayHost(tools)).toBe(false);
    expect(asked).toHaveLength(2);
  });

  describe('without an address of the bus', () => {
    let folder = '';
    beforeEach(() => (folder = mkdtempSync(join(tmpdir(), 'sidetone-bus-'))));
    afterEach(() => rmSync(folder, { recursive: true }));

    it('is looked for on the bus of the session’s folder', async () => {
      writeFileSync(join(folder, 'bus'), '');
      const { tools } = desktop({ gdbus: '(true,)' }, { XDG_RUNTIME_DIR: folder });
      expect(await hasTrayHost(tools)).toBe(true);
    });

    it('is not there without a bus, and none is started to ask', async () => {
      for (const env of [{}, { XDG_RUNTIME_DIR: folder }]) {
        const { tools, asked } = desktop({ gdbus: '(true,)' }, env);
        expect(await hasTrayHost(tools)).toBe(false);
        expect(asked).toEqual([]);
      }
    });
  });

  it.each(['darwin', 'win32'] as const)('need not be asked for on %s', async (platform) => {
    const { tools, asked } = desktop({}, {});
    expect(await hasTrayHost({ ...tools, platform })).toBe(true);
    expect(asked).toEqual([]);
  });
});
