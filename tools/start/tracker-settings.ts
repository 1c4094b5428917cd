import { join } from 'node:path'

const root = join(import.meta.dirname, '../..')

/** The tracker of this checkout: its program, and the settings that `npm start` and `npm run tracker` share. */
export const trackerProgram = join(root, 'apps/tracker/build/program/main.js')

/** The environment with what is not set filled in: data beside the sources, the offline demo unless a tenant is named. */
export function trackerSettings(environment: Readonly<NodeJS.ProcessEnv>): NodeJS.ProcessEnv {
  const isDemo = environment.ENTRA_CLIENT_ID === undefined && environment.ENTRA_CLIENT_ID_FILE === undefined
  const settings: NodeJS.ProcessEnv = {
    DATA_DIRECTORY: join(root, 'data'),
    ...(isDemo && { DEMO: '1' }),
    ...environment,
  }
  return settings.DEMO === '1' ? { LOG_LEVEL: 'warn', ...settings } : settings
}
