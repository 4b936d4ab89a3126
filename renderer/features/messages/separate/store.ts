import { create } from 'zustand';
import type { SeparateSource } from '../../../../shared/model/separate.ts';
import { changeWriting, readWriting } from '../../../app/composer/store.ts';
import { closeCompose } from '../../../app/ui-store.ts';
import type { Choices } from './view-model.ts';
import { rememberForAccount } from '../../../app/account-memory.ts';

type Writing = Choices & {
  /** What the choices are about: of other people, others are made. */
  readonly source: SeparateSource | undefined;
  /** One for as long as the texts are the same, so that sent twice they are sent once. */
  readonly batchId: string;
  readonly isStarted: boolean;
};

const begin = (source: SeparateSource | undefined, body: string): Writing => ({
  source,
  body,
  edits: {},
  leftOut: new Set(),
  quiet: 'later',
  batchId: crypto.randomUUID(),
  isStarted: false,
});

/** Texts to each as they are being written; they stay while the user looks elsewhere. */
export const useSeparateTexts = create<Writing>()(() => ({
  ...begin(undefined, ''),
}));

/** Begins anew for other people; what everyone is to get stays, unless it is said. */
export function beginSeparate(source: SeparateSource, body?: string): void {
  const before = useSeparateTexts.getState();
  useSeparateTexts.setState(begin(source, body ?? (before.isStarted ? '' : before.body)));
}

export function setBody(body: string): void {
  useSeparateTexts.setState({ body });
}

export function setEdit(key: string, text: string | undefined): void {
  useSeparateTexts.setState(({ edits }) => {
    const others = Object.entries(edits).filter(([other]) => other !== key);
    return { edits: Object.fromEntries(text === undefined ? others : [...others, [key, text]]) };
  });
}

export function setLeftOut(key: string, isOut: boolean): void {
  useSeparateTexts.setState(({ leftOut }) => {
    const next = new Set(leftOut);
    if (isOut) next.add(key);
    else next.delete(key);
    return { leftOut: next };
  });
}

export function setQuiet(quiet: Choices['quiet']): void {
  useSeparateTexts.setState({ quiet });
}

/** They are accepted; the text to all of them that they may have begun as is not sent as well. */
export function noteStarted(): void {
  useSeparateTexts.setState({ isStarted: true });
  if (useSeparateTexts.getState().source?.from !== 'numbers') return;
  changeWriting('new', { text: '', to: [] });
  if (readWriting('new').files.length === 0) closeCompose();
}

/** Keeps the choices that are about rows from another reading of the file. */
export function forgetRows(): void {
  useSeparateTexts.setState({ edits: {}, leftOut: new Set() });
}

rememberForAccount({
  forget: () => useSeparateTexts.setState(begin(undefined, '')),
  hasUnsaved() {
    const { body, edits, isStarted } = useSeparateTexts.getState();
    return !isStarted && (body.trim() !== '' || Object.keys(edits).length > 0);
  },
});
