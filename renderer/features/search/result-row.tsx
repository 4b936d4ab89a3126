import type { ReactNode } from 'react';
import { usePartyWords } from '../../app/party.ts';
import { useNow } from '../../app/use-now.ts';
import { Avatar } from '../../ui/avatar.tsx';
import { MessageSquare, Phone, StickyNote, Voicemail } from '../../ui/icons.ts';
import { useMedia } from '../../ui/use-media.ts';
import { excerptNear } from './excerpt.ts';
import { Marked, MarkedPhones } from './marked.tsx';
import styles from './search.module.css';
import { lineOf, type ResultIcon, type ResultItem } from './view-model.ts';

const icons: Readonly<Record<Exclude<ResultIcon, 'person'>, ReactNode>> = {
  text: <MessageSquare />,
  call: <Phone />,
  voicemail: <Voicemail />,
  note: <StickyNote />,
  'typed-call': <Phone />,
  'typed-text': <MessageSquare />,
};

/** Letters before a hit that leave room for the hit itself: a few words, or two where it is narrow. */
const roomy = '(width >= 640px)';
const roomyLead = 64;
const narrowLead = 16;

/** One line of what was found: one sentence for readers, and the same in two lines for the eye. */
export function ResultRow({ item }: { readonly item: ResultItem }) {
  const words = usePartyWords();
  const now = useNow();
  const line = lineOf(item, words, now);
  const lead = useMedia(roomy) ? roomyLead : narrowLead;
  return (
    <>
      <span className="read-only-aloud">{line.sentence}</span>
      {line.icon === 'person' ? (
        <Avatar name={line.name} />
      ) : (
        <span className={styles.picture} aria-hidden="true">
          {icons[line.icon]}
        </span>
      )}
      <span className={styles.words} aria-hidden="true">
        <span className={styles.title}>
          <Marked excerpt={line.title} />
        </span>
        <span className={styles.detail}>
          {line.speaker}
          {item.kind === 'hit' ? (
            <MarkedPhones excerpt={excerptNear(line.detail, lead)} />
          ) : (
            <Marked excerpt={line.detail} />
          )}
        </span>
      </span>
      <span className={styles.when} aria-hidden="true">
        {line.when}
      </span>
    </>
  );
}
