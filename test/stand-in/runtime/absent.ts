/**
 * Makes every use of a member that is not there throw an error that names it, so that a call the
 * stand-in lacks is never a silent `undefined`. Injected into pages too: it uses nothing outside.
 */
export function nameAbsentMembers<T extends object>(target: T, name: string): T {
  // Asked for by promises, module loaders, inspectors and test matchers, which expect `undefined`.
  const probes = new Set(['then', 'toJSON', '__esModule', 'default', 'module.exports', 'domain']);
  const probed = /^(_|\$\$|@@|nodeType$|tagName$|asymmetricMatch$|inspect$|constructor$)/;
  return new Proxy(target, {
    get: (object, member, receiver) => {
      if (typeof member === 'symbol' || member in object || probes.has(member)) {
        return Reflect.get(object, member, receiver) as unknown;
      }
      if (probed.test(member)) return undefined;
      throw new Error(`Sidetone's stand-in runtime does not offer ${name}.${member}`);
    },
  });
}
