import type { CheckOutcome } from '../../../shared/model/diagnostics.ts';
import { cx } from '../../ui/class-names.ts';
import { CircleCheck, CircleMinus, CircleX, TriangleAlert } from '../../ui/icons.ts';
import styles from './diagnostics.module.css';

const icons = {
  pass: CircleCheck,
  warn: TriangleAlert,
  fail: CircleX,
  skipped: CircleMinus,
} as const;

/** How something stands, for the eye; a word goes with it wherever it is shown. */
export function OutcomeIcon({ outcome }: { readonly outcome: CheckOutcome }) {
  const Icon = icons[outcome];
  return <Icon aria-hidden="true" className={cx(styles.icon, styles[outcome])} />;
}
