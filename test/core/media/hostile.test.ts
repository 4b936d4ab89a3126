import { describe, expect, it } from 'vitest';
import { startSignedIn } from '../ringcentral/harness.ts';
import { openMedia, play } from './harness.ts';

describe('an address that a record names', () => {
  it.each([
    'https://media.example.com/restapi/v1.0/account/~/recording/1/content',
    'https://media.ringcentral.com.example.com/recording/1',
    'http://169.254.169.254/latest/meta-data',
    'file:///etc/passwd',
    'data:audio/mpeg;base64,AAAA',
    'not an address',
  ])('is never asked with the token, nor shown what it holds: %s', async (uri) => {
    const { client, departures, log } = await startSignedIn();
    const world = openMedia({ api: client.api });
    const id = world.addVoicemail({ uri });
    const result = await world.media.prepare(id);
    expect(result.ok).toBe(false);
    const { status, bytes } = await play(world, id);
    expect([status >= 400, bytes]).toEqual([true, undefined]);
    expect(departures).toEqual([]);
    expect(world.endings()).toEqual([]);
    expect(log.lines.filter(({ level }) => level === 'error')).toEqual([]);
  });
});
