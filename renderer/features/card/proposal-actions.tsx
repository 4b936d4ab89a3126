import type { ReactNode } from 'react';
import { strings } from '../../../shared/strings/strings.ts';
import { cx } from '../../ui/class-names.ts';
import { Button } from '../../ui/button.tsx';
import {
  Check,
  Copy,
  ExternalLink,
  MessageSquare,
  Phone,
  Smartphone,
  User,
  UserPlus,
  X,
} from '../../ui/icons.ts';
import styles from './card.module.css';
import type { useProposal } from './use-proposal.ts';
import { deedsOf, type Deed, type Proposal } from './view-model.ts';

const icons: Readonly<Record<Deed, ReactNode>> = {
  call: <Phone />,
  text: <MessageSquare />,
  device: <Smartphone />,
  copy: <Copy />,
  add: <UserPlus />,
  open: <User />,
  crm: <ExternalLink />,
  cancel: <X />,
};

/** The menu of a number as buttons: what Enter does is the large one. */
export function ProposalActions(props: {
  readonly card: Proposal;
  readonly isShort: boolean;
  readonly proposal: ReturnType<typeof useProposal>;
}) {
  const { card, proposal } = props;
  const [first, ...others] = deedsOf(card);
  if (first === undefined) return null;
  const shown = props.isShort ? others.filter((deed) => deed === 'cancel') : others;
  return (
    <div className={cx(styles.actions, props.isShort && styles.short)}>
      <Button
        data-first
        variant={first === 'cancel' || props.isShort ? 'secondary' : 'primary'}
        className={styles.first}
        icon={icons[first]}
        aria-keyshortcuts="Enter"
        onClick={() => proposal.act(first)}
      >
        {wordsOf(first)}
        <kbd className={styles.key}>
          {first === 'cancel' ? strings.cards.escape : strings.cards.enter}
        </kbd>
      </Button>
      {shown.map((deed) => (
        <Button
          key={deed}
          variant={deed === 'cancel' ? 'quiet' : 'secondary'}
          className={cx(styles.other, deed === 'cancel' && styles.cancel)}
          icon={deed === 'copy' && proposal.copying === 'copied' ? <Check /> : icons[deed]}
          onClick={() => proposal.act(deed)}
        >
          {deed === 'copy' ? copyWords(proposal.copying) : wordsOf(deed)}
          {deed === 'cancel' && <kbd className={styles.key}>{strings.cards.escape}</kbd>}
        </Button>
      ))}
    </div>
  );
}

function wordsOf(deed: Deed): string {
  return deed === 'crm' ? strings.incoming.crm : strings.phone[deed];
}

function copyWords(copying: ReturnType<typeof useProposal>['copying']): string {
  if (copying === 'copied') return strings.cards.copied;
  return copying === 'refused' ? strings.phone.notCopied : strings.phone.copy;
}
