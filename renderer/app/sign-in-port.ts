import { useState } from 'react';
import { failureOf } from './bridge.ts';
import { useSaveSettings, useSettings } from './queries.ts';
import { useDraft } from './use-draft.ts';
import { strings } from '../../shared/strings/strings.ts';

const lowest = 1024;
const highest = 65_535;

/** The port that was typed, undefined when it is none that a sign-in may come back to. */
export function parsePort(text: string): number | undefined {
  const trimmed = text.trim();
  if (!/^\d{4,5}$/.test(trimmed)) return undefined;
  const port = Number(trimmed);
  return port >= lowest && port <= highest ? port : undefined;
}

/** Where the browser brings a sign-in back to; RingCentral compares it letter by letter. */
export function redirectUriOf(port: number): string {
  return `http://localhost:${port}/callback`;
}

export type SignInPort = {
  readonly text: string;
  readonly setText: (text: string) => void;
  readonly error: string | undefined;
  /** For the port as typed, or the saved one while that is wrong. */
  readonly redirectUri: string | undefined;
  /** Saves what was typed; false when it is no port or could not be saved. */
  readonly commit: () => Promise<boolean>;
};

/** The port of the browser sign-in, to be typed and saved. */
export function useSignInPort(): SignInPort {
  const saved = useSettings().data?.signInPort;
  const save = useSaveSettings();
  const { value: text, set, settle } = useDraft(saved === undefined ? '' : String(saved));
  const [isWrong, setIsWrong] = useState(false);
  const port = parsePort(text) ?? saved;

  const commit = async (): Promise<boolean> => {
    if (saved === undefined && text === '') return true;
    const wanted = parsePort(text);
    setIsWrong(wanted === undefined);
    if (wanted === undefined) return false;
    if (wanted === saved) return true;
    try {
      await save.mutateAsync({ signInPort: wanted });
      settle();
      return true;
    } catch {
      // What was typed stays; why it was not saved stands beneath it.
      return false;
    }
  };

  return {
    text,
    setText: (typed) => {
      set(typed);
      setIsWrong(false);
    },
    error: isWrong
      ? strings.onboarding.port.wrong
      : save.isError
        ? troubleOf(save.error)
        : undefined,
    redirectUri: port === undefined ? undefined : redirectUriOf(port),
    commit,
  };
}

function troubleOf(error: unknown): string {
  const { title, advice } = strings.failures(failureOf(error));
  return `${title}. ${advice}`;
}
