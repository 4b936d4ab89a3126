import { ask } from './support/ask.ts';
import { cardsOf, isShown } from './support/cards.ts';
import { catchNotes, notesOf } from './support/notes.ts';
import { expect, goTo, openDemo, rowsOf, startApp, test } from './support/sidetone.ts';
import { desktopWithTray, pressTray, trayOf } from './support/tray.ts';

test('from the tray one calls, keeps quiet and says one is busy; a hidden start begins there', async ({
  launch,
  userData,
}) => {
  const env = desktopWithTray(userData);
  const { app, page, close } = await launch({ env });
  const isStandIn = await app.evaluate(() => globalThis.standIn !== undefined);
  // No test reaches the menu of a real tray.
  if (!isStandIn) return;
  await catchNotes(app);
  await openDemo(page);
  await rowsOf(page, 'Call history').first().waitFor({ timeout: 20_000 });
  await goTo(page, 'Contacts');
  await rowsOf(page, 'Contacts').first().waitFor();
  const tray = () => trayOf(app);
  const { people } = await ask(page, 'tray.get', undefined);
  expect(people).toHaveLength(5);
  await expect
    .poll(async () => (await tray()).items)
    .toEqual(expect.arrayContaining(people.map(({ label }) => label)));
  await expect.poll(async () => (await tray()).toolTip).toMatch(/\d+ unread texts/);

  await pressTray(app, 'Do not disturb', 'For 30 minutes');
  await expect.poll(async () => (await tray()).toolTip).toContain('do not disturb is on');
  await pressTray(app, 'Your status: Available', 'Busy');
  await expect.poll(async () => (await tray()).items).toContain('Your status: Busy');

  // Closed, it goes on in the tray and says so, once; a card comes up without its window.
  const isSeen = () => isShown(app, page);
  await app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.close());
  await expect.poll(isSeen).toBe(false);
  await expect
    .poll(() => notesOf(app))
    .toEqual([expect.objectContaining({ title: 'Sidetone keeps running' })]);
  const [latest] = people;
  const { label = '', shown = '' } = latest ?? {};
  await pressTray(app, label, `Call ${shown}`);
  const cards = await cardsOf(app);
  await expect(cards.getByRole('article', { name: `Call ${label}?` })).toContainText(
    'From the tray',
  );
  expect(await isSeen()).toBe(false);
  await close();

  // No page is there before one looks.
  const hidden = await startApp({ userData, env, args: ['--hidden'] });
  try {
    await expect.poll(async () => (await trayOf(hidden)).items).toContain('Your status: Busy');
    expect(hidden.windows()).toEqual([]);
    await pressTray(hidden, 'Open Sidetone');
    const again = await hidden.firstWindow();
    await expect(again.getByText('Demo: nobody is really called')).toBeVisible();
  } finally {
    await hidden.close();
  }
});
