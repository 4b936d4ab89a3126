import { useNow } from '../use-now.ts';
import type { Composing } from '../composer/composing.ts';
import { readAnswers, useAnswers, type Asked } from './store.ts';
import { quietSendOf, type QuietSend } from './view-model.ts';

type About = Asked & Pick<Composing, 'outlook'>;

/** *Send at 8:00 their time*, while that is what Send does. */
export function useQuietSend({ to, from, outlook }: About): QuietSend | undefined {
  const answers = useAnswers({ to, from });
  return quietSendOf(outlook, answers, useNow());
}

/** The same at the moment of sending: an answer just given counts already. */
export function readQuietSend({ to, from, outlook }: About): QuietSend | undefined {
  return quietSendOf(outlook, readAnswers({ to, from }), Date.now());
}
