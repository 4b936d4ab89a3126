import type { ExportFormat } from '../../../shared/model/keeping.ts';
import { strings } from '../../../shared/strings/strings.ts';
import { call } from '../bridge.ts';
import { openSettingsAt } from '../ui-store.ts';
import type { ExportWhat } from '../use-exports.ts';
import type { Action, Facts, Tools } from './action.ts';
import { tellOutcome } from './news.ts';

const words = strings.actions;
const { keywords } = words;
const formats: readonly ExportFormat[] = ['csv', 'json'];

/** What happens to the archive as a whole. */
export function archiveActions(facts: Facts): readonly Action[] {
  return [...backupActions(facts), ...exportActions(facts), ...olderActions(facts)];
}

function backupActions({ session }: Facts): readonly Action[] {
  const obstacle = session?.demo === true ? words.noBackups : undefined;
  const refresh = ({ client }: Tools) => client.invalidateQueries({ queryKey: ['backups'] });
  return [
    {
      id: 'back-up',
      group: 'archive',
      label: words.backUp,
      keywords: keywords.backUp,
      obstacle,
      run: (tools) =>
        void tellOutcome(call('backups.make', undefined), {
          working: words.backingUp,
          done: words.backedUp,
        }).then(() => refresh(tools)),
    },
    {
      id: 'backup-folder',
      group: 'archive',
      label: words.backupFolder,
      keywords: keywords.backUp,
      obstacle,
      run: (tools) =>
        void tellOutcome(call('backups.choose-folder', undefined), {}).then(() => refresh(tools)),
    },
    {
      id: 'move-out',
      group: 'archive',
      label: words.moveOut,
      keywords: keywords.move,
      obstacle,
      run: () =>
        void tellOutcome(call('backups.move-out', undefined), {
          done: (isDone) => (isDone ? words.movedOut : undefined),
        }),
    },
    {
      id: 'move-in',
      group: 'archive',
      label: words.moveIn,
      keywords: keywords.move,
      obstacle,
      // What it takes the place of is said there, before it does.
      run: () => openSettingsAt('backups'),
    },
  ];
}

function exportActions({ isExporting }: Facts): readonly Action[] {
  const what: readonly (readonly [string, ExportWhat, (format: string) => string])[] = [
    ['export-all', { kind: 'everything' }, words.exportAll],
    ['export-calls', { kind: 'calls' }, words.exportCalls],
    ['export-texts', { kind: 'messages' }, words.exportTexts],
  ];
  const cancel: Action = {
    id: 'cancel-export',
    group: 'archive',
    label: words.cancelExport,
    run: () => void tellOutcome(call('exports.cancel', undefined), {}),
  };
  return [
    ...what.flatMap(([id, each, say]) => exportsOf(id, 'archive', each, say, isExporting)),
    ...(isExporting ? [cancel] : []),
  ];
}

/** What is written out, in each format. */
export function exportsOf(
  id: string,
  group: Action['group'],
  what: ExportWhat,
  say: (format: string) => string,
  isExporting: boolean,
): readonly Action[] {
  return formats.map((format) => ({
    id: `${id}-${format}`,
    group,
    label: say(strings.keeping.exports.formats[format].label),
    keywords: keywords.export,
    obstacle: isExporting ? words.busyExporting : undefined,
    run: ({ startExport }) => startExport(what, format),
  }));
}

function olderActions({ backfill }: Facts): readonly Action[] {
  const isPaused = backfill === 'paused';
  const name = isPaused ? 'archive.resume-backfill' : 'archive.pause-backfill';
  const older: Action = {
    id: 'older',
    group: 'archive',
    label: isPaused || backfill === 'done' ? words.older : words.pauseOlder,
    keywords: keywords.older,
    obstacle: backfill === 'done' ? words.allFetched : undefined,
    run: ({ client }) =>
      void tellOutcome(call(name, undefined), {}).then(() =>
        client.invalidateQueries({ queryKey: ['backfill'] }),
      ),
  };
  const show: Action = {
    id: 'show-older',
    group: 'archive',
    label: strings.backfill.title,
    keywords: keywords.older,
    run: () => openSettingsAt('backfill'),
  };
  return [older, show];
}
