import { beforeEach, describe, expect, test } from 'vitest';
import { forgetAccount } from '../../renderer/app/account-memory.ts';
import {
  dropDraft,
  emptyDraft,
  goBackToAside,
  takeUp,
  useDrafts,
  writeDraft,
} from '../../renderer/features/contacts/contacts-store.ts';
import { enteredName, toNewDraft } from '../../renderer/features/contacts/view-model.ts';

const withNumber = (typed: string) => ({
  ...emptyDraft,
  numbers: [{ label: 'mobile', typed }] as const,
});
const ada = { ...emptyDraft, firstName: 'Ada' };
const stranger = withNumber('+19075550142');
const inHand = () => useDrafts.getState().created.draft;
const asideNow = () => useDrafts.getState().aside.map(({ draft }) => draft);

beforeEach(forgetAccount);

describe('someone who is being entered', () => {
  test('is kept aside when another is begun, who gets nothing of theirs', () => {
    writeDraft(ada);
    takeUp(stranger);
    expect(inHand()).toEqual(stranger);
    expect(asideNow()).toEqual([ada]);

    goBackToAside();
    expect(inHand()).toEqual(ada);
    // Nothing was typed of the stranger.
    expect(asideNow()).toEqual([]);
  });

  test('is not lost when several are begun one after the other', () => {
    writeDraft(ada);
    takeUp(stranger);
    takeUp(withNumber('+19075550143'));
    expect(asideNow()).toEqual([ada]);
    writeDraft({ ...inHand(), firstName: 'Ben' });
    takeUp(stranger);
    expect(asideNow()).toMatchObject([{ firstName: 'Ada' }, { firstName: 'Ben' }]);
    writeDraft({ ...inHand(), firstName: 'Cy' });
    goBackToAside();
    expect(inHand()).toMatchObject({ firstName: 'Ben' });
    expect(asideNow()).toMatchObject([{ firstName: 'Ada' }, { firstName: 'Cy' }]);
  });

  test('is taken up again when they are begun once more', () => {
    takeUp(stranger);
    writeDraft({ ...stranger, firstName: 'Ben' });
    takeUp(stranger);
    expect(inHand()).toMatchObject({ firstName: 'Ben' });
    takeUp(withNumber('+19075550143'));
    takeUp(stranger);
    expect(inHand()).toMatchObject({ firstName: 'Ben' });
    expect(asideNow()).toEqual([]);
  });

  test('goes when they are stored, in hand or aside, and takes nobody along', () => {
    writeDraft(ada);
    const { id } = useDrafts.getState().created;
    takeUp(stranger);
    expect(dropDraft(id)).toBe(false);
    expect(inHand()).toEqual(stranger);
    expect(asideNow()).toEqual([]);
    expect(dropDraft(useDrafts.getState().created.id)).toBe(true);
    expect(inHand()).toEqual(emptyDraft);
  });

  test('goes by their name, their company or their number', () => {
    expect(enteredName({ ...stranger, firstName: ' Ada', lastName: 'Brook ' })).toBe('Ada Brook');
    expect(enteredName({ ...stranger, company: 'Brook & Sons' })).toBe('Brook & Sons');
    expect(enteredName(stranger)).toBe('+19075550142');
    expect(enteredName(emptyDraft)).toBe('');
  });
});

test('someone whose card was sent has each number and each label once', () => {
  const numbers = [
    { label: 'mobile', typed: '+1 512 555 0167' },
    { label: 'mobile', typed: '(512) 555-0168' },
    { label: 'home', typed: '(512) 555-0168' },
    { label: 'other', typed: ' ' },
  ] as const;
  expect(toNewDraft({ ...emptyDraft, firstName: 'Otto', numbers })).toMatchObject({
    firstName: 'Otto',
    numbers: [
      { label: 'mobile', typed: '+1 512 555 0167' },
      { label: 'business', typed: '(512) 555-0168' },
    ],
  });
});
