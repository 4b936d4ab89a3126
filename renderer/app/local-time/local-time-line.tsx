import type { LocalTime } from '../../../shared/model/calls.ts';
import { cx } from '../../ui/class-names.ts';
import { Clock, Moon } from '../../ui/icons.ts';
import { Parts } from '../../ui/parts.tsx';
import { useNow } from '../use-now.ts';
import styles from './local-time.module.css';
import { placeOf, toLocalWords } from './view-model.ts';

/** Often enough that the minute is never much behind the clock on the wall. */
const everyMs = 5_000;

/** *7:42 their time · San Francisco, CA*: it goes on, and stands out when it is early or late there. */
export function LocalTimeLine(props: {
  readonly localTime?: LocalTime | undefined;
  readonly place?: string | undefined;
}) {
  const now = useNow(everyMs);
  const { localTime } = props;
  const place = placeOf(localTime, props.place);
  const told = localTime && toLocalWords(localTime, now);
  if (told === undefined) return place === undefined ? null : <span>{place}</span>;
  const Icon = told.quiet === undefined ? Clock : Moon;
  return (
    <span className={cx(styles.line, told.quiet !== undefined && styles.quiet)} title={told.title}>
      <Icon aria-hidden="true" />
      <Parts
        parts={[told.text, told.quiet, place].flatMap((part) =>
          part === undefined ? [] : { key: part, part },
        )}
      />
    </span>
  );
}
