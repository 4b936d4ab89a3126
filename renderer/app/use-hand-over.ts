import { useEffect } from 'react';
import type { Route } from '../../shared/model/app.ts';
import { call } from './bridge.ts';
import { useUi, type Ui } from './ui-store.ts';

/** What the parts that both windows share ask for, the main window opens. */
export function useHandOver(): void {
  useEffect(
    () =>
      useUi.subscribe((ui, before) => {
        const to = routeOf(ui, before);
        if (to === undefined) return;
        useUi.setState(nowhere);
        void call('app.open', { to });
      }),
    [],
  );
}

/** Where a change of the window's state leads; undefined where it leads nowhere else. */
export function routeOf(ui: Ui, before: Ui): Route | undefined {
  const isNew = (field: keyof Ui): boolean =>
    ui[field] !== undefined && ui[field] !== before[field];
  if (isNew('beginning')) {
    const to = ui.beginning?.to.map(({ number }) => number);
    return { screen: 'messages', compose: true, to, body: ui.beginning?.body };
  }
  if (isNew('threadId')) return { screen: 'messages', threadId: ui.threadId };
  if (isNew('newNumber')) return { screen: 'contacts', newNumber: ui.newNumber };
  if (isNew('whose') && ui.whose && 'contactId' in ui.whose) {
    return { screen: 'contacts', contactId: ui.whose.contactId };
  }
  if (isNew('callId') && ui.callId) return { screen: 'calls', callId: ui.callId };
  return ui.isSigningInAgain && !before.isSigningInAgain ? { screen: 'calls' } : undefined;
}

/** So that the same place can be asked for again. */
const nowhere: Partial<Ui> = {
  compose: undefined,
  beginning: undefined,
  threadId: undefined,
  newNumber: undefined,
  contactPanel: undefined,
  whose: undefined,
  callId: undefined,
  isSigningInAgain: false,
};
