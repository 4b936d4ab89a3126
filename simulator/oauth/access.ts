import type { Access } from '../state/types.ts';

export type AccessRefusal = {
  readonly status: number;
  readonly error: string;
  readonly code: string;
  readonly message: string;
};

/** What everybody hears who signs in or refreshes while an administrator has locked them out. */
export function accessRefusal(access: Access): AccessRefusal | undefined {
  switch (access) {
    case 'open':
      return undefined;
    case 'account-restricted': {
      const message = 'Account access restricted by RealmId';
      return { status: 403, error: 'invalid_client', code: 'OAU-167', message };
    }
    case 'extension-disabled': {
      const message = 'Extension is disabled or frozen';
      return { status: 400, error: 'invalid_grant', code: 'OAU-236', message };
    }
  }
}
