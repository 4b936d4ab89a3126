import type { ReactNode } from 'react';
import type { CallRow } from '../../../shared/model/calls.ts';
import { cx } from '../../ui/class-names.ts';
import {
  ArrowDownLeft,
  ArrowUpRight,
  Ban,
  CircleHelp,
  PhoneCall,
  PhoneMissed,
  PhoneOff,
  Smartphone,
  Voicemail,
} from '../../ui/icons.ts';
import styles from './outcome-line.module.css';
import { outcomeOf, rowDetail, type CallIcon } from './outcome.ts';

const icons: Readonly<Record<CallIcon, ReactNode>> = {
  incoming: <ArrowDownLeft />,
  outgoing: <ArrowUpRight />,
  missed: <PhoneMissed />,
  voicemail: <Voicemail />,
  failed: <PhoneOff />,
  blocked: <Ban />,
  unsure: <CircleHelp />,
  live: <PhoneCall />,
  device: <Smartphone />,
};

/** What became of a call: icon, words, length. */
export function OutcomeLine({ call }: { readonly call: CallRow }) {
  const { icon, tone } = outcomeOf(call);
  return (
    <span className={cx(styles.outcome, styles[tone], 'figures')}>
      {icons[icon]}
      {rowDetail(call)}
    </span>
  );
}
