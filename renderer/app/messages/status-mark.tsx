import type { ReactNode } from 'react';
import type { MessageStatus } from '../../../shared/model/messages.ts';
import { cx } from '../../ui/class-names.ts';
import { AlertCircle, Check, CheckCheck, CircleHelp, Clock, Loader } from '../../ui/icons.ts';
import styles from './status-mark.module.css';
import { statusOf } from './status.ts';

const icons: Readonly<Record<MessageStatus, ReactNode>> = {
  queued: <Clock />,
  sending: <Loader />,
  sent: <Check />,
  delivered: <CheckCheck />,
  failed: <AlertCircle />,
  unknown: <CircleHelp />,
  received: undefined,
};

/** How far a text has come: icon and word. */
export function StatusMark({ status }: { readonly status: MessageStatus }) {
  const { text, tone } = statusOf(status);
  return (
    <span className={cx(styles.status, styles[tone])}>
      {icons[status]}
      {text}
    </span>
  );
}
