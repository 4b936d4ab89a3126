import { resourceNotFound } from '../http/errors.ts';
import { mediaAnswer } from '../http/media.ts';
import { ok } from '../http/message.ts';
import type { Handler } from '../http/routes.ts';
import { speak } from '../messages/voice.ts';
import type { CallRecord, CallRecording } from '../state/types.ts';
import type { World } from '../world.ts';
import { accountUri } from '../world.ts';

/** Shorter recordings are not kept (RingCentral's guide to recordings). */
const SHORTEST_S = 30;

/** The recording of a call that was connected for `talkMs` and ended now, if it is long enough. */
export function recordingOf(
  world: World,
  record: CallRecord,
  talkMs: number,
): CallRecording | undefined {
  const seconds = Math.round(talkMs / 1_000);
  if (!world.rules.recordCalls || seconds < SHORTEST_S) return undefined;
  const { listedAt = world.clock.now() } = record;
  return {
    id: recordingId(record),
    type: 'Automatic',
    seconds,
    readyAt: listedAt + world.pace.recordingReady,
  };
}

/** A number that belongs to the call's session: recordings have ids of the same size. */
export function recordingId({ sessionId }: Pick<CallRecord, 'sessionId'>): string {
  return `${Number(sessionId) + 3}`;
}

export const getRecording: Handler = (world, { params }) => {
  const { id, seconds } = requireRecording(world, params['recordingId']);
  return ok({ id, contentUri: contentUri(world, id), contentType: 'audio/wav', duration: seconds });
};

export const getRecordingContent: Handler = (world, { request, params }) => {
  const { id, seconds } = requireRecording(world, params['recordingId']);
  return mediaAnswer(world, request, {
    contentType: 'audio/wav',
    bytes: speak(seconds, Number(id.slice(-4))),
    fileName: `recording-${id}.wav`,
  });
};

/** A recording is there a little after its call; until then it is not found. */
function requireRecording(world: World, id: string | undefined): CallRecording {
  const recording = world.state.calls.find((call) => call.recording?.id === id)?.recording;
  if (!recording || recording.readyAt > world.clock.now()) throw resourceNotFound('recordingId');
  return recording;
}

/** What a call record says of its recording; content is fetched from the media origin. */
export function recordingJson(world: World, { id, type }: CallRecording): object {
  return { uri: recordingUri(world, id), id, type, contentUri: contentUri(world, id) };
}

function recordingUri(world: World, id: string): string {
  return `${accountUri(world)}/recording/${id}`;
}

function contentUri(world: World, id: string): string {
  const { api, media } = world.addresses;
  return `${recordingUri(world, id).replace(api, media)}/content`;
}
