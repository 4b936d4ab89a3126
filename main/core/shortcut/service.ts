import type { ProposalSource } from '../../../shared/model/cards.ts';
import type { MainWindow, PickedText } from '../ports.ts';
import { createKeys, type KeysDeps, type Shortcut } from './keys.ts';

export type ShortcutDeps = Pick<KeysDeps, 'shortcuts' | 'settings' | 'events' | 'log'> & {
  readonly propose: (proposed: {
    readonly text: string;
    readonly source: ProposalSource;
  }) => Promise<boolean>;
  readonly mainWindow: Pick<MainWindow, 'open'>;
};

/** No number stands later in a text that somebody marked to call it. */
const longestPicked = 10_000;

/** The keys that propose the number in the selection or the clipboard, from any program. */
export function createShortcut(deps: ShortcutDeps): Shortcut {
  /** Nothing to read is said on a card, too: keys that do nothing would look broken. */
  const propose = async (picked: PickedText | undefined): Promise<void> => {
    const { text, source } = picked ?? { text: '', source: 'clipboard' };
    const isShown = await deps.propose({ text: text.slice(0, longestPicked), source });
    if (!isShown) deps.mainWindow.open({ screen: 'calls' });
  };
  const { shortcuts, settings, events, log } = deps;
  return createKeys({
    shortcuts,
    settings,
    events,
    log,
    name: 'propose',
    setting: 'shortcut',
    onPress: (picked) =>
      void propose(picked).catch((error: unknown) =>
        log.error('what the shortcut found could not be proposed', error),
      ),
  });
}
