// Imported from here, so that the peers are looked for in this folder's own node_modules.
import { createConfig, lintFromString } from '@redocly/openapi-core'
import core from '@stoplight/spectral-core'
import functions from '@stoplight/spectral-functions'

export { core, createConfig, functions, lintFromString }
