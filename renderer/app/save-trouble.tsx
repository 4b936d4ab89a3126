import { useId } from 'react';
import { strings } from '../../shared/strings/strings.ts';
import { FieldNote } from '../ui/text-field.tsx';
import { failureOf } from './bridge.ts';

/** Why a choice went back to what it was. */
export function SaveTrouble({
  save,
}: {
  readonly save: { readonly isError: boolean; readonly error: unknown };
}) {
  const id = useId();
  if (!save.isError) return null;
  const { title, advice } = strings.failures(failureOf(save.error));
  return (
    <FieldNote id={id} isError>
      {title}. {advice}
    </FieldNote>
  );
}
