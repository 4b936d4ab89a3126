import { z } from 'zod';
import type { E164 } from '../../../shared/model/ids.ts';
import type { RingCentralApi } from './api.ts';
import type { Outcome } from './outcome.ts';
import type { ServerConsent } from './records.ts';
import type { Requester } from './requester.ts';
import { instant, optionalText, readList, type RecordReader } from './schemas.ts';

/** The newest of RingCentral's endpoints know the account's own number `~` as the older ones do. */
const path = '/restapi/v2/accounts/~/sms/consents';
/** The most that a page holds (SPEC NonEnumeratedPagingModel). */
const perPage = 1_000;
/** More pages than any account has, so that a server that never ends does not hold us for ever. */
const mostPages = 50;

const number = z
  .string()
  .regex(/^\+[1-9]\d{1,14}$/)
  .transform((text) => text as E164);
const consent = z.looseObject({
  /** `*` stands for all numbers of the account. */
  from: z.union([number, z.literal('*')]),
  to: number,
  optStatus: z.enum(['OptOut', 'OptIn']),
  lastModifiedTime: instant,
});
const paging = z.looseObject({ paging: z.looseObject({ nextPageToken: optionalText }) });

const consentReader: RecordReader<ServerConsent> = {
  read(raw) {
    const { from, to, optStatus, lastModifiedTime: at } = consent.parse(raw);
    return { ownNumber: from, number: to, isOptedOut: optStatus === 'OptOut', at };
  },
};

/** Who has allowed the account texts and who has not (SPEC listSmsConsentRecords); Light, app SMS. */
export function createConsents(send: Requester): RingCentralApi['consents'] {
  const page = (
    pageToken: string | undefined,
  ): Promise<Outcome<{ records: readonly ServerConsent[]; next: string | undefined }>> =>
    send({
      method: 'GET',
      path,
      query: { optStatus: ['OptOut', 'OptIn'], perPage, pageToken },
      // A large company's fill many pages: what comes in goes first.
      lane: 'backfill',
      area: 'other',
      parse: (answer) => ({
        records: readList(answer, consentReader).records,
        next: paging.parse(answer).paging.nextPageToken,
      }),
    });
  return {
    async list() {
      const records: ServerConsent[] = [];
      let token: string | undefined;
      for (let count = 0; count < mostPages; count += 1) {
        const outcome = await page(token);
        if (outcome.kind !== 'ok') return outcome;
        records.push(...outcome.value.records);
        token = outcome.value.next;
        if (token === undefined) break;
      }
      return { kind: 'ok', value: records };
    },
    set: (changes) =>
      send({
        method: 'PATCH',
        path,
        body: {
          records: changes.map((change) => ({
            from: change.ownNumber,
            to: change.number,
            optStatus: change.isOptedOut ? 'OptOut' : 'OptIn',
            source: 'Api',
          })),
        },
        lane: 'sync',
        area: 'other',
        parse: () => undefined,
      }),
  };
}
