import { usePartyWords } from '../../app/party.ts';
import { useSaveSettings, useSenders, useSettings } from '../../app/queries.ts';
import { SaveTrouble } from '../../app/save-trouble.tsx';
import { en } from '../../../shared/strings/en.ts';
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
        label={en.settings.textFrom}
        options={senders.map((sender) => ({
          value: sender.number,
          label: words.number(sender.number),
          detail: [sender.label, sender.isDefault && en.calls.dialer.fromDefault]
            .filter(Boolean)
            .join(' · '),
        }))}
        value={chosen?.number}
        emptyText={en.settings.noSender}
        onChange={(number) => save.mutate({ smsFrom: number })}
      />
      <SaveTrouble save={save} />
    </>
  );
}
