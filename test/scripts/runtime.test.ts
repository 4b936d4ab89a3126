import { describe, expect, it, vi } from 'vitest';
import {
  decideRuntime,
  describeChoice,
  hasDisplay,
  reasonFrom,
  type Surroundings,
} from '../../scripts/runtime.ts';

/** A machine on which Electron is fetched and starts, changed as a test needs it. */
function around(changes: Partial<Surroundings> = {}): Surroundings {
  return {
    forced: undefined,
    platform: 'linux',
    isRoot: false,
    hasScreen: true,
    isFetched: () => true,
    refusal: () => undefined,
    fetch: vi.fn(async () => undefined),
    tryStart: vi.fn(async () => undefined),
    ...changes,
  };
}

const refused = { version: '45.4.1', refusedAt: 0, reason: '403 Forbidden' };

describe('decideRuntime', () => {
  it('takes an Electron that is there and starts, without fetching', async () => {
    const here = around();
    expect(await decideRuntime(here)).toEqual({ kind: 'electron' });
    expect(here.fetch).not.toHaveBeenCalled();
  });

  it('fetches Electron when it is not there', async () => {
    const here = around({ isFetched: () => false });
    expect(await decideRuntime(here)).toEqual({ kind: 'electron' });
    expect(here.fetch).toHaveBeenCalledOnce();
  });

  it('falls back, with the reason, when Electron cannot be fetched', async () => {
    const here = around({ isFetched: () => false, fetch: async () => 'getaddrinfo ENOTFOUND' });
    expect(await decideRuntime(here)).toEqual({
      kind: 'stand-in',
      because: 'Electron could not be fetched (getaddrinfo ENOTFOUND)',
    });
    expect(here.tryStart).not.toHaveBeenCalled();
  });

  it('does not ask again while a refusal stands', async () => {
    const here = around({ isFetched: () => false, refusal: () => refused });
    const choice = await decideRuntime(here);
    expect(choice.kind).toBe('stand-in');
    expect(choice.because).toContain('403 Forbidden');
    expect(here.fetch).not.toHaveBeenCalled();
  });

  it('ignores a refusal once Electron is there', async () => {
    expect((await decideRuntime(around({ refusal: () => refused }))).kind).toBe('electron');
  });

  it('falls back when the fetched Electron does not start', async () => {
    const here = around({ tryStart: async () => 'libnss3.so: cannot open shared object file' });
    const choice = await decideRuntime(here);
    expect(choice.kind).toBe('stand-in');
    expect(choice.because).toContain('libnss3.so');
  });

  it('neither fetches nor starts Electron as root on Linux', async () => {
    const here = around({ isRoot: true, isFetched: () => false });
    expect((await decideRuntime(here)).because).toContain('--no-sandbox');
    expect(here.fetch).not.toHaveBeenCalled();
    expect(here.tryStart).not.toHaveBeenCalled();
    expect((await decideRuntime(around({ isRoot: true, platform: 'darwin' }))).kind).toBe(
      'electron',
    );
  });

  it('needs a screen', async () => {
    expect((await decideRuntime(around({ hasScreen: false }))).because).toContain('display');
  });

  it('obeys a wish for the stand-in', async () => {
    expect((await decideRuntime(around({ forced: 'stand-in' }))).kind).toBe('stand-in');
  });

  it('obeys a wish for Electron: asks again in spite of a refusal, and never falls back', async () => {
    const wish = { forced: 'electron', isFetched: () => false, refusal: () => refused };
    expect((await decideRuntime(around(wish))).kind).toBe('electron');
    await expect(decideRuntime(around({ ...wish, fetch: async () => 'no route' }))).rejects.toThrow(
      'SIDETONE_RUNTIME asks for Electron, but Electron could not be fetched (no route).',
    );
  });
});

describe('describeChoice', () => {
  it('is one line that names the runtime and the reason', () => {
    expect(describeChoice({ kind: 'electron' }, '45.4.1')).toBe('Runtime: Electron 45.4.1.');
    expect(describeChoice({ kind: 'stand-in', because: 'of that' }, '45.4.1')).toBe(
      'Runtime: the stand-in in Chromium, because of that.',
    );
  });
});

describe('reasonFrom', () => {
  it('finds the line that says what went wrong', () => {
    expect(
      reasonFrom('Downloading…\nRequestError: getaddrinfo ENOTFOUND x\n    at Socket (y:1)'),
    ).toBe('getaddrinfo ENOTFOUND x');
  });

  it('keeps it short', () => {
    expect(reasonFrom(`Error: ${'x'.repeat(500)}`)).toHaveLength(160);
  });

  it('has words for silence', () => {
    expect(reasonFrom('  \n')).toBe('no reason given');
  });
});

describe('hasDisplay', () => {
  it('asks for X11 or Wayland on Linux only', () => {
    expect(hasDisplay({}, 'linux')).toBe(false);
    expect(hasDisplay({ DISPLAY: '' }, 'linux')).toBe(false);
    expect(hasDisplay({ DISPLAY: ':0' }, 'linux')).toBe(true);
    expect(hasDisplay({ WAYLAND_DISPLAY: 'wayland-0' }, 'linux')).toBe(true);
    expect(hasDisplay({}, 'darwin')).toBe(true);
    expect(hasDisplay({}, 'win32')).toBe(true);
  });
});
