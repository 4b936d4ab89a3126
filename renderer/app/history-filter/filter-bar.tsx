import { useId, useRef, type ReactNode } from 'react';
import { strings } from '../../../shared/strings/strings.ts';
import { Button } from '../../ui/button.tsx';
import { Chips, ToggleChip } from '../../ui/chips.tsx';
import { IconButton } from '../../ui/icon-button.tsx';
import { Disc, ListFilter, Voicemail, X } from '../../ui/icons.ts';
import { TextField } from '../../ui/text-field.tsx';
import { DateRange } from './date-range.tsx';
import styles from './filter-bar.module.css';
import { countParts, type FilterForm } from './form.ts';

const words = strings.history;

/**
 * What a list is narrowed to: one line with the two kinds that are asked for most, and the rest
 * unfolded below it when it is wanted.
 */
export function FilterBar<Show extends string>(props: {
  readonly form: FilterForm<Show>;
  readonly labels: Readonly<Record<Show, string>>;
  /** Beside all of them. */
  readonly quick: Show;
  readonly all: Show;
  /** Calls can be narrowed to those with something to listen to. */
  readonly hasMedia?: boolean;
  readonly isOpen: boolean;
  readonly onToggle: () => void;
  readonly onChange: (change: Partial<FilterForm<Show>>) => void;
  readonly onClear: () => void;
  /** What can be done with what is shown. */
  readonly actions?: ReactNode;
  /** Beside the button of the filter. */
  readonly tools?: ReactNode;
  /** What can be done with what is left by the filter. */
  readonly narrowedActions?: ReactNode;
  /** The filter leaves nothing: what stands in the place of the list offers to clear it. */
  readonly isNothingLeft: boolean;
}) {
  const { form, labels, onChange } = props;
  const id = useId();
  const who = useRef<HTMLInputElement>(null);
  const count = countParts(form);
  const hasMore = count > (form.show === props.all ? 0 : 1);
  const shows = Object.keys(labels) as Show[];
  // The kind that was chosen below stands in the line, too.
  const inLine = [...new Set([props.all, props.quick, form.show])];
  const toChips = (values: readonly Show[]) =>
    values.map((value) => ({ value, label: labels[value] }));
  const choose = (show: Show): void => onChange({ ...form, show });
  return (
    <div className={styles.bar}>
      <div className={styles.line}>
        <Chips
          label={words.show}
          value={form.show}
          options={toChips(props.isOpen ? shows : inLine)}
          onChange={choose}
        />
        {props.tools && <div className={styles.tools}>{props.tools}</div>}
        <IconButton
          className={styles.toggle}
          label={props.isOpen ? words.hideFilter : count > 0 ? words.filterOn(count) : words.filter}
          icon={<ListFilter />}
          aria-expanded={props.isOpen}
          aria-controls={id}
          data-count={count > 0 ? count : undefined}
          onClick={props.onToggle}
        />
      </div>
      <div id={id} className={styles.panel} hidden={!props.isOpen}>
        {props.isOpen && (
          <>
            {props.hasMedia && (
              <div className={styles.chips}>
                <ToggleChip
                  label={words.hasVoicemail}
                  icon={<Voicemail />}
                  isOn={form.hasVoicemail}
                  onChange={(hasVoicemail) => onChange({ ...form, hasVoicemail })}
                />
                <ToggleChip
                  label={words.hasRecording}
                  icon={<Disc />}
                  isOn={form.hasRecording}
                  onChange={(hasRecording) => onChange({ ...form, hasRecording })}
                />
              </div>
            )}
            <DateRange form={form} onChange={(change) => onChange({ ...form, ...change })} />
            <TextField
              ref={who}
              label={words.who}
              isLabelHidden
              placeholder={words.whoHint}
              value={form.who}
              maxLength={200}
              onChange={(event) => onChange({ ...form, who: event.target.value })}
              trail={
                form.who !== '' && (
                  <IconButton
                    label={words.clearWho}
                    icon={<X />}
                    onClick={() => {
                      onChange({ ...form, who: '' });
                      who.current?.focus();
                    }}
                  />
                )
              }
            />
            {props.actions && <div className={styles.actions}>{props.actions}</div>}
          </>
        )}
      </div>
      {/* A kind alone is cleared by the chip beside it. */}
      {!props.isNothingLeft && (hasMore || (count > 0 && props.narrowedActions)) && (
        <div className={styles.clear}>
          {hasMore && (
            <Button variant="quiet" icon={<X />} onClick={props.onClear}>
              {words.clear}
            </Button>
          )}
          {props.narrowedActions}
        </div>
      )}
    </div>
  );
}
