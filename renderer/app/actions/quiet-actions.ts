import type { FollowUpView } from '../../../shared/model/notes.ts';
import { strings } from '../../../shared/strings/strings.ts';
import { ask, call } from '../bridge.ts';
import { partyWords } from '../party.ts';
import { quickTimes, whenInWords } from '../notes/view-model.ts';
import { quietChoices } from '../../../shared/quiet.ts';
import type { Action, Facts, Page } from './action.ts';
import { tellOutcome } from './news.ts';

const words = strings.actions;
const { keywords } = words;

/** After how many minutes what is unread may be told of again. */
export const repeatMinutes = [5, 10, 15, 30, 60] as const;
/** So many open follow-ups are there to choose from. */
const mostOpen = 100;

const quietIds = ['quiet-half-hour', 'quiet-hour', 'quiet-tomorrow', 'quiet-on'] as const;

/** What is told of, when, and what is put off. */
export function quietActions(facts: Facts): readonly Action[] {
  const { quiet, now } = facts;
  const choices = quietChoices(now).map(({ label, until }, index): Action => ({
    id: quietIds[index] ?? 'quiet-on',
    group: 'quiet',
    label: words.quiet(label),
    keywords: keywords.quiet,
    run: ({ setQuiet }) => setQuiet(until),
  }));
  const end: Action = {
    id: 'quiet-off',
    group: 'quiet',
    label: strings.notifications.quiet.end,
    keywords: `${strings.notifications.quiet.title} ${keywords.quiet}`,
    run: ({ setQuiet }) => setQuiet(undefined),
  };
  return [
    ...(quiet?.own === undefined ? [] : [end]),
    ...choices,
    {
      id: 'snooze',
      group: 'quiet',
      label: words.snooze,
      keywords: keywords.snooze,
      page: () => followUpsPage(facts),
    },
    ...repeatActions(facts),
    {
      id: 'test-notification',
      group: 'quiet',
      label: words.testNotification,
      run: () => void tellOutcome(call('notifications.test', undefined), {}),
    },
  ];
}

function repeatActions({ settings }: Facts): readonly Action[] {
  const said = strings.notifications.settings;
  const one = (minutes: number | undefined): Action => ({
    id: `repeat-${minutes ?? 'never'}`,
    group: 'quiet',
    label: words.repeat(minutes === undefined ? said.never : said.minutes(minutes)),
    keywords: keywords.repeat,
    isChosen: settings !== undefined && settings.repeatMinutes === minutes,
    run: ({ save }) => save({ repeatMinutes: minutes ?? null }),
  });
  return [undefined, ...repeatMinutes].map(one);
}

/** The open follow-ups, the soonest first; each leads to the times it can be put off to. */
function followUpsPage(facts: Facts): Page {
  const { title } = partyWords(facts.home);
  return {
    kind: 'list',
    id: 'follow-ups',
    title: words.snooze,
    read: async () => {
      const { items } = await ask('follow-ups.list', { show: 'open', limit: mostOpen });
      return items.map((followUp): Action => ({
        id: `follow-up:${followUp.id}`,
        group: 'quiet',
        label: title(followUp.party),
        detail: [whenInWords(followUp.dueAt, facts.now), followUp.text].filter(Boolean).join(' · '),
        page: () => snoozePage(followUp, facts),
      }));
    },
  };
}

function snoozePage(followUp: FollowUpView, { now, home }: Facts): Page {
  const { id: followUpId, text } = followUp;
  return {
    kind: 'list',
    id: `snooze:${followUpId}`,
    title: words.snoozeOf(partyWords(home).title(followUp.party)),
    read: () =>
      quickTimes(now).map(({ label, at }): Action => ({
        id: `snooze:${at}`,
        group: 'quiet',
        label,
        run: ({ client }) =>
          void tellOutcome(call('follow-ups.change', { followUpId, dueAt: at, text }), {
            done: words.snoozed(whenInWords(at, now)),
          }).then(() => client.invalidateQueries({ queryKey: ['follow-ups'] })),
      })),
  };
}
