import { vi } from 'vitest';
import type { Core } from '../../../main/core/core.ts';
import type { DemoAccount } from '../../../main/core/ports.ts';
import type { ArchiveRegister } from '../../../main/shell/archive-register.ts';
import { createHost, type CoreSeat, type HostTools } from '../../../main/shell/host.ts';
import type { ProfileName } from '../../../main/shell/shell-state.ts';
import type { AppEvent } from '../../../shared/contract/index.ts';
import { ok, type Result } from '../../../shared/result.ts';
import { createFakeClock, createFakeLog } from './fakes.ts';

export const account: DemoAccount = {
  serverUrl: 'http://127.0.0.1:1',
  clientId: 'demo',
  jwt: 'x',
};

/** A register in memory, where every account has a file of its own name. */
export function createFakeRegister(story: string[]): ArchiveRegister & { isStuck: boolean } {
  return {
    open: 'archive.db',
    isStuck: false,
    claim: () => true,
    turnTo(to) {
      (this as { open: string }).open = `archive-${to}.db`;
    },
    turnBack(file) {
      (this as { open: string }).open = file;
    },
    beginErasing: () => undefined,
    finishErasing() {
      story.push(`erases ${this.open}`);
      return !this.isStuck;
    },
    replaceOpen(file) {
      if (this.isStuck) throw new Error('EACCES: permission denied');
      story.push(`replaces ${this.open} with ${file}`);
    },
  };
}

/** A host over cores that write down what happens to them: `own` is the first core of that profile. */
export function setUpHost(changes: Partial<HostTools> = {}) {
  const story: string[] = [];
  const clock = createFakeClock();
  const log = createFakeLog();
  const listeners = new Map<string, (event: AppEvent) => void>();
  const answers = new Map<string, () => Promise<Result<unknown>>>();
  const seats: CoreSeat[] = [];
  /** What the next cores meet: an error instead of being built, or work while they start. */
  const ahead: { failure?: Error | undefined; atStart?: () => Promise<void> } = {};
  const registers = { own: createFakeRegister(story), demo: createFakeRegister(story) };

  const buildCore: HostTools['buildCore'] = async (seat) => {
    if (ahead.failure !== undefined) throw ahead.failure;
    const before = seats.filter(({ profile }) => profile === seat.profile).length;
    seats.push(seat);
    const name = before === 0 ? seat.profile : `${seat.profile} ${before + 1}`;
    const core: Core = {
      router: {
        call: async (asked) => (await answers.get(String(asked))?.()) ?? ok(`${name} answers`),
      },
      events: {
        on(listener) {
          listeners.set(name, listener);
          return () => listeners.delete(name);
        },
        changed: () => undefined,
        emit: () => undefined,
      },
      async start() {
        story.push(`${name} starts`);
        await ahead.atStart?.();
      },
      stop: async () => void story.push(`${name} stops`),
      resume: () => void story.push(`${name} resumes`),
      async propose({ text, source }) {
        story.push(`${name} is proposed ${text} from a ${source}`);
        return true;
      },
      runCommand: async ({ number }) => ({ became: 'proposed', who: `${number} in ${name}` }),
      openMedia: async (mediaId) => ({
        status: 200,
        headers: { 'Content-Type': 'audio/mpeg' },
        body: new Blob([`${mediaId} of ${name}`]).stream(),
      }),
    };
    return core;
  };
  const startDemo = async () => {
    story.push('server starts');
    return { account, stop: async () => void story.push('server stops') };
  };
  const memory = { profile: 'own' as ProfileName };
  const tellDemoFailed = vi.fn();
  const host = createHost({
    buildCore,
    registerOf: (profile) => registers[profile],
    startDemo,
    remembered: () => memory.profile,
    remember: (profile) => (memory.profile = profile),
    tellDemoFailed,
    clock,
    log,
    ...changes,
  });
  /** What the core that was built last was given. */
  const seat = (): CoreSeat => seats.at(-1) as CoreSeat;
  return {
    host,
    story,
    clock,
    log,
    listeners,
    answers,
    seat,
    ahead,
    registers,
    memory,
    tellDemoFailed,
  };
}
