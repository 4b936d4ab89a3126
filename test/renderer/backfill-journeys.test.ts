import { describe, expect, test } from 'vitest';
import { failure } from '../../shared/failure.ts';
import { useWindow } from './harness/window.ts';

const win = useWindow();
const { open, button, heading } = win;

describe('what came in while nobody was there', () => {
  const come = async (): Promise<void> => {
    await open('own');
    await heading('Calls').first().waitFor();
    await win.page.evaluate(() => {
      const now = Date.now();
      const counts = { missedCalls: 3, texts: 5, voicemails: 0 };
      window.fake.world.away = { since: now - 3_600_000, until: now, ...counts };
      window.fake.touch();
    });
    await win.page.getByText('While you were away: 3 missed calls, 5 texts').waitFor();
  };

  test('leads to the texts, and goes when it is dismissed', async () => {
    await come();
    await button('See texts').click();
    await heading('Messages').first().waitFor();
    expect(await button('See voicemails').count()).toBe(0);
    await button('Dismiss').click();
    await win.page.getByText('While you were away').waitFor({ state: 'detached' });
  });

  test('can be read and dismissed in a narrow window, by keys alone', async () => {
    await win.page.setViewportSize({ width: 380, height: 700 });
    await come();
    const box = await button('Dismiss').boundingBox();
    expect((box?.x ?? 0) + (box?.width ?? 1_000)).toBeLessThanOrEqual(380);
    await button('Dismiss').focus();
    await win.page.keyboard.press('Enter');
    await win.page.getByText('While you were away').waitFor({ state: 'detached' });
  });
});

describe('the older history in the settings', () => {
  const openSettings = async (): Promise<void> => {
    await open('own');
    await button('Settings').click();
    await heading('Older history').waitFor();
  };

  test('shows how far it is, and can be paused and resumed', async () => {
    await openSettings();
    const bar = win.page.getByRole('progressbar', { name: 'How much of the older history' });
    await expect.poll(() => bar.getAttribute('value')).toBe('0.35');
    await win.page.getByText('About 40 minutes left').waitFor();
    await button('Pause').click();
    await button('Resume').waitFor();
    await win.page.getByText('Paused').waitFor();
    await button('Resume').click();
    await button('Pause').waitFor();
  });

  test('says so when nothing is known of it', async () => {
    await open('own');
    await win.page.evaluate(
      (reason) => {
        window.fake.world.fails['archive.get-backfill'] = reason;
      },
      failure('internal', 'archive.locked'),
    );
    await button('Settings').click();
    const section = win.page.getByRole('region', { name: 'Older history' });
    await section.getByRole('alert').waitFor();
    expect(await section.getByRole('button').count()).toBe(0);
  });
});
