import { useId } from 'react';
import { strings } from '../../shared/strings/strings.ts';
import { FieldNote } from '../ui/text-field.tsx';
import { failureOf } from './bridge.ts';
import type { useSaveSettings } from './queries.ts';

/** Why a choice went back to what it was. */
export function SaveTrouble({ save }: { readonly save: ReturnType<typeof useSaveSettings> }) {
  const id = useId();
  if (!save.isError) return null;
  const { title, advice } = strings.failures(failureOf(save.error));
  return (
    <FieldNote id={id} isError>
      {title}. {advice}
    </FieldNote>
  );
}
