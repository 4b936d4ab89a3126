import { plural } from '../plural.ts';
import type { Words } from '../words.ts';

/** Palabras de los webhooks: direcciones a las que se avisa de llamadas y mensajes. */
export const webhooks: Words['webhooks'] = {
  title: 'Webhooks',
  sentence:
    'Avisa a una dirección web suya de llamadas y mensajes, con firma, y otra vez hasta que responda.',
  off: 'No se envía nada mientras otros programas no se puedan conectar.',
  empty: 'Aún no hay webhooks.',
  list: 'Webhooks',
  add: 'Agregar un webhook',
  address: 'Dirección',
  addressHint: 'https, también en la red de la oficina; http solo en esta computadora.',
  placeholder: 'https://crm.example/hooks/sidetone',
  types: 'Avisarle cuando',
  names: {
    'call.ringing': 'Entra una llamada',
    'call.placed': 'Se hace una llamada',
    'call.connected': 'Se contesta una llamada',
    'call.ended': 'Termina una llamada',
    'call.missed': 'Se pierde una llamada',
    'message.received': 'Llega un mensaje',
    'message.sent': 'Salió un mensaje',
    'message.delivered': 'Se entregó un mensaje',
    'message.failed': 'Falla un mensaje',
    'voicemail.received': 'Llega un mensaje de voz',
  },
  save: 'Guardar',
  cancel: 'Cancelar',
  change: 'Cambiar',
  changeOf: (address) => `Cambiar ${address}`,
  test: 'Probar',
  testOf: (address) => `Probar ${address}`,
  remove: 'Quitar',
  removeOf: (address) => `Quitar ${address}`,
  renew: 'Secreto nuevo',
  renewOf: (address) => `Secreto nuevo para ${address}`,
  state: 'Avisarle',
  on: 'Sí',
  isOff: 'No',
  toldOf: (kinds) => plural(kinds, 'tipo de evento', 'tipos de eventos'),
  waiting: (count) => `${plural(count, 'evento', 'eventos')} en espera`,
  givenUp: (count) =>
    `${plural(count, 'evento abandonado', 'eventos abandonados')} después de un día`,
  never: 'Aún sin probar',
  last: (what, when) => `${what} · ${when}`,
  results: {
    arrived: (status) => `Llegó (${status})`,
    refused: (status) => `Respondió con un error (${status})`,
    redirected: (status) => `Remite a otra dirección (${status}): escriba esa`,
    gone: 'No quiere nada más (410): desactivado',
    'no-answer': 'Sin respuesta',
    'timed-out': 'Sin respuesta en 10 segundos',
    'no-certificate': 'Su certificado no es de confianza',
    'no-secret': 'Se perdió su secreto: cree uno nuevo',
  },
  secret: {
    title: 'El secreto de este webhook',
    label: 'Secreto',
    advice:
      'Firma todo lo que se envía allí. Cópielo ahora: no se vuelve a mostrar, y Sidetone lo guarda junto a su inicio de sesión.',
    copying: {
      copy: 'Copiar',
      copied: 'Copiado',
      notCopied: 'No se copió: selecciónelo y cópielo.',
    },
  },
  renewing: {
    title: '¿Crear un secreto nuevo?',
    advice: 'El anterior termina de inmediato: lo que se envíe desde ahora se firma con el nuevo.',
    confirm: 'Crear uno nuevo',
  },
  removing: {
    title: '¿Quitar este webhook?',
    advice: 'Ya no se le envía nada, y lo que aún espera se descarta.',
    confirm: 'Quitar',
  },
};
