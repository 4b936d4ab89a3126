import type { AttachmentKind } from '../../attachments.ts';
import { createAttachmentSummary } from '../attachment-summary.ts';
import { plural } from '../plural.ts';
import type { Words } from '../words.ts';

const one: Readonly<Record<AttachmentKind, string>> = {
  picture: 'Imagen',
  video: 'Video',
  audio: 'Mensaje de voz',
  contact: 'Contacto',
  file: 'Archivo',
};

const summary = createAttachmentSummary({
  one,
  several: {
    picture: ['imagen', 'imágenes'],
    video: ['video', 'videos'],
    audio: ['mensaje de voz', 'mensajes de voz'],
    contact: ['contacto', 'contactos'],
    file: ['archivo', 'archivos'],
  },
  mixed: ['archivo adjunto', 'archivos adjuntos'],
  named: (name) => `Archivo: ${name}`,
});

export const attachments: Words['attachments'] = {
  summary,
  unnamed: 'Archivo sin nombre',
  among: (label, place, of) => `${label}, ${place} de ${of}`,
  from: (kind, who, time) =>
    who === undefined
      ? `${one[kind]}: enviado por usted, ${time}`
      : `${one[kind]} de ${who}, ${time}`,
  view: (what) => `Ver: ${what}`,
  play: (what) => `Reproducir: ${what}`,
  loading: 'Cargando…',
  save: 'Guardar…',
  saveWhat: (what) => `Guardar: ${what}`,
  saving: 'Guardando…',
  saved: 'Guardado',
  tryAgain: 'Reintentar',
  notShown: 'No es el tipo de archivo que dice su nombre. Se puede guardar.',
  notPlayed: 'Este tipo de archivo no se puede mostrar aquí. Se puede guardar.',
  tooLarge: (size) => `Demasiado grande para mostrarlo aquí (${size}).`,
  active:
    'Al abrir este archivo se ejecutaría algo en su computadora. Guárdelo solo si esperaba recibirlo.',
  unknownType: 'Archivo',
  troubles: {
    'media.gone': 'RingCentral ya no tiene este archivo y no hay copia en esta computadora.',
    'media.expired': 'Este archivo venció en RingCentral y no hay copia en esta computadora.',
    'media.not-ready': 'Este archivo aún no está listo. Reintente en un minuto.',
    'media.offline':
      'Este archivo aún no está en esta computadora. Reintente cuando RingCentral esté disponible.',
    'media.unreadable':
      'Este archivo no se puede mostrar aquí. Guárdelo y ábralo con otro programa.',
    'media.not-saved': 'No se pudo guardar el archivo. Elija otra carpeta.',
  },
  viewer: {
    title: 'Imágenes',
    previous: 'Imagen anterior',
    next: 'Imagen siguiente',
    count: (at, of) => `${at} de ${of}`,
    fit: 'Ajustar a la ventana',
    actual: 'Tamaño real',
    close: 'Cerrar',
  },
  contact: {
    reading: 'Leyendo el contacto…',
    unnamed: 'Contacto sin nombre',
    add: 'Agregar a contactos',
    more: (count) => `y ${plural(count, 'contacto más', 'contactos más')} en este archivo`,
    noNumbers: 'No contiene números.',
  },
};

export const pageLinks: Words['pageLinks'] = {
  title: '¿Abrir esta página en su navegador?',
  leadsTo: 'El enlace lleva a:',
  whole: 'Dirección completa',
  open: 'Abrir en el navegador',
  cancel: 'Cancelar',
  copying: {
    copy: 'Copiar',
    copied: 'Copiado',
    notCopied: 'No se pudo copiar. Seleccione la dirección y cópiela usted.',
  },
  failed: 'Su navegador no aceptó esa dirección. Cópiela y ábrala usted si confía en ella.',
  lookAlike:
    'Usa letras de otro alfabeto, que pueden parecerse a otras. Arriba se muestra con letras comunes.',
  userPart: 'Lo que está antes de la @ no es a donde lleva, y se omite.',
  ipHost: 'Lleva a una computadora por su número, no por un nombre.',
  plainHttp: 'No está cifrado: otros pueden leer en el camino lo que escriba allí.',
};
