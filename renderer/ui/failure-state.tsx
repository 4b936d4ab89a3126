import type { ReactNode } from 'react';
import type { Failure } from '../../shared/failure.ts';
import { strings } from '../../shared/strings/strings.ts';
import { Button } from './button.tsx';
import { Empty } from './empty.tsx';
import { AlertCircle } from './icons.ts';

/** A list or detail that could not be read: why, and the button that reads it again. */
export function FailureState(props: {
  readonly failure: Failure;
  readonly onRetry: () => void;
  /** What else can be done. */
  readonly children?: ReactNode;
}) {
  const words = strings.failures(props.failure);
  return (
    <Empty
      icon={<AlertCircle />}
      action={
        <>
          <Button onClick={props.onRetry}>{strings.app.tryAgain}</Button>
          {props.children}
        </>
      }
    >
      <strong>{words.title}</strong>
      <br />
      {words.advice}
    </Empty>
  );
}
