import { plural } from '../plural.ts';

type Counts = {
  readonly texts: number;
  readonly calls: number;
  readonly voicemails: number;
  readonly notes: number;
};

/** `3 texts, 1 call and 2 notes`; nothing is `nothing`. */
function listed({ texts, calls, voicemails, notes }: Counts): string {
  const parts = [
    texts > 0 && plural(texts, 'text', 'texts'),
    calls > 0 && plural(calls, 'call', 'calls'),
    voicemails > 0 && plural(voicemails, 'voicemail', 'voicemails'),
    notes > 0 && plural(notes, 'note', 'notes'),
  ].filter((part) => part !== false);
  if (parts.length < 2) return parts[0] ?? 'nothing';
  return `${parts.slice(0, -1).join(', ')} and ${parts.at(-1)}`;
}

/** Words for how the archive is kept, carried elsewhere, written out and emptied. */
export const keeping = {
  groups: {
    general: 'General',
    calling: 'Calls and texts',
    texts: 'Texts',
    notifications: 'Notifications',
    outside: 'Other programs',
    account: 'Account',
    archive: 'Archive',
    about: 'Help',
  },
  cancel: 'Cancel',
  archive: {
    title: 'On this computer',
    advice:
      'Everything Sidetone has seen stays here, even when RingCentral no longer has it. It is as safe as this computer’s disk: turn on the system’s disk encryption (BitLocker, FileVault or LUKS) if it is not on. Other users of this computer cannot read it. Passwords and sign-ins are kept elsewhere.',
    size: 'Takes up',
    holds: 'Holds',
    since: 'Goes back to',
    listed,
  },
  backups: {
    title: 'Backups',
    advice:
      'A checked copy of the archive is made once a day while Sidetone runs. The archive may be the only place that still has your older calls and texts.',
    demo: 'The demo account has no backups.',
    folder: 'Folder',
    chooseFolder: 'Choose folder…',
    sameDisk:
      'This is on the same disk as the archive; another drive also helps when the disk fails.',
    days: 'Daily backups kept',
    weeks: 'Weekly backups kept',
    none: 'None',
    dayCount: (count: number) => plural(count, 'day', 'days'),
    weekCount: (count: number) => plural(count, 'week', 'weeks'),
    make: 'Back up now',
    making: 'Backing up…',
    list: 'Backups in this folder',
    empty: 'No backup has been made yet.',
    kinds: { day: 'Daily', week: 'Weekly', manual: 'Made by hand' },
    more: (count: number) => `Show ${plural(count, 'older backup', 'older backups')}`,
    restore: 'Restore',
    restoreOf: (when: string) => `Restore the backup of ${when}`,
    restoring: 'Restoring…',
    question: (when: string) => `Go back to ${when}?`,
    warning:
      'The archive you have now is saved as a file of its own first. Calls and texts since then are fetched again from RingCentral, as far as it still has them; notes, follow-ups and contacts of this computer since then are only in that file. Texts that wait are not lost.',
    confirm: 'Restore',
    move: 'Another computer',
    moveAdvice:
      'One file with archive and settings, without your sign-in. On the other computer, sign in with the same account, then move it here.',
    moveOut: 'Move to another computer…',
    movingOut: 'Writing the file…',
    movedOut:
      'The file is written and checked. It holds your calls and texts: delete it once the other computer has it.',
    moveIn: 'Move here from another computer…',
    movingIn: 'Moving…',
    moveInQuestion: 'Move an archive here from another computer?',
    moveInAdvice:
      'It takes the place of the archive on this computer, which is saved as a file of its own. Your settings become those of the other computer.',
    moveInConfirm: 'Choose the file…',
  },
  keep: {
    title: 'How long to keep',
    advice: 'Notes and follow-ups always stay, and so do texts that have not been sent yet.',
    history: 'Texts, calls and voicemails',
    media: 'Recordings and voicemails to listen to',
    mediaAdvice: 'Only the copies on this computer; RingCentral’s own are not touched.',
    forever: 'Forever',
    months: (months: number) =>
      months % 12 === 0 ? plural(months / 12, 'year', 'years') : plural(months, 'month', 'months'),
    question: (length: string) => `Keep only the last ${length}?`,
    warning:
      'Everything older is removed from this computer now, and every day from then on. It does not come back, even if you keep more later. Backups keep it until they are replaced.',
    mediaQuestion: (length: string) => `Keep only what can be listened to of the last ${length}?`,
    mediaWarning:
      'Older copies are removed from this computer now, and every day from then on. Those that RingCentral no longer has do not come back.',
    confirm: 'Remove what is older',
  },
  erase: {
    title: 'Erase everything',
    advice:
      'Removes all texts, calls, voicemails, notes, contacts of this computer and backups of this account, and frees the space. You stay signed in. RingCentral’s own records are not touched, and do not come back here.',
    button: 'Erase everything…',
    question: 'Erase everything on this computer?',
    counts: (counts: Counts) =>
      `This removes ${listed(counts)}, contacts that are only on this computer, texts that still wait, and all backups in the backup folder. It cannot be undone.`,
    type: (word: string) => `Type ${word} to confirm`,
    word: 'ERASE',
    wrong: (word: string) => `Type ${word} in capital letters.`,
    confirm: 'Erase everything',
    erasing: 'Erasing…',
    done: (counts: Counts) => `Erased: ${listed(counts)}.`,
  },
  erasePerson: {
    button: 'Erase this person…',
    question: (name: string) => `Erase ${name}?`,
    counts: (counts: Counts) =>
      `This removes ${listed(counts)} from this computer, for all of this person’s numbers and whoever shares them, together with the contact. Existing backups are replaced by a new one without them. It cannot be undone.`,
    counting: 'Looking for what would be removed…',
    elsewhere:
      'RingCentral’s own records and address book are not touched; what it still has does not come back here. Of group texts, what others wrote stays. An entry of the company directory stays.',
    confirm: 'Erase',
    erasing: 'Erasing… Other changes wait until the space is freed.',
  },
  exports: {
    button: 'Export',
    formats: {
      csv: { label: 'CSV', detail: 'For Excel and other spreadsheets' },
      json: { label: 'JSON', detail: 'For other programs' },
    },
    running: (file: string) => `Exporting ${file}`,
    progress: (rows: string, total: string | undefined) =>
      total === undefined ? `${rows} written` : `${rows} of ${total}`,
    progressLabel: 'Export',
    cancel: 'Cancel export',
    done: (file: string, rows: number) => `${file}: ${plural(rows, 'entry', 'entries')} exported`,
    cancelled: (file: string) => `The export of ${file} was canceled; no file was left.`,
  },
} as const;
