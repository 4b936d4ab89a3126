import { isBlocked } from '../account/caller-blocking.ts';
import type { JsonObject } from '../http/body.ts';
import { isObject, objectField, textField } from '../http/body.ts';
import type { ErrorDetail } from '../http/errors.ts';
import {
  forbidden,
  invalidParameter,
  invalidParameters,
  invalidValue,
  unsupportedMedia,
} from '../http/errors.ts';
import { parsePhoneNumber } from '../phone-numbers.ts';
import type { World } from '../world.ts';
import type { SentFile } from './sms-request.ts';

const MAX_TEXT_UNITS = 1_000;
const MAX_GROUP = 10;
const MAX_FILES = 10;
const MAX_FILE_BYTES = 1_500_000;

const FILE_TYPES = new RegExp(
  [
    'image/(jpeg|png|bmp|gif|tiff|svg\\+xml|webp)',
    'video/(3gpp|mp4|mpeg|avi|x-flv|x-ms-wmv|quicktime|webm|ogg)',
    'audio/(mpeg|mp4|ogg|wav|x-wav|amr|3gpp)',
    'text/(x-)?vcard|text/(html|plain|csv|calendar|rtf)',
    'application/(zip|gzip|rtf|pdf)',
  ].join('|'),
);

export type SmsFields = {
  readonly from: string;
  readonly to: readonly string[];
  readonly text: string;
};

/** What is missing is reported all at once, as RingCentral does. */
export function requireFields(body: JsonObject, hasFiles: boolean): SmsFields {
  const to = Array.isArray(body['to']) ? (body['to'] as unknown[]) : [];
  const from = textField(objectField(body, 'from'), 'phoneNumber');
  const text = body['text'] ?? '';
  if (typeof text !== 'string') throw invalidValue('text');
  const missing: ErrorDetail[] = [];
  if (to.length === 0) {
    missing.push(detail('MSG-219', 'Parameter [to] is invalid. No recipients specified.', 'to'));
  }
  if (from === undefined) {
    missing.push(detail('MSG-221', 'Parameter [from] is invalid. Value is empty.', 'from'));
  }
  if (text === '' && !hasFiles) missing.push(detail('MSG-224', 'SMS message is empty.'));
  if (missing.length > 0 || from === undefined) throw invalidParameters(missing);
  // Counted in UTF-16 units, so most emoji count twice.
  if (text.length > MAX_TEXT_UNITS) throw invalidValue('text');
  checkCountry(objectField(body, 'country'));
  return { from, to: to.map(recipientNumber), text };
}

function detail(errorCode: string, message: string, parameterName?: string): ErrorDetail {
  return { errorCode, message, ...(parameterName === undefined ? {} : { parameterName }) };
}

function recipientNumber(entry: unknown): string {
  const number = isObject(entry) ? textField(entry, 'phoneNumber') : undefined;
  if (number === undefined) throw invalidValue('to.phoneNumber');
  return number;
}

function checkCountry(country: JsonObject): void {
  if (country['id'] === undefined || country['isoCode'] === undefined) return;
  throw invalidParameter('MSG-365', 'Both country.id and country.isoCode are specified', 'country');
}

/** The recipients as E.164. */
export function checkRecipients(world: World, typed: readonly string[]): readonly string[] {
  const numbers = typed.map((number) => checkRecipient(world, number));
  if (new Set(numbers).size < numbers.length) {
    throw invalidParameter('CMN-406', 'Parameter [to] value is duplicated', 'to');
  }
  if (numbers.length > MAX_GROUP) {
    throw invalidParameter('MSG-381', `Group messages take ${MAX_GROUP} recipients at most`, 'to');
  }
  return numbers;
}

function checkRecipient(world: World, typed: string): string {
  const digits = typed.replace(/\D/g, '');
  const { colleagues, profile } = world.state;
  const extensions = [profile.extensionNumber, ...colleagues.map((one) => one.extensionNumber)];
  if (extensions.includes(digits)) {
    throw invalidParameter(
      'MSG-246',
      'Sending SMS from/to extension numbers is not available',
      'to',
    );
  }
  if (digits.length > 0 && digits.length <= 6) {
    throw invalidParameter('MSG-247', 'Sending SMS to short numbers is not available', 'to');
  }
  const e164 = parsePhoneNumber(typed)?.e164;
  if (e164 === undefined) {
    throw invalidParameter('CMN-102', 'Resource for parameter [to] is not found', 'to');
  }
  if (isBlocked(world, e164)) {
    throw invalidParameter('MSG-243', "Recipient's number is blocked", 'to');
  }
  return e164;
}

/** The sender as E.164: an own number that can text, and can text there. */
export function checkSender(
  world: World,
  typed: string,
  recipients: readonly string[],
  withFiles: boolean,
): string {
  const { profile, colleagues } = world.state;
  const e164 = parsePhoneNumber(typed)?.e164;
  const own = profile.numbers.find(({ phoneNumber }) => phoneNumber === e164);
  if (!own) {
    if (colleagues.some(({ directNumber }) => directNumber === e164)) {
      throw forbidden('MSG-304', "Phone number doesn't belong to extension");
    }
    throw invalidParameter('MSG-245', 'Parameter [from] is not a number of the user', 'from');
  }
  if (own.type === 'FaxOnly') throw forbidden('MSG-241', 'Sending SMS from a fax number');
  if (!own.features.includes('SmsSender')) {
    throw forbidden('MSG-367', 'The from number does not support sending SMS');
  }
  if (withFiles && !own.features.includes('MmsSender')) {
    throw forbidden('MSG-242', 'Sending MMS is not available for the from number');
  }
  const abroad = recipients.some((number) => !number.startsWith('+1'));
  if (abroad && !own.features.includes('InternationalSmsSender')) {
    throw forbidden(
      withFiles ? 'MSG-383' : 'MSG-240',
      'International SMS is not available',
      'InternationalProhibited',
    );
  }
  return own.phoneNumber;
}

export function checkFiles(files: readonly SentFile[]): void {
  if (files.length > MAX_FILES) {
    throw invalidParameter('MSG-379', `An MMS takes ${MAX_FILES} attachments at most`);
  }
  if (files.reduce((sum, { bytes }) => sum + bytes.length, 0) > MAX_FILE_BYTES) {
    throw invalidParameter('MSG-376', 'The attachments are too large');
  }
  const strange = files.find(({ contentType }) => !FILE_TYPES.test(contentType));
  if (strange) {
    throw unsupportedMedia('MSG-348', `Media type ${strange.contentType} is not supported`);
  }
}
