import { strings } from '../../../shared/strings/strings.ts';
import { useSaveSettings, useSettings } from '../../app/queries.ts';
import cards from './settings.module.css';
import { TextList } from './text-list.tsx';
import { Card } from './card.tsx';
import { Setting } from './setting.tsx';
import { OnOff } from './on-off.tsx';

const words = strings.incoming.settings;
/** As many answers as the settings keep, and as long as one may be. */
const mostAnswers = 12;
const longestAnswer = 300;

/** What happens when somebody calls: the card, and what it offers to say. */
export function IncomingCalls() {
  const settings = useSettings().data;
  const save = useSaveSettings();
  return (
    <Card place="incoming">
      <OnOff
        name="showIncoming"
        label={words.show}
        on={words.on}
        off={words.off}
        advice={words.showAdvice}
      />
      <h3>{words.textBack}</h3>
      <p className={cards.advice}>{words.textBackAdvice}</p>
      <Setting name="textBack">
        <TextList
          words={words.answers}
          texts={settings?.textBack ?? []}
          most={mostAnswers}
          longest={longestAnswer}
          save={save}
          onSet={(textBack, onError) => save.mutate({ textBack: [...textBack] }, { onError })}
        />
      </Setting>
    </Card>
  );
}
