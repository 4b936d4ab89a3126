import type { ApiProgram, ApiStanding } from '../../../shared/model/local-api.ts';
import { ok } from '../../../shared/result.ts';
import type { Answers, FakeWorld } from './fake-world.ts';
import { opening } from './people.ts';

/** The door for other programs, open at its port while the settings say so. */
export function localApiAnswers(world: FakeWorld, touch: () => void): Answers {
  let programs: readonly ApiProgram[] = [];
  const standing = (): ApiStanding => {
    const { apiEnabled, apiPort: port } = world.settings;
    return apiEnabled
      ? { state: 'listening', port, address: `http://127.0.0.1:${port}` }
      : { state: 'off' };
  };
  return {
    'api.get': () => ok({ standing: standing(), programs }),
    'api.create-token': ({ name, scopes, callsAtOnce }) => {
      const id = `program-${programs.length}`;
      const more = { hint: 'x0x0', createdAt: opening, lastUsedAt: undefined };
      const program: ApiProgram = { id, name, scopes, callsAtOnce, ...more };
      programs = [program, ...programs];
      touch();
      return ok({ token: `sidetone_${'x0'.repeat(21)}x`, program });
    },
    'api.revoke-token': ({ id }) => {
      programs = programs.filter((program) => program.id !== id);
      touch();
      return ok();
    },
  };
}
