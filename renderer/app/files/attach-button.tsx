import { useRef } from 'react';
import { strings } from '../../../shared/strings/strings.ts';
import { IconButton } from '../../ui/icon-button.tsx';
import { Paperclip } from '../../ui/icons.ts';
import { useOffer } from '../actions/offers.ts';
import type { Composing } from '../composer/composing.ts';
import { addFiles } from './add-files.ts';

/** Chooses files to go with the text. */
export function AttachButton({ composing }: { readonly composing: Composing }) {
  const input = useRef<HTMLInputElement>(null);
  const choose = (): void => input.current?.click();
  useOffer(() => [{ id: 'attach', group: 'here', label: strings.files.attach, run: choose }]);
  return (
    <>
      <input
        ref={input}
        type="file"
        multiple
        hidden
        tabIndex={-1}
        aria-label={strings.files.attach}
        onChange={({ target }) => {
          addFiles(composing.draftKey, [...(target.files ?? [])]);
          // The same file can be chosen again.
          target.value = '';
          composing.field.current?.focus();
        }}
      />
      <IconButton label={strings.files.attach} icon={<Paperclip />} onClick={choose} />
    </>
  );
}
