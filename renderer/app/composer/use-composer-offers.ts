import type { Template } from '../../../shared/model/templates.ts';
import { plainLine } from '../../../shared/plain-line.ts';
import { strings } from '../../../shared/strings/strings.ts';
import type { Action, Page } from '../actions/action.ts';
import { useOffer } from '../actions/offers.ts';
import { ask } from '../bridge.ts';
import { usePutTemplate } from '../templates/put-template.ts';
import type { Composing } from './composing.ts';

const words = strings.actions;
/** So much of a template is shown beside its name. */
const longestPreview = 80;

/** Offers what can be done with the text in hand. */
export function useComposerOffers(composing: Composing, isShut: boolean): void {
  const put = usePutTemplate(composing);
  useOffer(() =>
    isShut
      ? []
      : [
          {
            id: 'insert-template',
            group: 'here',
            label: words.insertTemplate,
            keywords: words.keywords.template,
            shortcut: 'templates',
            page: () => templatesPage((template) => void put(template)),
          },
          {
            id: 'send-text',
            group: 'here',
            label: words.sendText,
            shortcut: 'send',
            obstacle: composing.obstacle,
            run: () => composing.send(),
          },
        ],
  );
}

function templatesPage(put: (template: Template) => void): Page {
  return {
    kind: 'list',
    id: 'templates',
    title: words.insertTemplate,
    read: async () => {
      const { own, account } = await ask('templates.list', undefined);
      return [...own, ...account].map((template): Action => ({
        id: `template:${template.id}`,
        group: 'here',
        label: template.title,
        detail: plainLine(template.body).slice(0, longestPreview),
        run: () => put(template),
      }));
    },
  };
}
