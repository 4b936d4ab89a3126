import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { inRoot } from '../../scripts/paths.ts';

const shell = readdirSync(inRoot('main', 'shell')).filter((name) => name.endsWith('.ts'));
const sources = new Map(
  shell.map((name) => [name, readFileSync(join(inRoot('main', 'shell'), name), 'utf8')]),
);

/** Settings that undo what keeps a page harmless. */
const harmful =
  /contextIsolation:\s*false|sandbox:\s*false|nodeIntegration\w*:\s*true|webSecurity:\s*false|webviewTag:\s*true|allowRunningInsecureContent:\s*true|experimentalFeatures:\s*true|no-sandbox|disable-web-security|@electron\/remote|setUsePlainTextEncryption/;

describe('the windows', () => {
  it.each([
    'contextIsolation: true',
    'sandbox: true',
    'nodeIntegration: false',
    'nodeIntegrationInWorker: false',
    'nodeIntegrationInSubFrames: false',
    'webSecurity: true',
    'webviewTag: false',
    'spellcheck: false',
  ])('state %s', (option) => {
    expect(sources.get('page-window.ts')).toContain(option);
  });

  it('are made in one place', () => {
    const makers = [...sources].filter(([, text]) => text.includes('new BrowserWindow('));
    expect(makers.map(([name]) => name)).toEqual(['page-window.ts']);
  });
});

describe('the shell', () => {
  it('nowhere undoes it', () => {
    const offending = [...sources].filter(([, text]) => harmful.test(text)).map(([name]) => name);
    expect(offending).toEqual([]);
  });

  it('switches the sandbox on for every page, and takes the lock before it touches the disk', () => {
    const app = sources.get('app.ts') ?? '';
    const at = (text: string): number => {
      expect(app, text).toContain(text);
      return app.indexOf(text);
    };
    expect(at('requestSingleInstanceLock(')).toBeLessThan(at('createLog({'));
    expect(at('requestSingleInstanceLock(')).toBeLessThan(at('openJsonFile(userData'));
    expect(at('enableSandbox()')).toBeLessThan(at('.whenReady()'));
  });

  it('hands addresses to other programs in one place, and knows the simulator in one', () => {
    const using = (text: RegExp) =>
      [...sources].filter(([, source]) => text.test(source)).map(([name]) => name);
    expect(using(/shell\.openExternal\(/)).toEqual(['opener.ts']);
    expect(using(/from '[^']*\/simulator\//)).toEqual(['demo.ts']);
    expect(using(/ipcMain\.(?:handle|on)\(/)).toEqual(['ipc.ts']);
  });

  it('knows nothing of what stands in for Electron', () => {
    for (const [name, text] of sources) expect(text, name).not.toMatch(/stand-in|SIDETONE_/);
  });
});
