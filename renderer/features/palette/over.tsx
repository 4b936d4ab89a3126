import { useOver } from '../../app/actions/store.ts';
import { Palette } from './palette.tsx';
import { ShortcutSheet } from './shortcut-sheet.tsx';

/** What stands over the screen, while anything does. */
export function Over() {
  const { part } = useOver();
  if (part === 'palette') return <Palette />;
  return part === 'shortcuts' ? <ShortcutSheet /> : null;
}
