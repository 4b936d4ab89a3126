import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { failure, type Failure } from '../../../shared/failure.ts';
import type { ImportDraft } from '../../../shared/model/session.ts';
import { call } from '../../app/bridge.ts';
import { showImported } from '../../app/import-outcome.ts';
import { forgetSignInFailure, takeWay } from '../../app/sign-in.ts';

/** A `.env` is small; what is longer is another file, and is not read at all. */
const longestFile = 64_000;

export type ImportReading = {
  readonly draft: ImportDraft | undefined;
  readonly failure: Failure | undefined;
  readonly isReading: boolean;
  /** Hands a text to main and keeps nothing of it. */
  readonly readText: (text: string) => void;
  readonly readFile: (file: Blob) => void;
  /** Goes back to choosing, with what was wrong with the last choice. */
  readonly restart: (failure?: Failure) => void;
};

/** Reads a `.env`. The window keeps no value of it: main does, and shows them masked. */
export function useImportReading(): ImportReading {
  const [draft, setDraft] = useState<ImportDraft>();
  const [trouble, setTrouble] = useState<Failure>();
  const [isReading, setIsReading] = useState(false);

  const read = async (getText: () => Promise<string>): Promise<void> => {
    forgetSignInFailure();
    setIsReading(true);
    setTrouble(undefined);
    try {
      const result = await call('session.read-import', { text: await getText() });
      if (result.ok) setDraft(result.value);
      else setTrouble(result.failure);
    } catch {
      setTrouble(failure('invalid', 'import.unreadable'));
    }
    setIsReading(false);
  };

  return {
    draft,
    failure: trouble,
    isReading,
    readText: (text) => {
      if (text.length > longestFile) return setTrouble(failure('invalid', 'import.unreadable'));
      void read(async () => text);
    },
    readFile: (file) => {
      if (file.size > longestFile) return setTrouble(failure('invalid', 'import.unreadable'));
      void read(() => file.text());
    },
    restart: (reason) => {
      forgetSignInFailure();
      setDraft(undefined);
      setTrouble(reason);
    },
  };
}

export type FoundImport = {
  readonly draft: ImportDraft | undefined;
  readonly putAside: () => void;
  readonly lookAgain: () => void;
};

/** What was found where Sidetone was started, at the first start; the user may put it aside. */
export function useFoundImport(isFirstStart: boolean): FoundImport {
  const [isAside, setIsAside] = useState(false);
  const query = useQuery({
    queryKey: ['found-import'],
    enabled: isFirstStart,
    // A query answers no undefined.
    queryFn: async () => {
      const found = await call('session.find-import', undefined);
      return found.ok ? (found.value ?? false) : false;
    },
  });
  return {
    draft: isAside || !isFirstStart ? undefined : query.data || undefined,
    putAside: () => setIsAside(true),
    lookAgain: () => {
      forgetSignInFailure();
      void query.refetch();
    },
  };
}

/** Signs in with a draft; what came of it is kept for the app to tell. */
export function useDraft(
  draft: ImportDraft,
  way: 'import' | 'found',
  onGone: (failure: Failure) => void,
): (allowOtherHost?: boolean) => void {
  const client = useQueryClient();
  const signIn = async (allowOtherHost: boolean): Promise<void> => {
    const result = await takeWay(client, way, async () => {
      const asked = await call('session.use-import', {
        id: draft.id,
        ...(allowOtherHost && { allowOtherHost }),
      });
      // Before the session changes what is on the screen: this view goes with it.
      if (asked.ok) showImported(draft.source, asked.value);
      return asked;
    });
    if (result && !result.ok && result.failure.message === 'import.gone') onGone(result.failure);
  };
  return (allowOtherHost = false) => void signIn(allowOtherHost);
}
