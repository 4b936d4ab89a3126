import { describe, expect, test } from 'vitest';
import { useWindow } from './harness/window.ts';

const win = useWindow();

const thread = () => win.page.getByRole('region', { name: /^Texts with/ });
const dialog = (name: RegExp | string) => win.page.getByRole('dialog', { name });
const asked = (name: string) =>
  win.page.evaluate(
    (wanted) => window.fake.world.reads.filter((read) => read.name === wanted).length,
    name,
  );

/** Opens the first thread with these texts in it, the newest last. */
async function openWith(texts: readonly string[], files: 'with files' | undefined) {
  await win.open('demo');
  await win.page.getByRole('list', { name: 'Call history' }).waitFor();
  await win.page.evaluate(
    ([words, hasFiles]) => {
      const { world, openThread, sentFiles } = window.fake;
      const [first] = world.messages['t-0']!;
      const sent = [
        ...(hasFiles ? sentFiles.map((attachments) => ({ text: '', attachments })) : []),
        ...words.map((text) => ({ text, attachments: [] })),
      ];
      world.messages['t-0'] = sent.toReversed().map(({ text, attachments }, back) =>
        Object.assign({}, first!, {
          id: `t-0-m${back}` as never,
          text,
          attachments,
          direction: 'inbound' as const,
          createdAt: first!.createdAt - back * 60_000,
        }),
      );
      openThread('t-0' as never);
    },
    [texts, files !== undefined] as const,
  );
  await thread().waitFor();
}

/** Of what is found: how many stick out of what they are to stand in, by a pixel or more. */
const sticksOut = (inside: string, outside: string): Promise<number> =>
  thread().evaluate(
    (whole, [inner, outer]) =>
      [...whole.querySelectorAll(inner)].filter((one) => {
        const room = one.closest(outer)?.getBoundingClientRect();
        return room !== undefined && one.getBoundingClientRect().right > room.right + 1;
      }).length,
    [inside, outside] as const,
  );

describe('reading what came in', () => {
  test('has room in a narrow window: nothing sticks out, and no ending is read apart', async () => {
    await win.page.setViewportSize({ width: 380, height: 780 });
    await openWith([], 'with files');
    await thread()
      .getByRole('group', { name: /^Voice message from/ })
      .scrollIntoViewIfNeeded();
    expect(await sticksOut('[role="group"] button', '[role="group"]')).toBe(0);
    const ending = thread().getByText('.exe', { exact: true });
    await ending.scrollIntoViewIfNeeded();
    expect(await ending.evaluate((one) => one.getClientRects().length)).toBe(1);
    const name = await thread().getByText('Inspection report').boundingBox();
    const below = await win.button('Save Inspection report.pdf').boundingBox();
    expect(below?.y).toBeGreaterThan(name?.y ?? Infinity);
  });

  test('shows files as what they are, and lets none of them do anything', async () => {
    await openWith([], 'with files');
    // At the end of the thread: what cannot be shown is a file with its reason.
    await thread().getByText('photognp.exe').waitFor();
    await thread()
      .getByText(/would run something on your computer/)
      .waitFor();
    await thread()
      .getByText(/not the kind of file/)
      .waitFor();
    await thread()
      .getByText(/RingCentral no longer has this file/)
      .waitFor();
    await thread()
      .getByText(/cannot be shown here/)
      .waitFor();
    expect(await thread().locator('iframe, object, embed, a').count()).toBe(0);
    await thread().getByRole('button', { name: 'Save Inspection report.pdf' }).click();
    await thread()
      .getByRole('button', { name: 'Save Inspection report.pdf' })
      .getByText('Saved')
      .waitFor();

    // A contact: numbers to press, and the way into the contacts.
    const card = thread().getByRole('group', { name: /^Contact from/ });
    await card.scrollIntoViewIfNeeded();
    await card.getByText('Otto Sparks').waitFor();
    await card.getByText('and 2 more contacts in this file').waitFor();
    expect(await card.locator('[aria-haspopup="menu"]').count()).toBe(2);

    // A video plays when it is pressed, and not before.
    const video = thread().getByRole('group', { name: /^Video from/ });
    await video.scrollIntoViewIfNeeded();
    expect(await video.locator('video').count()).toBe(0);
    await video.getByRole('button', { name: /^Play: Video from/ }).click();
    await expect
      .poll(() => video.locator('video').evaluate((film: HTMLVideoElement) => film.readyState))
      .toBeGreaterThan(1);
    await thread()
      .getByRole('group', { name: /^Voice message from/ })
      .first()
      .waitFor();

    await card.scrollIntoViewIfNeeded();
    await card.getByRole('button', { name: 'Add to contacts' }).click();
    await expect.poll(() => win.page.getByLabel('First name').inputValue()).toBe('Otto');
    expect(await win.page.getByLabel('Last name').inputValue()).toBe('Sparks');
  });

  test('keeps the place of a picture, and shows it in full size among the others', async () => {
    await openWith(['Three pictures above'], 'with files');
    const pictures = thread().getByRole('button', { name: /^View: Picture from/ });
    await thread().evaluate((region) => region.scrollTo({ top: 0 }));
    await pictures.first().waitFor();
    const before = await pictures.first().boundingBox();
    await expect
      .poll(() =>
        pictures
          .first()
          .locator('img')
          .evaluate((image: HTMLImageElement) => image.naturalWidth),
      )
      .toBe(480);
    const after = await pictures.first().boundingBox();
    expect([after?.width, after?.height]).toEqual([before?.width, before?.height]);

    await pictures.first().focus();
    await win.page.keyboard.press('Enter');
    const viewer = dialog(/^Picture from/);
    await viewer.getByText('1 of 5').waitFor();
    await win.page.keyboard.press('ArrowRight');
    await viewer.getByText('2 of 5').waitFor();
    await viewer.getByRole('button', { name: 'Next picture' }).click();
    await viewer.getByText('3 of 5').waitFor();
    await win.page.keyboard.press('ArrowRight');
    await viewer.getByText(/not the kind of file/).waitFor();
    await win.page.keyboard.press('ArrowLeft');
    await viewer.getByText('3 of 5').waitFor();
    await viewer.getByRole('button', { name: 'Actual size' }).click();
    await viewer.getByRole('button', { name: 'Fit to the window' }).waitFor();
    await win.page.keyboard.press('Escape');
    await expect.poll(() => viewer.count()).toBe(0);
    await expect
      .poll(() => pictures.first().evaluate((button) => button === document.activeElement))
      .toBe(true);
  });

  test('spells out where an address leads before it is opened', async () => {
    await openWith(
      [
        '<img src=x onerror=alert(1)> on 11/22/2026, loan 2024-000123',
        'Sign at https://bank.example@xn--80ak6aa92e.com/login now',
      ],
      undefined,
    );
    await thread()
      .getByText('<img src=x onerror=alert(1)> on 11/22/2026, loan 2024-000123')
      .waitFor();
    expect(await thread().locator('[aria-haspopup="menu"]').count()).toBe(0);
    const link = thread().getByRole('button', { name: /^https:\/\/bank/ });
    await link.focus();
    await win.page.keyboard.press('Enter');
    const question = win.page.getByRole('alertdialog', { name: 'Open this page in your browser?' });
    await question.getByText('xn--80ak6aa92e.com', { exact: true }).waitFor();
    await question.getByText(/letters of another alphabet/).waitFor();
    await question.getByText(/before the @ is not where it leads/).waitFor();
    await win.page.keyboard.press('Escape');
    await expect.poll(() => question.count()).toBe(0);
    await expect.poll(() => win.focused()).toMatch(/^https:/);
    expect(await asked('outside.open-page')).toBe(0);
    await link.click();
    await question.getByRole('button', { name: 'Open in browser' }).click();
    await expect.poll(() => question.count()).toBe(0);
    expect(await asked('outside.open-page')).toBe(1);
  });
});
