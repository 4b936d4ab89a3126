import { plural } from '../plural.ts';

/** Lists of calls and conversations, and what narrows them. */
export const history = {
  newAbove: 'New above',
  filter: 'Filter',
  hideFilter: 'Hide filter',
  filterOn: (count: number) => `Filter, ${plural(count, 'part', 'parts')} on`,
  clear: 'Clear filters',
  show: 'Show',
  calls: {
    all: 'All',
    missed: 'Missed',
    inbound: 'Incoming',
    outbound: 'Outgoing',
    failed: 'Failed',
  },
  threads: {
    all: 'All',
    unread: 'Unread',
    inbound: 'To answer',
    outbound: 'Answered',
    failed: 'Not delivered',
    pinned: 'Pinned',
    muted: 'Muted',
    done: 'Done',
  },
  hasVoicemail: 'Voicemail',
  hasRecording: 'Recording',
  who: 'Name or number',
  whoHint: 'Only with this name or number',
  clearWho: 'Clear name or number',
  when: 'When',
  ranges: {
    any: 'Any time',
    today: 'Today',
    week: 'Last 7 days',
    month: 'This month',
    custom: 'Custom',
  },
  from: 'From',
  to: 'To',
  nothing: {
    calls: 'No call matches the filter.',
    threads: 'No conversation matches the filter.',
  },
  earlier: 'Earlier',
} as const;
