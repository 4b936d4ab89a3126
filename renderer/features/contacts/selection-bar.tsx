import { beginCallList, openSeparate } from '../../app/ui-store.ts';
import { strings } from '../../../shared/strings/strings.ts';
import { Button } from '../../ui/button.tsx';
import { ListPlus, MessageSquarePlus } from '../../ui/icons.ts';
import styles from './contacts.module.css';
import { mostSelected, type Selection } from './selection.ts';

const words = strings.callLists.select;

/** How many are selected, and what can be done with them. */
export function SelectionBar(props: {
  readonly selection: Selection;
  readonly onCancel: () => void;
}) {
  const { ids } = props.selection;
  return (
    <div className={styles.selecting}>
      <p role="status">
        <strong>{words.count(ids.size)}</strong>{' '}
        <span className={styles.soft}>
          {ids.size === mostSelected ? words.tooMany(mostSelected) : words.hint}
        </span>
      </p>
      <div className={styles.tools}>
        <Button
          variant="primary"
          icon={<ListPlus />}
          aria-disabled={ids.size === 0}
          onClick={() => {
            if (ids.size > 0) beginCallList({ from: 'contacts', contactIds: [...ids] });
          }}
        >
          {strings.callLists.fromSelected}
        </Button>
        <Button
          icon={<MessageSquarePlus />}
          aria-disabled={ids.size === 0}
          onClick={() => {
            if (ids.size > 0) openSeparate({ from: 'contacts', contactIds: [...ids] });
          }}
        >
          {strings.separate.begin}
        </Button>
        <Button onClick={props.onCancel}>{words.cancel}</Button>
      </div>
    </div>
  );
}
