import type { Bridge } from '../../../shared/contract/bridge.ts';
import { languages } from '../../../shared/strings/language.ts';
import { followRoute } from '../../../renderer/app/follow-route.ts';
import { openThread } from '../../../renderer/app/ui-store.ts';
import { createFakeBridge } from './fake-bridge.ts';
import type { FakeWorld } from './fake-world.ts';
import { sentFiles } from './sent-file-answers.ts';
import { createWorld } from './world.ts';

declare global {
  interface Window {
    /** For the script that takes the pictures: the world behind the fake bridge. */
    fake: {
      world: FakeWorld;
      touch: () => void;
      sentFiles: typeof sentFiles;
      openThread: typeof openThread;
      followRoute: typeof followRoute;
      /** What came over the bridge, as JSON, while words are looked over. */
      told: string[];
    };
  }
}

const asked = new URLSearchParams(location.search);
const world = createWorld(asked.get('scene') ?? 'demo');
const spoken = languages.find((each) => each === asked.get('language'));
if (spoken !== undefined) world.settings = { ...world.settings, language: spoken };
const { bridge, touch } = createFakeBridge(world);
const told: string[] = [];
const listening: Bridge = {
  ...bridge,
  async call(name, input) {
    const answer = await bridge.call(name, input);
    told.push(JSON.stringify(answer));
    return answer;
  },
};
const seen = spoken === undefined ? bridge : listening;
Object.defineProperty(window, 'bridge', { value: seen satisfies Bridge });
window.fake = { world, touch, sentFiles, openThread, followRoute, told };
