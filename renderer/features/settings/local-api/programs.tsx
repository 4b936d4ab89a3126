import { useState } from 'react';
import type { ApiProgram } from '../../../../shared/model/local-api.ts';
import { strings } from '../../../../shared/strings/strings.ts';
import { failureOf } from '../../../app/bridge.ts';
import { shortWhen } from '../../../app/format.ts';
import { TroubleLine } from '../../../app/notes/trouble-line.tsx';
import { useNow } from '../../../app/use-now.ts';
import { Button } from '../../../ui/button.tsx';
import { Confirm } from '../../../ui/dialog.tsx';
import { Plus } from '../../../ui/icons.ts';
import cards from '../settings.module.css';
import { TokenDialog } from './token-dialog.tsx';
import { useChangeTokens } from './use-local-api.ts';
import { rightsWords } from './view-model.ts';
import styles from './local-api.module.css';

const words = strings.localApi.settings;

/** Who has a token, what it allows, and the way to take it back. */
export function Programs({ programs }: { readonly programs: readonly ApiProgram[] }) {
  const [isMaking, setIsMaking] = useState(false);
  const [leaving, setLeaving] = useState<ApiProgram>();
  const { revoke } = useChangeTokens();
  return (
    <section className={cards.choice}>
      <h3>{words.programs}</h3>
      {programs.length === 0 && <p className={cards.advice}>{words.noPrograms}</p>}
      <ul className={styles.list} aria-label={words.programs}>
        {programs.map((program) => (
          <Program key={program.id} program={program} onRevoke={() => setLeaving(program)} />
        ))}
      </ul>
      <TroubleLine failure={revoke.error ? failureOf(revoke.error) : undefined} />
      <p className={cards.advice}>{words.accountAdvice}</p>
      <div className={cards.actions}>
        <Button icon={<Plus />} onClick={() => setIsMaking(true)}>
          {words.create}
        </Button>
      </div>
      {isMaking && <TokenDialog onClose={() => setIsMaking(false)} />}
      {leaving && (
        <Confirm
          title={words.revokeTitle(leaving.name)}
          advice={words.revokeAdvice}
          confirm={words.revoke}
          decline={words.keep}
          isOpen
          onClose={() => setLeaving(undefined)}
          onConfirm={() => {
            revoke.mutate(leaving.id);
            setLeaving(undefined);
          }}
        />
      )}
    </section>
  );
}

function Program(props: { readonly program: ApiProgram; readonly onRevoke: () => void }) {
  const { name, hint, lastUsedAt } = props.program;
  const now = useNow();
  const used = lastUsedAt === undefined ? words.unused : words.used(shortWhen(lastUsedAt, now));
  return (
    <li className={styles.entry}>
      <span className={styles.words}>
        <span className={styles.text}>{name}</span>
        <span className={cards.advice}>{rightsWords(props.program)}</span>
        <span className={cards.advice}>{[words.hint(hint), used].join(' · ')}</span>
      </span>
      <Button variant="quiet" aria-label={words.revokeOf(name)} onClick={props.onRevoke}>
        {words.revoke}
      </Button>
    </li>
  );
}
