import { useEffect } from 'react';
import { strings } from '../../../../shared/strings/strings.ts';
import { tellNews, useThreadStore } from '../../../app/messages/thread-store.ts';
import { partiesTitle, usePartyWords } from '../../../app/party.ts';
import { Banner } from '../../../ui/banner.tsx';
import { Button } from '../../../ui/button.tsx';
import { IconButton } from '../../../ui/icon-button.tsx';
import { Undo2, X } from '../../../ui/icons.ts';
import styles from './list.module.css';
import { undoDone } from './use-thread-deeds.ts';

/** How long something can be taken back here, in milliseconds; the filter Done has it after that. */
const undoMs = 10_000;

/** Above the list: a conversation that has just been put away, or what could not be done. */
export function ThreadNewsLine() {
  const news = useThreadStore((store) => store.news);
  const words = usePartyWords();
  useEffect(() => {
    if (news?.kind !== 'done') return undefined;
    const timer = setTimeout(() => tellNews(undefined), undoMs);
    return () => clearTimeout(timer);
  }, [news]);
  if (news?.kind === 'failed') {
    const { title, advice } = strings.failures(news.failure);
    return (
      <Banner
        tone="danger"
        title={title}
        role="alert"
        actions={
          <Button variant="quiet" onClick={() => tellNews(undefined)}>
            {strings.threads.dismiss}
          </Button>
        }
      >
        {advice}
      </Banner>
    );
  }
  return (
    <div role="status">
      {news && (
        <div className={styles.news}>
          <span className="figures">
            {strings.threads.wasPutAway(partiesTitle(news.thread.parties, words))}
          </span>
          <Button variant="quiet" icon={<Undo2 />} onClick={() => void undoDone(news.thread)}>
            {strings.threads.undo}
          </Button>
          <IconButton
            label={strings.threads.dismiss}
            icon={<X />}
            onClick={() => tellNews(undefined)}
          />
        </div>
      )}
    </div>
  );
}
