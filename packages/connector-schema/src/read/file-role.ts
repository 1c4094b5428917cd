import type { ConnectorFileRole } from './connector.ts'

/** The file names Microsoft's repository and tools use, by role. */
export const fileNames: Readonly<Record<ConnectorFileRole, string>> = {
  definition: 'apiDefinition.swagger.json',
  properties: 'apiProperties.json',
  settings: 'settings.json',
  icon: 'icon.png',
  script: 'script.csx',
  readme: 'readme.md',
  intro: 'intro.md',
}

const roleByName: ReadonlyMap<string, ConnectorFileRole> = new Map(
  (Object.keys(fileNames) as ConnectorFileRole[]).map((role) => [fileNames[role].toLowerCase(), role]), // keys of a literal record
)

/** What a file of that path is in a connector, ignoring case; nothing for a path in a sub-folder or another name. */
export function roleOfPath(path: string): ConnectorFileRole | undefined {
  return path.includes('/') ? undefined : roleByName.get(path.toLowerCase())
}
