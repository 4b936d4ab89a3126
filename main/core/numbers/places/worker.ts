import { parentPort } from 'node:worker_threads';
import { lookUpPlace } from './look-up.ts';
import { nowhere } from './place.ts';
import type { PlaceReply, PlaceRequest } from './service.ts';

/** Answers where numbers are, one after the other, in the order they were asked for. */
function serve(): void {
  const port = parentPort;
  if (port === null) throw new Error('this is the entry of a worker');
  port.on('message', ({ id, number, tag }: PlaceRequest) => {
    void lookUpPlace(number, tag)
      // A number that the tables cannot take has no place; the next one may have.
      .catch(() => nowhere)
      .then((place) => port.postMessage({ id, place } satisfies PlaceReply));
  });
}

serve();
