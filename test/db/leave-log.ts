// Started as a process of its own: writes an archive whose newest text is only in the write-ahead
// log, and ends without closing it.
import type { ClientId, E164 } from '../../shared/model/ids.ts';
import { openOrRecover } from '../../main/core/db/recover.ts';
import { findOrCreateThread } from '../../main/core/messages/rows.ts';
import { insertWaiting } from '../../main/core/outbox/rows.ts';

const [file = ''] = process.argv.slice(2);
const at = Date.UTC(2026, 2, 2, 15);
const own = '+12125550100' as E164;
const db = openOrRecover(file, at);
const contact = db.prepare('INSERT INTO contact (source, server_id, name) VALUES (?, ?, ?)');
for (let n = 0; n < 2_000; n += 1) contact.run('company', String(n), 'x'.repeat(100));
db.pragma('wal_checkpoint(TRUNCATE)');
const parties = [{ number: '+12125550142' as E164, extensionNumber: undefined, name: undefined }];
const threadId = findOrCreateThread(db, { ownNumber: own, parties, at });
const clientId = 'client-1' as ClientId;
insertWaiting(db, { threadId, clientId, from: own, text: 'in the log', at });
process.kill(process.pid, 'SIGKILL');
