import type { Route } from '../http/routes.ts';
import {
  deleteSession,
  getParty,
  getSession,
  patchParty,
  postHold,
  postUnhold,
} from '../telephony/call-control.ts';
import { deleteCallLog, getActiveCalls, getCallLog, getCallRecord } from '../telephony/call-log.ts';
import { getCallLogSync } from '../telephony/call-log-sync.ts';
import { getRecording, getRecordingContent } from '../telephony/recordings.ts';
import { deleteRingOut, getRingOut, postRingOut } from '../telephony/ring-out-endpoints.ts';
import { ACCOUNT, appMay, EXTENSION, may, row } from './rows.ts';

const RING_OUT = `${EXTENSION}/ring-out/:ringoutId`;
const SESSION = `${ACCOUNT}/telephony/sessions/:telephonySessionId`;
const PARTY = `${SESSION}/parties/:partyId`;
const RECORDING = `${ACCOUNT}/recording/:recordingId`;
const CALL_LOG = `${EXTENSION}/call-log`;

const ringOut = appMay('RingOut');
const control = appMay('CallControl');
const readLog = may('ReadCallLog');

export const telephonyRoutes: readonly Route[] = [
  row('POST', `${EXTENSION}/ring-out`, 'Heavy', ringOut, postRingOut),
  row('GET', RING_OUT, 'Light', ringOut, getRingOut),
  row('DELETE', RING_OUT, 'Heavy', ringOut, deleteRingOut),

  row('GET', SESSION, 'Light', control, getSession),
  row('DELETE', SESSION, 'Light', control, deleteSession),
  row('GET', PARTY, 'Light', control, getParty),
  row('PATCH', PARTY, 'Light', control, patchParty),
  row('POST', `${PARTY}/hold`, 'Light', control, postHold),
  row('POST', `${PARTY}/unhold`, 'Light', control, postUnhold),

  row('GET', CALL_LOG, 'Heavy', readLog, getCallLog),
  row('DELETE', CALL_LOG, 'Heavy', may('EditCallLog'), deleteCallLog),
  row('GET', `${CALL_LOG}/:callRecordId`, 'Heavy', readLog, getCallRecord),
  row('GET', `${EXTENSION}/call-log-sync`, 'Heavy', readLog, getCallLogSync),
  row('GET', `${EXTENSION}/active-calls`, 'Heavy', readLog, getActiveCalls),

  row('GET', RECORDING, 'Heavy', may('ReadCallRecording'), getRecording),
  row('GET', `${RECORDING}/content`, 'Heavy', appMay('ReadCallRecording'), getRecordingContent),
];
