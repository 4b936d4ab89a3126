import { Fragment, type ReactNode } from 'react';
import type { Action } from '../../app/actions/action.ts';
import { Keys } from '../../app/actions/keys.tsx';
import { marksOf } from '../../app/actions/rank.ts';
import { acceleratorOf } from '../../../shared/shortcuts.ts';
import { strings } from '../../../shared/strings/strings.ts';
import { cx } from '../../ui/class-names.ts';
import { Check, ChevronRight } from '../../ui/icons.ts';
import styles from './palette.module.css';

const words = strings.palette;

/** The commands under the field, group by group; the field keeps the keyboard. */
export function OptionList(props: {
  readonly id: string;
  readonly actions: readonly Action[];
  readonly marked: string;
  readonly activeIndex: number | undefined;
  readonly optionId: (index: number) => string;
  readonly onHover: (index: number) => void;
  readonly onPick: (index: number) => void;
}) {
  const { actions } = props;
  if (actions.length === 0) return null;
  const starts = actions.flatMap(({ group }, at) =>
    at === 0 || actions[at - 1]?.group !== group ? [at] : [],
  );
  return (
    <div id={props.id} role="listbox" aria-label={words.list} className={styles.list}>
      {starts.map((start, at) => {
        const group = actions[start]?.group ?? 'here';
        const headingId = `${props.id}-${start}`;
        return (
          <div key={start} role="group" aria-labelledby={headingId}>
            <div id={headingId} role="presentation" className={styles.heading}>
              {words.groups[group]}
            </div>
            {actions.slice(start, starts[at + 1]).map((action, offset) => (
              <Option
                key={action.id}
                {...props}
                action={action}
                index={start + offset}
                isActive={props.activeIndex === start + offset}
              />
            ))}
          </div>
        );
      })}
    </div>
  );
}

function Option(props: {
  readonly action: Action;
  readonly index: number;
  readonly isActive: boolean;
  readonly marked: string;
  readonly optionId: (index: number) => string;
  readonly onHover: (index: number) => void;
  readonly onPick: (index: number) => void;
}) {
  const { action, index, isActive } = props;
  const { obstacle, shortcut } = action;
  const detail = obstacle ?? action.detail;
  return (
    // The keys are handled by the field.
    // eslint-disable-next-line jsx-a11y/click-events-have-key-events
    <div
      id={props.optionId(index)}
      ref={isActive ? intoView : undefined}
      role="option"
      tabIndex={-1}
      aria-selected={isActive}
      aria-disabled={obstacle !== undefined}
      className={cx(styles.option, isActive && styles.active, obstacle && styles.off)}
      onPointerMove={() => !isActive && props.onHover(index)}
      // The caret stays in the field.
      onPointerDown={(event) => event.preventDefault()}
      onClick={() => props.onPick(index)}
    >
      <span className={styles.words}>
        <span className={styles.label}>
          <Marked label={action.label} typed={props.marked} />
        </span>
        {detail !== undefined && <span className={cx(styles.detail, 'figures')}>{detail}</span>}
      </span>
      {action.isChosen === true && (
        <span className={styles.chosen}>
          <Check aria-hidden="true" />
          <span className="read-only-aloud">{words.chosen}</span>
        </span>
      )}
      {shortcut !== undefined && <Keys keys={acceleratorOf(shortcut)} />}
      {action.page && <ChevronRight className={styles.more} aria-hidden="true" />}
    </div>
  );
}

/** A label with what was typed of it told apart. */
function Marked({ label, typed }: { readonly label: string; readonly typed: string }) {
  const parts: ReactNode[] = [];
  let at = 0;
  for (const { start, end } of marksOf(label, typed)) {
    parts.push(
      <Fragment key={start}>
        {label.slice(at, start)}
        <mark className={styles.mark}>{label.slice(start, end)}</mark>
      </Fragment>,
    );
    at = end;
  }
  return (
    <>
      {parts}
      {label.slice(at)}
    </>
  );
}

const intoView = (option: HTMLElement | null): void => option?.scrollIntoView({ block: 'nearest' });
