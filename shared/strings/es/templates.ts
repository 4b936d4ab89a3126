import { plural } from '../plural.ts';
import type { Words } from '../words.ts';

const inBraces = (names: readonly string[]): string => names.map((name) => `{${name}}`).join(', ');

export const templates: Words['templates'] = {
  title: 'Plantillas',
  insert: 'Insertar una plantilla',
  insertHint: 'Insertar una plantilla (/)',
  list: 'Plantillas',
  none: 'Aún no tiene plantillas. Agréguelas en Configuración.',
  noMatch: 'Ninguna plantilla se llama así',
  accountNote: (title) => `Plantillas de su cuenta: ${title}`,
  sources: { own: 'Suya', personal: 'Suya en RingCentral', company: 'De su empresa' },
  open: (names) => `Complete primero ${inBraces(names)}`,
  openInGroup: (names) =>
    `Un mensaje de grupo no puede completar ${inBraces(names)}. Quite ${names.length === 1 ? 'el campo' : 'los campos'}, o escriba a cada persona por separado.`,
  toEach: 'Enviar un mensaje aparte a cada persona',
  settings: {
    advice:
      'Escriba / en un mensaje para insertar una. Se completan {first name}, {last name}, {name}, {company} y {my name}; {first name|cliente} dice qué escribir cuando no se sabe nada, y {{ escribe una llave.',
    add: 'Agregar una plantilla',
    edit: (title) => `Cambiar ${title}`,
    editHint: 'Cambiar',
    up: (title) => `Subir ${title}`,
    down: (title) => `Bajar ${title}`,
    upHint: 'Subir',
    downHint: 'Bajar',
    remove: (title) => `Quitar ${title}`,
    removeHint: 'Quitar',
    removed: (title) => `Se quitó ${title}.`,
    undo: 'Deshacer',
    moved: (title, place, of) => `${title} está ahora en el lugar ${place} de ${of}`,
    name: 'Nombre',
    body: 'Texto',
    preview: 'Cómo se lee',
    previewOf: 'Para Ada Brook de Brook & Sons',
    count: (units, most) => `${units} de ${plural(most, 'carácter', 'caracteres')}`,
    save: 'Guardar',
    cancel: 'Cancelar',
    unknown: (names) =>
      `Sidetone no conoce ${inBraces(names)}. Funciona con una lista que tenga esa columna; si no, hay que sustituirlo antes de enviar el mensaje.`,
    none: 'Ninguna aún.',
    account: 'Plantillas de su cuenta',
    accountAdvice: 'Se cambian en RingCentral.',
    accountNone: 'Su cuenta no tiene ninguna.',
    fields: 'Sus propios campos',
    fieldsAdvice: 'Lo que un campo suyo dice en cada plantilla, como {office}.',
    fieldName: 'Campo',
    fieldValue: 'Dice',
    addField: 'Agregar un campo',
    removeField: (name) => `Quitar el campo ${name}`,
    fieldTwice: 'Ya hay un campo con ese nombre.',
    noFields: 'Ninguno aún.',
  },
};
