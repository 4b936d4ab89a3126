import { describe, expect, test } from 'vitest';
import type { Route } from '../../shared/model/app.ts';
import { eventually, phoneSteps } from './harness/phone-steps.ts';
import { useWindow } from './harness/window.ts';

const win = useWindow();
const { menu, item, history, openText, reads } = phoneSteps(win);

const composer = () => win.page.getByRole('textbox', { name: 'Message' });

const follow = (route: Route): Promise<void> =>
  win.page.evaluate((to) => window.fake.followRoute(to), route);

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
