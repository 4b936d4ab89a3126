import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import type { SessionView } from '../../../shared/model/session.ts';
import { call } from '../../app/bridge.ts';
import { forgetSignInFailure, takeWay, useSignIn } from '../../app/sign-in.ts';
import { useSignInPort, type SignInPort } from '../../app/sign-in-port.ts';
import {
  firstFields,
  isOtherHost,
  missingFields,
  signInInput,
  type SignInFields,
} from './view-model.ts';

export type SignInFormState = {
  readonly fields: SignInFields;
  readonly change: (changes: Partial<SignInFields>) => void;
  readonly missing: ReturnType<typeof missingFields>;
  readonly port: SignInPort;
  /** Signs in with what was typed; `allowOtherHost` once the user has confirmed the server. */
  readonly submit: (allowOtherHost?: boolean) => void;
};

/** What is typed to sign in. It stays until the user is in, whatever goes wrong on the way. */
export function useSignInForm(session: SessionView): SignInFormState {
  const client = useQueryClient();
  const port = useSignInPort();
  const [fields, setFields] = useState(() => firstFields(session));
  const [missing, setMissing] = useState<ReturnType<typeof missingFields>>([]);

  const submit = async (allowOtherHost: boolean): Promise<void> => {
    const empty = missingFields(fields);
    setMissing(empty);
    if (empty.length > 0) return;
    // The browser comes back to this port: it must be the saved one before the page is opened.
    if (fields.method === 'browser' && !(await port.commit())) return;
    await takeWay(client, 'form', () =>
      call('session.sign-in', signInInput(fields, allowOtherHost)),
    );
  };

  return {
    fields,
    change: (changes) => {
      // A yes to one server is no yes to the next.
      if (changes.serverUrl !== undefined) forgetOtherHost();
      setFields((before) => ({ ...before, ...changes }));
    },
    missing,
    port,
    submit: (allowOtherHost = false) => void submit(allowOtherHost),
  };
}

function forgetOtherHost(): void {
  const { failed } = useSignIn.getState();
  if (failed?.way === 'form' && isOtherHost(failed.failure)) forgetSignInFailure();
}
