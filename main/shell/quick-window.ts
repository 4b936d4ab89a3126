import type { QuickWindow } from '../core/ports.ts';
import { quickAddress } from './app-url.ts';
import { placeQuick, quickWidth } from './card-place.ts';
import { createSmallWindow, type SmallWindow, type SmallWindowTools } from './small-window.ts';

/** The window for a text: whoever opens it wants to write. */
export type QuickTextWindow = QuickWindow & Omit<SmallWindow, keyof QuickWindow>;

/** Builds it, not yet prepared. */
export function createQuickWindow(tools: SmallWindowTools): QuickTextWindow {
  const window = createSmallWindow(
    { address: quickAddress, width: quickWidth, place: placeQuick },
    tools,
  );
  return { ...window, show: () => window.show({ takeFocus: true }) };
}
