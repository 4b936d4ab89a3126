import { AxeBuilder } from '@axe-core/playwright';
import { describe, expect, test } from 'vitest';
import { failure, type Failure } from '../../shared/failure.ts';
import { useWindow } from './harness/window.ts';

const win = useWindow();

const list = () => win.page.getByRole('list', { name: 'Voicemails' });
const rows = () => list().locator('[data-row]');
const player = () => win.page.getByRole('group', { name: /^voicemail from/ });
const slider = () => player().getByRole('slider');
const play = () => player().getByRole('button', { name: /^(Play|Pause) / });

async function openFirst(index = 0): Promise<void> {
  await win.open('demo');
  await win.button('Voicemail').click();
  await rows().nth(index).click();
  await player().waitFor();
}

const failing = (name: string, reason: Failure | undefined) =>
  win.page.evaluate(
    ([call, given]) => {
      const { fails } = window.fake.world;
      if (given) fails[call] = given;
      else delete fails[call];
    },
    [name, reason] as const,
  );

describe('voicemails', () => {
  test('are listed with the new ones marked, and narrowed to them', async () => {
    await win.open('demo');
    await win.button('Voicemail').click();
    await expect.poll(() => rows().count()).toBe(14);
    expect(await list().getByText('New', { exact: true }).count()).toBe(3);
    await win.page
      .getByRole('group', { name: 'Show' })
      .getByRole('button', { name: 'New' })
      .click();
    await expect.poll(() => rows().count()).toBe(3);
  });

  test('show the transcript, or say why there is none', async () => {
    await openFirst();
    const words = win.page.getByRole('region', { name: 'Transcript' });
    expect(await words.textContent()).toContain('Alder Street');
    await rows().nth(1).click();
    await expect.poll(() => words.textContent()).toContain('transcribing it');
    await rows().nth(3).click();
    await expect.poll(() => words.textContent()).toContain('no transcripts for this account');
  });

  test('are listened to once played, and can be made new again', async () => {
    await openFirst();
    await win.button('Mark as listened to').waitFor();
    await play().click();
    await win.button('Mark as new').waitFor();
    expect(await list().getByText('New', { exact: true }).count()).toBe(2);
    await win.button('Mark as new').click();
    await win.button('Mark as listened to').waitFor();
  });

  test('can be reached and told apart by a reader, in a narrow window too', async () => {
    await openFirst();
    for (const size of [
      { width: 1280, height: 800 },
      { width: 380, height: 780 },
    ]) {
      await win.page.setViewportSize(size);
      const { violations } = await new AxeBuilder({ page: win.page }).setLegacyMode().analyze();
      const found = violations.filter(
        ({ impact }) => impact === 'serious' || impact === 'critical',
      );
      expect(found.map(({ id, nodes }) => [id, nodes[0]?.target])).toEqual([]);
      const widest = await win.page.evaluate(() =>
        Math.max(
          ...[...document.querySelectorAll('section[aria-label="Voicemail"] *')].map(
            (element) => element.getBoundingClientRect().right,
          ),
        ),
      );
      expect(widest).toBeLessThanOrEqual(size.width);
    }
  });
});

describe('the player', () => {
  test('asks for nothing until it is played, then plays, pauses and goes on', async () => {
    await openFirst();
    const asked = () =>
      win.page.evaluate(
        () =>
          performance.getEntriesByType('resource').filter(({ name }) => name.includes('/media/'))
            .length,
      );
    expect(await asked()).toBe(0);
    await play().click();
    await player()
      .getByRole('button', { name: /^Pause / })
      .waitFor();
    await expect.poll(async () => Number(await slider().inputValue())).toBeGreaterThan(0);
    await play().click();
    await player()
      .getByRole('button', { name: /^Play / })
      .waitFor();
  });

  test('seeks by five seconds with the arrow keys, and tells where it is', async () => {
    await openFirst();
    await play().click();
    await player()
      .getByRole('button', { name: /^Pause / })
      .waitFor();
    await play().click();
    await slider().focus();
    await win.page.keyboard.press('Home');
    await win.page.keyboard.press('ArrowRight');
    await expect.poll(() => slider().getAttribute('aria-valuetext')).toBe('0:05 of 0:10');
    await win.page.keyboard.press('ArrowLeft');
    await win.page.keyboard.press('ArrowLeft');
    await expect.poll(() => slider().getAttribute('aria-valuetext')).toBe('0:00 of 0:10');
  });

  test('remembers its speed', async () => {
    await openFirst();
    await player()
      .getByRole('button', { name: /^Speed 1×/ })
      .click();
    await player()
      .getByRole('button', { name: /^Speed 1.25×/ })
      .waitFor();
    await openFirst(1);
    expect(
      await player()
        .getByRole('button', { name: /^Speed 1.25×/ })
        .isVisible(),
    ).toBe(true);
  });

  test('falls silent when another voicemail is opened', async () => {
    await win.page.addInitScript(() => {
      const made: HTMLAudioElement[] = [];
      Object.assign(window, { made });
      window.Audio = class extends Audio {
        constructor(url?: string) {
          super(url);
          made.push(this);
        }
      };
    });
    await openFirst();
    await play().click();
    await player()
      .getByRole('button', { name: /^Pause / })
      .waitFor();
    await rows().nth(1).click();
    await player()
      .getByRole('button', { name: /^Play / })
      .waitFor();
    const paused = () =>
      win.page.evaluate(() =>
        (window as unknown as { made: HTMLAudioElement[] }).made.map((audio) => audio.paused),
      );
    expect(await paused()).toEqual([true]);
  });

  test('says why it cannot play, and tries again', async () => {
    await openFirst();
    await failing('media.prepare', failure('offline', 'media.offline', { retry: 'user' }));
    await play().click();
    const alert = player().getByRole('alert');
    await alert.waitFor();
    expect(await alert.textContent()).toContain('not on this computer yet');
    await failing('media.prepare', undefined);
    await player().getByRole('button', { name: 'Try again' }).click();
    await player()
      .getByRole('button', { name: /^Pause / })
      .waitFor();
    expect(await alert.count()).toBe(0);
  });

  test('offers nothing more for what is gone', async () => {
    await openFirst();
    await failing('media.prepare', failure('not-found', 'media.gone'));
    await play().click();
    await player().getByRole('alert').waitFor();
    expect(await player().getByRole('button', { name: 'Try again' }).count()).toBe(0);
    expect(await play().isDisabled()).toBe(true);
  });

  test('saves a copy, and says why it could not', async () => {
    await openFirst();
    const save = player().getByRole('button', { name: /^Save / });
    await save.click();
    await expect.poll(() => player().getByRole('status').textContent()).toBe('Saved');
    await failing('media.save', failure('internal', 'media.not-saved'));
    await save.click();
    await player().getByRole('alert').waitFor();
  });
});

test('the room that media take is shown, and freed after asking', async () => {
  await win.open('demo');
  await win.button('Settings').click();
  const card = win.page.getByRole('region', { name: 'Recordings and voicemails' });
  await card.getByText('96 MB of 1 GB used').waitFor();
  await card.getByRole('button', { name: 'Remove them from this computer' }).click();
  await win.button('Remove').click();
  await card.getByText('None are kept on this computer.').waitFor();
});
