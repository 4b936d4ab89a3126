import type { apiFailures as english } from '../en/failures-api.ts';
import { says } from '../sentence.ts';

const chooseAnother = 'Elija otro puerto en Configuración';

export const apiFailures: typeof english = {
  'api.no-token': says(
    'La solicitud no lleva token',
    'Cree uno en la configuración de Sidetone y envíelo como “Authorization: Bearer …”.',
  ),
  'api.token-unknown': says(
    'Sidetone no conoce ese token',
    'Quizá se revocó; cree uno nuevo en la configuración de Sidetone.',
  ),
  'api.scope-missing': ({ text }) => ({
    title: `Este token no permite “${text('scope') ?? ''}”`,
    advice: 'Cree uno que lo permita en la configuración de Sidetone.',
  }),
  'api.host-refused': says(
    'La solicitud se envió a otro nombre',
    'Use http://127.0.0.1 o http://localhost con el puerto de la configuración de Sidetone.',
  ),
  'api.origin-refused': ({ text }) => ({
    title: `Las páginas de ${text('origin') ?? 'ese sitio'} no pueden consultar Sidetone`,
    advice: 'Agregue el sitio en la configuración de Sidetone, si confía en él.',
  }),
  'api.site-refused': says(
    'La página de otro sitio no puede consultar Sidetone de esta manera',
    'Agregue el sitio en la configuración de Sidetone, si confía en él, y envíe la solicitud con su origen.',
  ),
  'api.unknown-path': says('No hay nada en esa dirección', 'La página en / enumera lo que hay.'),
  'api.method-refused': says(
    'Esa dirección no acepta este método',
    'El encabezado Allow enumera los que acepta.',
  ),
  'api.malformed': says('El cuerpo no es JSON válido', 'Corríjalo y envíelo de nuevo.'),
  'api.field-invalid': ({ text }) => {
    const field = text('field');
    return {
      title: field ? `“${field}” falta o no es lo que debe ser` : 'La solicitud está incompleta',
      advice: 'El documento en /openapi.json dice qué se espera.',
    };
  },
  'api.not-json': says('El cuerpo no es JSON', 'Envíelo con “Content-Type: application/json”.'),
  'api.too-large': says('La solicitud es demasiado grande', 'Un cuerpo admite 64 KB como máximo.'),
  'api.too-many': ({ number }) => ({
    title: 'Demasiadas solicitudes de este programa',
    advice: `Pregunte de nuevo en ${number('seconds') ?? 1} s.`,
  }),
  'api.key-reused': says(
    'Esa Idempotency-Key se usó para otra solicitud',
    'Use una nueva para cada mensaje o llamada.',
  ),
  'api.key-invalid': says(
    'Esa Idempotency-Key no se puede usar',
    'Tiene de 1 a 200 letras, dígitos y signos.',
  ),
  'api.call-under-way': says(
    'Esa llamada ya está en proceso',
    'Consulte su estado en lugar de llamar de nuevo.',
  ),
  'api.session-gone': says(
    'No hay ninguna llamada con ese session_id',
    'Quizá tiene más de 30 días, o es de otro programa.',
  ),
  'api.port-taken': ({ number }) => ({
    title: `Otro programa usa el puerto ${number('port') ?? ''}`,
    advice: `${chooseAnother}, o cierre ese programa.`,
  }),
  'api.port-refused': ({ number }) => ({
    title: `Este sistema no da a Sidetone el puerto ${number('port') ?? ''}`,
    advice: `${chooseAnother}.`,
  }),
  'api.origin-invalid': says(
    'Eso no es la dirección de un sitio',
    'Escríbala como https://crm.example, sin ruta; http solo para esta computadora.',
  ),
  'api.too-many-programs': says('Ya hay 50 tokens', 'Revoque uno que ya no se use.'),
  'api.program-gone': says('Ese token ya se revocó', 'No queda nada por hacer.'),
  'webhook.url-invalid': says(
    'Eso no es una dirección para un webhook',
    'Escríbala como https://crm.example/hooks/calls, sin nombre de usuario ni parte con #.',
  ),
  'webhook.url-open': says(
    'Cualquiera en el camino podría leerlo',
    'Use https; http es solo para esta computadora, como http://127.0.0.1:8080/.',
  ),
  'webhook.too-many': ({ number }) => ({
    title: `Ya hay ${number('count') ?? ''} webhooks`,
    advice: 'Quite uno que ya no se use.',
  }),
  'webhook.gone': says('Ese webhook ya no está', 'No queda nada por hacer.'),
};
