import { SaxesParser } from 'saxes'
import type { SolutionConnector } from './archive-contents.ts'

/** What `customizations.xml` says, and why the rest of it could not be read, if so. */
export interface Customizations {
  readonly nodes: readonly string[]
  readonly connectors: readonly SolutionConnector[]
  readonly fault?: string
}

const maxFaultLength = 120

/**
 * Reads the parts of `customizations.xml` that concern connectors. Entities that the file itself declares are not
 * expanded. Never throws: at the first fault it stops and keeps what it has.
 */
export function readCustomizations(xml: string): Customizations {
  const nodes = new Set<string>()
  const connectors: SolutionConnector[] = []
  const path: string[] = []
  let fields: Map<string, string> | undefined
  let text = ''
  let fault: string | undefined
  const parser = new SaxesParser()
  parser.on('opentag', ({ name }) => {
    if (path.length >= 2) nodes.add(path[1] ?? '')
    path.push(name)
    text = ''
    if (path.length === 3 && path[1]?.toLowerCase() === 'connectors') fields = new Map()
  })
  parser.on('text', (piece) => {
    text += piece
    if (path.length === 2 && piece.trim() !== '') nodes.add(path[1] ?? '')
  })
  parser.on('cdata', (piece) => {
    text += piece
  })
  parser.on('closetag', ({ name }) => {
    if (path.length === 4) fields?.set(name.toLowerCase(), text.trim())
    path.pop()
    if (path.length === 2 && fields !== undefined) {
      connectors.push({ fields })
      fields = undefined
    }
  })
  try {
    // The default handler throws the first error, which ends the reading.
    parser.write(xml.startsWith('\ufeff') ? xml.slice(1) : xml).close()
  } catch (error) {
    fault = (error instanceof Error ? error.message : String(error)).slice(0, maxFaultLength)
  }
  return { nodes: [...nodes].sort(), connectors, ...(fault === undefined ? {} : { fault }) }
}
