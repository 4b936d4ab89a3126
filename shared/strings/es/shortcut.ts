import type { Words } from '../words.ts';

export const shortcut: Words['shortcut'] = {
  title: 'Llamar desde cualquier programa',
  advice: {
    selection:
      'Seleccione un número en cualquier parte, o cópielo, y presione estas teclas. Sidetone lo muestra en una tarjeta y llama cuando usted confirma.',
    clipboard:
      'Copie un número en cualquier parte y presione estas teclas. Sidetone lo muestra en una tarjeta y llama cuando usted confirma.',
  },
  keys: 'Teclas',
  none: 'Ninguna aún',
  choose: 'Elegir teclas…',
  change: 'Cambiar…',
  recording: 'Presione las teclas…',
  recordingAdvice:
    'Mantenga Ctrl, Alt o Mayús y presione una letra, un dígito o de F1 a F24. Esc cancela.',
  recordingAdviceMac:
    'Mantenga ⌘, ⌃, ⌥ o ⇧ y presione una letra, un dígito o de F1 a F24. Esc cancela.',
  notThese: (keys) => `${keys} no se puede usar: otros programas lo necesitan.`,
  clear: 'Desactivar',
  saving: 'Pidiendo estas teclas al sistema…',
  standings: {
    off: 'Desactivado. No se lee nada hasta que elija teclas y las presione.',
    on: 'Activado. Estas teclas funcionan en todos los programas.',
    taken: 'Otro programa tiene estas teclas, así que aquí no hacen nada. Elija otras.',
    unsupported:
      'Este escritorio (Wayland) no permite que un programa tenga teclas propias. Cree en la configuración de teclado del escritorio un atajo que ejecute el comando de abajo: muestra en una tarjeta el número que haya copiado.',
  },
  command: 'Comando para el atajo del escritorio',
  copy: 'Copiar',
  copied: 'Copiado',
  notCopied: 'Selecciónelo y cópielo a mano',
  unreadable: 'No se pueden mostrar las teclas',
  names: {
    CommandOrControl: 'Ctrl',
    Control: 'Ctrl',
    Command: 'Cmd',
    Super: 'Super',
    Alt: 'Alt',
    Shift: 'Mayús',
    PageUp: 'Re Pág',
    PageDown: 'Av Pág',
    Up: '↑',
    Down: '↓',
    Left: '←',
    Right: '→',
  },
  macNames: {
    CommandOrControl: '⌘',
    Control: '⌃',
    Command: '⌘',
    Super: '⌘',
    Alt: '⌥',
    Shift: '⇧',
  },
  windowsKey: 'Win',
};
