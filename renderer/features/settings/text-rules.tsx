import { locale } from '../../../shared/strings/language.ts';
import { useState, type FormEvent } from 'react';
import { carrierStartWords, carrierStopWords, foldAnswer } from '../../../shared/opt-out.ts';
import { strings } from '../../../shared/strings/strings.ts';
import { useSaveSettings, useSettings } from '../../app/queries.ts';
import { SaveTrouble } from '../../app/save-trouble.tsx';
import { useDraft } from '../../app/use-draft.ts';
import { Button } from '../../ui/button.tsx';
import { TextField } from '../../ui/text-field.tsx';
import styles from './do-not-call.module.css';
import cards from './settings.module.css';
import { TextList } from './text-list.tsx';
import { Card } from './card.tsx';
import { Setting } from './setting.tsx';
import { OnOff } from './on-off.tsx';

const words = strings.textRules.settings;
/** As many words as the settings keep, and as long as one may be. */
const mostWords = 30;
const longestWord = 30;
const longestSentence = 200;

/** What is asked before a text, what is added to a first one, and which answers end them. */
export function TextRules() {
  const settings = useSettings().data;
  return (
    <Card place="text-rules">
      <OnOff
        name="askQuietTexts"
        label={words.quiet}
        on={words.on}
        off={words.off}
        advice={words.quietAdvice}
      />
      {settings && (
        <Setting name="firstTextSentence">
          <FirstText sentence={settings.firstTextSentence} />
        </Setting>
      )}
      <Setting name="stopWords">
        <StopWords own={settings?.stopWords ?? []} />
      </Setting>
    </Card>
  );
}

function FirstText({ sentence = '' }: { readonly sentence: string | undefined }) {
  const { value: text, set, settle } = useDraft(sentence);
  const save = useSaveSettings();
  const hasChanged = text.trim() !== sentence;
  const submit = (event: FormEvent): void => {
    event.preventDefault();
    const next = text.trim();
    if (!hasChanged) return;
    save.mutate({ firstTextSentence: next === '' ? null : next }, { onSuccess: settle });
  };
  return (
    <form className={styles.form} onSubmit={submit}>
      <TextField
        label={words.first}
        placeholder={words.firstPlaceholder}
        maxLength={longestSentence}
        value={text}
        onChange={(event) => set(event.target.value)}
      />
      <p className={cards.advice}>{words.firstAdvice}</p>
      <div className={styles.actions}>
        <Button type="submit" aria-disabled={!hasChanged}>
          {words.save}
        </Button>
      </div>
      <SaveTrouble save={save} />
    </form>
  );
}

function StopWords({ own }: { readonly own: readonly string[] }) {
  const save = useSaveSettings();
  const [wasRefused, setWasRefused] = useState(false);
  const list = new Intl.ListFormat(locale());
  const set = (texts: readonly string[], onError?: () => void): void => {
    const stopWords = [...new Set(texts.flatMap((text) => foldAnswer(text) ?? []))];
    setWasRefused(stopWords.length < texts.length);
    save.mutate({ stopWords }, { onError });
  };
  return (
    <>
      <h3>{words.stopTitle}</h3>
      <p className={cards.advice}>{words.stopAdvice(list.format(carrierStopWords))}</p>
      <TextList
        words={words.stopWords}
        texts={own}
        most={mostWords}
        longest={longestWord}
        save={save}
        onSet={set}
      />
      {wasRefused && (
        <p className={cards.advice} role="alert">
          {words.stopOneWord}
        </p>
      )}
      <p className={cards.advice}>{words.startAdvice(list.format(carrierStartWords))}</p>
    </>
  );
}
