import { useRef } from 'react';
import { QuickTextForm } from '../features/quick-text/quick-text.tsx';
import { useQuickText } from '../features/quick-text/use-quick-text.ts';
import styles from './card-root.module.css';
import { useEvents } from './use-events.ts';
import { useFit } from './use-fit.ts';
import { useHandOver } from './use-hand-over.ts';

/** The small window for a text. */
export function QuickRoot() {
  // Where to go is for the main window to know.
  useEvents(ignore);
  useHandOver();
  const quick = useQuickText();
  const content = useRef<HTMLDivElement>(null);
  useFit(content, quick, 'quick.fit');
  if (quick === undefined) return null;
  return (
    <div className={styles.page}>
      <div ref={content}>
        <QuickTextForm key={quick.id} quick={quick} />
      </div>
    </div>
  );
}

function ignore(): void {
  // Nothing to follow here.
}
