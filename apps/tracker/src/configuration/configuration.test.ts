import { mkdtempSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { printConfiguration } from './print-configuration.ts'
import { ConfigurationError, readConfiguration } from './read-configuration.ts'

const clientId = '5f2c8a7e-2f64-4e8a-9d4f-3f6f2f0c9a11'

describe('readConfiguration', () => {
  it('runs the offline demo on the embedded database with nothing but DEMO', () => {
    expect(readConfiguration({ DEMO: '1' }, '1.0.0')).toMatchObject({
      publicUrl: 'http://localhost:3000',
      database: { kind: 'pglite', directory: 'data' },
      signIn: { kind: 'demo' },
    })
  })

  it.each([
    [{}, 'ENTRA_CLIENT_ID'],
    [{ DEMO: '1', ENTRA_CLIENT_ID: clientId }, 'beside a real tenant'],
    [{ DEMO: '1', PUBLIC_URL: 'https://tracker.example' }, 'localhost only'],
    [{ ENTRA_CLIENT_ID: clientId }, 'ENTRA_ALLOWED_TENANTS'],
    [{ DEMO: '1', PORT: 'eighty' }, 'PORT'],
    [{ DEMO: '1', DATABASE_URL: 'mysql://x' }, 'DATABASE_URL'],
    [{ DEMO: 'yes' }, 'DEMO'],
    [{ DEMO: '1', PROBES: 'yes' }, 'PROBES'],
    [{ DEMO: '1', PROBE_NETWORKS: '10.0.0.0/8, 10.1' }, 'PROBE_NETWORKS'],
    [{ DEMO: '1', PROBE_NETWORKS: 'fd00::/129' }, 'PROBE_NETWORKS'],
    [{ DEMO: '1', PROBE_PORTS: '443,0' }, 'PROBE_PORTS'],
    [{ DEMO: '1', DATABASE_URL_FILE: '/nowhere/at/all' }, 'DATABASE_URL_FILE'],
  ])('refuses %j and names the setting', (environment, words) => {
    expect(() => readConfiguration(environment, '1')).toThrow(ConfigurationError)
    expect(() => readConfiguration(environment, '1')).toThrow(words)
  })

  it('lets the server look at addresses of the public internet, and in the demo at none unless it is told to', () => {
    const entra = { ENTRA_CLIENT_ID: clientId, ENTRA_ALLOWED_TENANTS: 'a' }
    const closed = { networks: [], ports: [443, 80], perHour: 60 }
    expect(readConfiguration(entra, '1').probes).toEqual({ enabled: true, ...closed })
    expect(readConfiguration({ ...entra, PROBES: 'off' }, '1').probes.enabled).toBe(false)
    expect(readConfiguration({ DEMO: '1' }, '1').probes).toEqual({ enabled: false, ...closed })
    const own = { DEMO: '1', PROBES: 'public', PROBE_NETWORKS: '127.0.0.1/32, fd00::/8', PROBE_PORTS: '8443' }
    expect(readConfiguration(own, '1').probes).toMatchObject({
      enabled: true,
      networks: ['127.0.0.1/32', 'fd00::/8'],
      ports: [8443],
    })
  })

  it('takes a secret from a file and never prints it', () => {
    const file = join(mkdtempSync(join(tmpdir(), 'configuration-')), 'secret')
    writeFileSync(file, 'hunter2-hunter2\n')
    const configuration = readConfiguration(
      {
        ENTRA_CLIENT_ID: clientId,
        ENTRA_CLIENT_SECRET_FILE: file,
        ENTRA_ALLOWED_TENANTS: 'a, b',
        DATABASE_URL: 'postgres://runtime:pa55word@db:5432/tracker?password=pa55word',
      },
      '1',
    )
    expect(configuration.signIn).toMatchObject({ clientSecret: 'hunter2-hunter2', allowedTenants: ['a', 'b'] })
    const printed = printConfiguration(configuration)
    expect(printed).not.toContain('hunter2')
    expect(printed).not.toContain('pa55word')
    expect(printed).toContain('runtime')
  })
})
