import { useRef, useState } from 'react';
import type { CallListView } from '../../../shared/model/call-lists.ts';
import { useOffer } from '../../app/actions/offers.ts';
import { failureOf } from '../../app/bridge.ts';
import { TroubleLine } from '../../app/notes/trouble-line.tsx';
import { takeFocus } from '../../app/take-focus.ts';
import { closeDetail, openSeparate } from '../../app/ui-store.ts';
import { strings } from '../../../shared/strings/strings.ts';
import { Button } from '../../ui/button.tsx';
import { Confirm } from '../../ui/dialog.tsx';
import { FailureState } from '../../ui/failure-state.tsx';
import { MessageSquarePlus, Pencil, Trash2 } from '../../ui/icons.ts';
import { MenuButton } from '../../ui/menu.tsx';
import { PaneHead } from '../../ui/panes.tsx';
import { SkeletonRows } from '../../ui/skeleton.tsx';
import { TextField } from '../../ui/text-field.tsx';
import styles from './call-lists.module.css';
import { EntryList } from './entry-list.tsx';
import { ListSummary } from './list-summary.tsx';
import { Person } from './person.tsx';
import { useListActions } from './use-call-lists.ts';
import { useInHand, useTake } from './use-work.ts';
import { tallyOf } from './view-model.ts';

const words = strings.callLists.work;

/** A list being worked through: who is in hand, and everyone on it. */
export function ListPage({ list }: { readonly list: CallListView }) {
  const inHand = useInHand(list.id);
  const take = useTake(list.id);
  const part = useRef<HTMLDivElement>(null);
  const { data: entry } = inHand;
  return (
    <div ref={part} className={styles.work}>
      <ListHead list={list} />
      <div className={styles.columns}>
        <div className={styles.hand}>
          {inHand.isPending && <SkeletonRows rows={4} />}
          {inHand.isError && (
            <FailureState failure={failureOf(inHand.error)} onRetry={() => void inHand.refetch()} />
          )}
          {entry === null && <ListSummary list={list} />}
          {entry && <Person key={entry.id} list={list} entry={entry} part={part} />}
        </div>
        <EntryList list={list} current={entry?.id} onTake={take} />
      </div>
    </div>
  );
}

function ListHead({ list }: { readonly list: CallListView }) {
  const { failure, rename, remove } = useListActions(list);
  const [doing, setDoing] = useState<'rename' | 'remove'>();
  const { done, all } = tallyOf(list);
  const said = strings.callLists.progress(done, all, list.counts.skipped);
  const separate = (): void => openSeparate({ from: 'call-list', callListId: list.id });
  useOffer(() => [
    { id: 'list.separate', group: 'here', label: strings.separate.begin, run: separate },
    { id: 'list.rename', group: 'here', label: words.rename, run: () => setDoing('rename') },
    { id: 'list.remove', group: 'here', label: words.remove, run: () => setDoing('remove') },
  ]);
  return (
    <>
      <PaneHead
        onBack={closeDetail}
        actions={
          <MenuButton
            label={words.more}
            items={[
              {
                label: strings.separate.begin,
                icon: <MessageSquarePlus />,
                onSelect: separate,
              },
              { label: words.rename, icon: <Pencil />, onSelect: () => setDoing('rename') },
              {
                label: words.remove,
                icon: <Trash2 />,
                isApart: true,
                onSelect: () => setDoing('remove'),
              },
            ]}
          />
        }
      >
        {doing === 'rename' ? (
          <Rename
            name={list.name}
            onSave={(name) => void rename(name).then((isDone) => isDone && setDoing(undefined))}
            onCancel={() => setDoing(undefined)}
          />
        ) : (
          <>
            <h2 className={styles.name}>{list.name}</h2>
            <div className={styles.progress}>
              <progress max={Math.max(all, 1)} value={done} aria-label={said} />
              <span aria-hidden="true">{said}</span>
            </div>
          </>
        )}
      </PaneHead>
      <TroubleLine failure={failure} />
      <Confirm
        title={words.removeTitle(list.name)}
        advice={words.removeAdvice}
        confirm={words.removeConfirm}
        decline={words.keep}
        isOpen={doing === 'remove'}
        onConfirm={() => {
          setDoing(undefined);
          void remove().then((isDone) => isDone && closeDetail());
        }}
        onClose={() => setDoing(undefined)}
      />
    </>
  );
}

function Rename(props: {
  readonly name: string;
  readonly onSave: (name: string) => void;
  readonly onCancel: () => void;
}) {
  const [name, setName] = useState(props.name);
  return (
    <form
      className={styles.rename}
      onSubmit={(event) => {
        event.preventDefault();
        if (name.trim() !== '') props.onSave(name);
      }}
    >
      <TextField
        ref={takeFocus}
        label={strings.callLists.make.name}
        isLabelHidden
        value={name}
        maxLength={100}
        onChange={(event) => setName(event.target.value)}
        onKeyDown={(event) => {
          if (event.key !== 'Escape') return;
          event.preventDefault();
          props.onCancel();
        }}
      />
      <Button type="submit" variant="primary">
        {words.save}
      </Button>
      <Button onClick={props.onCancel}>{words.cancel}</Button>
    </form>
  );
}
