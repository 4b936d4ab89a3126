import { lengthOfMinutes } from '../length.ts';
import { plural } from '../plural.ts';

/** Words of the fetching of older history, and of what came in while nobody was there. */
export const backfill = {
  title: 'Older history',
  advice:
    'RingCentral keeps calls for 12 months and a limited number of texts. Sidetone fetches what is there and keeps it for good.',
  progressLabel: 'How much of the older history has been fetched',
  feeds: { messages: 'Texts and voicemails', calls: 'Calls' },
  reachesBackTo: (date: string) => `Back to ${date}`,
  isDone: 'All that RingCentral still has',
  notBegun: 'Not read yet',
  states: {
    running: 'Fetching, a little at a time so that calls and texts come first',
    paused: 'Paused',
    waiting: 'Waiting',
    done: 'Everything that RingCentral still has is on this computer',
  },
  waitingFor: (reason: string) => `Waiting: ${reason}`,
  firstSync: 'Waiting for the newest calls and texts',
  left: (minutes: number) =>
    minutes < 1 ? 'Less than a minute left' : `About ${lengthOfMinutes(minutes)} left`,
  pause: 'Pause',
  resume: 'Resume',
} as const;

export const away = {
  title: 'While you were away',
  missedCalls: (count: number) => plural(count, 'missed call', 'missed calls'),
  texts: (count: number) => plural(count, 'text', 'texts'),
  voicemails: (count: number) => plural(count, 'voicemail', 'voicemails'),
  /** All of it in one line: “While you were away: 3 missed calls, 5 texts”. */
  line: (parts: readonly string[]) => `While you were away: ${parts.join(', ')}`,
  since: (when: string) => `Since ${when}`,
  open: { missedCalls: 'See calls', texts: 'See texts', voicemails: 'See voicemails' },
} as const;
