import { describe, expect, test } from 'vitest';
import { useWindow } from './harness/window.ts';

const win = useWindow();

/** Other work on the computer may take its time. */
const eventually = <T>(look: () => T) => expect.poll(look, { timeout: 8_000 });

const field = () => win.page.getByRole('textbox', { name: 'Message', exact: true });
const sent = () =>
  win.page.evaluate(() =>
    window.fake.world.reads.flatMap(({ name, input }) =>
      name === 'messages.send' ? [input as { text: string; from?: string }] : [],
    ),
  );

async function openFirst(): Promise<void> {
  await win.open('demo');
  await win.page.getByRole('list', { name: 'Call history' }).waitFor();
  await win.page.evaluate(() => window.fake.openThread('t-0' as never));
  await field().waitFor();
}

describe('the composer', () => {
  test('keeps what is written, over a restart as well, and counts what it comes to', async () => {
    await openFirst();
    await field().fill('Rates are down');
    await eventually(() => win.page.evaluate(() => sessionStorage.getItem('draft:t-0'))).toMatch(
      /Rates are down/,
    );
    await openFirst();
    await eventually(() => field().inputValue()).toBe('Rates are down');
    await win.page.getByText('1 message, 14 of 160').waitFor();

    // A typographic apostrophe takes more room; one click makes it plain, and undo brings it back.
    await field().press('End');
    await win.page.keyboard.insertText(', it’s time');
    await win.page.getByText(/curly apostrophe ’ takes more room/).waitFor();
    await win.button('Replace it').click();
    await eventually(() => field().inputValue()).toBe("Rates are down, it's time");
    await field().press('ControlOrMeta+z');
    await eventually(() => field().inputValue()).toBe('Rates are down, it’s time');

    await field().press('End');
    await field().press('Shift+Enter');
    await win.page.keyboard.type('Call me');
    await field().press('Enter');
    await eventually(sent).toMatchObject([{ text: 'Rates are down, it’s time\nCall me' }]);
    await eventually(() => field().inputValue()).toBe('');
    await eventually(() => win.page.evaluate(() => sessionStorage.getItem('draft:t-0'))).toBeNull();
    expect(await field().evaluate((area) => area === document.activeElement)).toBe(true);

    // What is too long is not sent, and nothing of it is lost.
    await field().fill('a'.repeat(1001));
    await win.page.getByText('1 character too many').waitFor();
    await field().press('Enter');
    expect((await field().inputValue()).length).toBe(1001);
    expect(await sent()).toHaveLength(1);
  });

  test('names those it goes to, and says why a group text keeps its fields', async () => {
    await win.open('demo');
    await win.button('Messages').click();
    await win.page.evaluate(() =>
      window.fake.followRoute({
        screen: 'messages',
        compose: true,
        to: ['+14155550100', '(199) 955-501'],
        body: 'Hi {first name}, rates are down.',
      }),
    );
    await win.button('Remove Ada Brook').waitFor();
    await win.button('Remove (199) 955-501').waitFor();
    await win.page.getByText('A group text cannot fill in {first name}.').waitFor();
    await field().fill('Hi all, rates are down.');
    await eventually(() => win.page.getByText('A group text cannot').count()).toBe(0);
    await field().fill('Hi {first name}, rates are lower.');
    await win.button('Send a separate text to each').click();
    await win.heading('A text to each').waitFor();
    const template = win.page.getByRole('textbox', { name: 'What to say' });
    expect(await template.inputValue()).toBe('Hi {first name}, rates are lower.');
  });

  test('says which number it goes from, and before writing why one cannot text', async () => {
    await openFirst();
    await win.page.getByRole('button', { name: /^From / }).click();
    const stuck = win.page.getByRole('menuitem', { name: /737.*not registered for texts/ });
    expect(await stuck.getAttribute('aria-disabled')).toBe('true');
    const others = win.page.getByRole('menuitem', { disabled: false });
    await others.last().click();
    await win.page.getByText(/goes into a conversation of its own/).waitFor();
    await field().fill('Hello');
    await field().press('Enter');
    await eventually(sent).toHaveLength(1);
    const chosen = await win.page.evaluate(() => window.fake.world.senders.at(-1)?.number);
    expect((await sent())[0]?.from).toBe(chosen);

    // A conversation of a number that texts no longer go out from.
    await win.page.evaluate(() => {
      const { world, openThread } = window.fake;
      const at = world.threads.findIndex(({ id }) => id === 't-2');
      const thread = { ...world.threads[at]!, ownNumber: '+17375550116' as never };
      world.threads = world.threads.with(at, thread);
      openThread('t-2' as never);
    });
    await win.page.getByText('This number is not registered for texts').first().waitFor();
    await win.button('Copy for the administrator').waitFor();
    await field().fill('Hello');
    expect(await win.button('Send').isDisabled()).toBe(true);
    await field().press('Enter');
    expect(await field().inputValue()).toBe('Hello');
  });

  test('leads to what says more where a permission is missing', async () => {
    await win.open('forbidden-since');
    await win.page.getByRole('list', { name: 'Call history' }).waitFor();
    await win.page.evaluate(() => window.fake.openThread('t-0' as never));
    const why = win.page.locator('form').getByRole('alert');
    await why.getByRole('button', { name: 'Open Diagnostics' }).click();
    await win.heading('Diagnostics').first().waitFor();
  });
});
