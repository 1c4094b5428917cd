import type { Connector, ConnectorFileRole } from '@sevenstep/connector-schema'

const lookAlikes: Readonly<Partial<Record<ConnectorFileRole, RegExp>>> = {
  definition: /^[^/]*(?:swagger|apidefinition|openapi)[^/]*\.json$/i,
  properties: /^[^/]*api[-_ ]?propert[^/]*\.json$/i,
  readme: /^[^/]*read[-_ ]?me[^/]*$/i,
  icon: /^[^/]*(?:icon|logo)[^/]*\.png$/i,
  intro: /^[^/]*intro[^/]*\.md$/i,
}

/** For a file the folder does not hold: one that looks like it under another name. */
export function misnamedFile({ paths, presence }: Connector, role: ConnectorFileRole): string | undefined {
  if (presence[role] !== 'absent') return undefined
  return paths.find((path) => lookAlikes[role]?.test(path) === true)
}
