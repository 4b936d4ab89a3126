import { useId } from 'react';
import type { Failure } from '../../../shared/failure.ts';
import { strings } from '../../../shared/strings/strings.ts';
import { FieldNote } from '../../ui/text-field.tsx';

/** Why something was not saved, where it was asked for. */
export function TroubleLine({ failure }: { readonly failure: Failure | undefined }) {
  const id = useId();
  if (failure === undefined) return null;
  const { title, advice } = strings.failures(failure);
  return (
    <FieldNote id={id} isError>
      {title}. {advice}
    </FieldNote>
  );
}
