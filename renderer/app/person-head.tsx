import type { Party } from '../../shared/model/people.ts';
import { en } from '../../shared/strings/en.ts';
import { Avatar } from '../ui/avatar.tsx';
import { Button } from '../ui/button.tsx';
import { MessageSquare, Phone } from '../ui/icons.ts';
import styles from './person-head.module.css';
import { usePartyWords } from './party.ts';
import { startText } from './start-text.ts';
import { useCallParty } from './use-dial.ts';

/** Someone, large: picture, name, number, and the two things to do. */
export function PersonHead(props: { readonly party: Party; readonly about?: string | undefined }) {
  const { party, about } = props;
  const { number } = party;
  const words = usePartyWords();
  const callParty = useCallParty();
  const who = words.title(party);
  const detail = words.detail(party);
  return (
    <div className={styles.person}>
      <Avatar name={party.name} size="large" />
      <div className={styles.words}>
        <h2 className="figures">{who}</h2>
        <p>
          {about}
          {about && detail && ' · '}
          {detail && <span className="figures">{detail}</span>}
        </p>
      </div>
      {number !== undefined && (
        <div className={styles.actions}>
          <Button
            variant="primary"
            icon={<Phone />}
            aria-label={en.app.callParty(who)}
            onClick={() => callParty({ number, who })}
          >
            {en.app.call}
          </Button>
          <Button
            icon={<MessageSquare />}
            aria-label={en.app.textParty(who)}
            onClick={() => void startText({ number, party })}
          >
            {en.app.text}
          </Button>
        </div>
      )}
    </div>
  );
}
