import { describe, expect, it, onTestFinished } from 'vitest';
import { createNativeLanguage } from '../../main/shell/native-language.ts';
import { followSettings } from '../../main/shell/settings.ts';
import { createShellMemory } from '../../main/shell/shell-state.ts';
import type { AppEvent } from '../../shared/contract/index.ts';
import { failure } from '../../shared/failure.ts';
import { fail, ok, type Result } from '../../shared/result.ts';
import { language, speak } from '../../shared/strings/language.ts';
import { usualSettings } from '../renderer/harness/usual-settings.ts';
import { createFakeFile, settle } from './support/fakes.ts';

function setUp(saved: Record<string, unknown> = {}, preferred = ['en-US']) {
  onTestFinished(() => speak('en'));
  const memory = createShellMemory(createFakeFile(saved));
  const native = createNativeLanguage(memory, () => preferred);
  const heard: string[] = [];
  native.onChange(() => void heard.push(language()));
  return { memory, native, heard };
}

describe('the language of menus and dialogs', () => {
  it('is what was chosen last, from the first window on', () => {
    setUp({ language: 'es' });
    expect(language()).toBe('es');
  });

  it('is that of the system until another is chosen', () => {
    const { native, heard, memory } = setUp({}, ['es-MX', 'en']);
    expect(language()).toBe('es');
    native.choose('en');
    native.choose('en');
    native.choose('system');
    expect(heard).toEqual(['en', 'es']);
    expect(memory.get().language).toBe('system');
  });
});

describe('following the settings', () => {
  it('hands them on after each change, and keeps quiet about what cannot be read', async () => {
    let answer: Result<unknown> = ok(usualSettings);
    let hear = (_event: AppEvent): void => undefined;
    const got: unknown[] = [];
    const host = {
      call: async () => answer,
      on(listener: (event: AppEvent) => void) {
        hear = listener;
        return () => undefined;
      },
    };
    followSettings(host, [(settings) => void got.push(settings)]);
    hear({ name: 'changed', topics: [{ area: 'calls' }] });
    hear({ name: 'changed', topics: [{ area: 'settings' }] });
    await settle();
    answer = fail(failure('internal', 'internal'));
    hear({ name: 'changed', topics: [{ area: 'settings' }] });
    await settle();
    expect(got).toEqual([usualSettings]);
  });
});
