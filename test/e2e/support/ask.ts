import type { Page } from '@playwright/test';
import type { Bridge } from '../../../shared/contract/bridge.ts';
import type { CallInput, CallName, CallOutput } from '../../../shared/contract/index.ts';
import type { ContactId } from '../../../shared/model/ids.ts';

type World = { readonly bridge: Bridge };

/** Does what a button would, where the way to the button is not what is looked at. */
export async function ask<Name extends CallName>(
  page: Page,
  name: Name,
  input: CallInput<Name>,
): Promise<CallOutput<Name>> {
  const result = await page.evaluate(
    ([call, given]) => (globalThis as unknown as World).bridge.call(call as Name, given as never),
    [name, input as unknown] as const,
  );
  if (!result.ok) throw new Error(`${name}: ${result.failure.message}`);
  return result.value;
}

/** The app goes by the real clock: without this a text to a place where it is late asks first. */
export async function textAtAnyHour(page: Page): Promise<void> {
  await ask(page, 'settings.set', { askQuietTexts: false });
}

/** The contact that a number belongs to. */
export async function contactOf(page: Page, number: string): Promise<ContactId> {
  const { items } = await ask(page, 'contacts.list', { query: number });
  if (items[0] === undefined) throw new Error('Nobody has that number');
  return items[0].id;
}
