import { locale } from '../language.ts';
import { plural } from '../plural.ts';
import type { Words } from '../words.ts';

export const callLists: Words['callLists'] = {
  title: 'Listas de llamadas',
  open: 'Listas de llamadas',
  fromFile: 'Desde un archivo…',
  fromThese: 'Crear una lista de llamadas con estas',
  fromSelected: 'Crear una lista de llamadas',
  lists: 'Sus listas de llamadas',
  page: 'Lista de llamadas',
  empty:
    'Aún no hay listas de llamadas. Cree una desde un archivo, un historial filtrado o contactos seleccionados.',
  choose: 'Elija una lista para recorrerla.',
  byHand: 'Sidetone nunca llama por sí solo a la siguiente persona.',
  done: (done, all) => `Hechas: ${done} de ${all}`,
  progress: (done, all, skipped) =>
    skipped === 0 ? `Hechas: ${done} de ${all}` : `Hechas: ${done} de ${all}; omitidas: ${skipped}`,

  file: {
    dialog: 'Elija un archivo con las personas a llamar',
    kind: 'Archivo CSV',
    title: 'Una lista desde un archivo',
    intro:
      'Elija un archivo CSV con una persona por línea, como lo guardan Excel y la mayoría de los CRM. Verá quién está en la lista antes de crearla.',
    choose: 'Elegir archivo…',
    another: 'Elegir otro archivo…',
    reading: 'Leyendo el archivo…',
    numberColumn: 'Columna de los números',
    nameColumn: 'Columna de los nombres',
    noColumn: 'Ninguna',
    chooseColumn: 'Elija una columna',
    column: (place) => `Columna ${place}`,
    count: (count) => `${plural(count, 'persona', 'personas')} por llamar`,
    sample: 'Las primeras de la lista',
    repeats: (count) =>
      `${plural(count, 'fila repite un número y cuenta', 'filas repiten un número y cuentan')} una sola vez`,
    leftOut: (count) => plural(count, 'fila omitida', 'filas omitidas'),
    line: (line) => `Línea ${line}`,
    more: (shown, all) => `Se muestran las primeras ${shown} de ${all}.`,
  },

  make: {
    history: 'Una lista de sus llamadas',
    historyIntro:
      'Todas las personas de las llamadas mostradas, una vez cada una, las más recientes primero.',
    contacts: 'Una lista de contactos',
    contactsIntro: (count) =>
      `${plural(count, 'contacto', 'contactos')}, por su celular o, si no hay, su primer número.`,
    name: 'Nombre de la lista',
    nameMissing: 'Dele un nombre a la lista.',
    create: 'Crear la lista',
    creating: 'Creando la lista…',
    cancel: 'Cancelar',
    names: {
      history: (day) => `Llamadas, ${day}`,
      contacts: (day) => `Contactos, ${day}`,
    },
  },

  work: {
    more: 'Más',
    rename: 'Cambiar nombre…',
    save: 'Guardar',
    cancel: 'Cancelar',
    remove: 'Quitar lista…',
    removeTitle: (name) => `¿Quitar “${name}”?`,
    removeAdvice: 'La lista se elimina; las llamadas y notas se conservan.',
    removeConfirm: 'Quitar',
    keep: 'Conservar',
    listedName: (name) => `En la lista: ${name}`,
    keyIn: (digits) => `Marque ${digits} cuando se conecte`,
    doNotCall: 'En su lista de no llamar',
    details: 'De la lista',
    unnamed: 'Otro',
    call: 'Llamar',
    callAgain: 'Llamar otra vez',
    calling: 'Llamando…',
    inCall: 'En la llamada',
    skip: 'Omitir',
    takeUp: 'Retomar',
    next: 'Siguiente',
    withDevice: 'Llamar con este dispositivo',
    keys: {
      open: 'Intro llama, S omite, N deja pendiente',
      called: 'Intro llama otra vez, N continúa',
      skipped: 'Intro llama, N continúa',
    },
    keysInCall: 'N continúa',
    onlyOne: 'No queda nadie más pendiente.',
  },

  entries: {
    label: 'Todas las personas de la lista',
    show: 'Mostrar',
    shows: { all: 'Todas', open: 'Pendientes', called: 'Llamadas', skipped: 'Omitidas' },
    states: {
      open: 'Pendiente',
      calling: 'Llamando',
      talking: 'Al teléfono',
      called: 'Ya se llamó',
      skipped: 'Omitida',
    },
    empty: {
      all: 'Ya no hay nadie en esta lista.',
      open: 'A todas las personas les llegó su turno.',
      called: 'Aún no se ha llamado a nadie.',
      skipped: 'No se ha omitido a nadie.',
    },
    entry: (position, who, state, outcome) =>
      [`${position}. ${who}`, state, outcome].filter(Boolean).join(', '),
  },

  summary: {
    title: 'Terminó la lista',
    called: (count) =>
      count === 0 ? 'No se llamó a nadie' : `Se llamó a ${plural(count, 'persona', 'personas')}`,
    skipped: (count) => `Omitidas: ${count}`,
    outcomes: 'Resultados',
    withoutOutcome: 'Sin resultado anotado',
    again: (count) => `Llamar a ${plural(count, 'omitida', 'omitidas')}`,
  },

  select: {
    start: 'Elegir…',
    cancel: 'Cancelar',
    count: (count) => (count === 0 ? 'Nadie seleccionado' : `Seleccionadas: ${count}`),
    hint: 'Mantenga Mayús para seleccionar a todas las personas intermedias.',
    tooMany: (most) => `Máximo ${most.toLocaleString(locale())} a la vez.`,
  },
};
