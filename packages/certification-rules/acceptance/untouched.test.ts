import { readConnector } from '@sevenstep/connector-schema'
import { describe, expect, it } from 'vitest'
import { exampleConnectors } from '../mutations/example-connector.ts'
import { connectorFiles } from '../mutations/mutable-connector.ts'
import { checkConnector } from '../src/engine/check-connector.ts'

describe('connectors without a planted defect', () => {
  it.each(exampleConnectors().map((connector, index) => [index, connector] as const))(
    'example %i has no error',
    (_, connector) => {
      const files = [...connectorFiles(connector)].map(([path, content]) => ({ path, content }))
      const { findings } = checkConnector(readConnector(files, { isWholeFolder: true }), {
        profile: connector.kind,
      }).subject
      const errors = findings.filter(({ severity }) => severity === 'error')
      expect(errors.map(({ ruleId, file, pointer }) => `${ruleId} ${file}#${pointer ?? ''}`)).toEqual([])
    },
  )
})
