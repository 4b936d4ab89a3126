import { assertNever } from '../../../shared/failure.ts';
import type { SearchHit } from '../../../shared/model/search.ts';
import { whoseOf } from '../../app/party.ts';
import { openCall, openPerson, openThread, openVoicemail } from '../../app/ui-store.ts';

/** Goes to the place of what was found. */
export function openHit(hit: SearchHit): void {
  switch (hit.kind) {
    case 'text':
      return openThread(hit.message.threadId, hit.message.id);
    case 'call':
      return openCall(hit.call.id);
    case 'voicemail':
      return openVoicemail(hit.voicemail.id);
    case 'note': {
      const whose = whoseOf(hit.note.party);
      if (hit.note.callId !== undefined) return openCall(hit.note.callId);
      return whose && openPerson(whose);
    }
    case 'person': {
      const whose = whoseOf(hit.party);
      return whose && openPerson(whose);
    }
    default:
      return assertNever(hit);
  }
}
