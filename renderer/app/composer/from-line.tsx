import type { E164 } from '../../../shared/model/ids.ts';
import type { SenderView } from '../../../shared/model/messages.ts';
import { strings } from '../../../shared/strings/strings.ts';
import { Banner } from '../../ui/banner.tsx';
import { Button } from '../../ui/button.tsx';
import { Check, Copy } from '../../ui/icons.ts';
import { MenuButton, type MenuItem } from '../../ui/menu.tsx';
import { useCopy } from '../../ui/use-copy.ts';
import { usePartyWords, type PartyWords } from '../party.ts';
import styles from './composer.module.css';
import type { Composing } from './composing.ts';
import { hasChoice } from './from.ts';
import { changeWriting } from './store.ts';

const words = strings.composer;

/** The number it goes from, where another could be chosen; of those that cannot text, why. */
export function FromLine({ composing }: { readonly composing: Composing }) {
  const { number, senders, threadNumber } = composing.sender;
  const party = usePartyWords();
  const isStuck = composing.sender.obstacle !== undefined;
  if (!hasChoice(senders) && !isStuck && threadNumber === undefined) return null;
  const choose = (from: E164): void => changeWriting(composing.draftKey, { from });
  return (
    <div className={styles.from}>
      <MenuButton
        label={number === undefined ? words.fromNone : words.from(party.number(number))}
        items={senders.map((sender) => itemOf(sender, number, party, choose))}
      />
      {number !== undefined && threadNumber !== undefined && (
        <span className={styles.note} role="status">
          {words.otherThread(party.number(number))}
        </span>
      )}
    </div>
  );
}

function itemOf(
  sender: SenderView,
  current: E164 | undefined,
  party: PartyWords,
  choose: (from: E164) => void,
): MenuItem {
  const { number, label, obstacle, canSendMedia } = sender;
  const why = obstacle && strings.failures(obstacle).title;
  return {
    label: party.number(number),
    detail: [label, why ?? (canSendMedia ? undefined : words.noMedia)].filter(Boolean).join(' · '),
    icon: number === current ? <Check /> : undefined,
    isDisabled: obstacle !== undefined,
    onSelect: () => choose(number),
  };
}

/** Why no texts go out from the number, and something to hand to who can change that. */
export function SenderTrouble({ composing }: { readonly composing: Composing }) {
  const { number, obstacle } = composing.sender;
  const party = usePartyWords();
  const why = obstacle && strings.failures(obstacle);
  const shown = number === undefined ? '' : party.number(number);
  const [copying, copy] = useCopy(why ? words.forAdministrator(shown, why.title, why.advice) : '');
  if (why === undefined) return null;
  return (
    <Banner
      tone="warning"
      title={why.title}
      role="status"
      actions={
        <Button icon={<Copy />} onClick={copy}>
          {copying === 'copied'
            ? words.copied
            : copying === 'refused'
              ? words.notCopied
              : words.copyForAdministrator}
        </Button>
      }
    >
      {why.advice}
    </Banner>
  );
}
