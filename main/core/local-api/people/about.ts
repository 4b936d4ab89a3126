import { z } from '@hono/zod-openapi';
import { failure } from '../../../../shared/failure.ts';
import type { Whose } from '../../../../shared/model/history.ts';
import type { CallId, ContactId, CountryCode } from '../../../../shared/model/ids.ts';
import { toE164 } from '../../../../shared/phone/parse.ts';
import type { About } from '../../notes/rows.ts';
import { ApiError } from '../problems.ts';

const id = z.string().regex(/^\d{1,16}$/);

/** Whom or what something is about: one of these, and no two. */
export const aboutFields = {
  call_id: id.optional(),
  contact_id: id.optional(),
  number: z.string().min(1).max(100).optional(),
};

type AboutInput = {
  readonly call_id?: string | undefined;
  readonly contact_id?: string | undefined;
  readonly number?: string | undefined;
};

/** What a request names; anything but exactly one is answered 400, what is no number 422. */
export function toAbout(input: AboutInput, home: CountryCode): About {
  const { call_id: callId, contact_id: contactId, number } = input;
  const named = [callId, contactId, number].filter((value) => value !== undefined);
  if (named.length !== 1) throw invalid(callId === undefined ? 'call_id' : 'contact_id');
  if (callId !== undefined) return { callId: callId as CallId };
  if (contactId !== undefined) return { whose: { contactId: contactId as ContactId } };
  return { whose: toWhose(number ?? '', home) };
}

/** A number in any format, as the archive looks people up by it; fails with 422. */
export function toWhose(typed: string, home: CountryCode): Whose & { readonly number: string } {
  const number = toE164(typed, home);
  if (number !== undefined) return { number };
  throw new ApiError(422, failure('invalid', 'number.not-dialable', { field: 'number' }));
}

function invalid(field: string): ApiError {
  return new ApiError(400, failure('invalid', 'api.field-invalid', { field, params: { field } }));
}
