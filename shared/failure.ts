/** What sort of thing went wrong; decides icon, tone and whether waiting can help. */
export type FailureKind =
  | 'offline'
  | 'auth'
  | 'rate-limited'
  | 'rejected'
  | 'invalid'
  | 'not-found'
  | 'conflict'
  | 'unsupported'
  | 'internal';

/**
 * Whether trying again can help: never, by itself (`auto`), when the user asks (`user`), or after
 * so many milliseconds.
 */
export type Retry = 'never' | 'auto' | 'user' | { readonly afterMs: number };

/**
 * Every sentence a Failure can speak, by key. The words live in `shared/strings`, which
 * must have one for each key, or it does not compile.
 */
export const failureMessages = [
  // Numbers
  'number.empty',
  'number.too-long',
  'number.not-dialable',
  'number.emergency',
  'number.short',
  'number.premium',
  'number.do-not-call',
  'number.service-code',
  // Calls
  'call.already-placing',
  'call.no-phone',
  'call.phone-unknown',
  'call.quiet-hours',
  'call.cannot-cancel',
  'call.not-controllable',
  'call.caller-id-refused',
  'call.from-refused',
  'call.to-refused',
  'call.blocked',
  'call.international-disabled',
  'call.not-in-plan',
  'call.not-allowed',
  'call.paused',
  'call.outcome-unknown',
  'call.cancel-unknown',
  'call.busy',
  'call.no-answer',
  'call.no-such-number',
  'call.line-trouble',
  'call.you-no-answer',
  'call.you-busy',
  'call.you-unreachable',
  'call.unreachable',
  'call.lost',
  'call.phones-not-joined',
  'call.network-fault',
  'call.network-error',
  'call.undisclosed',
  'call.you-declined',
  'call.you-fault',
  'call.you-international',
  'call.you-blocked',
  'call.you-no-credit',
  'call.you-not-found',
  'call.you-line-trouble',
  'call.you-lost',
  'call.you-number-refused',
  'call.you-network-fault',
  'call.you-undisclosed',
  'call.rejected',
  'call.no-credit',
  'call.failed',
  'call.gone',
  // Links, and what else proposes a number
  'link.not-a-link',
  'link.other-scheme',
  'link.too-long',
  'link.no-number',
  'link.emergency',
  'links.not-registered',
  'links.not-given-back',
  'links.unsupported',
  'shortcut.invalid',
  'shortcut.taken',
  'shortcut.unsupported',
  'crm.no-address',
  'crm.address-invalid',
  'crm.not-enough',
  'crm.not-opened',
  'page.not-opened',
  'card.gone',
  // Call lists and the do-not-call list
  'do-not-call.line-invalid',
  'call-list.gone',
  'call-list.file-gone',
  'call-list.unreadable',
  'call-list.no-numbers',
  'call-list.too-large',
  'call-list.empty',
  // Texts
  'text.empty',
  'text.too-long',
  'text.no-recipient',
  'text.too-many-recipients',
  'text.no-sender',
  'text.sender-refused',
  'text.sender-unregistered',
  'text.sender-pending',
  'text.sender-rejected',
  'text.sender-toll-free',
  'text.sender-shared',
  'text.sender-fax',
  'text.sender-abroad',
  'text.sender-off',
  'text.recipient-invalid',
  'text.recipient-blocked',
  'text.recipient-opted-out',
  'text.recipient-duplicate',
  'text.short-number',
  'text.extension-number',
  'text.international-disabled',
  'text.landline',
  'text.spam',
  'text.carrier-refused',
  'text.limit-reached',
  'text.not-registered',
  'text.media-refused',
  'text.not-in-plan',
  'text.failed',
  'text.outcome-unknown',
  'text.not-waiting',
  'text.none-came-in',
  'text.looked-up',
  'scheduled.past',
  'scheduled.gone',
  'text.opted-out',
  'text.quiet-hours',
  'text.landline-before',
  'text.landline-likely',
  // Files that go with texts
  'file.empty',
  'file.too-large',
  'file.type-refused',
  'file.program',
  'file.too-many',
  'file.together-too-large',
  'file.gone',
  'file.not-kept',
  'file.sender-refused',
  // Templates, and texts to several people one by one
  'template.gone',
  'template.of-account',
  'template.too-many',
  'template.not-offered',
  'template.unknown-field',
  'template.missing-value',
  'separate.nobody',
  'separate.too-many',
  'separate.gone',
  'separate.outdated',
  // Notes, contacts, voicemail and media
  'note.empty',
  'note.gone',
  'follow-up.past',
  'follow-up.gone',
  'contact.empty',
  'contact.number-invalid',
  'contact.label-twice',
  'contact.not-editable',
  'contact.gone',
  'contact.account-full',
  'contact-import.unreadable',
  'contact-import.not-text',
  'contact-import.malformed',
  'contact-import.too-large',
  'contact-import.nothing-found',
  'contact-import.no-columns',
  'contact-import.entry-empty',
  'contact-import.number-invalid',
  'contact-import.gone',
  'media.gone',
  'media.expired',
  'media.not-ready',
  'media.offline',
  'media.unreadable',
  'media.not-saved',
  // Session
  'session.signed-out',
  'session.expired',
  'session.server-invalid',
  'session.server-unknown',
  'session.server-insecure',
  'session.server-other',
  'session.server-sandbox',
  'session.client-refused',
  'session.client-id-invalid',
  'session.other-app',
  'session.grant-not-allowed',
  'session.jwt-refused',
  'session.redirect-mismatch',
  'session.consent-denied',
  'session.code-expired',
  'session.port-taken',
  'session.browser-not-opened',
  'session.browser-timeout',
  'session.cancelled',
  'session.already-signing-in',
  'session.still-signing-in',
  'session.password-ended',
  'session.password-refused',
  'session.clock-off',
  'session.nothing-kept',
  'session.archive-not-erased',
  'import.nothing-found',
  'import.unreadable',
  'import.value-invalid',
  'import.incomplete',
  'import.gone',
  'session.no-refresh-token',
  'session.account-restricted',
  'session.extension-disabled',
  'session.demo-failed',
  // RingCentral and the way to it
  'network.offline',
  'network.timeout',
  'network.not-ringcentral',
  'network.certificate',
  'push.refused',
  'server.unavailable',
  'server.maintenance',
  'server.error',
  'server.refused',
  'rate.limited',
  'permission.app-missing',
  'permission.user-missing',
  'not-found',
  // This computer
  'archive.locked',
  'archive.full',
  'archive.failed',
  'archive.newer',
  'backup.folder-unusable',
  'backup.not-written',
  'backup.no-room',
  'backup.damaged',
  'backup.gone',
  'backup.newer',
  'backup.foreign',
  'backup.other-account',
  'backup.not-restored',
  'backup.already-running',
  'export.not-written',
  'export.no-room',
  'export.already-running',
  'erasure.failed',
  'settings.not-saved',
  // The bridge
  'bridge.unknown-call',
  'bridge.invalid-input',
  'bridge.too-large',
  'bridge.foreign-sender',
  'unsupported',
  'internal',
] as const;

/** The key of a sentence that tells a person what happened and what to do. */
export type FailureMessage = (typeof failureMessages)[number];

/** An outcome that was expected to be possible: a value, never thrown across a border. */
export type Failure = {
  readonly kind: FailureKind;
  /** RingCentral's own code where there is one (`MSG-246`), else ours (the message key). */
  readonly code: string;
  readonly message: FailureMessage;
  readonly retry: Retry;
  /** Values the sentence needs: a name, a count, a time in epoch milliseconds. */
  readonly params?: Readonly<Record<string, string | number>>;
  /** The input field the sentence belongs beside. */
  readonly field?: string;
  /** For `internal`: the id under which the log has the details. */
  readonly incidentId?: string;
};

const defaultRetry: Readonly<Record<FailureKind, Retry>> = {
  offline: 'auto',
  auth: 'user',
  'rate-limited': 'auto',
  rejected: 'never',
  invalid: 'never',
  'not-found': 'never',
  conflict: 'user',
  unsupported: 'never',
  internal: 'user',
};

/** Builds a Failure; the code is the message key and the retry rule the kind's unless given. */
export function failure(
  kind: FailureKind,
  message: FailureMessage,
  more: Partial<Omit<Failure, 'kind' | 'message'>> = {},
): Failure {
  return { kind, message, code: message, retry: defaultRetry[kind], ...more };
}

/** Ends an exhaustive switch: a case left out is a compile error. */
export function assertNever(value: never): never {
  throw new Error(`unexpected value: ${JSON.stringify(value)}`);
}
