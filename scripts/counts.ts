/** How many tests of a suite, or steps of a check, ended in which way. */
export type Counts = {
  readonly passed: number;
  readonly failed: number;
  readonly skipped: number;
};

/** One step that is not made of tests: it counts as one. */
export function countStep(ok: boolean): Counts {
  return { passed: ok ? 1 : 0, failed: ok ? 0 : 1, skipped: 0 };
}

export function addCounts(all: readonly Counts[]): Counts {
  return {
    passed: all.reduce((sum, counts) => sum + counts.passed, 0),
    failed: all.reduce((sum, counts) => sum + counts.failed, 0),
    skipped: all.reduce((sum, counts) => sum + counts.skipped, 0),
  };
}

/** The line a test run ends with; nothing is said of skipped tests when there are none. */
export function verdict({ passed, failed, skipped }: Counts): string {
  const line = `${passed} passed, ${failed} failed`;
  return skipped === 0 ? line : `${line}, ${skipped} skipped`;
}

/**
 * Counts from vitest's JSON report.
 * @param report what the report file holds, `undefined` when there is none
 * @param exitCode how vitest ended
 */
export function countVitest(report: unknown, exitCode: number): Counts {
  const { numPassedTests, numFailedTests, numPendingTests, numTodoTests, testResults } =
    asRecord(report);
  const files = Array.isArray(testResults) ? testResults.map(asRecord) : [];
  // A file that cannot even be loaded has no failed test to its name.
  const brokenFiles = files.filter(
    ({ status, assertionResults }) =>
      status === 'failed' &&
      !(Array.isArray(assertionResults) ? assertionResults : []).some(
        (result) => asRecord(result)['status'] === 'failed',
      ),
  ).length;
  return settle(
    {
      passed: asCount(numPassedTests),
      failed: asCount(numFailedTests) + brokenFiles,
      skipped: asCount(numPendingTests) + asCount(numTodoTests),
    },
    exitCode,
  );
}

/**
 * Counts from Playwright's JSON report. A test that passed at the second try has passed; the
 * list that Playwright prints names it.
 * @param report what the report file holds, `undefined` when there is none
 * @param exitCode how Playwright ended
 */
export function countPlaywright(report: unknown, exitCode: number): Counts {
  const { expected, unexpected, flaky, skipped } = asRecord(asRecord(report)['stats']);
  return settle(
    {
      passed: asCount(expected) + asCount(flaky),
      failed: asCount(unexpected),
      skipped: asCount(skipped),
    },
    exitCode,
  );
}

/** A suite that crashed, reported nothing or ran nothing has failed, whatever it counted. */
function settle(counts: Counts, exitCode: number): Counts {
  const ranNothing = counts.passed + counts.failed === 0;
  const crashed = exitCode !== 0 && counts.failed === 0;
  return ranNothing || crashed ? { ...counts, failed: 1 } : counts;
}

function asRecord(value: unknown): Record<string, unknown> {
  return typeof value === 'object' && value !== null ? (value as Record<string, unknown>) : {};
}

function asCount(value: unknown): number {
  return typeof value === 'number' && Number.isSafeInteger(value) && value > 0 ? value : 0;
}
