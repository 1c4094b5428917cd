import { operations } from '../json-walk.ts'
import type { MutableConnector } from '../mutable-connector.ts'
import { complaint, type Mutation, mutation, type PlantedDefect, rejection, review } from '../mutation.ts'
import { choose } from '../seeded-random.ts'
import { put, text } from '../spot.ts'
import { exampleIcon } from './icon.ts'

const surplus = review('facts d: no zip or images in the pull request')

/** Files that are missing, misnamed, too large, or do not belong in the folder. */
export const fileComplaints: readonly Mutation[] = [
  ...['connector.zip', 'screenshot.png', 'test run.jpg', 'manual.pdf', 'apiDefinition.swagger.json.bak'].map((name) =>
    mutation(
      `file-${name.toLowerCase().replaceAll(/[ .]/g, '-')}-in-folder`,
      surplus,
      ['file-no-unexpected-files'],
      (connector) => {
        connector.otherFiles.set(name, new Uint8Array([0x50, 0x4b, 5, 6]))
        return { file: 'folder', name }
      },
    ),
  ),
  mutation('file-definition-name-in-lower-case', complaint('issue #948'), ['file-name-case'], (connector) =>
    named(connector, 'definition', 'apidefinition.swagger.json'),
  ),
  mutation('file-properties-name-in-capitals', complaint('issue #948'), ['file-name-case'], (connector) =>
    named(connector, 'properties', 'ApiProperties.json'),
  ),
  mutation('file-definition-missing', complaint('issue #2945'), ['file-definition-required'], (connector) => {
    if (connector.definition === undefined || connector.names.definition !== undefined) return undefined
    delete connector.definition
    return { file: 'folder' }
  }),
  mutation('file-properties-missing', complaint('issue #2945'), ['file-properties-required'], (connector) => {
    if (connector.properties === undefined || connector.names.properties !== undefined) return undefined
    delete connector.properties
    return { file: 'folder' }
  }),
  mutation('file-readme-missing', review('PR #1389'), ['file-readme-required'], (connector) => {
    if (connector.texts.readme === undefined) return undefined
    delete connector.texts.readme
    return { file: 'folder' }
  }),
  mutation(
    'file-icon-of-independent',
    rejection('facts a.5: icon forbidden for independents'),
    ['file-icon-forbidden-independent'],
    (connector) => {
      if (connector.kind !== 'independent-publisher' || connector.icon !== undefined) return undefined
      connector.icon = exampleIcon([0xda, 0x3b, 0x01])
      return { file: 'icon', alternatives: [{ file: 'folder', name: 'icon.png' }] }
    },
  ),
  mutation(
    'file-script-under-other-name',
    complaint('facts requirements.json: script.cs instead of script.csx'),
    ['script-file-present'],
    (connector) => {
      const { script } = connector.texts
      if (script === undefined || connector.names.script !== undefined || !scriptIsDeclared(connector)) return undefined
      connector.names.script = 'script.cs'
      return scriptPlace
    },
  ),
  mutation(
    'file-script-missing',
    complaint('facts requirements.json: script.csx not handed in'),
    ['script-file-present'],
    (connector) => {
      if (connector.texts.script === undefined || !scriptIsDeclared(connector)) return undefined
      delete connector.texts.script
      return scriptPlace
    },
  ),
  mutation(
    'file-definition-over-one-megabyte',
    rejection('facts a.1 limits'),
    ['file-definition-size'],
    (connector, random) => inflated(connector, random, 1_100_000),
  ),
  mutation(
    'file-definition-over-dataverse-column',
    complaint('issue #3567'),
    ['file-definition-size-dataverse'],
    (connector, random) => inflated(connector, random, 520_000),
  ),
]

const scriptPlace: PlantedDefect = {
  file: 'properties',
  pointer: '/properties/scriptOperations',
  alternatives: [{ file: 'folder' }, { file: 'script' }],
}

function scriptIsDeclared(connector: MutableConnector): boolean {
  return JSON.stringify(connector.properties ?? null).includes('"scriptOperations"')
}

function named(
  connector: MutableConnector,
  file: 'definition' | 'properties',
  name: string,
): PlantedDefect | undefined {
  if (connector.names[file] !== undefined) return undefined
  connector.names[file] = name
  return { file, name, alternatives: [{ file: 'folder', name }] }
}

/** One description grows until the file passes the size; nothing else about the definition changes. */
function inflated(connector: MutableConnector, random: () => number, size: number): PlantedDefect | undefined {
  const operation = choose(
    random,
    operations(connector).filter((one) => text(one, 'description') !== undefined),
  )
  if (operation === undefined) return undefined
  put(operation, 'description', 'This says far more than anybody reads. '.repeat(Math.ceil(size / 39)))
  return { file: 'definition', pointer: '', alternatives: [{ file: 'definition' }] }
}
