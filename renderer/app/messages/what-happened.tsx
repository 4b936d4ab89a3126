import { useState } from 'react';
import type { Failure } from '../../../shared/failure.ts';
import type { EpochMs } from '../../../shared/model/ids.ts';
import { strings } from '../../../shared/strings/strings.ts';
import { Button } from '../../ui/button.tsx';
import { Dialog } from '../../ui/dialog.tsx';
import { Facts } from '../../ui/facts.tsx';
import { whatHappened } from './refusal.ts';

/** A button that tells why a text did not go, or why nobody knows: whose side, and what helps. */
export function WhatHappened(props: {
  readonly status: 'failed' | 'unknown';
  readonly failure: Failure | undefined;
  readonly at: EpochMs;
}) {
  const [isOpen, setIsOpen] = useState(false);
  const { title, advice, facts } = whatHappened(props);
  return (
    <>
      <Button variant="quiet" onClick={() => setIsOpen(true)}>
        {strings.messages.whatHappened}
      </Button>
      <Dialog title={title} isOpen={isOpen} onClose={() => setIsOpen(false)}>
        <p>{advice}</p>
        <Facts facts={facts} />
      </Dialog>
    </>
  );
}
