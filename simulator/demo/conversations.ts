import { textAttachment } from '../messages/inbound-texts.ts';
import { sentFile } from '../messages/sent-files.ts';
import { PICTURE_HEIGHT, PICTURE_WIDTH } from '../messages/picture.ts';
import type { Random } from '../random.ts';
import type { Ids } from '../state/ids.ts';
import { conversationIdOf } from '../state/ids.ts';
import type { Attachment, Message, Party, Profile, Recipient } from '../state/types.ts';
import type { Cast, ScriptLine } from './cast.ts';
import { castConversations } from './cast.ts';
import { placeOf } from './places.ts';
import { earlier, workTime } from './workday.ts';

type Maker = {
  readonly now: number;
  readonly random: Random;
  readonly ids: Ids;
  readonly profile: Profile;
};

/** Sixty conversations of the last two months, oldest message first. */
export function makeConversations(maker: Maker): Message[] {
  const texts = castConversations(maker.random).flatMap((cast) => dated(maker, cast));
  return texts
    .sort((a, b) => a.at - b.at)
    .map(({ at, line, cast }) => toMessage(maker, cast, line, at));
}

type Dated = { readonly at: number; readonly line: ScriptLine; readonly cast: Cast };

/** The last line is `daysAgo` old, the others lie before it, each pause as long as its script says. */
function dated({ now, random }: Maker, cast: Cast): readonly Dated[] {
  let at = workTime(now, cast.daysAgo, random);
  return cast.lines.toReversed().map((line) => {
    const entry = { at, line, cast };
    at = earlier(at, line.gapMs * (0.6 + 0.8 * random.next()), random);
    return entry;
  });
}

function toMessage(maker: Maker, cast: Cast, line: ScriptLine, at: number): Message {
  const { ids, profile } = maker;
  const own: Party = {
    phoneNumber: cast.ownNumber,
    name: `${profile.firstName} ${profile.lastName}`,
    extensionId: String(profile.extensionId),
    location: 'Austin, TX',
  };
  const id = ids.message();
  const inbound = line.from !== 'me';
  const sender = inbound ? outside(cast.numbers[line.from] ?? '') : own;
  const others = cast.numbers.filter((number) => number !== sender.phoneNumber).map(outside);
  const group = cast.numbers.length > 1;
  const to: Recipient[] = inbound ? [{ ...own, target: true }, ...others] : others;
  const status = inbound ? 'Received' : (line.failed ?? 'Delivered');
  return {
    id,
    type: 'SMS',
    direction: inbound ? 'Inbound' : 'Outbound',
    readStatus: line.unread ? 'Unread' : 'Read',
    status,
    availability: 'Alive',
    subject: line.text,
    createdAt: at,
    modifiedAt: at + (inbound ? 0 : 3_000),
    from: sender,
    to: group && !inbound ? to.map((one) => ({ ...one, messageStatus: status })) : to,
    conversationId: conversationIdOf(cast.ownNumber, cast.numbers),
    attachments: [
      ...(line.text === '' ? [] : [textAttachment(id, line.text)]),
      ...(line.picture === undefined ? [] : [picture(id + 1, line.picture)]),
      ...(line.file === undefined ? [] : [sentFile(id + 1, line.file)]),
    ],
    ...(status === 'Delivered' ? { deliveredAt: at + 3_000 } : {}),
    ...(line.errorCode === undefined ? {} : { deliveryErrorCode: line.errorCode }),
  };
}

function outside(phoneNumber: string): Party {
  const location = placeOf(phoneNumber);
  return { phoneNumber, ...(location === undefined ? {} : { location }) };
}

function picture(id: number, seed: number): Attachment {
  return {
    id,
    type: 'MmsAttachment',
    contentType: 'image/png',
    fileName: `IMG_${2_000 + seed}.png`,
    width: PICTURE_WIDTH,
    height: PICTURE_HEIGHT,
    media: { kind: 'picture', seed },
  };
}
