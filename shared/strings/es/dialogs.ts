import type { Words } from '../words.ts';

export const dialogs: Words['dialogs'] = {
  save: 'Guardar',
  export: 'Exportar',
  importContacts: 'Importar contactos',
  backupFolder: 'Elija una carpeta para las copias de seguridad',
  moveOut: 'Pasar a otra computadora',
  moveIn: 'Traer de otra computadora',
  kinds: {
    archive: 'Datos de Sidetone',
    contacts: 'CSV o vCard',
    file: 'Archivo',
  },
  saved: {
    voicemail: (who) => `Mensaje de voz de ${who ?? 'desconocido'}`,
    recording: (who) => `Llamada con ${who ?? 'desconocido'}`,
    attachment: (who) => `Archivo de ${who ?? 'desconocido'}`,
  },
};
