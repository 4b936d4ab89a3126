import { useMutation, useQueryClient } from '@tanstack/react-query';
import { ask, failureOf } from '../../app/bridge.ts';
import { automatic, callerIdOptions } from '../../app/caller-id/view-model.ts';
import { usePartyWords } from '../../app/party.ts';
import { useCallerIds } from '../../app/queries.ts';
import { useOutlook } from '../../app/use-outlook.ts';
import type { E164 } from '../../../shared/model/ids.ts';
import { strings } from '../../../shared/strings/strings.ts';
import { Select } from '../../ui/select.tsx';
import { Way } from './way.tsx';

const { callerId: words } = strings.calls;

/** Which of the user's numbers someone sees; chosen here, or by the last call that named one. */
export function CallerIdChoice({ number }: { readonly number: E164 | undefined }) {
  const callerIds = useCallerIds().data ?? [];
  const outlook = useOutlook(number);
  const party = usePartyWords();
  const client = useQueryClient();
  const save = useMutation({
    networkMode: 'always',
    mutationFn: (callerId: string | null) =>
      ask('calls.set-caller-id', { number: number ?? '', callerId }),
    onSuccess: () => client.invalidateQueries({ queryKey: ['outlook'] }),
  });
  if (callerIds.length < 2 || outlook === undefined) return null;
  const { callerId } = outlook;
  const failed = save.error && strings.failures(failureOf(save.error));
  return (
    <Way label={words.label}>
      <Select
        label={words.contactLabel}
        isLabelHidden
        options={[
          {
            value: automatic,
            label: words.automatic,
            detail: words.contactAutomatic,
            shortDetail: '',
          },
          ...callerIdOptions(callerIds, party),
        ]}
        value={callerId.because === 'contact' ? callerId.number : automatic}
        emptyText={words.automatic}
        error={failed && `${failed.title}. ${failed.advice}`}
        onChange={(value) => save.mutate(value === automatic ? null : value)}
      />
    </Way>
  );
}
