import { useEffect, useRef } from 'react';
import { create } from 'zustand';
import { strings } from '../../../shared/strings/strings.ts';
import { isTrouble } from '../../app/messages/status.ts';
import type { Bubble } from './view-model.ts';

/** What readers are told of the user's own texts: the lines that say it to the eye come and go. */
const useSaid = create<{ readonly text: string }>()(() => ({ text: '' }));

export function sayAloud(text: string): void {
  useSaid.setState({ text });
}

/** Reads out what became of a text: held, taken back, let go, dropped, not delivered. */
export function SaidAloud() {
  const text = useSaid((said) => said.text);
  useEffect(() => () => sayAloud(''), []);
  return (
    <div role="status" className="read-only-aloud">
      {text}
    </div>
  );
}

/** Tells of a text that did not go while its thread is open; what stood there before is not news. */
export function useTroubleAloud(bubbles: readonly Bubble[]): void {
  const before = useRef<ReadonlyMap<string, boolean>>(new Map());
  useEffect(() => {
    const now = new Map(bubbles.map(({ key, status }) => [key, isTrouble(status)]));
    const gone = bubbles.findLast(
      ({ key }) => now.get(key) === true && before.current.get(key) === false,
    );
    before.current = now;
    if (gone !== undefined)
      sayAloud(strings.messages.trouble(strings.messages.status[gone.status], gone.text));
  }, [bubbles]);
}
