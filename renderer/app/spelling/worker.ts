// The entry of the worker that spells: the window's own thread never waits for it. The dictionary is
// part of the worker's file, so nothing is fetched from anywhere.
import aff from '../../../node_modules/dictionary-en/index.aff?raw';
import dic from '../../../node_modules/dictionary-en/index.dic?raw';
import { createChecker, type SpellingRequest } from './checker.ts';

const answer = createChecker(aff, dic);
self.addEventListener('message', ({ data }: MessageEvent<SpellingRequest>) => {
  self.postMessage(answer(data));
});
