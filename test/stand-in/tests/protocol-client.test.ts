import { spawn, spawnSync } from 'node:child_process';
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { createFolder, ended, executable, removeFolder } from './support/fixture.ts';

let folder: string;

beforeEach(() => {
  folder = createFolder();
});

afterEach(() => {
  removeFolder(folder);
});

const hasXdg = spawnSync('sh', ['-c', 'command -v xdg-mime']).status === 0;
if (!hasXdg) process.stdout.write('Protocol handlers are not tested: xdg-mime is not installed\n');

test.runIf(hasXdg)('the app becomes the handler of a scheme, on this desktop only', async () => {
  writeFileSync(join(folder, 'package.json'), '{"name":"schemes","productName":"Schemes"}');
  const script = join(folder, 'script.cjs');
  writeFileSync(
    script,
    `const { app } = require('electron');
     const before = app.isDefaultProtocolClient('tel');
     const set = app.setAsDefaultProtocolClient('tel', '/opt/a "b"', ['--url']);
     app.setAsDefaultProtocolClient('sms');
     const after = [app.isDefaultProtocolClient('tel'), app.isDefaultProtocolClient('sms')];
     const name = app.getApplicationNameForProtocol('tel:1');
     console.log(JSON.stringify({ before, set, after, name }));
     app.exit(0);`,
  );
  const env = {
    ...process.env,
    SIDETONE_STAND_IN_HEADLESS: '1',
    HOME: folder,
    XDG_CONFIG_HOME: join(folder, 'config'),
    XDG_DATA_HOME: join(folder, 'data'),
    XDG_CURRENT_DESKTOP: '',
    CHROME_DESKTOP: '',
  };
  const { stdout, stderr } = await ended(spawn(executable, [script], { env }));
  expect(stderr).toBe('');
  expect(JSON.parse(stdout)).toEqual({
    before: false,
    set: true,
    after: [true, true],
    name: 'Schemes',
  });
  const entry = readFileSync(join(folder, 'data/applications/schemes.desktop'), 'utf8');
  expect(entry).toContain('MimeType=x-scheme-handler/tel;x-scheme-handler/sms;');
  expect(entry).toContain(`Exec="${executable}" %u`);
});
