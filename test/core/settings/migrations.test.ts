import { describe, expect, it } from 'vitest';
import { currentVersion, migrate, steps } from '../../../main/core/settings/migrations.ts';
import { parseStored, toFields } from '../../../main/core/settings/stored.ts';

const rewritten = (value: unknown) => toFields(parseStored(value));

describe('the versions of the settings', () => {
  it('from 0 to 1 keep what was chosen, and no longer what nobody chose', () => {
    const fields = {
      theme: 'dark',
      density: 'comfortable',
      undoSeconds: 5,
      outcomes: ['Reached', 'Left voicemail', 'No answer', 'Wrong number', 'Call back'],
      stopWords: ['basta'],
      smsFrom: '+12125550100',
      somethingElse: 7,
    };
    expect(steps[0]?.(fields)).toEqual({
      theme: 'dark',
      stopWords: ['basta'],
      smsFrom: '+12125550100',
      somethingElse: 7,
    });
  });

  it('are each reached from every one before, and left alone from the current one on', () => {
    expect(migrate({ theme: 'system' }, 0)).toEqual({});
    expect(migrate({ theme: 'system' }, currentVersion)).toEqual({ theme: 'system' });
    expect(migrate({ theme: 'system' }, currentVersion + 3)).toEqual({ theme: 'system' });
  });

  it('of a newer Sidetone keep their version, and all that this one does not know', () => {
    const newer = {
      version: currentVersion + 1,
      theme: 'contrast',
      density: 'compact',
      ringTone: { name: 'marimba', volume: 0.4 },
    };
    const stored = parseStored(newer);
    expect(stored.chosen).toEqual({ density: 'compact' });
    expect(toFields(stored)).toEqual(newer);
  });

  it.each([[undefined], [null], ['text'], [[]], [7]])('make nothing of %j', (value) => {
    expect(rewritten(value)).toEqual({ version: currentVersion });
  });

  it.each([['1'], [1.5], [-2], [null]])('take a version of %j for the oldest', (version) => {
    expect(rewritten({ version, theme: 'dark', density: 'comfortable' })).toEqual({
      version: currentVersion,
      theme: 'dark',
    });
  });

  it('keep a value that makes no sense until another is chosen', () => {
    const value = { version: 1, signInPort: 80, numbers: 'none' };
    expect(rewritten(value)).toEqual(value);
  });
});
