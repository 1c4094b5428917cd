import { quoteName } from '@sevenstep/package-archives'

/** What stands in the way of reading connectors from an archive; also takes every problem of the archive itself. */
export interface ContainerProblem {
  /** One of `package-archives`' codes, or `no-connector`, `customizations-broken`, `part-missing`. */
  readonly code: string
  readonly what: string
  readonly why: string
  readonly fix: string
  /** The archive, with those around it. */
  readonly archive: string
  /** The entry, where it is about one. */
  readonly path?: string
}

export function noConnector(archive: string): ContainerProblem {
  return {
    code: 'no-connector',
    what: `${quoteName(archive)} holds no connector.`,
    why: 'There is neither an apiDefinition.swagger.json nor a solution with a Connector folder in it.',
    fix: 'Give the zip of a connector folder, of a solution that contains the connector, or of a certification package.',
    archive,
  }
}

export function customizationsBroken(archive: string, path: string, detail: string): ContainerProblem {
  return {
    code: 'customizations-broken',
    what: `${quoteName(path)} in ${quoteName(archive)} is not well-formed XML (${detail}).`,
    why: 'It says which files belong to which connector; what it no longer says was told by the names of the files instead.',
    fix: 'Export the solution again instead of editing it by hand.',
    archive,
    path,
  }
}

export function partMissing(archive: string, path: string, connector: string): ContainerProblem {
  return {
    code: 'part-missing',
    what: `${quoteName(path)}, which customizations.xml names for the connector ${quoteName(connector)}, is not in ${quoteName(archive)}.`,
    why: 'The solution cannot be imported without it.',
    fix: 'Export the solution again.',
    archive,
    path,
  }
}
