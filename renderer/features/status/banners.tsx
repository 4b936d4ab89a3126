import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import type { SessionView } from '../../../shared/model/session.ts';
import { call } from '../../app/bridge.ts';
import { DiagnosticsLink } from '../../app/diagnostics-link.tsx';
import { useNotices } from '../../app/queries.ts';
import { useSignInAgain } from '../../app/sign-in.ts';
import { useUi } from '../../app/ui-store.ts';
import { strings } from '../../../shared/strings/strings.ts';
import { Banner } from '../../ui/banner.tsx';
import { Button } from '../../ui/button.tsx';
import { AwayBanner } from './away-banner.tsx';
import { LinksBanner } from './links-banner.tsx';
import { UpdateBanner } from './update-banner.tsx';
import { clockWords, noticeWords, offlineWords } from './view-model.ts';

/** What the user has to know before anything else: what is off, and what happened to their files. */
export function Banners({ session }: { readonly session: SessionView }) {
  const client = useQueryClient();
  const notices = useNotices().data ?? [];
  const dismiss = async (id: string): Promise<void> => {
    await call('app.dismiss-notice', { id });
    await client.invalidateQueries({ queryKey: ['notices'] });
  };
  return (
    <>
      <ConnectionBanner session={session} />
      <ClockBanner aheadMs={session.clockAheadMs} />
      <AwayBanner />
      <LinksBanner session={session} />
      <UpdateBanner />
      {notices.length > 0 && (
        <section aria-label={strings.status.noticesLabel}>
          {notices.map((notice) => {
            const words = noticeWords(notice);
            return (
              <Banner
                key={notice.id}
                tone="warning"
                isFlush
                title={words.title}
                actions={
                  <Button onClick={() => void dismiss(notice.id)}>{strings.app.dismiss}</Button>
                }
              >
                {words.advice}
              </Banner>
            );
          })}
        </section>
      )}
    </>
  );
}

function ConnectionBanner({ session }: { readonly session: SessionView }) {
  const signInAgain = useSignInAgain();
  if (session.state === 'expired') {
    return (
      <Banner
        tone="danger"
        isFlush
        role="status"
        title={strings.status.banner.expired}
        actions={
          <>
            <DiagnosticsLink />
            <Button variant="primary" onClick={signInAgain}>
              {strings.status.banner.signIn}
            </Button>
          </>
        }
      >
        {strings.status.banner.expiredEffect}
        {session.secretsStanding === 'session-only' && ` ${strings.status.banner.memoryOnly}`}
      </Banner>
    );
  }
  const words = offlineWords(session.connection);
  if (words === undefined) return null;
  return (
    <Banner
      tone="warning"
      isFlush
      role="status"
      title={words.title}
      actions={
        <>
          <DiagnosticsLink />
          <Button onClick={() => void call('session.retry', undefined)}>
            {strings.status.banner.reconnect}
          </Button>
        </>
      }
    >
      {words.advice}
    </Banner>
  );
}

/** Nothing here can set the clock, and not everyone may: it can be put away. Diagnostics says it too. */
function ClockBanner({ aheadMs }: { readonly aheadMs: number | undefined }) {
  const [isDismissed, setIsDismissed] = useState(false);
  const isTold = useUi((ui) => ui.screen === 'diagnostics');
  const words = clockWords(aheadMs);
  if (words === undefined || isDismissed || isTold) return null;
  return (
    <Banner
      tone="warning"
      isFlush
      role="status"
      title={words.title}
      actions={<Button onClick={() => setIsDismissed(true)}>{strings.app.dismiss}</Button>}
    >
      {words.advice}
    </Banner>
  );
}
