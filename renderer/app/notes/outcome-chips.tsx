import { strings } from '../../../shared/strings/strings.ts';
import { ToggleChip } from '../../ui/chips.tsx';
import { useSettings } from '../queries.ts';
import styles from './notes.module.css';
import { outcomesWith } from './view-model.ts';

/** The outcomes of the settings; pressing the chosen one takes it back. */
export function OutcomeChips(props: {
  readonly chosen: string | undefined;
  readonly onChoose: (outcome: string) => void;
}) {
  const outcomes = outcomesWith(useSettings().data?.outcomes ?? [], props.chosen);
  if (outcomes.length === 0) return null;
  return (
    <div role="group" aria-label={strings.notes.outcome} className={styles.chips}>
      {outcomes.map((outcome) => (
        <ToggleChip
          key={outcome}
          label={outcome}
          isOn={outcome === props.chosen}
          onChange={() => props.onChoose(outcome)}
        />
      ))}
    </div>
  );
}
