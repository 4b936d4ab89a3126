import type { KeyboardEvent } from 'react';
import { assertNever } from '../../../shared/failure.ts';
import type { Party } from '../../../shared/model/people.ts';
import type { SearchHit } from '../../../shared/model/search.ts';
import { openPhoneMenu, phoneMenuOf } from '../../app/phone/menu-store.ts';
import { asksForMenu, type MenuOpening } from '../../ui/menu-key.ts';
import type { ResultItem } from './view-model.ts';

/** Opens the menu of the number that a line is about; answers whether there is one. */
export function openItemMenu(item: ResultItem, at: MenuOpening): boolean {
  if (item.kind === 'typed') {
    openPhoneMenu({ number: item.number }, at);
    return true;
  }
  const open = phoneMenuOf(
    partyOfHit(item.hit),
    item.hit.kind === 'call' ? item.hit.call.keyIn : undefined,
  );
  open?.(at);
  return open !== undefined;
}

/** The Menu key and Shift+F10, pressed in the field, are for the line that was walked to. */
export function onItemMenuKey(
  event: KeyboardEvent,
  item: ResultItem | undefined,
  optionId: string,
): boolean {
  const option = document.getElementById(optionId);
  if (item === undefined || option === null || !asksForMenu(event)) return false;
  event.preventDefault();
  const returnTo = event.target instanceof HTMLElement ? event.target : null;
  return openItemMenu(item, { anchor: option, returnTo, isByKeys: true });
}

/** Opens the menu of the number in a line's words that was pressed; answers whether one was. */
export function openPressedPhone(target: EventTarget, at: MenuOpening): boolean {
  const pressed = target instanceof Element ? target.closest('[data-phone]') : null;
  const number = pressed?.getAttribute('data-phone');
  if (!pressed || !number) return false;
  openPhoneMenu({ number }, at);
  return true;
}

/** Whom a hit is with; nobody where it is with several. */
function partyOfHit(hit: SearchHit): Party | undefined {
  switch (hit.kind) {
    case 'person':
      return hit.party;
    case 'text':
      return hit.parties.length === 1 ? hit.parties[0] : undefined;
    case 'call':
      return hit.call.party;
    case 'voicemail':
      return hit.voicemail.from;
    case 'note':
      return hit.note.party;
    default:
      return assertNever(hit);
  }
}
