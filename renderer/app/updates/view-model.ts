import type { EpochMs } from '../../../shared/model/ids.ts';
import type { UpdateView } from '../../../shared/model/updates.ts';
import { perLocale } from '../../../shared/strings/language.ts';
import { strings } from '../../../shared/strings/strings.ts';
import { dayAndTime } from '../format.ts';

const words = strings.updates;
const percents = perLocale((tag) => new Intl.NumberFormat(tag, { style: 'percent' }));

/** How the search for a newer version stands, in a sentence. */
export function stateWords({ state, version }: UpdateView, now: EpochMs): string {
  switch (state.name) {
    case 'idle':
      return state.checkedAt === undefined
        ? words.never
        : words.newest(version, dayAndTime(state.checkedAt, now));
    case 'checking':
      return words.checking;
    case 'downloading':
      return words.downloading(state.version, percents().format(state.percent / 100));
    case 'ready':
      return `${words.ready(state.version)}.`;
    case 'failed':
      return words.failed(dayAndTime(state.at, now));
  }
}

/** The version to tell of now: it is ready, and nothing and nobody has asked to wait. */
export function offeredVersion(view: UpdateView | undefined): string | undefined {
  if (view?.state.name !== 'ready') return undefined;
  if (view.obstacle !== undefined || view.laterUntil !== undefined) return undefined;
  return view.state.version;
}
