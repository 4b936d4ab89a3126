import { plural } from '../plural.ts';
import type { Words } from '../words.ts';

export const contactImport: Words['contactImport'] = {
  title: 'Importar contactos',
  intro:
    'Elija un archivo CSV o vCard, como lo exportan Outlook, Google, Apple y la mayoría de los CRM. Verá qué pasará antes de que se guarde algo. Los contactos importados se quedan en esta computadora.',
  choose: 'Elegir archivo…',
  another: 'Elegir otro archivo…',
  reading: 'Leyendo el archivo…',
  show: 'Mostrar',
  actions: {
    add: (count) => `Por agregar (${count})`,
    merge: (count) => `Por combinar (${count})`,
    unchanged: (count) => `Sin cambios (${count})`,
    refuse: (count) => `Omitidos (${count})`,
  },
  explain: {
    add: 'Estas personas son nuevas.',
    merge: 'Ya tiene a estas personas; se completa lo que falta y no se sobrescribe nada.',
    unchanged: 'Todo lo del archivo ya se conoce.',
    refuse: 'No se pueden importar.',
  },
  list: 'Lo que pasará',
  line: (line) => `Línea ${line}`,
  noName: 'Sin nombre',
  with: (name) => `con ${name}`,
  leftOut: 'se omite',
  stored: (typed, stored) => `${typed} se guarda como ${stored}`,
  notStored: (typed) => `${typed} se omite`,
  firstOnly: (shown, all) => `Se muestran los primeros ${shown} de ${all}.`,
  use: (count) => `Importar ${plural(count, 'contacto', 'contactos')}`,
  nothing: 'Nada que importar',
  nothingNew: 'Todo lo de este archivo ya se conoce o no se puede guardar.',
  using: 'Importando…',
  cancel: 'Cancelar',
  done: (added, merged) =>
    merged === 0
      ? plural(added, 'contacto agregado', 'contactos agregados')
      : `${plural(added, 'contacto agregado', 'contactos agregados')}; completados: ${merged}`,
  from: (fileName) => `De ${fileName}`,
  undo: 'Deshacer importación',
  undone: 'Se deshizo la importación',
  undoneKept: 'Se conservaron los contactos que usted cambió después.',
  earlier: 'Importaciones anteriores',
  earlierLine: (fileName, when) => `${fileName}, ${when}`,
  close: 'Listo',
};
