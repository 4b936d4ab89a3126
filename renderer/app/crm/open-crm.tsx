import type { CallId } from '../../../shared/model/ids.ts';
import type { Party } from '../../../shared/model/people.ts';
import { strings } from '../../../shared/strings/strings.ts';
import { Button } from '../../ui/button.tsx';
import { ExternalLink } from '../../ui/icons.ts';
import { call } from '../bridge.ts';
import { TroubleLine } from '../notes/trouble-line.tsx';
import { useTelling } from '../notes/use-notes.ts';
import { usePartyWords, whoseOf } from '../party.ts';
import { useSettings } from '../queries.ts';

const words = strings.incoming;

/** Opens someone's page of the CRM, where the user has said where that is; else nothing. */
export function OpenCrm(props: {
  readonly party: Party;
  /** The call at hand, which the address may name. */
  readonly callId?: CallId | undefined;
}) {
  const { party, callId } = props;
  const address = useSettings().data?.crmAddress;
  const who = usePartyWords().title(party);
  const { failure, tell } = useTelling();
  const whose = whoseOf(party);
  const about = callId === undefined ? whose && { whose } : { callId };
  if (address === undefined || about === undefined) return null;
  return (
    <>
      <Button
        icon={<ExternalLink />}
        aria-label={words.crmOf(who)}
        onClick={() => void tell(call('crm.open', about))}
      >
        {words.crm}
      </Button>
      <TroubleLine failure={failure} />
    </>
  );
}
