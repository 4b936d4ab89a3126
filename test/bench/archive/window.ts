import type { Page } from 'playwright';
import { percentile, type Figure } from '../figures.ts';
import { openWindowOn } from '../window-on-core.ts';
import { openCore, timeInTurns, type OpenCore } from './open-core.ts';
import { ensureArchive } from './seed.ts';
import { keystrokes, scrollThrough, type Frames, type Key } from './window-page.ts';

const typed = ['closing', 'quitclaim', '5550142', 'rate lender'] as const;

/** The real window on an archive of 100,000: how soon results are painted, how smoothly it scrolls. */
export async function benchWindow(): Promise<readonly Figure[]> {
  const core = await openCore(await ensureArchive(100_000));
  const window = await openWindowOn(core);
  try {
    const { page } = window;
    return [...(await measureTyping(page, core)), ...(await measureScrolling(page))];
  } finally {
    await window.close();
    await core.close();
  }
}

async function measureTyping(page: Page, core: OpenCore): Promise<readonly Figure[]> {
  await page.keyboard.press('Control+f');
  const field = page.getByRole('combobox', { name: 'Search everything' });
  await field.waitFor();
  const keys: Key[] = [];
  for (const text of ['warm', ...typed]) {
    await field.fill('');
    const measured = await keystrokes(page, field, text);
    if (text !== 'warm') keys.push(...measured);
  }
  const bare: number[] = [];
  for (const { text } of keys) {
    const [ms = 0] = await timeInTurns([() => core.ask('search.find', { text })]);
    bare.push(ms);
  }
  const painted = keys.map(({ ms }) => ms);
  const of = (name: string, share: number): Figure => ({
    name: `Keystroke to painted results, ${name}`,
    unit: 'ms',
    ours: percentile(painted, share),
    against: 'the search itself',
    other: percentile(bare, share),
  });
  return [of('median', 0.5), of('worst', 1)];
}

async function measureScrolling(page: Page): Promise<readonly Figure[]> {
  await page.getByRole('navigation').getByRole('button', { name: 'Calls', exact: true }).click();
  const list = page.getByRole('list', { name: 'Call history', exact: true });
  await list.getByRole('listitem').first().waitFor();
  const idle = await scrollThrough(list, 0);
  const steady = await scrollThrough(list, 120);
  const flung = await scrollThrough(list, 6_000);
  const late = ({ late: count, count: all }: Frames): number => (count / all) * 100;
  const compare = (name: string, unit: string, ours: number, other: number): Figure => ({
    name,
    unit,
    ours,
    against: 'standing still',
    other,
  });
  return [
    compare('Frames over 16.7 ms, scrolling steadily', '%', late(steady), late(idle)),
    compare('Frames over 16.7 ms, flung along', '%', late(flung), late(idle)),
    compare('Longest frame, scrolling steadily', 'ms', steady.longestMs, idle.longestMs),
    compare('Frames with a row missing, scrolling steadily', '%', gapShare(steady), gapShare(idle)),
  ];
}

function gapShare({ gaps, count }: Frames): number {
  return (gaps / count) * 100;
}
