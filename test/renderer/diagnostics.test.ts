import { describe, expect, test } from 'vitest';
import {
  checkIds,
  findings,
  type Check,
  type DiagnosticsReport,
} from '../../shared/model/diagnostics.ts';
import { dayAndTime, timeOfDay } from '../../renderer/app/format.ts';
import { reportText } from '../../renderer/features/diagnostics/report.ts';
import {
  groups,
  itemWords,
  summaryOf,
  troubled,
} from '../../renderer/features/diagnostics/view-model.ts';
import { strings } from '../../shared/strings/strings.ts';
import { permissionName } from '../../shared/strings/permissions.ts';
import { healthyReport, troubledReport } from './harness/check-report.ts';
import { at } from './make.ts';

const now = at(22, 9, 41);
const check = (changes: Partial<Check> = {}): Check => ({
  id: 'phone',
  outcome: 'pass',
  finding: 'phone.ready',
  params: { label: 'Desk' },
  items: [],
  fix: undefined,
  ...changes,
});
const reportOf = (...checks: readonly Check[]): DiagnosticsReport => ({ ...healthyReport, checks });

describe('a finding in words', () => {
  test.each(findings)('%s can be told with nothing known about it', (finding) => {
    const { title, advice } = strings.findings(finding, {});
    expect(title).toMatch(/^[A-Z\d].*[^.]$/);
    if (advice !== undefined) expect(advice).toMatch(/^[A-Z].*\.$/);
    expect(`${title} ${advice ?? ''}`).not.toMatch(/undefined|NaN|Invalid Date/);
  });

  test('tells how far and which way a clock is off', () => {
    const clock = (minutes: number, ahead: number) =>
      strings.findings('clock.off', { minutes, ahead }).title;
    expect(clock(58, 1)).toBe('This computer’s clock is 58 minutes ahead');
    expect(clock(1, 0)).toBe('This computer’s clock is 1 minute behind');
    expect(clock(180, 0)).toContain('3 hours behind');
    expect(clock(3 * 24 * 60, 1)).toContain('3 days ahead');
  });

  test('tells what the archive holds, in sizes people know', () => {
    const params = { sizeBytes: 48_300_000, calls: 1, texts: 31_902 };
    expect(strings.findings('archive.healthy', params).title).toBe(
      '1 call and 31,902 texts, 48.3 MB',
    );
    expect(strings.findings('archive.healthy', { ...params, sizeBytes: 4_096 }).title).toMatch(
      /4 KB$/,
    );
  });

  test('tells when the line for news is tried again, and which permission it lacks', () => {
    expect(strings.findings('push.waiting', { retryAt: now }).advice).toContain(timeOfDay(now));
    expect(
      strings.findings('push.refused', { permission: 'WebSocketsSubscription' }).advice,
    ).toContain('“WebSocket Subscriptions”');
  });

  test('names the code when RingCentral refused to list the numbers', () => {
    expect(strings.findings('text-number.none', { code: 'CMN-401' }).advice).toContain('CMN-401');
  });
});

describe('a permission', () => {
  test.each([
    ['ReadMessages', 'Read Messages'],
    ['RingOut', 'RingOut'],
    ['EditCallerIDSettings', 'Edit Caller ID Settings'],
    ['SomethingNew', 'Something New'],
    ['toString', 'to String'],
  ])('%s is called %s', (id, name) => {
    expect(permissionName(id)).toBe(name);
  });
});

describe('the results', () => {
  test('hold every check once, in three groups', () => {
    const all = groups.flatMap(({ checks }) => checks);
    expect(all.toSorted()).toEqual(checkIds.toSorted());
  });

  test('are summed up by what wants attention', () => {
    expect(summaryOf(healthyReport.checks)).toEqual({ outcome: 'pass', text: 'Everything works' });
    const warn = check({ id: 'push', outcome: 'warn', finding: 'push.waiting' });
    expect(summaryOf([check(), warn])).toEqual({
      outcome: 'warn',
      text: '1 thing needs attention',
    });
    const fail = check({ id: 'server', outcome: 'fail', finding: 'server.away' });
    expect(summaryOf([warn, fail])).toEqual({ outcome: 'fail', text: '2 things need attention' });
    expect(troubled([warn, check(), fail])).toEqual([fail, warn]);
  });

  test('do not call everything fine when some of it could not be looked at', () => {
    const skipped = check({ outcome: 'skipped', finding: 'skipped' });
    expect(summaryOf([check(), skipped])).toEqual({
      outcome: 'pass',
      text: 'Nothing is wrong; 1 check was not possible',
    });
  });

  test('say of each part how it stands', () => {
    const missing = { name: 'SMS', outcome: 'fail' } as const;
    expect(itemWords('app-permissions', missing, now)).toEqual({
      name: 'SMS',
      detail: 'Missing: needed to send texts',
    });
    const heavy = { name: 'heavy', outcome: 'pass', params: { used: 2, limit: 10 } } as const;
    expect(itemWords('rate-budget', heavy, now).detail).toBe('2 of 10 used this minute');
    const paused = { ...heavy, params: { used: 10, limit: 10, resumesAt: now } };
    expect(itemWords('rate-budget', paused, now).detail).toBe(`Paused until ${timeOfDay(now)}`);
    const read = { name: 'calls', outcome: 'pass', params: { lastSyncedAt: now } } as const;
    expect(itemWords('sync', read, now)).toEqual({
      name: 'Calls',
      detail: `Last read: ${dayAndTime(now, now)}`,
    });
    const refused = { name: 'constructor', outcome: 'warn', params: { code: 'CMN-401' } } as const;
    expect(itemWords('sync', refused, now)).toEqual({
      name: 'constructor',
      detail: 'Not read yet, refused with CMN-401',
    });
  });
});

describe('the report', () => {
  test('says what it is about, and of every check what was found under which key', () => {
    const lines = reportText(troubledReport).split('\n');
    expect(lines[0]).toBe('Sidetone 0.1.0 diagnostics');
    expect(lines[1]).toBe('Electron 45.4.1, linux x64');
    expect(lines[2]).toMatch(/GMT/);
    for (const { id, finding, outcome } of troubledReport.checks) {
      const line = `- ${strings.diagnostics.checks[id]}: ${strings.diagnostics.outcomes[outcome]} (${finding})`;
      expect(lines).toContain(line);
    }
    expect(lines).toContain('  - Read Call Log: Missing: needed to show the call history');
  });

  test('hides the digits of a number that a phone is named after', () => {
    const text = reportText(reportOf(check({ params: { label: 'Desk +1 415-555-0101' } })));
    expect(text).toContain('Desk +• •••-•••-0101');
    expect(text).not.toContain('415');
  });

  test('leaves a server’s address as it is', () => {
    const params = { host: '127.0.0.1:36437', ms: 84 };
    const server = check({ id: 'server', finding: 'server.reached', params });
    expect(reportText(reportOf(server))).toContain('127.0.0.1:36437');
  });
});
