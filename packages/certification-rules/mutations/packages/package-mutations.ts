import type { PlantedDefect } from '../mutation.ts'
import { choose } from '../seeded-random.ts'
import { type ArchiveFolder, entryAt, folderOf, type PackageMutation } from './package-tree.ts'

const inner = 'ContosoHarbour.zip'
const connector = 'ContosoHarbourConnector.zip'
const flow = 'ContosoHarbourFlow.zip'
const plugin = 'ContosoHarbourPlugin.zip'
const nesting = 'seven-steps I: wrong package nesting and names; H 1.20'

/** Packages nested, named or filled in the wrong way. */
export const packageMutations: readonly PackageMutation[] = [
  change('package-without-intro', ['package-root-layout', 'file-intro-required-verified'], (tree) =>
    remove(tree, 'intro.md'),
  ),
  change(
    'package-with-two-markdown-files',
    ['package-root-layout'],
    (tree) => add(tree, 'readme.md', '# Contoso Harbour\n'),
    '.',
  ),
  change('package-without-inner-archive', ['package-root-layout'], (tree) => remove(tree, inner)),
  change(
    'package-with-two-inner-archives',
    ['package-root-layout'],
    (tree) => add(tree, 'Second.zip', { archive: { PkgAssets: {} } }),
    '.',
  ),
  change('package-with-folder-at-root', ['package-root-layout'], (tree) =>
    add(tree, 'documents', { 'notes.md': 'Notes\n' }),
  ),
  change('package-all-inside-one-folder', ['package-root-layout'], (tree) => {
    const all = { ...tree }
    for (const name of Object.keys(all)) delete tree[name]
    return add(tree, 'ContosoHarbour', all)
  }),
  change('inner-archive-without-folder', ['package-inner-folder'], (tree) => {
    const archive = folderOf(entryAt(tree, inner))
    const assets = folderOf(entryAt(tree, inner, 'PkgAssets'))
    if (archive === undefined || assets === undefined) return undefined
    delete archive.PkgAssets
    Object.assign(archive, assets)
    return inner
  }),
  change('inner-archive-with-two-folders', ['package-inner-folder'], (tree) =>
    add(folderOf(entryAt(tree, inner)), 'Other', { 'notes.txt': 'Notes\n' }, inner),
  ),
  change('one-solution-missing', ['package-solution-count', 'package-flow-solution'], (tree) =>
    remove(folderOf(entryAt(tree, inner, 'PkgAssets')), flow, `${inner}/PkgAssets`),
  ),
  change(
    'one-solution-too-many',
    ['package-solution-count', 'package-plugin-solution'],
    (tree) => {
      const copy = structuredClone(entryAt(tree, inner, 'PkgAssets', connector))
      return copy === undefined || entryAt(tree, inner, 'PkgAssets', plugin) !== undefined
        ? undefined
        : add(folderOf(entryAt(tree, inner, 'PkgAssets')), 'Copy.zip', copy, `${inner}/PkgAssets`)
    },
    inner,
  ),
  change('solutions-in-a-folder-below', ['package-solution-count'], (tree) =>
    add(folderOf(entryAt(tree, inner, 'PkgAssets')), 'old', { 'notes.txt': 'Notes\n' }, `${inner}/PkgAssets`),
  ),
  ...['[Content_Types].xml', 'customizations.xml', 'solution.xml'].map((name) =>
    change(
      `solution-without-${name
        .replace(/[^a-z]+/gi, '-')
        .replace(/^-/, '')
        .toLowerCase()}`,
      ['package-solution-files'],
      (tree, random) => {
        const solution = choose(random, Object.keys(folderOf(entryAt(tree, inner, 'PkgAssets')) ?? {})) ?? ''
        return remove(folderOf(entryAt(tree, inner, 'PkgAssets', solution)), name, `${inner}/PkgAssets/${solution}`)
      },
    ),
  ),
  change(
    'connector-solution-without-node',
    ['package-connector-solution'],
    (tree) => rewrite(tree, connector, '<Connectors><Connector /></Connectors>'),
    inner,
  ),
  change('connector-solution-without-folder', ['package-connector-solution'], (tree) =>
    remove(folderOf(entryAt(tree, inner, 'PkgAssets', connector)), 'Connector', `${inner}/PkgAssets/${connector}`),
  ),
  change(
    'flow-solution-without-node',
    ['package-flow-solution'],
    (tree) => rewrite(tree, flow, '<Workflows><Workflow /></Workflows>'),
    inner,
  ),
  change('flow-solution-without-folder', ['package-flow-solution'], (tree) =>
    remove(folderOf(entryAt(tree, inner, 'PkgAssets', flow)), 'Workflows', `${inner}/PkgAssets/${flow}`),
  ),
  change('plugin-solution-without-operations', ['package-plugin-solution'], (tree) =>
    remove(folderOf(entryAt(tree, inner, 'PkgAssets', plugin)), 'aipluginoperations', `${inner}/PkgAssets/${plugin}`),
  ),
  change(
    'plugin-solution-without-node',
    ['package-plugin-solution'],
    (tree) => rewrite(tree, plugin, '<aicopilot_aiplugins><aicopilot_aiplugin /></aicopilot_aiplugins>'),
    `${inner}/PkgAssets/${plugin}`,
  ),
  change(
    'package-packed-on-a-mac',
    ['package-zip-macos', 'package-root-layout'],
    (tree) => add(tree, '__MACOSX', { '._intro.md': 'Mac\n' }),
    '.',
  ),
  change(
    'package-with-finder-file',
    ['package-zip-macos', 'package-inner-folder'],
    (tree) => add(folderOf(entryAt(tree, inner)), '.DS_Store', 'Mac\n', inner),
    inner,
  ),
]

/**
 * The answer of `edit` is the path at fault; undefined when the package offers no place. `holder` is the archive around
 * it, where that would be named as rightly: when only its contents taken together are wrong.
 */
function change(
  id: string,
  expects: readonly string[],
  edit: (tree: ArchiveFolder, random: () => number) => string | undefined,
  holder?: string,
): PackageMutation {
  return {
    id,
    expects,
    source: nesting,
    plant: (tree, random): PlantedDefect | undefined => {
      const name = edit(tree, random)
      if (name === undefined) return undefined
      return { file: 'folder', name, ...(holder !== undefined && { alternatives: [{ file: 'folder', name: holder }] }) }
    },
  }
}

/** For something missing, the folder or archive that lacks it is at fault; `.` is the package itself. */
function remove(folder: ArchiveFolder | undefined, name: string, path = '.'): string | undefined {
  if (folder === undefined || !Object.hasOwn(folder, name)) return undefined
  delete folder[name]
  return path
}

function add(
  folder: ArchiveFolder | undefined,
  name: string,
  entry: ArchiveFolder[string],
  path = '',
): string | undefined {
  if (folder === undefined || Object.hasOwn(folder, name)) return undefined
  folder[name] = entry
  return path === '' ? name : `${path}/${name}`
}

/** Takes a node out of what a solution says it contains. */
function rewrite(tree: ArchiveFolder, solution: string, nodes: string): string | undefined {
  const folder = folderOf(entryAt(tree, inner, 'PkgAssets', solution))
  const customizations = folder?.['customizations.xml']
  if (folder === undefined || typeof customizations !== 'string' || !customizations.includes(nodes)) return undefined
  folder['customizations.xml'] = customizations.replace(nodes, '')
  return `${inner}/PkgAssets/${solution}/customizations.xml`
}
