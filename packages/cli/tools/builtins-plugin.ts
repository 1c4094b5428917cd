import { builtinModules } from 'node:module'
import type { Plugin } from 'esbuild'

const bareNames = new RegExp(`^(?:${builtinModules.filter((name) => /^[a-z]+$/.test(name)).join('|')})$`)

/**
 * Takes Node's own modules from `process.getBuiltinModule` instead of importing them. An import of one reads every
 * export it has, which starts parts nobody asked for (`fs.promises`, `process.report`), a third of a cold start.
 */
export const builtins: Plugin = {
  name: 'builtins',
  setup({ onResolve, onLoad }) {
    onResolve({ filter: /^node:/ }, ({ path, importer, kind }) => {
      // The command line library only needs processes for subcommands in files of their own, which there are none of.
      const isLazy = path === 'node:child_process' && /[\\/]commander[\\/]/.test(importer)
      if (kind === 'require-call' && !isLazy) return { path, namespace: 'required-builtins' }
      return { path: isLazy ? `${path}?lazy` : path, namespace: 'builtins' }
    })
    // CommonJS takes them by `require`, which an ES module does not have, mostly without a prefix; it wants the module itself.
    onResolve({ filter: bareNames }, ({ path, kind }) =>
      kind === 'require-call'
        ? { path, namespace: 'required-builtins' }
        : { path: `node:${path}`, namespace: 'builtins' },
    )
    onLoad({ filter: /.*/, namespace: 'required-builtins' }, ({ path }) => ({
      contents: `module.exports = process.getBuiltinModule(${JSON.stringify(path)})`,
      loader: 'js',
    }))
    onLoad({ filter: /.*/, namespace: 'builtins' }, ({ path }) => {
      const [name = '', isLazy] = path.split('?')
      return { contents: isLazy === undefined ? moduleText(name) : lazyModuleText(name), loader: 'js' }
    })
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
