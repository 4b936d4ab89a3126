import { describe, expect, it } from 'vitest';
import {
  addCounts,
  countPlaywright,
  countStep,
  countVitest,
  verdict,
} from '../../scripts/counts.ts';

describe('verdict', () => {
  it('says nothing of skipped tests when there are none', () => {
    expect(verdict({ passed: 12, failed: 0, skipped: 0 })).toBe('12 passed, 0 failed');
  });

  it('says how many were skipped', () => {
    expect(verdict({ passed: 12, failed: 1, skipped: 2 })).toBe('12 passed, 1 failed, 2 skipped');
  });
});

describe('addCounts', () => {
  it('sums every column', () => {
    const all = [countStep(true), countStep(false), { passed: 5, failed: 1, skipped: 2 }];
    expect(addCounts(all)).toEqual({ passed: 6, failed: 2, skipped: 2 });
  });

  it('is zero for nothing', () => {
    expect(addCounts([])).toEqual({ passed: 0, failed: 0, skipped: 0 });
  });
});

describe('countVitest', () => {
  const report = { numPassedTests: 7, numFailedTests: 0, numPendingTests: 1, numTodoTests: 1 };

  it('counts tests; pending and to-do ones are skipped', () => {
    expect(countVitest(report, 0)).toEqual({ passed: 7, failed: 0, skipped: 2 });
  });

  it('counts a file that could not be loaded as a failure', () => {
    const testResults = [
      { status: 'passed', assertionResults: [{ status: 'passed' }] },
      { status: 'failed', assertionResults: [] },
    ];
    expect(countVitest({ ...report, testResults }, 1).failed).toBe(1);
  });

  it('does not count a file again whose failed tests were counted', () => {
    const testResults = [{ status: 'failed', assertionResults: [{ status: 'failed' }] }];
    expect(countVitest({ ...report, numFailedTests: 1, testResults }, 1).failed).toBe(1);
  });

  it('counts a crash after all tests passed as a failure', () => {
    expect(countVitest(report, 1).failed).toBe(1);
  });

  it.each([undefined, null, 'text', {}, { numPassedTests: 0 }])(
    'counts a missing or empty report (%j) as a failure even when the program ended well',
    (empty) => {
      expect(countVitest(empty, 0)).toEqual({ passed: 0, failed: 1, skipped: 0 });
    },
  );
});

describe('countPlaywright', () => {
  const stats = { expected: 9, unexpected: 0, flaky: 0, skipped: 1 };

  it('counts tests', () => {
    expect(countPlaywright({ stats }, 0)).toEqual({ passed: 9, failed: 0, skipped: 1 });
  });

  it('counts a test that passed at the second try as passed', () => {
    const counts = countPlaywright({ stats: { ...stats, unexpected: 1, flaky: 2 } }, 1);
    expect(counts).toEqual({ passed: 11, failed: 1, skipped: 1 });
  });

  it('counts a crash and an empty run as failures', () => {
    expect(countPlaywright({ stats }, 124).failed).toBe(1);
    expect(countPlaywright({ stats: { expected: 0 } }, 0).failed).toBe(1);
    expect(countPlaywright(undefined, 1).failed).toBe(1);
  });
});
