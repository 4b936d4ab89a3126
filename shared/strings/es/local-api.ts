import type { Words } from '../words.ts';

/** By name, in the order in which the page about the API lists them. */
const operations: Words['localApi']['operations'] = {
  placeCall: {
    summary: 'Llamar a un número',
    description:
      'Muestra la tarjeta en la que usted confirma la llamada (202) o, si el programa puede llamar de inmediato, hace sonar su teléfono (200). Lo que haya que preguntar se pregunta en la tarjeta (409); un número de emergencia se rechaza (422).',
  },
  getCall: {
    summary: 'Ver qué pasó con una llamada',
    description: 'Por el session_id con que se respondió la llamada, durante 30 días.',
  },
  sendText: {
    summary: 'Enviar un mensaje',
    description:
      'Acepta el mensaje: queda guardado en esta computadora y sale una vez, tras los segundos en que usted puede retirarlo. Lo que haya que preguntar se pregunta en Sidetone, con el texto guardado allí (409).',
  },
  getText: {
    summary: 'Ver qué pasó con un mensaje',
    description:
      'Por el message_id con que se respondió el mensaje. waiting: se le pasó la hora y sale cuando usted lo diga; entonces tiene otro id, y se sigue encontrando con este.',
  },
  listCalls: {
    summary: 'Listar las últimas llamadas',
    description: 'Primero la más reciente: las que tiene Sidetone, sin las eliminadas.',
  },
  listTexts: {
    summary: 'Listar los últimos mensajes',
    description: 'Primero el más reciente: los que tiene Sidetone, sin los eliminados.',
  },
  getStatus: {
    summary: 'Ver si pueden salir llamadas y mensajes',
    description: 'Responde también cuando no hay sesión iniciada.',
  },
  search: {
    summary: 'Buscar en todo',
    description:
      'Personas, mensajes, llamadas, buzón de voz y notas que tienen todas las palabras de q; los dígitos encuentran números como sea que estén escritos.',
  },
  listContacts: {
    summary: 'Listar o encontrar personas',
    description: 'Por nombre, o solo las que indican q o number.',
  },
  getContact: { summary: 'Ver a una persona', description: 'Por el id de una lista o un evento.' },
  listNotes: {
    summary: 'Listar notas',
    description: 'De una llamada, una persona o un número; primero la más reciente.',
  },
  addNote: {
    summary: 'Escribir una nota',
    description:
      'Sobre una llamada, una persona o un número. Necesita texto o un resultado; queda en esta computadora.',
  },
  listFollowUps: {
    summary: 'Listar a quién volver a contactar',
    description: 'Los pendientes, primero el más próximo; o los ya hechos.',
  },
  addFollowUp: {
    summary: 'Fijar cuándo volver a contactar a alguien',
    description:
      'Sobre una llamada, una persona o un número; Sidetone se lo recuerda cuando llega la hora.',
  },
  streamEvents: {
    summary: 'Enterarse de llamadas y mensajes cuando ocurren',
    description:
      'Server-sent events. Indique el último que recibió en Last-Event-ID y la lista sigue después de él, durante un día; stream.gap dice que no fue posible.',
  },
};

/** Words for the door that other programs come in by, its document and its page. */
export const localApi: Words['localApi'] = {
  operations,
  document: {
    title: 'Sidetone en esta computadora',
    about:
      'Llamadas, mensajes y lo que se sabe de las personas, para programas de esta computadora. Cada solicitud lleva un token propio del programa.',
  },
  scopes: {
    read: 'Leer llamadas, mensajes y personas',
    text: 'Enviar mensajes',
    call: 'Pedir llamadas',
    note: 'Escribir notas',
  },
  page: {
    begin: 'Para empezar',
    beginText:
      'Cree un token en Sidetone: Configuración, Otros programas. Se muestra una vez; quien lo tenga puede hacer lo que permite, así que guárdelo como una contraseña.',
    scopes: 'Lo que un token puede permitir',
    operations: 'Lo que hay',
    takes: (scope) => `Necesita “${scope}”`,
    once: 'Una vez, aunque se envíe varias',
    onceText:
      'Envíe una Idempotency-Key propia con cada llamada o mensaje. La misma solicitud con la misma clave se hace una vez; otra solicitud con ella se rechaza (422). Una clave se guarda 30 días.',
    errors: 'Errores',
    errorsText:
      'Todo error es JSON con detail, una frase para personas; code, que nunca cambia; y status. 429 y 503 dicen en Retry-After cuándo volver a preguntar; 503 es también la respuesta cuando no hay sesión iniciada.',
    limits: 'Límites',
    limitsText:
      'Un programa puede hacer 120 solicitudes y 10 llamadas por minuto. Un cuerpo puede tener 64 KB. Las listas traen 100 entradas, con limit 500 como máximo; next es el before de la página siguiente.',
    browsers: 'Páginas web',
    browsersText:
      'Una página puede preguntar si su sitio figura en la configuración. Nunca ponga un token en una página que otros puedan cargar.',
    document: 'El documento OpenAPI',
  },
  settings: {
    title: 'Otros programas',
    sentence:
      'Su CRM, sus scripts y automatizaciones en esta computadora pueden llamar, enviar mensajes y consultar datos aquí, cada uno con un token que usted le da.',
    switch: 'Permitir que otros programas se conecten',
    off: 'No',
    on: 'Sí',
    open: (address) => `Abierto en ${address}. Solo llegan programas de esta computadora.`,
    shut: 'Ningún programa se puede conectar.',
    retry: 'Se intenta de nuevo cada medio minuto.',
    docs: 'Abrir la guía en un navegador',
    port: 'Puerto',
    portWrong: 'Un puerto es un número de 1024 a 65535.',
    save: 'Guardar',
    origins: 'Páginas web que pueden preguntar',
    originsAdvice:
      'Solo si su CRM funciona en el navegador y pregunta a Sidetone directamente. Cualquier página de un sitio de la lista puede intentarlo.',
    noOrigins: 'Ninguna.',
    newOrigin: 'Dirección de un sitio',
    addOrigin: 'Agregar',
    removeOrigin: (origin) => `Quitar ${origin}`,
    originTwice: 'Ese sitio ya está en la lista.',
    originsFull: 'Ya hay 20 sitios.',
    programs: 'Programas con token',
    noPrograms: 'Ningún programa tiene token todavía.',
    create: 'Nuevo token…',
    hint: (end) => `El token termina en ${end}`,
    used: (when) => `Usado por última vez: ${when}`,
    unused: 'Nunca usado',
    rights: (rights) => `Puede: ${rights}`,
    revoke: 'Revocar',
    revokeOf: (name) => `Revocar el token de ${name}`,
    revokeTitle: (name) => `¿Revocar el token de ${name}?`,
    revokeAdvice: 'El programa queda fuera de inmediato. Un token no se puede recuperar.',
    keep: 'Conservarlo',
    accountAdvice:
      'Los tokens son de esta cuenta. No están en ninguna exportación, y una copia de seguridad restaurada no trae ninguno.',
  },
  create: {
    title: 'Nuevo token',
    name: 'Nombre del programa',
    nameHint: 'Las tarjetas y el registro muestran este nombre.',
    scopes: 'Puede',
    atOnce: 'Llamar de inmediato, sin tarjeta',
    atOnceAdvice:
      'Su teléfono suena en cuanto lo pide. Los números por los que Sidetone pregunta muestran una tarjeta de todos modos.',
    make: 'Crear token',
    made: (name) => `Token para ${name}`,
    once: 'Cópielo ahora: se muestra solo esta vez, y Sidetone no guarda ninguna copia.',
    token: 'Token',
    copy: 'Copiar',
    copied: 'Copiado',
    notCopied: 'No se copió: selecciónelo y cópielo a mano.',
    nameMissing: 'Escriba un nombre.',
    scopeMissing: 'Elija al menos algo que pueda hacer.',
  },
};
