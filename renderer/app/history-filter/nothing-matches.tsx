import type { ReactNode } from 'react';
import { strings } from '../../../shared/strings/strings.ts';
import { Button } from '../../ui/button.tsx';
import { Empty } from '../../ui/empty.tsx';
import { ListFilter } from '../../ui/icons.ts';

/** Says that it is the filter that hides everything, and offers to clear it. */
export function NothingMatches(props: {
  readonly onClear: () => void;
  readonly children: ReactNode;
}) {
  return (
    <Empty
      icon={<ListFilter />}
      action={<Button onClick={props.onClear}>{strings.history.clear}</Button>}
    >
      {props.children}
    </Empty>
  );
}
