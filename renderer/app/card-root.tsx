import { useRef } from 'react';
import { DeviceNumber } from '../features/call-bar/device-number.tsx';
import { TroubleBar } from '../features/call-bar/trouble-bar.tsx';
import { CardStack } from '../features/card/card-stack.tsx';
import styles from './card-root.module.css';
import { PageLinkPlace } from './page-links/page-link-place.tsx';
import { PhoneMenuPlace } from './phone/phone-menu.tsx';
import { useCards } from './queries.ts';
import { useUi } from './ui-store.ts';
import { useEvents } from './use-events.ts';
import { useFit } from './use-fit.ts';
import { useHandOver } from './use-hand-over.ts';

/** The small window. */
export function CardRoot() {
  // Where to go is for the main window to know.
  useEvents(ignore);
  useHandOver();
  const view = useCards().data;
  const trouble = useUi((ui) => ui.callTrouble);
  const content = useRef<HTMLDivElement>(null);
  useFit(content, view);
  if (view === undefined || view.cards.length === 0) return null;
  return (
    <div className={styles.page}>
      <div ref={content}>
        {trouble && <TroubleBar trouble={trouble} />}
        <CardStack view={view} />
        <DeviceNumber />
      </div>
      <PhoneMenuPlace />
      <PageLinkPlace />
    </div>
  );
}

function ignore(): void {
  // Nothing to follow here.
}
