import type { LinkStanding } from '../../../shared/model/links.ts';
import { fail, ok } from '../../../shared/result.ts';
import { failure } from '../../../shared/failure.ts';
import type { LinkHandlers } from '../../../main/core/ports.ts';

export type FakeLinkHandlers = LinkHandlers & {
  /** Who opens every scheme; the test may change it, as the user does in the system's settings. */
  now: LinkStanding;
  /** Makes the next take and give back fail. */
  refuses: boolean;
};

/** A system that lets Sidetone register, and another program that has the links before. */
export function createFakeLinkHandlers(now: LinkStanding = 'other'): FakeLinkHandlers {
  const change = (to: LinkStanding): ReturnType<LinkHandlers['take']> => {
    if (fake.refuses) return Promise.resolve(fail(failure('rejected', 'links.not-registered')));
    fake.now = to;
    return Promise.resolve(ok());
  };
  const fake: FakeLinkHandlers = {
    now,
    refuses: false,
    standing: () => Promise.resolve(fake.now),
    get: () =>
      Promise.resolve({
        standings: { tel: fake.now, callto: fake.now, sms: fake.now },
        otherName: fake.now === 'other' ? 'Softphone' : undefined,
        way: 'register',
        platform: 'linux',
        canGiveBack: true,
      }),
    take: () => change('sidetone'),
    giveBack: () => change('other'),
  };
  return fake;
}
