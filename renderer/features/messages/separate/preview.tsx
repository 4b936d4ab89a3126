import { useId, useState } from 'react';
import { strings } from '../../../../shared/strings/strings.ts';
import { dayAndTime } from '../../../app/format.ts';
import { usePartyWords } from '../../../app/party.ts';
import { useNow } from '../../../app/use-now.ts';
import { Button } from '../../../ui/button.tsx';
import { cx } from '../../../ui/class-names.ts';
import { IconButton } from '../../../ui/icon-button.tsx';
import { ChevronLeft, ChevronRight } from '../../../ui/icons.ts';
import { TextArea } from '../../../ui/text-area.tsx';
import styles from './separate.module.css';
import { setEdit, setLeftOut } from './store.ts';
import { stepRow, type SeparateRow } from './view-model.ts';

const words = strings.separate;

/** Every text as it will go: one in hand, and all of them in a list. */
export function Preview({ rows }: { readonly rows: readonly SeparateRow[] }) {
  const id = useId();
  const [chosen, setAt] = useState(0);
  const at = Math.min(chosen, rows.length - 1);
  const row = rows[at];
  const hasProblem = rows.some(({ state }) => state === 'problem');
  const step = (by: 1 | -1) => setAt(stepRow(rows, at, by));
  if (row === undefined) return null;
  return (
    <section className={styles.preview} aria-labelledby={id}>
      <header className={styles.head}>
        <h3 id={id}>{words.preview}</h3>
        {hasProblem && (
          <Button
            variant="quiet"
            onClick={() => setAt(stepRow(rows, at, 1, ({ state }) => state === 'problem'))}
          >
            {words.firstProblem}
          </Button>
        )}
        <span className={styles.steps}>
          <IconButton label={words.previous} icon={<ChevronLeft />} onClick={() => step(-1)} />
          <span className="figures" role="status">
            {words.of(at + 1, rows.length)}
          </span>
          <IconButton label={words.next} icon={<ChevronRight />} onClick={() => step(1)} />
        </span>
      </header>
      <InHand key={row.person.key} row={row} />
      <ol className={styles.list} aria-label={words.list}>
        {rows.map((each, index) => (
          <li key={each.person.key}>
            <button
              type="button"
              className={cx(styles.person, index === at && styles.current)}
              aria-current={index === at}
              onClick={() => setAt(index)}
            >
              <Who row={each} />
              <span className={styles[each.state]}>{words.state[each.state]}</span>
              <span className={styles.said}>{each.text}</span>
            </button>
          </li>
        ))}
      </ol>
    </section>
  );
}

function useWho(): (row: SeparateRow) => string {
  const party = usePartyWords();
  return ({ person }) =>
    [person.name ?? words.unnamed, person.number ? party.number(person.number) : person.typed]
      .filter(Boolean)
      .join(' · ');
}

function Who({ row }: { readonly row: SeparateRow }) {
  const who = useWho()(row);
  const { line } = row.person;
  return (
    <span className={cx(styles.who, 'figures')}>
      {who}
      {line !== undefined && <span className={styles.line}> {words.line(line)}</span>}
    </span>
  );
}

function InHand({ row }: { readonly row: SeparateRow }) {
  const { person, problem, state } = row;
  const now = useNow();
  const who = useWho()(row);
  const trouble = problem && strings.failures(problem);
  const caution = person.caution && strings.failures(person.caution);
  return (
    <div className={styles.hand}>
      {trouble && (
        <p className={styles.problem}>
          <strong>{trouble.title}.</strong> {trouble.advice}
        </p>
      )}
      {caution && <p className={styles.later}>{caution.title}</p>}
      {person.failure === undefined && (
        <TextArea
          label={words.text(who)}
          rows={3}
          value={row.typed}
          onChange={(event) => setEdit(person.key, event.target.value)}
        />
      )}
      {person.added !== undefined && problem === undefined && (
        <p className={styles.note}>{words.added(person.added)}</p>
      )}
      <div className={styles.tools}>
        <span className={styles.note}>
          {[
            state === 'later' && person.quiet && words.goesAt(dayAndTime(person.quiet.until, now)),
            row.segments > 0 && words.segments(row.segments),
            row.isEdited && words.edited,
          ]
            .filter(Boolean)
            .join(' · ')}
        </span>
        {row.isEdited && (
          <Button variant="quiet" onClick={() => setEdit(person.key, undefined)}>
            {words.putBack}
          </Button>
        )}
        <Button
          variant="quiet"
          aria-pressed={state === 'out'}
          onClick={() => setLeftOut(person.key, state !== 'out')}
        >
          {state === 'out' ? words.takeIn : words.leaveOut}
        </Button>
      </div>
    </div>
  );
}
