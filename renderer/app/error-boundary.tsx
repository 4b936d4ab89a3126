import { Component, type ReactNode } from 'react';
import { strings } from '../../shared/strings/strings.ts';
import { Button } from '../ui/button.tsx';
import { Empty } from '../ui/empty.tsx';
import { AlertCircle } from '../ui/icons.ts';

type State = { readonly hasBroken: boolean };

/** Catches a bug while drawing: words and a way on, instead of a blank window. */
export class ErrorBoundary extends Component<{ readonly children: ReactNode }, State> {
  override state: State = { hasBroken: false };

  static getDerivedStateFromError(): State {
    return { hasBroken: true };
  }

  override render(): ReactNode {
    if (!this.state.hasBroken) return this.props.children;
    return (
      <main>
        <Empty
          icon={<AlertCircle />}
          action={
            <Button variant="primary" onClick={() => window.location.reload()}>
              {strings.app.crashed.reload}
            </Button>
          }
        >
          <strong>{strings.app.crashed.title}</strong>
          <br />
          {strings.app.crashed.advice}
        </Empty>
      </main>
    );
  }
}
