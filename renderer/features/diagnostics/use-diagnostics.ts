import { useQuery } from '@tanstack/react-query';
import type { CheckFix } from '../../../shared/model/diagnostics.ts';
import { ask, call } from '../../app/bridge.ts';
import { useSignInAgain } from '../../app/sign-in.ts';
import { openScreen, openSettingsAt } from '../../app/ui-store.ts';

/** Runs all checks whenever the page is opened; what was found before stays until they are done. */
export function useDiagnostics() {
  return useQuery({
    queryKey: ['diagnostics'],
    queryFn: () => ask('diagnostics.run', undefined),
    staleTime: 0,
    refetchOnMount: 'always',
  });
}

/** Does what mends a finding. */
export function useFix(runAgain: () => void): (fix: CheckFix) => void {
  const signInAgain = useSignInAgain();
  return (fix) => {
    switch (fix) {
      case 'sign-in':
        return signInAgain();
      case 'try-again':
        return void call('session.retry', undefined).then(runAgain);
      case 'choose-phone':
        return openScreen('settings');
      case 'phone-links':
        return openSettingsAt('phone-links');
    }
  };
}
