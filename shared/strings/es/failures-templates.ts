import type { templateFailures as english } from '../en/failures-templates.ts';
import { plural } from '../plural.ts';
import { says } from '../sentence.ts';

export const templateFailures: typeof english = {
  'template.gone': says('Esa plantilla ya no está', 'Elija otra.'),
  'template.of-account': says(
    'Esa plantilla es de su cuenta',
    'Cámbiela en RingCentral, o haga una propia a partir de ella.',
  ),
  'template.too-many': ({ number }) => ({
    title: 'No hay lugar para otra plantilla',
    advice: `Sidetone guarda ${number('limit') ?? 500}. Quite una que ya no use.`,
  }),
  'template.not-offered': says(
    'RingCentral no tiene plantillas para esta cuenta',
    'Sus propias plantillas funcionan igual.',
  ),
  'template.unknown-field': ({ text }) => ({
    title: `No hay ningún campo {${text('field') ?? '…'}}`,
    advice:
      'Escriba palabras en su lugar, agréguelo a sus propios campos en Configuración, o escriba {{ si quiere una llave.',
  }),
  'template.missing-value': ({ text }) => ({
    title: `No se sabe nada para {${text('field') ?? '…'}}`,
    advice: `Escriba palabras en su lugar, o diga qué escribir en cambio: {${text('field') ?? '…'}|cliente}.`,
  }),
  'separate.nobody': says('No hay a quién escribir', 'Agregue personas con un número.'),
  'separate.too-many': ({ number }) => {
    const limit = number('limit') ?? 500;
    return {
      title: 'Demasiadas personas a la vez',
      advice: `Hasta ${plural(limit, 'persona recibe', 'personas reciben')} a la vez un mensaje propio. Acorte la lista.`,
    };
  },
  'separate.gone': says('Esos mensajes ya no están', 'Se descartaron, o ya salieron todos.'),
  'separate.outdated': says(
    'Estos mensajes esperaban cuando se hizo la copia de seguridad',
    'Quizá algunos salieron desde entonces. Mire la conversación antes de enviar uno de nuevo.',
  ),
};
