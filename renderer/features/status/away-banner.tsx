import { useQuery, useQueryClient } from '@tanstack/react-query';
import { ask, call } from '../../app/bridge.ts';
import { openScreen } from '../../app/ui-store.ts';
import { useNow } from '../../app/use-now.ts';
import { strings } from '../../../shared/strings/strings.ts';
import { Banner } from '../../ui/banner.tsx';
import { Button } from '../../ui/button.tsx';
import { awayParts, awayWords } from './away-words.ts';

const minuteMs = 60_000;

/** What came in while nobody was there, until it is dismissed. */
export function AwayBanner() {
  const client = useQueryClient();
  const now = useNow(minuteMs);
  const away = useQuery({
    queryKey: ['away'],
    // An answer of nothing has to be a value to be kept.
    queryFn: async () => (await ask('archive.get-away', undefined)) ?? null,
  }).data;
  if (!away) return null;
  const words = awayWords(away, now);
  const dismiss = async (): Promise<void> => {
    client.setQueryData(['away'], null);
    await call('archive.dismiss-away', undefined);
  };
  return (
    <Banner
      tone="info"
      isFlush
      role="status"
      title={words.title}
      actions={
        <>
          {awayParts(away).map(({ screen, open }) => (
            <Button key={screen} onClick={() => openScreen(screen)}>
              {open}
            </Button>
          ))}
          <Button onClick={() => void dismiss()}>{strings.app.dismiss}</Button>
        </>
      }
    >
      {words.since}
    </Banner>
  );
}
