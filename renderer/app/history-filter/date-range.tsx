import { strings } from '../../../shared/strings/strings.ts';
import { Chips } from '../../ui/chips.tsx';
import styles from './filter-bar.module.css';
import { ranges, type FilterForm } from './form.ts';

const words = strings.history;

type Days = Pick<FilterForm<string>, 'range' | 'fromDay' | 'untilDay'>;

/** A time: one of those that are asked for most, or two days of one's own. */
export function DateRange(props: {
  readonly form: Days;
  readonly onChange: (change: Partial<Days>) => void;
}) {
  const { form, onChange } = props;
  return (
    <div className={styles.range}>
      <Chips
        label={words.when}
        value={form.range}
        options={ranges.map((value) => ({ value, label: words.ranges[value] }))}
        onChange={(range) => onChange({ range })}
      />
      {form.range === 'custom' && (
        <div className={styles.days}>
          <label>
            <span>{words.from}</span>
            <input
              type="date"
              value={form.fromDay}
              max={form.untilDay || undefined}
              onChange={(event) => onChange({ fromDay: event.target.value })}
            />
          </label>
          <label>
            <span>{words.to}</span>
            <input
              type="date"
              value={form.untilDay}
              min={form.fromDay || undefined}
              onChange={(event) => onChange({ untilDay: event.target.value })}
            />
          </label>
        </div>
      )}
    </div>
  );
}
