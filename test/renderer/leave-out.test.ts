import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { failure } from '../../shared/failure.ts';
import type { StagedFile, TextOutlook } from '../../shared/model/drafts.ts';
import type { CountryCode, E164, FileId } from '../../shared/model/ids.ts';
import type { Party } from '../../shared/model/people.ts';
import {
  changeWriting,
  forgetTexts,
  readWriting,
  useTexts,
} from '../../renderer/app/composer/store.ts';
import { leavingOut } from '../../renderer/app/text-rules/leave-out.ts';
import { resetUi, useUi } from '../../renderer/app/ui-store.ts';
import { threadId } from './make.ts';

const numbers = ['+12125550142', '+12125550143', '+12125550144'] as E164[];
const party = (number: E164): Party => ({ number }) as Party;
const file = { id: 'f' as FileId, fileName: 'contract.pdf' } as StagedFile;
let answer: unknown;

beforeEach(() => {
  forgetTexts();
  resetUi();
  vi.stubGlobal('window', { bridge: { call: () => Promise.resolve(answer) } });
});
afterEach(() => vi.unstubAllGlobals());

function leaveOutTheFirst(): void {
  const composing = {
    draftKey: threadId,
    to: { threadId },
    outlook: { to: numbers } as unknown as TextOutlook,
  };
  leavingOut(composing, [party(numbers[0] ?? ('' as E164))], 'US' as CountryCode)?.();
}

test('a text to the others has the words and the files of the one to all', async () => {
  answer = { ok: true, value: { parties: numbers.map(party) } };
  changeWriting(threadId, { text: 'The contract', files: [file] });
  leaveOutTheFirst();
  await vi.waitFor(() =>
    expect(useUi.getState().beginning).toMatchObject({
      to: [{ number: numbers[1] }, { number: numbers[2] }],
      body: 'The contract',
      files: [file],
    }),
  );
  expect(readWriting(threadId)).toMatchObject({ text: '', files: [] });
});

test('what was written stays, and a reason is given, where nobody can be looked up', async () => {
  const reason = failure('internal', 'internal');
  answer = { ok: false, failure: reason };
  changeWriting(threadId, { text: 'The contract', files: [file] });
  leaveOutTheFirst();
  await vi.waitFor(() => expect(useTexts.getState().failures[threadId]).toEqual(reason));
  expect(readWriting(threadId)).toMatchObject({ text: 'The contract', files: [file] });
});
