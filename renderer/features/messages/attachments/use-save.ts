import { useState } from 'react';
import type { Failure } from '../../../../shared/failure.ts';
import { call } from '../../../app/bridge.ts';

/** Saving a file to where the user says. */
export type Saving = {
  readonly state: 'saving' | 'saved' | undefined;
  readonly failure: Failure | undefined;
  readonly save: () => void;
};

export function useSave(mediaId: string): Saving {
  const [state, setState] = useState<'saving' | 'saved' | Failure>();
  const save = async (): Promise<void> => {
    if (state === 'saving') return;
    setState('saving');
    const result = await call('media.save', { mediaId });
    if (!result.ok) setState(result.failure);
    else setState(result.value ? 'saved' : undefined);
  };
  return {
    state: typeof state === 'object' ? undefined : state,
    failure: typeof state === 'object' ? state : undefined,
    save: () => void save(),
  };
}
