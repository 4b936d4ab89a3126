import type { Failure } from '../../shared/failure.ts';
import { strings } from '../../shared/strings/strings.ts';
import { Banner } from '../ui/banner.tsx';
import { Empty } from '../ui/empty.tsx';
import { Lock } from '../ui/icons.ts';
import { DiagnosticsLink } from './diagnostics-link.tsx';
import { useSession } from './queries.ts';
import { isToldAbove } from './trouble.ts';

type Reading = 'canReadTexts' | 'canReadCalls' | 'canReadContacts';

/** Something RingCentral does not let us read, and why. */
export type Unreadable = { readonly what: Reading; readonly failure: Failure };

/** Why a list cannot be filled from RingCentral; undefined while nothing is in the way. */
export function useUnreadable(what: Reading): Unreadable | undefined {
  const ability = useSession().data?.[what];
  if (ability === undefined || ability.can || isToldAbove(ability.failure)) return undefined;
  return { what, failure: ability.failure };
}

/** In the place of an empty list: that it is not empty for want of rows. */
export function CannotRead({ what, failure }: Unreadable) {
  const { title, advice } = strings.failures(failure);
  return (
    <Empty icon={<Lock />} action={<DiagnosticsLink isReasonKnown />}>
      <strong>{strings.status.cannotRead[what]}</strong>
      <br />
      {title}. {advice}
    </Empty>
  );
}

/** Above a list that has rows from before: nothing new comes to it. */
export function CannotReadNote({ what, failure }: Unreadable) {
  const { title, advice } = strings.failures(failure);
  return (
    <Banner
      tone="warning"
      isFlush
      title={strings.status.cannotRead[what]}
      actions={<DiagnosticsLink isReasonKnown />}
    >
      {title}. {advice}
    </Banner>
  );
}
