import { useQuery } from '@tanstack/react-query';
import type { ThreadId } from '../../../shared/model/ids.ts';
import { strings } from '../../../shared/strings/strings.ts';
import { ask } from '../../app/bridge.ts';
import { shortWhen } from '../../app/format.ts';
import { usePartyWords } from '../../app/party.ts';
import { useNow } from '../../app/use-now.ts';
import styles from './quick-text.module.css';
import { lastTexts } from './view-model.ts';

/** What was said last, so that the answer fits. */
export function LastTexts(props: { readonly threadId: ThreadId; readonly isGroup: boolean }) {
  const { threadId } = props;
  const party = usePartyWords();
  const now = useNow();
  const page = useQuery({
    queryKey: ['messages', threadId, 'last'],
    queryFn: () => ask('messages.list', { threadId, limit: 2 }),
  });
  const texts = lastTexts(page.data?.items ?? []);
  if (texts.length === 0) return null;
  return (
    <ul className={styles.last} aria-label={strings.quick.last}>
      {texts.map((text) => {
        const isOwn = text.direction === 'outbound';
        const who = isOwn ? strings.quick.you : props.isGroup ? party.title(text.from) : undefined;
        return (
          <li key={text.id} className={isOwn ? styles.own : styles.theirs}>
            <span className={styles.words} dir="auto">
              {text.text.trim() === '' ? strings.quick.file : text.text}
            </span>
            <span className={styles.when}>
              {[who, shortWhen(text.createdAt, now)].filter(Boolean).join(' · ')}
            </span>
          </li>
        );
      })}
    </ul>
  );
}
