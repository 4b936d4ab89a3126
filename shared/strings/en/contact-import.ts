import type { ImportEntry } from '../../model/contact-import.ts';
import { plural } from '../plural.ts';

export const contactImport = {
  title: 'Import contacts',
  intro:
    'Choose a CSV or vCard file, as Outlook, Google, Apple and most CRMs export it. You see what will happen before anything is stored. Imported contacts stay on this computer.',
  choose: 'Choose file…',
  another: 'Choose another file…',
  reading: 'Reading the file…',
  show: 'Show',
  actions: {
    add: (count: number) => `To add (${count})`,
    merge: (count: number) => `To merge (${count})`,
    unchanged: (count: number) => `Unchanged (${count})`,
    refuse: (count: number) => `Left out (${count})`,
  } satisfies Record<ImportEntry['action'], (count: number) => string>,
  explain: {
    add: 'These people are new.',
    merge:
      'These are people you have already; what is missing is filled in, nothing is overwritten.',
    unchanged: 'Everything in the file is known already.',
    refuse: 'These cannot be imported.',
  } satisfies Record<ImportEntry['action'], string>,
  list: 'What will happen',
  line: (line: number) => `Line ${line}`,
  noName: 'No name',
  with: (name: string) => `with ${name}`,
  leftOut: 'left out',
  stored: (typed: string, stored: string) => `${typed} is stored as ${stored}`,
  notStored: (typed: string) => `${typed} is left out`,
  firstOnly: (shown: number, all: number) => `The first ${shown} of ${all} are shown.`,
  use: (count: number) => `Import ${plural(count, 'contact', 'contacts')}`,
  nothing: 'Nothing to import',
  nothingNew: 'Everything in this file is known already, or cannot be stored.',
  using: 'Importing…',
  cancel: 'Cancel',
  done: (added: number, merged: number) =>
    merged === 0
      ? `${plural(added, 'contact', 'contacts')} added`
      : `${plural(added, 'contact', 'contacts')} added, ${merged} completed`,
  from: (fileName: string) => `From ${fileName}`,
  undo: 'Undo import',
  undone: 'The import was undone',
  undoneKept: 'Contacts you have changed since were kept.',
  earlier: 'Earlier imports',
  earlierLine: (fileName: string, when: string) => `${fileName}, ${when}`,
  close: 'Done',
} as const;
