import type { Connector } from '@sevenstep/connector-schema'
import type { MendContext } from '../../engine/rule-family.ts'
import { outlineOf } from './markdown-outline.ts'

/** Puts the connector's title on top. */
export function addTitle({ connector, edit }: MendContext): void {
  const title = oneLine(connector.definition?.title ?? '')
  const at = connector.readme?.text.startsWith('\ufeff') === true ? 1 : 0
  if (title !== '') edit.replace(at, at, `# ${title}${newlineOf(connector).repeat(2)}`)
}

/** Adds the publisher's name as the properties have it. */
export function addPublisher(context: MendContext): void {
  const publisher = oneLine(context.connector.properties?.publisher ?? '')
  if (publisher !== '') addSection(context, [`## Publisher: ${publisher}`])
}

/** Adds the operations as the definition describes them, the internal ones left out. */
export function addOperations(context: MendContext): void {
  const operations = context.connector.definition?.operations ?? []
  const lines = ['## Supported Operations']
  for (const operation of operations) {
    const name = oneLine(operation.summary ?? '')
    if (operation.isInternal || name === '') continue
    lines.push('', `### ${name}`)
    const description = oneLine(operation.description ?? '')
    if (description !== '') lines.push('', description)
  }
  if (lines.length > 1) addSection(context, lines)
}

/** Adds the steps that are the same for every connector. */
export function addDeployment(context: MendContext): void {
  addSection(context, [
    '## Deployment Instructions',
    '',
    'Create the connector from the files of this folder with the Power Platform Connectors command line tool:',
    '',
    '    paconn login',
    '    paconn create --api-def apiDefinition.swagger.json --api-prop apiProperties.json',
  ])
}

/** Not where the end of the file is no place for a heading, as behind code that is never closed. */
function addSection({ connector, edit }: MendContext, lines: readonly string[]): void {
  const { readme } = connector
  if (readme === undefined) return
  const { text } = readme
  const newline = newlineOf(connector)
  const end = text.trimEnd().length
  const start = end === 0 ? '' : newline.repeat(2)
  const added = `${start}${lines.join(newline)}${newline}`
  const mended = outlineOf({ ...readme, text: text.slice(0, end) + added })
  if (mended?.headings.some((heading) => heading.level > 0 && heading.start >= end) === true)
    edit.replace(end, text.length, added)
}

function newlineOf({ readme }: Connector): string {
  return readme?.text.includes('\r\n') === true ? '\r\n' : '\n'
}

function oneLine(text: string): string {
  return text.replace(/\s+/g, ' ').trim()
}
