import { addCallLog, addContacts } from './bulk-data.ts';
import { ManualClock } from './clock.ts';
import type { Fault, FaultBook } from './faults.ts';
import type { JsonObject } from './http/body.ts';
import { jsonObject } from './http/body.ts';
import { ApiError, internalError, invalidValue, noSuchPath } from './http/errors.ts';
import type { Answer, Incoming } from './http/message.ts';
import { noContent, ok } from './http/message.ts';
import { receiveText } from './messages/inbound-texts.ts';
import { isSentFile } from './messages/sent-files.ts';
import { changeSignIn, endAllSessions } from './oauth/sign-in-control.ts';
import { createSocketHandle } from './push/socket-handle.ts';
import { receiveCall } from './telephony/inbound-calls.ts';
import { failedLegs } from './telephony/leg-outcomes.ts';
import type { World } from './world.ts';

const PREFIX = '/__simulator/';
const OUTCOMES = ['missed', 'voicemail', 'answered', 'rejected'] as const;

type Switches = { goDown(): Promise<void>; comeBack(): Promise<void> };

/** Answers a control request; undefined when the path is none. */
export async function answerControl(
  world: World,
  faults: FaultBook,
  switches: Switches,
  request: Incoming,
): Promise<Answer | undefined> {
  if (!request.path.startsWith(PREFIX) || request.origin.kind !== 'http') return undefined;
  try {
    return await control(world, faults, switches, request);
  } catch (error) {
    return (error instanceof ApiError ? error : internalError(error)).toAnswer();
  }
}

async function control(
  world: World,
  faults: FaultBook,
  switches: Switches,
  request: Incoming,
): Promise<Answer> {
  const command = `${request.method} ${request.path.slice(PREFIX.length)}`;
  switch (command) {
    case 'GET state':
      return ok(summary(world));
    case 'POST faults':
      faults.add(faultOf(jsonObject(request)));
      return noContent;
    case 'DELETE faults':
      faults.clear();
      return noContent;
    case 'POST clock/advance':
      return advance(world, jsonObject(request));
    case 'POST inbound-text':
      return ok({ id: receiveText(world, textOf(jsonObject(request))).id });
    case 'POST inbound-call':
      return ok({ sessionId: receiveCall(world, callOf(jsonObject(request))).sessionId });
    case 'POST ring-out-legs':
      world.rules.ringOutLegs = legsOf(jsonObject(request));
      return noContent;
    case 'POST sign-in':
      changeSignIn(world, jsonObject(request));
      return noContent;
    case 'DELETE sessions':
      endAllSessions(world);
      return noContent;
    case 'POST sockets':
      return troubleSockets(world, jsonObject(request));
    case 'POST fill':
      return fill(world, jsonObject(request));
    case 'POST down':
      return down(world, switches, jsonObject(request));
    default:
      throw noSuchPath();
  }
}

function summary(world: World): object {
  const { state } = world;
  const texts = state.messages.filter(({ type }) => type === 'SMS');
  return {
    now: world.clock.now(),
    sessions: state.sessions.length,
    messages: state.messages.length,
    unread: state.messages.filter(({ readStatus }) => readStatus === 'Unread').length,
    outboundTexts: texts
      .filter(({ direction }) => direction === 'Outbound')
      .slice(-20)
      .map(({ id, subject, status, to }) => ({
        id,
        subject,
        status,
        to: to.map(({ phoneNumber }) => phoneNumber),
      })),
    calls: state.calls.length,
    liveCalls: world.liveCalls.map(({ record, phase }) => ({
      sessionId: record.sessionId,
      direction: record.direction,
      phase,
    })),
    contacts: state.contacts.length,
  };
}

/** The same fields as `faults.add`; `pattern` is a regular expression for the path. */
function faultOf(body: JsonObject): Fault {
  const { pattern, ...rest } = body;
  return {
    ...(rest as Fault),
    ...(typeof pattern === 'string' ? { path: new RegExp(pattern) } : {}),
  };
}

async function advance(world: World, body: JsonObject): Promise<Answer> {
  const { ms } = body;
  if (!(world.clock instanceof ManualClock) || typeof ms !== 'number' || !(ms >= 0))
    throw invalidValue('ms');
  await world.clock.advance(ms);
  return ok({ now: world.clock.now() });
}

function textOf(body: JsonObject): Parameters<typeof receiveText>[1] {
  const { from, to, text, files = [] } = body;
  if (typeof from !== 'string' || typeof text !== 'string') throw invalidValue('from');
  if (!Array.isArray(files) || !files.every(isSentFile)) throw invalidValue('files');
  return { from, text, files, ...(typeof to === 'string' ? { to } : {}) };
}

/** Which leg of the RingOuts to come fails, and with which word; left out, it goes by the number. */
function legsOf({ own, other }: JsonObject): World['rules']['ringOutLegs'] {
  const word = (value: unknown, name: string) => {
    const known = failedLegs.find((each) => each === value);
    if (value !== undefined && known === undefined) throw invalidValue(name);
    return known;
  };
  const [ownLeg, otherLeg] = [word(own, 'own'), word(other, 'other')];
  return { ...(ownLeg && { own: ownLeg }), ...(otherLeg && { other: otherLeg }) };
}

function callOf(body: JsonObject): Parameters<typeof receiveCall>[1] {
  const { from, outcome, ringMs, talkMs, transcript, queue, phones } = body;
  const known = OUTCOMES.find((choice) => choice === outcome);
  if (known === undefined) throw invalidValue('outcome');
  return {
    outcome: known,
    ...(typeof from === 'string' ? { from } : {}),
    ...(typeof ringMs === 'number' ? { ringMs } : {}),
    ...(typeof talkMs === 'number' ? { talkMs } : {}),
    ...(typeof transcript === 'string' ? { transcript } : {}),
    ...(typeof queue === 'string' ? { queue } : {}),
    ...(typeof phones === 'number' && phones >= 1 ? { phones: Math.min(phones, 10) } : {}),
  };
}

/** What a test does to the sockets through the account handle. */
function troubleSockets(world: World, { action, count, text }: JsonObject): Answer {
  const sockets = createSocketHandle(world);
  const times = typeof count === 'number' ? count : 1;
  switch (action) {
    case 'drop':
      sockets.drop();
      break;
    case 'silence':
      sockets.silence();
      break;
    case 'end-silence':
      sockets.endSilence();
      break;
    case 'raw':
      sockets.sendRaw(typeof text === 'string' ? text : undefined);
      break;
    case 'duplicate':
      sockets.duplicateNext(times);
      break;
    case 'swap':
      sockets.swapNext(times);
      break;
    case 'refuse':
      sockets.refuseNext(times);
      break;
    default:
      throw invalidValue('action');
  }
  return noContent;
}

/** Many contacts and calls at once. */
function fill(world: World, { contacts = 0, calls = 0 }: JsonObject): Answer {
  if (!Number.isInteger(contacts) || !Number.isInteger(calls)) throw invalidValue('contacts');
  addContacts(world, contacts as number);
  addCallLog(world, calls as number);
  return noContent;
}

/** Goes away in a moment, so that this answer still arrives, and comes back after `forMs`. */
function down(world: World, switches: Switches, body: JsonObject): Answer {
  const { forMs } = body;
  if (typeof forMs !== 'number') throw invalidValue('forMs');
  world.clock.schedule(50, () => switches.goDown());
  world.clock.schedule(50 + forMs, () => switches.comeBack());
  return noContent;
}
