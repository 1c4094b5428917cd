import type { Place } from '@sevenstep/rule-engine'
import { membersOf, type PlacedFlow } from '../../checks/placed-flow.ts'
import { type CheckContext, defineRuleFamily } from '../../checks/rule-family.ts'
import type { SolutionPackage } from '../../model/flow-package.ts'
import type { PackageXml } from '../../model/package-file.ts'
import { plainId } from '../../read/read-solution-manifest.ts'
import { attributeOf, childOf, childrenOf, type XmlElement } from '../../xml/xml-element.ts'

/** `type` of a root component that is a workflow. */
const workflowType = '29'
const contentTypes = '[Content_Types].xml'

/** Whether what a solution lists, holds and refers to is the same. */
export const solutionContents = defineRuleFamily({
  id: 'solution-contents',
  group: 'Package',
  rules: {
    'solution-content-types': {
      title: 'The solution has its list of content types.',
      setting: 'error',
      sources: ['public-packages'],
      messages: {
        found: {
          what: 'There is no [Content_Types].xml at the top of the solution.',
          why: 'Import refuses a zip without it: it asks for solution.xml, customizations.xml and [Content_Types].xml.',
          fix: 'Export the solution again, and do not zip a part of it by hand.',
        },
      },
    },
    'solution-root-components': {
      title: 'Workflows that the solution lists are in it.',
      setting: 'error',
      sources: ['public-packages'],
      messages: {
        found: {
          what: 'The solution lists the workflow {id}, which "customizations.xml" does not hold.',
          why: 'Import stops at a root component that is not there.',
          fix: 'Export the solution again, or take the component out of its list.',
        },
      },
    },
    'solution-connection-declared': {
      title: 'Connection references that flows use are in the solution.',
      setting: 'error',
      sources: ['public-packages'],
      deviation: 'One that the target has already would do, too; where another solution is asked for it is a warning.',
      severityByMessage: { elsewhere: 'warning' },
      messages: {
        found: {
          what: 'The flow uses the connection reference "{name}", which the solution does not hold.',
          why: 'Without it the flow cannot be switched on at the customer’s.',
          fix: 'Add the connection reference to the solution and export it again.',
        },
        elsewhere: {
          what: 'The flow uses the connection reference "{name}", which the solution does not hold.',
          why: 'The flow cannot be switched on unless another solution brings it.',
          fix: 'Add it to the solution, or say which solution has to be imported before.',
        },
      },
    },
    'solution-connection-connector': {
      title: 'A connection reference is of the connector that flows use it for.',
      setting: 'error',
      sources: ['public-packages'],
      messages: {
        found: {
          what: 'The connection reference "{name}" is of {declared}; the flow uses it for {used}.',
          why: 'The connection that the customer chooses does not fit the calls.',
          fix: 'Choose the connection reference again in the designer, and export the solution again.',
        },
      },
    },
    'solution-connection-bound': {
      title: 'Flows of a solution use connection references, not connections.',
      setting: 'warning',
      sources: ['public-packages'],
      messages: {
        found: {
          what: 'The flow uses a connection of the environment it was made in, and no connection reference.',
          why: 'Import cannot ask for it: the flow stays off until somebody edits it at each customer’s.',
          fix: 'Let the flow use a connection reference (the flow checker offers it), and export the solution again.',
        },
      },
    },
    'solution-variable-declared': {
      title: 'Environment variables that flows use are in the solution.',
      setting: 'warning',
      sources: ['environment-variables'],
      messages: {
        found: {
          what: 'The flow uses the environment variable "{name}", which the solution does not define.',
          why: 'Where nothing else brings it, the flow cannot be switched on.',
          fix: 'Add the variable to the solution, or say which solution has to be imported before.',
        },
      },
    },
    'solution-dependencies': {
      title: 'What the solution needs beforehand is known.',
      setting: 'info',
      sources: ['public-packages'],
      messages: {
        found: {
          what: 'The solution needs {component}{solution}.',
          why: 'Import is refused where it is not there.',
          fix: 'Say so in what you hand to customers, or put it into this solution.',
        },
      },
    },
  },
  check(context) {
    const { package: read, flows } = context.subject
    if (read.kind !== 'solution') return
    const isWhole = read.lost.length === 0
    if (read.layout === 'packed' && isWhole) checkContentTypes(read, context)
    checkRootComponents(read, context)
    checkDependencies(read, context)
    for (const flow of flows) {
      // A fault in the file is reported, and hides what stands behind it.
      if (read.customizations?.xml.fault === undefined) checkConnections(flow, read, context)
      if (isWhole) checkVariables(flow, read, context)
    }
  },
})

function checkContentTypes({ files, name }: SolutionPackage, { report }: CheckContext): void {
  if (files.some(({ path }) => path.toLowerCase() === contentTypes.toLowerCase())) return
  report('solution-content-types', { path: name })
}

function placeOf({ path, text }: PackageXml, { start, contentStart }: XmlElement): Place {
  return { file: { path, text }, start, end: contentStart }
}

function checkRootComponents(read: SolutionPackage, { report }: CheckContext): void {
  const { layout, customizations, manifest } = read
  if (layout !== 'packed' || customizations === undefined || customizations.xml.fault !== undefined) return
  const held = new Set(
    childrenOf(childOf(customizations.xml.root, 'Workflows'), 'Workflow').map((element) =>
      plainId(attributeOf(element, 'WorkflowId') ?? ''),
    ),
  )
  const list = childOf(childOf(manifest.file.xml.root, 'SolutionManifest'), 'RootComponents')
  for (const element of childrenOf(list, 'RootComponent')) {
    const id = plainId(attributeOf(element, 'id') ?? '')
    if (attributeOf(element, 'type') !== workflowType || id === '' || held.has(id)) continue
    report('solution-root-components', placeOf(manifest.file, element), { data: { id } })
  }
}

/** Solutions that come with Dataverse itself, with or without their version. */
const everywhere = /^(?:system|active|msdynce_\w+)(?: \(|$)/i

/** One finding for each solution that is needed: a solution may list hundreds of components of one. */
function checkDependencies({ manifest }: SolutionPackage, { report }: CheckContext): void {
  const list = childOf(childOf(manifest.file.xml.root, 'SolutionManifest'), 'MissingDependencies')
  const needed = new Map<string, { readonly element: XmlElement; readonly components: Set<string> }>()
  for (const element of childrenOf(list, 'MissingDependency')) {
    const required = childOf(element, 'Required')
    const solution = attributeOf(required, 'solution') ?? ''
    if (everywhere.test(solution)) continue
    const component = attributeOf(required, 'displayName') ?? attributeOf(required, 'schemaName') ?? ''
    const known = needed.get(solution)
    if (known === undefined) needed.set(solution, { element, components: new Set([component]) })
    else known.components.add(component)
  }
  for (const [solution, { element, components }] of needed) {
    const [first = '', ...others] = components
    const more = others.length === 0 ? '' : ` and ${others.length} more`
    const data = { component: `"${first}"${more}`, solution: solution === '' ? '' : ` of ${solution}` }
    report('solution-dependencies', placeOf(manifest.file, element), { data })
  }
}

function checkConnections({ flow }: PlacedFlow, read: SolutionPackage, { report }: CheckContext): void {
  if (read.customizations === undefined) return
  const declared = new Map(read.connectionReferences.map((one) => [one.logicalName.toLowerCase(), one]))
  for (const { key, form, logicalName, connectionName, apiName } of flow.connectionReferences) {
    const node = flow.file.json.root?.find('properties', 'connectionReferences', key)
    if (node === undefined || form !== 'solution') continue
    const connection = node.member('connection')
    if (logicalName === undefined) {
      const named = connection?.member('name') ?? connection ?? node
      if (connectionName !== undefined) report('solution-connection-bound', named)
      continue
    }
    const at = connection?.member('connectionReferenceLogicalName') ?? node
    const reference = declared.get(logicalName.toLowerCase())
    if (reference === undefined) {
      const message = read.manifest.missingDependencies.length > 0 ? 'elsewhere' : 'found'
      report('solution-connection-declared', at, { message, data: { name: logicalName } })
    } else if (apiName !== undefined && reference.apiName !== '' && !sameConnector(apiName, reference.apiName)) {
      const data = { name: logicalName, declared: reference.apiName, used: apiName }
      report('solution-connection-connector', at, { data })
    }
  }
}

/** Names of custom connectors end with ids of their environment, which import replaces. */
function sameConnector(one: string, other: string): boolean {
  const plain = (name: string) => name.toLowerCase().split(/-5f[0-9a-f]{16}/, 1)[0]
  return plain(one) === plain(other)
}

function checkVariables({ definition }: PlacedFlow, read: SolutionPackage, { report }: CheckContext): void {
  const declared = new Set(read.environmentVariables.map(({ schemaName }) => schemaName.toLowerCase()))
  for (const parameter of membersOf(definition?.member('parameters'))) {
    const schemaName = parameter.find('metadata', 'schemaName')
    if (typeof schemaName?.value !== 'string' || schemaName.value === '') continue
    if (declared.has(schemaName.value.toLowerCase())) continue
    report('solution-variable-declared', schemaName, { data: { name: schemaName.value } })
  }
}
