import type { VoicemailView } from '../../../shared/model/voicemail.ts';
import { failureOf } from '../../app/bridge.ts';
import { CannotRead, CannotReadNote, useUnreadable } from '../../app/cannot-read.tsx';
import { shortWhen } from '../../app/format.ts';
import { PartyActions } from '../../app/party-actions.tsx';
import { phoneMenuOf } from '../../app/phone/menu-store.ts';
import { usePartyWords } from '../../app/party.ts';
import { useSettings } from '../../app/queries.ts';
import { openVoicemail, useUi } from '../../app/ui-store.ts';
import { useNow } from '../../app/use-now.ts';
import { strings } from '../../../shared/strings/strings.ts';
import { Avatar } from '../../ui/avatar.tsx';
import { Button } from '../../ui/button.tsx';
import { Empty } from '../../ui/empty.tsx';
import { FailureState } from '../../ui/failure-state.tsx';
import { Voicemail } from '../../ui/icons.ts';
import { rowHeight } from '../../ui/row-height.ts';
import { Row } from '../../ui/row.tsx';
import { SkeletonRows } from '../../ui/skeleton.tsx';
import { VirtualList, type RowProps } from '../../ui/virtual-list.tsx';
import { useVoicemails, type Show } from './use-voicemail.ts';
import { previewOf, voicemailSentence } from './view-model.ts';
import styles from './voicemail.module.css';

const words = strings.voicemail;

/** The voicemails, newest first; those not listened to stand out. */
export function VoicemailList(props: { readonly show: Show; readonly onShowAll: () => void }) {
  const { pages, voicemails, readOn } = useVoicemails(props.show);
  const chosen = useUi((ui) => ui.voicemailId);
  const now = useNow();
  const height = rowHeight(useSettings().data?.density);
  const unreadable = useUnreadable('canReadTexts');
  if (pages.isPending) return <SkeletonRows />;
  if (pages.isError) {
    return <FailureState failure={failureOf(pages.error)} onRetry={() => void pages.refetch()} />;
  }
  if (voicemails.length === 0 && props.show === 'unread') {
    return (
      <Empty
        icon={<Voicemail />}
        action={<Button onClick={props.onShowAll}>{words.showAll}</Button>}
      >
        {words.emptyUnread}
      </Empty>
    );
  }
  if (voicemails.length === 0 && unreadable) return <CannotRead {...unreadable} />;
  if (voicemails.length === 0) return <Empty icon={<Voicemail />}>{words.empty}</Empty>;
  return (
    <>
      {unreadable && <CannotReadNote {...unreadable} />}
      <VirtualList
        label={words.list}
        items={voicemails}
        keyOf={(voicemail) => voicemail.id}
        estimate={() => height}
        renderRow={(voicemail, row) => (
          <VoicemailRow
            voicemail={voicemail}
            isCurrent={voicemail.id === chosen}
            row={row}
            now={now}
          />
        )}
        onNearEnd={readOn}
        {...(chosen && { currentKey: chosen })}
      />
    </>
  );
}

function VoicemailRow(props: {
  readonly voicemail: VoicemailView;
  readonly isCurrent: boolean;
  readonly row: RowProps;
  readonly now: number;
}) {
  const { voicemail } = props;
  const party = usePartyWords();
  return (
    <Row
      label={voicemailSentence(voicemail, party, props.now)}
      isCurrent={props.isCurrent}
      row={props.row}
      isStrong={!voicemail.isRead}
      picture={<Avatar name={voicemail.from.name} />}
      title={<span className="figures">{party.title(voicemail.from)}</span>}
      detail={<span className="figures">{previewOf(voicemail)}</span>}
      aside={shortWhen(voicemail.createdAt, props.now)}
      mark={!voicemail.isRead && <span className={styles.new}>{words.isNew}</span>}
      actions={<PartyActions party={voicemail.from} tabIndex={props.row.tabIndex} callAs="back" />}
      onMenu={phoneMenuOf(voicemail.from)}
      onOpen={() => openVoicemail(voicemail.id)}
    />
  );
}
