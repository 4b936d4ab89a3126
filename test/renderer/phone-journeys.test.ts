import { AxeBuilder } from '@axe-core/playwright';
import { describe, expect, test } from 'vitest';
import { eventually, phoneSteps } from './harness/phone-steps.ts';
import { useWindow } from './harness/window.ts';

const win = useWindow();
const { menu, item, history, openText, reads } = phoneSteps(win);

const lines = (contactLine: string): readonly string[] => [
  'Call via RingCentral',
  'Text via RingCentral',
  'Call with this device',
  'Copy',
  contactLine,
  'Cancel',
];

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

  test('leads to no number where several are in it', async () => {
    await win.open('demo');
    await win.page.evaluate(() => window.fake.followRoute({ screen: 'messages' }));
    const group = win.page.getByRole('button', { name: /and .*others?/ }).first();
    await group.click({ button: 'right' });
    await item('Pin').waitFor();
    expect(await item(/number$/).count()).toBe(0);
    await win.page.keyboard.press('Escape');
    const one = win.page.getByRole('list', { name: 'Conversations' }).locator('[data-row]').first();
    await one.click({ button: 'right' });
    await item(/number$/).click();
    await item('Call via RingCentral').waitFor();
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

describe('numbers, for readers', () => {
  test('hold to the rules: in texts, heads and timelines, with the menu open and closed', async () => {
    await openText('Ring me at (907) 555-0142 ext. 9.');
    await win.button('(907) 555-0142 ext. 9').click();
    await menu().waitFor();
    const violations = async () => {
      const found = await new AxeBuilder({ page: win.page })
        // The component library's own, which lead the keyboard round an open menu.
        .exclude('[data-base-ui-focus-guard]')
        .setLegacyMode()
        .analyze();
      return found.violations
        .filter(({ impact }) => impact === 'serious' || impact === 'critical')
        .map(({ id, nodes }) => `${id}: ${nodes[0]?.html}`);
    };
    expect(await violations()).toEqual([]);
    await item('Cancel').click();
    await win.page.getByRole('button', { name: /^Everything with/ }).click();
    await win.page.getByRole('list', { name: /^Everything with/ }).waitFor();
    await win.button('(907) 555-0142 ext. 9').waitFor();
    expect(await violations()).toEqual([]);
  }, 60_000);
});
