/** Where the published OpenAPI file and the wire disagree, and the simulator follows the wire. */

/** Answers that the file describes wrongly or not at all, by operation and status. */
export const MISDESCRIBED: readonly {
  readonly operation: RegExp;
  readonly status: number;
  readonly why: string;
}[] = [
  {
    operation: /./,
    status: 401,
    why: 'the gateway’s own 401 (AGW-401, AGW-402) is flat: errorCode and message, no errors[]',
  },
  {
    operation: /^POST .*\/directory\/entries\/search$/,
    status: 400,
    why: 'no code can be one of the directory’s, which are printed Java objects',
  },
  {
    operation: /^GET .*\/directory\/entries\/\{entryId\}$/,
    status: 404,
    why: 'no code can be one of the directory’s, which are printed Java objects',
  },
];

/** Values that newer editions of the file add to its lists. */
export const ADDED_VALUES: Readonly<Record<string, readonly string[]>> = {
  CallResultEnum: ['Answered Elsewhere', 'Callback requested'],
};

type Event = { readonly body?: Readonly<Record<string, unknown>> };

/**
 * An event as the file describes it. On the wire ids of messages and attachments are texts, where
 * the file has integers, and a voicemail is a `VoiceMail`, not a `Voicemail`.
 */
export function asDescribed(schema: string, { body = {}, ...event }: Event): object {
  const { attachments, changes } = body;
  const described = {
    ...body,
    ...(Array.isArray(attachments) && { attachments: attachments.map(withInteger('id')) }),
    ...(Array.isArray(changes) && { changes: changes.map(withInteger('newMessageIds')) }),
  };
  if (schema !== 'VoicemailMessageEvent') return { ...event, body: described };
  return { ...event, body: { ...withInteger('id')(described), type: 'Voicemail' } };
}

function withInteger(name: string): (entry: object) => object {
  return (entry) => {
    const value = (entry as Readonly<Record<string, unknown>>)[name];
    return { ...entry, [name]: Array.isArray(value) ? value.map(Number) : Number(value) };
  };
}
