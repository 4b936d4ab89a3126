import { createHash } from 'node:crypto';

import { json } from '../http/message.ts';
import { pageOf } from '../http/paging.ts';
import type { Handler } from '../http/routes.ts';
import { formatNational, parsePhoneNumber } from '../phone-numbers.ts';
import type { Colleague } from '../state/types.ts';
import type { World } from '../world.ts';
import { accountUri } from '../world.ts';

/** GET directory/entries: the whole company, the user too; 304 when the ETag is still good. */
export const getDirectory: Handler = (world, { request }) => {
  const { query } = request;
  const everyone = [myself(world), ...world.state.colleagues];
  const type = query.get('type');
  const typeGroup = query.get('typeGroup');
  const wanted = everyone
    .filter((entry) => type === null || entry.type === type)
    .filter((entry) => typeGroup === null || (entry.type === 'User') === (typeGroup === 'User'));
  const page = pageOf(
    wanted,
    `${accountUri(world)}/directory/entries`,
    query,
    (entry) => entryJson(world, entry),
    { defaultPerPage: 1_000, maxPerPage: 1_000 },
  );
  const { navigation: _navigation, ...body } = page;
  const etag = `"${createHash('sha256').update(JSON.stringify(body.records)).digest('base64url')}"`;
  if (request.headers['if-none-match'] === etag) {
    return { status: 304, headers: { ETag: etag }, body: undefined };
  }
  return json(200, body, { ETag: etag });
};

function myself(world: World): Colleague {
  const { profile } = world.state;
  const direct = profile.numbers.find(({ primary }) => primary);
  return {
    id: String(profile.extensionId),
    type: 'User',
    extensionNumber: profile.extensionNumber,
    firstName: profile.firstName,
    lastName: profile.lastName,
    jobTitle: profile.jobTitle,
    department: 'Lending',
    email: profile.email,
    ...(direct ? { directNumber: direct.phoneNumber } : {}),
  };
}

function entryJson(world: World, { directNumber, ...entry }: Colleague): object {
  const number = directNumber === undefined ? undefined : parsePhoneNumber(directNumber);
  return {
    ...entry,
    status: 'Enabled',
    account: {
      id: String(world.state.profile.accountId),
      companyName: world.state.profile.companyName,
    },
    phoneNumbers: number
      ? [
          {
            phoneNumber: number.e164,
            formattedPhoneNumber: `+1 ${formatNational(number)}`,
            type: 'VoiceFax',
            usageType: 'DirectNumber',
            primary: true,
          },
        ]
      : [],
  };
}
