/** The real thread, for whole cores. */
export const placesWorker = new URL('../../../main/core/numbers/places/worker.ts', import.meta.url);
