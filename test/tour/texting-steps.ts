import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import type { Page } from '@playwright/test';
import type { CallInput } from '../../shared/contract/index.ts';
import type { ThreadView } from '../../shared/model/messages.ts';
import type { Simulator } from '../../simulator/server.ts';
import { ask, textAtAnyHour } from '../e2e/support/ask.ts';
import {
  composer,
  expect,
  goTo,
  openThread,
  rowsOf,
  signIn,
  type Launch,
  type Sidetone,
} from '../e2e/support/sidetone.ts';
import { wide } from './camera.ts';

/** People of the demo account. */
export const maria = '+15125550134';
export const jamal = '+15125550141';
export const tanya = '+15125550162';
export const anh = '+17135550152';
export const sofia = '+19175550155';
export const emily = '+15055550136';

/** The path that texts are sent to. */
const sending = /\/sms$/;

/** Signs in, and waits for the people, the texts and the way that news comes by. */
export async function startTexting(
  launch: (more?: Partial<Launch>) => Promise<Sidetone>,
  simulator: Simulator,
): Promise<Sidetone> {
  const sidetone = await launch({ size: wide });
  const { page } = sidetone;
  await signIn(page, simulator);
  await ask(page, 'links.asked', undefined);
  await textAtAnyHour(page);
  await expect.poll(() => simulator.account.sockets.count, { timeout: 20_000 }).toBe(1);
  await goTo(page, 'Contacts');
  await rowsOf(page, 'Contacts').first().waitFor({ timeout: 20_000 });
  await goTo(page, 'Messages');
  await rowsOf(page, 'Conversations').first().waitFor({ timeout: 20_000 });
  return sidetone;
}

export const choose = (page: Page, settings: CallInput<'settings.set'>): Promise<unknown> =>
  ask(page, 'settings.set', settings);

/** The thread with these people. */
export async function threadWith(page: Page, ...to: readonly string[]): Promise<ThreadView> {
  const thread = await ask(page, 'messages.find-thread', { to: [...to] });
  if (thread === undefined) throw new Error('There is no such thread');
  return thread;
}

/** Opens the conversation with these people, as a press on a notification does. */
export async function open(page: Page, ...to: readonly string[]): Promise<void> {
  const { id } = await threadWith(page, ...to);
  await ask(page, 'app.open', { to: { screen: 'messages', threadId: id } });
  await openThread(page).waitFor();
  // The pointer is to hover over nothing.
  await page.mouse.move(1, 1);
  await page.waitForTimeout(400);
}

/** Writes, and sends at once. */
export async function send(page: Page, words: string): Promise<void> {
  await composer(page).fill(words);
  await composer(page).press('Enter');
  await openThread(page).getByRole('listitem').filter({ hasText: words }).last().waitFor();
}

/** Two people whose carriers take what they are sent for spam; the last digits make them so. */
export const spamFilters = ['+15125550198', '+12105550198'] as const;

/** Jamal Washington and Luis Cardenas write from other phones of theirs. */
export function moveToSpamFilters({ account }: Simulator): void {
  for (const [index, lastName] of ['Washington', 'Cardenas'].entries()) {
    const contact = account.state.contacts.find(({ fields }) => fields['lastName'] === lastName);
    if (contact === undefined) throw new Error(`Nobody is called ${lastName}`);
    contact.fields['homePhone'] = spamFilters[index];
  }
}

/** The answer to the next text is lost on its way. */
export function loseNext(simulator: Simulator): void {
  simulator.faults.add({ method: 'POST', path: sending, times: 1, reset: 'before' });
}

/** A picture as a camera makes it: several megabytes. */
export async function photograph(page: Page): Promise<Buffer> {
  const base64 = await page.evaluate(async () => {
    const canvas = new OffscreenCanvas(2400, 1600);
    const context = canvas.getContext('2d');
    if (context === null) throw new Error('Nothing to draw on');
    const sky = context.createLinearGradient(0, 0, 0, 1600);
    sky.addColorStop(0, '#7fb2e5');
    sky.addColorStop(1, '#e8d7b0');
    context.fillStyle = sky;
    context.fillRect(0, 0, 2400, 1600);
    context.fillStyle = '#a65b45';
    context.fillRect(700, 700, 1000, 700);
    // The grain of a sensor, which no compression takes away.
    const image = context.getImageData(0, 0, 2400, 1600);
    for (let at = 0; at < image.data.length; at += 4) {
      const grain = (at * 7919) % 23;
      image.data[at] = (image.data[at] ?? 0) + grain;
      image.data[at + 2] = (image.data[at + 2] ?? 0) - ((at * 104_729) % 19);
    }
    context.putImageData(image, 0, 0);
    const blob = await canvas.convertToBlob({ type: 'image/png' });
    const bytes = new Uint8Array(await blob.arrayBuffer());
    let binary = '';
    for (const byte of bytes) binary += String.fromCodePoint(byte);
    return btoa(binary);
  });
  return Buffer.from(base64, 'base64');
}

/** As after a night in which the computer slept: the time of every text for later has passed. */
export function missAll(userData: string): void {
  const archive = new DatabaseSync(join(userData, 'profiles', 'demo', 'archive.db'));
  archive.prepare('UPDATE scheduled_text SET send_at = ?').run(Date.now() - 40 * 60_000);
  archive.close();
}
