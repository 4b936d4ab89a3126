import type { FailureMessage } from '../../failure.ts';
import { says, type Sentence } from '../sentence.ts';

type Keys = Extract<FailureMessage, `api.${string}` | `webhook.${string}`>;

export const apiFailures: Readonly<Record<Keys, Sentence>> = {
  'api.no-token': says(
    'The request has no token',
    'Create one in Sidetone’s settings and send it as “Authorization: Bearer …”.',
  ),
  'api.token-unknown': says(
    'Sidetone does not know that token',
    'It may have been revoked; create a new one in Sidetone’s settings.',
  ),
  'api.scope-missing': ({ text }) => ({
    title: `This token does not allow “${text('scope') ?? ''}”`,
    advice: 'Create a token that does in Sidetone’s settings.',
  }),
  'api.host-refused': says(
    'The request was sent to another name',
    'Use http://127.0.0.1 or http://localhost with the port in Sidetone’s settings.',
  ),
  'api.origin-refused': ({ text }) => ({
    title: `Pages of ${text('origin') ?? 'that site'} may not ask Sidetone`,
    advice: 'Add the site in Sidetone’s settings, if you trust it.',
  }),
  'api.site-refused': says(
    'Another site’s page may not ask Sidetone this way',
    'Add the site in Sidetone’s settings, if you trust it, and send the request with its origin.',
  ),
  'api.unknown-path': says(
    'There is nothing at that address',
    'The page at / lists what there is.',
  ),
  'api.method-refused': says(
    'That address does not take this method',
    'The Allow header lists those it takes.',
  ),
  'api.malformed': says('The body is not valid JSON', 'Correct it and send it again.'),
  'api.field-invalid': ({ text }) => {
    const field = text('field');
    return {
      title: field ? `“${field}” is missing or not what it must be` : 'The request is not complete',
      advice: 'The document at /openapi.json says what is expected.',
    };
  },
  'api.not-json': says('The body is not JSON', 'Send it with “Content-Type: application/json”.'),
  'api.too-large': says('The request is too large', 'A body may have at most 64 KB.'),
  'api.too-many': ({ number }) => ({
    title: 'Too many requests from this program',
    advice: `Ask again in ${number('seconds') ?? 1} s.`,
  }),
  'api.key-reused': says(
    'That Idempotency-Key was used for another request',
    'Use a new one for each text or call.',
  ),
  'api.key-invalid': says(
    'That Idempotency-Key cannot be used',
    'It has 1 to 200 letters, digits and signs.',
  ),
  'api.call-under-way': says(
    'That call is already being placed',
    'Ask for its state instead of calling again.',
  ),
  'api.session-gone': says(
    'There is no call with that session_id',
    'It may be older than 30 days, or another program’s.',
  ),
  'api.port-taken': ({ number }) => ({
    title: `Another program uses port ${number('port') ?? ''}`,
    advice: 'Choose another port in Settings, or close that program.',
  }),
  'api.port-refused': ({ number }) => ({
    title: `This system does not give Sidetone port ${number('port') ?? ''}`,
    advice: 'Choose another port in Settings.',
  }),
  'api.origin-invalid': says(
    'That is not the address of a site',
    'Enter it as https://crm.example, without a path; http only for this computer.',
  ),
  'api.too-many-programs': says(
    'There are 50 tokens already',
    'Revoke one that is no longer used.',
  ),
  'api.program-gone': says('That token has been revoked already', 'There is nothing left to do.'),
  'webhook.url-invalid': says(
    'That is not an address for a webhook',
    'Enter it as https://crm.example/hooks/calls, without a user name or a # part.',
  ),
  'webhook.url-open': says(
    'Anyone on the way could read that',
    'Use https; http is for this computer alone, such as http://127.0.0.1:8080/.',
  ),
  'webhook.too-many': ({ number }) => ({
    title: `There are ${number('count') ?? ''} webhooks already`,
    advice: 'Remove one that is no longer used.',
  }),
  'webhook.gone': says('That webhook is no longer there', 'There is nothing left to do.'),
};
