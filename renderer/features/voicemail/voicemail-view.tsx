import { useState } from 'react';
import { closeDetail, useUi } from '../../app/ui-store.ts';
import { strings } from '../../../shared/strings/strings.ts';
import { Chips } from '../../ui/chips.tsx';
import { Empty } from '../../ui/empty.tsx';
import { Voicemail } from '../../ui/icons.ts';
import { Panes } from '../../ui/panes.tsx';
import type { Show } from './use-voicemail.ts';
import { VoicemailDetail } from './voicemail-detail.tsx';
import { VoicemailList } from './voicemail-list.tsx';
import styles from './voicemail.module.css';

const words = strings.voicemail;

/** The voicemails, and the one that is open. */
export function VoicemailView() {
  const voicemailId = useUi((ui) => ui.voicemailId);
  const [show, setShow] = useState<Show>('all');
  return (
    <Panes
      isDetailOpen={voicemailId !== undefined}
      detailLabel={words.title}
      list={
        <>
          <header className={styles.listHead}>
            <h1 tabIndex={-1} data-screen-focus>
              {words.title}
            </h1>
            <Chips<Show>
              label={words.show}
              value={show}
              options={[
                { value: 'all', label: words.shows.all },
                { value: 'unread', label: words.shows.unread },
              ]}
              onChange={setShow}
            />
          </header>
          <VoicemailList show={show} onShowAll={() => setShow('all')} />
        </>
      }
      detail={
        voicemailId ? (
          <VoicemailDetail key={voicemailId} voicemailId={voicemailId} onBack={closeDetail} />
        ) : (
          <Empty icon={<Voicemail />}>{words.none}</Empty>
        )
      }
    />
  );
}
