import type { Fault } from './faults.ts';

const MULTI_STATUS = 'application/vnd.ringcentral.multipart+json';

const notFound = {
  errorCode: 'CMN-102',
  message: 'Resource for parameter [messageId] is not found',
  parameterName: 'messageId',
};

/**
 * Faults as they come about in life, to be spread into `faults.add` beside a path and a count:
 * `faults.add({ ...troubles.htmlPage, path: '/message-sync', times: 1 })`.
 */
export const troubles = {
  /** RingCentral runs in limited mode. */
  maintenance: { status: 503, errorCode: 'CMN-211' },
  overloaded: { status: 503, errorCode: 'CMN-202', headers: { 'Retry-After': '5' } },
  /** Another request that is the same is being worked on. */
  duplicateRequest: { status: 429, errorCode: 'CMN-304' },
  /** A limit of the account or the address: no X-Rate-Limit headers, and no word when to come back. */
  accountLimit: { status: 429, errorCode: 'CMN-310', headers: { 'Retry-After': '' } },
  /** A proxy or a hotel's portal answers in RingCentral's place. */
  htmlPage: {
    status: 200,
    headers: { 'Content-Type': 'text/html; charset=utf-8', RCRequestId: '' },
    body: '<!doctype html><html><head><title>Welcome</title></head><body>Please sign in to the network.</body></html>',
  },
  /** Whole as a body, broken as JSON. */
  garbageJson: { status: 200, body: '{"records":[{"id":40117' },
  /** The connection breaks in the middle of the body; the request took effect. */
  truncated: { truncate: true },
  /** The request took effect and its answer never comes. */
  unanswered: { hang: 'after-accept' },
  /** The request took effect and the connection is reset: in a refresh, the new tokens are lost. */
  lostAnswer: { reset: 'after-accept' },
  /** Of two things asked for, one could not be done. */
  partly: {
    status: 207,
    headers: { 'Content-Type': MULTI_STATUS },
    body: JSON.stringify([
      { resourceId: '1', status: 200, body: { id: 1, readStatus: 'Read' } },
      {
        resourceId: '2',
        status: 404,
        body: { errorCode: 'CMN-102', message: notFound.message, errors: [notFound] },
      },
    ]),
  },
} as const satisfies Readonly<Record<string, Fault>>;
