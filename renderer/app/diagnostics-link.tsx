import { strings } from '../../shared/strings/strings.ts';
import { Button } from '../ui/button.tsx';
import { openDiagnostics, useUi } from './ui-store.ts';

/** Leads from something that does not work to the page that looks into everything; not there. */
export function DiagnosticsLink(props: { readonly isReasonKnown?: boolean }) {
  const isThere = useUi((ui) => ui.screen === 'diagnostics');
  if (isThere) return null;
  return (
    <Button variant="quiet" onClick={openDiagnostics}>
      {props.isReasonKnown ? strings.diagnostics.openPage : strings.diagnostics.open}
    </Button>
  );
}
