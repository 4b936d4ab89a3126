import { sql as firstArchive } from './0001-first-archive.ts';
import { sql as history } from './0002-history.ts';
import { sql as voicemail } from './0003-voicemail.ts';
import { sql as people } from './0004-people.ts';
import { sql as notes } from './0005-notes.ts';
import { sql as search } from './0006-search.ts';
import { sql as keeping } from './0007-keeping.ts';
import { sql as calling } from './0008-calling.ts';
import { sql as callLists } from './0009-call-lists.ts';
import { sql as outbox } from './0010-outbox.ts';
import { sql as drafts } from './0011-drafts.ts';
import { sql as threads } from './0012-threads.ts';
import { sql as optOuts } from './0013-opt-outs.ts';
import { sql as templates } from './0014-templates.ts';
import { sql as told } from './0015-told.ts';
import { sql as attachmentSize } from './0016-attachment-size.ts';
import { sql as localApi } from './0017-local-api.ts';
import { sql as events } from './0018-events.ts';

/** One step of the archive's shape. What has been released is never edited, only added to. */
export type Migration = {
  /** The archive's `user_version` once this step is done; counts from 1 without a gap. */
  readonly version: number;
  readonly name: string;
  readonly sql: string;
};

/** Every step in order. SQL lives in modules so that Node and the bundler load it alike. */
export const migrations: readonly Migration[] = [
  { version: 1, name: 'first-archive', sql: firstArchive },
  { version: 2, name: 'history', sql: history },
  { version: 3, name: 'voicemail', sql: voicemail },
  { version: 4, name: 'people', sql: people },
  { version: 5, name: 'notes', sql: notes },
  { version: 6, name: 'search', sql: search },
  { version: 7, name: 'keeping', sql: keeping },
  { version: 8, name: 'calling', sql: calling },
  { version: 9, name: 'call-lists', sql: callLists },
  { version: 10, name: 'outbox', sql: outbox },
  { version: 11, name: 'drafts', sql: drafts },
  { version: 12, name: 'threads', sql: threads },
  { version: 13, name: 'opt-outs', sql: optOuts },
  { version: 14, name: 'templates', sql: templates },
  { version: 15, name: 'told', sql: told },
  { version: 16, name: 'attachment-size', sql: attachmentSize },
  { version: 17, name: 'local-api', sql: localApi },
  { version: 18, name: 'events', sql: events },
];
