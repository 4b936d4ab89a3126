import { locale } from '../language.ts';
import { plural } from '../plural.ts';
import type { Words } from '../words.ts';

export const app: Words['app'] = {
  name: 'Sidetone',
  navigation: 'Principal',
  screens: {
    calls: 'Llamadas',
    messages: 'Mensajes',
    voicemail: 'Buzón',
    contacts: 'Contactos',
    'follow-ups': 'Seguimientos',
    'call-lists': 'Listas de llamadas',
    search: 'Buscar',
    settings: 'Configuración',
  },
  counts: {
    calls: (count) => plural(count, 'llamada perdida nueva', 'llamadas perdidas nuevas'),
    messages: (count) => plural(count, 'mensaje sin leer', 'mensajes sin leer'),
    voicemail: (count) => plural(count, 'mensaje de voz nuevo', 'mensajes de voz nuevos'),
    contacts: undefined,
    'follow-ups': (count) => plural(count, 'seguimiento pendiente', 'seguimientos pendientes'),
    settings: undefined,
  },
  back: 'Atrás',
  close: 'Cerrar',
  cancel: 'Cancelar',
  dismiss: 'Ocultar',
  tryAgain: 'Reintentar',
  copy: 'Copiar número',
  copied: 'Copiado',
  call: 'Llamar',
  text: 'Mensaje',
  callParty: (who) => `Llamar a ${who}`,
  textParty: (who) => `Enviar mensaje a ${who}`,
  unknownParty: 'Sin identificador',
  extension: (number) => `Extensión ${number}`,
  group: (names) =>
    new Intl.ListFormat(locale(), { style: 'long', type: 'conjunction' }).format(names),
  groupShort: (first, others) => `${first} y ${plural(others, 'persona más', 'personas más')}`,
  today: 'Hoy',
  yesterday: 'Ayer',
  at: (day, time) => `${day}, ${time}`,
  loading: 'Cargando',
  crashed: {
    title: 'Algo falló en esta ventana',
    advice: 'Sus llamadas y mensajes están a salvo. Abra la ventana de nuevo para continuar.',
    reload: 'Abrir de nuevo',
  },
};
