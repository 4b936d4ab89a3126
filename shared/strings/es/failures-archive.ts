import { says } from '../sentence.ts';
import type { archiveFailures as english } from '../en/failures-archive.ts';

export const archiveFailures: typeof english = {
  'note.empty': says('La nota está vacía', 'Escriba algo o elija un resultado.'),
  'note.gone': says('Esta nota ya no está', 'Se eliminó mientras tanto.'),
  'follow-up.past': says('Esa hora ya pasó', 'Elija una hora que aún no haya llegado.'),
  'follow-up.gone': says('Este seguimiento ya no está', 'Se quitó mientras tanto.'),

  'contact.empty': says(
    'Aún no se ha escrito nada',
    'Escriba un nombre, una empresa, un correo electrónico o un número.',
  ),
  'contact.number-invalid': ({ text }) => ({
    title: text('number')
      ? `${text('number')} no es un número de teléfono`
      : 'Eso no es un número de teléfono',
    advice: 'Escríbalo con su código de área, o con + y el código de país.',
  }),
  'contact.label-twice': says(
    'Dos números tienen la misma etiqueta',
    'RingCentral guarda un número por etiqueta; elija otra para uno de ellos.',
  ),
  'contact.not-editable': says(
    'Este contacto viene del directorio de la empresa',
    'Lo cambia su administrador. Puede agregar un contacto propio para la misma persona.',
  ),
  'contact.gone': says('Este contacto ya no está', 'Se eliminó mientras tanto.'),
  'contact.account-full': says(
    'La libreta de direcciones de RingCentral está llena',
    'Guarde el contacto en esta computadora, o elimine otros primero.',
  ),

  'contact-import.unreadable': says(
    'No se pudo leer el archivo',
    'Compruebe que sigue en su lugar y que se puede abrir, y elíjalo de nuevo.',
  ),
  'contact-import.not-text': says(
    'Este no es un archivo CSV ni vCard',
    'Exporte los contactos como CSV o como vCard (.vcf) y elija ese archivo.',
  ),
  'contact-import.malformed': ({ text }) => ({
    title: `No se puede leer la línea ${text('line') ?? '1'}`,
    advice: `${malformedWords(text('detail'))} No se importó nada. Corrija el archivo y elíjalo de nuevo.`,
  }),
  'contact-import.too-large': says(
    'El archivo es demasiado grande',
    'Se pueden importar hasta 20 MB y 50,000 contactos a la vez; divida el archivo.',
  ),
  'contact-import.nothing-found': says(
    'No hay contactos en este archivo',
    'Compruebe que es el correcto.',
  ),
  'contact-import.no-columns': says(
    'Ninguna columna de este archivo es un nombre o un número',
    'La primera línea debe nombrar las columnas, como First name, Last name, Company, Mobile.',
  ),
  'contact-import.entry-empty': says(
    'Sin nombre ni número',
    'No hay nada que guardar de esta entrada.',
  ),
  'contact-import.number-invalid': says('No es un número de teléfono', 'Se omite.'),
  'contact-import.gone': says('Esta importación ya no está', 'Elija el archivo de nuevo.'),

  'media.gone': says(
    'RingCentral ya no tiene esta grabación',
    'Se eliminó allí y no hay copia en esta computadora.',
  ),
  'media.expired': says(
    'Esta grabación venció',
    'RingCentral guarda las grabaciones por tiempo limitado; no hay copia en esta computadora.',
  ),
  'media.not-ready': says('La grabación aún no está lista', 'Reintente en un minuto.'),
  'media.offline': says(
    'Esta grabación aún no está en esta computadora',
    'Se podrá reproducir cuando RingCentral esté disponible de nuevo.',
  ),
  'media.unreadable': says(
    'No se puede reproducir esta grabación',
    'Guárdela y ábrala con otro programa.',
  ),
  'media.not-saved': says('No se pudo guardar el archivo', 'Elija otra carpeta y reintente.'),

  'backup.folder-unusable': says(
    'No se puede escribir en la carpeta de copias de seguridad',
    'Conecte la unidad o elija otra carpeta.',
  ),
  'backup.not-written': says(
    'No se pudo escribir la copia de seguridad',
    'Revise el disco y reintente.',
  ),
  'backup.no-room': says(
    'No hay espacio suficiente para la copia de seguridad',
    'Libere espacio o elija otra carpeta.',
  ),
  'backup.damaged': says(
    'La copia de seguridad está dañada',
    'No se puede restaurar; elija otra. No se cambió nada.',
  ),
  'backup.gone': says('Esta copia de seguridad ya no está', 'Elija otra.'),
  'backup.newer': says(
    'Esta copia la hizo un Sidetone más nuevo',
    'Actualice Sidetone para usarla; no se cambió nada.',
  ),
  'backup.foreign': says(
    'Este archivo no es de Sidetone',
    'Elija un archivo creado con “Pasar a otra computadora” o por una copia de seguridad.',
  ),
  'backup.other-account': says(
    'Estos datos son de otra cuenta',
    'Inicie sesión primero con esa cuenta; no se cambió nada.',
  ),
  'backup.not-restored': says(
    'No se pudo restaurar la copia',
    'Sus datos están como estaban. Revise el disco y reintente.',
  ),
  'backup.already-running': says(
    'Se está haciendo una copia de seguridad',
    'Espere a que termine.',
  ),

  'export.not-written': says('No se pudo escribir el archivo', 'Elija otra carpeta y reintente.'),
  'export.no-room': says('El disco está lleno', 'Libere espacio y exporte de nuevo.'),
  'export.already-running': says(
    'Hay una exportación en curso',
    'Espere a que termine, o cancélela primero.',
  ),

  'erasure.failed': says('No se pudo borrar todo', 'Reintente. Lo que queda se sigue mostrando.'),
};

/** What is wrong with a line of a file, as `contacts/import` names it. */
const malformedDetails: Readonly<Record<string, string>> = {
  'quote-not-closed': 'Allí se abre una comilla que nunca se cierra.',
  'quote-inside': 'Hay texto justo después de una comilla de cierre.',
  'too-many-fields': 'Tiene más campos que columnas.',
  'no-begin': 'Está fuera de BEGIN:VCARD y END:VCARD.',
  'no-end': 'La tarjeta que empieza allí no tiene END:VCARD.',
  'no-property': 'No es una propiedad de una tarjeta: faltan los dos puntos.',
  version: 'La tarjeta es de una versión de vCard desconocida.',
  encoding: 'Su juego de caracteres es desconocido.',
};

function malformedWords(detail = ''): string {
  return malformedDetails[detail] ?? 'No es lo que debería tener un archivo así.';
}
