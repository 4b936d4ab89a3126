import type { Route } from '../http/routes.ts';
import { getActiveCalls, getCallLog, getCallRecord } from '../telephony/call-log.ts';
import { getCallLogSync } from '../telephony/call-log-sync.ts';
import { deleteRingOut, getRingOut, postRingOut } from '../telephony/ring-out-endpoints.ts';
import { appMay, EXTENSION, may, row } from './rows.ts';

const RING_OUT = `${EXTENSION}/ring-out/:ringoutId`;
const CALL_LOG = `${EXTENSION}/call-log`;

const ringOut = appMay('RingOut');
const readLog = may('ReadCallLog');

export const telephonyRoutes: readonly Route[] = [
  row('POST', `${EXTENSION}/ring-out`, 'Heavy', ringOut, postRingOut),
  row('GET', RING_OUT, 'Light', ringOut, getRingOut),
  row('DELETE', RING_OUT, 'Heavy', ringOut, deleteRingOut),

  row('GET', CALL_LOG, 'Heavy', readLog, getCallLog),
  row('GET', `${CALL_LOG}/:callRecordId`, 'Heavy', readLog, getCallRecord),
  row('GET', `${EXTENSION}/call-log-sync`, 'Heavy', readLog, getCallLogSync),
  row('GET', `${EXTENSION}/active-calls`, 'Heavy', readLog, getActiveCalls),
];
