import { expect, test } from 'vitest';
import { failure } from '../../../shared/failure.ts';
import type { ActiveCall } from '../../../shared/model/calls.ts';
import { useWindow } from '../harness/window.ts';

declare global {
  interface Window {
    /** What a reader has said, in order. */
    heard?: string[];
  }
}

const win = useWindow();

/** Listens as a reader does: to what is added or changed within any live region, and to new alerts. */
async function listen(): Promise<void> {
  await win.page.evaluate(() => {
    const live = '[aria-live="polite"], [aria-live="assertive"], [role="status"], [role="alert"]';
    const heard: string[] = (window.heard = []);
    const elementOf = (node: Node): Element | null =>
      node instanceof Element ? node : node.parentElement;
    const hear = (records: readonly MutationRecord[]): void => {
      const said = new Set<string>();
      for (const { target, addedNodes, type } of records) {
        const region = elementOf(target)?.closest(live);
        const nodes = type === 'characterData' ? [target] : [...addedNodes];
        for (const node of nodes) {
          const alert = elementOf(node)?.closest('[role="alert"]') ?? null;
          const inside = node instanceof Element ? node.querySelector('[role="alert"]') : null;
          const isSaid = region !== null && region !== undefined;
          const words = isSaid ? node.textContent : (inside ?? alert)?.textContent;
          if (words !== undefined && words !== null && words.trim() !== '') said.add(words.trim());
        }
      }
      heard.push(...said);
    };
    new MutationObserver(hear).observe(document.body, {
      childList: true,
      characterData: true,
      subtree: true,
    });
  });
}

const heard = () => win.page.evaluate(() => window.heard ?? []);
const soon = () => expect.poll(heard, { timeout: 6_000 });
const forget = () => win.page.evaluate(() => void window.heard?.splice(0));

function change(changes: Partial<ActiveCall>): Promise<void> {
  return win.page.evaluate((given) => {
    const { world, touch } = window.fake;
    world.active = world.active.map((call) => Object.assign({}, call, given));
    touch();
  }, changes);
}

test('a call is told of as it goes on, each step once', async () => {
  await win.open('demo');
  await win.page.getByRole('list', { name: 'Call history' }).waitFor();
  await win.page.getByRole('combobox', { name: 'Name or number' }).fill('(415) 555-0100');
  await listen();
  await win.page.keyboard.press('Enter');
  await win.page.getByRole('region', { name: 'Current call' }).waitFor();
  await soon().toEqual([expect.stringMatching(/^Ringing /)]);
  await change({ state: 'ringing-them', yourLeg: 'answered', theirLeg: 'ringing' });
  await soon().toHaveLength(2);
  await change({ state: 'connected', theirLeg: 'answered', connectedAt: Date.now() });
  await soon().toHaveLength(3);
  await change({ isOnHold: true });
  await soon().toHaveLength(4);
  await change({ state: 'failed', isOnHold: false, failure: failure('rejected', 'call.busy') });
  await soon().toHaveLength(5);
  expect((await heard()).slice(1)).toEqual([
    'Ringing Ada Brook',
    'Connected',
    'On hold',
    expect.stringMatching(/busy.*\. \w+/i),
  ]);
});

test('texts that come in and texts that go are told of, politely and once', async () => {
  await win.open('demo');
  await win.page.getByRole('list', { name: 'Call history' }).waitFor();
  await win.page.evaluate(() => window.fake.openThread('t-0' as never));
  const field = win.page.getByRole('textbox', { name: 'Message', exact: true });
  await field.waitFor();
  await win.page.getByText('Perfect, thank you so much').first().waitFor();
  await listen();
  await win.page.evaluate(() => {
    const { world, touch } = window.fake;
    const all = world.messages['t-0']!;
    const inbound = all.find(({ direction }) => direction === 'inbound')!;
    const text = { ...inbound, id: 'just-in' as never, text: 'Is noon fine?', attachments: [] };
    world.messages['t-0'] = [{ ...text, createdAt: Date.now() }, ...all];
    touch();
  });
  await soon().toEqual(['Ada Brook: Is noon fine?']);
  await forget();
  await field.fill('It is');
  await field.press('Enter');
  await soon().toEqual(['The text is kept and will go out.', 'Delivered']);
  await forget();
  const become = (status: 'sent' | 'failed'): Promise<void> =>
    win.page.evaluate((next) => {
      const { world, touch } = window.fake;
      world.messages['t-0'] = world.messages['t-0']!.map((message, at) =>
        at === 0 ? Object.assign({}, message, { status: next }) : message,
      );
      touch();
    }, status);
  await become('sent');
  await soon().toEqual(['Sent']);
  await become('failed');
  await soon().toEqual(['Sent', 'Not delivered: It is']);
});

test('somebody who rings is told of at once, and over a dialog', async () => {
  await win.open('incoming');
  const assertive = win.page.locator('[aria-live="assertive"]');
  await expect.poll(() => assertive.textContent()).toBe('Ada Brook is calling');
  await win.page.keyboard.press('Control+k');
  await win.page.getByRole('dialog', { name: 'Commands' }).waitFor();
  expect(await assertive.evaluate((region) => region.closest('[aria-hidden], [inert]'))).toBe(null);
});
