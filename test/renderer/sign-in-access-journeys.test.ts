import { expect, test } from 'vitest';
import { useWindow } from './harness/window.ts';

const win = useWindow();
const { open, disclose } = win;

test('a narrow window and large type cut nothing off', async () => {
  for (const size of [
    { width: 380, height: 780 },
    { width: 320, height: 400 },
  ]) {
    await win.page.setViewportSize(size);
    await open('onboarding');
    await disclose('Advanced');
    await disclose('What you need');
    const widest = await win.page.evaluate(() =>
      Math.max(
        ...[...document.querySelectorAll('main *')].map((e) => e.getBoundingClientRect().right),
      ),
    );
    expect(widest).toBeLessThanOrEqual(size.width);
  }
});
