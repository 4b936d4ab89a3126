import { useState } from 'react';
import type { TemplateId } from '../../../shared/model/ids.ts';
import type { Template } from '../../../shared/model/templates.ts';
import { strings } from '../../../shared/strings/strings.ts';
import { failureOf } from '../../app/bridge.ts';
import { TroubleLine } from '../../app/notes/trouble-line.tsx';
import { takeFocus } from '../../app/take-focus.ts';
import { useChangeTemplates, useTemplates } from '../../app/templates/use-templates.ts';
import { Button } from '../../ui/button.tsx';
import { FailureState } from '../../ui/failure-state.tsx';
import { IconButton } from '../../ui/icon-button.tsx';
import { ArrowDown, ArrowUp, Pencil, Plus, Trash2, Undo2 } from '../../ui/icons.ts';
import { SkeletonRows } from '../../ui/skeleton.tsx';
import cards from './settings.module.css';
import { TemplateForm } from './template-form.tsx';
import styles from './templates.module.css';
import { Card } from './card.tsx';

const words = strings.templates.settings;

/** The user's own templates, and those of the account. */
export function Templates() {
  const query = useTemplates();
  return (
    <Card place="templates">
      {query.isPending && <SkeletonRows rows={2} />}
      {query.isError && (
        <FailureState failure={failureOf(query.error)} onRetry={() => void query.refetch()} />
      )}
      {query.data && (
        <>
          <OwnTemplates templates={query.data.own} />
          <h3>{words.account}</h3>
          <p className={cards.advice}>
            {query.data.obstacle
              ? `${strings.failures(query.data.obstacle).title}. ${strings.failures(query.data.obstacle).advice}`
              : query.data.account.length === 0
                ? words.accountNone
                : words.accountAdvice}
          </p>
          <AccountTemplates templates={query.data.account} />
        </>
      )}
    </Card>
  );
}

function AccountTemplates({ templates }: { readonly templates: readonly Template[] }) {
  if (templates.length === 0) return null;
  return (
    <ul className={styles.list}>
      {templates.map((template) => (
        <li key={template.id} className={styles.row}>
          <span className={styles.words}>
            <span className={styles.name}>{template.title}</span>
            <span className={styles.body}>{template.body}</span>
          </span>
          <span className={styles.source}>{strings.templates.sources[template.source]}</span>
        </li>
      ))}
    </ul>
  );
}

function OwnTemplates({ templates }: { readonly templates: readonly Template[] }) {
  const { save, remove, order } = useChangeTemplates();
  const [editing, setEditing] = useState<TemplateId | 'new'>();
  const [removed, setRemoved] = useState<{ readonly template: Template; readonly at: number }>();
  const [told, setTold] = useState('');
  const failed = save.error ?? remove.error ?? order.error;

  const move = (at: number, by: 1 | -1): void => {
    const ids = templates.map(({ id }) => id);
    const [moved] = ids.splice(at, 1);
    if (moved === undefined) return;
    ids.splice(at + by, 0, moved);
    order.mutate(ids);
    setTold(words.moved(templates[at]?.title ?? '', at + by + 1, templates.length));
  };
  const drop = (template: Template, at: number): void => {
    remove.mutate(template.id, { onSuccess: () => setRemoved({ template, at }) });
  };
  const undo = async (): Promise<void> => {
    if (removed === undefined) return;
    const { title, body } = removed.template;
    setRemoved(undefined);
    const { id } = await save.mutateAsync({ title, body });
    const ids = templates.map((template) => template.id);
    order.mutate([...ids.slice(0, removed.at), id, ...ids.slice(removed.at)]);
  };
  return (
    <>
      {templates.length === 0 && <p className={cards.advice}>{words.none}</p>}
      <ol className={styles.list}>
        {templates.map((template, at) =>
          editing === template.id ? (
            <li key={template.id}>
              <TemplateForm template={template} onEnd={() => setEditing(undefined)} />
            </li>
          ) : (
            <OwnRow
              key={template.id}
              template={template}
              isFirst={at === 0}
              isLast={at === templates.length - 1}
              onMove={(by) => move(at, by)}
              onEdit={() => setEditing(template.id)}
              onRemove={() => drop(template, at)}
            />
          ),
        )}
      </ol>
      {removed && (
        <p className={styles.undo} role="status">
          {words.removed(removed.template.title)}
          <Button
            variant="quiet"
            icon={<Undo2 />}
            ref={takeFocus}
            onClick={() => void undo().catch(() => undefined)}
          >
            {words.undo}
          </Button>
        </p>
      )}
      {editing === 'new' ? (
        <TemplateForm template={undefined} onEnd={() => setEditing(undefined)} />
      ) : (
        <div className={cards.actions}>
          <Button icon={<Plus />} onClick={() => setEditing('new')}>
            {words.add}
          </Button>
        </div>
      )}
      <TroubleLine failure={failed ? failureOf(failed) : undefined} />
      <div role="status" className="read-only-aloud">
        {told}
      </div>
    </>
  );
}

function OwnRow(props: {
  readonly template: Template;
  readonly isFirst: boolean;
  readonly isLast: boolean;
  readonly onMove: (by: 1 | -1) => void;
  readonly onEdit: () => void;
  readonly onRemove: () => void;
}) {
  const { title, body } = props.template;
  return (
    <li className={styles.row}>
      <span className={styles.words}>
        <span className={styles.name}>{title}</span>
        <span className={styles.body}>{body}</span>
      </span>
      <IconButton
        label={words.edit(title)}
        hint={words.editHint}
        icon={<Pencil />}
        onClick={props.onEdit}
      />
      {/* Not disabled at the ends: a button that loses the focus to a move would lose its user. */}
      <IconButton
        label={words.up(title)}
        hint={words.upHint}
        icon={<ArrowUp />}
        aria-disabled={props.isFirst}
        onClick={() => !props.isFirst && props.onMove(-1)}
      />
      <IconButton
        label={words.down(title)}
        hint={words.downHint}
        icon={<ArrowDown />}
        aria-disabled={props.isLast}
        onClick={() => !props.isLast && props.onMove(1)}
      />
      <IconButton
        label={words.remove(title)}
        hint={words.removeHint}
        icon={<Trash2 />}
        onClick={props.onRemove}
      />
    </li>
  );
}
