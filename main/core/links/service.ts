import type { LinksView } from '../../../shared/model/links.ts';
import { ok, type Result } from '../../../shared/result.ts';
import type { Events } from '../events.ts';
import type { LinkHandlers } from '../ports.ts';
import type { SettingsService } from '../settings/service.ts';

/** Which program opens phone links, and the user's say in it. */
export type Links = {
  get(): Promise<LinksView>;
  /** Makes Sidetone the program that opens them, where the system lets it, or leads to where it is chosen. */
  take(): Promise<Result<LinksView>>;
  giveBack(): Promise<Result<LinksView>>;
  /** The user has been asked; Sidetone does not ask again by itself. */
  noteAsked(): Result<void>;
};

/** Nothing is registered and nothing is claimed again but on the user's word. */
export function createLinks(deps: {
  readonly handlers: LinkHandlers;
  readonly settings: Pick<SettingsService, 'get' | 'set'>;
  readonly events: Pick<Events, 'changed'>;
}): Links {
  const { handlers, settings, events } = deps;
  const noteAsked = (): Result<void> => {
    if (settings.get().askedForLinks) return ok();
    const saved = settings.set({ askedForLinks: true });
    return saved.ok ? ok() : saved;
  };
  const get = async (): Promise<LinksView> => ({
    ...(await handlers.get()),
    wasAsked: settings.get().askedForLinks,
  });
  const change = async (work: () => Promise<Result<void>>): Promise<Result<LinksView>> => {
    // Whoever decides about it in the settings need not be asked any more.
    noteAsked();
    const changed = await work();
    events.changed({ area: 'links' });
    return changed.ok ? ok(await get()) : changed;
  };
  return {
    get,
    take: () => change(handlers.take),
    giveBack: () => change(handlers.giveBack),
    noteAsked,
  };
}
