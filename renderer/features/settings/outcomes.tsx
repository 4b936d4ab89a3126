import { useId } from 'react';
import { useSaveSettings, useSettings } from '../../app/queries.ts';
import { strings } from '../../../shared/strings/strings.ts';
import { longestOutcome, mostOutcomes } from './outcome-list.ts';
import cards from './settings.module.css';
import { TextList } from './text-list.tsx';

const words = strings.notes.outcomes;

/** What a call can be noted as. */
export function Outcomes() {
  const id = useId();
  const save = useSaveSettings();
  return (
    <section className={cards.card} aria-labelledby={id}>
      <h2 id={id}>{words.title}</h2>
      <p className={cards.advice}>{words.advice}</p>
      <TextList
        words={words}
        texts={useSettings().data?.outcomes ?? []}
        most={mostOutcomes}
        longest={longestOutcome}
        save={save}
        onSet={(outcomes) => save.mutate({ outcomes: [...outcomes] })}
      />
    </section>
  );
}
