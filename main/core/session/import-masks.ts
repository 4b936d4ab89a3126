/** Shorter secrets would give away too much of themselves by their ends. */
const shortestShownSecret = 12;
const shortestShownNumber = 10;
const hidden = '•••';

/** A value that is no secret, if it is one: what does not look like it may be a misplaced secret. */
export function maskUnlessGood(value: string, isGood: boolean): string {
  return isGood ? value : maskSecret(value);
}

/** An address without the user name and password that some write before the server's. */
export function maskAddress(value: string): string {
  return value.replace(/^([a-z]*:?\/*).*@/is, `$1${hidden}@`);
}

/** `ab•••yz`: enough to tell two secrets apart; of a short one nothing. */
export function maskSecret(value: string): string {
  if (value.length < shortestShownSecret) return hidden;
  return `${value.slice(0, 2)}${hidden}${value.slice(-2)}`;
}

/** `+1•••0123`: the middle of a number stays hidden. */
export function maskNumber(value: string): string {
  const plus = value.startsWith('+') ? '+' : '';
  const digits = value.replace(/\D/g, '');
  if (digits.length < shortestShownNumber) return `${hidden}${digits.slice(-2)}`;
  return `${plus}${digits.slice(0, plus ? 1 : 0)}${hidden}${digits.slice(-4)}`;
}

/** `da•••@•••.example`, or a number where that is the user name. */
export function maskUserName(value: string): string {
  if (/^\+?[\d\s().-]+$/.test(value)) return maskNumber(value);
  const [name = '', domain] = value.split('@');
  const start = name.length > 2 ? name.slice(0, 2) : '';
  if (domain === undefined) return `${start}${hidden}`;
  const ending = domain.lastIndexOf('.');
  return `${start}${hidden}@${hidden}${ending > 0 ? domain.slice(ending) : ''}`;
}
