import type { Check, DiagnosticsReport } from '../../../shared/model/diagnostics.ts';
import { strings } from '../../../shared/strings/strings.ts';
import { perLocale } from '../../../shared/strings/language.ts';
import { groups, itemWords, summaryOf } from './view-model.ts';

const words = strings.diagnostics;

/** A moment with its offset: who reads the report may be elsewhere. */
const moment = perLocale(
  (tag) =>
    new Intl.DateTimeFormat(tag, {
      year: 'numeric',
      month: 'short',
      day: 'numeric',
      hour: 'numeric',
      minute: '2-digit',
      second: '2-digit',
      timeZoneName: 'longOffset',
    }),
);

/** The report as plain text, for someone who helps: every check, its key, and what was found. */
export function reportText(report: DiagnosticsReport): string {
  const { version, runtime, platform, at } = report;
  const head = [
    words.report.heading(version),
    words.report.runsOn(runtime, platform),
    moment().format(at),
    summaryOf(report.checks).text,
  ];
  const parts = groups.map((group) => {
    const checks = report.checks.filter(({ id }) => group.checks.includes(id));
    const lines = checks.flatMap((check) => checkLines(check, at));
    return `\n${words.groups[group.id]}\n${lines.join('\n')}`;
  });
  return [...head, ...parts].join('\n');
}

function checkLines(check: Check, at: number): readonly string[] {
  const { title, advice } = strings.findings(check.finding, withoutNumbers(check.params));
  return [
    `- ${words.checks[check.id]}: ${words.outcomes[check.outcome]} (${check.finding})`,
    `  ${title}`,
    ...(advice === undefined ? [] : [`  ${advice}`]),
    ...check.items.map((item) => {
      const { name, detail } = itemWords(check.id, item, at);
      return `  - ${name}: ${detail}`;
    }),
  ];
}

/** What people name their phones after may be a number; a report shows the ends of those only. */
function withoutNumbers({ host, ...params }: Check['params']): Check['params'] {
  const masked = Object.entries(params).map(([name, value]) => [
    name,
    typeof value === 'string' ? value.replace(phoneLike, maskDigits) : value,
  ]);
  return { ...Object.fromEntries(masked), ...(host !== undefined && { host }) };
}

const phoneLike = /\+?\d(?:[\s().-]*\d){6,}/g;
const shownDigits = 4;

function maskDigits(number: string): string {
  const hidden = number.replace(/\D/g, '').length - shownDigits;
  let seen = 0;
  return number.replace(/\d/g, (digit) => (seen++ < hidden ? '•' : digit));
}
