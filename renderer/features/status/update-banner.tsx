import { strings } from '../../../shared/strings/strings.ts';
import { failureOf } from '../../app/bridge.ts';
import { useUpdateCall, useUpdates } from '../../app/updates/use-updates.ts';
import { offeredVersion } from '../../app/updates/view-model.ts';
import { Banner } from '../../ui/banner.tsx';
import { Button } from '../../ui/button.tsx';

const words = strings.updates;

/** Tells of a newer version once it can be had at once; *Later* is heard. */
export function UpdateBanner() {
  const version = offeredVersion(useUpdates());
  const install = useUpdateCall('updates.install');
  const postpone = useUpdateCall('updates.postpone');
  if (version === undefined) return null;
  const trouble = install.isError ? strings.failures(failureOf(install.error)) : undefined;
  return (
    <Banner
      tone={trouble ? 'warning' : 'info'}
      isFlush
      role="status"
      title={trouble?.title ?? words.ready(version)}
      actions={
        <>
          <Button onClick={() => postpone.mutate()}>{words.later}</Button>
          <Button variant="primary" onClick={() => install.mutate()}>
            {words.restart}
          </Button>
        </>
      }
    >
      {trouble?.advice ?? words.readyAdvice}
    </Banner>
  );
}
