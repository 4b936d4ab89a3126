import type { Words } from '../words.ts';

export const links: Words['links'] = {
  title: 'Enlaces telefónicos',
  advice:
    'Los clics en números de teléfono en su navegador, su correo y otros programas pueden abrirse aquí. Sidetone muestra quién es; usted decide si llamar.',
  schemes: {
    tel: 'Números de teléfono (tel:)',
    callto: 'Enlaces de llamada antiguos (callto:)',
    sms: 'Mensajes (sms:)',
  },
  opener: (standing, otherName) =>
    ({
      sidetone: 'Sidetone',
      other: otherName ?? 'Otro programa',
      none: 'Ningún programa',
      unknown: 'Se desconoce',
    })[standing],
  ways: {
    linux: {
      possible:
        'Sidetone se registra solo para usted, y devuelve los enlaces al programa que los tenía cuando usted lo diga.',
      unsupported:
        'Esta copia de Sidetone no se puede registrar: funciona en un entorno aislado, o xdg-utils no está instalado.',
    },
    windows: {
      possible:
        'Windows solo le permite elegir a usted. En la página que se abre, elija Sidetone para TEL, CALLTO y SMS, y vuelva aquí.',
      unsupported:
        'Solo un Sidetone puesto aquí por su instalador se puede elegir para enlaces telefónicos.',
    },
    mac: {
      possible:
        'macOS guarda la misma opción en FaceTime: FaceTime › Ajustes › General › Opción por omisión para llamadas.',
      unsupported: 'Solo un Sidetone en la carpeta Aplicaciones puede abrir enlaces telefónicos.',
    },
  },
  take: 'Abrirlos con Sidetone',
  giveBack: 'Devolverlos',
  choose: 'Abrir la configuración del sistema',
  working: 'Consultando al sistema…',
  done: {
    sidetone: 'Sidetone abre ahora los enlaces telefónicos.',
    other: 'Otro programa abre ahora los enlaces telefónicos.',
    none: 'Ningún programa abre ahora los enlaces telefónicos.',
    unknown: 'El sistema no dice qué programa abre los enlaces telefónicos.',
  },
  unreadable: 'No se pudo averiguar qué programa abre los enlaces telefónicos',
  question: {
    title: '¿Abrir los enlaces telefónicos con Sidetone?',
    advice:
      'Un clic en un número en su navegador o correo muestra entonces quién es, y usted decide si llamar. Puede cambiarlo en Configuración cuando quiera.',
    yes: 'Abrirlos con Sidetone',
    choose: 'Abrir la configuración del sistema',
    no: 'No, gracias',
  },
};
