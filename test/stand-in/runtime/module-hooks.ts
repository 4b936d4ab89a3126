import { registerHooks } from 'node:module';

const moduleUrl = 'sidetone-stand-in:electron';
const holder = 'sidetone.stand-in.electron';
const specifiers = new Set(['electron', 'electron/main', 'electron/common']);

/** The object, the names it has, and the names it ought to have but has not. */
export type Provided = {
  readonly electron: object;
  readonly exportNames: readonly string[];
  readonly absentNames: readonly string[];
};

/** Stands for a member that is not offered: any use of it throws an error with its name. */
function refuseUse(name: string): object {
  const refuse = (): never => {
    throw new Error(`Sidetone's stand-in runtime does not offer electron.${name}`);
  };
  return new Proxy(function absent() {}, {
    get: refuse,
    set: refuse,
    apply: refuse,
    construct: refuse,
  });
}

/**
 * Makes `import … from 'electron'` and `require('electron')` answer with one and the same object,
 * for the app and for every library it loads.
 */
export function provideElectron({ electron, exportNames, absentNames }: Provided): void {
  Object.defineProperty(globalThis, Symbol.for(holder), { value: electron });
  const absent = Object.fromEntries(absentNames.map((name) => [name, refuseUse(name)]));
  Object.defineProperty(globalThis, Symbol.for(`${holder}.absent`), { value: absent });
  const source = [
    `const electron = globalThis[Symbol.for('${holder}')];`,
    // Node hands this export to require(), so CommonJS gets the object and not a namespace.
    `export { electron as default, electron as 'module.exports' };`,
    ...exportNames.map((name) => `export const ${name} = electron.${name};`),
    // Importing one of these is no harm; using it says what is missing.
    `const absent = globalThis[Symbol.for('${holder}.absent')];`,
    ...absentNames.map((name) => `export const ${name} = absent.${name};`),
  ].join('\n');
  registerHooks({
    resolve: (specifier, context, next) =>
      specifiers.has(specifier)
        ? { url: moduleUrl, format: 'module', shortCircuit: true }
        : next(specifier, context),
    load: (url, context, next) =>
      url === moduleUrl ? { format: 'module', source, shortCircuit: true } : next(url, context),
  });
}
