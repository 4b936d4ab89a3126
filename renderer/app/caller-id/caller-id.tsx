import type { CallOutlook } from '../../../shared/model/calls.ts';
import type { E164 } from '../../../shared/model/ids.ts';
import { strings } from '../../../shared/strings/strings.ts';
import { Select } from '../../ui/select.tsx';
import { usePartyWords } from '../party.ts';
import { useCallerIds, useHomeCountry } from '../queries.ts';
import { automatic, automaticOption, callerIdOptions } from './view-model.ts';

const { callerId: words } = strings.calls;

/**
 * Which number the other side sees: only those that RingCentral lets calls show, and *Automatic* with
 * what it comes to for this call. With fewer than two there is nothing to choose.
 */
export function CallerId(props: {
  readonly outlook: CallOutlook | undefined;
  readonly chosen: E164 | undefined;
  readonly onChange: (chosen: E164 | undefined) => void;
}) {
  const callerIds = useCallerIds().data ?? [];
  const home = useHomeCountry();
  const party = usePartyWords();
  if (callerIds.length < 2) return null;
  return (
    <Select
      label={words.label}
      isLabelInline
      options={[
        automaticOption(props.outlook, callerIds, home, party),
        ...callerIdOptions(callerIds, party),
      ]}
      value={props.chosen ?? automatic}
      emptyText={words.automatic}
      onChange={(value) => props.onChange(callerIds.find(({ number }) => number === value)?.number)}
    />
  );
}
