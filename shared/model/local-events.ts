/** What other programs can be told of, through the local API's stream and webhooks. */
export const localEventTypes = [
  'call.ringing',
  'call.placed',
  'call.connected',
  'call.ended',
  'call.missed',
  'message.received',
  'message.sent',
  'message.delivered',
  'message.failed',
  'voicemail.received',
] as const;
export type LocalEventType = (typeof localEventTypes)[number];
