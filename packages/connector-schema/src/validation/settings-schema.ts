import * as z from 'zod/mini'
import type { ConnectorSettings } from '../types/connector-settings.ts'
import { optional } from './describe.ts'

function text(description: string): z.ZodMiniExactOptional<z.ZodMiniNullable<z.ZodMiniString>> {
  return optional(z.nullable(z.string()), description)
}

/** `settings.json` as the command line writes and reads it. Keys it does not know are kept. */
export const settingsSchema: z.ZodMiniType<ConnectorSettings> = z.looseObject({
  connectorId: text('Name of the connector in the environment.'),
  environment: text('Id of the environment; Default- and the id of a tenant for its default one.'),
  apiProperties: text('File name of the properties.'),
  apiDefinition: text('File name of the definition.'),
  icon: text('File name of the icon.'),
  script: text('File name of the script.'),
  powerAppsUrl: text('Address of the Power Apps service.'),
  powerAppsApiVersion: text('Version of its interface.'),
  flowUrl: text('Address of the Power Automate service.'),
  flowApiVersion: text('Version of its interface.'),
  clientId: text('App to sign in with.'),
  tenant: text('Tenant to sign in to.'),
  authorityUrl: text('Address to sign in at.'),
  resource: text('What the token is for.'),
})
