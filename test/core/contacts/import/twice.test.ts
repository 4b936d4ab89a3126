import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { createContactImports } from '../../../../main/core/contacts/import/service.ts';
import { openInProcessArchive } from '../../../db/in-process.ts';
import { makeFolder } from '../../../db/support.ts';
import { createFakeFileDialogs } from '../../support/file-dialogs.ts';
import { ManualClock } from '../../support/manual-clock.ts';
import { createMemoryLog } from '../../support/memory-log.ts';
import { createCountingRandom } from '../../support/session.ts';
import { us } from '../entries.ts';

async function openDraft() {
  const archive = openInProcessArchive();
  const fileDialogs = createFakeFileDialogs();
  fileDialogs.open = join(makeFolder(), 'people.csv');
  // Nothing but a name: by nothing would a second one be known as the same.
  writeFileSync(fileDialogs.open, 'First name,Last name,Mobile\nAda,Byron,\n');
  const imports = createContactImports({
    archive,
    clock: new ManualClock(),
    random: createCountingRandom(),
    log: createMemoryLog(),
    events: { changed: () => undefined },
    fileDialogs,
    session: { homeCountry: () => us },
  });
  const read = await imports.read();
  if (!read.ok || read.value === undefined) throw new Error('the file was not read');
  return { archive, imports, importId: read.value.id };
}

it('an import is done once, however often it is asked for at once', async () => {
  const { archive, imports, importId } = await openDraft();
  const answers = await Promise.all([imports.use(importId), imports.use(importId)]);
  expect(answers.map(({ ok }) => ok)).toEqual([true, false]);
  expect(archive.db.prepare('SELECT name FROM contact').pluck().all()).toEqual(['Ada Byron']);
  expect(await imports.list()).toHaveLength(1);
});

it('an import that could not be written can be asked for again', async () => {
  const { archive, imports, importId } = await openDraft();
  const { write } = archive;
  archive.write = () => Promise.reject(new Error('the disk is full'));
  await expect(imports.use(importId)).rejects.toThrow('the disk is full');
  archive.write = write;
  expect(await imports.use(importId)).toMatchObject({ ok: true });
});
