import type { PackageContents, PackageEntry } from '../../engine/package-contents.ts'
import { type CheckContext, defineRuleFamily } from '../../engine/rule-family.ts'
import { assetsOf, innerPackageOf, isOutermost, solutionsIn } from './package-parts.ts'

const refused = 'Microsoft’s package script stops here and names no file.'
const noMend = 'no mend: an archive is built anew, not edited'

/** How a certification package is put together: the outer archive, the package in it, and its folder of solutions. */
export const packageLayout = defineRuleFamily({
  id: 'package-layout',
  rules: {
    'package-root-layout': {
      title: 'The archive holds exactly one Markdown file and one package, and no folder.',
      deviation: noMend,
      messages: {
        introductions: {
          what: 'The archive holds {count} Markdown files; it has to be exactly one, intro.md.',
          why: refused,
          fix: 'Put intro.md beside the package, and no other Markdown file.',
        },
        packages: {
          what: 'The archive holds {count} zip files; it has to be exactly one, the package.',
          why: refused,
          fix: 'Put the zip that holds the folder PkgAssets beside intro.md, and no other zip.',
        },
        folder: {
          what: 'The archive holds the folder "{folder}".',
          why: refused,
          fix: 'Put intro.md and the package at the root: mark the two files when you make the archive, not their folder.',
        },
        inner: {
          what: 'This is the package alone: the archive around it, with intro.md, is missing.',
          why: 'What is handed in is a zip with two files: the introduction and this package.',
          fix: 'Put this zip and intro.md into another zip.',
        },
        solution: {
          what: 'This is a solution, not a package.',
          why: 'What is handed in is a zip with intro.md and a package, and the package holds the solutions.',
          fix: 'Put the solutions into a folder PkgAssets, zip that, and zip the result together with intro.md.',
        },
      },
    },
    'package-inner-folder': {
      title: 'The package holds exactly one folder, PkgAssets.',
      deviation: `${noMend}; the name of the folder is compared as well`,
      messages: {
        found: {
          what: 'The package "{package}" holds {count} folders; it has to be exactly one, PkgAssets.',
          why: refused,
          fix: 'Put one folder PkgAssets with the solutions into the package.',
        },
        name: {
          what: 'The folder in the package "{package}" is called "{folder}" instead of "PkgAssets".',
          why: 'The solutions are looked for in PkgAssets.',
          fix: 'Rename the folder to PkgAssets and make the package again.',
        },
      },
    },
    'package-solution-count': {
      title: 'PkgAssets holds two solutions, or three with a plug-in, and no folder.',
      deviation: noMend,
      messages: {
        found: {
          what: 'The folder "{folder}" holds {count} solutions; it has to be {expected}.',
          why: refused,
          fix: 'Export one solution with the connector alone and one with the connector and a flow; a plug-in needs a third.',
        },
        folder: {
          what: 'The folder "{folder}" holds another folder, "{inner}".',
          why: refused,
          fix: 'Put the solutions right into PkgAssets.',
        },
      },
    },
    'package-zip-macos': {
      title: 'The archives hold nothing an operating system left behind.',
      deviation: noMend,
      messages: {
        found: {
          what: 'The archive holds {count} entries of an operating system, "{entry}" among them.',
          why: 'They count as files and folders of the package, and the package script stumbles over them.',
          fix: 'Make the archive with a tool that leaves them out, on macOS with: zip -r -X package.zip . -x "__MACOSX/*" "*.DS_Store".',
        },
      },
    },
  },
  check(context) {
    return {
      package(contents) {
        checkJunk(context, contents, 0)
        if (isOutermost(contents)) checkRoot(context, contents)
        else reportWhatItIs(context, contents)
        const inner = innerPackageOf(contents)
        if (inner !== undefined) checkInner(context, inner)
        else if (contents.solution === undefined) {
          context.notChecked('package-inner-folder', 'No package was found in the archive.')
          context.notChecked('package-solution-count', 'No package was found in the archive.')
        }
      },
    }
  },
})

/** A lone solution or inner package is nothing wrong unless it is meant to be handed in. */
function reportWhatItIs({ report, target }: CheckContext, { name, solution }: PackageContents): void {
  if (target !== 'package') return
  report('package-root-layout', { path: name }, { message: solution === undefined ? 'inner' : 'solution' })
}

function checkRoot({ report }: CheckContext, { name, entries }: PackageContents): void {
  const place = { path: name }
  const files = entries.filter(
    ({ isFolder, isPlatformJunk, path }) => !isFolder && !isPlatformJunk && !path.includes('/'),
  )
  const folders = rootFolders(entries)
  for (const folder of folders) {
    report('package-root-layout', { path: within(name, folder) }, { message: 'folder', data: { folder } })
  }
  const count = (ending: RegExp): number => files.filter(({ path }) => ending.test(path)).length
  const introductions = count(/\.md$/i)
  const packages = count(/\.zip$/i)
  // Where everything stands in a folder, that one sentence says it.
  if (folders.length > 0 && introductions + packages === 0) return
  if (introductions !== 1)
    report('package-root-layout', place, { message: 'introductions', data: { count: introductions } })
  if (packages !== 1) report('package-root-layout', place, { message: 'packages', data: { count: packages } })
}

function checkInner({ report }: CheckContext, inner: PackageContents): void {
  const place = { path: inner.name }
  const folders = rootFolders(inner.entries)
  const [folder] = folders
  const data = { package: inner.name }
  if (folder === undefined || folders.length > 1) {
    const isOne = folders.some(isAssets)
    const surplus = isOne ? folders.find((one) => !isAssets(one)) : undefined
    const at = surplus === undefined ? place : { path: within(inner.name, surplus) }
    report('package-inner-folder', at, { data: { ...data, count: folders.length } })
  } else if (!isAssets(folder)) {
    const at = { path: within(inner.name, folder) }
    report('package-inner-folder', at, { message: 'name', data: { ...data, folder } })
  }
  const assets = assetsOf(inner)
  if (assets === undefined) return
  const solutions = solutionsIn(inner, assets)
  const withPlugin = solutions.some((one) => one.hasPlugin)
  const fits = solutions.length === 3 || (solutions.length === 2 && !withPlugin)
  if (!fits) {
    const expected = withPlugin ? 'three, because one holds a plug-in' : 'two, or three with a plug-in'
    const at = { path: within(inner.name, assets) }
    report('package-solution-count', at, { data: { folder: assets, count: solutions.length, expected } })
  }
  const below = inner.entries
    .filter(({ path, isPlatformJunk }) => !isPlatformJunk && path.startsWith(`${assets}/`))
    .map(({ path, ...entry }) => ({ ...entry, path: path.slice(assets.length + 1) }))
  for (const folderWithin of rootFolders(below)) {
    const at = { path: within(inner.name, `${assets}/${folderWithin}`) }
    report('package-solution-count', at, { message: 'folder', data: { folder: assets, inner: folderWithin } })
  }
}

function checkJunk(context: CheckContext, contents: PackageContents, depth: number): void {
  const junk = contents.entries.filter((entry) => entry.isPlatformJunk)
  const [first] = junk
  if (first !== undefined) {
    const data = { count: junk.length, entry: first.path }
    context.report('package-zip-macos', { path: contents.name }, { data })
  }
  if (depth < 8) for (const archive of contents.archives) checkJunk(context, archive, depth + 1)
}

/** A path in an archive, written as the archives within are. */
function within(archive: string, path: string): string {
  return `${archive}!${path}`
}

function isAssets(folder: string): boolean {
  return folder.toLowerCase() === 'pkgassets'
}

/** Folders at the root, also those that only show as part of a longer path. */
function rootFolders(entries: readonly PackageEntry[]): readonly string[] {
  const folders = new Set<string>()
  for (const { path, isFolder, isPlatformJunk } of entries) {
    const slash = path.indexOf('/')
    if (isPlatformJunk) continue
    if (slash > 0) folders.add(path.slice(0, slash))
    else if (isFolder) folders.add(path)
  }
  return [...folders].sort()
}
