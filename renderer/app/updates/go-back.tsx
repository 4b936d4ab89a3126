import { useMutation } from '@tanstack/react-query';
import { strings } from '../../../shared/strings/strings.ts';
import { Button } from '../../ui/button.tsx';
import { ask } from '../bridge.ts';
import { longDate } from '../format.ts';
import { SaveTrouble } from '../save-trouble.tsx';
import { useUpdates } from './use-updates.ts';

const words = strings.updates;

/** The way back from an archive that a newer Sidetone has changed, where its copy from before is kept. */
export function GoBack() {
  const copy = useUpdates()?.copyBefore;
  const goBack = useMutation({
    networkMode: 'always',
    mutationFn: () => ask('updates.go-back', undefined),
  });
  if (copy === undefined) return null;
  return (
    <>
      <p>{words.copyBeforeAdvice}</p>
      <Button aria-disabled={goBack.isPending || goBack.isSuccess} onClick={() => goBack.mutate()}>
        {words.copyBefore(longDate(copy.madeAt))}
      </Button>
      <SaveTrouble save={goBack} />
    </>
  );
}
