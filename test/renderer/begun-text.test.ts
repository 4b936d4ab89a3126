import { beforeEach, describe, expect, test } from 'vitest';
import { failure } from '../../shared/failure.ts';
import type { StagedFile } from '../../shared/model/drafts.ts';
import type { FileId } from '../../shared/model/ids.ts';
import { beginText, goBack, recipientsOf } from '../../renderer/app/begun-text/begin.ts';
import {
  addPending,
  changeWriting,
  forgetTexts,
  readWriting,
  useTexts,
  type PendingText,
} from '../../renderer/app/composer/store.ts';
import { takeBack } from '../../renderer/app/composer/take-back.ts';
import { clientId } from './make.ts';

const ada = ['+12125550142'];
const bob = ['+12125550143'];
const cara = ['+12125550144'];
const file = { id: 'f' as FileId } as StagedFile;

beforeEach(forgetTexts);

describe('a text that is begun', () => {
  test('goes to nobody that it was not meant for, and can be gone back to', () => {
    changeWriting('new', { text: 'Hi Ada', files: [file], to: ada });
    beginText('new', bob);
    expect(readWriting('new')).toMatchObject({ text: '', files: [], to: bob });
    changeWriting('new', { text: 'Hi Bob' });
    expect(goBack('new')).toEqual(ada);
    expect(readWriting('new')).toMatchObject({ text: 'Hi Ada', files: [file], to: ada });
    expect(goBack('new')).toEqual(bob);
    expect(readWriting('new').text).toBe('Hi Bob');
  });

  test('of several each has its turn, and none is lost', () => {
    for (const [to, text] of [
      [ada, 'Hi Ada'],
      [bob, 'Hi Bob'],
      [cara, 'Hi Cara'],
    ] as const) {
      beginText('new', to);
      changeWriting('new', { text });
    }
    const turns = [1, 2, 3].map(() => (goBack('new'), readWriting('new').text));
    expect(turns.toSorted()).toEqual(['Hi Ada', 'Hi Bob', 'Hi Cara']);
  });

  test('comes back with the next text to them', () => {
    changeWriting('new', { text: 'Hi Ada', to: ada });
    beginText('new', bob);
    beginText('new', ada, { body: 'Your documents are here.' });
    expect(readWriting('new')).toMatchObject({
      text: 'Hi Ada\nYour documents are here.',
      to: ada,
    });
    expect(goBack('new')).toBeUndefined();
  });

  test('to nobody named goes on with what is written, to whom it was for', () => {
    changeWriting('new', { text: 'Hi Ada', to: ada });
    beginText('new', []);
    expect(recipientsOf('new')).toEqual(ada);
    beginText('quick', [], { body: 'On my way' });
    expect(readWriting('quick').text).toBe('On my way');
    expect(recipientsOf('quick')).toEqual([]);
  });

  test('is set aside when main refuses it while another is written', () => {
    const pending: PendingText = {
      clientId: clientId('p'),
      thread: 'new',
      text: 'Hi Ada',
      files: [file],
      from: undefined,
      to: ada,
      at: 1,
      isAccepted: false,
    };
    addPending(pending);
    beginText('new', bob);
    changeWriting('new', { text: 'Hi Bob' });
    takeBack(pending, failure('internal', 'archive.full'));
    expect(readWriting('new')).toMatchObject({ text: 'Hi Bob', files: [], to: bob });
    expect(useTexts.getState().failures.new).toBeUndefined();
    expect(goBack('new')).toEqual(ada);
    expect(readWriting('new')).toMatchObject({ text: 'Hi Ada', files: [file] });
  });
});
