import { afterAll, beforeAll, expect, test } from 'vitest';
import { launchFixture, type Fixture } from './support/fixture.ts';

let fixture: Fixture;

beforeAll(async () => {
  fixture = await launchFixture();
});

afterAll(async () => {
  await fixture.close();
});

const inPage = (code: string): Promise<unknown> => fixture.page.evaluate(code);

/** Loads a sound, seeks in it, and tells how long it is and where it stands then. */
const seekIn = (address: string): string => `new Promise((resolve, reject) => {
  const audio = new Audio('${address}');
  audio.addEventListener('error', () => reject(new Error('error ' + audio.error.code)));
  audio.addEventListener('loadedmetadata', () => (audio.currentTime = 7), { once: true });
  audio.addEventListener('seeked', () =>
    resolve([audio.duration, audio.currentTime, audio.seekable.end(0)]));
  audio.preload = 'auto';
})`;

test('a player asks a handler for ranges, and seeks in what it is answered', async () => {
  await fixture.happened();
  expect(await inPage(seekIn('sound.wav'))).toEqual([10, 7, 10]);
  const asked = await fixture.happened();
  expect(asked.length).toBeGreaterThan(0);
  for (const one of asked) expect(one).toEqual({ range: expect.stringMatching(/^bytes=\d+-/) });
});

test('a player plays, and hears of what is not there', async () => {
  const play = `(async () => {
    const audio = new Audio('sound.wav');
    audio.muted = true;
    await audio.play();
    await new Promise((resolve) => audio.addEventListener('timeupdate', resolve));
    const isPlaying = !audio.paused;
    audio.pause();
    return isPlaying;
  })()`;
  expect(await inPage(play)).toBe(true);
  await expect(inPage(seekIn('missing.wav'))).rejects.toThrow('error 4');
});
