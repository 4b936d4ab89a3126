import { assertNever, failure, type Failure } from '../../../shared/failure.ts';
import type { CallOutlook } from '../../../shared/model/calls.ts';
import type { CallId, ClientId, CountryCode } from '../../../shared/model/ids.ts';
import { formatNumber } from '../../../shared/phone/format.ts';
import type { Result } from '../../../shared/result.ts';
import { toQuestionFailure } from '../calls/outlook/questions.ts';
import { createFirstWords } from '../calls/first-word.ts';
import type { Outlooks } from '../calls/outlook/service.ts';
import type { Calls } from '../calls/service.ts';
import type { Cards } from '../cards/service.ts';
import type { Events } from '../events.ts';
import type { Messages } from '../messages/service.ts';
import type { Clock, MainWindow, Random } from '../ports.ts';
import { isTextQuestion } from '../text-rules/questions.ts';
import type { Command, CommandOutcome } from './command.ts';

/** How long a command waits for the user's phone to ring before it says what it knows. */
const ringingMs = 25_000;

export type CommandsDeps = {
  readonly outlooks: Pick<Outlooks, 'of'>;
  readonly calls: Pick<Calls, 'dial' | 'listActive'>;
  readonly cards: Pick<Cards, 'propose'>;
  readonly messages: Pick<Messages, 'send'>;
  readonly mainWindow: Pick<MainWindow, 'open'>;
  readonly events: Pick<Events, 'on'>;
  readonly clock: Clock;
  readonly random: Random;
  readonly session: { homeCountry(): CountryCode; requireSignedIn(): Result<void> };
};

export type Commands = {
  /** Does what the command line asks, as far as it may; what has to be asked becomes a card. */
  run(command: Command): Promise<CommandOutcome>;
  /** Answers what still waits for a phone to ring: nobody follows it any more. */
  stop(): void;
};

/** Builds it. It holds nothing between two commands. */
export function createCommands(deps: CommandsDeps): Commands {
  const { calls, cards, session } = deps;
  const firstWords = createFirstWords(deps);

  const propose = async (outlook: CallOutlook): Promise<CommandOutcome> => {
    const isShown = await cards.propose({ text: outlook.typed, source: 'command-line' });
    if (!isShown) return refused(failure('auth', 'session.signed-out'));
    return { became: 'proposed', who: whoOf(outlook, session.homeCountry()) };
  };

  const call = async (typed: string, isConfirmed: boolean): Promise<CommandOutcome> => {
    const outlook = await deps.outlooks.of(typed);
    if (outlook.refusal !== undefined) return refused(outlook.refusal);
    if (!isConfirmed) return propose(outlook);
    const [question] = outlook.questions;
    if (question !== undefined) {
      const proposed = await propose(outlook);
      const why = toQuestionFailure(question, typed);
      return proposed.became === 'proposed' ? { ...proposed, became: 'asked', why } : proposed;
    }
    const placed = await calls.dial({ number: typed });
    if (!placed.ok) return refused(placed.failure);
    return follow(placed.value.callId, whoOf(outlook, session.homeCountry()));
  };

  const follow = async (callId: CallId, who: string): Promise<CommandOutcome> => {
    const heard = await firstWords.of(callId, ringingMs);
    if (heard === undefined) return refused(failure('offline', 'network.timeout'));
    if (heard.failure !== undefined) return refused(heard.failure);
    return { became: 'ringing', who, phone: heard.phone.label };
  };

  const text = async (
    typed: string,
    body: string | undefined,
    isConfirmed: boolean,
  ): Promise<CommandOutcome> => {
    const signedIn = session.requireSignedIn();
    if (!signedIn.ok) return refused(signedIn.failure);
    const outlook = await deps.outlooks.of(typed);
    if (outlook.refusal !== undefined || outlook.number === undefined)
      return refused(outlook.refusal ?? noNumber);
    const who = whoOf(outlook, session.homeCountry());
    if (!isConfirmed) {
      deps.mainWindow.open({ screen: 'messages', compose: true, to: [outlook.number], body });
      return { became: 'composed', who };
    }
    const sent = await deps.messages.send({
      clientId: deps.random.uuid() as ClientId,
      to: { numbers: [outlook.number] },
      text: body ?? '',
    });
    if (sent.ok) return { became: 'accepted', who };
    if (!isTextQuestion(sent.failure)) return refused(sent.failure);
    // It is asked where it can be answered, with the words kept.
    deps.mainWindow.open({ screen: 'messages', compose: true, to: [outlook.number], body });
    return { became: 'kept', who, why: sent.failure };
  };

  return {
    run(command) {
      switch (command.kind) {
        case 'call':
          return call(command.number, command.isConfirmed);
        case 'text':
          return text(command.number, command.body, command.isConfirmed);
        default:
          return assertNever(command);
      }
    },
    stop: firstWords.stop,
  };
}

const noNumber = failure('invalid', 'number.not-dialable');

function refused(reason: Failure): CommandOutcome {
  return { became: 'refused', failure: reason };
}

function whoOf({ number, party, typed }: CallOutlook, home: CountryCode): string {
  const written = number?.startsWith('+') === true ? formatNumber(number, home) : (number ?? typed);
  return party.name === undefined ? written : `${party.name} (${written})`;
}
