import { cardAddress } from './app-url.ts';
import { cardWidth, placeCards } from './card-place.ts';
import { createSmallWindow, type SmallWindow, type SmallWindowTools } from './small-window.ts';

/** The window of the cards. */
export function createCardWindow(tools: SmallWindowTools): SmallWindow {
  return createSmallWindow(
    {
      address: cardAddress,
      width: cardWidth,
      place: (workArea, _cursor, size) => placeCards(workArea, size),
    },
    tools,
  );
}
