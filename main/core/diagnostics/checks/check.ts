import type {
  Check,
  CheckFix,
  CheckId,
  CheckItem,
  CheckOutcome,
  Finding,
} from '../../../../shared/model/diagnostics.ts';

type More = {
  readonly params?: Check['params'] | undefined;
  readonly items?: readonly CheckItem[] | undefined;
  readonly fix?: CheckFix | undefined;
};

/** Builds one result. */
export function check(
  id: CheckId,
  outcome: CheckOutcome,
  finding: Finding,
  { params = {}, items = [], fix }: More = {},
): Check {
  return { id, outcome, finding, params, items, fix };
}

/** It cannot be looked at before something above it passes. */
export function skipped(id: CheckId): Check {
  return check(id, 'skipped', 'skipped');
}

const severity: Readonly<Record<CheckOutcome, number>> = { skipped: 0, pass: 0, warn: 1, fail: 2 };

/** The outcome of a check with several parts: its worst part's. */
export function worst(items: readonly CheckItem[]): CheckOutcome {
  return items.reduce<CheckOutcome>(
    (found, { outcome }) => (severity[outcome] > severity[found] ? outcome : found),
    'pass',
  );
}

/** A number as a report may show it: its last four digits, and those only of a long one. */
export function maskNumber(number: string): string {
  const digits = number.replace(/\D/g, '');
  if (digits.length < 7) return '••••';
  return `${number.startsWith('+') ? '+' : ''}${'•'.repeat(digits.length - 4)}${digits.slice(-4)}`;
}
