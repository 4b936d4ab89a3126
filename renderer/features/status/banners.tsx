import { useQueryClient } from '@tanstack/react-query';
import type { SessionView } from '../../../shared/model/session.ts';
import { call } from '../../app/bridge.ts';
import { useNotices } from '../../app/queries.ts';
import { askToSignInAgain } from '../../app/ui-store.ts';
import { en } from '../../strings/en.ts';
import { Banner } from '../../ui/banner.tsx';
import { Button } from '../../ui/button.tsx';
import { noticeWords, offlineWords } from './view-model.ts';

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
      {notices.length > 0 && (
        <section aria-label={en.status.noticesLabel}>
          {notices.map((notice) => {
            const words = noticeWords(notice);
            return (
              <Banner
                key={notice.id}
                tone="warning"
                isFlush
                title={words.title}
                actions={<Button onClick={() => void dismiss(notice.id)}>{en.app.dismiss}</Button>}
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
  if (session.state === 'expired') {
    return (
      <Banner
        tone="danger"
        isFlush
        role="status"
        title={en.status.banner.expired}
        actions={<Button onClick={() => askToSignInAgain(true)}>{en.status.banner.signIn}</Button>}
      >
        {session.secretsStanding === 'session-only'
          ? en.status.banner.memoryOnly
          : en.status.banner.expiredEffect}
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
        <Button onClick={() => void call('session.retry', undefined)}>{en.app.tryAgain}</Button>
      }
    >
      {words.advice}
    </Banner>
  );
}
