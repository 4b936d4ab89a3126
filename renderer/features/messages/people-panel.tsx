import type { Party } from '../../../shared/model/people.ts';
import { strings } from '../../../shared/strings/strings.ts';
import { OpenCrmIcon } from '../../app/crm/open-crm.tsx';
import { PartyActions } from '../../app/party-actions.tsx';
import { usePartyWords, whoseOf } from '../../app/party.ts';
import { PartyDetail, PartyTitle } from '../../app/phone/party-phone.tsx';
import { openPerson } from '../../app/ui-store.ts';
import { Avatar } from '../../ui/avatar.tsx';
import { IconButton } from '../../ui/icon-button.tsx';
import { User } from '../../ui/icons.ts';
import styles from './people-panel.module.css';

/** Everyone in a group: who they are, and what can be done with each. */
export function PeoplePanel(props: { readonly id: string; readonly parties: readonly Party[] }) {
  return (
    <ul id={props.id} className={styles.people} aria-label={strings.threads.showPeople}>
      {props.parties.map((party, index) => (
        <Person key={party.number ?? party.extensionNumber ?? index} party={party} />
      ))}
    </ul>
  );
}

function Person({ party }: { readonly party: Party }) {
  const words = usePartyWords();
  const whose = whoseOf(party);
  return (
    <li className={styles.person}>
      <Avatar name={party.name} />
      <div className={styles.words}>
        <span className="figures">
          <PartyTitle party={party} />
        </span>
        <span className={`${styles.detail} figures`}>
          <PartyDetail party={party} />
        </span>
      </div>
      {whose && (
        <IconButton
          label={strings.messages.person(words.title(party))}
          icon={<User />}
          onClick={() => openPerson(whose)}
        />
      )}
      <PartyActions party={party} tabIndex={0} />
      <OpenCrmIcon party={party} />
    </li>
  );
}
