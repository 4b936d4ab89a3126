import type { World } from '../world.ts';

export type SignIn = {
  /** A company or direct number, `number*extension`, or the e-mail address. */
  readonly username: string;
  /** Given apart by older clients. */
  readonly extension?: string | undefined;
  readonly password: string;
};

/** Whether these are the user name and password of the account's one user. */
export function isDemoUser(world: World, { username, extension, password }: SignIn): boolean {
  const { profile } = world.state;
  if (password !== world.state.password) return false;
  const [name = '', ownExtension = extension ?? ''] = username.trim().split('*');
  if (ownExtension !== '' && ownExtension !== profile.extensionNumber) return false;
  if (name.toLowerCase() === profile.email) return true;
  return profile.numbers.some(({ phoneNumber }) => national(phoneNumber) === national(name));
}

/** The ten digits of a US number, however it was typed. */
function national(number: string): string {
  return number.replaceAll(/\D/g, '').replace(/^1(?=\d{10}$)/, '');
}
