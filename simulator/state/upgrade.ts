import { makeConfidentialApp, makeDemoApp } from '../demo/apps.ts';
import { demoPassword } from '../demo/company.ts';
import { defaultBusinessHours, defaultCallerBlocking, defaultTemplates } from '../demo/settings.ts';
import type { ClientApp, State } from './types.ts';

type Added =
  | 'otherApps'
  | 'password'
  | 'access'
  | 'callerBlocking'
  | 'businessHours'
  | 'templates'
  | 'consents'
  | 'callerIds';

/** A state as an earlier edition of this program may have saved it: what came later is missing. */
export type SavedState = Omit<State, Added | 'client'> &
  Partial<Pick<State, Added>> & {
    readonly client: Partial<ClientApp> & Pick<ClientApp, 'id' | 'name' | 'jwt'>;
  };

/** Gives a saved state what was added since, as a new account would have it. */
export function upgradeState(saved: SavedState): State {
  return {
    otherApps: [makeConfidentialApp(saved.seed)],
    password: demoPassword,
    access: 'open',
    callerBlocking: defaultCallerBlocking(),
    businessHours: defaultBusinessHours(),
    templates: defaultTemplates(),
    consents: [],
    callerIds: {},
    ...saved,
    client: { ...makeDemoApp(saved.seed), ...saved.client },
    // Listening to voicemails came later than the accounts of the first edition.
    userPermissions: [...new Set([...saved.userPermissions, 'ReadMessageContent'])],
  };
}
