import type { ReactNode } from 'react';
import type { Composing } from '../composer/composing.ts';
import { useHomeCountry } from '../queries.ts';
import { ClosedField, Unanswerable } from './closed.tsx';
import { leavingOut } from './leave-out.ts';
import { useAnswers } from './store.ts';
import { isClosed } from './view-model.ts';

/** What stands in place of the field, where nothing is to be written; undefined where it is open. */
export function useShut(
  composing: Pick<Composing, 'draftKey' | 'to' | 'from' | 'outlook'>,
): ReactNode | undefined {
  const { to, from, outlook } = composing;
  const home = useHomeCountry();
  const answers = useAnswers({ to, from });
  if (outlook === undefined) return undefined;
  // A service's short code has no number that a text could go to; in a new text the field says so.
  if ('threadId' in to && outlook.refusal?.message === 'text.recipient-invalid')
    return <Unanswerable />;
  if (!isClosed(outlook, answers)) return undefined;
  const parties = outlook.optOuts.map(({ party }) => party);
  return (
    <ClosedField
      outlook={outlook}
      asked={{ to, from }}
      onLeaveOut={leavingOut(composing, parties, home)}
    />
  );
}
