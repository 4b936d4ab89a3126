import { create } from 'zustand';
import type { DraftKey } from '../../../shared/model/drafts.ts';
import { rememberForAccount } from '../account-memory.ts';

/** A menu that is open in a composer, and where in its text it was opened. */
export type MenuPlace = {
  readonly draftKey: DraftKey;
  readonly start: number;
  /** A slash stands there, and goes when a template is put in. */
  readonly hasSlash: boolean;
};

type TemplateMenus = {
  readonly menu: MenuPlace | undefined;
  /** Fields that a template has brought and that nothing was known for, as they are written. */
  readonly brought: Readonly<Partial<Record<DraftKey, readonly string[]>>>;
};

export const useTemplateMenus = create<TemplateMenus>()(() => ({ menu: undefined, brought: {} }));

export function openTemplateMenu(menu: MenuPlace): void {
  useTemplateMenus.setState({ menu });
}

export function closeTemplateMenu(): void {
  useTemplateMenus.setState({ menu: undefined });
}

export function noteBrought(draftKey: DraftKey, fields: readonly string[]): void {
  useTemplateMenus.setState(({ brought }) => ({
    brought: { ...brought, [draftKey]: [...(brought[draftKey] ?? []), ...fields].slice(-30) },
  }));
}

rememberForAccount({
  forget: () => useTemplateMenus.setState({ menu: undefined, brought: {} }),
});
