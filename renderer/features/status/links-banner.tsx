import { useQueryClient } from '@tanstack/react-query';
import type { SessionView } from '../../../shared/model/session.ts';
import { call, failureOf } from '../../app/bridge.ts';
import { useSettings } from '../../app/queries.ts';
import { useChangeLinks, useLinks } from '../../app/links/use-links.ts';
import { strings } from '../../../shared/strings/strings.ts';
import { Banner } from '../../ui/banner.tsx';
import { Button } from '../../ui/button.tsx';

const words = strings.links.question;

/** Asks, once and after the first sign-in, whether phone links are to open here. */
export function LinksBanner({ session }: { readonly session: SessionView }) {
  const client = useQueryClient();
  const settings = useSettings().data;
  const mayAsk =
    session.state === 'signed-in' && !session.demo && settings?.askedForLinks === false;
  const view = useLinks(mayAsk).data;
  const change = useChangeLinks();
  if (change.isError) {
    const trouble = strings.failures(failureOf(change.error));
    return (
      <Banner
        tone="warning"
        isFlush
        role="status"
        title={trouble.title}
        actions={<Button onClick={change.reset}>{strings.app.dismiss}</Button>}
      >
        {trouble.advice}
      </Banner>
    );
  }
  if (!mayAsk || view === undefined || view.wasAsked || view.way === 'unsupported') return null;
  // One banner at a time: what is wrong goes first.
  if (session.connection.state === 'offline') return null;
  if (view.standings.tel === 'sidetone') return null;
  const decline = async (): Promise<void> => {
    client.setQueryData(['links'], { ...view, wasAsked: true });
    await call('links.asked', undefined);
  };
  return (
    <Banner
      tone="info"
      isFlush
      role="status"
      title={words.title}
      actions={
        <>
          <Button onClick={() => void decline()}>{words.no}</Button>
          <Button
            variant="primary"
            aria-disabled={change.isPending}
            onClick={() => !change.isPending && change.mutate('links.take')}
          >
            {view.way === 'choose' ? words.choose : words.yes}
          </Button>
        </>
      }
    >
      {words.advice}
    </Banner>
  );
}
