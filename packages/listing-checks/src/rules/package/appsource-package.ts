import type { CheckContext } from '../../engine/rule-family.ts'
import { defineRuleFamily } from '../../engine/rule-family.ts'
import type { OfferPackage } from '../../package/offer-package.ts'
import { readXml } from '../../package/read-xml.ts'
import { textAt } from '../fields.ts'
import { notForSaas } from './package-place.ts'

/** Rules that look into the package. */
const ofContents = [
  'appsource-package-readable',
  'appsource-package-nested',
  'appsource-package-files',
  'appsource-content-types',
  'appsource-solution-managed',
]

/** The archive with which an offer on Dataverse is installed. */
export const appsourcePackage = defineRuleFamily({
  id: 'appsource-package',
  group: 'Package',
  rules: {
    'appsource-package-present': {
      title: 'An offer on Dataverse has its package.',
      setting: 'error',
      exceptions: notForSaas,
      sources: ['dataverse-technical', 'appsource-package'],
      messages: {
        found: {
          what: 'The offer names no package.',
          why: 'It is what customers install.',
          fix: 'Put the AppSource package into the folder, and name it under "package.file".',
        },
      },
    },
    'appsource-package-readable': {
      title: 'The package and the archives in it can be unpacked.',
      setting: 'error',
      exceptions: notForSaas,
      sources: ['appsource-package'],
      messages: {
        found: { what: '{what}', why: '{why}', fix: '{fix}' },
        more: {
          what: 'The package has {count} more problems of this kind.',
          why: 'What cannot be read cannot be installed either.',
          fix: 'Pack the package anew from its files.',
        },
        solution: {
          what: 'The solution "{solution}" cannot be read. {fault}',
          why: 'It cannot be installed either.',
          fix: 'Export it again, and pack it as it was exported.',
        },
      },
    },
    'appsource-package-nested': {
      title: 'The files of the package lie at its root.',
      setting: 'error',
      exceptions: notForSaas,
      sources: ['appsource-package'],
      messages: {
        found: {
          what: 'All files of the package lie in a folder "{folder}".',
          why: 'They are looked for at the root; a folder too many is a frequent reason for refusal.',
          fix: 'Select the files themselves when you pack, not the folder they are in.',
        },
      },
    },
    'appsource-package-files': {
      title: 'The package has its five parts, under their names.',
      setting: 'error',
      exceptions: notForSaas,
      sources: ['appsource-package'],
      messages: {
        missing: {
          what: 'The package has no "{name}".',
          why: 'It is one of the parts that are looked for by name.',
          fix: 'Add it at the root of the package.',
        },
        name: {
          what: 'The package has "{found}" instead of "{name}".',
          why: 'Names are compared letter by letter.',
          fix: 'Rename it to "{name}".',
        },
        icon: {
          what: 'The package has no icon.',
          why: 'A PNG or JPG of 32×32 belongs to it.',
          fix: 'Add one at the root of the package, and name it in input.xml.',
        },
        terms: {
          what: 'The package has no licence terms.',
          why: 'An HTML file with them belongs to it.',
          fix: 'Add one at the root of the package, and name it in input.xml.',
        },
        inner: {
          what: 'package.zip has no "[Content_Types].xml".',
          why: 'The Package Deployer opens package.zip by it; the one of the outer archive does not count.',
          fix: 'Add it at the root of package.zip.',
        },
        assembly: {
          what: 'package.zip has no assembly (.dll).',
          why: 'The Package Deployer finds the package by it, even where it holds no code of your own.',
          fix: 'Build the package with "pac package init" and "dotnet publish", and pack the assembly beside the package folder.',
        },
      },
    },
    'appsource-content-types': {
      title: '[Content_Types].xml names the kind of every file of the package.',
      setting: 'error',
      exceptions: notForSaas,
      sources: ['appsource-package'],
      messages: {
        found: {
          what: '"[Content_Types].xml" does not name the kind of files that end in ".{extension}".',
          why: 'Such files are not taken out of the package.',
          fix: 'Add a Default for the extension "{extension}".',
        },
        broken: {
          what: '"[Content_Types].xml" cannot be read: {fault}.',
          why: 'No file of the package is found without it.',
          fix: 'Write it again; packing with the package tools makes it.',
        },
      },
    },
    'appsource-solution-managed': {
      title: 'The solutions of the package are managed.',
      setting: 'error',
      exceptions: notForSaas,
      sources: ['appsource-package', 'appsource-checklist'],
      messages: {
        found: {
          what: 'The solution "{solution}" is unmanaged.',
          why: 'Unmanaged parts cannot be taken out again, and reviewers remove what they install.',
          fix: 'Export it as managed.',
        },
        none: {
          what: 'The package holds no solution.',
          why: 'There is nothing to install.',
          fix: 'Put the managed solution into the package folder within package.zip.',
        },
        unsaid: {
          what: 'The solution "{solution}" does not say whether it is managed.',
          why: 'Only managed solutions are taken.',
          fix: 'Export it again as managed.',
        },
      },
    },
  },
  check(context) {
    const { subject, profile, report } = context
    const { offer } = subject
    const read = offer.package
    if (read === undefined) {
      // A file that is named and not there is told by another rule.
      if (profile === 'dataverse' && textAt(offer.root, 'package', 'file') === undefined) {
        report('appsource-package-present', offer.root.nearest('package'))
      }
      const handIn = 'Put the AppSource package into the folder, and name it under "package.file".'
      for (const rule of ofContents) context.notChecked(rule, 'There is no package to look into.', handIn)
      return
    }
    const at = { path: read.path }
    const isBroken = judgeArchives(context, read)
    if (isBroken && read.files.size === 0) return
    if (read.nestedIn !== undefined) {
      report('appsource-package-nested', at, { data: { folder: read.nestedIn.slice(0, -1) } })
    } else judgeParts(context, read)
    judgeInnerParts(context, read)
    judgeSolutions(context, read)
  },
})

/** So many problems of archives are told one by one: hostile ones have thousands that say the same. */
const mostProblems = 20

/** Tells what is wrong with the archives themselves; true where anything is. */
function judgeArchives({ report }: CheckContext, read: OfferPackage): boolean {
  const at = { path: read.path }
  const problems = [...read.problems, ...(read.inner?.problems ?? [])].filter(({ effect }) => effect !== 'none')
  for (const { what, why, fix } of problems.slice(0, mostProblems)) {
    report('appsource-package-readable', at, { data: { what, why, fix } })
  }
  const count = problems.length - mostProblems
  if (count > 0) report('appsource-package-readable', at, { message: 'more', data: { count } })
  return problems.length > 0
}

const parts = ['package.zip', '[Content_Types].xml', 'input.xml']

function judgeParts({ report }: CheckContext, read: OfferPackage): void {
  const at = { path: read.path }
  const paths = [...read.files.keys()]
  for (const name of parts) {
    if (read.files.has(name)) continue
    const found = paths.find((path) => (path.split('/').at(-1) ?? '').toLowerCase() === name.toLowerCase())
    if (found === undefined) report('appsource-package-files', at, { message: 'missing', data: { name } })
    else report('appsource-package-files', at, { message: 'name', data: { name, found } })
  }
  if (!paths.some((path) => /^[^/]+\.(png|jpe?g)$/i.test(path))) {
    report('appsource-package-files', at, { message: 'icon' })
  }
  if (!paths.some((path) => /^[^/]+\.html?$/i.test(path))) report('appsource-package-files', at, { message: 'terms' })
  judgeContentTypes(report, read, paths)
}

function judgeInnerParts({ report }: CheckContext, { inner }: OfferPackage): void {
  if (inner === undefined || inner.paths.length === 0) return
  const at = { path: inner.path }
  if (!inner.paths.includes('[Content_Types].xml')) report('appsource-package-files', at, { message: 'inner' })
  if (!inner.paths.some((path) => /^[^/]+\.dll$/i.test(path))) {
    report('appsource-package-files', at, { message: 'assembly' })
  }
}

function judgeContentTypes(report: CheckContext['report'], read: OfferPackage, paths: readonly string[]): void {
  const bytes = read.files.get('[Content_Types].xml')?.bytes
  if (bytes === undefined) return
  const at = { path: read.path }
  const { root, fault } = readXml(new TextDecoder('utf-8').decode(bytes))
  if (fault !== undefined || root === undefined) {
    report('appsource-content-types', at, { message: 'broken', data: { fault: fault?.what ?? 'it is empty' } })
    return
  }
  const named = new Set(root.children.map(({ attributes }) => (attributes.Extension ?? '').toLowerCase()))
  const parts = new Set(root.children.map(({ attributes }) => (attributes.PartName ?? '').replace(/^\//, '')))
  const missing = new Set<string>()
  for (const path of paths) {
    const extension = (/\.([^./]+)$/.exec(path)?.[1] ?? '').toLowerCase()
    if (path !== '[Content_Types].xml' && !named.has(extension) && !parts.has(path)) missing.add(extension)
  }
  for (const extension of missing) report('appsource-content-types', at, { data: { extension } })
}

function judgeSolutions({ report }: CheckContext, read: OfferPackage): void {
  const { inner } = read
  if (inner === undefined) return
  if (inner.solutions.length === 0) report('appsource-solution-managed', { path: inner.path }, { message: 'none' })
  for (const { path, uniqueName, isManaged, fault } of inner.solutions) {
    const at = { path: `${inner.path}/${path}` }
    const solution = uniqueName ?? path
    if (fault !== undefined) {
      report('appsource-package-readable', at, { message: 'solution', data: { solution, fault } })
    } else if (isManaged === undefined) {
      report('appsource-solution-managed', at, { message: 'unsaid', data: { solution } })
    } else if (!isManaged) report('appsource-solution-managed', at, { data: { solution } })
  }
}
