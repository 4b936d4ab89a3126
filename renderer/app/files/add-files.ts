import { failure } from '../../../shared/failure.ts';
import { mostFileBytes, mostFiles } from '../../../shared/file-limits.ts';
import type { DraftKey, StagedFile } from '../../../shared/model/drafts.ts';
import type { FailureWords } from '../../../shared/strings/sentence.ts';
import { strings } from '../../../shared/strings/strings.ts';
import { call } from '../bridge.ts';
import { changeWriting, readWriting } from '../composer/store.ts';
import { isShrinkable, planPictures, roomBeside } from './plan.ts';
import { shrinkPicture, type Bytes } from './shrink.ts';
import {
  dropArrival,
  isRefused,
  readArrivals,
  setArrivals,
  setSource,
  setState,
  useArrivals,
  type Arrival,
} from './store.ts';

/** What is being taken in for each draft: one after the other, as each looks at the room left. */
const running = new Map<DraftKey, Promise<void>>();
let lastKey = 0;

/** Attaches files to what is being written; what cannot be attached says so in their place. */
export function addFiles(key: DraftKey, files: readonly File[]): void {
  if (files.length === 0) return;
  const arrivals = files.map((file): Arrival => {
    lastKey += 1;
    return { key: `arrival-${lastKey}`, file, state: 'waiting' };
  });
  // What was said of those before has been read by now.
  setArrivals(key, (before) => [...before.filter((each) => !isRefused(each)), ...arrivals]);
  const before = running.get(key) ?? Promise.resolve();
  const taken = before
    .then(() => takeIn(key, arrivals))
    .catch(() => {
      // Without a canvas to draw on, say: what is not attached by now will not be.
      const left = readArrivals(key).filter((each) =>
        arrivals.some(({ key: of }) => of === each.key),
      );
      for (const each of left) refuse(key, each, strings.files.unreadable);
    });
  running.set(key, taken);
}

/** Resolves once everything that is being taken in for a draft is attached or refused. */
export async function filesSettled(key: DraftKey): Promise<void> {
  await running.get(key);
}

/** Lets go of a file that is attached. */
export function removeFile(key: DraftKey, { id }: StagedFile): void {
  changeWriting(key, { files: readWriting(key).files.filter((file) => file.id !== id) });
  setSource(id, undefined);
  void call('attachments.remove', { fileId: id });
}

async function takeIn(key: DraftKey, arrivals: readonly Arrival[]): Promise<void> {
  const room = mostFiles - readWriting(key).files.length;
  for (const arrival of arrivals.slice(Math.max(0, room))) {
    const params = { limit: mostFiles };
    refuse(key, arrival, strings.failures(failure('invalid', 'file.too-many', { params })));
  }
  const accepted = arrivals.slice(0, Math.max(0, room));
  const isPicture = ({ file }: Arrival): boolean => isShrinkable(file.type) && file.size > 0;
  for (const arrival of accepted.filter((each) => !isPicture(each))) await addAsIs(key, arrival);
  await addPictures(key, accepted.filter(isPicture));
}

/** A file that is sent as it is, or not at all. */
async function addAsIs(key: DraftKey, arrival: Arrival): Promise<void> {
  const { file } = arrival;
  if (file.size > mostFileBytes && file.type === 'image/gif') {
    return refuse(key, arrival, inWords(strings.files.moving));
  }
  const objection = objectionTo(key, file.size);
  if (objection !== undefined) return refuse(key, arrival, objection);
  const bytes = await readAll(file);
  if (bytes === undefined) return refuse(key, arrival, strings.files.unreadable);
  await add(key, arrival, bytes);
}

/** Pictures share the room that the other files leave, those that are attached already among them. */
async function addPictures(key: DraftKey, arrivals: readonly Arrival[]): Promise<void> {
  if (arrivals.length === 0) return;
  const { sources } = useArrivals.getState();
  const attached = readWriting(key).files.map((staged) => ({
    staged,
    source: sources.get(staged.id),
  }));
  const fixed = attached.flatMap(({ staged, source }) => (source ? [] : staged.sizeBytes));
  const drawn = attached.flatMap(({ staged, source }) => (source ? [{ staged, source }] : []));
  const sizes = [
    ...drawn.map(({ source }) => source.size),
    ...arrivals.map(({ file }) => file.size),
  ];
  const plan = planPictures(sizes, roomBeside(fixed));
  for (const [index, { staged, source }] of drawn.entries()) {
    const mostBytes = plan[index];
    if (mostBytes !== undefined && mostBytes < staged.sizeBytes) {
      await redraw(key, staged, source, mostBytes);
    }
  }
  for (const [index, arrival] of arrivals.entries()) {
    await addPicture(key, arrival, plan[drawn.length + index]);
  }
}

async function addPicture(
  key: DraftKey,
  arrival: Arrival,
  mostBytes: number | undefined,
): Promise<void> {
  const { file } = arrival;
  if (mostBytes === undefined) return addAsIs(key, arrival);
  setState(key, arrival.key, 'shrinking');
  const bytes = await shrinkPicture(file, mostBytes);
  if (bytes !== undefined) return add(key, arrival, bytes);
  // It may yet fit as it is.
  if (objectionTo(key, file.size) === undefined) return addAsIs(key, arrival);
  refuse(key, arrival, inWords(strings.files.cannotShrink));
}

/** Makes a picture smaller that is attached already, so that another fits beside it. */
async function redraw(
  key: DraftKey,
  staged: StagedFile,
  source: File,
  mostBytes: number,
): Promise<void> {
  const bytes = await shrinkPicture(source, mostBytes);
  if (bytes === undefined) return;
  const added = await call('attachments.add', bytes);
  const { files } = readWriting(key);
  // It has been removed meanwhile.
  const isThere = files.some(({ id }) => id === staged.id);
  if (!added.ok) return;
  if (!isThere) return void call('attachments.remove', { fileId: added.value.id });
  setSource(added.value.id, source);
  setSource(staged.id, undefined);
  changeWriting(key, { files: files.map((file) => (file.id === staged.id ? added.value : file)) });
  void call('attachments.remove', { fileId: staged.id });
}

async function add(key: DraftKey, arrival: Arrival, bytes: Bytes): Promise<void> {
  const added = await call('attachments.add', bytes);
  if (!added.ok) return refuse(key, arrival, strings.failures(added.failure));
  if (isShrinkable(arrival.file.type)) setSource(added.value.id, arrival.file);
  changeWriting(key, { files: [...readWriting(key).files, added.value] });
  dropArrival(key, arrival.key);
}

/** Why a file of that size cannot be added to what is there. */
function objectionTo(key: DraftKey, sizeBytes: number): FailureWords | undefined {
  const params = { limit: mostFileBytes };
  if (sizeBytes > mostFileBytes)
    return strings.failures(failure('invalid', 'file.too-large', { params }));
  const room = roomBeside(readWriting(key).files.map((file) => file.sizeBytes));
  if (sizeBytes <= room) return undefined;
  return strings.failures(failure('invalid', 'file.together-too-large', { params }));
}

function inWords(words: {
  readonly title: string;
  readonly advice: (limit: number) => string;
}): FailureWords {
  return { title: words.title, advice: words.advice(mostFileBytes) };
}

function refuse(key: DraftKey, arrival: Arrival, words: FailureWords): void {
  setState(key, arrival.key, words);
}

async function readAll(file: File): Promise<Bytes | undefined> {
  try {
    return { fileName: file.name, bytes: new Uint8Array(await file.arrayBuffer()) };
  } catch {
    // A folder, or a file that has gone since.
    return undefined;
  }
}
