import { mkdtempSync, readFileSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it, onTestFinished } from 'vitest';
import { createLog } from '../../main/shell/log.ts';
import { filesWith } from './support/product.ts';

// Numbers and secrets in thousands of writings are taken out in test/fuzz/logs.ts; what a whole run
// leaves on the disk is looked through in test/e2e/secrets-on-disk.e2e.ts.
describe('security 19: the log says nothing that is anybody’s business', () => {
  it('no body, no token, no full number, in whatever field or error it comes', () => {
    const folder = mkdtempSync(join(tmpdir(), 'sidetone-log-'));
    const umask = process.umask(0o077);
    onTestFinished(() => {
      process.umask(umask);
      rmSync(folder, { recursive: true });
    });
    const log = createLog({ folder, toConsole: false });
    const secret = 'S3cr3tValueOfAnApp';
    log.info('sent', {
      body: 'The rate is 6.1',
      subject: 'Hi Ann',
      text: 'Hi',
      to: '(212) 555-0142',
    });
    log.warn(`GET /x?access_token=${secret}&a=1 for tel:+1-212-555-0142`, { apiToken: secret });
    const cause = new Error(`{"client_secret":"${secret}","number":"+12125550142x101"}`);
    log.error('refused', new Error(`Authorization: bearer ${secret}`, { cause }), {
      webhookSecret: secret,
      number: 12_125_550_142,
    });
    const file = join(folder, 'sidetone.log');
    const written = readFileSync(file, 'utf8');
    expect(written.split('\n').length).toBeGreaterThan(3);
    expect(written).not.toMatch(/rate is|Ann|S3cr3t|555-?0142/);
    expect(statSync(file).mode & 0o777).toBe(0o600);
  });

  it('nothing in main writes past it', () => {
    expect(filesWith(/\bconsole\.\w+\(/, ['main', 'preload'])).toEqual([]);
  });

  it('and no memory of a crash is kept or sent: nobody has asked for it', () => {
    expect(filesWith(/crashReporter|report-on-fatalerror|heapsnapshot|writeHeapSnapshot/i)).toEqual(
      [],
    );
  });
});
