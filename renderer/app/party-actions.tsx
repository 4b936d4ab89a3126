import type { Party } from '../../shared/model/people.ts';
import { strings } from '../../shared/strings/strings.ts';
import { IconButton } from '../ui/icon-button.tsx';
import { MessageSquare, Phone } from '../ui/icons.ts';
import { usePartyWords } from './party.ts';
import { writtenTarget, type CallAs } from './phone/view-model.ts';
import { startText } from './start-text.ts';
import { useCallParty } from './use-dial.ts';

/** Call and text someone, at the end of a row. Nothing without a number to reach. */
export function PartyActions(props: {
  readonly party: Party;
  readonly tabIndex: 0 | -1;
  /** What calling them is here: once more, or back. */
  readonly callAs?: CallAs;
  /** What was keyed in once the last call was up. */
  readonly keyIn?: string | undefined;
}) {
  const { party, tabIndex, callAs = 'first', keyIn } = props;
  const { number } = party;
  const words = usePartyWords();
  const callParty = useCallParty();
  if (number === undefined) return null;
  const who = words.title(party);
  return (
    <>
      <IconButton
        label={strings.phone.callingParty[callAs](who)}
        hint={strings.phone.calling[callAs]}
        icon={<Phone />}
        tabIndex={tabIndex}
        onClick={() => callParty({ number: writtenTarget({ number, keyIn }), who })}
      />
      <IconButton
        label={strings.app.textParty(who)}
        hint={strings.app.text}
        icon={<MessageSquare />}
        tabIndex={tabIndex}
        onClick={() => void startText({ number, party })}
      />
    </>
  );
}
