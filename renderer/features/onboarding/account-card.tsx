import { useEffect, useRef, useState } from 'react';
import type { ImportDraft, SessionView } from '../../../shared/model/session.ts';
import { forgetSignInFailure, useSignIn } from '../../app/sign-in.ts';
import { strings } from '../../../shared/strings/strings.ts';
import { Disclosure } from '../../ui/disclosure.tsx';
import { AgainPart } from './again-part.tsx';
import { ImportPart } from './import-part.tsx';
import styles from './sign-in.module.css';
import { SignInForm } from './sign-in-form.tsx';
import { useSignInForm } from './use-sign-in-form.ts';
import { useWaiting } from './use-waiting.ts';
import { fieldsOf } from './view-model.ts';
import { WaitingPanel } from './waiting-panel.tsx';

const words = strings.onboarding;

/**
 * The user's own account: what was kept, the form, or an import; while a sign-in waits, what it
 * waits for. What is not shown is hidden and not taken away, so that nothing typed is lost.
 */
export function AccountCard(props: {
  readonly session: SessionView;
  /** Another card has the button to press first. */
  readonly isSecond: boolean;
}) {
  const { session } = props;
  const form = useSignInForm(session);
  const [isImporting, setIsImporting] = useState(false);
  const isCancelled = useSignIn((state) => state.isCancelled);
  const isWaiting = useWaiting(session);
  const content = useRef<HTMLDivElement>(null);
  const kept = session.lastSignIn?.isKept ? session.lastSignIn : undefined;
  useFocusOnReturn(content, isWaiting);
  const turnTo = (wanted: 'form' | 'import'): void => {
    forgetSignInFailure();
    setIsImporting(wanted === 'import');
    requestAnimationFrame(() => focusFirst(content.current));
  };
  const signInForm = (
    <SignInForm
      form={form}
      isSecond={props.isSecond || kept !== undefined}
      onImport={() => turnTo('import')}
    />
  );
  const onForm = (draft?: ImportDraft): void => {
    if (draft) form.change(fieldsOf(draft));
    turnTo('form');
  };
  return (
    <section
      className={styles.card}
      aria-labelledby={isWaiting ? 'waiting-title' : isImporting ? 'import-title' : 'account-title'}
    >
      {isWaiting && <WaitingPanel signIn={session.signIn} />}
      <div ref={content} hidden={isWaiting}>
        <div className={styles.part} hidden={isImporting}>
          <h2 id="account-title">{words.signIn.title}</h2>
          {kept === undefined ? (
            <>
              <p className={styles.advice}>{words.signIn.advice[form.fields.method]}</p>
              {signInForm}
            </>
          ) : (
            <>
              <AgainPart last={kept} redirectUri={form.port.redirectUri} />
              <Disclosure title={words.again.otherWay}>{signInForm}</Disclosure>
            </>
          )}
        </div>
        <div className={styles.part} hidden={!isImporting}>
          <ImportPart redirectUri={form.port.redirectUri} onForm={onForm} />
        </div>
      </div>
      <p role="status" className={styles.ended}>
        {isCancelled && !isWaiting && words.signIn.cancelled}
      </p>
    </section>
  );
}

/** After a sign-in that waited came to nothing, the keyboard is back at the button that began it. */
function useFocusOnReturn(
  content: React.RefObject<HTMLDivElement | null>,
  isWaiting: boolean,
): void {
  const wasWaiting = useRef(isWaiting);
  useEffect(() => {
    if (wasWaiting.current && !isWaiting) focusFirst(content.current);
    wasWaiting.current = isWaiting;
  }, [content, isWaiting]);
}

function focusFirst(content: HTMLElement | null): void {
  const marked = content?.querySelectorAll<HTMLElement>('[data-return-focus]') ?? [];
  [...marked].find((element) => element.checkVisibility())?.focus();
}
