import { usePartyWords } from '../../app/party.ts';
import { useSaveSettings, useSenders, useSettings } from '../../app/queries.ts';
import { SaveTrouble } from '../../app/save-trouble.tsx';
import { strings } from '../../../shared/strings/strings.ts';
import { Select } from '../../ui/select.tsx';

/** The number that new texts go out from. */
export function TextFrom() {
  const senders = useSenders().data ?? [];
  const smsFrom = useSettings().data?.smsFrom;
  const words = usePartyWords();
  const save = useSaveSettings();
  const chosen =
    senders.find(({ number }) => number === smsFrom) ??
    senders.find(({ isDefault }) => isDefault) ??
    senders[0];
  return (
    <>
      <Select
        label={strings.settings.textFrom}
        options={senders.map((sender) => ({
          value: sender.number,
          label: words.number(sender.number),
          detail: [sender.label, sender.isDefault && strings.calls.dialer.fromDefault]
            .filter(Boolean)
            .join(' · '),
        }))}
        value={chosen?.number}
        emptyText={strings.settings.noSender}
        onChange={(number) => save.mutate({ smsFrom: number })}
      />
      <SaveTrouble save={save} />
    </>
  );
}
