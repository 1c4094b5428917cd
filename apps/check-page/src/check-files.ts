import { checkConnector } from '@sevenstep/certification-rules'
import { type Connector, fileNames, type GivenFile, readConnector, roleOfPath } from '@sevenstep/connector-schema'
import { readConnectorArchive } from '@sevenstep/connector-schema/archives'
import { createReport, type DraftSubject, printHtml, printJson, type Report } from '@sevenstep/findings'

/** What a check in the browser gives: the same report as the command line's. */
export interface PageResult {
  readonly report: Report
  /** Archives that could not be read, in words. */
  readonly problems: readonly string[]
  readonly html: string
  readonly json: string
}

const ruleSet = { name: 'sevenstep certification rules', version: 'page' }

/** Checks files as they were dropped: a zip each, and loose files together as one connector. `date` is printed in the report. */
export function checkFiles(files: readonly GivenFile[], date: string): PageResult {
  const problems: string[] = []
  const connectors: { path: string; kind: string; connector: Connector }[] = []
  const loose: GivenFile[] = []
  for (const file of files) {
    if (!isZip(file)) {
      loose.push(file)
      continue
    }
    const archive = readConnectorArchive(file.content, { name: file.path })
    problems.push(...archive.problems.map(({ what, fix }) => `${file.path}: ${what} ${fix}`))
    for (const connector of archive.connectors) connectors.push({ path: file.path, kind: archive.kind, connector })
  }
  if (loose.length > 0 && !loose.some((file) => roleOfPath(file.path.split('/').at(-1) ?? '') !== undefined)) {
    problems.push(
      `None of these is a connector’s file: ${Object.values(fileNames).join(', ')} are. Nothing was checked.`,
    )
  } else if (loose.length > 0)
    connectors.push({
      path: 'dropped files',
      kind: 'connector',
      connector: readConnector(withoutCommonFolder(loose), { name: 'dropped files' }),
    })
  const subjects = connectors.map(
    ({ path, kind, connector }): DraftSubject => ({ ...checkConnector(connector, { path }).subject, kind }),
  )
  const report = createReport(ruleSet, subjects)
  const texts = new Map(loose.map((file) => [file.path, file]))
  const sources = (_: unknown, path: string): string | undefined => {
    const content = texts.get(path)?.content
    return content instanceof Uint8Array ? new TextDecoder().decode(content) : content
  }
  return { report, problems, html: printHtml(report, { date, sources }), json: printJson(report) }
}

function isZip(file: GivenFile): file is GivenFile & { readonly content: Uint8Array } {
  return file.content instanceof Uint8Array && file.content[0] === 0x50 && file.content[1] === 0x4b
}

/** Files dropped as a folder carry its name; inside the connector they do not. */
function withoutCommonFolder(files: readonly GivenFile[]): readonly GivenFile[] {
  const folder = files[0]?.path.split('/')[0] ?? ''
  const isCommon = files.every((file) => file.path.startsWith(`${folder}/`))
  return isCommon ? files.map(({ path, content }) => ({ path: path.slice(folder.length + 1), content })) : files
}
