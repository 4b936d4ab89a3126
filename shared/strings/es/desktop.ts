import { plural } from '../plural.ts';
import type { Words } from '../words.ts';

export const desktop: Words['desktop'] = {
  menu: {
    file: '&Archivo',
    edit: '&Edición',
    view: '&Ver',
    window: 'Ve&ntana',
    help: 'Ay&uda',
    settings: 'Configuración…',
    quit: 'Salir',
    quitNamed: 'Salir de Sidetone',
    newCall: 'Llamada nueva…',
    newText: 'Mensaje nuevo…',
    developerConsole: 'Consola de desarrollo de RingCentral',
    serviceStatus: 'Estado del servicio de RingCentral',
    roles: {
      about: 'Acerca de Sidetone',
      services: 'Servicios',
      hide: 'Ocultar Sidetone',
      hideOthers: 'Ocultar otros',
      unhide: 'Mostrar todo',
      close: 'Cerrar ventana',
      undo: 'Deshacer',
      redo: 'Rehacer',
      cut: 'Cortar',
      copy: 'Copiar',
      paste: 'Pegar',
      delete: 'Eliminar',
      selectAll: 'Seleccionar todo',
      resetZoom: 'Tamaño real',
      zoomIn: 'Acercar',
      zoomOut: 'Alejar',
      togglefullscreen: 'Pantalla completa',
      minimize: 'Minimizar',
      zoom: 'Zoom',
      front: 'Traer todo al frente',
    },
  },
  tray: {
    open: 'Abrir Sidetone',
    call: 'Llamar…',
    text: 'Enviar mensaje…',
    callNumber: (number) => `Llamar al ${number}`,
    textNumber: (number) => `Enviar mensaje al ${number}`,
    presence: 'Su estado',
    statuses: { available: 'Disponible', busy: 'Ocupado', invisible: 'Invisible' },
    settings: 'Configuración…',
    quit: 'Salir de Sidetone',
    keepsRunning: 'Sidetone sigue abierto',
    keepsRunningBody:
      'Las llamadas y los mensajes siguen llegando. Ciérrelo desde su icono en la bandeja.',
    demoFailed: 'La cuenta de demostración no se abrió',
    demoFailedBody:
      'Esta es su propia cuenta. Sidetone volverá a intentar la demostración en el próximo inicio.',
  },
  told: {
    signedOut: 'Sidetone: sesión cerrada',
    offline: 'Sidetone: sin conexión',
    nothing: 'Sidetone: nada nuevo',
    news: (parts) => `Sidetone: ${parts.join(', ')}`,
    texts: (count) => plural(count, 'mensaje sin leer', 'mensajes sin leer'),
    calls: (count) => plural(count, 'llamada perdida', 'llamadas perdidas'),
    voicemails: (count) => plural(count, 'mensaje de voz nuevo', 'mensajes de voz nuevos'),
    quiet: 'no molestar activado',
    waiting: (count) => plural(count, 'pendiente', 'pendientes'),
  },
  startsAtLogin: 'Se inicia en la bandeja cuando usted entra en este equipo',
  crashed: {
    title: 'Esta ventana falla una y otra vez',
    detail:
      'Se abrió de nuevo varias veces y falló cada vez. Sus llamadas, sus mensajes y lo que estaba escribiendo están a salvo.',
    again: 'Abrir de nuevo',
    quit: 'Salir de Sidetone',
  },
  stuck: {
    title: 'Esta ventana no responde',
    detail:
      'Quizás se recupere sola. Si la abre de nuevo, solo se pierde lo que escribió en el último segundo.',
    wait: 'Esperar',
    again: 'Abrir de nuevo',
  },
  gaveUp: {
    title: 'Sidetone tiene que cerrarse',
    detail:
      'Algo falló y no puede repararse por sí solo. Las llamadas y los mensajes que ya había aceptado están a salvo en su archivo.',
  },
};
