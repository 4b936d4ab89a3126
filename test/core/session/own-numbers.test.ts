import { describe, expect, it, vi } from 'vitest';
import { noFacts, type AccountFacts } from '../../../main/core/session/facts.ts';
import { toOwnSenders } from '../../../main/core/session/own-numbers.ts';
import type {
  ServerPhoneNumber,
  ServerSmsRegistration,
} from '../../../main/core/ringcentral/records.ts';
import { openSession, openSignedIn } from './harness.ts';

const local: ServerPhoneNumber = {
  id: '7',
  number: '+17375550116',
  label: 'Open house line',
  type: 'VoiceOnly',
  usageType: 'DirectNumber',
  isPrimary: false,
  isTollFree: false,
  country: 'US',
  features: ['CallerId'],
};

function obstacle(
  more: Partial<ServerPhoneNumber>,
  smsRegistrations?: Readonly<Record<string, ServerSmsRegistration>>,
) {
  const facts: AccountFacts = {
    ...noFacts,
    phoneNumbers: [{ ...local, ...more }],
    smsRegistrations,
  };
  return toOwnSenders(facts)[0]?.obstacle;
}

const campaign = (status: string | undefined) => ({ 7: { campaign: status, brand: undefined } });

describe('a number that texts', () => {
  it('has nothing in its way, and says whether pictures go with them', () => {
    const facts: AccountFacts = {
      ...noFacts,
      phoneNumbers: [
        { ...local, features: ['SmsSender', 'MmsSender'], isPrimary: true },
        { ...local, number: '+18005550111', features: ['SmsSender'], isTollFree: true },
      ],
    };
    expect(toOwnSenders(facts)).toEqual([
      {
        number: '+17375550116',
        label: 'Open house line',
        isDefault: true,
        canSendMedia: true,
        obstacle: undefined,
      },
      {
        number: '+18005550111',
        label: 'Open house line',
        isDefault: false,
        canSendMedia: false,
        obstacle: undefined,
      },
    ]);
  });
});

describe('a number that does not text', () => {
  it.each([
    ['no campaign has it', {}, campaign(undefined), 'text.sender-unregistered'],
    ['its campaign waits', {}, campaign('Submitted'), 'text.sender-pending'],
    ['its campaign was refused', {}, campaign('PreVetFailed'), 'text.sender-rejected'],
    ['its campaign has ended', {}, campaign('CampaignExpired'), 'text.sender-rejected'],
    ['a status nobody has heard of', {}, campaign('Odd'), 'text.sender-rejected'],
    ['it is registered and still off', {}, campaign('Confirmed'), 'text.sender-off'],
    ['it may not be asked about', {}, {}, 'text.sender-off'],
    ['nothing has been asked yet', {}, undefined, 'text.sender-off'],
    ['it is toll-free', { isTollFree: true }, undefined, 'text.sender-toll-free'],
    ['it is the company’s', { usageType: 'MainCompanyNumber' }, undefined, 'text.sender-shared'],
    ['it is for faxes', { type: 'FaxOnly' }, undefined, 'text.sender-fax'],
    ['it is the company’s fax', { usageType: 'CompanyFaxNumber' }, undefined, 'text.sender-fax'],
    ['it is abroad', { country: 'GB' }, undefined, 'text.sender-abroad'],
  ])('says that %s', (_, more, registrations, message) => {
    expect(obstacle(more, registrations)).toMatchObject({ message, field: 'from', retry: 'never' });
  });

  it('names the state of its campaign', () => {
    expect(obstacle({}, campaign('CampaignSuspended'))?.params).toEqual({
      status: 'CampaignSuspended',
    });
  });

  it('says so by what an older Sidetone wrote down of it', () => {
    const { number, label, usageType, isPrimary, features } = local;
    const old = { number, label, usageType, isPrimary, features };
    const [sender] = toOwnSenders({ ...noFacts, phoneNumbers: [old] });
    expect(sender?.obstacle?.message).toBe('text.sender-off');
  });
});

describe('the numbers of the demo account', () => {
  const obstacles = (session: Awaited<ReturnType<typeof openSignedIn>>['session']) =>
    Object.fromEntries(
      session.listOwnSenders().map(({ number, obstacle: found }) => [number, found?.message]),
    );

  it('are asked about at RingCentral where they do not text', async () => {
    const world = await openSignedIn();
    const { session, clock, simulator } = world;
    expect(obstacles(session)).toEqual({
      '+15125550123': undefined,
      '+15125550148': undefined,
      '+17375550116': 'text.sender-unregistered',
      '+15125550100': 'text.sender-shared',
      '+18005550111': undefined,
    });
    const line = simulator.account.state.profile.numbers[2];
    Object.assign(line ?? {}, { campaign: 'Submitted' });
    await clock.advance(15 * 60_000);
    await vi.waitFor(() => expect(obstacles(session)['+17375550116']).toBe('text.sender-pending'));
    // After a restart it is known without asking.
    const again = openSession(world, { archive: world.archive });
    await again.session.start();
    expect(obstacles(again.session)['+17375550116']).toBe('text.sender-pending');
  });
});
