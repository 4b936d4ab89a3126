import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import type { Failure } from '../../../shared/failure.ts';
import type { Result } from '../../../shared/result.ts';
import { call } from '../../app/bridge.ts';
import { askToSignInAgain } from '../../app/ui-store.ts';
import { missingFields, type SignInFields, type SignInField } from './view-model.ts';

type Work = 'demo' | 'sign-in';

export type Onboarding = {
  readonly working: Work | undefined;
  readonly failed: { readonly work: Work; readonly failure: Failure } | undefined;
  readonly missing: readonly SignInField[];
  readonly startDemo: () => void;
  readonly signIn: (fields: SignInFields) => void;
};

/** Starts the demo account or signs in; one at a time. */
export function useOnboarding(): Onboarding {
  const client = useQueryClient();
  const [working, setWorking] = useState<Work>();
  const [failed, setFailed] = useState<Onboarding['failed']>();
  const [missing, setMissing] = useState<readonly SignInField[]>([]);

  const run = async (work: Work, ask: () => Promise<Result<unknown>>): Promise<void> => {
    setWorking(work);
    setFailed(undefined);
    const result = await ask();
    if (result.ok) {
      askToSignInAgain(false);
      await client.invalidateQueries({ queryKey: ['session'] });
    } else {
      setFailed({ work, failure: result.failure });
    }
    setWorking(undefined);
  };

  return {
    working,
    failed,
    missing,
    startDemo: () => void run('demo', () => call('session.start-demo', undefined)),
    signIn: (fields) => {
      const empty = missingFields(fields);
      setMissing(empty);
      if (empty.length > 0) return;
      const { clientSecret, ...required } = fields;
      void run('sign-in', () =>
        call('session.sign-in', {
          ...required,
          ...(clientSecret.trim() !== '' && { clientSecret }),
        }),
      );
    },
  };
}
