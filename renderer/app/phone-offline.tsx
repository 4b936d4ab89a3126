import { strings } from '../../shared/strings/strings.ts';
import { Banner } from '../ui/banner.tsx';
import { Button } from '../ui/button.tsx';
import { usePhones, useSaveSettings } from './queries.ts';
import { useCallFrom } from './use-dial.ts';

const { offline: words } = strings.calls;

/** Says before a call that the phone to be rung first is off, and offers one that is not. */
export function PhoneOffline() {
  const phones = usePhones().data ?? [];
  const chosen = useCallFrom();
  const save = useSaveSettings();
  if (chosen?.status !== 'offline') return null;
  const instead =
    phones.find(({ status }) => status === 'online') ??
    phones.find(({ status }) => status !== 'offline');
  return (
    <Banner
      tone="warning"
      role="status"
      title={words.title(chosen.label)}
      actions={
        instead && (
          <Button onClick={() => save.mutate({ callFrom: instead.id })}>
            {words.instead(instead.label)}
          </Button>
        )
      }
    >
      {words.advice}
    </Banner>
  );
}
