import { en } from '../../../shared/strings/en.ts';

/** People to call one after the other. */
export function CallListsView() {
  return (
    <h1 tabIndex={-1} data-screen-focus>
      {en.callLists.title}
    </h1>
  );
}
