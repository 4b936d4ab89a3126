/** What the user finds and may change: these are data as soon as they are used. */
export const usual = {
  /** What a call can be noted as. */
  outcomes: ['Reached', 'Left voicemail', 'No answer', 'Wrong number', 'Call back later'],
  /** How outcomes begin that say someone is to be called again; without case, accents and signs. */
  callAgain: ['call back', 'callback', 'follow up', 'followup'],
  /** What *Text back* offers; “…” becomes a time. */
  textBack: [
    'In a meeting, I will call you at …',
    'I cannot talk right now. What is it about?',
    'I will call you back in ten minutes.',
  ],
} as const;
