import { spawn, spawnSync } from 'node:child_process';
import { mkdirSync, writeFileSync } from 'node:fs';
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

/** What an app of the name `Schemes` sees before and after it makes itself the handler of `tel:`. */
async function makeDefault(): Promise<unknown> {
  writeFileSync(join(folder, 'package.json'), '{"name":"schemes","productName":"Schemes"}');
  const script = join(folder, 'script.cjs');
  writeFileSync(
    script,
    `const { app } = require('electron');
     const before = app.isDefaultProtocolClient('tel');
     const set = app.setAsDefaultProtocolClient('tel', '/opt/a "b"', ['--url']);
     const after = app.isDefaultProtocolClient('tel');
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
  return JSON.parse(stdout);
}

test.runIf(hasXdg)('an installed app becomes the handler of a scheme', async () => {
  mkdirSync(join(folder, 'data/applications'), { recursive: true });
  writeFileSync(
    join(folder, 'data/applications/schemes.desktop'),
    '[Desktop Entry]\nType=Application\nName=The Schemes\nExec=true %u\n',
  );
  expect(await makeDefault()).toEqual({
    before: false,
    set: true,
    after: true,
    name: 'The Schemes',
  });
});

test.runIf(hasXdg)('an app without a desktop file does not, as on Electron', async () => {
  expect(await makeDefault()).toEqual({ before: false, set: false, after: false, name: '' });
});
