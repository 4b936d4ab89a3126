export const timeline = {
  label: (who: string) => `Everything with ${who}`,
  show: 'What to show',
  kinds: {
    all: 'All',
    call: 'Calls',
    text: 'Texts',
    voicemail: 'Voicemails',
    note: 'Notes',
  },
  chip: (kind: string, count: string) => `${kind} ${count}`,
  empty: {
    all: 'Nothing with them yet. Calls, texts, voicemails and notes appear here.',
    call: 'No calls with them yet.',
    text: 'No texts with them yet.',
    voicemail: 'No voicemails from them yet.',
    note: 'No notes about them yet. Add the first one above.',
  },
  sharedBy: 'Number shared with',
  openPerson: (who: string) => `Open ${who}`,
  call: (what: string, when: string) => `Call, ${what}, ${when}`,
  textIn: (who: string, text: string, when: string) => `${who}: ${text}, ${when}`,
  textOut: (text: string, status: string, when: string) => `You: ${text}, ${status}, ${when}`,
  voicemail: 'Voicemail',
  voicemailSentence: (what: string, when: string) => `Voicemail, ${what}, ${when}`,
  isNew: 'New',
  heard: 'Heard',
  play: { call: 'Play recording', voicemail: 'Play voicemail' },
  recording: (when: string) => `Recording of the call ${when}`,
  message: (when: string) => `Voicemail of ${when}`,
  transcript: {
    waiting: 'The transcript is on its way',
    partial: 'Only part could be transcribed',
    failed: 'It could not be transcribed',
  },
  attempt: {
    'call-refused': (text: string | undefined) =>
      text === undefined ? 'Call not placed' : `Call to ${text} not placed`,
    'text-discarded': (text: string | undefined) =>
      text === undefined ? 'Text discarded' : `Text discarded: ${text}`,
  },
} as const;
