import { useId, useState } from 'react';
import type { SendTime } from '../../../shared/model/drafts.ts';
import type { E164, EpochMs } from '../../../shared/model/ids.ts';
import { strings } from '../../../shared/strings/strings.ts';
import { Button } from '../../ui/button.tsx';
import { Dialog } from '../../ui/dialog.tsx';
import { TextField } from '../../ui/text-field.tsx';
import { useNow } from '../use-now.ts';
import { useOutlook } from '../use-outlook.ts';
import styles from './send-later.module.css';
import { cityOf, fromFields, otherZone, ownZone, quickTimes, toFields } from './times.ts';

const words = strings.sending;

/** When a text is to go out: one press for the usual times, fields for any other. */
export function WhenDialog(props: {
  readonly isOpen: boolean;
  /** One person: then it can be by their clocks. */
  readonly to: E164 | undefined;
  /** What was chosen before. */
  readonly start?: SendTime | undefined;
  readonly onChoose: (time: SendTime) => void;
  readonly onClose: () => void;
}) {
  const formId = useId();
  return (
    <Dialog
      title={words.laterTitle}
      actions={
        <Button type="submit" form={formId} variant="primary">
          {words.schedule}
        </Button>
      }
      isOpen={props.isOpen}
      onClose={props.onClose}
    >
      {props.isOpen && <When {...props} formId={formId} />}
    </Dialog>
  );
}

function When(props: Parameters<typeof WhenDialog>[0] & { readonly formId: string }) {
  const { start } = props;
  const now = useNow();
  const known = useOutlook(props.to)?.localTime?.zone ?? start?.zone;
  const theirs = otherZone(known, now);
  const [isTheirs, setIsTheirs] = useState(start?.zone !== undefined);
  const [callsOff, setCallsOff] = useState(start?.cancelOnReply ?? false);
  const zone = isTheirs && theirs !== undefined ? theirs : ownZone();
  const choose = (at: EpochMs): void =>
    props.onChoose({
      at,
      zone: zone === theirs ? zone : undefined,
      cancelOnReply: callsOff,
    });
  return (
    <div className={styles.when}>
      {theirs !== undefined && (
        <Check label={words.theirTime(cityOf(theirs))} isOn={isTheirs} onChange={setIsTheirs} />
      )}
      <Check label={words.callOff} isOn={callsOff} onChange={setCallsOff} />
      <div role="group" aria-label={words.laterTitle} className={styles.quick}>
        {quickTimes(now, zone).map(({ label, at }) => (
          <Button key={label} onClick={() => choose(at)}>
            {label}
          </Button>
        ))}
      </div>
      <OtherTime
        key={zone}
        formId={props.formId}
        zone={zone}
        now={now}
        begin={start && start.at > now ? start.at : undefined}
        onChoose={choose}
      />
    </div>
  );
}

function OtherTime(props: {
  readonly formId: string;
  readonly zone: string;
  readonly now: EpochMs;
  readonly begin: EpochMs | undefined;
  readonly onChoose: (at: EpochMs) => void;
}) {
  const { zone, now } = props;
  const [fields, setFields] = useState(() =>
    toFields(props.begin ?? quickTimes(now, zone).at(-1)?.at ?? now, zone),
  );
  const at = fromFields(fields, zone, now);
  return (
    <form
      id={props.formId}
      className={styles.other}
      aria-label={words.otherTitle}
      onSubmit={(event) => {
        event.preventDefault();
        // A dialog stands in the composer's form only for React: what is sent here is not the text.
        event.stopPropagation();
        if (at !== undefined) props.onChoose(at);
      }}
    >
      <TextField
        type="date"
        label={words.day}
        value={fields.day}
        min={toFields(now, zone).day}
        onChange={(event) => setFields({ ...fields, day: event.target.value })}
      />
      <TextField
        type="time"
        label={words.time}
        value={fields.time}
        onChange={(event) => setFields({ ...fields, time: event.target.value })}
      />
      {at === undefined && (
        <p className={styles.hint} role="status">
          {words.pickTime}
        </p>
      )}
    </form>
  );
}

function Check(props: {
  readonly label: string;
  readonly isOn: boolean;
  readonly onChange: (isOn: boolean) => void;
}) {
  return (
    <label className={styles.check}>
      <input
        type="checkbox"
        checked={props.isOn}
        onChange={(event) => props.onChange(event.target.checked)}
      />
      {props.label}
    </label>
  );
}
