import fc from 'fast-check';
import { redactFields, redactText } from '../../main/shell/redact.ts';
import { holds, type Runs } from './check.ts';

const digits = (count: number): fc.Arbitrary<string> =>
  fc.array(fc.nat({ max: 9 }), { minLength: count, maxLength: count }).map((all) => all.join(''));

/** A number of ten digits, as people, programs and RingCentral write it. */
const writings: readonly ((digits: string) => string)[] = [
  (d) => `+1${d}`,
  (d) => d,
  (d) => `1${d}`,
  (d) => `(${d.slice(0, 3)}) ${d.slice(3, 6)}-${d.slice(6)}`,
  (d) => `${d.slice(0, 3)}-${d.slice(3, 6)}-${d.slice(6)}`,
  (d) => `${d.slice(0, 3)}.${d.slice(3, 6)}.${d.slice(6)}`,
  (d) => `${d.slice(0, 3)} ${d.slice(3, 6)} ${d.slice(6)}`,
  (d) => `+1 (${d.slice(0, 3)}) ${d.slice(3, 6)} - ${d.slice(6)}`,
  (d) => `001${d}`,
  (d) => `tel:+1-${d.slice(0, 3)}-${d.slice(3, 6)}-${d.slice(6)}`,
  (d) => `%2B1${d}`,
  (d) => `${d.slice(0, 3)}/${d.slice(3, 6)}/${d.slice(6)}`,
  (d) => `${d.slice(0, 3)}\u00a0${d.slice(3, 6)}\u00a0${d.slice(6)}`,
  (d) => `${d.slice(0, 3)}\u2011${d.slice(3, 6)}\u2011${d.slice(6)}`,
  (d) => `+1${d}x101`,
  (d) => `n${d}`,
  (d) => `_${d}_`,
  (d) => Array.from(d, (each) => String.fromCharCode(0xff10 + Number(each))).join(''),
];
const place = fc.constantFrom<(text: string) => string>(
  (text) => text,
  (text) => `dialled ${text}`,
  (text) => `{"phoneNumber":"${text}"}`,
  (text) => `number=${text}&x=1`,
  (text) => `at ${text}.`,
  (text) => `Error: to ${text}, from ${text}\n    at open (/opt/a.js:1:2)`,
  (text) => `https://platform.ringcentral.com/restapi/v1.0/number/${text}?a=b`,
);
const number = fc
  .tuple(
    fc.constantFrom('212', '415', '786', '907'),
    digits(7),
    fc.constantFrom(...writings),
    place,
  )
  .map(([area, rest, write, put]) => ({ digits: area + rest, text: put(write(area + rest)) }));

const letters = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_';
const opaque = (least: number): fc.Arbitrary<string> =>
  fc.string({ unit: fc.constantFrom(...letters.split('')), minLength: least, maxLength: 90 });
const secretPlaces: readonly ((secret: string) => string)[] = [
  (s) => `Authorization: Bearer ${s}`,
  (s) => `authorization: bearer ${s}`,
  (s) => `Authorization: Basic ${s}`,
  (s) => `https://example.com/cb?code=${s}&state=1`,
  (s) => `POST /token grant_type=refresh_token&refresh_token=${s}`,
  (s) => `access_token=${s}`,
  (s) => `{"access_token":"${s}","token_type":"bearer"}`,
  (s) => `{"refresh_token": "${s}"}`,
  (s) => `"password":"${s}"`,
  (s) => `client_secret=${s}`,
  (s) => `clientSecret: '${s}'`,
  (s) => `wss://ws.example.com/ws?access_token=${s}`,
  (s) => `RINGCENTRAL_JWT=${s}`,
  (s) => `RINGCENTRAL_PASSWORD=${s}`,
  (s) => `whsec_${s}`,
];
const secret = fc
  .tuple(opaque(12), fc.constantFrom(...secretPlaces))
  .map(([value, put]) => ({ value, text: put(value) }));

/** Takes so many numbers and secrets out of lines of a log; answers how many. */
export function fuzzLogs({ runs, seed }: Runs): number {
  const half = { runs: Math.ceil(runs / 2), seed };
  return (
    holds(
      'log-number',
      number,
      ({ digits: all, text }) => {
        const plain = redactText(text)
          .normalize('NFKC')
          .replaceAll(/[\s().\u2010-\u2015/-]/g, '');
        if (plain.includes(all) || plain.includes(all.slice(3))) throw new Error(plain);
      },
      half,
    ) +
    holds(
      'log-secret',
      secret,
      ({ value, text }) => {
        if (redactText(text).includes(value)) throw new Error(redactText(text));
        const fields = redactFields({ accessToken: value, webhookSecret: value, cookie: value });
        if (JSON.stringify(fields).includes(value)) throw new Error('a field keeps its secret');
      },
      half,
    )
  );
}
