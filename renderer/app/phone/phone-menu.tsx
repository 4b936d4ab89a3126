import { useState, type ReactNode } from 'react';
import { assertNever } from '../../../shared/failure.ts';
import { strings } from '../../../shared/strings/strings.ts';
import { Copy, MessageSquare, Phone, Smartphone, User, UserPlus, X } from '../../ui/icons.ts';
import type { MenuOpening } from '../../ui/menu-key.ts';
import { PopupMenu, type MenuItem } from '../../ui/menu.tsx';
import { usePartyWords } from '../party.ts';
import { useHomeCountry, useSession } from '../queries.ts';
import { startText } from '../start-text.ts';
import { openContact, openNewContact } from '../ui-store.ts';
import { callWithDevice, useCallParty } from '../use-dial.ts';
import { useOutlook } from '../use-outlook.ts';
import { closePhoneMenu, useOpenedPhone, type PhoneOf } from './menu-store.ts';
import styles from './phone.module.css';
import { phoneItems, readNumber, writtenTarget, type PhoneDeed } from './view-model.ts';

const words = strings.phone;

const icons: Readonly<Record<PhoneDeed, ReactNode>> = {
  call: <Phone />,
  text: <MessageSquare />,
  device: <Smartphone />,
  copy: <Copy />,
  add: <UserPlus />,
  open: <User />,
  cancel: <X />,
};

/** Where the one menu of the numbers is drawn; each page has one, around or beside all else. */
export function PhoneMenuPlace() {
  const opened = useOpenedPhone((menu) => menu.opened);
  // Another number, or another place, is another menu.
  return opened && <PhoneMenu key={`${opened.owner ?? ''}:${opened.number}`} {...opened} />;
}

function PhoneMenu(props: PhoneOf & MenuOpening) {
  const { title, detail, keyIn, items } = usePhoneItems(props);
  return (
    <PopupMenu
      label={words.menu(title)}
      heading={
        <>
          <span className={styles.who}>{title}</span>
          {detail !== undefined && <span className={styles.detail}>{detail}</span>}
          {keyIn !== undefined && <span className={styles.detail}>{words.keyIn(keyIn)}</span>}
        </>
      }
      anchor={props.anchor}
      returnTo={props.returnTo}
      isByKeys={props.isByKeys}
      items={items}
      onClose={closePhoneMenu}
    />
  );
}

function usePhoneItems({ number: written, party: known }: PhoneOf) {
  const home = useHomeCountry();
  const session = useSession().data;
  const party = usePartyWords();
  const callParty = useCallParty();
  const [isNotCopied, setNotCopied] = useState(false);
  const read = readNumber(written, home);
  const outlook = useOutlook(read.kind === 'none' ? undefined : written);
  const owner = known ?? outlook?.party;

  const target = read.kind === 'none' ? undefined : read.target;
  const shown =
    read.kind === 'number' ? party.number(read.target.number) : (target?.number ?? written);
  const name = owner?.name === undefined ? undefined : party.title(owner);
  const dialled = target === undefined ? written : writtenTarget(target);
  const who = name ?? shown;

  const copy = async (): Promise<void> => {
    try {
      await navigator.clipboard.writeText(shown);
      closePhoneMenu();
    } catch {
      setNotCopied(true);
    }
  };
  const act = (deed: PhoneDeed): void => {
    switch (deed) {
      case 'call':
        return callParty({ number: dialled, who });
      case 'text':
        return void startText({ number: target?.number ?? written, party: owner });
      case 'device':
        return void callWithDevice({ number: dialled, who });
      case 'copy':
        return void copy();
      case 'add':
        return openNewContact(dialled);
      case 'open':
        return owner?.contactId && openContact(owner.contactId);
      case 'cancel':
        return undefined;
      default:
        return assertNever(deed);
    }
  };

  const { contactId } = owner ?? {};
  const facts = { read, contactId, canCall: session?.canCall, canText: session?.canText, outlook };
  const items = phoneItems(facts).map(({ does, reason }): MenuItem => ({
    label: words[does],
    detail: does === 'copy' && isNotCopied ? words.notCopied : reason,
    icon: icons[does],
    isDisabled: reason !== undefined,
    staysOpen: does === 'copy',
    isApart: does === 'cancel',
    onSelect: () => act(does),
  }));
  return {
    title: who,
    detail: name === undefined ? undefined : shown,
    keyIn: target?.keyIn,
    items,
  };
}
