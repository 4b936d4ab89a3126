import type { Failure } from '../../../shared/failure.ts';
import { en } from '../../strings/en.ts';

export type SignInFields = {
  readonly serverUrl: string;
  readonly clientId: string;
  readonly clientSecret: string;
  readonly jwt: string;
};
export type SignInField = keyof SignInFields;

const required = ['serverUrl', 'clientId', 'jwt'] as const;

/** The fields that must be filled in before anything is sent. */
export function missingFields(fields: SignInFields): readonly SignInField[] {
  return required.filter((field) => fields[field].trim() === '');
}

/** What stands beside a field: that it is empty, or what the server said about it. */
export function fieldError(
  field: SignInField,
  missing: readonly SignInField[],
  failure: Failure | undefined,
): string | undefined {
  const emptyField = required.find((name) => name === field && missing.includes(name));
  if (emptyField !== undefined) return en.onboarding.signIn.required[emptyField];
  if (failure?.field !== field) return undefined;
  const { title, advice } = en.failures(failure);
  return `${title}. ${advice}`;
}

/** Whether a Failure has a field of the form to stand beside. */
export function belongsToField(failure: Failure): boolean {
  return ['serverUrl', 'clientId', 'clientSecret', 'jwt'].includes(failure.field ?? '');
}
