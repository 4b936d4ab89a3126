import { useId, useState, type FormEvent, type KeyboardEvent } from 'react';
import { builtInFields, fillIn, joinValues, namedFields } from '../../../shared/merge.ts';
import type { Template } from '../../../shared/model/templates.ts';
import { strings } from '../../../shared/strings/strings.ts';
import { longestText } from '../../../shared/text-limits.ts';
import { failureOf } from '../../app/bridge.ts';
import { TroubleLine } from '../../app/notes/trouble-line.tsx';
import { useSession, useSettings } from '../../app/queries.ts';
import { takeFocus } from '../../app/take-focus.ts';
import { useChangeTemplates } from '../../app/templates/use-templates.ts';
import { Button } from '../../ui/button.tsx';
import { cx } from '../../ui/class-names.ts';
import { TextArea } from '../../ui/text-area.tsx';
import { TextField } from '../../ui/text-field.tsx';
import cards from './settings.module.css';
import styles from './templates.module.css';

const words = strings.templates.settings;
/** As much as a menu has room for. */
const longestTitle = 60;

const example = {
  'first name': 'Ada',
  'last name': 'Brook',
  name: 'Ada Brook',
  company: 'Brook & Sons',
};

/** A template as it is written, with how it will read. */
export function TemplateForm(props: {
  readonly template: Template | undefined;
  readonly onEnd: () => void;
}) {
  const { template, onEnd } = props;
  const [title, setTitle] = useState(template?.title ?? '');
  const [body, setBody] = useState(template?.body ?? '');
  const { save } = useChangeTemplates();
  const isComplete = title.trim() !== '' && body.trim() !== '';
  const submit = (event: FormEvent): void => {
    event.preventDefault();
    if (!isComplete) return;
    const written = { title: title.trim(), body: body.trim() };
    save.mutate(template ? { templateId: template.id, ...written } : written, {
      onSuccess: onEnd,
    });
  };
  const onKeyDown = (event: KeyboardEvent): void => {
    if (event.key !== 'Escape') return;
    event.stopPropagation();
    onEnd();
  };
  return (
    <form className={styles.form} onSubmit={submit}>
      <TextField
        label={words.name}
        ref={takeFocus}
        value={title}
        maxLength={longestTitle}
        onKeyDown={onKeyDown}
        onChange={(event) => setTitle(event.target.value)}
      />
      <TextArea
        label={words.body}
        rows={4}
        value={body}
        maxLength={longestText}
        onKeyDown={onKeyDown}
        onChange={(event) => setBody(event.target.value)}
      />
      <Preview body={body} />
      <TroubleLine failure={save.isError ? failureOf(save.error) : undefined} />
      <div className={cards.actions}>
        <Button type="submit" variant="primary" disabled={!isComplete}>
          {words.save}
        </Button>
        <Button variant="quiet" onClick={onEnd}>
          {words.cancel}
        </Button>
      </div>
    </form>
  );
}

function Preview({ body }: { readonly body: string }) {
  const id = useId();
  const ownFields = useSettings().data?.ownFields ?? [];
  const name = useSession().data?.account?.name ?? '';
  const { text, open } = fillIn(
    body,
    joinValues(example, { 'my name': name }, namedFields(ownFields)),
  );
  const unknown = [...new Set(open.map((field) => field.name))].filter(
    (field) => !(builtInFields as readonly string[]).includes(field.toLowerCase()),
  );
  return (
    <div className={styles.preview} role="group" aria-labelledby={id}>
      <p id={id} className={cards.advice}>
        {words.preview} · {words.previewOf}
      </p>
      <p className={styles.bubble}>{text || '\u00a0'}</p>
      <p className={cx(cards.advice, 'figures')}>{words.count(text.length, longestText)}</p>
      {unknown.length > 0 && (
        <p className={styles.unknown} role="status">
          {words.unknown(unknown)}
        </p>
      )}
    </div>
  );
}
