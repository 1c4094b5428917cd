import type { PackageContents } from '../../engine/package-contents.ts'
import { type CheckContext, defineRuleFamily } from '../../engine/rule-family.ts'
import { assetsOf, innerPackageOf, type PackagedSolution, solutionsIn } from './package-parts.ts'

const solutionFiles = ['[Content_Types].xml', 'customizations.xml', 'solution.xml']
const pluginFolders = ['Connector', 'aiplugins', 'aipluginoperations']
const refused = 'Microsoft’s package script stops here and names no file.'

/** What the solutions of a certification package hold. */
export const packageSolutions = defineRuleFamily({
  id: 'package-solutions',
  rules: {
    'package-solution-files': {
      title: 'Every solution holds the three files a solution consists of.',
      messages: {
        found: {
          what: 'The solution "{solution}" has no {file} at its root.',
          why: `Without it the archive is no solution and cannot be imported. ${refused}`,
          fix: 'Export the solution again and put the zip in as it comes, without unpacking it.',
        },
      },
    },
    'package-connector-solution': {
      title: 'One solution holds the connector and nothing else.',
      messages: {
        found: {
          what: 'No solution of the package holds the connector alone.',
          why: `The connector is taken from the solution without flows and plug-ins. ${refused}`,
          fix: 'Make a solution with the connector alone, export it unmanaged, and put it into PkgAssets.',
        },
        folder: {
          what: 'The solution "{solution}" names a connector but has no folder Connector.',
          why: `The connector’s files are missing. ${refused}`,
          fix: 'Export the solution again and put the zip in as it comes.',
        },
      },
    },
    'package-flow-solution': {
      title: 'One solution holds the connector and a flow that uses it.',
      messages: {
        found: {
          what: 'No solution of the package holds both the connector and a flow.',
          why: `Reviewers try the connector out with the flow you hand in. ${refused}`,
          fix: 'Make a solution with the connector and a flow that uses it, export it, and put it into PkgAssets.',
        },
        folder: {
          what: 'The solution "{solution}" names a connector and a flow but has no folder {folder}.',
          why: `The files of the flow or of the connector are missing. ${refused}`,
          fix: 'Export the solution again and put the zip in as it comes.',
        },
      },
    },
    'package-plugin-solution': {
      title: 'With a plug-in, one solution holds the connector and the plug-in.',
      messages: {
        found: {
          what: 'There are {count} solutions, as for a plug-in, but none holds both the connector and a plug-in.',
          why: `A third solution is only there for the plug-in. ${refused}`,
          fix: 'Put the solution with the connector and the plug-in in, or leave the third solution out.',
        },
        folder: {
          what: 'The solution "{solution}" holds a plug-in but has no folder {folder}.',
          why: `Part of the plug-in is missing. ${refused}`,
          fix: 'Add connector, plug-in and its operations to the solution and export it again.',
        },
        node: {
          what: 'The solution "{solution}" has folders of a plug-in but names none.',
          why: `What customizations.xml does not name is not imported. ${refused}`,
          fix: 'Add the plug-in to the solution and export it again.',
        },
        connector: {
          what: 'The solution "{solution}" holds a plug-in without the connector it belongs to.',
          why: `A plug-in works through the operations of its connector. ${refused}`,
          fix: 'Add the connector to the solution and export it again.',
        },
      },
    },
  },
  check(context) {
    return {
      package(contents) {
        const inner = innerPackageOf(contents)
        const assets = inner && assetsOf(inner)
        if (inner === undefined || assets === undefined) {
          skip(context, 'No folder with solutions was found in the archive.')
          return
        }
        checkSolutions(context, inner, solutionsIn(inner, assets))
      },
    }
  },
})

function skip(context: CheckContext, reason: string): void {
  for (const rule of Object.keys(packageSolutions.rules)) context.notChecked(rule, reason)
}

function checkSolutions(context: CheckContext, inner: PackageContents, all: readonly PackagedSolution[]): void {
  const solutions = all.filter((solution) => solution.isReadable)
  for (const solution of solutions) checkFiles(context, solution)
  if (solutions.length < all.length) {
    skip(context, 'A solution of the package could not be opened.')
    return
  }
  checkConnectorSolution(context, inner, solutions)
  checkFlowSolution(context, inner, solutions)
  checkPluginSolution(context, inner, solutions)
}

function checkFiles({ report }: CheckContext, { archive, files }: PackagedSolution): void {
  for (const file of solutionFiles) {
    if (files.has(file.toLowerCase())) continue
    report('package-solution-files', { path: archive.name }, { data: { solution: archive.path, file } })
  }
}

function checkConnectorSolution(
  { report }: CheckContext,
  inner: PackageContents,
  solutions: readonly PackagedSolution[],
): void {
  const candidates = solutions.filter((one) => one.hasConnectorNode && !one.hasWorkflowNode && !one.hasPlugin)
  const [first] = candidates
  if (first === undefined) report('package-connector-solution', { path: inner.name })
  else if (!candidates.some((one) => one.folders.has('connector'))) {
    const { name, path } = first.archive
    report('package-connector-solution', { path: name }, { message: 'folder', data: { solution: path } })
  }
}

function checkFlowSolution(
  { report }: CheckContext,
  inner: PackageContents,
  solutions: readonly PackagedSolution[],
): void {
  const candidates = solutions.filter((one) => one.hasConnectorNode && one.hasWorkflowNode)
  const missing = (one: PackagedSolution): string | undefined =>
    ['Connector', 'Workflows'].find((folder) => !one.folders.has(folder.toLowerCase()))
  const [first] = candidates
  if (first === undefined) report('package-flow-solution', { path: inner.name })
  else if (candidates.every((one) => missing(one) !== undefined)) {
    const data = { solution: first.archive.path, folder: missing(first) ?? '' }
    report('package-flow-solution', { path: first.archive.name }, { message: 'folder', data })
  }
}

function checkPluginSolution(
  { report }: CheckContext,
  inner: PackageContents,
  solutions: readonly PackagedSolution[],
): void {
  const candidates = solutions.filter((one) => one.hasPlugin)
  if (candidates.length === 0) {
    const count = solutions.length
    if (count === 3) report('package-plugin-solution', { path: inner.name }, { data: { count } })
    return
  }
  for (const { archive, hasConnectorNode, hasPluginNode, folders } of candidates) {
    const place = { path: archive.name }
    if (!hasConnectorNode) {
      report('package-plugin-solution', place, { message: 'connector', data: { solution: archive.path } })
    }
    if (!hasPluginNode) report('package-plugin-solution', place, { message: 'node', data: { solution: archive.path } })
    for (const folder of pluginFolders) {
      if (folders.has(folder.toLowerCase()) || (folder === 'Connector' && !hasConnectorNode)) continue
      report('package-plugin-solution', place, { message: 'folder', data: { solution: archive.path, folder } })
    }
  }
}
