import { createContext, use } from 'react';

/** Whether the controls within are out of use, whatever each of them says. */
export const Disabled = createContext(false);

export function useIsDisabled(own: boolean | undefined): boolean {
  const isWithin = use(Disabled);
  return isWithin || own === true;
}
