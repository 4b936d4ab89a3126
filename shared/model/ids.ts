type Brand<T, Name extends string> = T & { readonly __brand: Name };

/**
 * A phone number in E.164: `+`, country code, subscriber number, nothing else. Short numbers, which
 * have no such form, are their digits alone.
 */
export type E164 = Brand<string, 'E164'>;
/** ISO 3166-1 alpha-2, upper case: the country that national numbers are read in. */
export type CountryCode = Brand<string, 'CountryCode'>;
/** A call in the archive (ours, never the server's id). */
export type CallId = Brand<string, 'CallId'>;
/** A text conversation in the archive. */
export type ThreadId = Brand<string, 'ThreadId'>;
/** A text in the archive. */
export type MessageId = Brand<string, 'MessageId'>;
/** The renderer's own id of a text it sends: the same id is accepted once only. */
export type ClientId = Brand<string, 'ClientId'>;
/** A person or company in the archive. */
export type ContactId = Brand<string, 'ContactId'>;
/** One of the user's own phones that RingOut can ring first. */
export type PhoneId = Brand<string, 'PhoneId'>;
/** A voicemail in the archive. */
export type VoicemailId = Brand<string, 'VoicemailId'>;
/** A note about a call or a person. */
export type NoteId = Brand<string, 'NoteId'>;
/** Someone to get back to at a time. */
export type FollowUpId = Brand<string, 'FollowUpId'>;
/** An import of contacts from a file. */
export type ContactImportId = Brand<string, 'ContactImportId'>;
/** A card of the small window: a number proposed from outside, or a call. */
export type CardId = Brand<string, 'CardId'>;
/** People to call one after the other. */
export type CallListId = Brand<string, 'CallListId'>;
export type CallListEntryId = Brand<string, 'CallListEntryId'>;
/** A file that was attached to a text and lies in the profile until it has gone out. */
export type FileId = Brand<string, 'FileId'>;
/** A text that waits for its time. */
export type ScheduledId = Brand<string, 'ScheduledId'>;
/** An address that is told of calls and texts. */
export type WebhookId = Brand<string, 'WebhookId'>;
/** A text to begin with. */
export type TemplateId = Brand<string, 'TemplateId'>;
/** An instant in epoch milliseconds. */
export type EpochMs = number;
