import { describe, expect, test } from 'vitest';
import type { Route } from '../../shared/model/app.ts';
import { useWindow } from './harness/window.ts';

const win = useWindow();

/** Other work on the computer may take its time. */
const eventually = <T>(look: () => T) => expect.poll(look, { timeout: 8_000 });

const menu = () => win.page.getByRole('menu');
const item = (name: string | RegExp) => menu().getByRole('menuitem', { name });
const history = () => win.page.getByRole('list', { name: 'Call history' });

const composer = () => win.page.getByRole('textbox', { name: 'Message' });

const lines = (contactLine: string): readonly string[] => [
  'Call via RingCentral',
  'Text via RingCentral',
  'Call with this device',
  'Copy',
  contactLine,
  'Cancel',
];

/** Opens the first thread with one text from the other side. */
async function openText(text: string): Promise<void> {
  await win.open('demo');
  await history().waitFor();
  await win.page.evaluate((words) => {
    const { world, openThread } = window.fake;
    const [first] = world.messages['t-0']!;
    world.messages['t-0'] = [{ ...first!, direction: 'inbound', text: words, attachments: [] }];
    openThread('t-0' as never);
  }, text);
  await win.page.getByRole('region', { name: /^Texts with/ }).waitFor();
}

/** What main was asked by a name, in order. */
const reads = (name: string): Promise<unknown[]> =>
  win.page.evaluate(
    (wanted) =>
      window.fake.world.reads.filter((read) => read.name === wanted).map(({ input }) => input),
    name,
  );

const follow = (route: Route): Promise<void> =>
  win.page.evaluate((to) => window.fake.followRoute(to), route);

describe('a number in a text', () => {
  test('offers the one menu, and the text stays as it was written', async () => {
    await openText('Ring me at (907) 555-0142 ext. 9, or Tuesday.');
    const bubble = win.page.getByText('Ring me at');
    expect(await bubble.textContent()).toBe('Ring me at (907) 555-0142 ext. 9, or Tuesday.');
    await win.button('(907) 555-0142 ext. 9').click();
    expect(await menu().getByRole('menuitem').allTextContents()).toEqual(lines('Add to contacts'));
    expect(await menu().textContent()).toContain('(907) 555-0142then key in 9');
    await item('Cancel').click();
    await eventually(() => menu().count()).toBe(0);
    await eventually(win.focused).toBe('(907) 555-0142 ext. 9');
  });

  test('is reached and used by the keyboard alone', async () => {
    await openText('Ring me at (907) 555-0142 ext. 9.');
    await win.button('(907) 555-0142 ext. 9').focus();
    await win.page.keyboard.press('Enter');
    await menu().waitFor();
    await win.page.keyboard.press('Escape');
    await eventually(() => menu().count()).toBe(0);
    // The thread is still there: Escape was for the menu.
    await eventually(win.focused).toBe('(907) 555-0142 ext. 9');
    await win.page.keyboard.press('Space');
    await menu().waitFor();
    await eventually(win.focused).toBe('Call via RingCentral');
    await win.page.keyboard.press('Enter');
    await eventually(() => reads('calls.dial')).toMatchObject([{ number: '+19075550142 x9' }]);
  });

  test('is not called by a key that is held down', async () => {
    await openText('Ring me at (907) 555-0142.');
    await win.button('(907) 555-0142').focus();
    await win.page.keyboard.down('Enter');
    await menu().waitFor();
    await eventually(win.focused).toBe('Call via RingCentral');
    await win.page.keyboard.down('Enter');
    await win.page.keyboard.down('Enter');
    await win.page.waitForTimeout(200);
    expect(await menu().count()).toBe(1);
    expect(await reads('calls.dial')).toEqual([]);
    await win.page.keyboard.up('Enter');
  });

  test('closes by a second press on the number', async () => {
    await openText('Ring me at (907) 555-0142.');
    await win.button('(907) 555-0142').click();
    await menu().waitFor();
    await win.button('(907) 555-0142').click();
    await eventually(() => menu().count()).toBe(0);
  });

  test('leads to the person whose number it is', async () => {
    await openText('Ask Ada: 415-555-0100.');
    await win.button('415-555-0100').click();
    await item('Open contact').waitFor();
    expect(await menu().getByRole('menuitem').allTextContents()).toEqual(lines('Open contact'));
    expect(await menu().textContent()).toContain('Ada Brook');
    await item('Open contact').click();
    await win.page.getByRole('heading', { name: 'Ada Brook' }).waitFor();
  });

  test('is added to the contacts with all that was written of it', async () => {
    await openText('Ring me at (907) 555-0142 ext. 9.');
    await win.button('(907) 555-0142 ext. 9').click();
    await item('Add to contacts').click();
    const field = win.page.getByRole('textbox', { name: 'Mobile number' });
    await eventually(() => field.inputValue()).toBe('+19075550142 x9');
  });

  test('is texted as a conversation that begins', async () => {
    await openText('Ring me at (907) 555-0142 ext. 9.');
    await win.button('(907) 555-0142 ext. 9').click();
    await item('Text via RingCentral').click();
    await win.page.getByRole('heading', { name: 'New text' }).waitFor();
    await win.button('Remove (907) 555-0142').waitFor();
  });

  test('is copied', async () => {
    await win.page.context().grantPermissions(['clipboard-read', 'clipboard-write']);
    await openText('Ring me at 907.555.0142.');
    await win.button('907.555.0142').click();
    await item('Copy').click();
    await eventually(() => menu().count()).toBe(0);
    expect(await win.page.evaluate(() => navigator.clipboard.readText())).toBe('(907) 555-0142');
  });

  test('says why it cannot be called or texted now', async () => {
    await win.open('forbidden-since');
    await history().waitFor();
    await win.page
      .getByRole('button', { name: /^Call details|,/ })
      .first()
      .click({ button: 'right' });
    await menu().waitFor();
    for (const name of [/^Call via RingCentral.+/, /^Text via RingCentral.+/]) {
      expect(await item(name).getAttribute('aria-disabled')).toBe('true');
    }
    await item('Call with this device').click();
    await eventually(() => reads('calls.call-with-device')).toHaveLength(1);
    expect(await reads('calls.dial')).toEqual([]);
  });

  test('has its menu within a narrow window', async () => {
    await win.page.setViewportSize({ width: 380, height: 560 });
    await openText('And the number that stands at the very end is (907) 555-0142.');
    await win.button('(907) 555-0142').click();
    const box = await menu().boundingBox();
    expect(box!.x).toBeGreaterThanOrEqual(0);
    expect(box!.x + box!.width).toBeLessThanOrEqual(380);
    expect(box!.y + box!.height).toBeLessThanOrEqual(560);
  });
});

describe('a row about someone', () => {
  test('has the menu at the right button and at Shift+F10, and keeps its place', async () => {
    await win.open('demo');
    const row = history().locator('[data-row]').first();
    await row.click({ button: 'right' });
    await item('Call via RingCentral').waitFor();
    await win.page.keyboard.press('ArrowDown');
    await win.page.keyboard.press('Escape');
    await eventually(() => menu().count()).toBe(0);
    const label = await row.getAttribute('aria-label');
    const focusedLabel = () =>
      win.page.evaluate(() => document.activeElement?.getAttribute('aria-label'));
    await eventually(focusedLabel).toBe(label);
    await win.page.keyboard.press('Shift+F10');
    await item('Call via RingCentral').waitFor();
    await win.page.keyboard.press('Escape');
    await eventually(focusedLabel).toBe(label);
    // Neither the call nor anything else was opened.
    expect(await win.page.getByRole('heading', { name: 'Call details' }).count()).toBe(0);
  });

  test('stands for nobody where several are in it', async () => {
    await win.open('demo');
    await win.page.evaluate(() => window.fake.followRoute({ screen: 'messages' }));
    const group = win.page.getByRole('button', { name: /and .*others?/ }).first();
    await group.click({ button: 'right' });
    await win.page.waitForTimeout(200);
    expect(await menu().count()).toBe(0);
  });
});

describe('a call from the history', () => {
  const openFirst = async (direction: 'inbound' | 'outbound', keyIn?: string) => {
    await win.open('demo');
    await history().waitFor();
    await win.page.evaluate(
      ([way, digits]) => {
        const { world, touch } = window.fake;
        const [first, ...others] = world.calls;
        const outcome = way === 'inbound' ? 'missed' : 'connected';
        const party = {
          ...first!.party,
          contactId: 'p-0' as never,
          name: 'Ada Brook',
          number: '+19075550177' as never,
        };
        const call = { ...first!, direction: way, outcome, party, keyIn: digits } as typeof first;
        world.calls = [call!, ...others];
        touch();
      },
      [direction, keyIn] as const,
    );
    const row = history()
      .getByRole('button', { name: /^Ada Brook/ })
      .first();
    await row.click();
    await win.page.getByText('Call details').waitFor();
  };

  test('is returned to the number that rang, not to another of theirs', async () => {
    await openFirst('inbound');
    await win.page.getByRole('region').getByRole('button', { name: 'Call back Ada Brook' }).click();
    await eventually(() => reads('calls.dial')).toMatchObject([{ number: '+19075550177' }]);
  });

  test('is placed again with the extension it had', async () => {
    await openFirst('outbound', '438');
    await win.page
      .getByRole('region')
      .getByRole('button', { name: 'Call again: Ada Brook' })
      .click();
    await eventually(() => reads('calls.dial')).toMatchObject([{ number: '+19075550177 x438' }]);
  });
});

describe('a number for another phone', () => {
  const panel = () => win.page.getByRole('region', { name: 'Dial this number on your phone' });
  const handOver = async (text: string, device: 'opened' | 'show-number'): Promise<void> => {
    await openText(text);
    await win.page.evaluate((kind) => void (window.fake.world.device = kind), device);
    await win.page.getByRole('button', { name: /555-0142/ }).click();
    await item('Call with this device').click();
  };

  test('is shown with a code and an extension in words, and blocks nothing', async () => {
    await handOver('Ring (907) 555-0142 ext. 9.', 'show-number');
    await panel().waitFor();
    expect(await panel().textContent()).toContain('(907) 555-0142');
    expect(await panel().textContent()).toContain('Once connected, key in 9');
    await panel()
      .getByRole('img', { name: /^QR code that calls \(907\) 555-0142/ })
      .waitFor();
    await eventually(win.focused).toBe('Dial this number on your phone');
    // Not a dialog: what stands behind can be used all along.
    await composer().fill('Hello');
    await panel().getByRole('button', { name: 'Close' }).focus();
    await win.page.keyboard.press('Escape');
    await eventually(() => panel().count()).toBe(0);
    await eventually(win.focused).toBe('(907) 555-0142 ext. 9');
  });

  test('is dark on white in the dark, too, with room around it', async () => {
    await win.page.emulateMedia({ colorScheme: 'dark' });
    await handOver('Ring (907) 555-0142.', 'show-number');
    const code = panel().getByRole('img');
    const look = await code.evaluate((svg) => {
      const [ground, ...dark] = [...svg.querySelectorAll('rect')];
      const size = Number(svg.getAttribute('viewBox')?.split(' ')[2]);
      const edges = dark.flatMap((rect) => [
        rect.x.baseVal.value,
        rect.y.baseVal.value,
        size - rect.x.baseVal.value - rect.width.baseVal.value,
      ]);
      return {
        ground: getComputedStyle(ground!).fill,
        ink: getComputedStyle(dark[0]!).fill,
        quiet: Math.min(...edges),
      };
    });
    expect(look).toEqual({ ground: 'rgb(255, 255, 255)', ink: 'rgb(17, 17, 22)', quiet: 4 });
  });

  test('fits a narrow, low window', async () => {
    await win.page.setViewportSize({ width: 380, height: 560 });
    await handOver('Ring (907) 555-0142.', 'show-number');
    await panel().waitFor();
    const box = await panel().boundingBox();
    expect(box!.width).toBeLessThanOrEqual(380);
    expect(box!.height).toBeLessThanOrEqual(560 * 0.6 + 1);
    await panel().getByRole('button', { name: 'Close' }).click();
    await eventually(() => panel().count()).toBe(0);
  });

  test('is told with its extension when another program took it', async () => {
    await handOver('Ring (907) 555-0142 ext. 9.', 'opened');
    await win.page.getByText('Once connected, key in 9').waitFor();
    await win.button('Dismiss').click();
    await eventually(() => win.page.getByText('Once connected, key in 9').count()).toBe(0);
  });
});

describe('what another part of the computer asks for', () => {
  test('a text is begun with its words as a draft, and nothing is sent', async () => {
    await win.open('demo');
    await history().waitFor();
    await follow({ screen: 'messages', to: ['+19075550142'], body: 'On my way' });
    const field = composer();
    await eventually(() => field.inputValue()).toBe('On my way');
    await win.button('Remove (907) 555-0142').waitFor();
    // Asked for once more it is not written twice; other words stand below.
    await follow({ screen: 'messages', to: ['+19075550142'], body: 'On my way' });
    expect(await field.inputValue()).toBe('On my way');
    await follow({ screen: 'messages', to: ['+19075550142'], body: 'Five minutes' });
    await eventually(() => field.inputValue()).toBe('On my way\nFive minutes');
    expect(await reads('messages.send')).toEqual([]);
  });

  test('a contact is begun with its number', async () => {
    await win.open('demo');
    await history().waitFor();
    await follow({ screen: 'contacts', newNumber: '+19075550142' });
    const field = win.page.getByRole('textbox', { name: 'Mobile number' });
    await eventually(() => field.inputValue()).toBe('+19075550142');
  });
});

describe('a search', () => {
  test('has the menu of whom a line is about, by the keyboard, and of a number in its words', async () => {
    await win.open('demo');
    await history().waitFor();
    await win.page.evaluate(() => {
      const { world } = window.fake;
      const [first] = world.messages['t-0']!;
      const text = 'Zebra: ring (907) 555-0142';
      world.messages['t-0'] = [{ ...first!, text }, ...world.messages['t-0']!];
      window.fake.followRoute({ screen: 'search' });
    });
    const field = win.page.getByRole('combobox');
    await field.fill('zebra');
    const option = win.page.getByRole('option').filter({ hasText: 'Zebra' }).first();
    await option.waitFor();
    expect(await option.locator('mark').first().textContent()).toBe('Zebra');
    expect(await option.locator('button, a, [tabindex="0"]').count()).toBe(0);
    await field.press('Shift+F10');
    await item('Call via RingCentral').waitFor();
    await win.page.keyboard.press('Escape');
    await eventually(() => field.evaluate((input) => input === document.activeElement)).toBe(true);
    await option.getByText('(907) 555-0142', { exact: true }).click();
    await item('Add to contacts').waitFor();
    expect(await menu().textContent()).toContain('(907) 555-0142');
  });
});
