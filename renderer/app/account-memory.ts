/** What a part of the page remembers of the account that is open. */
type Memory = {
  /** Another account's archive has been opened. */
  readonly forget: () => void;
  /** Whether it has something that would be lost with the page. */
  readonly hasUnsaved?: () => boolean;
};

const memories: Memory[] = [];

/** Every store of such things names itself here, once, as it is made. */
export function rememberForAccount(memory: Memory): void {
  memories.push(memory);
}

export function forgetAccount(): void {
  for (const { forget } of memories) forget();
}

export function hasUnsaved(): boolean {
  return memories.some((memory) => memory.hasUnsaved?.() === true);
}
