import { beforeEach, describe, expect, it } from 'vitest';
import { route } from '../../shared/contract/events.ts';
import type { CallId, ContactId, E164, ThreadId, VoicemailId } from '../../shared/model/ids.ts';
import { followRoute } from '../../renderer/app/follow-route.ts';
import { forgetAccount, hasUnsaved } from '../../renderer/app/account-memory.ts';
import { isMaking, placeOf } from '../../renderer/app/place.ts';
import {
  dropDraft,
  emptyDraft,
  useDrafts,
  writeDraft,
} from '../../renderer/features/contacts/contacts-store.ts';
import { setBody } from '../../renderer/features/messages/separate/store.ts';
import {
  openCall,
  openCallLists,
  openCompose,
  openContact,
  openContactPanel,
  openDiagnostics,
  openThread,
  openVoicemail,
  resetUi,
  useUi,
} from '../../renderer/app/ui-store.ts';

const there = () => placeOf(useUi.getState());

beforeEach(resetUi);

describe('the place of the window', () => {
  it.each([
    ['a call', () => openCall('7' as CallId)],
    ['a thread', () => openThread('8' as ThreadId)],
    ['a voicemail', () => openVoicemail('9' as VoicemailId)],
    ['a person', () => openContact('10' as ContactId)],
    ['a text that is begun', () => openCompose([{ number: '+19075550141', party: undefined }])],
    ['the call lists', () => openCallLists()],
    ['Diagnostics', openDiagnostics],
    ['the first screen', () => undefined],
  ])('%s is somewhere main can lead back to', (_name, go) => {
    go();
    const place = there();
    // What goes over the border is what comes back.
    const { success } = route.safeParse(place);
    expect(success).toBe(true);
    resetUi();
    followRoute(place);
    expect(there()).toEqual(place);
  });

  it('of somebody who is only a number is the screen they are on', () => {
    useUi.setState({ screen: 'contacts', whose: { number: '+19075550141' as E164 } });
    expect(there()).toEqual({ screen: 'contacts', contactId: undefined });
  });

  it('where something is being made that only the page knows is not to be let go', () => {
    openThread('8' as ThreadId);
    expect(isMaking(useUi.getState())).toBe(false);
    openContactPanel('new');
    expect(isMaking(useUi.getState())).toBe(true);
  });

  it('where something was entered and not stored is not to be let go, whatever is shown', () => {
    forgetAccount();
    expect(hasUnsaved()).toBe(false);
    writeDraft({ ...emptyDraft, firstName: 'Ada' });
    expect(hasUnsaved()).toBe(true);
    dropDraft(useDrafts.getState().created.id);
    expect(hasUnsaved()).toBe(false);
    setBody('Rates are down');
    expect(hasUnsaved()).toBe(true);
    forgetAccount();
    expect(hasUnsaved()).toBe(false);
  });
});
