import { useRef } from 'react';
import { builtInFields, foldField } from '../../../../shared/merge.ts';
import { strings } from '../../../../shared/strings/strings.ts';
import { useSettings } from '../../../app/queries.ts';
import { useTemplates } from '../../../app/templates/use-templates.ts';
import { FileText } from '../../../ui/icons.ts';
import { MenuButton } from '../../../ui/menu.tsx';
import { TextArea } from '../../../ui/text-area.tsx';
import styles from './separate.module.css';
import { setBody, useSeparateTexts } from './store.ts';

const words = strings.separate;

/** What everyone is to get, with the fields that it can be filled from. */
export function Body({ columns }: { readonly columns: readonly string[] }) {
  const body = useSeparateTexts((texts) => texts.body);
  const field = useRef<HTMLTextAreaElement>(null);
  const templates = useTemplates().data;
  const own = useSettings().data?.ownFields ?? [];
  const names = [...builtInFields, ...own.map(({ name }) => name), ...columns.filter(isField)];
  const fields = [...new Map(names.map((name) => [foldField(name), name])).values()];
  const insert = (text: string): void => {
    field.current?.focus();
    // As typing would, so that it can be undone.
    document.execCommand('insertText', false, text);
  };
  return (
    <div className={styles.body}>
      <TextArea
        ref={field}
        label={words.body}
        rows={3}
        placeholder={words.bodyPlaceholder}
        value={body}
        onChange={(event) => setBody(event.target.value)}
      />
      <div className={styles.fields}>
        <MenuButton
          label={words.fields}
          items={fields.map((name) => ({
            label: `{${name}}`,
            onSelect: () => void setTimeout(() => insert(`{${name}}`)),
          }))}
        />
        <MenuButton
          label={strings.templates.title}
          icon={<FileText />}
          isDisabled={!templates || templates.own.length + templates.account.length === 0}
          items={[...(templates?.own ?? []), ...(templates?.account ?? [])].map((template) => ({
            label: template.title,
            detail: template.body.slice(0, 80),
            onSelect: () => void setTimeout(() => insert(template.body)),
          }))}
        />
      </div>
      <p className={styles.note}>{words.rules}</p>
    </div>
  );
}

const isField = (name: string): boolean => foldField(name) !== '' && !/[{}|]/.test(name);
