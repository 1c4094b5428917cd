import { builtinModules } from 'node:module'
import type { Plugin } from 'rolldown'

const bareNames = new Set(builtinModules.filter((name) => /^[a-z]+$/.test(name)))

/** Prefixes of modules that are made here: for an import, and for a `require`, which wants the module itself. */
const imported = '\0builtin:'
const required = '\0required-builtin:'

/**
 * Takes Node's own modules from `process.getBuiltinModule` instead of importing them. An import of one reads every
 * export it has, which starts parts nobody asked for (`fs.promises`, `process.report`), a third of a cold start.
 */
export const builtins: Plugin = {
  name: 'builtins',
  resolveId(id, importer = '', { kind }) {
    // The bundler's own few lines are part of every chunk and stand before everything.
    if (importer.includes('rolldown/runtime')) return undefined
    // CommonJS takes them mostly without a prefix.
    const name = bareNames.has(id) ? `node:${id}` : id.startsWith('node:') ? id : undefined
    if (name === undefined) return undefined
    // The command line library only needs processes for subcommands in files of their own, which there are none of.
    if (name === 'node:child_process' && /[\\/]commander[\\/]/.test(importer)) return `${imported}${name}?lazy`
    return `${kind === 'require-call' ? required : imported}${name}`
  },
  load(id) {
    if (id.startsWith(required)) {
      return `module.exports = process.getBuiltinModule(${JSON.stringify(id.slice(required.length))})`
    }
    if (!id.startsWith(imported)) return undefined
    const [name = '', isLazy] = id.slice(imported.length).split('?')
    return isLazy === undefined ? moduleText(name) : lazyModuleText(name)
  },
}

function moduleText(name: string): string {
  const names = Object.keys(process.getBuiltinModule(name) ?? {}).filter((one) => /^[a-z]\w*$/i.test(one))
  return [
    // No export of Node's begins with a dollar sign, so these two names meet none of them.
    `const $module = process.getBuiltinModule(${JSON.stringify(name)})`,
    'const $take = (name) => $module[name]',
    'export default $module',
    // Marked pure, so that what nobody imports is dropped and never asked for.
    ...names.map((one) => `export const ${one} = /* @__PURE__ */ $take(${JSON.stringify(one)})`),
  ].join('\n')
}

function lazyModuleText(name: string): string {
  return `export default new Proxy({}, { get: (_, key) => process.getBuiltinModule(${JSON.stringify(name)})[key] })`
}
