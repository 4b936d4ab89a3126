import { useAnnouncements, type Urgency } from './announce.ts';

const urgencies: readonly Urgency[] = ['polite', 'assertive'];

/**
 * Where readers listen: in the window from its start, or they would not, and heard over an open dialog,
 * which spares what is marked as live. Each announcement is a line that is added.
 */
export function Announcer() {
  const all = useAnnouncements();
  return urgencies.map((urgency) => (
    <div key={urgency} aria-live={urgency} aria-relevant="additions" className="read-only-aloud">
      {all
        .filter((each) => each.urgency === urgency)
        .map(({ id, text }) => (
          <p key={id}>{text}</p>
        ))}
    </div>
  ));
}
