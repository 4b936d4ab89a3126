import { useEffect } from 'react';
import { strings } from '../../../shared/strings/strings.ts';
import { Banner } from '../../ui/banner.tsx';
import { Button } from '../../ui/button.tsx';
import { tellNews, useActionNews } from './news.ts';

/** How long it stands that something has been done; what failed stays. */
const shownMs = 8_000;

/** What became of a command, above every screen. */
export function ActionNewsLine() {
  const { news } = useActionNews();
  useEffect(() => {
    if (news?.kind !== 'done') return undefined;
    const timer = setTimeout(() => tellNews(undefined), shownMs);
    return () => clearTimeout(timer);
  }, [news]);
  if (news === undefined) return null;
  const dismiss = <Button onClick={() => tellNews(undefined)}>{strings.app.dismiss}</Button>;
  if (news.kind === 'failed') {
    const { title, advice } = strings.failures(news.failure);
    return (
      <Banner tone="danger" isFlush role="alert" title={title} actions={dismiss}>
        {advice}
      </Banner>
    );
  }
  return (
    <Banner
      tone="info"
      isFlush
      role="status"
      title={news.title}
      actions={news.kind === 'done' && dismiss}
    />
  );
}
