import type { ProfileName } from './shell-state.ts';

/**
 * What of the environment the core of a profile may see: what older set-ups keep there for
 * RingCentral, and of that the demo account nothing.
 */
export function environmentFor(
  profile: ProfileName,
  env: NodeJS.ProcessEnv,
): Readonly<Record<string, string | undefined>> {
  if (profile === 'demo') return {};
  return Object.fromEntries(
    Object.entries(env).filter(([name]) => name.startsWith('RINGCENTRAL_')),
  );
}
