import { useId, useState, type FormEvent } from 'react';
import { apiScopes, type NewApiToken } from '../../../../shared/model/local-api.ts';
import { strings } from '../../../../shared/strings/strings.ts';
import { failureOf } from '../../../app/bridge.ts';
import { TroubleLine } from '../../../app/notes/trouble-line.tsx';
import { Button } from '../../../ui/button.tsx';
import { CopyLine } from '../../../ui/copy-line.tsx';
import { Dialog } from '../../../ui/dialog.tsx';
import { FieldNote, TextField } from '../../../ui/text-field.tsx';
import cards from '../settings.module.css';
import { useChangeTokens } from './use-local-api.ts';
import { emptyDraft, lackOf, toggleScope, type TokenDraft } from './view-model.ts';
import styles from './local-api.module.css';

const words = strings.localApi.create;

/** Asks what a program is called and may do, and then shows its token, this once. */
export function TokenDialog({ onClose }: { readonly onClose: () => void }) {
  const formId = useId();
  const { create } = useChangeTokens();
  const made = create.data;
  const make = ({ name, scopes, callsAtOnce }: TokenDraft): void => {
    if (create.isPending) return;
    create.mutate({ name: name.trim(), scopes: [...scopes], callsAtOnce });
  };
  return (
    <Dialog
      title={made ? words.made(made.program.name) : words.title}
      actions={
        made === undefined && (
          <Button type="submit" form={formId} variant="primary">
            {words.make}
          </Button>
        )
      }
      isOpen
      onClose={onClose}
    >
      {made ? <Made made={made} /> : <TokenForm id={formId} onMake={make} />}
      <TroubleLine failure={create.error ? failureOf(create.error) : undefined} />
    </Dialog>
  );
}

function Made({ made }: { readonly made: NewApiToken }) {
  return (
    <>
      <p role="status">{words.once}</p>
      <CopyLine label={words.token} text={made.token} words={words} />
    </>
  );
}

function TokenForm(props: { readonly id: string; readonly onMake: (draft: TokenDraft) => void }) {
  const id = useId();
  const [draft, setDraft] = useState(emptyDraft);
  const [isTried, setIsTried] = useState(false);
  const lack = isTried ? lackOf(draft) : undefined;
  const submit = (event: FormEvent): void => {
    event.preventDefault();
    setIsTried(true);
    if (lackOf(draft) === undefined) props.onMake(draft);
  };
  return (
    <form id={props.id} className={styles.form} noValidate onSubmit={submit}>
      <TextField
        label={words.name}
        hint={words.nameHint}
        maxLength={60}
        value={draft.name}
        error={lack === 'name' && words.nameMissing}
        onChange={(event) => setDraft({ ...draft, name: event.target.value })}
      />
      <div role="group" aria-labelledby={id}>
        <span id={id} className={styles.legend}>
          {words.scopes}
        </span>
        {apiScopes.map((scope) => (
          <Tick
            key={scope}
            label={strings.localApi.scopes[scope]}
            isOn={draft.scopes.has(scope)}
            onToggle={() => setDraft(toggleScope(draft, scope))}
          />
        ))}
        {draft.scopes.has('call') && (
          <Tick
            label={words.atOnce}
            advice={words.atOnceAdvice}
            isOn={draft.callsAtOnce}
            onToggle={() => setDraft({ ...draft, callsAtOnce: !draft.callsAtOnce })}
          />
        )}
        {lack === 'scopes' && (
          <FieldNote id={`${id}-lack`} isError>
            {words.scopeMissing}
          </FieldNote>
        )}
      </div>
    </form>
  );
}

function Tick(props: {
  readonly label: string;
  readonly advice?: string;
  readonly isOn: boolean;
  readonly onToggle: () => void;
}) {
  const id = useId();
  return (
    <>
      <label className={styles.tick}>
        <input
          type="checkbox"
          checked={props.isOn}
          aria-describedby={props.advice && id}
          onChange={props.onToggle}
        />
        {props.label}
      </label>
      {props.advice && (
        <p id={id} className={cards.advice}>
          {props.advice}
        </p>
      )}
    </>
  );
}
