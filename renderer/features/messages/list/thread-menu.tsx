import { useState, type ReactNode } from 'react';
import type { ThreadView } from '../../../../shared/model/messages.ts';
import { strings } from '../../../../shared/strings/strings.ts';
import { Keys } from '../../../app/actions/keys.tsx';
import { partiesTitle, usePartyWords } from '../../../app/party.ts';
import { phoneMenuOf } from '../../../app/phone/menu-store.ts';
import { IconButton } from '../../../ui/icon-button.tsx';
import {
  ArchiveRestore,
  Bell,
  BellOff,
  Check,
  Ellipsis,
  Mail,
  MailOpen,
  Phone,
  Pin,
  PinOff,
} from '../../../ui/icons.ts';
import type { MenuOpening } from '../../../ui/menu-key.ts';
import { PopupMenu, type MenuItem } from '../../../ui/menu.tsx';
import { threadChoices, type ThreadDeed } from './thread-deeds.ts';
import { useThreadDeeds } from './use-thread-deeds.ts';

const words = strings.threads;

const icons: Readonly<Record<ThreadDeed, ReactNode>> = {
  pin: <Pin />,
  unpin: <PinOff />,
  mute: <BellOff />,
  unmute: <Bell />,
  'mark-unread': <Mail />,
  'mark-read': <MailOpen />,
  done: <Check />,
  'put-back': <ArchiveRestore />,
};

/** What can be done with a conversation, and with the number of one person. */
export function ThreadMenu(props: {
  readonly thread: ThreadView;
  readonly at: MenuOpening;
  readonly onClose: () => void;
}) {
  const { thread, at } = props;
  const party = usePartyWords();
  const act = useThreadDeeds();
  const who = partiesTitle(thread.parties, party);
  const [one, ...others] = thread.parties;
  const openNumber = phoneMenuOf(others.length === 0 ? one : undefined);
  const items: MenuItem[] = threadChoices(thread).map(({ deed, key, label, why }) => ({
    label,
    detail: why,
    icon: icons[deed],
    keys: <Keys keys={key} />,
    onSelect: () => act(thread, deed),
  }));
  if (one?.number !== undefined && openNumber !== undefined) {
    items.push({
      label: words.number(party.number(one.number)),
      detail: words.why.number,
      icon: <Phone />,
      isApart: true,
      onSelect: () => openNumber(at),
    });
  }
  return (
    <PopupMenu
      {...at}
      label={words.menu(who)}
      heading={who}
      items={items}
      onClose={props.onClose}
    />
  );
}

/** The button of an open conversation that has the menu of its row. */
export function ThreadMenuButton({ thread }: { readonly thread: ThreadView }) {
  const [at, setAt] = useState<MenuOpening>();
  return (
    <>
      <IconButton
        label={words.more}
        icon={<Ellipsis />}
        aria-haspopup="menu"
        aria-expanded={at !== undefined}
        onClick={({ currentTarget: button, detail: presses }) => {
          const opening = { anchor: button, returnTo: button, isByKeys: presses === 0 };
          setAt((open) => (open === undefined ? opening : undefined));
        }}
      />
      {at && <ThreadMenu thread={thread} at={at} onClose={() => setAt(undefined)} />}
    </>
  );
}
