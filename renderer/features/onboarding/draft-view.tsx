import { Fragment } from 'react';
import type { Failure } from '../../../shared/failure.ts';
import type { ImportDraft, ImportField } from '../../../shared/model/session.ts';
import { useSignIn } from '../../app/sign-in.ts';
import { strings } from '../../../shared/strings/strings.ts';
import { Banner } from '../../ui/banner.tsx';
import { Button } from '../../ui/button.tsx';
import { AlertCircle } from '../../ui/icons.ts';
import styles from './import.module.css';
import { SignInTrouble } from './sign-in-trouble.tsx';
import { useDraft } from './use-import.ts';
import {
  importFieldName,
  besideField,
  isOtherHost,
  isPasswordOver,
  isToldBeside,
} from './view-model.ts';

const words = strings.onboarding.import;

/** What an import holds, masked, what is wrong with it, and how it would sign in. */
export function DraftView(props: {
  readonly draft: ImportDraft;
  readonly way: 'import' | 'found';
  readonly redirectUri: string | undefined;
  /** To the form, where the browser signs in. */
  readonly onBrowser?: () => void;
  /** Main has let go of the values: they have to be read again. */
  readonly onGone: (failure: Failure) => void;
  readonly aside: React.ReactNode;
}) {
  const { draft, way } = props;
  const working = useSignIn((state) => state.working);
  const failure = useSignIn(({ failed }) => (failed?.way === way ? failed.failure : undefined));
  const signIn = useDraft(draft, way, props.onGone);
  const obstacle = draft.obstacle && strings.failures(draft.obstacle);
  // What RingCentral has refused for good is not offered once more.
  const isOver = failure !== undefined && isPasswordOver(failure);
  const isAsking = failure !== undefined && isOtherHost(failure);
  const canUse = draft.method !== undefined && draft.obstacle === undefined && !isOver;
  return (
    <>
      <FieldTable fields={draft.fields} />
      {obstacle && isToldBeside(draft) && <p className={styles.advice}>{words.mendMarked}</p>}
      {obstacle && !isToldBeside(draft) && (
        <Banner tone="warning" role="status" title={obstacle.title}>
          {obstacle.advice}
        </Banner>
      )}
      {canUse && draft.method && <p className={styles.advice}>{words.method[draft.method]}</p>}
      {failure && (
        <SignInTrouble
          failure={failure}
          redirectUri={props.redirectUri}
          onConfirmHost={() => signIn(true)}
          mend={
            isOver &&
            props.onBrowser && (
              <Button variant="primary" onClick={props.onBrowser}>
                {strings.onboarding.signIn.browserButton}
              </Button>
            )
          }
        />
      )}
      <div className={styles.actions}>
        {canUse && (
          <Button
            variant={isAsking ? 'secondary' : 'primary'}
            aria-disabled={working !== undefined}
            data-return-focus
            onClick={() => {
              if (working === undefined) signIn();
            }}
          >
            {working === way ? words.taking : words.take}
          </Button>
        )}
        {props.aside}
      </div>
    </>
  );
}

function FieldTable({ fields }: { readonly fields: readonly ImportField[] }) {
  return (
    <table className={styles.table} aria-label={words.tableLabel}>
      <thead className="read-only-aloud">
        <tr>
          <th scope="col">{words.setting}</th>
          <th scope="col">{words.value}</th>
        </tr>
      </thead>
      <tbody>
        {fields.map((field) => (
          <tr key={field.variable}>
            <th scope="row" title={field.variable}>
              {importFieldName(field)}
            </th>
            <td>
              <span className={styles.shown}>
                <Address text={field.shown} />
              </span>
              {field.problem && (
                <span className={styles.problem}>
                  <AlertCircle aria-hidden="true" />
                  {besideField(field.problem)}
                </span>
              )}
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

/** A text without spaces, which may go on in the next line where a person would break it. */
function Address({ text }: { readonly text: string }) {
  return [...text.matchAll(/[^./@]+[./@]*|[./@]+/g)].map((part) => (
    <Fragment key={part.index}>
      {part.index > 0 && <wbr />}
      {part[0]}
    </Fragment>
  ));
}
