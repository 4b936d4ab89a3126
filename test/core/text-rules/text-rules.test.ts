import { describe, expect, it } from 'vitest';
import { addDoNotCall } from '../../../main/core/do-not-call/queries.ts';
import { noteStop } from '../../../main/core/opt-outs/rows.ts';
import { createTextRules, type TextToJudge } from '../../../main/core/text-rules/service.ts';
import type { E164, ThreadId } from '../../../shared/model/ids.ts';
import { openInProcessArchive } from '../../db/in-process.ts';
import { ManualClock } from '../support/manual-clock.ts';
import { ada, bob, createFakeSession, mainNumber, secondNumber } from '../support/session.ts';

/** Monday, 23:40 in New York and 20:40 in Los Angeles. */
const night = Date.UTC(2026, 2, 3, 4, 40);
/** Monday, 14:00 in New York. */
const afternoon = Date.UTC(2026, 2, 2, 19, 0);
const morningThere = Date.UTC(2026, 2, 3, 13, 0);
const newYork = ['America/New_York'];

function makeRules(now = afternoon) {
  const archive = openInProcessArchive();
  archive.db.exec(`
    INSERT INTO contact (id, person_id, source, server_id, name, availability)
      VALUES (1, 1, 'personal', 'c1', 'Ada Brook', 'Alive');
    INSERT INTO contact_number (contact_id, label, typed, number) VALUES (1, 'mobile', '1', '${ada}');
  `);
  const clock = new ManualClock(now);
  const settings = {
    askQuietTexts: true,
    firstTextSentence: undefined as string | undefined,
    smsFrom: undefined,
  };
  const zones = new Map<string, readonly string[]>([
    [ada, newYork],
    [bob, ['America/Los_Angeles']],
  ]);
  const session = createFakeSession();
  const rules = createTextRules({
    archive,
    clock,
    session,
    places: {
      of: (number) => Promise.resolve({ place: undefined, zones: zones.get(number) ?? [] }),
    },
    settings: () => settings,
  });
  const judge = (more: Partial<TextToJudge> = {}) =>
    rules.judge({
      to: [ada],
      from: mainNumber,
      text: 'Hello',
      confirmed: [],
      reason: undefined,
      at: clock.now(),
      ...more,
    });
  const stop = (number: E164 = ada, ownNumber: E164 = mainNumber): void =>
    void noteStop(archive.db, { ownNumber, number }, { at: 1, source: 'answer', word: 'STOP' });
  let lastId = 0;
  /** A thread, and a text in it where one is named. */
  const addThread = (
    parties: readonly string[],
    text?: Readonly<Record<string, string | null>>,
  ) => {
    lastId += 1;
    const { db } = archive;
    const key = [...parties].sort().join(',');
    db.prepare('INSERT INTO thread (id, own_number, party_key, last_at) VALUES (?, ?, ?, 1)').run(
      lastId,
      mainNumber,
      key,
    );
    for (const [place, number] of parties.entries()) {
      const isNumber = number.startsWith('+');
      db.prepare(
        'INSERT INTO thread_party (thread_id, position, number, name) VALUES (?, ?, ?, ?)',
      ).run(lastId, place, isNumber ? number : null, isNumber ? null : number);
    }
    if (text !== undefined) addText(lastId, text);
    return String(lastId) as ThreadId;
  };
  const addText = (thread: number, text: Readonly<Record<string, string | null>>): void => {
    const { direction = 'outbound', status = 'delivered', failure = null } = text;
    archive.db
      .prepare(
        `INSERT INTO message (thread_id, direction, status, body, failure, created_at, modified_at)
         VALUES (?, ?, ?, 'x', ?, 1, 1)`,
      )
      .run(thread, direction, status, failure);
  };
  return { archive, clock, settings, session, rules, judge, stop, zones, addThread, addText };
}

describe('a text', () => {
  it('goes without a word where nothing stands against it', async () => {
    const { judge } = makeRules();
    expect(await judge()).toEqual({ ok: true, value: { text: 'Hello', decision: undefined } });
  });

  it('to someone who answered STOP needs a yes and why', async () => {
    const { judge, stop } = makeRules();
    stop();
    const asked = { failure: { message: 'text.opted-out', retry: 'user', kind: 'conflict' } };
    expect(await judge()).toMatchObject(asked);
    expect(await judge({ confirmed: ['opted-out'] })).toMatchObject(asked);
    expect(await judge({ confirmed: ['opted-out'], reason: '  ' })).toMatchObject(asked);
    expect(await judge({ from: secondNumber })).toMatchObject({ ok: true });
    expect(await judge({ confirmed: ['opted-out'], reason: 'They called' })).toMatchObject({
      value: { decision: { questions: ['opted-out'], reason: 'They called' } },
    });
  });

  it('is asked about once for each reason, in order, whoever of a group it is about', async () => {
    const { archive, judge, stop } = makeRules(night);
    await archive.write(addDoNotCall, { numbers: [ada], reason: '', at: 1 });
    stop(bob);
    const to = [ada, bob];
    const reason = 'Agreed';
    expect(await judge({ to })).toMatchObject({ failure: { message: 'text.opted-out' } });
    const first = ['opted-out'] as const;
    expect(await judge({ to, reason, confirmed: first })).toMatchObject({
      failure: { message: 'number.do-not-call', params: { typed: 'Ada Brook' } },
    });
    const second = [...first, 'do-not-call'] as const;
    expect(await judge({ to, reason, confirmed: second })).toMatchObject({
      failure: { message: 'text.quiet-hours' },
    });
    expect(await judge({ to, reason, confirmed: [...second, 'quiet-hours'] })).toMatchObject({
      value: {
        decision: {
          questions: ['opted-out', 'do-not-call', 'quiet-hours'],
          reason,
          zone: 'America/New_York',
          clockTime: '23:40',
        },
      },
    });
  });

  it('for the morning there is not asked about at night, and that it waits is kept', async () => {
    const { judge, settings } = makeRules(night);
    expect(await judge({ at: morningThere - 1 })).toMatchObject({
      failure: { message: 'text.quiet-hours' },
    });
    expect(await judge({ at: morningThere })).toMatchObject({
      value: {
        decision: { questions: [], isPutOff: true, zone: 'America/New_York', clockTime: '23:40' },
      },
    });
    settings.askQuietTexts = false;
    expect(await judge()).toMatchObject({ value: { decision: undefined } });
    expect(await judge({ at: morningThere })).toMatchObject({ value: { decision: undefined } });
  });

  it('that is the first carries the sentence, once, within the length of a text', async () => {
    const { addThread, addText, judge, settings } = makeRules();
    settings.firstTextSentence = 'Reply STOP to opt out.';
    const whole = 'Hello\nReply STOP to opt out.';
    expect(await judge()).toMatchObject({ value: { text: whole } });
    expect(await judge({ text: whole })).toMatchObject({ value: { text: whole } });
    expect(await judge({ text: '' })).toMatchObject({ value: { text: 'Reply STOP to opt out.' } });
    expect(await judge({ text: 'x'.repeat(1_000 - 23) })).toMatchObject({ ok: true });
    expect(await judge({ text: 'x'.repeat(1_000 - 22) })).toMatchObject({
      failure: { message: 'text.too-long', params: { length: 1_001 } },
    });
    const thread = Number(addThread([ada], { status: 'failed' }));
    addText(thread, { direction: 'inbound', status: 'received' });
    expect(await judge()).toMatchObject({ value: { text: whole } });
    addText(thread, { status: 'queued' });
    expect(await judge()).toMatchObject({ value: { text: 'Hello' } });
    expect(await judge({ from: secondNumber })).toMatchObject({ value: { text: whole } });
    expect(await judge({ to: [ada, bob] })).toMatchObject({ value: { text: whole } });
  });
});

describe('what is known before a text', () => {
  it('names who is opted out, not to be called, and where it is quiet', async () => {
    const { archive, rules, stop, settings, session } = makeRules(night);
    await archive.write(addDoNotCall, { numbers: [bob], reason: '', at: 1 });
    stop();
    settings.firstTextSentence = 'Reply STOP to opt out.';
    const outlook = await rules.outlook({ numbers: ['(212) 555-0142', bob] }, undefined);
    expect(outlook).toMatchObject({
      from: mainNumber,
      to: [ada, bob],
      refusal: undefined,
      optOuts: [{ number: ada, ownNumber: mainNumber, word: 'STOP', party: { name: 'Ada Brook' } }],
      doNotCall: [{ number: bob }],
      questions: ['opted-out', 'do-not-call', 'quiet-hours'],
      firstTextSentence: 'Reply STOP to opt out.',
      quiet: { localTime: { zone: 'America/New_York' }, parties: [{ number: ada }] },
    });
    // 8:00 in New York is too early in Los Angeles.
    expect(outlook.quiet?.dayBeginsAt).toBe(morningThere + 3 * 60 * 60_000);
    session.senders = [];
    expect(await rules.outlook({ numbers: [ada] }, undefined)).toMatchObject({
      refusal: { message: 'text.no-sender' },
    });
  });

  it('begins when it is day for all, or, where their days never meet, where it is worst', async () => {
    const { rules, zones } = makeRules(night);
    const cleo = '+12125550144' as E164;
    const begins = async (numbers: readonly E164[]) =>
      (await rules.outlook({ numbers }, undefined)).quiet?.dayBeginsAt;
    zones.set(bob, ['Australia/Perth']);
    zones.set(cleo, ['Europe/London']);
    expect(await begins([ada])).toBe(morningThere);
    expect(await begins([ada, bob])).toBe(Date.UTC(2026, 2, 4, 0, 0));
    expect(await begins([ada, bob, cleo])).toBe(Date.UTC(2026, 2, 3, 8, 0));
  });

  it.each([
    ['911', 'number.emergency'],
    ['+1 911', 'number.emergency'],
    ['72345', 'text.short-number'],
    ['(212) 555-0142 x12', 'text.extension-number'],
    ['nobody', 'number.not-dialable'],
  ])('says that %s takes no texts', async (typed, message) => {
    const { rules } = makeRules();
    expect(await rules.outlook({ numbers: [typed] }, undefined)).toMatchObject({
      to: [],
      refusal: { message },
      questions: [],
    });
    expect((await rules.outlook({ numbers: [] }, undefined)).refusal).toBeUndefined();
  });

  it('says that a service’s short code takes no answer, and whose number a thread is', async () => {
    const { rules, addThread } = makeRules();
    const service = addThread(['72345']);
    expect((await rules.outlook({ threadId: service }, undefined)).refusal).toMatchObject({
      message: 'text.recipient-invalid',
    });
    const thread = addThread([ada]);
    expect(await rules.outlook({ threadId: thread }, undefined)).toMatchObject({
      from: mainNumber,
      to: [ada],
    });
    const gone = await rules.outlook({ threadId: '99' as ThreadId }, undefined);
    expect(gone.refusal).toMatchObject({ message: 'not-found' });
  });

  it('says of a landline what the last text or its plan says, and lets it be tried', async () => {
    const { rules, judge, addThread, addText } = makeRules();
    const failed = JSON.stringify({ message: 'text.landline', code: 'SMS-UP-410' });
    const thread = Number(addThread([ada], { status: 'failed', failure: failed }));
    const caution = async (number: string) =>
      (await rules.outlook({ numbers: [number] }, undefined)).caution?.message;
    expect(await caution(ada)).toBe('text.landline-before');
    expect(await judge()).toMatchObject({ ok: true });
    expect(await caution(bob)).toBeUndefined();
    // Germany tells landlines from mobiles; North America does not.
    expect(await caution('+49 30 1234567')).toBe('text.landline-likely');
    expect(await caution('+49 151 12345678')).toBeUndefined();
    addText(thread, { status: 'delivered' });
    expect(await caution(ada)).toBeUndefined();
  });
});
