import { expect, test } from 'vitest';
import { useWindow } from './harness/window.ts';

const win = useWindow();
const ada = '+12125550187';
const bob = '+12125550188';
const message = () => win.page.getByRole('textbox', { name: 'Message', exact: true });
const recipient = (shown: string) => win.button(`Remove ${shown}`);
const begin = (...to: readonly string[]): Promise<void> =>
  win.page.evaluate(
    (numbers) => window.fake.followRoute({ screen: 'messages', compose: true, to: numbers }),
    to,
  );
const kept = (key: string) =>
  win.page.evaluate(
    (wanted) =>
      window.fake.world.reads
        .filter(({ name }) => name === 'drafts.set')
        .map(({ input }) => input as { key: string; text: string; to: string[] })
        .findLast((draft) => draft.key === wanted),
    key,
  );

test('a text to one goes to no other, and waits to be gone back to', async () => {
  await win.open('demo');
  await begin(ada);
  await recipient('(212) 555-0187').waitFor();
  await message().fill('Hi Ada, your balance is ready.');
  await win.page.keyboard.press('Control+1');
  await begin(bob);
  await recipient('(212) 555-0188').waitFor();
  expect(await recipient('(212) 555-0187').count()).toBe(0);
  expect(await message().inputValue()).toBe('');
  await win.page.getByText('There is an unsent text to someone else.').waitFor();
  // On disk as well, with whom it is for.
  await expect
    .poll(() => kept('new-aside-1'))
    .toMatchObject({
      text: 'Hi Ada, your balance is ready.',
      to: [ada],
    });

  await message().fill('Hi Bob');
  await win.button('Go back to it').click();
  await recipient('(212) 555-0187').waitFor();
  expect(await message().inputValue()).toBe('Hi Ada, your balance is ready.');
  await message().press('Enter');
  await expect
    .poll(() =>
      win.page.evaluate(() =>
        window.fake.world.reads
          .filter(({ name }) => name === 'messages.send')
          .map(({ input }) => input),
      ),
    )
    .toMatchObject([{ to: { numbers: [ada] }, text: 'Hi Ada, your balance is ready.' }]);

  // A new text to nobody named goes on with the one that is left.
  await begin();
  await recipient('(212) 555-0188').waitFor({ state: 'detached' });
  await win.page.getByText('There is an unsent text to someone else.').waitFor();
  await win.button('Go back to it').click();
  await recipient('(212) 555-0188').waitFor();
  expect(await message().inputValue()).toBe('Hi Bob');
  await win.button('New text').first().click();
  await recipient('(212) 555-0188').waitFor();
  expect(await message().inputValue()).toBe('Hi Bob');
});
