import { perLocale } from '../language.ts';
import { plural } from '../plural.ts';
import type { Words } from '../words.ts';

const list = perLocale((tag) => new Intl.ListFormat(tag, { type: 'conjunction' }));

const listed: Words['keeping']['archive']['listed'] = ({ texts, calls, voicemails, notes }) => {
  const parts = [
    texts > 0 && plural(texts, 'mensaje', 'mensajes'),
    calls > 0 && plural(calls, 'llamada', 'llamadas'),
    voicemails > 0 && plural(voicemails, 'mensaje de voz', 'mensajes de voz'),
    notes > 0 && plural(notes, 'nota', 'notas'),
  ].filter((part) => part !== false);
  return parts.length === 0 ? 'nada' : list().format(parts);
};

export const keeping: Words['keeping'] = {
  groups: {
    general: 'General',
    calling: 'Llamadas y mensajes',
    texts: 'Mensajes',
    notifications: 'Notificaciones',
    outside: 'Otros programas',
    account: 'Cuenta',
    archive: 'Datos',
    about: 'Ayuda',
  },
  cancel: 'Cancelar',
  archive: {
    title: 'En esta computadora',
    advice:
      'Todo lo que Sidetone ha visto queda aquí, aunque RingCentral ya no lo tenga. Está tan seguro como el disco de esta computadora: active el cifrado de disco del sistema (BitLocker, FileVault o LUKS) si no lo está. Otros usuarios de esta computadora no pueden leerlo. Las contraseñas y los inicios de sesión se guardan en otro lugar.',
    size: 'Ocupa',
    holds: 'Contiene',
    since: 'Desde',
    listed,
  },
  backups: {
    title: 'Copias de seguridad',
    advice:
      'Una vez al día, mientras Sidetone está abierto, se hace una copia comprobada de la base de datos. Puede ser el único lugar que aún tenga sus llamadas y mensajes antiguos.',
    demo: 'La cuenta de demostración no tiene copias de seguridad.',
    folder: 'Carpeta',
    chooseFolder: 'Elegir carpeta…',
    sameDisk:
      'Está en el mismo disco que la base de datos; otra unidad ayuda también si falla el disco.',
    days: 'Copias diarias que se conservan',
    weeks: 'Copias semanales que se conservan',
    none: 'Ninguna',
    dayCount: (count) => plural(count, 'día', 'días'),
    weekCount: (count) => plural(count, 'semana', 'semanas'),
    make: 'Hacer copia ahora',
    making: 'Haciendo la copia…',
    list: 'Copias de seguridad en esta carpeta',
    empty: 'Aún no se ha hecho ninguna copia de seguridad.',
    kinds: { day: 'Diaria', week: 'Semanal', manual: 'Hecha a mano' },
    more: (count) => `Mostrar ${plural(count, 'copia anterior', 'copias anteriores')}`,
    restore: 'Restaurar',
    restoreOf: (when) => `Restaurar la copia de seguridad: ${when}`,
    restoring: 'Restaurando…',
    question: (when) => `¿Volver a esta copia: ${when}?`,
    warning:
      'La base de datos que tiene ahora se guarda antes en un archivo aparte. Las llamadas y los mensajes posteriores se descargan otra vez de RingCentral, si aún los tiene; las notas, los seguimientos y los contactos de esta computadora posteriores quedan solo en ese archivo. Los mensajes en espera no se pierden.',
    confirm: 'Restaurar',
    move: 'Otra computadora',
    moveAdvice:
      'Un solo archivo con los datos y la configuración, sin su inicio de sesión. En la otra computadora, inicie sesión con la misma cuenta y tráigalo aquí.',
    moveOut: 'Pasar a otra computadora…',
    movingOut: 'Escribiendo el archivo…',
    movedOut:
      'El archivo está escrito y comprobado. Contiene sus llamadas y mensajes: elimínelo cuando lo tenga la otra computadora.',
    moveIn: 'Traer de otra computadora…',
    movingIn: 'Trayendo…',
    moveInQuestion: '¿Traer los datos de otra computadora?',
    moveInAdvice:
      'Ocupan el lugar de los datos de esta computadora, que se guardan en un archivo aparte. Su configuración pasa a ser la de la otra computadora.',
    moveInConfirm: 'Elegir el archivo…',
  },
  keep: {
    title: 'Cuánto tiempo conservar',
    advice:
      'Las notas y los seguimientos siempre se conservan, igual que los mensajes aún sin enviar.',
    history: 'Mensajes, llamadas y mensajes de voz',
    media: 'Grabaciones y mensajes de voz para escuchar',
    mediaAdvice: 'Solo las copias de esta computadora; las de RingCentral no se tocan.',
    forever: 'Para siempre',
    months: (months) =>
      months % 12 === 0 ? plural(months / 12, 'año', 'años') : plural(months, 'mes', 'meses'),
    question: (length) => `¿Conservar solo lo último (${length})?`,
    warning:
      'Todo lo anterior se quita ahora de esta computadora, y después día a día. No vuelve, aunque más tarde conserve más. Las copias de seguridad lo conservan hasta que se reemplazan.',
    mediaQuestion: (length) => `¿Conservar para escuchar solo lo último (${length})?`,
    mediaWarning:
      'Las copias anteriores se quitan ahora de esta computadora, y después día a día. Las que RingCentral ya no tiene no vuelven.',
    confirm: 'Quitar lo anterior',
  },
  erase: {
    title: 'Borrar todo',
    advice:
      'Quita todos los mensajes, llamadas, mensajes de voz, notas, contactos de esta computadora y copias de seguridad de esta cuenta, y libera el espacio. Su sesión sigue iniciada. Los registros de RingCentral no se tocan y no vuelven aquí.',
    button: 'Borrar todo…',
    question: '¿Borrar todo en esta computadora?',
    counts: (counts) =>
      `Esto quita ${listed(counts)}, los contactos que solo están en esta computadora, los mensajes en espera y todas las copias de la carpeta de copias de seguridad. No se puede deshacer.`,
    type: (word) => `Escriba ${word} para confirmar`,
    word: 'BORRAR',
    wrong: (word) => `Escriba ${word} en mayúsculas.`,
    confirm: 'Borrar todo',
    erasing: 'Borrando…',
    done: (counts) => `Borrado: ${listed(counts)}.`,
  },
  erasePerson: {
    button: 'Borrar a esta persona…',
    question: (name) => `¿Borrar a ${name}?`,
    counts: (counts) =>
      `Esto quita ${listed(counts)} de esta computadora, de todos los números de esta persona y de quienes los comparten, junto con el contacto. Las copias de seguridad se reemplazan por una nueva sin ello. No se puede deshacer.`,
    counting: 'Buscando lo que se quitaría…',
    elsewhere:
      'Los registros y la libreta de direcciones de RingCentral no se tocan; lo que aún tenga no vuelve aquí. De los mensajes de grupo queda lo que otros escribieron. Una entrada del directorio de la empresa se conserva.',
    confirm: 'Borrar',
    erasing: 'Borrando… Otros cambios esperan hasta que se libere el espacio.',
  },
  exports: {
    button: 'Exportar',
    formats: {
      csv: { label: 'CSV', detail: 'Para Excel y otras hojas de cálculo' },
      json: { label: 'JSON', detail: 'Para otros programas' },
    },
    running: (file) => `Exportando ${file}`,
    progress: (rows, total) => (total === undefined ? `Escritas: ${rows}` : `${rows} de ${total}`),
    progressLabel: 'Exportación',
    cancel: 'Cancelar exportación',
    done: (file, rows) => `${file}: ${plural(rows, 'entrada exportada', 'entradas exportadas')}`,
    cancelled: (file) => `Se canceló la exportación de ${file}; no quedó ningún archivo.`,
  },
};
