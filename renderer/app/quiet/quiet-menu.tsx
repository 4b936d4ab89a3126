import { useMutation, useQueryClient } from '@tanstack/react-query';
import type { EpochMs } from '../../../shared/model/ids.ts';
import { quietChoices, quietWords } from '../../../shared/quiet.ts';
import { strings } from '../../../shared/strings/strings.ts';
import { MenuButton, type MenuItem } from '../../ui/menu.tsx';
import { Bell, BellOff } from '../../ui/icons.ts';
import { ask } from '../bridge.ts';
import { useQuiet } from '../queries.ts';
import { useNow } from '../use-now.ts';

const words = strings.notifications.quiet;

/** Whether notifications are quiet, in words, and the switch. */
export function QuietMenu() {
  const now = useNow();
  const quiet = useQuiet().data;
  const client = useQueryClient();
  const set = useMutation({
    networkMode: 'always',
    mutationFn: (until: EpochMs | null | undefined) =>
      ask('notifications.set-quiet', until === undefined ? {} : { until }),
    onSuccess: (view) => client.setQueryData(['quiet'], view),
  });
  const said = quietWords(quiet, now);
  const end: readonly MenuItem[] =
    quiet?.own === undefined ? [] : [{ label: words.end, onSelect: () => set.mutate(undefined) }];
  const server: readonly MenuItem[] = quiet?.server
    ? [{ label: words.server, detail: words.serverAdvice, isDisabled: true, onSelect: ignore }]
    : [];
  return (
    <MenuButton
      label={set.isError ? words.failed : (said ?? words.off)}
      icon={said === undefined ? <Bell /> : <BellOff />}
      items={[
        ...end,
        ...server,
        ...quietChoices(now).map(({ label, until }) => ({
          label,
          onSelect: () => set.mutate(until),
        })),
      ]}
    />
  );
}

function ignore(): void {
  // Only said here; it is switched in RingCentral.
}
