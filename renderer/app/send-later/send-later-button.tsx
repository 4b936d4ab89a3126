import { useState } from 'react';
import { strings } from '../../../shared/strings/strings.ts';
import { IconButton } from '../../ui/icon-button.tsx';
import { CalendarClock } from '../../ui/icons.ts';
import { useOffer } from '../actions/offers.ts';
import type { Composing } from '../composer/composing.ts';
import { WhenDialog } from './when-dialog.tsx';

/** Beside Send: the text waits for a time. */
export function SendLaterButton({ composing }: { readonly composing: Composing }) {
  const [isOpen, setIsOpen] = useState(false);
  const to = composing.outlook?.to ?? [];
  useOffer(() => [
    {
      id: 'send-later',
      group: 'here',
      label: strings.sending.later,
      obstacle: composing.obstacle,
      run: () => setIsOpen(true),
    },
  ]);
  return (
    <>
      <IconButton
        label={strings.sending.later}
        icon={<CalendarClock />}
        disabled={composing.obstacle !== undefined}
        onClick={() => setIsOpen(true)}
      />
      <WhenDialog
        isOpen={isOpen}
        to={to.length === 1 ? to[0] : undefined}
        onChoose={(sendAt) => {
          setIsOpen(false);
          composing.send({ sendAt });
        }}
        onClose={() => setIsOpen(false)}
      />
    </>
  );
}
