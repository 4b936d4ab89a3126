import type { CallId } from '../../../shared/model/ids.ts';
import type { Party } from '../../../shared/model/people.ts';
import { strings } from '../../../shared/strings/strings.ts';
import { Button } from '../../ui/button.tsx';
import { IconButton } from '../../ui/icon-button.tsx';
import { ExternalLink } from '../../ui/icons.ts';
import { call } from '../bridge.ts';
import { TroubleLine } from '../notes/trouble-line.tsx';
import { useTelling } from '../notes/use-notes.ts';
import { usePartyWords, whoseOf } from '../party.ts';
import { useSettings } from '../queries.ts';

const words = strings.incoming;

type OpenCrmProps = {
  readonly party: Party;
  /** The call at hand, which the address may name. */
  readonly callId?: CallId | undefined;
};

/** Opens someone's page of the CRM, where the user has said where that is; else nothing. */
export function OpenCrm(props: OpenCrmProps) {
  const crm = useCrm(props);
  if (crm === undefined) return null;
  return (
    <>
      <Button icon={<ExternalLink />} aria-label={crm.label} onClick={crm.open}>
        {words.crm}
      </Button>
      <TroubleLine failure={crm.failure} />
    </>
  );
}

/** As `OpenCrm`, at the end of a row. */
export function OpenCrmIcon(props: OpenCrmProps) {
  const crm = useCrm(props);
  if (crm === undefined) return null;
  return (
    <>
      <IconButton label={crm.label} hint={words.crm} icon={<ExternalLink />} onClick={crm.open} />
      <TroubleLine failure={crm.failure} />
    </>
  );
}

/** Undefined where there is no page to open. */
function useCrm({ party, callId }: OpenCrmProps) {
  const address = useSettings().data?.crmAddress;
  const who = usePartyWords().title(party);
  const { failure, tell } = useTelling();
  const whose = whoseOf(party);
  const about = callId === undefined ? whose && { whose } : { callId };
  if (address === undefined || about === undefined) return undefined;
  return { label: words.crmOf(who), failure, open: () => void tell(call('crm.open', about)) };
}
