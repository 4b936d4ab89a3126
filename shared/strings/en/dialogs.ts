/** The system's dialogs for files, and the names that files are given there. */
export const dialogs = {
  save: 'Save',
  export: 'Export',
  importContacts: 'Import contacts',
  backupFolder: 'Choose a folder for backups',
  moveOut: 'Move to another computer',
  moveIn: 'Move here from another computer',
  /** What kind of file it is. */
  kinds: {
    archive: 'Sidetone archive',
    contacts: 'CSV or vCard',
    file: 'File',
  },
  /** The beginning of the name of a file that is saved. */
  saved: {
    voicemail: (who: string | undefined) => `Voicemail from ${who ?? 'unknown caller'}`,
    recording: (who: string | undefined) => `Call with ${who ?? 'unknown caller'}`,
    attachment: (who: string | undefined) => `Attachment from ${who ?? 'unknown caller'}`,
  },
} as const;
