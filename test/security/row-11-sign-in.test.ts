import { describe, expect, it } from 'vitest';
import { redirectUriOf } from '../../main/core/session/loopback.ts';
import { createOneTimeText } from '../../main/core/session/one-time-text.ts';
import { filesWith } from './support/product.ts';

// The whole of it, against a RingCentral, is in test/core/session/browser.test.ts and loopback.test.ts.
describe('security 11: signing in happens in the system’s browser', () => {
  it('with a state that nobody guesses and that is good once', () => {
    const [one, other] = [createOneTimeText(), createOneTimeText()];
    expect(one.text).toMatch(/^[\w-]{43}$/);
    expect(one.text).not.toBe(other.text);
    expect(one.redeem(other.text)).toBe(false);
    expect(one.redeem('')).toBe(false);
    expect(one.redeem(one.text)).toBe(true);
    expect(one.redeem(one.text)).toBe(false);
  });

  it('which comes back to this computer alone', () => {
    expect(redirectUriOf(47_113)).toBe('http://localhost:47113/callback');
  });

  it('and no window of ours ever shows a page of somebody else', () => {
    expect(filesWith(/loadURL\(\s*[^)]*https?:|<webview|<iframe/)).toEqual([]);
  });
});
