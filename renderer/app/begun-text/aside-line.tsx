import type { BegunKey } from '../../../shared/model/drafts.ts';
import { strings } from '../../../shared/strings/strings.ts';
import { Aside } from '../../ui/aside.tsx';
import { useAsideCount } from './begin.ts';

const words = strings.messages;

/** Says that a text to someone else has been set aside, and leads back to it. */
export function AsideLine(props: { readonly of: BegunKey; readonly onGoBack: () => void }) {
  const count = useAsideCount(props.of);
  if (count === 0) return null;
  return (
    <Aside goBack={words.goBack(count)} onGoBack={props.onGoBack}>
      {words.aside(count)}
    </Aside>
  );
}
