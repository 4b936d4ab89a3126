export const media = {
  play: (what: string) => `Play ${what}`,
  /** Of one that is a button first: its words, and what it is. */
  unfold: (button: string, what: string) => `${button}, ${what}`,
  pause: (what: string) => `Pause ${what}`,
  position: (what: string) => `Position in ${what}`,
  positionOf: (at: string, total: string) => `${at} of ${total}`,
  loading: 'Loading…',
  unknownLength: '–:––',
  speed: (speed: string) => `Speed ${speed}×`,
  speedNext: (speed: string, next: string) => `Speed ${speed}×. Change to ${next}×`,
  save: (what: string) => `Save ${what} to a file`,
  saveHint: 'Save to a file',
  saved: 'Saved',
  cache: {
    title: 'Recordings and voicemails',
    advice:
      'What you have played is kept on this computer, so that it plays without RingCentral. What was played longest ago is removed first.',
    limit: 'Space for them',
    none: 'Keep none',
    used: (used: string, limit: string) => `${used} of ${limit} used`,
    usedNone: 'None are kept on this computer.',
    clear: 'Remove them from this computer',
    clearQuestion: 'Remove all recordings and voicemails kept here?',
    clearAdvice:
      'RingCentral’s own are not touched, but what RingCentral no longer has cannot be played again.',
    clearConfirm: 'Remove',
    clearing: 'Removing…',
    cancel: 'Keep them',
  },
} as const;
