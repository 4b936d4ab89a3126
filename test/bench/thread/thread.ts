import { mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import type { Page } from 'playwright';
import type { E164 } from '../../../shared/model/ids.ts';
import type { SyncedText } from '../../../main/core/sync/messages/mapping.ts';
import { applyTexts } from '../../../main/core/sync/messages/queries.ts';
import { openCore } from '../archive/open-core.ts';
import { openArchiveFile } from '../archive/seed.ts';
import { percentile, type Figure } from '../figures.ts';
import { openWindowOn } from '../window-on-core.ts';
import { keyToPaint, openToPaint, watchPainting } from './painting.ts';

/** A thread by how many texts it has, and how its number is shown. */
type Side = { readonly count: number; readonly number: E164; readonly shown: string };

const long: Side = { count: 20_000, number: '+12125550142' as E164, shown: '(212) 555-0142' };
const short: Side = { count: 20, number: '+12125550143' as E164, shown: '(212) 555-0143' };
const own = '+12125550101' as E164;

const rounds = 30;
const lettersPerRound = 4;
const chunk = 500;
const minute = 60_000;

/** Opening a thread of 20,000 texts and writing in it, against one of 20; the two take turns. */
export async function benchThread(): Promise<readonly Figure[]> {
  const folder = mkdtempSync(join(makeCache(), 'thread-'));
  const file = join(folder, 'archive.db');
  await fill(file);
  const core = await openCore(file);
  const window = await openWindowOn(core);
  try {
    return await measure(window.page);
  } finally {
    await window.close();
    await core.close();
    rmSync(folder, { recursive: true, force: true });
  }
}

async function measure(page: Page): Promise<readonly Figure[]> {
  await page
    .getByRole('navigation')
    .getByRole('button', { name: /^Messages/ })
    .click();
  await page.getByRole('list', { name: 'Conversations' }).waitFor();
  await watchPainting(page);
  const opened = new Map<Side, number[]>([
    [long, []],
    [short, []],
  ]);
  const typed = new Map<Side, number[]>([
    [long, []],
    [short, []],
  ]);
  for (let round = -3; round < rounds; round += 1) {
    for (const side of [long, short]) {
      const ms = await openToPaint(page, side.shown, `Text ${side.count - 1}.`);
      const keys = await keyToPaint(page, lettersPerRound);
      // The first ones warm both up.
      if (round < 0) continue;
      opened.get(side)?.push(ms);
      typed.get(side)?.push(...keys);
    }
  }
  const compare = (name: string, times: Map<Side, number[]>, share: number): Figure => ({
    name,
    unit: 'ms',
    ours: percentile(times.get(long) ?? [], share),
    against: `a thread of ${short.count}`,
    other: percentile(times.get(short) ?? [], share),
  });
  return [
    compare('Opening a thread of 20,000 texts to painted, median', opened, 0.5),
    compare('Opening a thread of 20,000 texts to painted, 95 %', opened, 0.95),
    compare('Keystroke to paint in it, median', typed, 0.5),
    compare('Keystroke to paint in it, 95 %', typed, 0.95),
  ];
}

function makeCache(): string {
  const cache = join('out', 'bench-cache');
  mkdirSync(cache, { recursive: true });
  return cache;
}

/** Writes both threads through the real apply path. */
async function fill(file: string): Promise<void> {
  const archive = await openArchiveFile(file);
  const now = Date.now();
  for (const side of [long, short]) {
    const texts = Array.from({ length: side.count }, (_, index) => textOf(side, index, now));
    for (let at = 0; at < texts.length; at += chunk) {
      await archive.write(applyTexts, {
        texts: texts.slice(at, at + chunk),
        deleted: [],
        unreadable: [],
        cursor: undefined,
        at: now,
      });
    }
  }
  await archive.close();
}

function textOf({ count, number }: Side, index: number, now: number): SyncedText {
  const isOwn = index % 3 === 0;
  const at = now - (count - index) * minute;
  return {
    serverId: `${number}-${index}`,
    direction: isOwn ? 'outbound' : 'inbound',
    status: isOwn ? 'delivered' : 'received',
    failure: undefined,
    body: index % 5 === 0 ? `Text ${index}. ${'Words follow it. '.repeat(12)}` : `Text ${index}.`,
    ownNumber: own,
    parties: [{ number, extensionNumber: undefined, name: undefined }],
    fromNumber: isOwn ? own : number,
    fromName: undefined,
    conversationId: `c-${number}`,
    createdAt: at,
    modifiedAt: at,
    isRead: true,
    attachments: [],
  };
}
