import type { Bridge } from '../../../shared/contract/bridge.ts';
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
    };
  }
}

const world = createWorld(new URLSearchParams(location.search).get('scene') ?? 'demo');
const { bridge, touch } = createFakeBridge(world);
Object.defineProperty(window, 'bridge', { value: bridge satisfies Bridge });
window.fake = { world, touch, sentFiles, openThread, followRoute };
