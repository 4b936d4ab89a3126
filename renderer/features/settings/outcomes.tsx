import { useSaveSettings, useSettings } from '../../app/queries.ts';
import { strings } from '../../../shared/strings/strings.ts';
import { longestOutcome, mostOutcomes } from './outcome-list.ts';
import { TextList } from './text-list.tsx';
import { Card } from './card.tsx';
import { Setting } from './setting.tsx';

const words = strings.notes.outcomes;

/** What a call can be noted as. */
export function Outcomes() {
  const save = useSaveSettings();
  return (
    <Card place="outcomes">
      <Setting name="outcomes">
        <TextList
          words={words}
          texts={useSettings().data?.outcomes ?? []}
          most={mostOutcomes}
          longest={longestOutcome}
          save={save}
          onSet={(outcomes, onError) => save.mutate({ outcomes: [...outcomes] }, { onError })}
        />
      </Setting>
    </Card>
  );
}
