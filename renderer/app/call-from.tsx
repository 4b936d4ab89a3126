import { usePhones, useSaveSettings } from './queries.ts';
import { usePartyWords } from './party.ts';
import { useCallFrom } from './use-dial.ts';
import { SaveTrouble } from './save-trouble.tsx';
import { strings } from '../../shared/strings/strings.ts';
import { Select } from '../ui/select.tsx';
import { phoneOption } from './phone-option.ts';

/** Which phone rings first: the same choice in the dialer and in the settings. */
export function CallFrom(props: { readonly isLabelInline?: boolean }) {
  const phones = usePhones().data ?? [];
  const chosen = useCallFrom();
  const words = usePartyWords();
  const save = useSaveSettings();
  return (
    <>
      <Select
        label={strings.calls.dialer.from}
        isLabelInline={props.isLabelInline ?? false}
        options={phones.map((phone) => phoneOption(phone, words.number(phone.number)))}
        value={chosen?.id}
        emptyText={strings.calls.dialer.fromNone}
        onChange={(callFrom) => save.mutate({ callFrom })}
      />
      <SaveTrouble save={save} />
    </>
  );
}
