import { isSentFile, type SentFileName } from '../messages/sent-files.ts';
import type { Random } from '../random.ts';
import type { Person, Role } from './people.ts';
import { people } from './people.ts';
import { groups } from './scripts/groups.ts';
import { leads, unreachable } from './scripts/leads.ts';
import { scriptsByRole } from './scripts/by-role.ts';
import { strangers } from './strangers.ts';
import { days, minutes } from './workday.ts';

/** One text of a conversation that has its people. */
export type ScriptLine = {
  /** `me`, or the index of the other person. */
  readonly from: 'me' | number;
  readonly text: string;
  /** The pause before this text, in milliseconds. */
  readonly gapMs: number;
  readonly unread?: boolean;
  readonly failed?: 'DeliveryFailed' | 'SendingFailed';
  readonly errorCode?: string;
  /** Seed of the picture that comes with it. */
  readonly picture?: number;
  readonly file?: SentFileName;
};

export type Cast = {
  readonly ownNumber: string;
  readonly numbers: readonly string[];
  readonly daysAgo: number;
  readonly lines: readonly ScriptLine[];
};

const OWN_NUMBER = '+15125550123';
const REFINANCE_NUMBER = '+15125550148';

const SLOTS = {
  street: [
    '418 Cedar Bend',
    '2207 Willow Creek Dr',
    '91 Limestone Ct',
    '1530 Pecan Hollow',
    '702 E 38th St',
    '64 Saddleback Ln',
    '3315 Mockingbird Way',
    '12 Harvest Moon Rd',
  ],
  price: ['$389,000', '$425,000', '$447,500', '$512,000', '$368,900', '$599,000'],
  rate: ['6.125%', '6.25%', '6.375%', '5.99%', '6.5%', '5.875%'],
  payment: ['$2,384', '$2,610', '$2,847', '$3,105', '$2,219'],
  day: ['Tuesday', 'Wednesday', 'Thursday', 'Friday'],
  time: ['9:30', '10:15', '1:30', '2:45', '4:00'],
  amount: ['$1,850', '$3,200', '$4,400', '$7,500', '$12,000'],
} as const;

/** Gives every script its people: forty contacts, the strangers and three groups make sixty. */
export function castConversations(random: Random): readonly Cast[] {
  // Numbers abroad cannot be texted from a North American number; those people call.
  const textable = people.filter(({ mobile }) => mobile.startsWith('+1'));
  const used = new Map<Role, number>();
  const contacts = textable.map((person, index) => {
    const turn = used.get(person.role) ?? 0;
    used.set(person.role, turn + 1);
    const scripts = scriptsByRole[person.role];
    return castOne(random, person, scripts[turn % scripts.length] ?? [], index);
  });
  const reached = strangers.length - unreachable.length;
  const unknown = strangers.map((stranger, index) => {
    const script = unreachable[index - reached] ?? leads[index % leads.length] ?? [];
    return cast(random, [stranger.number], [stranger.firstName], script, 3 + index * 2.7);
  });
  const together = groups.map(({ lastNames, daysAgo, script }) => {
    const members = lastNames.map(personNamed);
    const numbers = members.map(({ mobile }) => mobile);
    return cast(
      random,
      numbers,
      members.map(({ firstName }) => firstName),
      script,
      daysAgo,
    );
  });
  return [...contacts, ...unknown, ...together];
}

function castOne(random: Random, person: Person, script: readonly string[], index: number): Cast {
  const own = person.role === 'refinance' ? REFINANCE_NUMBER : OWN_NUMBER;
  // Squared, so that about a third of the conversations are of this week.
  const daysAgo = (((index * 7) % 36) / 36) ** 2 * 45;
  return { ...cast(random, [person.mobile], [person.firstName], script, daysAgo), ownNumber: own };
}

function cast(
  random: Random,
  numbers: readonly string[],
  firstNames: readonly string[],
  script: readonly string[],
  daysAgo: number,
): Cast {
  const chosen = Object.fromEntries(
    Object.entries(SLOTS).map(([slot, values]) => [slot, random.pick<string>(values)]),
  );
  const slots: Readonly<Record<string, string>> = { ...chosen, first: firstNames[0] ?? '' };
  return {
    ownNumber: OWN_NUMBER,
    numbers,
    daysAgo: Math.floor(daysAgo),
    lines: readScript(script, slots, random, daysAgo < 4),
  };
}

function personNamed(lastName: string): Person {
  const person = people.find((one) => one.lastName === lastName);
  if (!person) throw new Error(`Nobody in the demo data is called ${lastName}.`);
  return person;
}

/**
 * A script is a list of texts: `> ` is the broker's, `< ` the other person's, `<2 ` the second
 * other person's. `-- 2d` and `-- 3h` are pauses. `[picture 4]`, `[file voice]`, `[unread]` and
 * `[failed CODE]` at the end say what else there is to a text.
 */
function readScript(
  script: readonly string[],
  slots: Readonly<Record<string, string>>,
  random: Random,
  recent: boolean,
): readonly ScriptLine[] {
  const lines: ScriptLine[] = [];
  let pause: number | undefined;
  for (const entry of script) {
    const gap = /^-- (\d+)([dh])$/.exec(entry);
    if (gap) {
      pause = Number(gap[1]) * (gap[2] === 'd' ? days(1) : minutes(60));
      continue;
    }
    const gapMs = pause ?? minutes(1 + random.next() * 11);
    pause = undefined;
    lines.push(readLine(entry, slots, gapMs, recent));
  }
  return lines;
}

function readLine(
  entry: string,
  slots: Readonly<Record<string, string>>,
  gapMs: number,
  recent: boolean,
): ScriptLine {
  const [, side, second, rest = ''] = /^([<>])(\d?) (.*)$/s.exec(entry) ?? [];
  if (side === undefined) throw new Error(`A demo script has a line without a side: ${entry}`);
  const marks = [...rest.matchAll(/\s*\[(picture|file|unread|failed) ?([\w-]*)\]/g)];
  const text = rest
    .replace(/\s*\[(picture|file|unread|failed) ?[\w-]*\]/g, '')
    .replace(/\{(\w+)\}/g, (whole, slot: string) => slots[slot] ?? whole);
  const marked = (name: string): string | undefined => marks.find(([, mark]) => mark === name)?.[2];
  const picture = marked('picture');
  const file = marked('file');
  const failed = marked('failed');
  return {
    from: side === '>' ? 'me' : Number(second || '1') - 1,
    text,
    gapMs,
    ...(picture === undefined ? {} : { picture: Number(picture) }),
    ...(isSentFile(file) ? { file } : {}),
    // An old text that was never read would look like neglect.
    ...(marked('unread') !== undefined && recent ? { unread: true } : {}),
    ...(failed === undefined
      ? {}
      : {
          failed: failed.startsWith('SMS-CAR') ? 'DeliveryFailed' : 'SendingFailed',
          errorCode: failed,
        }),
  };
}
